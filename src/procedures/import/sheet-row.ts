/** One row of a sheet into a procedure, or what is wrong with it by column. */
import { procedureTextShape, type TimeLimit, type WayOfSubmitting } from '../procedure.ts';
import type { Cell, CellRow } from './cells.ts';
import type { Column } from './columns.ts';
import { feeOf } from './fee.ts';
import type { Unparsed } from './fields.ts';
import { problemIn } from './problem.ts';
import { agencyOf, decisionOf, stepsOf } from './prose.ts';
import type { BadRow, ReadRow, Warning } from './rows.ts';
import { applicantsOf, cleaned, copiesOf, dayOfText, levelOf, onlineOf, timeOf, waysOf } from './values.ts';

class BadCell extends Error {
	readonly key: string;
	constructor(key: string, message: string) {
		super(message);
		this.key = key;
	}
}

type Around = {
	columns: (Column | undefined)[];
	/** As the file heads its columns. */
	heads: string[];
	/** Of the row that names the field of those below it. */
	field: string;
	/** Which sheet, when several are read. */
	place: string;
	since1904: boolean;
};

/** Days between the two beginnings of time spreadsheets know. */
const SINCE_1904 = 1462;

export function readRow(row: CellRow, around: Around): ReadRow | BadRow | undefined {
	const at = `${around.place}dòng ${row.number}`;
	const cells = new Map<string, Cell>();
	const heads = new Map<string, string>();
	around.columns.forEach((column, place) => {
		if (!column) return;
		if (!heads.has(column.key)) heads.set(column.key, around.heads[place] || column.head);
		const cell = row.cells[place] ?? { text: '', number: false };
		const known = cells.get(column.key);
		if (!known?.text && !known?.broken) cells.set(column.key, cell);
	});
	const identity = (key: string): boolean => key === 'code' || key === 'name';
	const raw = (key: string): string => {
		const cell = cells.get(key);
		return cell?.text || (identity(key) ? '' : (cell?.above ?? ''));
	};
	const text = (key: string): string => cleaned(raw(key));
	if (nothingToRead()) return undefined;
	const warnings: Warning[] = [];
	const warn = (key: string, message: string) => warnings.push({ column: heads.get(key) ?? key, message });
	const refused = (key: string, message: string): BadRow => ({
		row: row.number,
		at,
		column: heads.get(key) ?? key,
		value: raw(key).slice(0, 80),
		message
	});
	try {
		for (const [key, cell] of cells) {
			if (cell.broken)
				throw new BadCell(
					key,
					'Ô này là công thức đang báo lỗi hoặc chưa tính. Hãy thay công thức bằng giá trị rồi lưu lại.'
				);
		}
		const effectiveFrom = dayIn('effectiveFrom');
		const given = unparsed();
		const parsed = procedureTextShape.safeParse(given);
		if (!parsed.success) {
			const problem = problemIn(parsed.error, given);
			return { row: row.number, at, ...problem, column: headOf(problem.column) };
		}
		if (row.hidden)
			warn('code', 'Dòng này đang ẩn trong tệp; vẫn được nhập. Không muốn nhập thì xóa hẳn dòng.');
		return {
			at,
			row: row.number,
			text: parsed.data,
			effectiveFrom,
			warnings,
			cells: new Map([
				...(around.field ? [['field', around.field] as const] : []),
				...[...cells.keys()].map((key) => [key, text(key) || (key === 'field' ? around.field : '')] as const)
			])
		};
	} catch (error) {
		if (error instanceof BadCell) return refused(error.key, error.message);
		throw error;
	}

	/** The template's name of a column as this file says it. */
	function headOf(name: string): string {
		const column = around.columns.find((one) => one?.head === name);
		return (column && heads.get(column.key)) ?? name;
	}

	/** Empty rows, and "(1)", "(2)", "(3)" under the headings. */
	function nothingToRead(): boolean {
		const said = [...cells.values()].map((cell) => cell.text.trim()).filter(Boolean);
		if (said.length === 0 && ![...cells.values()].some(({ broken }) => broken)) return true;
		return said.length > 1 && said.every((one) => /^\(?\d{1,2}\)?$/.test(one));
	}

	function dayIn(key: string): string | null {
		if (text(key) === '') return null;
		const serial = around.since1904 && cells.get(key)?.number ? Number(text(key)) + SINCE_1904 : null;
		const day = dayOfText(serial === null ? text(key) : String(serial));
		if (!day)
			throw new BadCell(
				key,
				'Ngày chưa đúng. Hãy ghi ngày có thật theo dạng ngày/tháng/năm, ví dụ 01/07/2026.'
			);
		return day;
	}

	function codeIn(): string {
		const code = text('code').replace(/\s+/g, '');
		if (cells.get('code')?.number) {
			const value = Number(code);
			// 1.0008939999999999 is how a spreadsheet keeps 1.000894; where the last digit is lost, nobody can know it.
			const whole = Math.round(value * 1e6);
			if (value > 0 && value < 10 && Math.abs(value * 1e6 - whole) < 1e-3 && whole % 10 !== 0)
				return (whole / 1e6).toFixed(6);
		} else if (!/^\d\.\d{1,5}$/.test(code)) return code;
		throw new BadCell(
			'code',
			'Bảng tính đã đổi mã thành số nên có thể mất số 0. Hãy định dạng cột mã là Văn bản (Text) rồi ghi lại đủ mã, ví dụ 1.000890.'
		);
	}

	function unparsed(): Unparsed {
		const { agency, leaked } = agencyOf(raw('agency'));
		if (leaked) warn('agency', 'Tên cơ quan quá dài nên đã bỏ. Hãy ghi lại tên cơ quan.');
		const sets = text('sets');
		if (sets && !/^0*[1-9]\d?(?:\s*(?:\([^)]*\))?\s*bộ(?:\s+hồ sơ)?)?\.?$/iu.test(sets))
			throw new BadCell('sets', 'Số bộ hồ sơ phải là con số, ví dụ 1. Hãy sửa lại.');
		const online = text('online');
		const onlineLevel = onlineOf(online);
		if (online && onlineLevel === null)
			throw new BadCell('online', 'Hãy ghi một trong ba: Toàn trình, Một phần, Không.');
		const url = text('portalUrl');
		if (url && !(/^https?:\/\/\S+$/.test(url) && URL.canParse(url)))
			throw new BadCell('portalUrl', 'Đường dẫn phải bắt đầu bằng http:// hoặc https://. Hãy dán lại.');
		const { decision, decidedOn } = decisionOf(raw('decision'));
		return {
			code: codeIn(),
			name: text('name').replace(/\s+/g, ' '),
			field: text('field').replace(/\s+/g, ' ') || around.field,
			level: levelOf(raw('level')),
			agency,
			applicants: applicantsOf(raw('applicants').split(/\n|;/)),
			onlineLevel,
			decision,
			decidedOn: dayIn('decidedOn') ?? decidedOn,
			content: {
				steps: stepsOf(raw('steps')),
				ways: waysIn(onlineLevel),
				cases: casesIn(),
				sets: sets ? Number.parseInt(sets, 10) : null,
				results: linesOf('results'),
				conditions: text('conditions'),
				legalBases: linesOf('legalBases').map((line) => {
					const [code, ...name] = line.split('|').map((part) => part.trim());
					return name.join('')
						? { code: code!, name: name.join(' ') }
						: { name: line.replaceAll('|', ' ').trim() };
				}),
				place: text('place'),
				// "Một phần: phải đối chiếu bản chính" says level and reason in one cell.
				onlineReason:
					text('onlineReason') ||
					(onlineLevel === 'partial' ? (/[:(–-]\s*(.{5,1000}?)\)?$/su.exec(online)?.[1] ?? '') : ''),
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

	function waysIn(level: string | null) {
		const listed = waysOf(raw('channels'));
		if (text('channels') && listed.length === 0)
			throw new BadCell('channels', 'Hãy ghi cách nộp: Trực tiếp; Trực tuyến; Bưu chính.');
		const said = (way: WayOfSubmitting): boolean => Boolean(text(`time:${way}`) || text(`fee:${way}`));
		return (['direct', 'online', 'postal'] as const).flatMap((way) => {
			const named =
				listed.includes(way) || (listed.length === 0 && way === 'online' && onlineToo(level, said));
			if (!said(way) && !named) return [];
			// A way that is only named goes by the column of handing in directly.
			const of = said(way) ? way : 'direct';
			const times = text(`time:${of}`);
			const fees = text(`fee:${of}`);
			return (times || ' ').split('\n').map((line) => ({
				way,
				time: timeIn(of, line),
				localTime: localTimeIn(),
				fees: (fees ? fees.split('\n') : ['']).map((fee) => {
					const [, amount, note] = /^([^(]*?)\s*(\([\s\S]*\))?$/.exec(fee.trim()) ?? [];
					return feeOf(amount ?? fee, note ?? '');
				})
			}));
		});
	}

	/** No column names the ways, and the service is online: then it is handed in so too. */
	function onlineToo(level: string | null, said: (way: WayOfSubmitting) => boolean): boolean {
		return (
			(level === 'full' || level === 'partial') &&
			said('direct') &&
			!heads.has('time:online') &&
			!heads.has('fee:online')
		);
	}

	function timeIn(way: WayOfSubmitting, line: string): TimeLimit {
		const time = timeOf(line);
		if (time.value !== null && time.unit === null) {
			const message = `Thời hạn “${time.text}” chỉ có con số. Hãy ghi thêm ngày hay ngày làm việc.`;
			if (!warnings.some((one) => one.message === message)) warn(`time:${way}`, message);
		}
		return time;
	}

	function localTimeIn(): TimeLimit | null {
		const local = text('localTime');
		return local ? timeOf(local.split('\n')[0]!) : null;
	}

	function casesIn() {
		const cases: { code?: string; name?: string; papers: unknown[] }[] = [];
		for (const line of linesOf('papers')) {
			const named = /^Trường hợp\s*:\s*(?:(\d\.\d{6}\.\d{2,3})(?:\s+|$))?(.*)$/iu.exec(line);
			if (named) {
				cases.push({ code: named[1] ?? '', name: named[2]!.trim(), papers: [] });
				continue;
			}
			const [name, ...rest] = line.split('|').map((part) => part.trim());
			if (!name) continue;
			const optional = rest.some((part) => /^(?:không bắt buộc|nếu có)$/iu.test(part));
			const counts = rest.filter((part) => /\d/.test(part)).join(', ');
			const { originals, copies, doubtful } = copiesOf(counts);
			if (doubtful)
				warn(
					'papers',
					`Số bản “${counts.slice(0, 60)}” của “${name.slice(0, 60)}” không hợp lý nên để trống. Hãy xem lại.`
				);
			if (cases.length === 0) cases.push({ papers: [] });
			cases.at(-1)!.papers.push({ name, originals, copies, required: optional ? false : null });
		}
		return cases;
	}
}
