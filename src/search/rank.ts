/** How well an entry answers a formulation, between 0 and about 1. Pure and small, so it can be tested and reasoned about. */
import type { Kind } from './entry.ts';
import { distinguishing, popularityOf, littleWords } from './lexicon.ts';
import type { Formulation, Term } from './meaning.ts';
import type { Name } from './name.ts';
import { inBody, namesOf, rarity, type Doc, type Shelf } from './shelf.ts';
import { agreement, shapeOf } from './syllable.ts';

/** A term with its place on the shelf. */
export type Sought = {
	term: Term;
	/** -1: no entry has the word. */
	id: number;
	/** Title words that begin with a word still being typed. */
	longer: Set<number> | undefined;
	weight: number;
	/** Half of a word whose other half was not said. */
	halved: boolean;
};

export type Question = {
	sought: Sought[];
	/** All words looked for. */
	ids: Set<number>;
	total: number;
	formulation: Formulation;
	anyMarked: boolean;
};

/** Halves of one word: the second alone is another word (`ngoài giá thú`, `nước ngoài`). */
const halves = new Map([['ngoai', 'nuoc']]);
const HALF = 0.3;

/** A word that tells a thing from its sisters and was not said. */
const UNSAID = 1.6;
const ALIAS = 0.97;
const BODY = 0.3;
const OFFICIAL = 0.9;
const BEGINNING = 0.8;
const BEGINNING_OF_KNOWN = 0.45;
/** What people mostly come for stands a little before its sisters. */
const POPULAR = 0.08;
/** Of a few letters little more is known than what people mostly come for. */
const POPULAR_TYPING = 0.3;
/** A name that begins with just what was typed is covered at least so far. */
const BEGUN_SO = 0.8;
/** The share of the score that comes from covering the title, and from words standing as they were said. */
const TITLE = 0.32;
const ORDER = 0.2;
/** Entries that hold only some of the words fall off so fast. */
const COVERED = 1.4;

export function question(
	shelf: Shelf,
	formulation: Formulation,
	beginningWith: (letters: string) => string[]
): Question {
	const scales = scalesOf(shelf, formulation);
	const stems = new Set(formulation.terms.map((term) => term.stem));
	let total = 0;
	const sought = formulation.terms.map((term): Sought => {
		const id = shelf.ids.get(term.stem) ?? -1;
		const strange = isStrange(shelf, term, id);
		const weight = rarity(shelf, strange ? -1 : id) * term.left * scales(term, strange);
		total += weight;
		const longer = term.beginning
			? new Set(beginningWith(term.stem).map((stem) => shelf.ids.get(stem) ?? -1))
			: undefined;
		longer?.delete(id);
		const other = halves.get(term.stem);
		const halved = other !== undefined && !stems.has(other);
		return { term, id, longer: longer && longer.size > 0 ? longer : undefined, weight, halved };
	});
	const ids = new Set(sought.filter(({ halved }) => !halved).map(({ id }) => id));
	return { sought, ids, total, formulation, anyMarked: formulation.terms.some((term) => term.marked) };
}

/** An official name may say this much more than what was said for it. */
const GROWN = 1.4;
/** A word of everyday speech that no name holds says no more for that. */
const SAID = 3.6;
/** So many words nobody knows count in full; of more of them each counts less. */
const FOREIGN = 4;

/** What keeps a formulation in proportion: long names of what was said shortly, words that are no name of anything. */
function scalesOf(shelf: Shelf, { terms, spans }: Formulation): (term: Term, strange: boolean) => number {
	const idOf = (stem: string): number => shelf.ids.get(stem) ?? -1;
	const weightOf = (words: { stem: string; left: number }[], most: number): number =>
		words.reduce((sum, { stem, left }) => sum + Math.min(most, rarity(shelf, idOf(stem))) * left, 0);
	const grown = spans.map((said, at) => {
		const named = weightOf(
			terms.filter((term) => term.span === at),
			Infinity
		);
		return named > 0 ? Math.min(4, (GROWN * weightOf(said, SAID)) / named) : 1;
	});
	const saying = terms.filter((term) => term.left > 0.25).length;
	const foreign = Math.min(1.6, FOREIGN / saying);
	return (term, strange) => (term.span >= 0 ? grown[term.span]! : strange ? foreign : 1);
}

/** Neither the word list nor any name knows it: with its marks, when it was typed with them (`chó` is not `cho`). */
function isStrange(shelf: Shelf, term: Term, id: number): boolean {
	if (!term.foreign || term.span >= 0) return false;
	if (id < 0 || shelf.postings[id]!.title.docs.length === 0) return true;
	if (!term.marked) return false;
	for (const form of shelf.written.get(id)?.keys() ?? [])
		if (agreement(term.shape, term.stem, shapeOf(form), true) >= 0.6) return false;
	return true;
}

/** Where the words of one question stand among the words of the shelf, laid out once for all entries it is put to. */
export type Asking = {
	asked: Question;
	/** By the number of a word: which of the question's words it is, counted from one. */
	slots: Uint16Array;
	/** The one before it that is the same word, said twice. */
	twins: number[];
	/** Which word of the question it begins with. */
	begun: Uint16Array;
	typing: boolean;
};

let slotsFree: Uint16Array[] = [];

/** Lays the question out, for as long as `work` takes. */
export function asking<T>(shelf: Shelf, asked: Question, typing: boolean, work: (asking: Asking) => T): T {
	const size = shelf.words.length;
	const take = (): Uint16Array => {
		const free = slotsFree.pop();
		return free && free.length >= size ? free : new Uint16Array(size + (size >> 2) + 64);
	};
	const slots = take();
	const begun = take();
	const twins = asked.sought.map(({ id, longer }, place) => {
		const twin = id >= 0 ? slots[id]! : 0;
		if (id >= 0) slots[id] = place + 1;
		for (const one of longer ?? []) if (one >= 0) begun[one] = place + 1;
		return twin;
	});
	try {
		return work({ asked, slots, twins, begun, typing });
	} finally {
		for (const { id, longer } of asked.sought) {
			if (id >= 0) slots[id] = 0;
			for (const one of longer ?? []) if (one >= 0) begun[one] = 0;
		}
		slotsFree = [slots, begun, ...slotsFree.slice(0, 2)];
	}
}

export function score(shelf: Shelf, doc: Doc, asking: Asking): number {
	let best = 0;
	const names = namesOf(shelf, doc);
	for (const name of names) {
		best = Math.max(best, nameScore(shelf, doc, name, asking) * (name.alias ? ALIAS : 1));
	}
	const often =
		doc.kind === 'procedure'
			? (asking.typing ? POPULAR_TYPING : POPULAR) * weighed(shelf, names[0]!).popularity
			: 0;
	return best * (1 + often) * asking.asked.formulation.trust;
}

/** Places of a name at which a word of the question stands, chained by word; room for the longest name so far. */
let room = 256;
let nextOf = new Int32Array(room);
let placeOf = new Int32Array(room);
let exactly = new Uint8Array(room);
let hits = new Uint8Array(room);
/** The first and the last of each word's chain; -1: none. */
let heads = new Int32Array(room).fill(-1);
let tails = new Int32Array(room).fill(-1);

function makeRoom(places: number): void {
	if (places * 2 <= room) return;
	room = places * 4;
	nextOf = new Int32Array(room);
	placeOf = new Int32Array(room);
	exactly = new Uint8Array(room);
	hits = new Uint8Array(room);
	heads = new Int32Array(room).fill(-1);
	tails = new Int32Array(room).fill(-1);
}

let chained = 0;

/** A word typed ten times stands ten times at each of its places: no bound by length holds the links. */
function moreLinks(): void {
	const grown = (links: Int32Array): Int32Array<ArrayBuffer> => {
		const more = new Int32Array(links.length * 2);
		more.set(links);
		return more;
	};
	nextOf = grown(nextOf);
	placeOf = grown(placeOf);
	const exact = new Uint8Array(exactly.length * 2);
	exact.set(exactly);
	exactly = exact;
}

function chain(word: number, place: number, exact: number): void {
	if (chained === placeOf.length) moreLinks();
	placeOf[chained] = place;
	exactly[chained] = exact;
	nextOf[chained] = -1;
	if (heads[word] === -1) heads[word] = chained;
	else nextOf[tails[word]!] = chained;
	tails[word] = chained++;
}

function nameScore(
	shelf: Shelf,
	doc: Doc,
	name: Name,
	{ asked, slots, twins, begun, typing }: Asking
): number {
	const { sought } = asked;
	const { ids } = name;
	makeRoom(Math.max(ids.length, sought.length));
	chained = 0;
	for (let at = 0; at < ids.length; at++) {
		const id = ids[at]!;
		const longer = begun[id]!;
		hits[at] = 0;
		for (let slot = slots[id]!; slot > 0; slot = twins[slot - 1]!) {
			if (!sought[slot - 1]!.halved) hits[at] = 1;
			chain(slot - 1, at, 1);
		}
		if (longer > 0) chain(longer - 1, at, 0);
	}
	let answered = 0;
	let previousAt = -1;
	let previousWeight = 0;
	let pairs = 0;
	let inOrder = 0;
	for (let word = 0; word < sought.length; word++) {
		const one = sought[word]!;
		let at = -1;
		let quality = 0;
		if (heads[word] !== -1) {
			at = place(name, one, word, asked.anyMarked, previousAt, typing);
			quality = one.halved ? placed * HALF : placed;
			if (at >= 0 && !one.halved) hits[at] = 1;
			heads[word] = -1;
		}
		if (quality < BODY && one.id >= 0 && inBody(shelf, one.id, doc.at)) quality = BODY;
		answered += one.weight * quality;
		if (one.weight <= 0.05) continue;
		if (previousWeight > 0) {
			const weight = Math.min(previousWeight, one.weight);
			pairs += weight;
			if (at >= 0 && previousAt >= 0) inOrder += weight * nearness(at - previousAt);
		}
		previousAt = at;
		previousWeight = one.weight;
	}
	const coverage = asked.total > 0 ? answered / asked.total : 0;
	if (coverage <= 0) return 0;
	let said = 0;
	let all = 0;
	const { weights } = weighed(shelf, name);
	for (let at = 0; at < weights.length; at++) {
		const weight = weights[at]!;
		if (hits[at] === 1) {
			all += Math.abs(weight);
			said += Math.abs(weight);
			// What tells this one from its sisters was not said.
		} else all += weight > 0 ? weight : -weight * UNSAID;
	}
	const startsSo = startsAs(name, sought) ? BEGUN_SO : 0;
	const covered = all > 0 ? Math.max(startsSo, said / all) : 0;
	// One word still being typed tells little of how much of the name is meant.
	const title = typing && sought.length === 1 ? 0.5 + 0.1 * covered : covered;
	const order = pairs > 0 ? inOrder / pairs : title;
	return coverage ** COVERED * (1 - TITLE - ORDER + TITLE * title + ORDER * order);
}

/**
 * The most an entry may score that holds this share of the words, by their weight. `seek` scores only what may matter:
 * whoever changes how `score` grows changes this with it.
 */
export function scoreAtMost(share: number, kind: Kind, trust: number, typing: boolean): number {
	const often = kind === 'procedure' ? (typing ? POPULAR_TYPING : POPULAR) : 0;
	return Math.min(1, share) ** COVERED * (1 + often) * trust;
}

/** The share an entry must hold at least to score so much. */
export function shareFor(score: number, trust: number, typing: boolean): number {
	return (Math.max(0, score) / (trust * (1 + (typing ? POPULAR_TYPING : POPULAR)))) ** (1 / COVERED);
}

/** How much each place of a name says; below zero where it tells the thing from its sisters. */
function weighed(shelf: Shelf, name: Name): NonNullable<Name['weighed']> {
	let own = name.weighed;
	if (own?.of !== shelf.version) {
		const weights = Float64Array.from(name.ids, (id, at) => {
			const stem = shelf.words[id]!;
			const weight = rarity(shelf, id) * name.places[at]! * Math.max(0.05, littleWords.get(stem)?.left ?? 1);
			return distinguishing.has(stem) ? -weight : weight;
		});
		name.weighed = own = {
			of: shelf.version,
			weights,
			popularity: own?.popularity ?? popularityOf(name.plain)
		};
	}
	return own;
}

/** Does the name begin with the words as they were typed, all of them and in their order? */
function startsAs(name: Name, sought: Sought[]): boolean {
	let at = name.start;
	for (const { id, term } of sought) {
		if (id >= 0 && name.ids[at] === id) at++;
		else if (term.left > 0.1) return false;
	}
	return at - name.start > 2;
}

function nearness(steps: number): number {
	if (steps === 1) return 1;
	if (steps > 1 && steps <= 3) return 0.6;
	if (steps > 3 && steps <= 8) return 0.3;
	return steps === -1 || steps === -2 ? 0.35 : 0.1;
}

/** How well the word found by `place` agrees. */
let placed = 0;

/** The best place of a word in a name; of equal ones the one next after the word before. -1: none agrees. */
function place(
	name: Name,
	one: Sought,
	word: number,
	anyMarked: boolean,
	previousAt: number,
	typing: boolean
): number {
	let at = -1;
	let quality = 0;
	for (let link = heads[word]!; link !== -1; link = nextOf[link]!) {
		const place = placeOf[link]!;
		let found = typing || one.id < 0 ? BEGINNING : BEGINNING_OF_KNOWN;
		if (exactly[link] === 1) {
			found = agreement(one.term.shape, one.term.stem, name.shapes[place]!, anyMarked);
			// The word list is written with its marks: "thuế" is not "thuê".
			if (one.term.span >= 0 && found < OFFICIAL) found = 0;
			if (one.term.bare !== name.bares[place]) found *= 0.98;
		}
		if (
			found > 0 &&
			(found > quality + 0.001 ||
				(found > quality - 0.001 && at >= 0 && at <= previousAt && place > previousAt))
		) {
			at = place;
			quality = Math.max(found, quality);
		}
	}
	placed = quality;
	return at;
}
