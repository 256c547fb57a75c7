/**
 * Annexes (phụ lục) and tables of tasks in the body. Only a table whose head names tasks and who does them counts; an
 * outline of a report, a schedule or an empty form gives nothing.
 */
import { readTaskTable, isEmptyForm, looksLikeTasks, type FoundTask } from './task-table.ts';
import type { Item } from './outline.ts';
import type { Piece, Table } from './piece.ts';
import { bare } from './plain.ts';

export type Annex = {
	tasks: FoundTask[];
	/** The document has an annex at all. */
	present: boolean;
	/** An annex about tasks whose rows could not be read. */
	unreadable: boolean;
	rebuilt: boolean;
};

const FORM =
	/^(?:.*\s)?(?:de cuong|mau so|mau bao cao|bieu mau|mau bieu|lich|thoi khoa bieu|danh sach)(?:\s|$)/;

export function annexTasks(items: Item[], annexes: Piece[]): Annex {
	const tasks: FoundTask[] = [];
	let rebuilt = false;
	let unreadable = false;
	const take = (table: Table): void => {
		const found = readTaskTable(table);
		if (table.rebuilt && isMuddled(found)) {
			unreadable = true;
			return;
		}
		if (found.length > 0 && table.rebuilt) rebuilt = true;
		tasks.push(...found);
	};
	for (const item of items) for (const table of item.tables) take(table);
	let title = '';
	let before: Table | null = null;
	for (const piece of annexes) {
		if (piece.kind === 'line') {
			if (/^phu luc/.test(bare(piece.text))) title = '';
			if (title.length < 400) title += ` ${bare(piece.text)}`;
			continue;
		}
		const table: Table =
			before && !hasHead(piece) && sameWidth(before, piece)
				? { ...piece, rows: [...before.rows.slice(0, 2), ...piece.rows] }
				: piece;
		if (!(FORM.test(title) && !/nhiem vu|phan cong/.test(title))) {
			const found = readTaskTable(table);
			if (found.length === 0 && looksLikeTasks(table) && !isEmptyForm(table)) unreadable = true;
			take(table);
		}
		if (looksLikeTasks(piece)) before = piece;
		title = '';
	}
	if (
		tasks.length === 0 &&
		titlesOf(annexes).some(
			(words) =>
				/(?:danh muc|phan cong|bang|phu luc)[^.]{0,80}nhiem vu|nhiem vu,? san pham/.test(words) &&
				!FORM.test(words)
		)
	)
		unreadable = true;
	return { tasks, present: annexes.length > 0, unreadable, rebuilt };
}

/** Times stand in the middle of tasks and no time is left for its column: cells were cut wrongly, so none is believed. */
function isMuddled(tasks: FoundTask[]): boolean {
	const wrong = tasks.filter(
		(task) =>
			!task.deadline &&
			/\s(?:thang \d|hang thang|hang quy|quy (?:i|ii|iii|iv)\b|truoc ngay|thuong xuyen)/.test(bare(task.task))
	).length;
	return tasks.length > 1 && wrong >= tasks.length * 0.4;
}

/** First words of each annex. */
function titlesOf(annexes: Piece[]): string[] {
	const titles: string[] = [];
	for (const piece of annexes) {
		if (piece.kind !== 'line') continue;
		const words = bare(piece.text);
		if (titles.length === 0 || words.startsWith('phu luc')) titles.push(words);
		else if (titles.at(-1)!.length < 300) titles[titles.length - 1] += ` ${words}`;
	}
	return titles;
}

const hasHead = (table: Table): boolean => looksLikeTasks(table);

/** A table that goes on after a page break without its head. */
function sameWidth(one: Table, other: Table): boolean {
	const width = (table: Table): number =>
		Math.max(...table.rows.map((row) => row.cells.reduce((sum, cell) => sum + cell.span, 0)));
	return width(one) === width(other) && /^\s*\(?[\dIVX]/.test(other.rows[0]?.cells[0]?.text ?? '');
}
