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

export function tokens(text: string): Token[] {
	const found: Token[] = [];
	for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)) {
		const word = match[0];
		let forms = known.get(word);
		if (!forms) {
			const bare = fold(word).replaceAll(' ', '');
			forms = { bare, stem: oneI(bare) };
			if (known.size > 50_000) known.clear();
			known.set(word, forms);
		}
		if (forms.bare) found.push({ text: word, start: match.index, end: match.index + word.length, ...forms });
	}
	return found;
}

export function stems(text: string): string[] {
	return tokens(text).map((token) => token.stem);
}
