/**
 * The shelf: a ward's index as it stands in memory, from words to entries and from entries to words. The database holds
 * it (search_entry); this is what a process reads it into, kept up by shelves.server.ts. Pure: nothing here knows where
 * entries come from. Words have numbers, so that a look compares numbers in arrays, not texts.
 */
import type { Facets, Kind } from './entry.ts';
import { fold, tokens } from './fold.ts';
import { nameOf, plainName, type Name } from './name.ts';
import { addNear, type NearWords } from './spelling.ts';

/** An entry as read from the database. */
export type Row = {
	id: number;
	changeId: number;
	kind: Kind;
	key: string;
	url: string;
	title: string;
	codes: string[];
	aliases: string[];
	bodyWords: string;
	facets: Facets;
	/** Milliseconds; found from … to … (-Infinity, Infinity). */
	from: number;
	to: number;
	publishedAt: Date | null;
};

export type Doc = Omit<Row, 'bodyWords'> & {
	/** Its place on the shelf. */
	at: number;
	alive: boolean;
	/** Places of all entries of its thing. */
	windows: number[];
	/** Worked out when first scored. */
	names: Name[] | undefined;
};

/** Places of the entries that hold a word, ascending. */
export type Posting = {
	docs: number[];
	/** The first `taken` of them, one bit for each entry; made when first asked for. */
	bits: Uint32Array | undefined;
	taken: number;
};

export type Shelf = {
	docs: Doc[];
	alive: number;
	/** Grows with every change: what was worked out of an older one is worked out anew. */
	version: number;
	/** Docs of each thing, by `kind key`. */
	things: Map<string, number[]>;
	/** The newest change of a thing and of a whole kind: entries of older ones no longer hold. */
	thingChange: Map<string, number>;
	kindChange: Map<string, number>;
	ids: Map<string, number>;
	words: string[];
	/** Of each word: who holds it in a name, and who only in the body. */
	postings: { title: Posting; body: Posting }[];
	/** Word pairs seen side by side in names, with the way they were written. */
	pairs: Map<number, string>;
	/** How a word is mostly written. */
	written: Map<number, Map<string, number>>;
	near: NearWords;
	/** Docs by their codes, letters and digits only. */
	codes: Map<string, number[]>;
	/** Docs by their names, as `Name.plain`. */
	plains: Map<string, number[]>;
	/** Grows when a title word is new: the order of title words is made anew. */
	titleWords: number;
	rarities: { of: number; values: Float64Array };
	/** How many letters the title of each entry has. */
	lengths: Lengths;
	/** Moments at which an entry begins or ceases to be found, in order. */
	moments: number[];
};

type Lengths = { of: (at: number) => number; put: (at: number, length: number) => void };

function lengths(): Lengths {
	let all = new Uint16Array(1024);
	return {
		of: (at) => all[at]!,
		put(at, length) {
			if (at >= all.length) {
				const larger = new Uint16Array(all.length * 2);
				larger.set(all);
				all = larger;
			}
			all[at] = Math.min(length, 0xffff);
		}
	};
}

export function emptyShelf(): Shelf {
	return {
		docs: [],
		alive: 0,
		version: 0,
		things: new Map(),
		thingChange: new Map(),
		kindChange: new Map(),
		ids: new Map(),
		words: [],
		postings: [],
		pairs: new Map(),
		written: new Map(),
		near: new Map(),
		codes: new Map(),
		plains: new Map(),
		titleWords: 0,
		rarities: { of: -1, values: new Float64Array(0) },
		lengths: lengths(),
		moments: []
	};
}

const thingOf = (kind: string, key: string): string => `${kind} ${key}`;
export const pairOf = (first: number, second: number): number => first * 4_194_304 + second;

const posting = (): Posting => ({ docs: [], bits: undefined, taken: 0 });

function idOf(shelf: Shelf, stem: string): number {
	let id = shelf.ids.get(stem);
	if (id === undefined) {
		id = shelf.words.length;
		shelf.ids.set(stem, id);
		shelf.words.push(stem);
		shelf.postings.push({ title: posting(), body: posting() });
	}
	return id;
}

/** A thing (or a whole kind) was indexed anew: what stood before no longer holds. */
export function supersede(shelf: Shelf, changeId: number, kind: Kind, key: string | null): void {
	const newest = key === null ? shelf.kindChange : shelf.thingChange;
	const name = key === null ? kind : thingOf(kind, key);
	if ((newest.get(name) ?? 0) >= changeId) return;
	newest.set(name, changeId);
	shelf.version++;
	if (key !== null) drop(shelf, name, changeId);
	else
		for (const thing of shelf.things.keys()) if (thing.startsWith(`${kind} `)) drop(shelf, thing, changeId);
}

function drop(shelf: Shelf, thing: string, before: number): void {
	const windows = shelf.things.get(thing) ?? [];
	const kept = windows.filter((at) => {
		const doc = shelf.docs[at]!;
		if (doc.changeId >= before) return true;
		doc.alive = false;
		doc.names = undefined;
		shelf.alive--;
		return false;
	});
	windows.splice(0, windows.length, ...kept);
	if (kept.length === 0) shelf.things.delete(thing);
}

export function put(shelf: Shelf, row: Row): void {
	const thing = thingOf(row.kind, row.key);
	if (row.changeId < (shelf.thingChange.get(thing) ?? 0)) return;
	if (row.changeId < (shelf.kindChange.get(row.kind) ?? 0)) return;
	const { bodyWords, ...rest } = row;
	const at = shelf.docs.length;
	let windows = shelf.things.get(thing);
	if (!windows) shelf.things.set(thing, (windows = []));
	if (windows.some((other) => shelf.docs[other]!.id === row.id)) return;
	windows.push(at);
	shelf.lengths.put(at, row.title.length);
	shelf.docs.push({ ...rest, at, alive: true, windows, names: undefined });
	shelf.alive++;
	shelf.version++;
	for (const moment of [row.from, row.to]) if (Number.isFinite(moment)) addMoment(shelf.moments, moment);
	for (const code of new Set(row.codes.map(squeeze))) if (code) listUnder(shelf.codes, code, at);
	const inTitle = new Set<number>();
	for (const name of [row.title, ...row.aliases]) learn(shelf, name, inTitle, at);
	for (const id of inTitle) shelf.postings[id]!.title.docs.push(at);
	for (const stem of bodyWords.split(' ')) {
		if (!stem) continue;
		const id = idOf(shelf, stem);
		const { docs } = shelf.postings[id]!.body;
		if (!inTitle.has(id) && docs.at(-1) !== at) docs.push(at);
	}
}

function listUnder(map: Map<string, number[]>, name: string, at: number): void {
	const others = map.get(name);
	if (!others) map.set(name, [at]);
	else if (others.at(-1) !== at) others.push(at);
}

function learn(shelf: Shelf, name: string, inTitle: Set<number>, at: number): void {
	let previous = -1;
	let before = '';
	const found = tokens(name);
	for (const token of found) {
		const known = shelf.ids.get(token.stem);
		const id = known ?? idOf(shelf, token.stem);
		if (known === undefined || (shelf.postings[id]!.title.docs.length === 0 && !inTitle.has(id))) {
			addNear(shelf.near, token.stem);
			shelf.titleWords++;
		}
		inTitle.add(id);
		const text = token.text.toLowerCase().normalize('NFC');
		let forms = shelf.written.get(id);
		if (!forms) shelf.written.set(id, (forms = new Map<string, number>()));
		forms.set(text, (forms.get(text) ?? 0) + 1);
		if (previous >= 0) {
			const pair = pairOf(previous, id);
			if (!shelf.pairs.has(pair)) shelf.pairs.set(pair, `${before} ${text}`);
		}
		previous = id;
		before = text;
	}
	listUnder(shelf.plains, plainName(found.map(({ stem }) => stem)), at);
}

export function namesOf(shelf: Shelf, doc: Doc): Name[] {
	return (doc.names ??= [doc.title, ...doc.aliases].map((text, at) =>
		nameOf(text, at > 0, (stem) => idOf(shelf, stem))
	));
}

export function titleOf(shelf: Shelf, doc: Doc): Name {
	return namesOf(shelf, doc)[0]!;
}

function addMoment(moments: number[], moment: number): void {
	const at = firstNotBelow(moments, moment);
	if (moments[at] !== moment) moments.splice(at, 0, moment);
}

/** How many of the moments are past at which what is found changes by itself. */
export function windowsPassed(shelf: Shelf, now: number): number {
	return firstNotBelow(shelf.moments, now + 1);
}

/** Rare words say more. Counted over names, softly, so that a shelf of three things still works. */
export function rarity(shelf: Shelf, id: number): number {
	const { rarities } = shelf;
	if (rarities.of !== shelf.version) {
		rarities.of = shelf.version;
		rarities.values = new Float64Array(shelf.words.length + 1);
	}
	let found = rarities.values[id + 1];
	// Nothing has none: zero is what was not asked yet, undefined a word that came since.
	if (!found) {
		const count = id < 0 ? 0 : shelf.postings[id]!.title.docs.length;
		const all = Math.max(shelf.alive, 60);
		found = Math.log(1 + (all + 1) / (count + 1.5));
		rarities.values[id + 1] = found;
	}
	return found;
}

/** A word that fewer than one in so many entries hold is looked up in its posting. */
const FEW = 256;

/** One bit for each entry a posting names; none where they are few. */
export function bitsOf(shelf: Shelf, posting: Posting): Uint32Array | undefined {
	const { docs } = posting;
	if (docs.length * FEW < shelf.docs.length) return undefined;
	let { bits } = posting;
	if (!bits || posting.taken < docs.length) {
		posting.bits = bits = new Uint32Array((shelf.docs.length >> 5) + 1);
		posting.taken = docs.length;
		for (const one of docs) bits[one >> 5]! |= 1 << (one & 31);
	}
	return bits;
}

export function inBody(shelf: Shelf, id: number, at: number): boolean {
	const { body } = shelf.postings[id]!;
	const bits = bitsOf(shelf, body);
	return bits ? ((bits[at >> 5] ?? 0) & (1 << (at & 31))) !== 0 : holds(body.docs, at);
}

/** Does the entry hold the word, in a name or in its text? */
export function contains(shelf: Shelf, doc: Doc, id: number): boolean {
	return id >= 0 && (holds(shelf.postings[id]!.title.docs, doc.at) || inBody(shelf, id, doc.at));
}

export function holds(sorted: number[], wanted: number): boolean {
	return sorted[firstNotBelow(sorted, wanted)] === wanted;
}

export function firstNotBelow(sorted: number[], wanted: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (sorted[middle]! < wanted) low = middle + 1;
		else high = middle;
	}
	return low;
}

const squeeze = (code: string): string => fold(code).replaceAll(' ', '');
const SHORTEST_CODE = 4;
const MOST_PARTS = 6;

/** Docs whose code was typed: in any spacing, alone or inside a sentence; its beginning is enough while typing. */
export function codedAs(shelf: Shelf, typed: string[], typing: boolean): number[] {
	const found = new Set<number>();
	for (let from = 0; from < typed.length; from++) {
		let code = '';
		for (let to = from; to < Math.min(typed.length, from + MOST_PARTS); to++) {
			code += typed[to]!;
			if (code.length < SHORTEST_CODE || !/\d/.test(code)) continue;
			for (const at of shelf.codes.get(code) ?? []) found.add(at);
		}
	}
	const whole = typed.join('');
	if (found.size === 0 && typing && whole.length >= SHORTEST_CODE && /^\d+$/.test(whole)) {
		for (const [code, docs] of shelf.codes) {
			if (found.size >= 10) break;
			if (code.startsWith(whole)) for (const at of docs) found.add(at);
		}
	}
	return [...found];
}
