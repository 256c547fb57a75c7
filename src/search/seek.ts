/**
 * From the words of a person to a ranked list: reads the words, forms what they may mean, gathers the entries that
 * hold the rarest words, and scores those few exactly. Pure: works on a shelf in memory.
 */
import { kinds, type Kind, type OnlineLevel } from './entry.ts';
import { fold } from './fold.ts';
import { fillerWords, type Lexicon } from './lexicon.ts';
import { formulate, type Formulation } from './meaning.ts';
import { read, typedWords, type Vocabulary, type Word } from './reading.ts';
import { question, score, type Question } from './rank.ts';
import {
	beginningWith,
	codedAs,
	namesOf,
	pairOf,
	plainOf,
	spelledOut,
	writtenAs,
	type Doc,
	type Shelf
} from './shelf.ts';
import { nearTo } from './spelling.ts';
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
const LEAST_OF_WORDS = 0.1;
/** Entries far below the best are no answer. */
const LEAST_OF_BEST = 0.42;

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

	const vocabulary = vocabularyOf(shelf, lexicon);
	const reading = read(typed, vocabulary);
	const typing = wanted.typing ?? false;
	const formulations = formulate(typed, reading, lexicon, (letters) => spelledOut(shelf, letters), typing);
	if (wanted.literal) formulations.splice(1);
	const best = new Map<Doc, Ranked>();
	const longerWords = new Map<string, string[]>();
	const longer = (letters: string): string[] => {
		let found = longerWords.get(letters);
		if (!found) longerWords.set(letters, (found = beginningWith(shelf, letters, 40)));
		return found;
	};
	for (const formulation of formulations) {
		const asked = question(shelf, formulation, longer);
		if (asked.total <= 0) continue;
		for (const { doc, score: found } of answersOf(shelf, asked, open, typing)) {
			const other = best.get(doc);
			if (!other || found > other.score + 1e-9) best.set(doc, { doc, score: found, formulation });
		}
	}
	for (const at of codedAs(
		shelf,
		typed.map((word) => word.bare),
		typing
	)) {
		const doc = shelf.docs[at]!;
		if (open(doc))
			best.set(doc, { doc, score: 3 + (best.get(doc)?.score ?? 0), formulation: formulations[0]! });
	}
	const weights = kindWeights(fold(words));
	const plain = plainOf(words);
	const anyMarked = typed.some((word) => word.marked);
	for (const one of best.values()) {
		if (one.score < 3) one.score *= weights[one.doc.kind];
		one.score += exactness(shelf, one.doc, plain, typed, anyMarked);
		if (one.doc.kind !== 'procedure') one.score += freshness(one.doc, wanted.now);
	}
	const sorted = onePerThing([...best.values()].sort(order));
	const said = formulations[0]!.terms.filter((term) => term.left > SAYING);
	const least = Math.max(LEAST_OF_LONG, LEAST - LESS_A_WORD * Math.max(0, said.length - 3));
	const ofBest = Math.min(1, sorted[0]?.score ?? 0) * LEAST_OF_BEST;
	const unfiltered = sorted.filter(({ doc, score: found }) => {
		if (found < (wanted.literal ? LEAST_OF_WORDS : Math.max(LEAST_OF_WORDS, ofBest))) return false;
		if (found >= least && !wanted.literal) return true;
		if (typing && !wanted.literal) return true;
		if (formulations[0]!.trust < 0.5) return false;
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

/** Does the entry hold the word, in a name or in its text? */
function contains(shelf: Shelf, doc: Doc, id: number): boolean {
	const at = shelf.things.get(`${doc.kind} ${doc.key}`)?.find((one) => shelf.docs[one] === doc);
	if (id < 0 || at === undefined) return false;
	const { title, body } = shelf.postings[id]!;
	return holds(title, at) || holds(body, at);
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
	const seen = new Set<string>();
	return sorted.filter(({ doc }) => {
		const thing = `${doc.kind} ${doc.key}`;
		return !seen.has(thing) && seen.add(thing);
	});
}

export function fits(doc: Doc, wanted: Pick<Wanted, 'field' | 'applicant' | 'online'>): boolean {
	return (
		(wanted.field === undefined || doc.facets.field === wanted.field) &&
		(wanted.applicant === undefined || (doc.facets.applicants ?? []).includes(wanted.applicant)) &&
		(wanted.online === undefined || doc.facets.online === wanted.online)
	);
}

const kindOrder = Object.keys(kinds);

/** Without words: everything there is, procedures by name, news by day. */
function everything(shelf: Shelf, wanted: Wanted, open: (doc: Doc) => boolean): Sought {
	const collator = new Intl.Collator('vi');
	const docs = shelf.docs
		.filter(open)
		.sort(
			(a, b) =>
				kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) ||
				(b.publishedAt?.getTime() ?? 0) - (a.publishedAt?.getTime() ?? 0) ||
				collator.compare(a.title, b.title)
		);
	const unfiltered = onePerThing(docs.map((doc) => ({ doc, score: 0, formulation: null })));
	return {
		ranked: unfiltered.filter(({ doc }) => fits(doc, wanted)),
		unfiltered,
		understoodAs: null,
		typed: []
	};
}

function vocabularyOf(shelf: Shelf, lexicon: Lexicon): Vocabulary {
	return {
		level: (stem) => {
			if (lexicon.words.has(stem) || fillerWords.has(stem)) return 0;
			const id = shelf.ids.get(stem);
			if (id === undefined) return 2;
			const { title, body } = shelf.postings[id]!;
			return title.length > 0 ? 0 : body.length > 0 ? 1 : 2;
		},
		shapes: (stem) => [
			...(lexicon.shapes.get(stem) ?? []),
			...[...(shelf.written.get(shelf.ids.get(stem) ?? -1)?.keys() ?? [])].map(shapeOf)
		],
		near: (stem) => {
			const found = new Map(nearTo(shelf.near, stem).map(({ word, slip }) => [word, slip]));
			for (const { word, slip } of nearTo(lexicon.near, stem)) if (!found.has(word)) found.set(word, slip);
			return [...found].map(([word, slip]) => ({ word, slip }));
		},
		pair: (first, second) => {
			if (lexicon.pairs.has(`${first} ${second}`)) return true;
			const a = shelf.ids.get(first);
			const b = shelf.ids.get(second);
			return a !== undefined && b !== undefined && shelf.pairs.has(pairOf(a, b));
		},
		beginsWord: (letters) => beginningWith(shelf, letters, 1).length > 0
	};
}

let sums = new Float64Array(1024);

/** The entries that answer a formulation: gathered by their words, the best of them scored exactly. */
function answersOf(
	shelf: Shelf,
	asked: Question,
	open: (doc: Doc) => boolean,
	typing: boolean
): { doc: Doc; score: number }[] {
	if (sums.length < shelf.docs.length) sums = new Float64Array(shelf.docs.length * 2);
	const touched: number[] = [];
	const add = (postings: number[], weight: number): void => {
		for (const at of postings) {
			if (sums[at] === 0) touched.push(at);
			sums[at]! += weight;
		}
	};
	// Of a whole sentence every word is a small share of the whole, so the heaviest word is the other measure.
	const heaviest = Math.max(...asked.sought.map((one) => one.weight));
	const least = Math.min(0.05 * asked.total, 0.4 * heaviest);
	// The words of a long official name share the weight of what was said for it; together they are what is meant.
	const worth = asked.sought.filter(
		({ weight, term }) => weight >= least || (term.span >= 0 && term.left > 0.25 && weight > 0.1 * heaviest)
	);
	for (const one of worth) {
		if (one.id >= 0) {
			add(shelf.postings[one.id]!.title, one.weight);
			add(shelf.postings[one.id]!.body, one.weight * 0.3);
		}
		for (const id of one.longer ?? []) add(shelf.postings[id]!.title, one.weight * 0.7);
	}
	const gathered: { at: number; sum: number }[] = [];
	for (const at of touched) {
		const sum = sums[at]!;
		sums[at] = 0;
		if (sum < 0.12 * asked.total) continue;
		const doc = shelf.docs[at]!;
		if (open(doc)) gathered.push({ at, sum: sum - doc.title.length * 1e-4 });
	}
	gathered.sort((a, b) => b.sum - a.sum);
	return gathered.slice(0, MOST_ANSWERS).map(({ at, sum }, rank) => {
		const doc = shelf.docs[at]!;
		if (rank >= SCORED_EXACTLY) {
			// Of many that hold the words alike, the rest follows in the order they were gathered.
			return { doc, score: Math.min(0.4, Math.max(0, sum / asked.total) * 0.4) * asked.formulation.trust };
		}
		const inBody = (id: number): boolean => holds(shelf.postings[id]!.body, at);
		return { doc, score: score(shelf, doc, asked, inBody, typing) };
	});
}

function holds(sorted: number[], wanted: number): boolean {
	let low = 0;
	let high = sorted.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const value = sorted[middle]!;
		if (value === wanted) return true;
		if (value < wanted) low = middle + 1;
		else high = middle - 1;
	}
	return false;
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

const DAY = 86_400_000;

/** Newer news before older: a nudge, not a verdict. */
function freshness(doc: Doc, now: number): number {
	if (!doc.publishedAt) return 0;
	const days = Math.max(0, (now - doc.publishedAt.getTime()) / DAY);
	return 0.03 / (1 + days / 60);
}

const newsWords =
	/(^| )(tin|tin tuc|tin moi|bai viet|bai bao|hoi nghi|hoi thao|toa dam|lich|thong bao|su kien|tap huan|tuyen truyen|phat dong|le ky niem|ky niem|phong trao|cuoc thi|ra quan|khai mac|be mac|tong ket|so ket|cau chuyen|mo hinh|guong|diem tin|chuong trinh)( |$)/;
const documentWords =
	/(^| )(quyet dinh so|quyet dinh|nghi quyet|ke hoach|cong van|van ban|nghi dinh|thong tu|chi thi|to trinh|bao cao|luat)( |$)/;
const callWords = /(^| )(duong day nong|so dien thoai|dien thoai|hotline|goi dien|lien he|sdt)( |$)/;
const listenWords = /(^| )(phat thanh|truyen thanh|loa|ban tin|nghe|podcast)( |$)/;

function kindWeights(folded: string): Record<Kind, number> {
	const news = newsWords.test(folded);
	return {
		procedure: news ? 0.85 : 1,
		article: news ? 1.05 : 0.8,
		document: documentWords.test(folded) ? 1.08 : 0.8,
		answer: 0.82,
		hotline: callWords.test(folded) ? 1.4 : 0.78,
		broadcast: listenWords.test(folded) ? 1.1 : 0.74,
		page: 0.85
	};
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
