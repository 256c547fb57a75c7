/** Text made ready for the press: composed letters, and a plain stand-in for signs the font has no drawing of. */

const instead: Record<string, string> = {
	'\u00a0': ' ',
	'\u2007': ' ',
	'\u202f': ' ',
	'\t': ' ',
	'\u00ad': '',
	'\u200b': '',
	'\u200c': '',
	'\u200d': '',
	'\u2060': '',
	'\ufeff': '',
	'\u2010': '-',
	'\u2011': '-',
	'\u2212': '-',
	'\u2192': '->',
	'\u21d2': '=>',
	'\u2264': '<=',
	'\u2265': '>=',
	'\u2713': 'x',
	'\u2714': 'x',
	'\u2611': '[x]',
	'\u2610': '[ ]',
	'\u25a1': '[ ]',
	'\u25aa': '•',
	'\u25cf': '•',
	'\u25e6': '•',
	'\uf0b7': '•',
	'\uf02d': '-'
};

/** Also decomposed Vietnamese comes out whole; a sign nobody can draw is left out rather than printed as a box. */
export function printable(text: string, drawn: (codePoint: number) => boolean): string {
	let words = '';
	for (const letter of text.normalize('NFC')) {
		if (drawn(letter.codePointAt(0)!) && !(letter in instead && letter.trim() === '')) {
			words += letter;
			continue;
		}
		for (const other of instead[letter] ?? letter.normalize('NFKC')) {
			if (drawn(other.codePointAt(0)!)) words += other;
		}
	}
	return words;
}
