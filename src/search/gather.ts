/**
 * Gathering: the entries whose words make up enough of what is looked for, without walking the lists of common words.
 * An entry that holds none of the telling words cannot reach the floor, so only the lists of those are walked, cheapest
 * first; what else such an entry holds is read from the entry itself.
 */
import type { Question } from './rank.ts';
import { inBody, type Shelf } from './shelf.ts';

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

/** What an entry gains by each word of its names, by the word's number; all zero but while gathering. */
let gains = new Float64Array(1024);
/** Words that begin with the one still being typed; all zero but while gathering. */
let begins = new Uint8Array(1024);
/** In which gathering an entry was last looked at. */
let seen = new Int32Array(1024);
let gathering = 0;

function prepare(shelf: Shelf): void {
	if (gains.length < shelf.words.length) {
		gains = new Float64Array(shelf.words.length * 2);
		begins = new Uint8Array(shelf.words.length * 2);
	}
	if (seen.length < shelf.docs.length || gathering === 0x7fffffff) {
		seen = new Int32Array(shelf.docs.length * 2);
		gathering = 0;
	}
	gathering++;
}

/** An entry and how much of the words it holds; of equal ones a shorter title stands first. */
export type Gathered = { at: number; sum: number };

/** Of the entries that hold at least `floor` and are wanted the `most` that hold the most, best first. */
export function gather(
	shelf: Shelf,
	{ words }: Plan,
	floor: number,
	most: number,
	wanted: (at: number) => boolean
): Gathered[] {
	prepare(shelf);
	const { heads, headEnds, docs } = shelf;
	const bodies = words.filter(({ id }) => id >= 0);
	let all = 0;
	for (const { id, weight } of words) {
		all += weight;
		if (id >= 0) gains[id]! += weight;
	}
	const last = words.find(({ begun }) => begun);
	const begun = last ? BEGUN * last.weight : 0;
	for (const id of last?.begun ?? []) if (id >= 0) begins[id] = 1;
	const best = bestOf(most, floor);
	for (const list of essential(shelf, words, floor)) {
		for (let place = 0; place < list.length; place++) {
			const at = list[place]!;
			if (seen[at] === gathering) continue;
			seen[at] = gathering;
			let sum = 0;
			let whole = false;
			let half = false;
			const end = headEnds[at]!;
			for (let head = at === 0 ? 0 : headEnds[at - 1]!; head < end; head++) {
				const id = heads[head]!;
				sum += gains[id]!;
				if (begins[id] === 1) half = true;
				if (id === last?.id) whole = true;
			}
			if (half && !whole) sum += begun;
			const inText = IN_BODY * (all - sum);
			if (sum + inText < best.floor) continue;
			for (const { id, weight } of bodies) if (inBody(shelf, id, at)) sum += IN_BODY * weight;
			if (sum >= best.floor && wanted(at)) best.add(at, sum - docs[at]!.title.length * 1e-4);
		}
	}
	for (const { id } of bodies) gains[id] = 0;
	for (const id of last?.begun ?? []) if (id >= 0) begins[id] = 0;
	return best.sorted();
}

/** The lists that must be walked, so that what stands in none of them cannot hold `floor`. */
function essential(shelf: Shelf, words: Telling[], floor: number): number[][] {
	const lists: { list: number[]; gain: number; word: number }[] = [];
	words.forEach(({ id, weight, begun }, word) => {
		if (id >= 0) {
			const { title, body } = shelf.postings[id]!;
			lists.push({ list: title, gain: weight, word }, { list: body, gain: IN_BODY * weight, word });
		}
		for (const one of begun ?? [])
			if (one >= 0) lists.push({ list: shelf.postings[one]!.title, gain: BEGUN * weight, word });
	});
	// What is gained for each step of the walk.
	lists.sort((a, b) => a.gain * b.list.length - b.gain * a.list.length);
	const without = new Float64Array(words.length);
	let lost = 0;
	return lists
		.filter(({ list, gain, word }) => {
			if (list.length === 0) return false;
			const more = Math.max(0, gain - without[word]!);
			if (lost + more > floor - 1e-9) return true;
			lost += more;
			without[word]! += more;
			return false;
		})
		.map(({ list }) => list);
}

/** Keeps the best of all that are added; the floor rises with them. */
function bestOf(most: number, floor: number) {
	const places: number[] = [];
	const sums: number[] = [];
	const keep = (): void => {
		const least = Float64Array.from(sums).sort()[sums.length - most]!;
		let equal = most - sums.reduce((more, sum) => (sum > least ? more + 1 : more), 0);
		let kept = 0;
		for (let at = 0; at < sums.length; at++) {
			if (sums[at]! < least || (sums[at]! === least && equal-- <= 0)) continue;
			places[kept] = places[at]!;
			sums[kept++] = sums[at]!;
		}
		places.length = kept;
		sums.length = kept;
		best.floor = Math.max(best.floor, least);
	};
	const best = {
		floor,
		add(at: number, sum: number): void {
			places.push(at);
			sums.push(sum);
			if (sums.length === 2 * most) keep();
		},
		sorted(): Gathered[] {
			return places
				.map((at, place) => ({ at, sum: sums[place]! }))
				.sort((a, b) => b.sum - a.sum || a.at - b.at)
				.slice(0, most);
		}
	};
	return best;
}
