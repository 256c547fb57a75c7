/**
 * A task table that a converter wrote cell after cell, one below the other. The head tells the columns and their order;
 * the running number tells the rows; which line of a row belongs to which column is weighed by what it says.
 */
import { columnOf, type Column } from './task-head.ts';
import type { Line, Piece, Row, Table } from './piece.ts';
import { bare, squeeze, startsSmall } from './plain.ts';
import { isAnnexStart, isAuthority, isRecipientsStart } from './zones.ts';

export function readFlatTable(pieces: Piece[], at: number): { table: Table; next: number } | null {
	const head = headAt(pieces, at);
	if (!head) return null;
	const { columns, names } = head;
	let next = head.next;
	const rows: Row[] = [
		{ cells: names.map((text) => ({ text, span: 1, continued: false })), at: (pieces[at] as Line).at }
	];
	let open: { no: string; lines: Line[]; at: number } | null = null;
	let expected = 1;
	const close = (): void => {
		if (!open) return;
		const cells = assign(open.lines, columns.slice(1));
		rows.push({
			cells: [open.no, ...cells].map((text) => ({ text, span: 1, continued: false })),
			at: open.at
		});
		open = null;
	};
	for (; next < pieces.length; next += 1) {
		const line = pieces[next]!;
		if (
			line.kind === 'table' ||
			isAnnexStart(line) ||
			isRecipientsStart(line.text) ||
			isAuthority(line.text) ||
			/^trên đây là/iu.test(line.text)
		)
			break;
		if (/^(?:S?TT|Số TT)$/i.test(line.text)) {
			const again = headAt(pieces, next);
			if (again) {
				next = again.next - 1;
				continue;
			}
		}
		if (/^\(\d\)$/.test(line.text)) continue;
		const number = /^0{0,2}(\d{1,3})[.)]?(?:\s+(?=["“(]?\p{Lu})(.*))?$/u.exec(line.text);
		const section = /^([IVX]{1,5})[.)]?(?:\s+(\p{Lu}.*))?$/u.exec(line.text);
		if (number && Number(number[1]) === expected) {
			close();
			open = {
				no: line.text.slice(0, line.text.length - (number[2]?.length ?? 0)).trim(),
				lines: number[2] ? [{ ...line, text: number[2] }] : [],
				at: line.at
			};
			expected += 1;
		} else if (section && (section[2] || next + 1 < pieces.length)) {
			close();
			rows.push({
				cells: [
					section[1]!,
					section[2] ?? (pieces[next + 1] as Line).text,
					...columns.slice(2).map(() => '')
				].map((text) => ({ text, span: 1, continued: false })),
				at: line.at
			});
			if (!section[2]) next += 1;
		} else if (open) (open as { lines: Line[] }).lines.push(line);
	}
	close();
	return rows.length > 1
		? { table: { kind: 'table', rows, at: (pieces[at] as Line).at, rebuilt: true }, next }
		: null;
}

/** "TT", "Nhiệm vụ", "Đơn vị" / "chủ trì" …: names of columns, one or two lines each, until the first number. */
function headAt(pieces: Piece[], at: number): { columns: Column[]; names: string[]; next: number } | null {
	const names: string[] = [];
	let next = at;
	for (; next < pieces.length && next < at + 24; next += 1) {
		const line = pieces[next]!;
		if (line.kind === 'table' || line.text.length > 60) return null;
		if (names.length > 2 && /^(?:\(?0?1\)?[.)]?|[IA][.)]?)(?:\s|$)/.test(line.text)) break;
		const known = columnOf(line.text) !== null;
		if (names.length === 0 || (known && !startsSmall(line.text) && !isHalf(names.at(-1)!, line.text)))
			names.push(line.text);
		else names[names.length - 1] = `${names.at(-1)} ${line.text}`;
	}
	const columns = names.map((name) => columnOf(name) ?? 'other');
	const useful =
		columns.includes('task') &&
		(columns.includes('lead') || columns.includes('both') || columns.includes('deadline'));
	return columns[0] === 'no' && columns.length >= 3 && useful ? { columns, names, next } : null;
}

/** "Thời gian" and then "Hoàn thành": the second line belongs to the first. */
const isHalf = (name: string, line: string): boolean =>
	/^(?:thoi gian|don vi|co quan|san pham|ket qua)$/.test(bare(name)) &&
	/^(?:hoan thanh|thuc hien|chu tri|phoi hop|dau ra)/.test(bare(line));

const UNIT =
	/^(?:van phong|phong|ban|so|ubnd|uy ban|cong chuc|can bo|dai|trung tam|to|khu dan cu|mat tran|mttq|hoi|doan|cong an|cac (?:co quan|don vi|phong|ban|bo phan|to|khu|cong|doan|nganh|sở|thon|truong)|bo phan|tu phap|ke toan|van hoa|noi vu|chi cuc|truong|tram|lanh dao|chu tich|thu truong|hdnd|vhxh|vp|toan the)(?=[\s,.;:-]|$)/;
const WHEN =
	/thuong xuyen|ha?ng (?:nam|thang|quy|tuan)|hang (?:nam|thang|quy|tuan)|quy (?:i|ii|iii|iv|\d)|thang \d|truoc ngay|ngay \d|nam 20\d\d|\d{1,2}\/\d{4}|\d{1,2}\/20|theo (?:ke hoach|phan cong|quy dinh|huong dan|yeu cau)|dinh ky|trong nam|ca nam|6 thang|den het|khi co|sau khi|20\d\d\s*-/;

/** Lines of one row to columns in order: the cheapest way of laying them. */
export function assign(lines: Line[], columns: Column[]): string[] {
	const groups = grouped(lines);
	if (groups.length === columns.length) return groups;
	const cost = (line: Line, column: Column, begins: boolean): number => {
		const plain = bare(line.text);
		const unit = UNIT.test(plain);
		const when = WHEN.test(plain) && line.text.length < 45;
		const small = startsSmall(line.text);
		if (column === 'deadline') return when ? 0 : small && !begins ? 1 : 4;
		if (column === 'lead' || column === 'coordinate' || column === 'both')
			return unit ? 0 : when ? 4 : small && !begins ? 0.4 : begins ? 3 : 1.2;
		if (column === 'other') return 1.5;
		return (unit && begins ? 2 : 0) + (when && line.text.length < 25 ? 2.5 : 0) + (unit && !small ? 1 : 0);
	};
	const empty: Record<Column, number> = {
		no: 0,
		task: 20,
		product: 2,
		lead: 3,
		coordinate: 1.5,
		both: 3,
		deadline: 2.5,
		other: 0.2
	};
	// least[c]: cheapest with the last line in column c, and the way back.
	let least = columns.map((_, at) => columns.slice(0, at).reduce((sum, column) => sum + empty[column], 0));
	const back: number[][] = [];
	for (const [index, line] of lines.entries()) {
		const before = lines[index - 1];
		const open =
			before !== undefined &&
			(/[,;–-]$/.test(before.text) || /(?:và|của|các|về|cho|với|tại|thực|cải)$/u.test(before.text));
		const from: number[] = [];
		const row = columns.map((column, to) => {
			let best = Infinity;
			for (let came = 0; came <= to; came += 1) {
				if (index === 0 && came !== to) continue;
				const begins = index === 0 || came !== to;
				const skipped = columns.slice(came + 1, to).reduce((sum, one) => sum + empty[one], 0);
				const turn =
					begins && index > 0
						? (startsSmall(line.text) ? 3 : 0) + (open ? 2 : 0) - (line.gap > 0 ? 1 : 0) + skipped
						: index === 0
							? 0
							: (startsSmall(line.text) ? 0 : 0.6) + (line.gap > 0 ? 1 : 0);
				const sum = least[came]! + turn + cost(line, column, begins);
				if (sum < best) [best, from[to]] = [sum, came];
			}
			return best;
		});
		back.push(from);
		least = row;
	}
	const rest = (at: number): number => columns.slice(at + 1).reduce((sum, column) => sum + empty[column], 0);
	let at = columns.reduce(
		(best, _, index) => (least[index]! + rest(index) < least[best]! + rest(best) ? index : best),
		0
	);
	const cells = columns.map(() => [] as string[]);
	for (let index = lines.length - 1; index >= 0; index -= 1) {
		cells[at]!.unshift(lines[index]!.text);
		at = back[index]![at]!;
	}
	return cells.map((parts) => parts.join('\n'));
}

/** Cells that empty lines keep apart. */
function grouped(lines: Line[]): string[] {
	const groups: string[] = [];
	for (const [at, line] of lines.entries()) {
		if (at === 0 || line.gap > 0) groups.push(line.text);
		else groups[groups.length - 1] += `\n${line.text}`;
	}
	return groups.map((text) => squeeze(text.replaceAll('\n', ' ')));
}
