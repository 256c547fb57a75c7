/**
 * The head of a task table: which column stands for what, over one row or two, and whether the table is one of tasks at
 * all. Schedules, lists and empty forms of reports look alike and are no tasks.
 */
import { sameWords } from './plain.ts';
import type { Cell, Row, Table } from './piece.ts';

export type Column = 'no' | 'task' | 'product' | 'lead' | 'coordinate' | 'both' | 'deadline' | 'other';

/** What a head cell stands for. Order matters: "Thời gian thực hiện" is a time, "Đơn vị thực hiện" a unit. */
export function columnOf(head: string): Column | null {
	const words = sameWords(head);
	if (!words || words.length > 120) return null;
	if (/^(?:tt|stt|so tt|so thu tu|so)$/.test(words)) return 'no';
	if (
		/^(?:ghi chu|kinh phi|du toan|theo doi|danh gia|ket qua theo doi|can cu|lanh dao|nguoi theo doi)/.test(
			words
		)
	)
		return 'other';
	if (
		/thoi gian|thoi han|tien do|ky han|thoi diem|han hoan thanh|ngay hoan thanh|hoan thanh truoc|lo trinh/.test(
			words
		) ||
		/^(?:hoan thanh|quy|thang)$/.test(words)
	)
		return 'deadline';
	if (/chu tri/.test(words) && /phoi hop/.test(words)) return 'both';
	if (/phoi hop|tham gia/.test(words)) return 'coordinate';
	if (
		/chu tri|phu trach|dau moi|chiu trach nhiem|trach nhiem|(?:don vi|co quan|bo phan|nguoi|ca nhan|phong|to chuc) (?:duoc giao|thuc hien|tham muu|phu|giao)|^(?:don vi|co quan|bo phan|phan cong|thuc hien|co quan don vi|phan cong thuc hien|don vi ca nhan)$/.test(
			words
		)
	)
		return 'lead';
	if (
		/san pham|ket qua|dau ra|muc tieu can dat|chi tieu|so luong/.test(words) &&
		!/^(?:noi dung|nhiem vu)/.test(words)
	)
		return 'product';
	if (/nhiem vu|noi dung|cong viec|hoat dong|dau viec|giai phap|viec can lam/.test(words)) return 'task';
	if (/hinh thuc/.test(words)) return 'product';
	return null;
}

export type Head = { columns: Column[]; rows: number };
export type GridRow = { cells: (Cell & { own: boolean })[]; at: number };

/** Cells laid on the grid: a wide cell fills all its columns, a cell merged downwards repeats what stands above. */
export function gridOf(table: Table): GridRow[] {
	const grid: GridRow[] = [];
	for (const row of table.rows) grid.push({ cells: laid(row, grid.at(-1)), at: row.at });
	return grid;
}

function laid(row: Row, above: GridRow | undefined): GridRow['cells'] {
	const cells: GridRow['cells'] = [];
	for (const cell of row.cells) {
		for (let step = 0; step < cell.span; step += 1) {
			const over = above?.cells[cells.length];
			const text =
				cell.continued && over ? (cell.text ? `${over.text}\n${cell.text}` : over.text) : cell.text;
			cells.push({ ...cell, text, own: step === 0 && !cell.continued });
		}
	}
	return cells;
}

/** The head is one row or two ("Phân công" over "Chủ trì" and "Phối hợp"), maybe below rows of titles. */
export function headOf(grid: GridRow[]): Head | null {
	for (let at = 0; at < Math.min(grid.length, 6); at += 1) {
		const one = columnsOf(grid[at]!);
		const next = grid[at + 1];
		if (known(one) < 2) continue;
		if (next && isHeadRow(next)) {
			const below = columnsOf(next);
			const merged = one.map((column, index) => {
				const wide =
					grid[at]!.cells.filter((cell) => cell.text && cell.text === grid[at]!.cells[index]?.text).length >
					1;
				const low = below[index];
				return low && low !== 'other' && (wide || !column || column === 'other')
					? low
					: (column ?? low ?? null);
			});
			if (known(merged) >= known(one) && below.some((column, index) => column && column !== one[index]))
				return { columns: merged.map((column) => column ?? 'other'), rows: at + 2 };
		}
		return { columns: one.map((column) => column ?? 'other'), rows: at + 1 };
	}
	return null;
}

export const columnsOf = (row: GridRow): (Column | null)[] => row.cells.map((cell) => columnOf(cell.text));
export const known = (columns: (Column | null)[]): number =>
	new Set(columns.filter((column) => column && column !== 'other')).size;

/** Under a head row: only words of heads or cells merged from above, no sentence. */
export const isHeadRow = (row: GridRow): boolean =>
	row.cells.every(
		(cell) => cell.text.length < 60 && (!cell.text || columnOf(cell.text) !== null || !cell.own)
	) && row.cells.some((cell) => cell.own && columnOf(cell.text) !== null && columnOf(cell.text) !== 'no');

const SCHEDULE =
	/^(?:dia diem|gio|khung gio|buoi|thu|ngay|thanh phan|nguoi trinh bay|phat lan|thoi luong|so ky hieu|ho va ten|ho ten|chuc vu|dien thoai|so dien thoai|don vi tinh|dvt|ma thu tuc|ma tthc|linh vuc|muc do|diem|diem toi da|tu danh gia)$/;
const REPORT =
	/luy ke|ton tai|kho khan|vuong mac|ket qua thuc hien trong|da thuc hien|ty le|giai ngan|tong muc|so von|tu cham|vuot/;

export function isTaskHead(head: Head, grid: GridRow[]): boolean {
	const has = (column: Column): boolean => head.columns.includes(column);
	const words = grid.slice(0, head.rows).flatMap((row) => row.cells.map((cell) => sameWords(cell.text)));
	if (words.some((one) => REPORT.test(one) && !/san pham/.test(one))) return false;
	if (!has('task')) return false;
	const assigned = has('lead') || has('both') || has('coordinate');
	const schedule = words.filter((one) => SCHEDULE.test(one)).length;
	if (schedule > 0 && !(assigned && (has('product') || has('coordinate') || has('both') || has('no'))))
		return false;
	if (schedule > 1 && !has('product') && !has('coordinate') && !has('both')) return false;
	if (assigned) return true;
	return has('deadline') && (has('product') || words.some((one) => /nhiem vu|cong viec/.test(one)));
}
