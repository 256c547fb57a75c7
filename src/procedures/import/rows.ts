/** What reading a file of procedures gives, whatever the kind of file. */
import type { Day } from '#platform/clock.ts';
import type { ProcedureText } from '../procedure.ts';

export type Warning = { column: string; message: string };
export type ReadRow = {
	/** Where it stands, in the words of the file: "dòng 7", "mục 12". */
	at: string;
	row: number;
	text: ProcedureText;
	/** Null: the file does not say. */
	effectiveFrom: Day | null;
	warnings: Warning[];
	/** Of a workbook: the cells as they stand, by column; a column the file does not have is absent. */
	cells?: Map<string, string>;
};
/** A row that cannot be taken, with what to do. */
export type BadRow = {
	row: number;
	/** In the words of the file, as of a good row. */
	at: string;
	column: string;
	value: string;
	message: string;
};

/** "Dòng 7, cột “Mã thủ tục”": where a person looks. */
export function whereOf({ at, column }: BadRow): string {
	const place = at.charAt(0).toLocaleUpperCase('vi') + at.slice(1);
	return column ? `${place}, ${at.startsWith('mục') ? 'phần' : 'cột'} “${column}”` : place;
}
export type ReadFile = { rows: ReadRow[]; bad: BadRow[] };

/** Bounds of one file; a commune has some hundred procedures, the whole country some twelve thousand. */
export const MOST_ROWS = 5000;
export const MOST_BYTES = 20 * 1_048_576;
