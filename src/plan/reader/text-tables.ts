/**
 * Tables that came as text: between bars or tabs, in columns of spaces, or flattened to one cell after the other. Where
 * the head of a task table is met, its rows are rebuilt; every other line stays as it is.
 */
import { readFlatTable } from './flat-table.ts';
import { readSpacedTable } from './spaced-table.ts';
import type { Line, Piece, Row, Table } from './piece.ts';
import { bare } from './plain.ts';

export function rebuildTables(pieces: Piece[]): Piece[] {
	const result: Piece[] = [];
	for (let at = 0; at < pieces.length;) {
		const piece = pieces[at]!;
		const found = piece.kind === 'line' && !piece.whole ? tableAt(pieces, at, result) : null;
		if (found) {
			result.push(found.table);
			at = found.next;
			continue;
		}
		result.push(piece);
		at += 1;
	}
	return result;
}

function tableAt(pieces: Piece[], at: number, before: Piece[]): { table: Table; next: number } | null {
	const line = pieces[at] as Line;
	const ruled = ruledTable(pieces, at);
	if (ruled) return ruled;
	if (!/(?:^|\s)(?:s?tt|so tt|so thu tu)(?:\s|$)/.test(bare(line.text))) return null;
	const spaced = readSpacedTable(pieces, at);
	if (spaced) {
		// Lines of the head above "TT" were kept as lines already.
		for (let up = 0; up < spaced.above; up += 1) before.pop();
		return spaced;
	}
	return readFlatTable(pieces, at);
}

const BORDER = /^[+|┌┬┐├┼┤└┴┘─━═╔╦╗╠╬╣╚╩╝\-=:\s]+$/;

/** Cells between bars ("| 1 | … |") or tabs; a border line parts rows when borders stand between all of them. */
function ruledTable(pieces: Piece[], from: number): { table: Table; next: number } | null {
	const lines: Line[] = [];
	let at = from;
	for (; at < pieces.length; at += 1) {
		const piece = pieces[at]!;
		if (piece.kind !== 'line' || piece.whole) break;
		const inside =
			lines.length > 0 &&
			((BORDER.test(piece.text) && piece.text.length > 4) || /^[IVX]{1,5}\t\S/.test(piece.raw));
		if (cellsOf(piece.raw).length < 3 && !inside) break;
		lines.push(piece);
	}
	const words = lines.filter((line) => !BORDER.test(line.text));
	if (words.length < 2) return null;
	const text = bare(words.map((line) => line.text).join('\n'));
	if (/cong h[a-z]* xa hoi chu nghia|doc lap\s*[-–]\s*tu do|noi nhan\s*:/.test(text)) return null;
	const borders = lines.length - words.length;
	const rows =
		borders >= 3 && borders < lines.length
			? mergedRows(lines)
			: words.map((line) => rowOf(cellsOf(line.raw), line.at));
	widenHead(rows);
	const tabbed = words.every((line) => line.raw.includes('\t'));
	if (tabbed) cutLongRows(rows);
	return { table: { kind: 'table', rows, at: lines[0]!.at, rebuilt: tabbed }, next: at };
}

function cellsOf(raw: string): string[] {
	const bars = raw.replaceAll(/[│┃║]/g, '|').trim();
	if ((bars.match(/\|/g)?.length ?? 0) >= 2)
		return bars
			.replace(/^\|/, '')
			.replace(/\|$/, '')
			.split('|')
			.map((cell) => cell.trim());
	const tabs = raw.split('\t');
	return tabs.length >= 3 || /^[IVX]{1,5}\t\S/.test(raw) ? tabs.map((cell) => cell.trim()) : [];
}

/** A head cell over two columns ("Phân công" over "Chủ trì", "Phối hợp") was written as one. */
function widenHead(rows: Row[]): void {
	const [first, second] = rows;
	const width = Math.max(0, ...rows.slice(1, 4).map((row) => row.cells.length));
	const missing = width - (first?.cells.length ?? 0);
	const at = second?.cells.findIndex((cell) => cell.text) ?? -1;
	if (missing > 0 && missing < 3 && at > 0 && first?.cells[at]) first.cells[at].span += missing;
}

/** Two rows that ran into one: the second begins after the width of the head and the mark of the row's end. */
function cutLongRows(rows: Row[]): void {
	const width = Math.max(
		...rows.slice(0, 2).map((row) => row.cells.reduce((sum, cell) => sum + cell.span, 0))
	);
	for (let at = 2; at < rows.length; at += 1) {
		const { cells, at: line } = rows[at]!;
		if (width > 2 && cells.length > width + 2)
			rows.splice(
				at,
				1,
				{ cells: cells.slice(0, width), at: line },
				{ cells: cells.slice(width + 1), at: line }
			);
	}
}

const rowOf = (cells: string[], at: number): Row => ({
	cells: cells.map((text) => ({
		text: text.replaceAll(/<br\s*\/?>/gi, '\n').replaceAll('**', ''),
		span: 1,
		continued: false
	})),
	at
});

/** Lines between two borders are one row. */
function mergedRows(lines: Line[]): Row[] {
	const rows: Row[] = [];
	let open: { cells: string[]; at: number } | null = null;
	for (const line of [...lines, null]) {
		if (line === null || BORDER.test(line.text)) {
			if (open) rows.push(rowOf(open.cells, open.at));
			open = null;
			continue;
		}
		const cells = cellsOf(line.raw);
		if (!open) open = { cells, at: line.at };
		else
			open.cells = Array.from({ length: Math.max(cells.length, open.cells.length) }, (_, at) =>
				[open!.cells[at], cells[at]].filter(Boolean).join(' ')
			);
	}
	return rows;
}
