import { sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { transact } from '#platform/db.server.ts';
import { openProgram } from '#platform/program.server.ts';
import { ward } from '#platform/schema.server.ts';
import { readSettings } from '#platform/settings.ts';
import { search, suggest } from '#search/find.server.ts';
import { replace, replaceAll } from '#search/index.server.ts';
import type { Measured } from '../bench.ts';
import { inNewFolder } from './measure.ts';
import { corpus, typedByPeople } from './search-corpus.ts';

const CLIENTS = 20;

/** What 95 of 100 calls stay under, and what a call costs this process, in milliseconds. */
type Took = { p95: number; cpu: number };

/** So many clients, each asking again as soon as it was answered. */
async function asked(clients: number, calls: (() => Promise<unknown>)[]): Promise<Took> {
	const took: number[] = [];
	let next = 0;
	const client = async (): Promise<void> => {
		for (let at = next++; at < calls.length; at = next++) {
			const startedAt = performance.now();
			await calls[at]!();
			took.push(performance.now() - startedAt);
		}
	};
	const before = process.cpuUsage();
	await Promise.all(Array.from({ length: clients }, client));
	const { user, system } = process.cpuUsage(before);
	took.sort((a, b) => a - b);
	return { p95: took[Math.floor(took.length * 0.95)]!, cpu: (user + system) / 1000 / calls.length };
}

const begun = (query: string): string => query.slice(0, Math.max(3, Math.ceil(query.length * 0.6)));

const sizes = [
	{ size: '300 procedures and 500 stories', procedures: 300, articles: 500, bound: 'under 10 ms' },
	{ size: '100,000 entries', procedures: 1000, articles: 99_000, bound: 'under 30 ms' }
];

/**
 * Searches and suggestions of twenty people at once and of one alone, while the index is a ward's and while it is a
 * province's: of queries nobody asked before, in a program that has answered others, and of the same once more.
 */
export function run(): Promise<Measured[]> {
	return inNewFolder(async (dataDir) => {
		const program = await openProgram(readSettings({ DATA_DIR: dataDir }));
		try {
			const typed = await typedByPeople();
			const pings = Array.from({ length: 120 }, () => () => program.db.execute(sql`select 1`));
			await asked(CLIENTS, pings); // the pool opens its connections
			const bare = await asked(CLIENTS, pings);
			const measured: Measured[] = [];
			for (const { size, procedures, articles, bound } of sizes) {
				const note = (what: string, milliseconds: number, under: string): void => {
					const reference = 'select 1 through the same pool, 20 at once, p95';
					const figure = `${what}, ${size}`;
					measured.push({ figure, milliseconds, reference, referenceMilliseconds: bare.p95, bound: under });
				};
				const ctx = await wardOf(program.db, `do-${procedures}`);
				const entries = await corpus(procedures);
				await transact(ctx, async (tx) => {
					await replaceAll(tx, ctx, 'procedure', entries('procedure', procedures));
					await replaceAll(tx, ctx, 'article', entries('article', articles));
				});
				const startedAt = performance.now();
				await search(ctx, { words: 'khai sinh' });
				note('first search after start', performance.now() - startedAt, 'loads the index');
				const kinds = [
					{ what: 'search', under: bound, ask: (words: string) => search(ctx, { words, limit: 20 }) },
					{
						what: 'suggestions',
						under: procedures === 300 ? 'under 5 ms' : 'under 30 ms',
						ask: (words: string) => suggest(ctx, begun(words))
					}
				];
				for (const { what, under, ask } of kinds) {
					const calls = (queries: string[]) => queries.map((query) => () => ask(query));
					await asked(1, calls(typed.before));
					for (const [clients, queries] of [
						[CLIENTS, typed.atOnce],
						[1, typed.alone]
					] as const) {
						const who = clients === 1 ? 'one client' : `${clients} clients`;
						for (const when of ['never asked before', 'asked before']) {
							const { p95, cpu } = await asked(clients, calls(queries));
							note(`${what} p95, ${who}, ${when}`, p95, under);
							note(`${what} processor time, ${who}, ${when}`, cpu, 'of this process, for one');
						}
					}
				}
				const [one] = entries('procedure', 1);
				const change = () =>
					transact(ctx, (tx) => replace(tx, ctx, { kind: 'procedure', key: one!.key }, [one!]));
				const { p95 } = await asked(
					1,
					Array.from({ length: 50 }, () => change)
				);
				note('one entry changed', p95, 'in the transaction of the change');
				note('memory of this process, MB', process.memoryUsage().rss / 1e6, 'both sizes together at the end');
			}
			return measured;
		} finally {
			await program.close();
		}
	});
}

async function wardOf(db: Ctx['db'], key: string): Promise<Ctx> {
	const [row] = await db
		.insert(ward)
		.values({
			key,
			name: 'phường Đo',
			shortName: 'Đo',
			placeName: 'Đo',
			superiorName: 'thành phố',
			provinceName: 'thành phố'
		})
		.returning();
	return { wardId: row!.id, actor: { kind: 'robot', name: 'do' }, now: new Date(), db };
}
