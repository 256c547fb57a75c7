/**
 * A text beside itself without tones: patterns are written once, for people who type "sdt cua toi" and for those who
 * type "SĐT của tôi" in any Unicode form, and what is found is told in places of the text as it came.
 */
export type FoldedText = {
	original: string;
	/** Lower case, no tones, đ as d, fullwidth letters as plain ones; one letter for each visible one of the original. */
	folded: string;
	/** Where each letter of `folded` stands in the original (UTF-16); one more entry for the end. */
	at: number[];
	/** Where each letter of `folded` ends, its tone marks included. */
	ends: number[];
};

/** Stands in the folded text for whatever no pattern looks for. */
export const NOTHING = '\u0000';
const MARK = /\p{M}/u;
/** Zero-width and soft signs: between two digits of a number they are nothing. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/;
const known = new Map<string, string>();

export function foldText(original: string): FoldedText {
	const letters: string[] = [];
	const at: number[] = [];
	const ends: number[] = [];
	let place = 0;
	for (const letter of original) {
		const from = place;
		place += letter.length;
		const bare = known.get(letter) ?? bareOf(letter);
		if (bare === '') {
			if (ends.length > 0 && MARK.test(letter)) ends[ends.length - 1] = place;
			continue;
		}
		letters.push(bare);
		at.push(from);
		ends.push(place);
	}
	at.push(original.length);
	return { original, folded: letters.join(''), at, ends };
}

/** One letter; '' for what only stands on or between letters. */
function bareOf(letter: string): string {
	let bare = '';
	if (!MARK.test(letter) && !UNSEEN.test(letter)) {
		bare = letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[đð]/, 'd');
		// Whatever takes another number of units (ﬁ, emoji) is nothing a pattern looks for.
		if (bare.length !== 1) bare = NOTHING;
	}
	if (known.size < 5000) known.set(letter, bare);
	return bare;
}

/** Places of a piece of the folded text in the original, tone marks on its last letter included. */
export function placesOf(text: FoldedText, from: number, to: number): { start: number; end: number } {
	return { start: text.at[from]!, end: to > from ? text.ends[to - 1]! : text.at[to]! };
}

/** Does a piece fit words with tones? What was typed without tones fits whenever the letters do. */
export function fits(text: FoldedText, from: number, to: number, toned: string): boolean {
	const { start, end } = placesOf(text, from, to);
	const written = text.original.slice(start, end).normalize('NFC').toLowerCase();
	return written === toned || written === text.folded.slice(from, to);
}
