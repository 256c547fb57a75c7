/**
 * Gathering: the entries whose words make up enough of what is looked for, without walking the lists of common words.
 * An entry that holds none of the telling words cannot reach the floor, so only the lists of those are walked, cheapest
 * first; what else such an entry holds is read from the entry itself.
 */
import type { Question } from './rank.ts';
import { bitsOf, firstNotBelow, holds, type Posting, type Shelf } from './shelf.ts';

/** How much of a word's weight counts where the body holds it, and where a name holds a word that begins with it. */
const IN_BODY = 0.3;
const BEGUN = 0.7;
/** Such a word may count for more once it is scored. */
const BEGUN_AT_MOST = 0.8;

/** A word worth gathering by: its number (-1: no entry has it), its weight, and the words that begin with it. */
type Telling = { id: number; weight: number; begun: Set<number> | undefined };

export type Plan = {
	words: Telling[];
	/** So much more than what was gathered an entry may turn out to hold. */
	slack: number;
};

export function planOf(asked: Question): Plan {
	let heaviest = 0;
	for (const { weight } of asked.sought) heaviest = Math.max(heaviest, weight);
	// Of a whole sentence every word is a small share of the whole, so the heaviest word is the other measure.
	const least = Math.min(0.05 * asked.total, 0.4 * heaviest);
	const words: Telling[] = [];
	let slack = 0;
	let begun = false;
	for (const { id, weight, term, longer } of asked.sought) {
		// The words of a long official name share the weight of what was said for it; together they are what is meant.
		const worth = weight >= least || (term.span >= 0 && term.left > 0.25 && weight > 0.1 * heaviest);
		if (!worth) {
			slack += weight;
			continue;
		}
		// Only the last word is still being typed.
		if (longer) slack += (begun ? BEGUN_AT_MOST : BEGUN_AT_MOST - BEGUN) * weight;
		words.push({ id, weight, begun: begun ? undefined : longer });
		begun ||= longer !== undefined;
	}
	return { words, slack };
}

/** So many entries are gathered at a time: what they gain stays in the processor's nearest memory. */
const AT_A_TIME = 8192;
/** What each of them has gained so far; all zero but while gathering. */
const gained = new Float64Array(AT_A_TIME);
/** Which of them hold the last word or one that begins with it; all zero but while gathering. */
const halves = new Uint8Array(AT_A_TIME);

/** An entry and how much of the words it holds; of equal ones a shorter title stands first. */
export type Gathered = { at: number; sum: number };

const A_LETTER = 1e-4;
const EXACT = 1e7;

/**
 * Of the entries that hold at least `floor` and are wanted the `most` that hold the most: the `first` of them in order,
 * then the rest in none.
 */
export function gather(
	shelf: Shelf,
	{ words }: Plan,
	floor: number,
	first: number,
	most: number,
	wanted: (at: number) => boolean
): { first: Gathered[]; rest: Gathered[] } {
	const lists = listsOf(shelf, words);
	const best = bestOf(most, likely(shelf, lists, most, wanted));
	let dividedAt = Math.max(floor, best.least);
	let ways = divided(shelf, lists, words.length, dividedAt);
	for (let from = 0; from < shelf.docs.length; from += AT_A_TIME) {
		const to = Math.min(from + AT_A_TIME, shelf.docs.length);
		// The more was found, the more must hold what is still to be found, and the fewer lists need to be walked.
		if (best.least - A_LETTER > dividedAt) {
			dividedAt = best.least;
			ways = divided(shelf, lists, words.length, dividedAt);
		}
		const { walked, passed } = ways;
		let any = false;
		for (const { posting, gain, last } of walked) {
			const list = posting.docs;
			let place = from === 0 ? 0 : firstNotBelow(list, from);
			any ||= place < list.length && list[place]! < to;
			if (last) {
				for (; place < list.length && list[place]! < to; place++) {
					const at = list[place]! - from;
					if (halves[at] === 1) continue;
					halves[at] = 1;
					gained[at]! += gain;
				}
			} else for (; place < list.length && list[place]! < to; place++) gained[list[place]! - from]! += gain;
		}
		if (!any) continue;
		for (let at = from; at < to; at++) {
			let sum = gained[at - from]!;
			if (sum === 0) continue;
			gained[at - from] = 0;
			halves[at - from] = 0;
			const needed = Math.max(floor, best.least);
			for (let one = 0; one < passed.length; one++) {
				const { posting, bits, gain, left } = passed[one]!;
				if (sum + left < needed) break;
				if (bits ? ((bits[at >> 5] ?? 0) & (1 << (at & 31))) !== 0 : holds(posting.docs, at)) sum += gain;
			}
			if (sum < floor) continue;
			const value = valueOf(shelf, sum, at);
			if (value > best.least && wanted(at)) best.add(at, value);
		}
	}
	return best.split(first);
}

const valueOf = (shelf: Shelf, sum: number, at: number): number =>
	// The same words in another order add up to the same but for the last digits.
	Math.round(sum * EXACT) / EXACT - shelf.lengths.of(at) * A_LETTER;

/** So many likely entries are looked at to learn how much the best hold, and so many words are wanted of them. */
const MOST_LIKELY = 1600;
const LIKELY_BY = 12;

/**
 * Less than what the best `most` entries hold: what as many hold of some that have the most telling words in common. Of
 * a great many entries it is worth to know beforehand.
 */
function likely(shelf: Shelf, lists: List[], most: number, wanted: (at: number) => boolean): number {
	if (shelf.docs.length <= AT_A_TIME) return -Infinity;
	const held = lists
		.map((list) => ({ ...list, bits: bitsOf(shelf, list.posting) }))
		.sort((a, b) => b.gain - a.gain);
	let common: Uint32Array | undefined;
	for (const { bits } of held.slice(0, LIKELY_BY)) {
		if (!bits) continue;
		const both = common ? common.map((word, at) => word & (bits[at] ?? 0)) : bits;
		if (bitsIn(both) >= 2 * most) common = both;
	}
	if (!common) return -Infinity;
	const values = new Float64Array(MOST_LIKELY);
	let count = 0;
	for (let word = 0; word < common.length && count < MOST_LIKELY; word++) {
		for (let left = common[word]!; left !== 0 && count < MOST_LIKELY; left &= left - 1) {
			const at = (word << 5) + 31 - Math.clz32(left & -left);
			let sum = 0;
			let last = false;
			for (const one of held) {
				if (one.last && last) continue;
				const { bits } = one;
				if (bits ? ((bits[at >> 5] ?? 0) & (1 << (at & 31))) === 0 : !holds(one.posting.docs, at)) continue;
				sum += one.gain;
				last ||= one.last;
			}
			if (wanted(at)) values[count++] = valueOf(shelf, sum, at);
		}
	}
	return count < most ? -Infinity : values.subarray(0, count).sort()[count - most]! - 2 / EXACT;
}

function bitsIn(all: Uint32Array): number {
	let count = 0;
	for (let word of all) {
		word -= (word >>> 1) & 0x55555555;
		word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
		count += (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
	}
	return count;
}

/** Entries that hold a word, and what they gain by it. */
type List = {
	gain: number;
	/** Of which word. */
	word: number;
	/** Of the last word, or of one that begins with it: by all of these an entry gains once. */
	last: boolean;
	posting: Posting;
};

/** A list that is not walked; `left`: what an entry may gain at most by it and those behind it. */
type Passed = { posting: Posting; bits: Uint32Array | undefined; gain: number; word: number; left: number };

function listsOf(shelf: Shelf, words: Telling[]): List[] {
	const lists: List[] = [];
	words.forEach(({ id, weight, begun }, word) => {
		if (id >= 0) {
			const { title, body } = shelf.postings[id]!;
			lists.push({ posting: title, gain: weight, word, last: begun !== undefined });
			lists.push({ posting: body, gain: IN_BODY * weight, word, last: false });
		}
		for (const one of begun ?? [])
			if (one >= 0)
				lists.push({ posting: shelf.postings[one]!.title, gain: BEGUN * weight, word, last: true });
	});
	return lists.filter(({ posting }) => posting.docs.length > 0);
}

/** So much of the floor may be left to what is not walked: less means longer walks, more that more entries are looked up. */
const LEFT = 0.6;

/**
 * The lists that are walked, and those that are passed over because what stands in none of the others cannot hold the
 * floor: of all lists those with the longest way for what they tell.
 */
function divided(
	shelf: Shelf,
	lists: List[],
	words: number,
	floor: number
): { walked: List[]; passed: Passed[] } {
	lists.sort((a, b) => a.gain * b.posting.docs.length - b.gain * a.posting.docs.length);
	const without = new Float64Array(words);
	let lost = 0;
	const walked: List[] = [];
	const passed: Passed[] = [];
	for (const list of lists) {
		const { posting, gain, word } = list;
		const most = Math.max(0, gain - without[word]!);
		if (list.last || lost + most > LEFT * floor) walked.push(list);
		else {
			lost += most;
			without[word]! += most;
			passed.push({ posting, bits: bitsOf(shelf, posting), gain, word, left: 0 });
		}
	}
	// Of the last word the whole one counts before its beginnings.
	walked.sort((a, b) => b.gain - a.gain);
	passed.sort((a, b) => b.gain - a.gain);
	// A word counts once, by its name or by the body.
	const gains = new Float64Array(words);
	let left = 0;
	for (const one of passed.toReversed()) {
		left += Math.max(0, one.gain - gains[one.word]!);
		gains[one.word] = Math.max(gains[one.word]!, one.gain);
		one.left = left;
	}
	return { walked, passed };
}

/** Keeps the best of all that are added: what is not more than `least` is not among them. */
function bestOf(most: number, least: number) {
	const sums = new Float64Array(2 * most);
	const places = new Int32Array(2 * most);
	let count = 0;
	/** The `wanted` best come first, in the order they came; of equal ones those that came first. */
	const cut = (wanted: number): number => {
		const least = sums.slice(0, count).sort()[count - wanted]!;
		let equal = wanted;
		for (let one = 0; one < count; one++) if (sums[one]! > least) equal--;
		const others: Gathered[] = [];
		let kept = 0;
		for (let one = 0; one < count; one++) {
			const sum = sums[one]!;
			const at = places[one]!;
			if (sum > least || (sum === least && equal-- > 0)) {
				sums[kept] = sum;
				places[kept++] = at;
			} else others.push({ at, sum });
		}
		others.forEach(({ at, sum }, one) => {
			sums[kept + one] = sum;
			places[kept + one] = at;
		});
		return least;
	};
	const taken = (from: number, to: number): Gathered[] =>
		Array.from({ length: to - from }, (_, one) => ({ at: places[from + one]!, sum: sums[from + one]! }));
	const best = {
		least,
		add(at: number, sum: number): void {
			sums[count] = sum;
			places[count++] = at;
			if (count < 2 * most) return;
			best.least = cut(most);
			count = most;
		},
		split(first: number): { first: Gathered[]; rest: Gathered[] } {
			if (count > most) {
				cut(most);
				count = most;
			}
			const top = Math.min(first, count);
			if (count > first) cut(first);
			return { first: taken(0, top).sort((a, b) => b.sum - a.sum || a.at - b.at), rest: taken(top, count) };
		}
	};
	return best;
}
