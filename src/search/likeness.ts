/**
 * What was nearly said: lines of the word list whose words stand in the question in another order, with other words
 * between them, or all but one of them. `cho con gái miếng đất` is nearly `cho con đất`.
 */
import { conceptsOf, isAct, isKin } from './concepts.ts';
import type { Bag, Held, Lexicon } from './lexicon.ts';
import type { Term } from './meaning.ts';
import type { Word } from './reading.ts';
import { agreement } from './syllable.ts';

export type Near = {
	meaning: Word[];
	/** Places of the question that said it. */
	places: Set<number>;
	/** 0 … 1 */
	likeness: number;
};

const MOST = 3;
/** So much of the line must have been said, and the line must be so much of what was said. */
const OF_LINE = 0.7;
const OF_QUESTION = 0.3;
/** Where nothing but the order differs. */
const SURE = 0.95;
const LATER_MEANING = 0.97;
const APART = 0.93;

const few = (bag: Bag): boolean =>
	bag.concepts.filter(({ key, weight }) => weight > 1 && !isKin(key)).length < 2;

/** Words that say something between those that said it: the further apart, the less they belong together. */
function between(terms: Term[], places: Set<number>): number {
	const from = Math.min(...places);
	const to = Math.max(...places);
	const telling = terms
		.slice(from, to)
		.filter(({ left }, at) => left > 0.25 && !places.has(from + at)).length;
	return Math.max(0, telling - 2);
}

/** By the number of a line, all zero between two questions: how much of it was said, and whether that is enough. */
let sums = new Float64Array(0);
let enough = new Uint8Array(0);

/** Marks the lines of which enough may have been said; most share but a word or two with a question. */
function markEnough(keys: Set<string>, lexicon: Lexicon): Bag[] {
	if (sums.length < lexicon.lines) {
		sums = new Float64Array(lexicon.lines);
		enough = new Uint8Array(lexicon.lines);
	}
	const all: Held[] = [];
	for (const key of keys) {
		const held = lexicon.bags.get(key);
		if (!held) continue;
		all.push(held);
		const { numbers, weights } = held;
		for (let one = 0; one < numbers.length; one++) sums[numbers[one]!]! += weights[one]!;
	}
	const marked: Bag[] = [];
	for (const { bags, numbers } of all) {
		for (let one = 0; one < numbers.length; one++) {
			const number = numbers[one]!;
			const sum = sums[number]!;
			if (sum === 0) continue;
			sums[number] = 0;
			if (sum <= bags[one]!.total * OF_LINE - 1e-9) continue;
			enough[number] = 1;
			marked.push(bags[one]!);
		}
	}
	return marked;
}

export function nearlySaid(terms: Term[], lexicon: Lexicon, anyMarked: boolean): Near[] {
	const concepts = conceptsOf(terms, anyMarked);
	const marked = markEnough(new Set(concepts.map(({ key }) => key)), lexicon);
	const said = new Map<Bag, { weight: number; keys: Set<string>; places: Set<number>; telling: number }>();
	let all = 0;
	for (const { key, from, to } of concepts) {
		const span = terms.slice(from, to);
		const left = Math.max(...span.map((term) => term.left));
		all += Math.min(left, 1) * lexicon.weightOf(key);
		const alone = to === from + 1 && !key.startsWith('@');
		const term = terms[from]!;
		const held = lexicon.bags.get(key);
		if (!held || marked.length === 0) continue;
		for (let one = 0; one < held.numbers.length; one++) {
			if (enough[held.numbers[one]!] === 0) continue;
			const bag = held.bags[one]!;
			const { weight, word } = bag.concepts[held.places[one]!]!;
			const agreed = alone ? agreement(term.shape, term.stem, word.shape, anyMarked) : 1;
			if (agreed < (term.marked ? 0.91 : 0.6)) continue;
			let other = said.get(bag);
			if (!other) said.set(bag, (other = { weight: 0, keys: new Set(), places: new Set(), telling: 0 }));
			for (let at = from; at < to; at++) other.places.add(at);
			if (other.keys.has(key)) continue;
			other.keys.add(key);
			other.weight += weight * agreed;
			if (left > 0.25 && !isKin(key)) other.telling += to - from;
		}
	}
	for (const { at } of marked) enough[at] = 0;
	const near: (Near & { worth: number })[] = [];
	for (const [bag, { weight, places, telling }] of said) {
		const ofLine = weight / bag.total;
		const ofQuestion = weight / Math.max(all, weight);
		if (bag.concepts.length === 1 && isAct(bag.concepts[0]!.key)) continue;
		// Of a line with but one word that is not about people all must have been said.
		if (few(bag) && weight < bag.total * 0.9) continue;
		if (ofLine < OF_LINE || telling < 2 || ofQuestion < OF_QUESTION) continue;
		bag.rule.means.forEach((meaning, at) => {
			const likeness = SURE * ofLine ** 1.5 * LATER_MEANING ** at * APART ** between(terms, places);
			near.push({ meaning, places, likeness, worth: likeness * Math.sqrt(ofQuestion) });
		});
	}
	near.sort((a, b) => b.worth - a.worth);
	const names = new Set<string>();
	return near
		.filter(({ meaning }) => {
			const name = meaning.map((word) => word.text).join(' ');
			return !names.has(name) && names.add(name);
		})
		.slice(0, MOST);
}
