/**
 * Tables of tasks (bảng phân công, phụ lục nhiệm vụ). Their columns come in any order, some are absent, cells are merged,
 * rows are split over pages and heads repeated.
 */
import type { AnnexTask } from '../plan-document.ts';
import { bare, sameWords, squeeze } from './plain.ts';
import {
	columnsOf,
	gridOf,
	headOf,
	isHeadRow,
	isTaskHead,
	known,
	type Column,
	type GridRow,
	type Head
} from './task-head.ts';
import type { Table } from './piece.ts';

export type FoundTask = AnnexTask & { at: number };

type Found = { task: string; product: string; lead: string; coordinate: string; deadline: string };

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
function tasksIn(rows: GridRow[], head: Head, heads: GridRow[], table: Table): FoundTask[] {
	const tasks: FoundTask[] = [];
	const headWords = heads.map(wordsOf);
	const cellsOf = (row: GridRow, column: Column): GridRow['cells'] =>
		row.cells.filter((_, at) => head.columns[at] === column);
	for (const [at, row] of rows.entries()) {
		if (headWords.includes(wordsOf(row)) || isNumbersRow(row)) continue;
		// A head repeated with a small difference on the next page.
		if (isHeadRow(row) && known(columnsOf(row)) >= 3) continue;
		if (row.cells.every((cell) => !cell.text.trim())) continue;
		const text = (column: Column): string =>
			[
				...new Set(
					cellsOf(row, column)
						.map((cell) => tidy(cell.text))
						.filter(Boolean)
				)
			].join('; ');
		const no = numberOf(text('no'));
		const found = {
			task: text('task'),
			product: text('product'),
			lead: text('lead'),
			coordinate: text('coordinate'),
			deadline: text('deadline')
		};
		if (isSection(row, no, found, text('both'), rows[at + 1], head)) continue;
		const before = tasks.at(-1);
		if (before && goesOn(row, no, found, head)) {
			append(before, found, text('both'));
			continue;
		}
		if (!found.task || !/\p{L}{2}/u.test(found.task)) {
			if (before && !no && (found.product || found.lead || found.coordinate || found.deadline))
				append(before, found, text('both'));
			continue;
		}
		const shared = leadAndCoordinate(
			text('both'),
			cellsOf(row, 'both')
				.map((cell) => cell.text)
				.join('\n')
		);
		const over = coversBoth(row, head);
		const mixed = over
			? leadAndCoordinate(
					found.lead,
					cellsOf(row, 'lead')
						.map((cell) => cell.text)
						.join('\n')
				)
			: !shared && !found.coordinate
				? leadAndCoordinate(
						found.lead,
						cellsOf(row, 'lead')
							.map((cell) => cell.text)
							.join('\n'),
						true
					)
				: null;
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
const coversBoth = (row: GridRow, head: Head): boolean =>
	row.cells.some(
		(cell, at) =>
			head.columns[at] === 'coordinate' && !cell.own && !cell.continued && head.columns[at - 1] === 'lead'
	);

/** (1) (2) (3) under the head. */
function isNumbersRow(row: GridRow): boolean {
	const words = row.cells.map((cell) => cell.text.trim()).filter(Boolean);
	return (
		words.length >= 3 && words.every((word) => /^\(?[\d][\d=+x*/() ]*\)?$|^\([a-z]\)$|^[A-H]$/i.test(word))
	);
}

function numberOf(text: string): string | null {
	const word = text.replace(/[.)\s]+$/, '').replace(/^[(\s]+/, '');
	return /^(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]+|[A-HĐ]|[a-zđ]|[IVX]+\.\d+|[-+*])$/u.test(word)
		? word
		: word && word.length < 8
			? word
			: null;
}

function isSection(
	row: GridRow,
	no: string | null,
	found: Found,
	both: string,
	next: GridRow | undefined,
	head: Head
): boolean {
	const alone = !found.product && !found.lead && !found.coordinate && !found.deadline && !both;
	const texts = new Set(row.cells.map((cell) => squeeze(cell.text)).filter(Boolean));
	// One cell over the whole row.
	if (
		row.cells.length > 2 &&
		row.cells.filter((cell) => cell.own).length <= 2 &&
		texts.size <= 2 &&
		row.cells.some((cell) => cell.span > 2)
	)
		return true;
	if (no && /^[IVX]+$/.test(no) && !found.product && !found.lead && !found.coordinate && !both) return true;
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
function goesOn(
	row: GridRow,
	no: string | null,
	found: { task: string; product: string; lead: string; deadline: string; coordinate: string },
	head: Head
): boolean {
	if (no || !head.columns.includes('no')) return false;
	const noCell = row.cells[head.columns.indexOf('no')];
	if (noCell?.continued) return false;
	if (!found.task) return true;
	if (/^[\p{Ll},.;)]/u.test(found.task)) return true;
	return !found.lead && !found.deadline && !found.product && !found.coordinate;
}

function append(
	task: FoundTask,
	more: { task: string; product: string; lead: string; coordinate: string; deadline: string },
	both: string
): void {
	for (const key of ['task', 'product', 'lead', 'coordinate', 'deadline'] as const) {
		const words = more[key] || (key === 'lead' ? both : '');
		if (!words || task[key] === words) continue;
		task[key] = task[key] ? squeeze(`${task[key]} ${words}`) : words;
	}
}

/** One cell for both: "Chủ trì: A; phối hợp: B", or the lead on the first line and the others below. */
function leadAndCoordinate(
	text: string,
	raw: string,
	onlyWhenSaid = false
): { lead: string | null; coordinate: string | null } | null {
	if (!text) return null;
	const split =
		/[;,.\s]*(?:[-+]\s*)?(?:(?:đơn vị|cơ quan)\s+)?phối hợp(?:\s+thực hiện)?\s*(?::|với|cùng|-)\s*/iu.exec(
			text
		);
	const lead = (words: string): string | null =>
		words
			.replace(/^(?:[-+]\s*)?(?:(?:đơn vị|cơ quan)\s+)?chủ trì\s*[:-]?\s*/iu, '')
			.replace(/[\s;,.]+$/, '')
			.replace(/\s+chủ trì$/iu, '') || null;
	if (split)
		return {
			lead: lead(text.slice(0, split.index)),
			coordinate: text.slice(split.index + split[0].length).replace(/[\s;,.]+$/, '') || null
		};
	if (onlyWhenSaid) return null;
	const lines = raw
		.split('\n')
		.map((line) => squeeze(line.replace(/^[-+•]\s*/, '')))
		.filter(Boolean);
	const [first, ...others] = lines.length > 1 ? lines : text.split(/\s*;\s*/);
	const clean = (words: string): string => words.replace(/[\s;,.]+$/, '');
	return {
		lead: lead(first ?? ''),
		coordinate:
			others.length > 0 && (lines.length <= 1 || !/^\p{Ll}/u.test(others[0]!))
				? others.map(clean).join('; ')
				: null
	};
}

export const isEmptyForm = (table: Table): boolean =>
	table.rows.slice(1).every((row) => row.cells.every((cell) => !/\p{L}{2}/u.test(bare(cell.text))));
