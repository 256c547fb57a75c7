/** A workbook (.xlsx) as rows of cells: values as people see them, merged cells said once, bounded before it is opened. */
import ExcelJS from 'exceljs';
import { Unzip, UnzipInflate } from 'fflate';
import { Refusal } from '#platform/refusal.ts';
import type { Cell, CellRow } from './sheet.ts';
import { columnOf } from './columns.ts';

const MOST_UNPACKED = 120 * 1_048_576;
const MOST_COLUMNS = 200;
const MOST_LINES = 20_000;

const damaged = (): Refusal =>
	new Refusal({
		code: 'import.workbook',
		field: 'file',
		message:
			'Tệp Excel bị hỏng hoặc đặt mật khẩu nên không đọc được. Hãy mở bằng Excel, lưu lại thành .xlsx rồi nhập.'
	});

const tooLarge = (): Refusal =>
	new Refusal({
		code: 'import.too_large',
		field: 'file',
		message: 'Tệp Excel quá lớn khi mở ra. Hãy xóa các trang, hình không cần và chia thành nhiều tệp.'
	});

/** Counts what the file really unpacks to, whatever it says of itself. */
function refuseBomb(bytes: Uint8Array): void {
	let left = MOST_UNPACKED;
	const unzip = new Unzip((part) => {
		part.ondata = (error, chunk) => {
			if (error) throw damaged();
			left -= chunk.length;
			if (left < 0) throw tooLarge();
		};
		part.start();
	});
	unzip.register(UnzipInflate);
	try {
		for (let at = 0; at < bytes.length; at += 65_536)
			unzip.push(bytes.subarray(at, at + 65_536), at + 65_536 >= bytes.length);
	} catch (error) {
		if (error instanceof Refusal) throw error;
		throw damaged();
	}
}

/** The first sheet that has the headings, or else the first with anything on it. */
export async function workbookRows(bytes: Uint8Array): Promise<CellRow[]> {
	refuseBomb(bytes);
	const book = new ExcelJS.Workbook();
	try {
		await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
	} catch (error) {
		throw Object.assign(damaged(), { cause: error });
	}
	const sheets = book.worksheets.map(rowsOf);
	const headed = sheets.find((rows) =>
		rows.slice(0, 30).some((row) => row.cells.some((cell) => columnOf(cell.text)?.key === 'code'))
	);
	return headed ?? sheets.find((rows) => rows.length > 0) ?? [];
}

function rowsOf(sheet: ExcelJS.Worksheet): CellRow[] {
	const rows: CellRow[] = [];
	sheet.eachRow({ includeEmpty: false }, (row, number) => {
		if (rows.length >= MOST_LINES) return;
		const cells: Cell[] = [];
		for (let column = 1; column <= Math.min(row.cellCount, MOST_COLUMNS); column++) {
			const cell = row.getCell(column);
			// A merged cell repeats its first one; only the first says something.
			cells.push(cell.isMerged && cell.master !== cell ? { text: '', number: false } : cellOf(cell.value));
		}
		rows.push({ number, cells });
	});
	return rows;
}

function cellOf(value: ExcelJS.CellValue): Cell {
	if (value === null || value === undefined) return { text: '', number: false };
	if (value instanceof Date)
		return { text: Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10), number: false };
	if (typeof value === 'number') return { text: String(value), number: true };
	if (typeof value !== 'object') return { text: String(value), number: false };
	if ('richText' in value) return { text: value.richText.map((part) => part.text).join(''), number: false };
	if ('formula' in value || 'sharedFormula' in value)
		return cellOf((value.result ?? null) as ExcelJS.CellValue);
	if ('hyperlink' in value) return cellOf(value.text as ExcelJS.CellValue);
	if ('error' in value) return { text: '', number: false };
	return { text: '', number: false };
}
