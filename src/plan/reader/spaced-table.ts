/**
 * A task table kept as columns of spaces (text taken from a PDF with its layout). Columns are the strips of the page no
 * line writes into; rows begin where a number stands, also when the number stands in the middle of its row.
 */
import { alignedCells, expectedStarts, misfit, strain } from './aligned-cells.ts';
import { cellsIn, joinStrips, stripReadings, type Strip } from './column-strips.ts';
import { columnOf, type Column } from './task-head.ts';
import { readMarker } from './marker.ts';
import { segments, type Line, type Piece, type Row, type Table } from './piece.ts';
import { bare, squeeze } from './plain.ts';
import { isAnnexStart, isAuthority, isRecipientsStart } from './zones.ts';

/** One printed line cut into the columns of the table. */
type Cut = { cells: string[]; at: number; gap: number };

export function readSpacedTable(
	pieces: Piece[],
	at: number
): { table: Table; next: number; above: number } | null {
	const anchor = pieces[at] as Line;
	if (segments(anchor.raw).length < 2 && !near(pieces, at)) return null;
	let above = 0;
	while (above < 5 && isHeadLine(pieces[at - above - 1], pieces[at - above] as Line)) above += 1;
	const next = endOf(pieces, at);
	const lines = pieces.slice(at - above, next).filter((piece): piece is Line => piece.kind === 'line');
	const rows: Row[] = [];
	let heads: string[] | null = null;
	let cutter: ((line: Line) => string[]) | null = null;
	for (const page of pagesOf(lines)) {
		const reading = bestReading(page, heads?.length ?? null);
		if (reading && (heads === null || reading.heads.length === heads.length)) {
			heads ??= reading.heads;
			({ cutter } = reading);
		}
		if (!heads || !cutter) continue;
		if (rows.length === 0) rows.push(asRow(heads, page[0]!.at));
		const cuts = page.map((line) => ({ cells: cutter!(line), at: line.at, gap: line.gap }));
		rows.push(...rowsOf(cuts.slice(firstData(cuts, reading === null)), heads.map(columnOf)));
	}
	if (!heads || rows.length < 2) return null;
	return { table: { kind: 'table', rows, at: lines[0]!.at, rebuilt: true }, next, above };
}

const asRow = (cells: string[], at: number): Row => ({
	cells: cells.map((text) => ({ text, span: 1, continued: false })),
	at
});
const isLine = (piece: Piece | undefined): piece is Line => piece?.kind === 'line';

/** "TT" may stand alone between the two lines of its neighbours' heads. */
function near(pieces: Piece[], at: number): boolean {
	return [pieces[at - 1], pieces[at + 1]].some(
		(piece) => isLine(piece) && segments(piece.raw).filter((part) => columnOf(part.text)).length >= 2
	);
}

function isHeadLine(piece: Piece | undefined, below: Line): boolean {
	if (!isLine(piece) || (piece.newPage && below.newPage)) return false;
	const parts = segments(piece.raw);
	return (
		below.gap === 0 &&
		parts.length >= 2 &&
		parts.every((part) => part.text.length < 40) &&
		!/[.;]$/.test(piece.text)
	);
}

/** The table ends where the text begins again: an annex, the end of the document, two lines that fill the page. */
function endOf(pieces: Piece[], from: number): number {
	let full = 0;
	for (let at = from + 1; at < pieces.length; at += 1) {
		const piece = pieces[at]!;
		if (!isLine(piece)) return at;
		const plain = bare(piece.text);
		if (
			isAnnexStart(piece) ||
			isRecipientsStart(piece.text) ||
			isAuthority(piece.text) ||
			plain.startsWith('tren day la')
		)
			return at;
		const parts = segments(piece.raw);
		const marker = readMarker(piece.text);
		if (
			parts.length === 1 &&
			marker?.kind === 'roman' &&
			/[A-ZĐ]{3}/.test(piece.text) &&
			piece.gap > 0 &&
			/^(?:to chuc|kinh phi|che do)/.test(bare(marker.rest))
		)
			return at;
		full = parts.length === 1 && piece.text.length > 75 && piece.indent < 14 ? full + 1 : 0;
		if (full === 2) return at - 1;
	}
	return pieces.length;
}

function pagesOf(lines: Line[]): Line[][] {
	const pages: Line[][] = [[]];
	for (const line of lines) {
		if (line.newPage && pages.at(-1)!.length > 0) pages.push([]);
		pages.at(-1)!.push(line);
	}
	return pages;
}

type Reading = { heads: string[]; cutter: (line: Line) => string[] };

/** The reading of this page whose heads name the most columns; null where the page has no heads of its own. */
function bestReading(page: Line[], wanted: number | null): Reading | null {
	const anchor = page.findIndex((line) => /(?:^|\s)(?:s?tt|so tt)(?:\s|$)/.test(bare(line.text)));
	if (anchor < 0 || anchor > 8) return null;
	const heading = headLines(page, anchor);
	let found: Reading | null = null;
	let most = 2;
	const consider = (heads: string[], cutter: Reading['cutter'], loss: number): void => {
		if (heads.some(isMixed)) return;
		const columns = heads.map(columnOf);
		const known = new Set(columns.filter((column) => column && column !== 'other'));
		const score =
			known.size +
			(wanted === heads.length ? 2 : 0) -
			columns.filter((column) => column === null).length * 0.3 -
			loss;
		if (!known.has('task') || score <= most) return;
		most = score;
		found = { heads, cutter };
	};
	for (const strips of stripReadings(page)) {
		const inStrip = (strip: Strip): string =>
			heading
				.map(
					(line) =>
						cellsIn(line.raw, [strip, { from: strip.to + 1, to: 9999 }, { from: -2, to: strip.from - 1 }])[0]
				)
				.filter(Boolean)
				.join(' ');
		const joined = joinStrips(strips, inStrip);
		// Strips that lines run over are no columns: better nothing than words of two cells in one.
		const wrong = misfit(page, joined.strips);
		if (wrong < 0.15) consider(joined.heads, (line) => cellsIn(line.raw, joined.strips), wrong * 10);
	}
	const starts = expectedStarts(
		page,
		wanted ?? Math.max(0, ...heading.map((line) => segments(line.raw).length))
	);
	if (starts && starts.length >= 3 && strain(page, starts) < 1.2) {
		const cutter = (line: Line): string[] => alignedCells(line.raw, starts);
		const cells = heading.map(cutter);
		consider(
			starts.map((_, at) => squeeze(cells.map((row) => row[at]).join(' '))),
			cutter,
			0.4
		);
	}
	return found;
}

/** A head with the words of two columns: they were not told apart. */
function isMixed(head: string): boolean {
	const words = bare(head);
	return (
		[/noi dung|nhiem vu|cong viec/, /thoi gian|thoi han/, /chu tri|phoi hop/, /san pham/].filter((kind) =>
			kind.test(words)
		).length > 1
	);
}

/** The lines of the head: around "TT", as long as no number and no empty line comes. */
function headLines(page: Line[], anchor: number): Line[] {
	const last = page.findIndex(
		(line, at) => at > anchor && (line.gap > 0 || at > anchor + 4 || NUMBER.test(line.text.split(' ')[0]!))
	);
	return page.slice(0, last < 0 ? page.length : last);
}

const NUMBER = /^(?:S?TT|\(?\d{1,3}\)?(?:\.\d{1,2})*\.?|[IVX]{1,5}\.?)$/;

/** Index of the first line that is no longer head. */
function firstData(cuts: Cut[], goesOn: boolean): number {
	const numbered = cuts.findIndex((one) => NUMBER.test(one.cells[0]!));
	const firstHead = cuts.findIndex((one) => /^(?:s?tt|so tt)$/.test(bare(one.cells[0]!)));
	if (firstHead < 0) return goesOn ? 0 : Math.max(numbered, 0);
	let at = firstHead + 1;
	// Lines of a head follow each other without a gap and without a sign of a sentence.
	while (at < cuts.length && at !== numbered && cuts[at]!.gap === 0 && !isTask(cuts, at)) at += 1;
	return at;
}

/** A line of the body: a number, a sentence, or a capital word that is no head. */
const isTask = (cuts: Cut[], at: number): boolean =>
	NUMBER.test(cuts[at]!.cells[0]!) ||
	cuts[at]!.cells.some(
		(cell) => /[.;]$/.test(cell) || cell.length > 34 || (/^\p{Lu}/u.test(cell) && columnOf(cell) === null)
	);

function rowsOf(cuts: Cut[], columns: (Column | null)[]): Row[] {
	const no = Math.max(0, columns.indexOf('no'));
	const task = Math.max(0, columns.indexOf('task'));
	const numbers = cuts.flatMap((one, at) => (NUMBER.test(one.cells[no]!) ? [at] : []));
	if (numbers.length === 0) return byGaps(cuts);
	const top = isTop(cuts, numbers, task);
	const starts = numbers.map((at, index) =>
		index === 0 ? 0 : top ? at : startOf(cuts, numbers[index - 1]!, at, task)
	);
	const rows = starts.map((from, index) => joined(cuts.slice(from, starts[index + 1] ?? cuts.length)));
	// Lines above the first number of a page belong to a row that began on the page before.
	const lead = cuts.slice(0, numbers[0]);
	if (lead.length > 0 && numbers[0]! > 0 && top) {
		rows[0] = joined(cuts.slice(numbers[0]));
		if (starts[1] !== undefined) rows[0] = joined(cuts.slice(numbers[0], starts[1]));
		rows.unshift(joined(lead));
	}
	return rows;
}

/** Numbers stand on the first line of their rows: the task beside each begins with a capital. */
function isTop(cuts: Cut[], numbers: number[], task: number): boolean {
	return numbers.every((at) => /^["“(]?[\p{Lu}\d-]/u.test(cuts[at]!.cells[task] || '')) && numbers.length > 0;
}

/** Where the row of a number begins: at an empty line, or where the task's text starts anew, as near to even as can be. */
function startOf(cuts: Cut[], before: number, at: number, task: number): number {
	let best = at;
	let least = Infinity;
	// Below the title of a section the next line with other cells already belongs to the row.
	if (cuts[before]!.cells.filter(Boolean).length <= 2 && /^[IVX]+\.?$/.test(cuts[before]!.cells[0] ?? '')) {
		for (let start = before + 1; start <= at; start += 1)
			if (cuts[start]!.cells.some((cell, index) => cell && index !== task)) return start;
	}
	for (let start = before + 1; start <= at; start += 1) {
		const cell = cuts[start]!.cells[task]!;
		let cost = start === at ? 1 : 2;
		if (cuts[start]!.gap > 0) cost -= 3;
		if (!cell) cost += start === at ? 0 : 1.5;
		else if (/^\p{Ll}/u.test(cell)) cost += 4;
		const last = cuts.slice(before, start).findLast((one) => one.cells[task])?.cells[task] ?? '';
		if (/[,]$|(?:và|của|các|về|cho|trên|tại)$/u.test(last)) cost += 2;
		if (/[.;]$/.test(last)) cost -= 1.5;
		if (cost < least) [best, least] = [start, cost];
	}
	return best;
}

function byGaps(cuts: Cut[]): Row[] {
	const groups: Cut[][] = [];
	for (const one of cuts) {
		if (groups.length === 0 || one.gap > 0) groups.push([]);
		groups.at(-1)!.push(one);
	}
	return groups.map(joined);
}

function joined(cuts: Cut[]): Row {
	const width = cuts[0]?.cells.length ?? 0;
	const cells = Array.from({ length: width }, (_, index) =>
		cuts
			.map((one) => one.cells[index]!)
			.filter(Boolean)
			.join('\n')
	);
	return asRow(cells, cuts[0]?.at ?? 0);
}
