/** Reads a file of procedures of any accepted kind; what it is, is seen from its bytes and not from its name. */
import { Refusal } from '#platform/refusal.ts';
import { csvSheet } from './csv.ts';
import { readJson } from './json.ts';
import { MOST_BYTES, type BadRow, type ReadFile } from './rows.ts';
import { readSheets } from './sheet.ts';
import { workbookSheets } from './workbook.ts';

export function readProcedures(bytes: Uint8Array): ReadFile {
	if (bytes.length === 0) throw refused('import.empty', 'Tệp trống. Hãy chọn lại tệp.');
	if (bytes.length > MOST_BYTES) throw tooLarge();
	if (bytes[0] === 0x50 && bytes[1] === 0x4b) return once(readSheets(workbookSheets(bytes)));
	if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
		throw refused(
			'import.old_excel',
			'Đây là tệp Excel cũ (.xls) hoặc có mật khẩu. Hãy mở bằng Excel, lưu thành .xlsx rồi nhập lại.'
		);
	const text = textOf(bytes);
	// A table of another alphabet is kept as UTF-8, which may be longer.
	if (Buffer.byteLength(text) > MOST_BYTES) throw tooLarge();
	if (/^\s*(?:%PDF-|\{\\rtf|<!doctype|<html)/i.test(text)) throw otherKind();
	return once(/^\s*[[{]/.test(text) ? readJson(text) : readSheets([csvSheet(text)]));
}

const refused = (code: string, message: string): Refusal => new Refusal({ code, field: 'file', message });

const tooLarge = (): Refusal =>
	refused(
		'import.too_large',
		`Tệp lớn hơn ${MOST_BYTES / 1_048_576} MB. Hãy chia thành nhiều tệp rồi nhập từng tệp; tệp sau không bỏ những gì tệp trước đã nhập.`
	);

const otherKind = (): Refusal =>
	refused(
		'import.kind',
		'Tệp này không phải .xlsx, .csv hay .json mã UTF-8. Hãy dùng tệp mẫu Excel, hoặc lưu CSV với mã UTF-8.'
	);

function textOf(bytes: Uint8Array): string {
	const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
	try {
		if (utf16)
			return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be', { fatal: true }).decode(bytes);
		if (bytes.subarray(0, 8192).includes(0)) throw new TypeError('binary');
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\ufeff/, '');
	} catch (error) {
		throw Object.assign(otherKind(), { cause: error });
	}
}

/** As the files room keeps it: text of another alphabet as UTF-8, everything else as it came. */
export function asStored(bytes: Uint8Array): Uint8Array {
	const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
	return wide ? new TextEncoder().encode(textOf(bytes)) : bytes;
}

/** A code that stands twice for the same day: neither is believed, both are named. */
function once(file: ReadFile): ReadFile {
	const groups = Map.groupBy(file.rows, ({ text, effectiveFrom }) => `${text.code} ${effectiveFrom ?? ''}`);
	const bad: BadRow[] = [...file.bad];
	const rows = file.rows.filter((row) => {
		const group = groups.get(`${row.text.code} ${row.effectiveFrom ?? ''}`)!;
		if (group.length === 1) return true;
		bad.push({
			row: row.row,
			at: row.at,
			column: 'Mã thủ tục',
			value: row.text.code,
			message: `Mã này có ở ${group.map(({ at }) => at).join(' và ')}. Hãy giữ lại một dòng.`
		});
		return false;
	});
	return { rows, bad: bad.toSorted((a, b) => a.row - b.row) };
}
