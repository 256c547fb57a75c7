/** Gathering walks as few lists as it can; what it finds is what walking all of them would find. */
import { describe, expect, it } from 'vitest';
import { gather, type Plan } from './gather.ts';
import { emptyShelf, put, type Shelf } from './shelf.ts';

function randomOf(seed: number): () => number {
	let state = seed;
	return () => (state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296) / 4_294_967_296;
}

const letters = 'bcdghklmnp';
const words = [...letters].flatMap((first) => ['a', 'e', 'o'].map((vowel) => first + vowel));

/** Titles and bodies of a few words, the first ones in most of them. */
function shelfOf(count: number, random: () => number): Shelf {
	const shelf = emptyShelf();
	const word = (): string => words[Math.floor(random() ** 3 * words.length)]!;
	for (let at = 0; at < count; at++)
		put(shelf, {
			id: at + 1,
			changeId: 1,
			kind: 'article',
			key: `${at}`,
			url: '/',
			title: Array.from({ length: 1 + Math.floor(random() * 4) }, word).join(' '),
			codes: [],
			aliases: [],
			bodyWords: [...new Set(Array.from({ length: 8 }, word))].join(' '),
			facets: {},
			from: -Infinity,
			to: Infinity,
			publishedAt: null
		});
	return shelf;
}

describe('gathering', () => {
	it('finds the same as looking at every entry', () => {
		const random = randomOf(5);
		const shelf = shelfOf(12_000, random);
		const idOf = (at: number): number => shelf.ids.get(words[at % words.length]!)!;
		const titles = shelf.postings.map(({ title }) => new Set(title.docs));
		for (let round = 0; round < 8; round++) {
			const plan: Plan = {
				words: Array.from({ length: 2 + Math.floor(random() * 4) }, (_, one) => ({
					id: idOf(one * 7 + round),
					weight: 0.5 + 3 * random(),
					begun: one === 0 && round % 2 ? new Set([idOf(round + 1), idOf(round + 2)]) : undefined
				})),
				slack: 0
			};
			const total = plan.words.reduce((sum, { weight }) => sum + weight, 0);
			const floor = total * (0.2 + 0.5 * random());
			const wanted = (at: number): boolean => at % 3 > 0;
			const { first, rest } = gather(shelf, plan, floor, 20, 100, wanted);
			const inTitle = plan.words.map(({ id }) => titles[id]!);
			const inBody = plan.words.map(({ id }) => new Set(shelf.postings[id]!.body.docs));
			const all = shelf.docs
				.map(({ at, title }) => {
					let sum = 0;
					plan.words.forEach(({ weight, begun }, one) => {
						if (inTitle[one]!.has(at)) sum += weight;
						else if ([...(begun ?? [])].some((id) => titles[id]!.has(at))) sum += 0.7 * weight;
						if (inBody[one]!.has(at)) sum += 0.3 * weight;
					});
					return { at, sum, shown: sum - title.length * 1e-4 };
				})
				.filter(({ at, sum }) => sum >= floor && wanted(at))
				.sort((a, b) => b.shown - a.shown)
				.slice(0, 100);
			const apart = (found: number[], expected: number[]) =>
				found.length === expected.length
					? Math.max(0, ...found.map((sum, one) => Math.abs(sum - expected[one]!)))
					: Infinity;
			const values = all.map(({ shown }) => shown);
			expect(
				apart(
					first.map(({ sum }) => sum),
					values.slice(0, 20)
				)
			).toBeLessThan(1e-5);
			const found = [...first, ...rest].map(({ sum }) => sum).sort((a, b) => b - a);
			expect(apart(found, values)).toBeLessThan(1e-5);
		}
	}, 60_000);
});
