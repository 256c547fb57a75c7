/**
 * A text beside itself without tones: patterns are written once, for people who type "sdt cua toi" and for those who
 * type "SĐT của tôi" in any Unicode form, and what is found is told in places of the text as it came.
 */
export type FoldedText = {
	original: string;
	/** Lower case, no tones, đ as d; one letter for each of the original's. */
	folded: string;
	/** Where each letter of `folded` stands in the original (UTF-16); one more entry for the end. */
	at: number[];
};

/** Stands in the folded text for whatever no pattern looks for. */
export const NOTHING = '\u0000';
const MARK = /\p{M}/u;

export function foldText(original: string): FoldedText {
	let folded = '';
	const at: number[] = [];
	let place = 0;
	for (const letter of original) {
		if (!MARK.test(letter)) {
			const bare = letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace('đ', 'd');
			// Whatever takes another number of units (ﬁ, emoji) is nothing a pattern looks for.
			folded += bare.length === 1 ? bare : NOTHING;
			at.push(place);
		}
		place += letter.length;
	}
	at.push(original.length);
	return { original, folded, at };
}

/** Places of a piece of the folded text in the original, tone marks that follow its last letter included. */
export function placesOf(text: FoldedText, from: number, to: number): { start: number; end: number } {
	return { start: text.at[from]!, end: text.at[to]! };
}
