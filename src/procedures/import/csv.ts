/** A table of text (.csv) as rows of cells: comma, semicolon or tab, quoted line breaks, UTF-8 with or without its mark. */
import { parse } from 'csv-parse/sync';
import { Refusal } from '#platform/refusal.ts';
import type { CellRow } from './sheet.ts';

export function csvRows(source: string): CellRow[] {
	const text = source.replace(/^\ufeff/, '').replace(/^sep=.\r?\n/, '');
	const delimiter = [';', '\t', ',']
		.map((sign) => ({ sign, count: text.slice(0, 2000).split(sign).length }))
		.toSorted((a, b) => b.count - a.count)[0]!.sign;
	try {
		const records = parse(text, {
			delimiter,
			relax_column_count: true,
			relax_quotes: true,
			skip_empty_lines: true,
			info: true,
			max_record_size: 400_000
		}) as unknown as { record: string[]; info: { lines: number } }[];
		let line = 1;
		return records.map(({ record, info }) => {
			// A record with quoted line breaks begins earlier than it ends.
			const number = line;
			line = info.lines + 1;
			return { number, cells: record.map((cell) => ({ text: cell, number: false })) };
		});
	} catch (error) {
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
