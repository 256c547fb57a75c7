/** What the search is measured on: entries with the names of a real list, and what people typed. */
import { readFile } from 'node:fs/promises';
import type { Entry, Kind } from '#search/entry.ts';

/** Words as rare and as common as in real texts: the n-th most used stands 1/n as often (Zipf). */
function zipf(words: string[], seed: number): () => string {
	const random = randomOf(seed);
	return () =>
		words[Math.min(words.length - 1, Math.floor(Math.exp(random() * Math.log(words.length + 1)) - 1))]!;
}

function randomOf(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
		return state / 4_294_967_296;
	};
}

const fromFile = async <T>(name: string): Promise<T> =>
	JSON.parse(await readFile(new URL(`../../search/${name}`, import.meta.url), 'utf8')) as T;

/** Makes entries of a kind; what it makes depends on the seed only. */
export async function corpus(seed: number): Promise<(kind: Kind, count: number) => Entry[]> {
	const names = (await fromFile<{ name: string }[]>('testing/procedures.json')).map(({ name }) => name);
	const words = new Set(
		names
			.join(' ')
			.toLowerCase()
			.match(/\p{L}+/gu)
	);
	const word = zipf([...words], seed);
	return (kind, count) =>
		Array.from({ length: count }, (_, at): Entry => {
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

const SETS = ['queries', 'fresh-1', 'fresh-2', 'fresh-3', 'fresh-4', 'fresh-5'];

/** All that was written as people type it, each once, mixed, in three parts that share no query. */
export async function typedByPeople(): Promise<{ before: string[]; atOnce: string[]; alone: string[] }> {
	const all = new Set<string>();
	for (const set of SETS)
		for (const { query } of await fromFile<{ query: string }[]>(`queries/${set}.json`)) all.add(query);
	const random = randomOf(7);
	const mixed = [...all]
		.map((query) => ({ query, at: random() }))
		.sort((a, b) => a.at - b.at)
		.map(({ query }) => query);
	const third = Math.floor(mixed.length / 3);
	return {
		before: mixed.slice(0, third),
		atOnce: mixed.slice(third, 2 * third),
		alone: mixed.slice(2 * third)
	};
}
