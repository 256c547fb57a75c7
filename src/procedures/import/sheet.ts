/** Rows of cells into procedures: finds the row of headings, then reads row by row and names what is wrong by row and column. */
import { Refusal } from '#platform/refusal.ts';
import { procedureTextShape } from '../procedure.ts';
import { columnOf, type Column } from './columns.ts';
import type { Unparsed } from './fields.ts';
import { problemIn } from './problem.ts';
import { agencyOf, decisionOf, stepsOf } from './prose.ts';
import { MOST_ROWS, type BadRow, type ReadFile, type ReadRow, type Warning } from './rows.ts';
import { feeOf } from './fee.ts';
import { applicantsOf, cleaned, copiesOf, dayOfText, levelOf, onlineOf, timeOf } from './values.ts';

/** A cell: its text, and whether a spreadsheet held it as a number (then zeros at the end are gone). */
export type Cell = { text: string; number: boolean };
/** Cells of one row by column, and its number in the file as a person counts. */
export type CellRow = { number: number; cells: Cell[] };

/** Titles may stand above the headings; further down than this nobody puts them. */
const DEEPEST_HEADING = 30;

class BadCell extends Error {
	readonly column: string;
	readonly value: string;
	constructor(column: string, value: string, message: string) {
		super(message);
		this.column = column;
		this.value = value;
	}
}

export function readSheet(all: CellRow[]): ReadFile {
	const heading = all.slice(0, DEEPEST_HEADING).findIndex((row) => {
		const keys = new Set(row.cells.map((cell) => columnOf(cell.text)?.key));
		return keys.has('code') && keys.has('name');
	});
	if (heading < 0) {
		throw new Refusal({
			code: 'import.headings',
			field: 'file',
			message:
				'Không thấy dòng tiêu đề có hai cột “Mã thủ tục” và “Tên thủ tục”. Hãy tải tệp mẫu, chép dữ liệu vào đúng cột rồi nhập lại.'
		});
	}
	const columns = all[heading]!.cells.map((cell) => columnOf(cell.text));
	const filled = all.slice(heading + 1).filter((row) => row.cells.some((cell) => cell.text.trim() !== ''));
	if (filled.length > MOST_ROWS) {
		throw new Refusal({
			code: 'import.too_many',
			field: 'file',
			message: `Tệp có hơn ${MOST_ROWS.toLocaleString('vi')} dòng. Hãy chia thành nhiều tệp.`
		});
	}
	const rows: ReadRow[] = [];
	const bad: BadRow[] = [];
	for (const row of filled) {
		const outcome = readRow(row, columns);
		if (outcome === undefined) continue;
		if ('message' in outcome) bad.push(outcome);
		else rows.push(outcome);
	}
	return { rows, bad };
}

function readRow(row: CellRow, columns: (Column | undefined)[]): ReadRow | BadRow | undefined {
	const cells = new Map<string, Cell & { head: string }>();
	columns.forEach((column, at) => {
		const cell = row.cells[at];
		if (column && cell && !cells.get(column.key)?.text) cells.set(column.key, { ...cell, head: column.head });
	});
	const raw = (key: string): string => cells.get(key)?.text ?? '';
	const text = (key: string): string => cleaned(raw(key));
	// "1", "2", "3" under the headings, or a field's name across the row, are no procedures.
	if (text('code') === '' && text('name') === '') return undefined;
	if (/^\(?\d{1,2}\)?$/.test(text('code')) && /^\(?\d{1,2}\)?$/.test(text('name'))) return undefined;
	const warnings: Warning[] = [];
	const warn = (key: string, message: string) =>
		warnings.push({ column: cells.get(key)?.head ?? key, message });
	const refused = (key: string, message: string): BadRow => ({
		row: row.number,
		column: cells.get(key)?.head ?? key,
		value: raw(key).slice(0, 80),
		message
	});
	try {
		const effectiveFrom = dayIn('effectiveFrom');
		const given = unparsed();
		const parsed = procedureTextShape.safeParse(given);
		if (!parsed.success) return { row: row.number, ...problemIn(parsed.error, given) };
		return {
			at: `dòng ${row.number}`,
			text: parsed.data,
			effectiveFrom,
			warnings,
			cells: new Map([...cells].map(([key, { text: cell }]) => [key, cleaned(cell)]))
		};
	} catch (error) {
		if (error instanceof BadCell)
			return { row: row.number, column: error.column, value: error.value, message: error.message };
		throw error;
	}

	function dayIn(key: string): string | null {
		if (text(key) === '') return null;
		const day = dayOfText(text(key));
		if (!day)
			throw wrong(key, 'Ngày chưa đúng. Hãy ghi ngày có thật theo dạng ngày/tháng/năm, ví dụ 01/07/2026.');
		return day;
	}

	function wrong(key: string, message: string): BadCell {
		const { column, value } = refused(key, message);
		return new BadCell(column, value, message);
	}

	function codeIn(): string {
		const cell = cells.get('code');
		// A spreadsheet turned 1.000890 into 1.00089: which code it was cannot be known for sure.
		if (cell?.number && !/^\d\.\d{6}$/.test(cell.text)) {
			throw wrong(
				'code',
				'Ô mã đang là số nên mất các số 0 ở cuối. Hãy định dạng cột mã là Văn bản (Text) rồi ghi lại đủ mã.'
			);
		}
		return text('code').replace(/\s+/g, '');
	}

	function unparsed(): Unparsed {
		const { agency, leaked } = agencyOf(raw('agency'));
		if (leaked) warn('agency', 'Tên cơ quan quá dài nên đã bỏ. Hãy ghi lại tên cơ quan.');
		const sets = text('sets');
		if (sets && !/^0*[1-9]\d?(?:\s*(?:\([^)]*\))?\s*bộ)?$/iu.test(sets))
			throw wrong('sets', 'Số bộ hồ sơ phải là con số, ví dụ 1. Hãy sửa lại.');
		const online = onlineOf(raw('online'));
		if (text('online') && online === null)
			throw wrong('online', 'Hãy ghi một trong ba: Toàn trình, Một phần, Không.');
		const url = text('portalUrl');
		if (url && !(/^https?:\/\/\S+$/.test(url) && URL.canParse(url)))
			throw wrong('portalUrl', 'Đường dẫn phải bắt đầu bằng http:// hoặc https://. Hãy dán lại.');
		return {
			code: codeIn(),
			name: text('name'),
			field: text('field'),
			level: levelOf(raw('level')),
			agency,
			applicants: applicantsOf(raw('applicants').split(/\n|;/)),
			onlineLevel: online,
			decision: decisionOf(raw('decision')).decision,
			decidedOn: dayIn('decidedOn') ?? decisionOf(raw('decision')).decidedOn,
			content: {
				steps: stepsOf(raw('steps')),
				ways: waysIn(),
				cases: casesIn(),
				sets: sets ? Number.parseInt(sets, 10) : null,
				results: linesOf('results'),
				conditions: text('conditions'),
				legalBases: linesOf('legalBases').map((line) => {
					const [code, ...name] = line.split('|').map((part) => part.trim());
					return name.length > 0 && name.join('')
						? { code: code!, name: name.join(' ') }
						: { name: line.replaceAll('|', ' ').trim() };
				}),
				place: text('place'),
				onlineReason: text('onlineReason'),
				portalUrl: url || null,
				keywords: text('keywords')
					.split(/[,;\n]/)
					.map((word) => word.trim())
					.filter(Boolean),
				note: text('note')
			}
		};
	}

	function linesOf(key: string): string[] {
		return text(key)
			.split('\n')
			.map((line) => line.replace(/^\s*[-–•+*]\s*/, '').trim())
			.filter(Boolean);
	}

	function waysIn() {
		return (['direct', 'online', 'postal'] as const).flatMap((way) => {
			const times = text(`time:${way}`);
			const fees = text(`fee:${way}`);
			if (!times && !fees) return [];
			const local = text('localTime');
			return (times || ' ').split('\n').map((line) => {
				const time = timeOf(line.trim());
				if (time.value !== null && time.unit === null)
					warn(`time:${way}`, `Thời hạn “${time.text}” chỉ có con số. Hãy ghi thêm ngày hay ngày làm việc.`);
				return {
					way,
					time,
					localTime: local ? timeOf(local.split('\n')[0]!) : null,
					fees: (fees ? fees.split('\n') : ['']).map((fee) => {
						const [, amount, note] = /^([^(]*?)\s*(\([\s\S]*\))?$/.exec(fee.trim()) ?? [];
						return feeOf(amount ?? fee, note ?? '');
					})
				};
			});
		});
	}

	function casesIn() {
		const cases: { code?: string; name?: string; papers: unknown[] }[] = [];
		for (const line of linesOf('papers')) {
			const named = /^Trường hợp\s*:\s*(?:(\d\.\d{6}\.\d{2,3})\s+|(\d\.\d{6}\.\d{2,3})$)?(.*)$/iu.exec(line);
			if (named) {
				cases.push({ code: named[1] ?? named[2] ?? '', name: named[3]!.trim(), papers: [] });
				continue;
			}
			const [name, ...counts] = line.split('|').map((part) => part.trim());
			if (!name) continue;
			const { originals, copies, doubtful } = copiesOf(counts.join(', '));
			if (doubtful)
				warn(
					'papers',
					`Số bản “${counts.join(', ')}” của “${name.slice(0, 60)}” không hợp lý nên để trống. Hãy xem lại.`
				);
			if (cases.length === 0) cases.push({ papers: [] });
			cases.at(-1)!.papers.push({ name, originals, copies });
		}
		return cases;
	}
}
