/** Headings, paragraphs, bullets and tables of the body and of annexes (Nghị định 30/2020/NĐ-CP, PL I.II.6). */
import {
	AlignmentType,
	HeadingLevel,
	Paragraph,
	Table as WordTable,
	TableCell,
	TableLayoutType,
	TableRow,
	VerticalAlignTable,
	WidthType,
	type FileChild
} from 'docx';
import type { Alignment, Block, Cell, Heading, Table } from './document.ts';
import { body, millimetres, points, size } from './form.ts';
import { asInlines, line } from './runs.ts';
import { capitals, closed, headingMarkers } from './wording.ts';

const alignments = {
	left: AlignmentType.LEFT,
	center: AlignmentType.CENTER,
	right: AlignmentType.RIGHT,
	justify: AlignmentType.BOTH
} as const satisfies Record<Alignment, string>;

const justified = {
	alignment: AlignmentType.BOTH,
	indent: { firstLine: body.firstLine },
	spacing: { after: body.after, line: body.line }
};

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** "I. TIÊU ĐỀ" in bold capitals, "1. Tiêu đề" in bold, "a) Điểm" upright (PL I.V.6). */
function heading(block: Heading, marker: string): Paragraph {
	const text = block.level === 1 ? capitals(block.text) : block.text;
	return line(
		`${marker} ${text}`,
		{ size: size.body, bold: block.level < 3 },
		{ ...justified, heading: levels[block.level], keepNext: true, keepLines: true }
	);
}

/** `page` is the width of the text area in twips. */
export function blocks(
	body: Block[],
	page: number,
	options: { close: boolean; keepLast: boolean }
): FileChild[] {
	const markers = headingMarkers(body);
	return body.flatMap((block, index): FileChild[] => {
		const last = index === body.length - 1;
		if (block.type === 'heading') return [heading(block, markers[index] ?? '')];
		if (block.type === 'table') return table(block, page);
		const own = asInlines(block.content);
		const dashed = block.type === 'bullet' ? ['- ', ...own] : own;
		const content = last && options.close ? closed(dashed) : dashed;
		return [line(content, { size: size.body }, { ...justified, keepNext: last && options.keepLast })];
	});
}

/** More columns than this are set in smaller letters. */
const manyColumns = 8;

function table(block: Table, page: number): FileChild[] {
	const total = block.columns.reduce((sum, column) => sum + column.width, 0);
	const widths = block.columns.map((column) => Math.floor((column.width / total) * page));
	const letters = block.columns.length > manyColumns ? size.wideTable : size.table;
	const header = new TableRow({
		tableHeader: true,
		cantSplit: true,
		children: block.columns.map((column, index) =>
			tableCell({ lines: [column.header], align: 'center', bold: true }, widths[index] ?? 0, letters, {
				middle: true
			})
		)
	});
	const rows = block.rows.map((cells) => {
		let column = 0;
		const children = cells.map((cell) => {
			const span = cell.span ?? 1;
			const width = widths.slice(column, column + span).reduce((sum, each) => sum + each, 0);
			const align = cell.align ?? block.columns[column]?.align ?? 'left';
			column += span;
			return tableCell({ ...cell, align }, width, letters, { middle: false });
		});
		return new TableRow({ cantSplit: true, children });
	});
	const title = block.title
		? [
				line(
					block.title,
					{ size: size.body, italics: true },
					{
						alignment: AlignmentType.CENTER,
						keepNext: true,
						spacing: { before: points(3), after: points(4) }
					}
				)
			]
		: [];
	return [
		...title,
		new WordTable({
			width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
			columnWidths: widths,
			layout: TableLayoutType.FIXED,
			margins: { left: millimetres(1.2), right: millimetres(1.2), top: points(1.5), bottom: points(1.5) },
			rows: [header, ...rows]
		}),
		// Word joins two tables that touch, and the text after a table needs air.
		new Paragraph({ children: [], run: { size: 12 }, spacing: { line: points(6), lineRule: 'exact' } })
	];
}

function tableCell(cell: Cell, width: number, letters: number, place: { middle: boolean }): TableCell {
	const lines = cell.lines.length > 0 ? cell.lines : [''];
	return new TableCell({
		width: { size: width, type: WidthType.DXA },
		columnSpan: cell.span ?? 1,
		verticalAlign: place.middle ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
		children: lines.map((content) =>
			line(
				content,
				{ size: letters, bold: cell.bold ?? false },
				{ alignment: alignments[cell.align ?? 'left'] }
			)
		)
	});
}
