/**
 * One shape for all ways of writing the same words: any Unicode form, with or without diacritics, đ as d, old and new
 * tone placement, any case, punctuation as spaces.
 */
import { oneI } from './syllable.ts';

/** `Hoà  giải – CƠ SỞ` → `hoa giai co so`. */
export function fold(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.toLowerCase()
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.replace(/[đð]/g, 'd')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/** A word where it stands in a text. */
export type Token = {
	/** As written. */
	text: string;
	start: number;
	end: number;
	/** Without case and diacritics. */
	bare: string;
	/** What the index knows it by: bare, with one way of writing i and y. */
	stem: string;
};

const known = new Map<string, { bare: string; stem: string }>();

const BEGINS = 1;
const GOES_ON = 2;
const PARTS = 3;
/** What each of the letters of the first plane is to a word; 0: not asked yet. */
const parts = new Uint8Array(0x10000);

function partOf(letter: string): number {
	return /[\p{L}\p{N}]/u.test(letter) ? BEGINS : /\p{M}/u.test(letter) ? GOES_ON : PARTS;
}

/** The words of a text, a letter or number and what follows it, in one pass: this is done for every letter typed. */
export function tokens(text: string): Token[] {
	const found: Token[] = [];
	let start = -1;
	for (let at = 0, size = 1; at <= text.length; at += size, size = 1) {
		let part = PARTS;
		if (at < text.length) {
			const code = text.charCodeAt(at);
			if (code >= 0xd800 && code <= 0xdbff && text.codePointAt(at)! > 0xffff) {
				size = 2;
				part = partOf(text.slice(at, at + 2));
			} else {
				part = parts[code]!;
				if (part === 0) parts[code] = part = partOf(text[at]!);
			}
		}
		if (part === BEGINS) {
			if (start < 0) start = at;
		} else if (part === PARTS && start >= 0) {
			const word = text.slice(start, at);
			let forms = known.get(word);
			if (!forms) {
				const bare = fold(word).replaceAll(' ', '');
				forms = { bare, stem: oneI(bare) };
				if (known.size > 50_000) known.clear();
				known.set(word, forms);
			}
			if (forms.bare) found.push({ text: word, start, end: at, bare: forms.bare, stem: forms.stem });
			start = -1;
		}
	}
	return found;
}

export function stems(text: string): string[] {
	return tokens(text).map((token) => token.stem);
}
