/**
 * A workbook (.xlsx) as rows of cells. The few parts that matter are read straight from the package, so that what a
 * file says of itself (a million merged cells, a list of choices over whole columns) costs nothing, and what it really
 * unpacks to is counted while it is unpacked.
 */
import { readXml } from '#plan/reader/xml.ts';
import { ZipFile } from '#plan/reader/zip.ts';
import { Refusal } from '#platform/refusal.ts';
import { MOST_LINES, type Cell, type CellRow, type Sheet } from './cells.ts';

const MOST_COLUMNS = 200;
const MOST_MERGES = 20_000;

const refused = (code: string, message: string): Refusal => new Refusal({ code, field: 'file', message });
const damaged = (): Refusal =>
	refused(
		'import.workbook',
		'Tệp Excel bị hỏng hoặc đặt mật khẩu nên không đọc được. Hãy mở bằng Excel, lưu lại thành .xlsx rồi nhập.'
	);
const tooLarge = (): Refusal =>
	refused(
		'import.too_large',
		'Tệp Excel quá lớn khi mở ra. Hãy xóa các trang, hình không cần và chia thành nhiều tệp.'
	);

export function workbookSheets(bytes: Uint8Array): Sheet[] {
	try {
		const zip = new ZipFile(bytes);
		const book = zip.text('xl/workbook.xml');
		if (book === null)
			throw refused(
				'import.kind',
				'Tệp này không phải bảng tính Excel (.xlsx). Hãy mở bằng Excel, lưu thành .xlsx rồi nhập lại.'
			);
		const targets = targetsIn(zip.text('xl/_rels/workbook.xml.rels') ?? '');
		const shared = sharedIn(zip.text('xl/sharedStrings.xml') ?? '');
		const sheets: { name: string; hidden: boolean; part: string }[] = [];
		let since1904 = false;
		readXml(book, {
			open(tag, attribute) {
				const name = local(tag);
				if (name === 'workbookPr') since1904 = /^(?:1|true)$/.test(attribute('date1904') ?? '');
				if (name !== 'sheet') return;
				const target = targets.get(attribute('r:id') ?? '') ?? `worksheets/sheet${sheets.length + 1}.xml`;
				sheets.push({
					name: attribute('name') ?? '',
					hidden: (attribute('state') ?? 'visible') !== 'visible',
					part: target.startsWith('/') ? target.slice(1) : `xl/${target}`
				});
			},
			close() {},
			text() {}
		});
		return sheets
			.filter(({ hidden }) => !hidden)
			.flatMap(({ name, part }) => {
				const xml = zip.text(part);
				return xml === null ? [] : [{ name, since1904, rows: rowsIn(xml, shared) }];
			});
	} catch (error) {
		// The package reader speaks of plan documents; here it is a workbook.
		if (error instanceof Refusal && error.code.startsWith('import.')) throw error;
		if (error instanceof Refusal && error.code.endsWith('too_large')) throw tooLarge();
		throw Object.assign(damaged(), { cause: error });
	}
}

const local = (tag: string): string => tag.slice(tag.indexOf(':') + 1);

function targetsIn(xml: string): Map<string, string> {
	const found = new Map<string, string>();
	readXml(xml, {
		open(tag, attribute) {
			if (local(tag) === 'Relationship') found.set(attribute('Id') ?? '', attribute('Target') ?? '');
		},
		close() {},
		text() {}
	});
	return found;
}

/** "_x000D_" is how the format writes signs XML has no place for. */
const plain = (text: string): string =>
	text.includes('_x')
		? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code: string) =>
				String.fromCharCode(Number.parseInt(code, 16))
			)
		: text;

/** Every shared text, its differently written parts joined; readings (phonetic) left out. */
function sharedIn(xml: string): string[] {
	const texts: string[] = [];
	let [current, inText, inReading] = ['', false, false];
	readXml(xml, {
		open(tag) {
			const name = local(tag);
			if (name === 'si') current = '';
			else if (name === 't') inText = true;
			else if (name === 'rPh') inReading = true;
		},
		close(tag) {
			const name = local(tag);
			if (name === 't') inText = false;
			else if (name === 'rPh') inReading = false;
			else if (name === 'si') texts.push(plain(current));
		},
		text(part) {
			if (inText && !inReading) current += part;
		}
	});
	return texts;
}

type Area = { top: number; bottom: number; left: number; right: number };

function rowsIn(xml: string, shared: string[]): CellRow[] {
	const rows: CellRow[] = [];
	const merged: Area[] = [];
	let row: CellRow | undefined;
	let [line, column, kind, value, formula, inValue] = [0, 0, '', '', false, false];
	readXml(xml, {
		open(tag, attribute) {
			switch (local(tag)) {
				case 'row':
					line = Number(attribute('r') ?? line + 1);
					column = 0;
					row = { number: line, cells: [], hidden: /^(?:1|true)$/.test(attribute('hidden') ?? '') };
					break;
				case 'c':
					column = columnOf(attribute('r')) ?? column + 1;
					[kind, value, formula] = [attribute('t') ?? 'n', '', false];
					break;
				case 'v':
				case 't':
					inValue = true;
					break;
				case 'f':
					formula = true;
					break;
				case 'mergeCell': {
					const area = areaOf(attribute('ref'));
					if (area && merged.length < MOST_MERGES) merged.push(area);
				}
			}
		},
		close(tag) {
			switch (local(tag)) {
				case 'v':
				case 't':
					inValue = false;
					break;
				case 'c': {
					const cell = cellOf(kind, value, formula, shared);
					if (row && cell && column >= 1 && column <= MOST_COLUMNS) row.cells[column - 1] = cell;
					break;
				}
				case 'row':
					if (row && row.cells.length > 0) rows.push({ ...row, cells: filled(row.cells) });
					row = undefined;
					if (rows.length > MOST_LINES) throw tooLarge();
			}
		},
		text(part) {
			if (inValue) value += part;
		}
	});
	spread(rows, merged);
	return rows;
}

const empty: Cell = { text: '', number: false };
/** No holes: a cell the file leaves out is an empty one. */
const filled = (cells: (Cell | undefined)[]): Cell[] => Array.from(cells, (cell) => cell ?? empty);

function cellOf(kind: string, value: string, formula: boolean, shared: string[]): Cell | undefined {
	switch (kind) {
		case 's':
			return { text: shared[Number(value)] ?? '', number: false };
		case 'e':
			return { text: value || '#', number: false, broken: true };
		case 'b':
			return { text: value === '1' ? 'có' : 'không', number: false };
		case 'n':
			// A formula nobody calculated has no value to read.
			if (value === '') return formula ? { text: '', number: false, broken: true } : undefined;
			return { text: value.trim(), number: true };
		default:
			return { text: plain(value), number: false };
	}
}

/** "AB12" as 28. */
function columnOf(reference: string | undefined): number | undefined {
	const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
	if (!letters) return undefined;
	return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function areaOf(reference: string | undefined): Area | undefined {
	const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference ?? '');
	if (!found) return undefined;
	const [, left, top, right, bottom] = found;
	return { left: columnOf(left)!, right: columnOf(right)!, top: Number(top), bottom: Number(bottom) };
}

/** A merged cell says its words once; the rows and columns it reaches over know of them. */
function spread(rows: CellRow[], areas: Area[]): void {
	if (areas.length === 0) return;
	const byNumber = new Map(rows.map((row) => [row.number, row]));
	for (const { top, bottom, left, right } of areas) {
		const first = byNumber.get(top)?.cells[left - 1];
		if (!first?.text) continue;
		if (right > left) first.wide = Math.min(right, MOST_COLUMNS) - left + 1;
		if (bottom === top || bottom - top > MOST_LINES) continue;
		for (let number = top + 1; number <= bottom; number++) {
			const row = byNumber.get(number);
			if (!row || left > MOST_COLUMNS) continue;
			while (row.cells.length < left) row.cells.push(empty);
			if (row.cells[left - 1]!.text === '') row.cells[left - 1] = { ...empty, above: first.text };
		}
	}
}
