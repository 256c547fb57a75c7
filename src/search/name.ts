/** A name of a thing (its title or an alias), laid out to be compared with what was typed and to be shown with marks. */
import { stems, tokens, type Token } from './fold.ts';
import { shapeOf, type Shape } from './syllable.ts';

/** The words of a text by their numbers on the shelf, and where they stand. */
export type LaidOut = { text: string; ids: Int32Array; starts: Int32Array; ends: Int32Array };

export type Name = LaidOut & {
	bares: string[];
	shapes: Shape[];
	/** How much each place of the name says: later words, brackets and conditions say less. */
	places: Float64Array;
	/** All stems in order, without an opening "thủ tục". */
	plain: string;
	/** Where the name begins after an opening "thủ tục". */
	start: number;
	alias: boolean;
	/** What rank.ts worked out of it, as of a version of the shelf. */
	weighed: { of: number; weights: Float64Array; popularity: number } | undefined;
};

/** The number of a word; -1: the shelf does not know it. */
type Numbered = (stem: string) => number;

export function laidOut(text: string, found: Token[], idOf: Numbered): LaidOut {
	const ids = new Int32Array(found.length);
	const starts = new Int32Array(found.length);
	const ends = new Int32Array(found.length);
	for (let at = 0; at < found.length; at++) {
		const token = found[at]!;
		ids[at] = idOf(token.stem);
		starts[at] = token.start;
		ends[at] = token.end;
	}
	return { text, ids, starts, ends };
}

const opening = /^thu tuc (?:hanh chinh )?(?:ve )?(?:viec )?(?=.)/;
/** Words that begin a condition: what follows tells cases apart, but is not what the thing is called. */
const conditions = new Set(['doi', 'thuoc', 'bang', 'tai', 'theo', 'thuc']);

const OPENS = 0x28;
const CLOSES = 0x29;

export function nameOf(text: string, alias: boolean, idOf: Numbered): Name {
	const found = tokens(text);
	const places = new Float64Array(found.length);
	let bracket = 0;
	let after = 1;
	let last = 0;
	for (let at = 0; at < found.length; at++) {
		const token = found[at]!;
		for (; last < token.start; last++) {
			const sign = text.charCodeAt(last);
			if (sign === OPENS) bracket++;
			else if (sign === CLOSES && bracket > 0) bracket--;
		}
		last = token.end;
		if (at > 2 && bracket === 0 && begins(found, at)) after = Math.min(after, 0.5);
		places[at] = (bracket > 0 ? 0.25 : 1) * after * Math.max(0.3, 1 - 0.03 * Math.max(0, at - 6));
	}
	const plain = plainName(found.map(({ stem }) => stem));
	return {
		...laidOut(text, found, idOf),
		bares: found.map(({ bare }) => bare),
		shapes: found.map((token) => shapeOf(token.text)),
		places,
		plain,
		start: found.length - plain.split(' ').length,
		alias,
		weighed: undefined
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

export const plainName = (words: string[]): string => words.join(' ').replace(opening, '');

export function plainOf(text: string): string {
	return plainName(stems(text));
}
