/** One procedure as the blocks of its printed sheet: the same card as on the portal, with paper's own ways. */
import { card, type CardGroup, type CardRow, type CardSection } from '../card.ts';
import type { ProcedureText } from '../procedure.ts';
import { proseOf } from '../prose.ts';
import type { Day } from '#platform/clock.ts';
import { paragraph, type Block, type Paragraph, type Run, type Table } from './blocks.ts';

export function sheetBlocks(text: ProcedureText, options: { day: Day; ask?: string }): Block[] {
	// The decision stands under the title already.
	const sections = card(text, options).filter(({ key }) => key !== 'decision');
	return sections.flatMap((section): Block[] => [
		{ kind: 'heading', text: section.title, beside: section.legalTitle },
		...(section.missing ? [paragraph(section.missing, { colour: 'quiet' })] : []),
		...section.groups.flatMap((group) => groupBlocks(section, group))
	]);
}

function groupBlocks(section: CardSection, group: CardGroup): Block[] {
	const answers = section.key === 'time' || section.key === 'fee';
	const title: Block[] = group.title
		? [
				{
					kind: 'paragraph',
					runs: [{ text: answers ? `${group.title}:` : group.title, bold: !answers }],
					colour: answers ? 'quiet' : 'ink',
					keepNext: true,
					after: 0.04
				}
			]
		: [];
	// Papers that are counted make a table; everything else reads as text.
	if (section.key === 'papers' && group.rows.some(({ label }) => label !== ''))
		return [...title, papersTable(group.rows), { kind: 'space', lines: 0.3 }];
	const many = group.rows.length > 1 && section.key !== 'steps';
	// How long and how much are what people look for first: in bold when they are short.
	return [
		...title,
		...group.rows.flatMap((row) =>
			rowBlocks(row, many, answers && row.state === 'said' && row.text.length < 90)
		),
		{ kind: 'space', lines: 0.15 }
	];
}

function papersTable(rows: CardRow[]): Table {
	return {
		kind: 'table',
		columns: [
			{ header: 'Giấy tờ', share: 79 },
			{ header: 'Số lượng', share: 21 }
		],
		rows: rows.map((row) => [
			[...textParagraphs(row, false), ...notesOf(row)],
			[paragraph(row.label || '–', { after: 0 })]
		])
	};
}

function rowBlocks(row: CardRow, many: boolean, bold: boolean): Paragraph[] {
	const [first, ...rest] = textParagraphs(row, many, bold);
	const labelled: Paragraph[] = [];
	if (first) {
		const prefix: Run[] = row.label
			? [{ text: /[:.]$/.test(row.label) ? row.label : `${row.label}:`, bold: true }, { text: ' ' }]
			: [];
		labelled.push({ ...first, runs: [...prefix, ...first.runs] }, ...rest);
	}
	return [...labelled, ...notesOf(row, many ? 1 : 0)];
}

/** The source's own list signs become lines of a list. */
function textParagraphs(row: CardRow, many: boolean, bold = false): Paragraph[] {
	const colour = row.state === 'missing' ? ('quiet' as const) : ('ink' as const);
	return proseOf(row.text).map(({ depth, text }, index) => ({
		kind: 'paragraph',
		runs: [{ text, bold }],
		colour,
		...(depth > 0
			? { marker: depth === 1 ? '–' : '+', indent: depth - 1 + (many ? 1 : 0) }
			: many && index === 0
				? { marker: '•' }
				: { indent: many ? 1 : 0 })
	}));
}

function notesOf(row: CardRow, indent = 0): Paragraph[] {
	const small = { size: 0.88, indent, colour: 'quiet' as const, after: 0.15 };
	return [
		...row.notes.flatMap((note) => proseOf(note).map(({ text }) => paragraph(text, small))),
		...row.links
			.filter(({ kind }) => kind === 'form')
			.map(({ label }) => paragraph(`Biểu mẫu: ${label}`, small))
	];
}
