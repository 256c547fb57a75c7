/** Sheets of cells into procedures: row by row under the headings; rows that only name a field belong to none. */
import { Refusal } from '#platform/refusal.ts';
import type { CellRow, Sheet } from './cells.ts';
import { findHeading, type Heading } from './heading.ts';
import { MOST_ROWS, type BadRow, type ReadFile, type ReadRow } from './rows.ts';
import { readRow } from './sheet-row.ts';
import { bare, cleaned } from './values.ts';

/** Sheets of our own template that hold no data. */
const notData = /^(?:vi du|huong dan|danh sach chon)$/;

export function readSheets(sheets: Sheet[]): ReadFile {
	const headed = sheets
		.filter(({ name }) => !notData.test(bare(name)))
		.flatMap((sheet) => {
			const heading = findHeading(sheet.rows);
			return heading ? [{ sheet, heading }] : [];
		});
	if (headed.length === 0) {
		throw new Refusal({
			code: 'import.headings',
			field: 'file',
			message:
				'Không thấy dòng tiêu đề có hai cột “Mã thủ tục” và “Tên thủ tục”. Hãy tải tệp mẫu, chép dữ liệu vào đúng cột rồi nhập lại.'
		});
	}
	const rows: ReadRow[] = [];
	const bad: BadRow[] = [];
	for (const { sheet, heading } of headed) {
		let field = '';
		const place = headed.length > 1 ? `trang “${sheet.name}”, ` : '';
		for (const row of sheet.rows.slice(heading.below)) {
			if (rows.length + bad.length >= MOST_ROWS) throw tooMany();
			const section = sectionIn(row, heading);
			if (section !== undefined) field = section;
			else {
				const outcome = readRow(row, { ...heading, field, place, since1904: sheet.since1904 });
				if (outcome === undefined) continue;
				if ('message' in outcome) bad.push(outcome);
				else rows.push(outcome);
			}
		}
	}
	return { rows, bad };
}

const tooMany = (): Refusal =>
	new Refusal({
		code: 'import.too_many',
		field: 'file',
		message: `Tệp có hơn ${MOST_ROWS.toLocaleString('vi')} dòng. Hãy chia thành nhiều tệp.`
	});

const numeral = /^(?:[IVXLC]{1,6}|[A-HĐ]|\d{1,3})[.)]?$/;
const begun = /^(?:[IVXLC]{1,6}|[A-HĐ])\s*[.)]\s+/;

/** "I. LĨNH VỰC HỘ TỊCH (15 TTHC)" across the table names the field of what follows. */
function sectionIn(row: CellRow, { columns }: Heading): string | undefined {
	const codeAt = columns.findIndex((column) => column?.key === 'code');
	const said = row.cells
		.map((cell, at) => ({ ...cell, text: cell.text.trim(), at }))
		.filter(({ text }) => text !== '');
	const words = said.filter(({ text }) => !numeral.test(text));
	const [one] = words;
	if (!one || words.length > 1 || one.text.length > 200 || /^\d\.\d/.test(row.cells[codeAt]?.text ?? ''))
		return undefined;
	const counted = said.some(({ text }) => /^[IVXLC]{1,6}[.)]?$|^[A-HĐ][.)]?$/.test(text));
	if (!counted && !begun.test(one.text) && !/^lĩnh vực/iu.test(one.text) && (one.wide ?? 1) < 3)
		return undefined;
	return fieldName(one.text);
}

function fieldName(text: string): string {
	const name = cleaned(text)
		.replace(begun, '')
		.replace(/^lĩnh vực\s*:?\s*/iu, '')
		.replace(/\s*[:(]\s*\d+\s*(?:thủ tục(?: hành chính)?|tthc)\s*\)?\s*$/iu, '')
		.replace(/\s+/g, ' ')
		.trim();
	const sentence = name === name.toLocaleUpperCase('vi') ? name.toLocaleLowerCase('vi') : name;
	return (sentence.charAt(0).toLocaleUpperCase('vi') + sentence.slice(1)).slice(0, 300);
}
