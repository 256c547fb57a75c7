/**
 * From the words of a person to a ranked list: reads the words, forms what they may mean, gathers the entries that
 * hold enough of the words (gather.ts), and scores those few exactly (rank.ts). Pure: works on a shelf in memory.
 */
import { kinds, type Kind, type OnlineLevel } from './entry.ts';
import { fold } from './fold.ts';
import { gather, planOf, type Plan } from './gather.ts';
import { beginningWith, spelledOut, vocabularyOf, writtenAs } from './known-words.ts';
import { freshness, FRESHEST, kindWeights } from './leaning.ts';
import type { Lexicon } from './lexicon.ts';
import { formulate, type Formulation } from './meaning.ts';
import { plainOf } from './name.ts';
import { read, typedWords, type Word } from './reading.ts';
import { asking, question, score, scoreAtMost, shareFor, type Question } from './rank.ts';
import { codedAs, contains, namesOf, type Doc, type Shelf } from './shelf.ts';
import { agreement, shapeOf } from './syllable.ts';

export type Wanted = {
	words: string;
	kind?: Kind | undefined;
	field?: string | undefined;
	applicant?: string | undefined;
	online?: OnlineLevel | undefined;
	/** The words are still being typed. */
	typing?: boolean | undefined;
	/** Just these words, all of them: nothing is corrected, and no other name is looked for. */
	literal?: boolean | undefined;
	/** No more than so many are needed, and nothing to narrow them by. */
	most?: number | undefined;
	now: number;
};

export type Ranked = { doc: Doc; score: number; formulation: Formulation | null };

export type Sought = {
	/** Best first; of one thing only its best window. */
	ranked: Ranked[];
	/** The same without the filters by field, applicant and online level: what the filters count over. */
	unfiltered: Ranked[];
	understoodAs: string | null;
	typed: Word[];
};

const LONGEST = 1200;
/** A word that says more than this is one a person looks for. */
const SAYING = 0.25;
/** Entries that hold less of what is looked for are not looked at. */
const LEAST_GATHERED = 0.12;
const SCORED_EXACTLY = 70;
/** Nobody turns so many pages; of a hundred thousand entries half may hold a common word. */
const MOST_ANSWERS = 400;
/**
 * Below this the best is no answer (docs/measured.md): one in a thousand true answers stands lower, and of questions
 * that are nothing of a ward's most stand lower. What holds every telling word, or is still being typed, may be weaker.
 */
const LEAST = 0.3;
/** Of a long story more words are about something else: each word after the third makes less enough. */
const LESS_A_WORD = 0.04;
const LEAST_OF_LONG = 0.14;
/** Where mostly a thing was said that other offices do, what still answers must be surer. */
const LEAST_ELSEWHERE = 0.45;
const LEAST_OF_WORDS = 0.1;
/** Entries far below the best are no answer. */
const LEAST_OF_BEST = 0.42;

/** The best is mostly at least so good: entries too far below that are looked at only when it is not. */
const USUAL_BEST = 0.85;
/** What can be at the top for its name alone. */
const MOST_NAMED = 400;

export function seek(shelf: Shelf, lexicon: Lexicon, wanted: Wanted): Sought {
	const words = wanted.words.slice(0, LONGEST);
	const typed = typedWords(words);
	const open = (doc: Doc): boolean =>
		doc.alive &&
		doc.from <= wanted.now &&
		wanted.now < doc.to &&
		(wanted.kind === undefined || doc.kind === wanted.kind);
	if (words.trim() === '') return everything(shelf, wanted, open);
	if (typed.length === 0) return { ranked: [], unfiltered: [], understoodAs: null, typed };

	const typing = wanted.typing ?? false;
	const reading = read(typed, vocabularyOf(shelf, lexicon));
	const formulations = formulate(typed, reading, lexicon, (letters) => spelledOut(shelf, letters), typing);
	if (wanted.literal) formulations.splice(1);
	const { sorted, least: ofBest } = answers(shelf, wanted, formulations, open, words, typed);
	const said = formulations[0]!.terms.filter((term) => term.left > SAYING);
	const elsewhere = formulations[0]!.trust < 0.5;
	const least = elsewhere
		? LEAST_ELSEWHERE
		: Math.max(LEAST_OF_LONG, LEAST - LESS_A_WORD * Math.max(0, said.length - 3));
	const unfiltered = sorted.filter(({ doc, score: found }) => {
		if (found < ofBest) return false;
		if (found >= least && !wanted.literal) return true;
		if (typing && !wanted.literal) return true;
		if (elsewhere) return false;
		const few = wanted.literal || doc.kind !== 'procedure' || said.length === 1;
		return few && said.every((term) => contains(shelf, doc, shelf.ids.get(term.stem) ?? -1));
	});
	const ranked = unfiltered.filter(({ doc }) => fits(doc, wanted));
	const understood = (ranked[0] ?? unfiltered[0])?.formulation?.corrected;
	return {
		ranked,
		unfiltered,
		understoodAs: understood ? spoken(shelf, understood, words) : null,
		typed
	};
}

/** What one formulation asks, down to which sum its entries were gathered, and which of them were scored. */
type Try = { asked: Question; plan: Plan; floor: number; scored: Set<number> };

/**
 * The entries by their best formulation, best first, and the score below which none counts. An entry that cannot come
 * to that score is left out before it is scored: what is left out would have fallen away afterwards.
 */
function answers(
	shelf: Shelf,
	wanted: Wanted,
	formulations: Formulation[],
	open: (doc: Doc) => boolean,
	words: string,
	typed: Word[]
): { sorted: Ranked[]; least: number } {
	const typing = wanted.typing ?? false;
	const weights = kindWeights(fold(words));
	const heaviest = wanted.kind ? weights[wanted.kind] : Math.max(...Object.values(weights));
	const best = new Map<number, Ranked>();
	// Entries with a right of their own, whatever their words are worth: what they are called, or their code, was typed.
	const owned = rightsOf(shelf, words, typed, typing, open);
	const final = (doc: Doc, found: number): number => {
		const own = owned.get(doc.at);
		const leaning = own?.coded ? CODED + found : found * weights[doc.kind];
		return leaning + (own?.named ?? 0) + freshness(doc.kind, doc.publishedAt, wanted.now);
	};
	const { docs } = shelf;
	const wantedAt = (at: number): boolean => open(docs[at]!);
	let top = 0;
	const highest = highestOf(wanted.most);
	const keep = (doc: Doc, found: number, formulation: Formulation): void => {
		const other = best.get(doc.at);
		if (!other) best.set(doc.at, { doc, score: found, formulation });
		else if (found > other.score + 1e-9) Object.assign(other, { score: found, formulation });
		else return;
		const now = final(doc, found);
		top = Math.max(top, now);
		highest.add(doc, now);
	};
	const lowest = (assumed: number): number =>
		Math.max(wanted.literal ? LEAST_OF_WORDS : leastOf(Math.max(top, assumed)), highest.least());

	const tries = formulations
		.map((formulation): Try => {
			const asked = question(shelf, formulation, (letters) => beginningWith(shelf, letters));
			return { asked, plan: planOf(asked), floor: Infinity, scored: new Set() };
		})
		.filter(({ asked }) => asked.total > 0);
	for (const [at, { coded }] of owned) {
		top = Math.max(top, coded ? CODED : 0);
		for (const { asked } of tries)
			keep(
				docs[at]!,
				asking(shelf, asked, typing, (asking) => score(shelf, docs[at]!, asking)),
				asked.formulation
			);
		if (coded)
			best.set(at, { doc: docs[at]!, score: best.get(at)?.score ?? 0, formulation: formulations[0]! });
	}
	const mostGathered = wanted.most === undefined ? MOST_ANSWERS : SCORED_EXACTLY;
	const look = (assumed: number): void => {
		for (const one of tries) {
			const { asked, plan } = one;
			const { trust } = asked.formulation;
			const least = lowest(assumed);
			const share = shareFor((least - FRESHEST) / heaviest, trust, typing);
			const floor = Math.max(LEAST_GATHERED * asked.total, share * asked.total - plan.slack);
			if (floor >= one.floor) continue;
			const gathered = gather(shelf, plan, floor, SCORED_EXACTLY, mostGathered, wantedAt);
			const worth = (doc: Doc, found: number): boolean =>
				found > (best.get(doc.at)?.score ?? 0) && found * weights[doc.kind] + FRESHEST >= lowest(assumed);
			asking(shelf, asked, typing, (asking) => {
				for (const { at, sum } of gathered.first) {
					const doc = docs[at]!;
					if (one.scored.has(at) || owned.has(at)) continue;
					const most = scoreAtMost((sum + plan.slack) / asked.total, doc.kind, trust, typing);
					if (!worth(doc, most)) continue;
					one.scored.add(at);
					keep(doc, score(shelf, doc, asking), asked.formulation);
				}
			});
			// Of many that hold the words alike, the rest follows in the order they were gathered.
			for (const { at, sum } of gathered.rest) {
				const doc = docs[at]!;
				const found = Math.min(0.4, Math.max(0, sum / asked.total) * 0.4) * trust;
				if (worth(doc, found) && !owned.has(at)) keep(doc, found, asked.formulation);
			}
			one.floor = floor;
		}
	};
	look(wanted.literal ? 0 : USUAL_BEST);
	if (!wanted.literal && top < USUAL_BEST) look(0);
	for (const one of best.values()) one.score = final(one.doc, one.score);
	return { sorted: onePerThing([...best.values()].sort(order)), least: lowest(0) };
}

const leastOf = (best: number): number => Math.max(LEAST_OF_WORDS, Math.min(1, best) * LEAST_OF_BEST);

/** The least of the `most` best scores, of things that stand but once on the shelf; 0 while there are fewer. */
function highestOf(most: number | undefined) {
	const scores = new Map<number, number>();
	let least = 0;
	return {
		add(doc: Doc, found: number): void {
			if (most === undefined || doc.windows.length > 1 || found <= least) return;
			scores.set(doc.at, found);
			if (scores.size >= most) least = [...scores.values()].sort((a, b) => b - a)[most - 1] ?? 0;
		},
		least: () => least
	};
}

type Right = { named: number; coded: boolean };
const CODED = 3;

function rightsOf(
	shelf: Shelf,
	words: string,
	typed: Word[],
	typing: boolean,
	open: (doc: Doc) => boolean
): Map<number, Right> {
	const rights = new Map<number, Right>();
	const plain = plainOf(words);
	const anyMarked = typed.some((word) => word.marked);
	for (const at of shelf.plains.get(plain) ?? []) {
		const doc = shelf.docs[at]!;
		if (!open(doc)) continue;
		if (rights.size === MOST_NAMED) break;
		rights.set(at, { named: exactness(shelf, doc, plain, typed, anyMarked), coded: false });
	}
	const bares = typed.map((word) => word.bare);
	for (const at of codedAs(shelf, bares, typing))
		if (open(shelf.docs[at]!)) rights.set(at, { named: rights.get(at)?.named ?? 0, coded: true });
	return rights;
}

function order(a: Ranked, b: Ranked): number {
	return (
		b.score - a.score ||
		(b.doc.publishedAt?.getTime() ?? 0) - (a.doc.publishedAt?.getTime() ?? 0) ||
		a.doc.title.length - b.doc.title.length ||
		(a.doc.key < b.doc.key ? -1 : 1)
	);
}

function onePerThing(sorted: Ranked[]): Ranked[] {
	const seen = new Set<number[]>();
	return sorted.filter(
		({ doc }) => doc.windows.length === 1 || (!seen.has(doc.windows) && seen.add(doc.windows))
	);
}

function fits(doc: Doc, wanted: Pick<Wanted, 'field' | 'applicant' | 'online'>): boolean {
	return (
		(wanted.field === undefined || doc.facets.field === wanted.field) &&
		(wanted.applicant === undefined || (doc.facets.applicants ?? []).includes(wanted.applicant)) &&
		(wanted.online === undefined || doc.facets.online === wanted.online)
	);
}

const kindOrder = Object.keys(kinds);
const everythingOf = new WeakMap<Shelf, { version: number; docs: Doc[] }>();

/** Without words: everything there is, procedures by name, news by day. */
function everything(shelf: Shelf, wanted: Wanted, open: (doc: Doc) => boolean): Sought {
	let inOrder = everythingOf.get(shelf);
	if (inOrder?.version !== shelf.version) {
		const collator = new Intl.Collator('vi');
		const docs = shelf.docs
			.filter((doc) => doc.alive)
			.sort(
				(a, b) =>
					kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) ||
					(b.publishedAt?.getTime() ?? 0) - (a.publishedAt?.getTime() ?? 0) ||
					collator.compare(a.title, b.title)
			);
		everythingOf.set(shelf, (inOrder = { version: shelf.version, docs }));
	}
	const unfiltered = onePerThing(
		inOrder.docs.filter(open).map((doc) => ({ doc, score: 0, formulation: null }))
	);
	return {
		ranked: unfiltered.filter(({ doc }) => fits(doc, wanted)),
		unfiltered,
		understoodAs: null,
		typed: []
	};
}

/** The whole title was typed: then it is meant, whatever else holds the same words. */
function exactness(shelf: Shelf, doc: Doc, plain: string, typed: Word[], anyMarked: boolean): number {
	const [title, ...aliases] = namesOf(shelf, doc);
	if (title!.plain !== plain) return aliases.some((alias) => alias.plain === plain) ? 0.4 : 0;
	if (!anyMarked) return 1;
	const shapes = typedWords(doc.title).slice(-typed.length);
	const agreed = typed
		.slice(-shapes.length)
		.reduce((sum, word, at) => sum + agreement(shapeOf(word.text), word.stem, shapes[at]!.shape, true), 0);
	return 0.9 + (0.2 * agreed) / Math.max(1, shapes.length);
}

/** The words really searched; what the person typed with its marks stays as typed. */
function spoken(shelf: Shelf, words: Word[], typed: string): string | null {
	const written = writtenAs(
		shelf,
		words.map((word) => word.stem)
	);
	const text = words.map((word, at) => (word.marked || word.cost === 0 ? word.text : written[at]!)).join(' ');
	// Unmarked words around a corrected one are said with their marks too.
	const whole = words.some((word) => word.marked) ? text : written.join(' ');
	return whole === typed.trim().toLowerCase().normalize('NFC') ? null : whole;
}
