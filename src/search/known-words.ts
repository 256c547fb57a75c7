/**
 * The words a shelf and the word list know, asked for every letter typed: what begins so, what initials stand for, how
 * a word is mostly written, which words are near. What was once worked out is kept until the shelf changes.
 */
import { tokens } from './fold.ts';
import { fillerWords, type Lexicon } from './lexicon.ts';
import type { Vocabulary } from './reading.ts';
import { pairOf, type Shelf } from './shelf.ts';
import { nearTo } from './spelling.ts';
import { shapeOf } from './syllable.ts';

type Known = {
	version: number;
	/** The title words in order, as of `Shelf.titleWords`. */
	sorted: string[];
	sortedOf: number;
	begun: Map<string, string[]>;
	spelled: Map<string, string[]>;
	vocabulary: Vocabulary | undefined;
	lexicon: Lexicon | undefined;
};

const known = new WeakMap<Shelf, Known>();

function knownOf(shelf: Shelf): Known {
	let own = known.get(shelf);
	if (!own || own.version !== shelf.version) {
		own = {
			version: shelf.version,
			sorted: own?.sorted ?? [],
			sortedOf: own?.sortedOf ?? -1,
			begun: new Map(),
			spelled: new Map(),
			vocabulary: undefined,
			lexicon: undefined
		};
		known.set(shelf, own);
	}
	return own;
}

const MOST_KEPT = 20_000;

/** What was worked out for a text is kept; when it is too much, all of it is forgotten. */
function kept<T>(map: Map<string, T>, text: string, workOut: (text: string) => T): T {
	let found = map.get(text);
	if (found === undefined) {
		if (map.size > MOST_KEPT) map.clear();
		map.set(text, (found = workOut(text)));
	}
	return found;
}

const MOST_BEGUN = 40;

/** Title words that begin with these letters, shortest first. */
export function beginningWith(shelf: Shelf, letters: string): string[] {
	const own = knownOf(shelf);
	return kept(own.begun, letters, () => {
		if (own.sortedOf !== shelf.titleWords) {
			own.sorted = shelf.words.filter((_, id) => shelf.postings[id]!.title.docs.length > 0).sort();
			own.sortedOf = shelf.titleWords;
		}
		const { sorted } = own;
		let low = 0;
		let high = sorted.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (sorted[middle]! < letters) low = middle + 1;
			else high = middle;
		}
		const found: string[] = [];
		for (let at = low; at < sorted.length && found.length < 200; at++) {
			if (!sorted[at]!.startsWith(letters)) break;
			found.push(sorted[at]!);
		}
		return found.sort((a, b) => a.length - b.length).slice(0, MOST_BEGUN);
	});
}

const MOST_NAMES = 5000;
const MOST_INITIALS = 7;
const MOST_WORDS = 16;

/** The first letters of the words of a title, in order; by the title, so that a change leaves the others standing. */
const initials = new WeakMap<Shelf, Map<string, string>>();

/** Abbreviations nobody listed: `dkks` stands for the initials of words side by side in a procedure's name. */
export function spelledOut(shelf: Shelf, letters: string): string[] {
	if (letters.length < 2 || letters.length > MOST_INITIALS) return [];
	return kept(knownOf(shelf).spelled, letters, () => {
		let ofTitles = initials.get(shelf);
		if (!ofTitles || ofTitles.size > 2 * MOST_NAMES) initials.set(shelf, (ofTitles = new Map()));
		const phrases = new Map<string, number>();
		let names = 0;
		for (const doc of shelf.docs) {
			if (!doc.alive || doc.kind !== 'procedure') continue;
			if (++names > MOST_NAMES) break;
			const row = kept(ofTitles, doc.title, (title) =>
				tokens(title)
					.slice(0, MOST_WORDS)
					.map(({ bare }) => bare[0])
					.join('')
			);
			for (let start = row.indexOf(letters); start >= 0; start = row.indexOf(letters, start + 1)) {
				const phrase = tokens(doc.title)
					.slice(start, start + letters.length)
					.map(({ text }) => text.toLowerCase())
					.join(' ');
				// What a name begins with is what people shorten.
				phrases.set(phrase, (phrases.get(phrase) ?? 0) + (start < 3 ? 2 : 1));
			}
		}
		return [...phrases]
			.sort((a, b) => b[1] - a[1])
			.slice(0, 3)
			.map(([phrase]) => phrase);
	});
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

/** What the reader of words must know of them. */
export function vocabularyOf(shelf: Shelf, lexicon: Lexicon): Vocabulary {
	const own = knownOf(shelf);
	if (own.vocabulary && own.lexicon === lexicon) return own.vocabulary;
	own.lexicon = lexicon;
	own.vocabulary = remembering({
		level: (stem) => {
			if (lexicon.words.has(stem) || fillerWords.has(stem)) return 0;
			const id = shelf.ids.get(stem);
			if (id === undefined) return 2;
			const { title, body } = shelf.postings[id]!;
			return title.docs.length > 0 ? 0 : body.docs.length > 0 ? 1 : 2;
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
			if (lexicon.pairs.get(first)?.has(second)) return true;
			const a = shelf.ids.get(first);
			const b = shelf.ids.get(second);
			return a !== undefined && b !== undefined && shelf.pairs.has(pairOf(a, b));
		},
		beginsWord: (letters) => beginningWith(shelf, letters).length > 0
	});
	return own.vocabulary;
}

/** The same words come again in every question. */
function remembering(asked: Vocabulary): Vocabulary {
	const levels = new Map<string, 0 | 1 | 2>();
	const shapes = new Map<string, ReturnType<Vocabulary['shapes']>>();
	const near = new Map<string, ReturnType<Vocabulary['near']>>();
	return {
		level: (stem) => kept(levels, stem, asked.level),
		shapes: (stem) => kept(shapes, stem, asked.shapes),
		near: (stem) => kept(near, stem, asked.near),
		pair: asked.pair,
		beginsWord: asked.beginsWord
	};
}
