/** Tables as they come out of a workbook or a text file, before anybody knows what their columns mean. */

export type Cell = {
	text: string;
	/** A spreadsheet held it as a number: zeros at the end are gone, days are counts of days. */
	number: boolean;
	/** A formula that failed, or was never calculated. */
	broken?: boolean;
	/** Over how many columns it reaches. */
	wide?: number;
	/** What the merged cell above, which reaches down to here, says. */
	above?: string;
};
/** Cells of one row by column, and its number in the file as a person counts. */
export type CellRow = { number: number; cells: Cell[]; hidden?: boolean };
/** One sheet of a workbook; a text file is one without a name. */
export type Sheet = { name: string; since1904: boolean; rows: CellRow[] };

/** More lines than this are no list of procedures: refused before they fill the memory. */
export const MOST_LINES = 20_000;
