/** A table of text (.csv) as rows of cells: comma, semicolon or tab, quoted line breaks, UTF-8 with or without its mark. */
import { parse } from 'csv-parse/sync';
import { Refusal } from '#platform/refusal.ts';
import { MOST_LINES, type CellRow, type Sheet } from './cells.ts';
import { findHeading } from './heading.ts';

export function csvSheet(source: string): Sheet {
	const text = source.replace(/^\ufeff/, '');
	const told = /^sep=(.)\r?\n/.exec(text)?.[1];
	const body = text.replace(/^sep=.\r?\n/, '');
	// Commas inside sentences outnumber the signs between cells: what makes headings of the first lines is right.
	const signs = told ? [told] : [',', ';', '\t', '|'];
	const best = signs
		.map((sign) => ({ sign, columns: findHeading(rowsIn(body, sign, true))?.known ?? 0 }))
		.toSorted((a, b) => b.columns - a.columns)[0]!;
	return { name: '', since1904: false, rows: rowsIn(body, best.sign, false) };
}

/** Long enough for the titles above the headings and the headings themselves. */
const HEAD_ROWS = 31;

function rowsIn(text: string, delimiter: string, onlyHead: boolean): CellRow[] {
	try {
		const records = parse(text, {
			delimiter,
			relax_column_count: true,
			relax_quotes: true,
			skip_empty_lines: true,
			info: true,
			max_record_size: 1_000_000,
			to: onlyHead ? HEAD_ROWS : MOST_LINES
		}) as unknown as { record: string[]; info: { lines: number } }[];
		return records.map(({ record, info }) => {
			// The parser counts where a record ends; a person looks where it begins.
			const breaks = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
			return {
				number: Math.max(1, info.lines - breaks),
				cells: record.map((cell) => ({ text: unguarded(cell), number: false }))
			};
		});
	} catch (error) {
		if (onlyHead) return [];
		throw Object.assign(
			new Refusal({
				code: 'import.csv',
				field: 'file',
				message:
					'Tệp CSV có dấu ngoặc kép mở mà không đóng nên không đọc được. Hãy lưu lại từ Excel dạng .xlsx rồi nhập.'
			}),
			{ cause: error }
		);
	}
}

/** Our own tables put an apostrophe before what a spreadsheet would run as a formula. */
const unguarded = (cell: string): string => (/^'\s*[=+\-@]/.test(cell) ? cell.slice(1) : cell);
