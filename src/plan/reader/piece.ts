/**
 * The common form every file becomes before it is understood: a list of lines and tables in reading order.
 * A line of a .txt or .pdf may be a part of a paragraph; a line of a .docx is a whole one (`whole`).
 */
export type Line = {
	kind: 'line';
	/** One space between words, trimmed. */
	text: string;
	/** As it stood, with its columns of spaces. */
	raw: string;
	/** Number in the normalized text, from 1. */
	at: number;
	indent: number;
	/** Empty lines before it. */
	gap: number;
	/** First on its page, when the file shows pages. */
	newPage: boolean;
	whole: boolean;
	bold: boolean;
	/** Bold words a paragraph begins with, when not all of it is bold. */
	boldLead: string | null;
	centered: boolean;
};

export type Cell = {
	text: string;
	/** Grid columns it covers. */
	span: number;
	/** Goes on from the cell above (merged downwards). */
	continued: boolean;
};

export type Row = { cells: Cell[]; at: number };

export type Table = {
	kind: 'table';
	rows: Row[];
	at: number;
	/** Cells were rebuilt from text, so the officer should look at them. */
	rebuilt: boolean;
};

export type Piece = Line | Table;

/** Text of one file: what is shown, and what is understood from. */
export type SourcePieces = { lines: string[]; pieces: Piece[]; warnings: string[] };

export function makeLine(raw: string, at: number, more: Partial<Line> = {}): Line {
	return {
		kind: 'line',
		text: raw.replace(/\s+/g, ' ').trim(),
		raw,
		at,
		indent: /^ */.exec(raw)![0].length,
		gap: 0,
		newPage: false,
		whole: false,
		bold: false,
		boldLead: null,
		centered: false,
		...more
	};
}

/** Parts of a line that columns of spaces, tabs or bars keep apart. */
export function segments(raw: string): { text: string; from: number }[] {
	const found: { text: string; from: number }[] = [];
	for (const match of raw.matchAll(/(?:[^\s|]| (?! ))+/g)) {
		const text = match[0].trim();
		if (text && !/^[-:=+]+$/.test(text))
			found.push({ text, from: match.index + (match[0].length - match[0].trimStart().length) });
	}
	return found;
}
