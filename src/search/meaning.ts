/**
 * What a person may mean: the words as typed, the words without their slips, and the official names of what they said.
 * Each is a formulation of its own; an entry is as good as the best formulation finds it.
 */
import { awayIn, type Place } from './away.ts';
import { isKinWord } from './concepts.ts';
import { distinguishing, knows, littleWords, type Lexicon, type Rule } from './lexicon.ts';
import { nearlySaid, type Near } from './likeness.ts';
import { typedWords, type Reading, type Word } from './reading.ts';
import { agreement, isSyllable } from './syllable.ts';
import { FILLER, lessenReasons, LITTLE, weightsOf } from './weights.ts';

/** A word to look for. `left` is how much the word says: a filler says next to nothing. */
export type Term = Word & {
	left: number;
	beginning: boolean;
	/** Of which span of `Formulation.spans` this word is the official name; -1: it stands as it was typed. */
	span: number;
	/** Neither the word list nor the fillers know it. */
	foreign: boolean;
};

/** What was said where an official name now stands: the name may not weigh much more than what was said. */
export type Span = { stem: string; left: number }[];

export type Formulation = {
	terms: Term[];
	spans: Span[];
	/** How surely the person means this. */
	trust: number;
	/** The words behind it, when they are not those typed. */
	corrected: Word[] | null;
};

const MOST = 10;
/** Beside the fullest ways: lines taken alone, since of a long sentence one part is what is wanted. */
const MOST_ALONE = 5;
/** Beside the official name of what was meant, the rest of the sentence says less. */
const BESIDE_MEANING = 0.6;
const LITTLE_BESIDE = 0.2;
/** Of a question about a thing other offices do, only its very words are looked for, and seldom meant. */
const AWAY = 0.35;

/** Of several meanings of a line the first is meant most. */
const LATER_MEANING = 0.97;

type Match = { from: number; to: number; means: Word[][]; trust: number; ofAny: boolean };

export function formulate(
	typed: Word[],
	reading: Reading,
	lexicon: Lexicon,
	spelledOut: (letters: string) => string[],
	typing: boolean
): Formulation[] {
	const all = formulationsOf(typed, lexicon, spelledOut, typing, 1, null);
	if (reading.changed) {
		const trust = Math.max(0.75, 1 - 0.03 * reading.cost);
		all.push(...formulationsOf(reading.words, lexicon, spelledOut, typing, trust, reading.words));
	}
	return all;
}

function formulationsOf(
	words: Word[],
	lexicon: Lexicon,
	spelledOut: (letters: string) => string[],
	typing: boolean,
	trust: number,
	corrected: Word[] | null
): Formulation[] {
	const anyMarked = words.some((word) => word.marked);
	const weights = weightsOf(words, anyMarked);
	lessenReasons(words, weights, anyMarked);
	const terms = words.map((word, at): Term => {
		const last = at === words.length - 1;
		return {
			...word,
			left: weights[at]!,
			beginning: last && (typing || word.bare.length > 1),
			span: -1,
			foreign: !knows(lexicon, word)
		};
	});
	// "mất bao lâu" asks how long; nobody died.
	const away = awayIn(words, weights, lexicon, anyMarked);
	const matches = matchesOf(words, lexicon, anyMarked, typing).filter(
		({ from, to }) =>
			weights.slice(from, to).some((weight) => weight > FILLER) &&
			!away.some((span) => from < span.to && span.from < to && to - from <= span.to - span.from)
	);
	words.forEach((word, at) => {
		if (matches.some((match) => match.from <= at && at < match.to)) return;
		if (word.bare.length < 2 || word.bare.length > 7 || isSyllable(word.bare)) return;
		const means = spelledOut(word.bare).map((phrase) => typedWords(phrase));
		if (means.length > 0)
			matches.push({ from: at, to: at + 1, means, trust: word.bare.length > 2 ? 0.9 : 0.7, ofAny: false });
	});
	const ways = waysThrough(matches).slice(0, MOST);
	ways.push(...alone(matches).filter((one) => !ways.some((way) => same(way, one))));
	const asTyped = { terms, spans: [], trust: away.length > 0 ? trust * AWAY : trust, corrected };
	const here = away.length > 0 ? terms.map((term, at) => (inAny(away, at) ? nowhere(term) : term)) : terms;
	return [
		asTyped,
		...ways.map((way) => ({ ...withMeaning(here, way, trust), corrected })),
		...nearlySaid(here, lexicon, anyMarked).map((near) => ({ ...withNear(here, near, trust), corrected }))
	];
}

const inAny = (places: Place[], at: number): boolean => places.some(({ from, to }) => from <= at && at < to);

/** A word of a thing that is done elsewhere is no word of anything here. */
function nowhere(term: Term): Term {
	return { ...term, stem: `-${term.stem}`, foreign: true };
}

type Step = { match: Match; meaning: Word[]; trust: number };

/** Every sensible choice of matches that do not overlap, the fullest first. */
function waysThrough(matches: Match[]): Step[][] {
	const sorted = [...matches].sort((a, b) => a.from - b.from || b.to - a.to);
	const ways: Step[][] = [];
	const walk = (at: number, from: number, way: Step[]): void => {
		if (ways.length > 60) return;
		let next = at;
		while (next < sorted.length && sorted[next]!.from < from) next++;
		if (next === sorted.length) {
			if (way.length > 0) ways.push(way);
			return;
		}
		const match = sorted[next]!;
		match.means.forEach((meaning, at) =>
			walk(next + 1, match.to, [...way, { match, meaning, trust: match.trust * LATER_MEANING ** at }])
		);
		walk(next + 1, from, way);
	};
	walk(0, 0, []);
	const covered = (way: Step[]) => way.reduce((sum, step) => sum + step.match.to - step.match.from, 0);
	return ways.sort((a, b) => covered(b) - covered(a) || a.length - b.length);
}

/** The longest lines taken alone. */
function alone(matches: Match[]): Step[][] {
	return [...matches]
		.sort((a, b) => b.to - b.from - (a.to - a.from))
		.slice(0, MOST_ALONE)
		.map((match) => [{ match, meaning: match.means[0]!, trust: match.trust }]);
}

const same = (a: Step[], b: Step[]): boolean =>
	a.length === b.length &&
	a.every((step, at) => step.meaning === b[at]!.meaning && step.match === b[at]!.match);

function withMeaning(
	terms: Term[],
	way: Step[],
	trust: number
): Pick<Formulation, 'terms' | 'spans' | 'trust'> {
	const said: Term[] = [];
	const spans: Span[] = [];
	const ofAny = way.length === 1 && way[0]!.match.ofAny;
	const anyMarked = terms.some((term) => term.marked);
	const rest = (term: Term): Term =>
		ofAny ? { ...term, left: term.left * LITTLE_BESIDE } : beside(term, anyMarked);
	let at = 0;
	for (const { match, meaning } of way) {
		for (; at < match.from; at++) said.push(rest(terms[at]!));
		said.push(...meant(meaning, spans.length));
		spans.push(terms.slice(match.from, match.to));
		at = match.to;
	}
	for (; at < terms.length; at++) said.push(rest(terms[at]!));
	return {
		terms: unique(said),
		spans,
		trust: way.reduce((product, step) => product * step.trust, trust)
	};
}

/** The official name of what was nearly said; the words that were not part of it stand beside. */
function withNear(
	terms: Term[],
	{ meaning, places, likeness }: Near,
	trust: number
): Pick<Formulation, 'terms' | 'spans' | 'trust'> {
	const said = meant(meaning, 0);
	const anyMarked = terms.some((term) => term.marked);
	terms.forEach((term, at) => {
		if (!places.has(at)) said.push(beside(term, anyMarked));
	});
	return {
		terms: unique(said),
		spans: [terms.filter((_, at) => places.has(at))],
		trust: trust * likeness
	};
}

/** What the list says in so many words is meant, even where the word alone would say little. */
function meant(meaning: Word[], span: number): Term[] {
	const weights = weightsOf(meaning, true);
	return meaning.map((word, place) => ({
		...word,
		marked: true,
		left: weights[place]!,
		beginning: false,
		span,
		foreign: false
	}));
}

function beside(term: Term, anyMarked: boolean): Term {
	const little = term.left <= LITTLE || isKinWord(term, anyMarked);
	const left = little ? LITTLE_BESIDE : distinguishing.has(term.stem) ? 1 : BESIDE_MEANING;
	return { ...term, left: term.left * left };
}

/** A word said twice is looked for once. */
function unique(terms: Term[]): Term[] {
	const seen = new Map<string, Term>();
	const result: Term[] = [];
	for (const term of terms) {
		const other = seen.get(term.stem);
		if (other) {
			other.left = Math.max(other.left, term.left);
			continue;
		}
		const own = { ...term };
		seen.set(term.stem, own);
		result.push(own);
	}
	return result;
}

/** Lines of the word list that were said; a line inside a longer one falls away. */
function matchesOf(words: Word[], lexicon: Lexicon, anyMarked: boolean, typing: boolean): Match[] {
	const found: Match[] = [];
	for (let from = 0; from < words.length; from++) {
		for (const rule of rulesAt(words, from, lexicon, typing)) {
			const match = matchAt(words, from, rule, anyMarked, typing);
			if (match) found.push(match);
		}
	}
	return found.filter(
		(match) =>
			!found.some(
				(other) =>
					other !== match &&
					other.from <= match.from &&
					other.to >= match.to &&
					other.to - other.from > match.to - match.from
			)
	);
}

/** The lines that may begin here, by their first two words. */
function rulesAt(words: Word[], from: number, lexicon: Lexicon, typing: boolean): Rule[] {
	const alike = lexicon.byFirst.get(words[from]!.stem);
	if (!alike) return [];
	const { alone, bySecond } = alike;
	const rules = [...alone];
	const furthest = Math.min(words.length - 1, from + 1 + MOST_BETWEEN);
	for (let at = from + 1; at <= furthest; at++) {
		const { stem } = words[at]!;
		if (words.findIndex((word, place) => place > from && word.stem === stem) < at) continue;
		rules.push(...(bySecond.get(stem) ?? []));
	}
	if (typing && furthest === words.length - 1 && furthest > from)
		for (const [second, begun] of bySecond)
			if (second.startsWith(words[furthest]!.stem) && !rules.includes(begun[0]!)) rules.push(...begun);
	return rules.length > 1 ? rules.sort((a, b) => a.order - b.order) : rules;
}

const MOST_BETWEEN = 2;
const BEGUN = 0.85;

const isBegun = (words: Word[], at: number, wanted: Word): boolean =>
	at === words.length - 1 && words[at]!.stem !== wanted.stem && wanted.stem.startsWith(words[at]!.stem);

function matchAt(
	words: Word[],
	from: number,
	rule: Rule,
	anyMarked: boolean,
	typing: boolean
): Match | undefined {
	let at = from;
	let agreed = 1;
	for (let place = 0; place < rule.said.length; place++) {
		const wanted = rule.said[place]!;
		if (place > 0) {
			let between = 0;
			while (
				at < words.length &&
				words[at]!.stem !== wanted.stem &&
				between < MOST_BETWEEN &&
				(littleWords.get(words[at]!.stem)?.left ?? 1) <= 0.05
			) {
				at++;
				between++;
			}
		}
		const word = words[at];
		if (!word) return undefined;
		// The last word may still be on its way.
		if (typing && place > 0 && place === rule.said.length - 1 && isBegun(words, at, wanted)) {
			return { from, to: at + 1, means: rule.means, ofAny: rule.ofAny, trust: BEGUN };
		}
		if (word.stem !== wanted.stem) return undefined;
		agreed = Math.min(agreed, agreement(word.shape, word.stem, wanted.shape, anyMarked));
		at++;
	}
	const alone = rule.said.length === 1;
	if (agreed < (alone ? 0.9 : 0.6)) return undefined;
	if (alone && anyMarked && agreed < 1 && isSyllable(rule.said[0]!.bare)) return undefined;
	// One word without its marks may be another word.
	const unsure = alone && isSyllable(rule.said[0]!.bare) ? (agreed === 1 && anyMarked ? 0.88 : 0.8) : 1;
	return { from, to: at, means: rule.means, ofAny: rule.ofAny, trust: unsure * (agreed < 0.9 ? 0.9 : 1) };
}
