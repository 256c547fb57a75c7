/**
 * The shelf: a ward's index as it stands in memory, from words to entries. The database holds it (search_entry); this
 * is what a process reads it into, kept up by shelves.server.ts. Pure: nothing here knows where entries come from.
 */
import type { Facets, Kind } from './entry.ts';
import { fold, stems, tokens } from './fold.ts';
import { addNear, type NearWords } from './spelling.ts';
import { shapeOf, type Shape } from './syllable.ts';

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
	alive: boolean;
	/** Worked out when first scored. */
	names: Name[] | undefined;
};

/** A title or an alias, ready to be compared with what was typed. */
export type Name = {
	ids: number[];
	bares: string[];
	shapes: Shape[];
	/** How much each place of the name says: later words, brackets and conditions say less. */
	places: number[];
	/** All stems in order, without an opening "thủ tục". */
	plain: string;
	/** Where the name begins after an opening "thủ tục". */
	start: number;
	alias: boolean;
};

type Posting = { title: number[]; body: number[] };

export type Shelf = {
	docs: Doc[];
	alive: number;
	/** Docs of each thing, by `kind key`. */
	things: Map<string, number[]>;
	/** The newest change of a thing and of a whole kind: entries of older ones no longer hold. */
	thingChange: Map<string, number>;
	kindChange: Map<string, number>;
	ids: Map<string, number>;
	words: string[];
	postings: Posting[];
	/** Word pairs seen side by side in names, with the way they were written. */
	pairs: Map<number, string>;
	/** How a word is mostly written. */
	written: Map<number, Map<string, number>>;
	near: NearWords;
	/** Title words in order, for what begins so; made anew after a change. */
	sorted: string[] | undefined;
	/** Initials of words side by side in procedure names; made when first asked for. */
	initials: Map<string, string[]> | undefined;
	/** Docs by their codes, letters and digits only. */
	codes: Map<string, number[]>;
};

export function emptyShelf(): Shelf {
	return {
		docs: [],
		alive: 0,
		things: new Map(),
		thingChange: new Map(),
		kindChange: new Map(),
		ids: new Map(),
		words: [],
		postings: [],
		pairs: new Map(),
		written: new Map(),
		near: new Map(),
		sorted: undefined,
		initials: undefined,
		codes: new Map()
	};
}

const thingOf = (kind: string, key: string): string => `${kind} ${key}`;
export const pairOf = (first: number, second: number): number => first * 4_194_304 + second;

function idOf(shelf: Shelf, stem: string): number {
	let id = shelf.ids.get(stem);
	if (id === undefined) {
		id = shelf.words.length;
		shelf.ids.set(stem, id);
		shelf.words.push(stem);
		shelf.postings.push({ title: [], body: [] });
	}
	return id;
}

/** A thing (or a whole kind) was indexed anew: what stood before no longer holds. */
export function supersede(shelf: Shelf, changeId: number, kind: Kind, key: string | null): void {
	const newest = key === null ? shelf.kindChange : shelf.thingChange;
	const name = key === null ? kind : thingOf(kind, key);
	if ((newest.get(name) ?? 0) >= changeId) return;
	newest.set(name, changeId);
	if (key !== null) drop(shelf, name, changeId);
	else
		for (const thing of shelf.things.keys()) if (thing.startsWith(`${kind} `)) drop(shelf, thing, changeId);
}

function drop(shelf: Shelf, thing: string, before: number): void {
	const kept = (shelf.things.get(thing) ?? []).filter((at) => {
		const doc = shelf.docs[at]!;
		if (doc.changeId >= before) return true;
		doc.alive = false;
		doc.names = undefined;
		shelf.alive--;
		return false;
	});
	if (kept.length > 0) shelf.things.set(thing, kept);
	else shelf.things.delete(thing);
}

export function put(shelf: Shelf, row: Row): void {
	const thing = thingOf(row.kind, row.key);
	if (row.changeId < (shelf.thingChange.get(thing) ?? 0)) return;
	if (row.changeId < (shelf.kindChange.get(row.kind) ?? 0)) return;
	const { bodyWords, ...rest } = row;
	const at = shelf.docs.length;
	const standing = shelf.things.get(thing) ?? [];
	if (standing.some((other) => shelf.docs[other]!.id === row.id)) return;
	shelf.docs.push({ ...rest, alive: true, names: undefined });
	shelf.alive++;
	shelf.things.set(thing, [...standing, at]);
	for (const code of row.codes) {
		const squeezed = squeeze(code);
		if (squeezed) shelf.codes.set(squeezed, [...(shelf.codes.get(squeezed) ?? []), at]);
	}
	const inTitle = new Set<number>();
	for (const name of [row.title, ...row.aliases]) learn(shelf, name, inTitle);
	for (const id of inTitle) shelf.postings[id]!.title.push(at);
	const seen = new Set<string>();
	for (const stem of bodyWords.split(' ')) {
		if (!stem || seen.has(stem)) continue;
		seen.add(stem);
		const id = idOf(shelf, stem);
		if (!inTitle.has(id)) shelf.postings[id]!.body.push(at);
	}
	shelf.initials = undefined;
}

function learn(shelf: Shelf, name: string, inTitle: Set<number>): void {
	let previous = -1;
	let before = '';
	for (const token of tokens(name)) {
		const known = shelf.ids.get(token.stem);
		const id = known ?? idOf(shelf, token.stem);
		if (known === undefined || shelf.postings[id]!.title.length === 0) {
			addNear(shelf.near, token.stem);
			shelf.sorted = undefined;
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
}

const opening = /^thu tuc (?:hanh chinh )?(?:ve )?(?:viec )?(?=.)/;
/** Words that begin a condition: what follows tells cases apart, but is not what the thing is called. */
const conditions = new Set(['doi', 'thuoc', 'bang', 'tai', 'theo', 'thuc']);

export function namesOf(shelf: Shelf, doc: Doc): Name[] {
	return (doc.names ??= [doc.title, ...doc.aliases].map((text, at) => nameOf(shelf, text, at > 0)));
}

function nameOf(shelf: Shelf, text: string, alias: boolean): Name {
	const found = tokens(text);
	let bracket = 0;
	let after = 1;
	let last = 0;
	const places = found.map((token, at) => {
		for (const sign of text.slice(last, token.start)) {
			if (sign === '(') bracket++;
			else if (sign === ')') bracket = Math.max(0, bracket - 1);
		}
		last = token.end;
		if (at > 2 && bracket === 0 && begins(found, at)) after = Math.min(after, 0.5);
		return (bracket > 0 ? 0.25 : 1) * after * Math.max(0.3, 1 - 0.03 * Math.max(0, at - 6));
	});
	const plain = plainOf(text);
	return {
		ids: found.map((token) => idOf(shelf, token.stem)),
		bares: found.map((token) => token.bare),
		shapes: found.map((token) => shapeOf(token.text)),
		places,
		plain,
		start: found.length - plain.split(' ').length,
		alias
	};
}

function begins(found: { stem: string }[], at: number): boolean {
	const stem = found[at]!.stem;
	if (!conditions.has(stem)) return false;
	const next = found[at + 1]?.stem;
	if (stem === 'doi') return next === 'voi';
	if (stem === 'thuc') return next === 'hien';
	if (stem === 'bang') return next === 'dich';
	return true;
}

export function plainOf(text: string): string {
	return stems(text).join(' ').replace(opening, '');
}

/** Rare words say more. Counted over names, softly, so that a shelf of three things still works. */
export function rarity(shelf: Shelf, id: number): number {
	const count = id < 0 ? 0 : shelf.postings[id]!.title.length;
	const all = Math.max(shelf.alive, 60);
	return Math.log(1 + (all + 1) / (count + 1.5));
}

/** Title words that begin with these letters, shortest first. */
export function beginningWith(shelf: Shelf, letters: string, limit: number): string[] {
	shelf.sorted ??= shelf.words.filter((_, id) => shelf.postings[id]!.title.length > 0).sort();
	let low = 0;
	let high = shelf.sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (shelf.sorted[middle]! < letters) low = middle + 1;
		else high = middle;
	}
	const found: string[] = [];
	for (let at = low; at < shelf.sorted.length && found.length < 200; at++) {
		if (!shelf.sorted[at]!.startsWith(letters)) break;
		found.push(shelf.sorted[at]!);
	}
	return found.sort((a, b) => a.length - b.length).slice(0, limit);
}

/** Abbreviations nobody listed: `dkks` stands for the initials of words side by side in a procedure's name. */
export function spelledOut(shelf: Shelf, letters: string): string[] {
	shelf.initials ??= initialsOf(shelf);
	return shelf.initials.get(letters) ?? [];
}

const MOST_NAMES = 5000;
const MOST_INITIALS = 7;

function initialsOf(shelf: Shelf): Map<string, string[]> {
	const counted = new Map<string, Map<string, number>>();
	let names = 0;
	for (const doc of shelf.docs) {
		if (!doc.alive || doc.kind !== 'procedure') continue;
		if (++names > MOST_NAMES) break;
		const words = tokens(doc.title).slice(0, 16);
		for (let start = 0; start < words.length; start++) {
			let letters = words[start]!.bare[0]!;
			for (let end = start + 1; end < Math.min(words.length, start + MOST_INITIALS); end++) {
				letters += words[end]!.bare[0]!;
				const phrase = words
					.slice(start, end + 1)
					.map((word) => word.text.toLowerCase())
					.join(' ');
				let phrases = counted.get(letters);
				if (!phrases) counted.set(letters, (phrases = new Map<string, number>()));
				// What a name begins with is what people shorten.
				phrases.set(phrase, (phrases.get(phrase) ?? 0) + (start < 3 ? 2 : 1));
			}
		}
	}
	return new Map(
		[...counted].map(([letters, phrases]) => [
			letters,
			[...phrases]
				.sort((a, b) => b[1] - a[1])
				.slice(0, 3)
				.map(([phrase]) => phrase)
		])
	);
}

/** The word as it is mostly written, beside its neighbours when they are known together. */
export function writtenAs(shelf: Shelf, words: string[]): string[] {
	const ids = words.map((stem) => shelf.ids.get(stem) ?? -1);
	return words.map((stem, at) => {
		const id = ids[at]!;
		if (id < 0) return stem;
		const left = at > 0 ? shelf.pairs.get(pairOf(ids[at - 1]!, id)) : undefined;
		if (left) return left.split(' ')[1]!;
		const right = at + 1 < ids.length ? shelf.pairs.get(pairOf(id, ids[at + 1]!)) : undefined;
		if (right) return right.split(' ')[0]!;
		const forms = [...(shelf.written.get(id) ?? [])].sort((a, b) => b[1] - a[1]);
		return forms[0]?.[0] ?? stem;
	});
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
