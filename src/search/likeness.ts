/**
 * What was nearly said: lines of the word list whose words stand in the question in another order, with other words
 * between them, or all but one of them. `cho con gái miếng đất` is nearly `cho con đất`.
 */
import type { Bag, Lexicon } from './lexicon.ts';
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
const OF_LINE = 0.62;
const OF_QUESTION = 0.3;
/** Where nothing but the order differs. */
const SURE = 0.95;

export function nearlySaid(terms: Term[], lexicon: Lexicon, anyMarked: boolean): Near[] {
	const said = new Map<Bag, { weight: number; places: Set<number> }>();
	let all = 0;
	terms.forEach((term, at) => {
		const own = Math.min(term.left, 1) * lexicon.weightOf(term.stem);
		all += own;
		for (const { bag, place } of lexicon.bags.get(term.stem) ?? []) {
			const agreed = agreement(term.shape, term.stem, bag.words[place]!.shape, anyMarked);
			if (agreed < (term.marked ? 0.85 : 0.6)) continue;
			const other = said.get(bag);
			if (!other) said.set(bag, { weight: bag.weights[place]! * agreed, places: new Set([at]) });
			else if (![...other.places].some((one) => terms[one]!.stem === term.stem)) {
				other.weight += bag.weights[place]! * agreed;
				other.places.add(at);
			}
		}
	});
	const near: (Near & { worth: number })[] = [];
	for (const [bag, { weight, places }] of said) {
		const ofLine = weight / bag.total;
		if (ofLine < OF_LINE) continue;
		const telling = [...places].filter((at) => terms[at]!.left > 0.25).length;
		if (telling < 2) continue;
		const ofQuestion = weight / Math.max(all, weight);
		if (ofQuestion < OF_QUESTION) continue;
		const likeness = SURE * ofLine ** 1.2;
		for (const meaning of bag.rule.means)
			near.push({ meaning, places, likeness, worth: likeness * Math.sqrt(ofQuestion) });
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
