import { readFile } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { transact } from '#platform/db.server.ts';
import { openProgram } from '#platform/program.server.ts';
import { ward } from '#platform/schema.server.ts';
import { readSettings } from '#platform/settings.ts';
import type { Entry, Kind } from '#search/entry.ts';
import { search, suggest } from '#search/find.server.ts';
import { replace, replaceAll } from '#search/index.server.ts';
import type { Measured } from '../bench.ts';
import { inNewFolder } from './measure.ts';

const CLIENTS = 20;
const LOOKS = 120;

/** Words as rare and as common as in real texts: the n-th most used stands 1/n as often (Zipf). */
function zipf(words: string[], seed: number): () => string {
	let state = seed;
	const random = (): number => {
		state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
		return state / 4_294_967_296;
	};
	return () =>
		words[Math.min(words.length - 1, Math.floor(Math.exp(random() * Math.log(words.length + 1)) - 1))]!;
}

function entries(kind: Kind, count: number, names: string[], word: () => string): Entry[] {
	return Array.from({ length: count }, (_, at): Entry => {
		const name = names[at % names.length]!;
		const key = `${kind}-${at}`;
		const further = at < names.length ? '' : ` ${word()} ${word()} ${word()} ${word()}`;
		return {
			kind,
			key,
			url: `/${key}`,
			title: `${name}${further}`,
			codes: [`9.${String(at).padStart(6, '0')}`],
			aliases: [],
			body: Array.from({ length: 120 }, word).join(' '),
			facets: { field: `Lĩnh vực ${at % 40}`, applicants: ['Công dân Việt Nam'], online: 'full' },
			shownFrom: null,
			shownTo: null,
			publishedAt: new Date(Date.UTC(2026, at % 12, 1 + (at % 28)))
		};
	});
}

/** Milliseconds that 95 of 100 calls stay under, `CLIENTS` at a time. */
async function p95(calls: (() => Promise<unknown>)[]): Promise<number> {
	const took: number[] = [];
	let next = 0;
	const client = async (): Promise<void> => {
		for (let at = next++; at < calls.length; at = next++) {
			const startedAt = performance.now();
			await calls[at]!();
			took.push(performance.now() - startedAt);
		}
	};
	await Promise.all(Array.from({ length: CLIENTS }, client));
	took.sort((a, b) => a - b);
	return took[Math.floor(took.length * 0.95)]!;
}

const over = <T>(all: T[], call: (one: T) => Promise<unknown>): (() => Promise<unknown>)[] =>
	Array.from({ length: LOOKS }, (_, at) => () => call(all[at % all.length]!));

/** Searches and suggestions of twenty people at once, while the index is a ward's and while it is a province's. */
export function run(): Promise<Measured[]> {
	return inNewFolder(async (dataDir) => {
		const program = await openProgram(readSettings({ DATA_DIR: dataDir }));
		try {
			const file = new URL('../../search/queries/queries.json', import.meta.url);
			const queries = (JSON.parse(await readFile(file, 'utf8')) as { query: string }[]).map(
				({ query }) => query
			);
			const listed = new URL('../../search/testing/procedures.json', import.meta.url);
			const names = (JSON.parse(await readFile(listed, 'utf8')) as { name: string }[]).map(
				({ name }) => name
			);
			const words = [
				...new Set(
					names
						.join(' ')
						.toLowerCase()
						.match(/\p{L}+/gu)
				)
			];
			const begun = queries.map((query) => query.slice(0, Math.max(3, Math.ceil(query.length * 0.6))));
			const ping = () => program.db.execute(sql`select 1`);
			await p95(over([1], ping)); // the pool opens its connections
			const bare = await p95(over([1], ping));
			const reference = { reference: 'select 1 through the same pool, p95', referenceMilliseconds: bare };
			const measured: Measured[] = [];
			for (const [size, procedures, articles, bound] of [
				['300 procedures and 500 stories', 300, 500, 'under 10 ms'],
				['100,000 entries', 1000, 99_000, 'under 30 ms']
			] as const) {
				const [row] = await program.db
					.insert(ward)
					.values({
						key: `do-${procedures}`,
						name: 'phường Đo',
						shortName: 'Đo',
						placeName: 'Đo',
						superiorName: 'thành phố',
						provinceName: 'thành phố'
					})
					.returning();
				const ctx: Ctx = {
					wardId: row!.id,
					actor: { kind: 'robot', name: 'do' },
					now: new Date(),
					db: program.db
				};
				const word = zipf(words, procedures);
				await transact(ctx, async (tx) => {
					await replaceAll(tx, ctx, 'procedure', entries('procedure', procedures, names, word));
					await replaceAll(tx, ctx, 'article', entries('article', articles, names, word));
				});
				const loadedAt = performance.now();
				await search(ctx, { words: 'khai sinh' });
				const loaded = performance.now() - loadedAt;
				// Once through, so that names are worked out as they are in a program that has run a while.
				for (const query of queries.slice(0, 40)) await search(ctx, { words: query });
				const look = (query: string) => search(ctx, { words: query, limit: 20 });
				measured.push(
					{
						figure: `first search after start, ${size}`,
						milliseconds: loaded,
						...reference,
						bound: 'loads the index'
					},
					{
						figure: `search p95, ${CLIENTS} clients, ${size}`,
						milliseconds: await p95(over(queries, look)),
						...reference,
						bound
					},
					{
						figure: `search p95, one client, ${size}`,
						milliseconds: await alone(over(queries, look)),
						...reference,
						bound
					},
					{
						figure: `suggestions p95, ${CLIENTS} clients, ${size}`,
						milliseconds: await p95(over(begun, (query) => suggest(ctx, query))),
						...reference,
						bound: 'under 5 ms for a ward'
					},
					{
						figure: `suggestions p95, one client, ${size}`,
						milliseconds: await alone(over(begun, (query) => suggest(ctx, query))),
						...reference,
						bound: 'under 5 ms for a ward'
					}
				);
				const [one] = entries('procedure', 1, names, word);
				measured.push({
					figure: `one entry changed, ${size}`,
					milliseconds: await alone(
						Array.from(
							{ length: 50 },
							() => () =>
								transact(ctx, (tx) => replace(tx, ctx, { kind: 'procedure', key: one!.key }, [one!]))
						)
					),
					...reference,
					bound: 'in the transaction of the change'
				});
			}
			return measured;
		} finally {
			await program.close();
		}
	});
}

async function alone(calls: (() => Promise<unknown>)[]): Promise<number> {
	const took: number[] = [];
	for (const call of calls) {
		const startedAt = performance.now();
		await call();
		took.push(performance.now() - startedAt);
	}
	took.sort((a, b) => a - b);
	return took[Math.floor(took.length * 0.95)]!;
}
