/**
 * Tables of tasks (bảng phân công, phụ lục nhiệm vụ). Their columns come in any order, some are absent, cells are merged,
 * rows are split over pages and heads repeated. Schedules, lists and empty forms look alike and are no tasks.
 */
import type { AnnexTask } from '../plan-document.ts';
import { bare, sameWords, squeeze } from './plain.ts';
import type { Cell, Row, Table } from './piece.ts';

export type Column = 'no' | 'task' | 'product' | 'lead' | 'coordinate' | 'both' | 'deadline' | 'other';
export type FoundTask = AnnexTask & { at: number };

/** What a head cell stands for. Order matters: "Thời gian thực hiện" is a time, "Đơn vị thực hiện" a unit. */
export function columnOf(head: string): Column | null {
	const words = sameWords(head);
	if (!words || words.length > 120) return null;
	if (/^(?:tt|stt|so tt|so thu tu|so)$/.test(words)) return 'no';
	if (/^(?:ghi chu|kinh phi|du toan|theo doi|danh gia|ket qua theo doi|can cu|lanh dao|nguoi theo doi)/.test(words)) return 'other';
	if (/thoi gian|thoi han|tien do|ky han|thoi diem|han hoan thanh|ngay hoan thanh|hoan thanh truoc|lo trinh/.test(words) || /^(?:hoan thanh|quy|thang)$/.test(words)) return 'deadline';
	if (/chu tri/.test(words) && /phoi hop/.test(words)) return 'both';
	if (/phoi hop|tham gia/.test(words)) return 'coordinate';
	if (/chu tri|phu trach|dau moi|chiu trach nhiem|trach nhiem|(?:don vi|co quan|bo phan|nguoi|ca nhan|phong|to chuc) (?:duoc giao|thuc hien|tham muu|phu|giao)|^(?:don vi|co quan|bo phan|phan cong|thuc hien|co quan don vi|phan cong thuc hien|don vi ca nhan)$/.test(words)) return 'lead';
	if (/san pham|ket qua|dau ra|muc tieu can dat|chi tieu|so luong/.test(words) && !/^(?:noi dung|nhiem vu)/.test(words)) return 'product';
	if (/nhiem vu|noi dung|cong viec|hoat dong|dau viec|giai phap|viec can lam/.test(words)) return 'task';
	if (/hinh thuc/.test(words)) return 'product';
	return null;
}

type Head = { columns: Column[]; rows: number };

export function readTaskTable(table: Table): FoundTask[] {
	const grid = gridOf(table);
	const head = headOf(grid);
	if (!head || !isTaskHead(head, grid)) return [];
	return tasksIn(grid.slice(head.rows), head, grid.slice(0, head.rows), table);
}

/** Whether the table has the head of a task table, whatever its rows hold. */
export function looksLikeTasks(table: Table): boolean {
	const grid = gridOf(table);
	const head = headOf(grid);
	return head !== null && isTaskHead(head, grid);
}

export type GridRow = { cells: (Cell & { own: boolean })[]; at: number };

/** Cells laid on the grid: a wide cell fills all its columns, a cell merged downwards repeats what stands above. */
function gridOf(table: Table): GridRow[] {
	const grid: GridRow[] = [];
	for (const row of table.rows) grid.push({ cells: laid(row, grid.at(-1)), at: row.at });
	return grid;
}

function laid(row: Row, above: GridRow | undefined): GridRow['cells'] {
	const cells: GridRow['cells'] = [];
	for (const cell of row.cells) {
		for (let step = 0; step < cell.span; step += 1) {
			const over = above?.cells[cells.length];
			const text = cell.continued && over ? (cell.text ? `${over.text}\n${cell.text}` : over.text) : cell.text;
			cells.push({ ...cell, text, own: step === 0 && !cell.continued });
		}
	}
	return cells;
}

/** The head is one row or two ("Phân công" over "Chủ trì" and "Phối hợp"), maybe below rows of titles. */
function headOf(grid: GridRow[]): Head | null {
	for (let at = 0; at < Math.min(grid.length, 6); at += 1) {
		const one = columnsOf(grid[at]!);
		const next = grid[at + 1];
		if (known(one) < 2) continue;
		if (next && isHeadRow(next)) {
			const below = columnsOf(next);
			const merged = one.map((column, index) => {
				const wide = grid[at]!.cells.filter((cell) => cell.text && cell.text === grid[at]!.cells[index]?.text).length > 1;
				const low = below[index];
				return low && low !== 'other' && (wide || !column || column === 'other') ? low : (column ?? low ?? null);
			});
			if (known(merged) >= known(one) && below.some((column, index) => column && column !== one[index])) return { columns: merged.map((column) => column ?? 'other'), rows: at + 2 };
		}
		return { columns: one.map((column) => column ?? 'other'), rows: at + 1 };
	}
	return null;
}

const columnsOf = (row: GridRow): (Column | null)[] => row.cells.map((cell) => columnOf(cell.text));
const known = (columns: (Column | null)[]): number => new Set(columns.filter((column) => column && column !== 'other')).size;

/** Under a head row: only words of heads or cells merged from above, no sentence. */
const isHeadRow = (row: GridRow): boolean => row.cells.every((cell) => cell.text.length < 60 && (!cell.text || columnOf(cell.text) !== null || !cell.own)) && row.cells.some((cell) => cell.own && columnOf(cell.text) !== null && columnOf(cell.text) !== 'no');

const SCHEDULE = /^(?:dia diem|gio|khung gio|buoi|thu|ngay|thanh phan|nguoi trinh bay|phat lan|thoi luong|so ky hieu|ho va ten|ho ten|chuc vu|dien thoai|so dien thoai|don vi tinh|dvt|ma thu tuc|ma tthc|linh vuc|muc do|diem|diem toi da|tu danh gia)$/;
const REPORT = /luy ke|ton tai|kho khan|vuong mac|ket qua thuc hien trong|da thuc hien|ty le|giai ngan|tong muc|so von|tu cham|vuot/;

function isTaskHead(head: Head, grid: GridRow[]): boolean {
	const has = (column: Column): boolean => head.columns.includes(column);
	const words = grid.slice(0, head.rows).flatMap((row) => row.cells.map((cell) => sameWords(cell.text)));
	if (words.some((one) => REPORT.test(one) && !/san pham/.test(one))) return false;
	if (!has('task')) return false;
	const assigned = has('lead') || has('both') || has('coordinate');
	const schedule = words.filter((one) => SCHEDULE.test(one)).length;
	if (schedule > 0 && !(assigned && (has('product') || has('coordinate') || has('both') || has('no')))) return false;
	if (schedule > 1 && !has('product') && !has('coordinate') && !has('both')) return false;
	if (assigned) return true;
	return has('deadline') && (has('product') || words.some((one) => /nhiem vu|cong viec/.test(one)));
}

function tasksIn(rows: GridRow[], head: Head, heads: GridRow[], table: Table): FoundTask[] {
	const tasks: FoundTask[] = [];
	const headWords = heads.map(wordsOf);
	const cellsOf = (row: GridRow, column: Column): GridRow['cells'] => row.cells.filter((_, at) => head.columns[at] === column);
	for (const [at, row] of rows.entries()) {
		if (headWords.includes(wordsOf(row)) || isNumbersRow(row)) continue;
		// A head repeated with a small difference on the next page.
		if (isHeadRow(row) && known(columnsOf(row)) >= 3) continue;
		if (row.cells.every((cell) => !cell.text.trim())) continue;
		const text = (column: Column): string => [...new Set(cellsOf(row, column).map((cell) => tidy(cell.text)).filter(Boolean))].join('; ');
		const no = numberOf(text('no'));
		const found = { task: text('task'), product: text('product'), lead: text('lead'), coordinate: text('coordinate'), deadline: text('deadline') };
		if (isSection(row, no, found, text('both'), rows[at + 1], head)) continue;
		const before = tasks.at(-1);
		if (before && goesOn(row, no, found, head)) {
			append(before, found, text('both'));
			continue;
		}
		if (!found.task || !/\p{L}{2}/u.test(found.task)) {
			if (before && !no && (found.product || found.lead || found.coordinate || found.deadline)) append(before, found, text('both'));
			continue;
		}
		const shared = leadAndCoordinate(text('both'), cellsOf(row, 'both').map((cell) => cell.text).join('\n'));
		const over = coversBoth(row, head);
		const mixed = over ? leadAndCoordinate(found.lead, cellsOf(row, 'lead').map((cell) => cell.text).join('\n')) : !shared && !found.coordinate ? leadAndCoordinate(found.lead, cellsOf(row, 'lead').map((cell) => cell.text).join('\n'), true) : null;
		tasks.push({
			no,
			task: found.task,
			product: found.product || null,
			lead: (shared ?? mixed)?.lead ?? (found.lead || null),
			coordinate: (shared ?? mixed)?.coordinate ?? (over ? null : found.coordinate || null),
			deadline: found.deadline || null,
			at: row.at
		});
	}
	return tasks.length > 0 && table.rows.length > 0 ? tasks : [];
}

const wordsOf = (row: GridRow): string => row.cells.map((cell) => sameWords(cell.text)).join('|');
const tidy = (text: string): string => squeeze(text.replace(/\n(?=[-+•])/g, ' ').replaceAll('\n', ' '));

/** One cell laid over the columns of lead and cooperation. */
const coversBoth = (row: GridRow, head: Head): boolean => row.cells.some((cell, at) => head.columns[at] === 'coordinate' && !cell.own && !cell.continued && head.columns[at - 1] === 'lead');

/** (1) (2) (3) under the head. */
function isNumbersRow(row: GridRow): boolean {
	const words = row.cells.map((cell) => cell.text.trim()).filter(Boolean);
	return words.length >= 3 && words.every((word) => /^\(?[\d][\d=+x*/() ]*\)?$|^\([a-z]\)$|^[A-H]$/i.test(word));
}

function numberOf(text: string): string | null {
	const word = text.replace(/[.)\s]+$/, '').replace(/^[(\s]+/, '');
	return /^(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]+|[A-HĐ]|[a-zđ]|[IVX]+\.\d+|[-+*])$/u.test(word) ? word : word && word.length < 8 ? word : null;
}

function isSection(row: GridRow, no: string | null, found: Record<string, string>, both: string, next: GridRow | undefined, head: Head): boolean {
	const alone = !found.product && !found.lead && !found.coordinate && !found.deadline && !both;
	const texts = new Set(row.cells.map((cell) => squeeze(cell.text)).filter(Boolean));
	// One cell over the whole row.
	if (row.cells.length > 2 && row.cells.filter((cell) => cell.own).length <= 2 && texts.size <= 2 && row.cells.some((cell) => cell.span > 2)) return true;
	if (!alone) return false;
	if (no && /^(?:[IVX]+|[A-HĐ])$/u.test(no)) return true;
	if (!no && /^(?:[IVX]+|[A-HĐ])[.)]\s/u.test(found.task || [...texts][0] || '')) return true;
	if (no && next) {
		const at = head.columns.indexOf('no');
		const nextNo = at >= 0 ? numberOf(next.cells[at]?.text ?? '') : null;
		if (nextNo && (nextNo.startsWith(`${no}.`) || /^(?:[-+a-zđ])$/u.test(nextNo))) return true;
	}
	return !no && found.task.length > 0 && found.task === found.task.toUpperCase() && /\p{L}/u.test(found.task);
}

/** The second half of a row that a page break cut: no number, and a cell that begins in the middle of a sentence. */
function goesOn(row: GridRow, no: string | null, found: { task: string; product: string; lead: string; deadline: string; coordinate: string }, head: Head): boolean {
	if (no || !head.columns.includes('no')) return false;
	const noCell = row.cells[head.columns.indexOf('no')];
	if (noCell?.continued) return false;
	if (!found.task) return true;
	if (/^[\p{Ll},.;)]/u.test(found.task)) return true;
	return !found.lead && !found.deadline && !found.product && !found.coordinate;
}

function append(task: FoundTask, more: { task: string; product: string; lead: string; coordinate: string; deadline: string }, both: string): void {
	for (const key of ['task', 'product', 'lead', 'coordinate', 'deadline'] as const) {
		const words = more[key] || (key === 'lead' ? both : '');
		if (!words || task[key] === words) continue;
		task[key] = task[key] ? squeeze(`${task[key]} ${words}`) : words;
	}
}

/** One cell for both: "Chủ trì: A; phối hợp: B", or the lead on the first line and the others below. */
function leadAndCoordinate(text: string, raw: string, onlyWhenSaid = false): { lead: string | null; coordinate: string | null } | null {
	if (!text) return null;
	const split = /[;,.\s]*(?:[-+]\s*)?(?:(?:đơn vị|cơ quan)\s+)?phối hợp(?:\s+thực hiện)?\s*(?::|với|cùng|-)\s*/iu.exec(text);
	const lead = (words: string): string | null => words.replace(/^(?:[-+]\s*)?(?:(?:đơn vị|cơ quan)\s+)?chủ trì\s*[:-]?\s*/iu, '').replace(/[\s;,.]+$/, '') || null;
	if (split) return { lead: lead(text.slice(0, split.index)), coordinate: text.slice(split.index + split[0].length).replace(/[\s;,.]+$/, '') || null };
	if (onlyWhenSaid) return null;
	const lines = raw.split('\n').map((line) => squeeze(line.replace(/^[-+•]\s*/, ''))).filter(Boolean);
	const [first, ...others] = lines.length > 1 ? lines : text.split(/\s*;\s*/);
	const clean = (words: string): string => words.replace(/[\s;,.]+$/, '');
	return { lead: lead(first ?? ''), coordinate: others.length > 0 && !/^\p{Ll}/u.test(others[0]!) ? others.map(clean).join('; ') : null };
}

export const isEmptyForm = (table: Table): boolean => table.rows.slice(1).every((row) => row.cells.every((cell) => !/\p{L}{2}/u.test(bare(cell.text))));
