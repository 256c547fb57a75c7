/**
 * Gathering: the entries whose words make up enough of what is looked for, without walking the lists of common words.
 * An entry that holds none of the telling words cannot reach the floor, so only the lists of those are walked, cheapest
 * first; what else such an entry holds is read from the entry itself.
 */
import type { Question } from './rank.ts';
import { holdsOf, type Posting, type Shelf } from './shelf.ts';

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
	const { docs } = shelf;
	const { walked, passed } = divided(shelf, listsOf(shelf, words), words.length, floor);
	const lost = passed.reduce((sum, { most }) => sum + most, 0);
	const best = bestOf(most, floor);
	const places = walked.map(() => 0);
	for (let from = 0; from < docs.length; from += AT_A_TIME) {
		const to = Math.min(from + AT_A_TIME, docs.length);
		for (let one = 0; one < walked.length; one++) {
			const { posting, gain, last } = walked[one]!;
			const list = posting.docs;
			let place = places[one]!;
			if (last) {
				for (; place < list.length && list[place]! < to; place++) {
					const at = list[place]! - from;
					if (halves[at] === 1) continue;
					halves[at] = 1;
					gained[at]! += gain;
				}
			} else for (; place < list.length && list[place]! < to; place++) gained[list[place]! - from]! += gain;
			places[one] = place;
		}
		for (let at = from; at < to; at++) {
			let sum = gained[at - from]!;
			if (sum === 0) continue;
			gained[at - from] = 0;
			halves[at - from] = 0;
			let left = lost;
			for (let one = 0; one < passed.length && sum + left >= best.floor; one++) {
				const { holds, gain, most } = passed[one]!;
				left -= most;
				if (holds(at)) sum += gain;
			}
			if (sum >= best.floor && wanted(at)) best.add(at, sum - docs[at]!.title.length * 1e-4);
		}
	}
	return best.split(first);
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

/** A list that is not walked: `most` is what an entry may gain by it at most. */
type Passed = { holds: (at: number) => boolean; gain: number; most: number };

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
			passed.push({ holds: holdsOf(shelf, posting), gain, most });
		}
	}
	// Of the last word the whole one counts before its beginnings.
	walked.sort((a, b) => b.gain - a.gain);
	passed.sort((a, b) => b.gain - a.gain);
	return { walked, passed };
}

/** Keeps the best of all that are added; the floor rises with them. */
function bestOf(most: number, floor: number) {
	let found: Gathered[] = [];
	/** The `count` best, the others cut off; of equal ones those that came first. */
	const cut = (count: number): { best: Gathered[]; least: number; others: Gathered[] } => {
		const least = Float64Array.from(found, ({ sum }) => sum).sort()[found.length - count]!;
		let equal = count;
		for (const { sum } of found) if (sum > least) equal--;
		const best: Gathered[] = [];
		const others: Gathered[] = [];
		for (const one of found)
			(one.sum > least || (one.sum === least && equal-- > 0) ? best : others).push(one);
		return { best, least, others };
	};
	const best = {
		floor,
		add(at: number, sum: number): void {
			found.push({ at, sum });
			if (found.length < 2 * most) return;
			const kept = cut(most);
			found = kept.best;
			best.floor = Math.max(best.floor, kept.least);
		},
		split(first: number): { first: Gathered[]; rest: Gathered[] } {
			if (found.length > most) found = cut(most).best;
			const { best: top, others: rest } = found.length > first ? cut(first) : { best: found, others: [] };
			return { first: top.sort((a, b) => b.sum - a.sum || a.at - b.at), rest };
		}
	};
	return best;
}
