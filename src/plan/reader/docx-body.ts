/**
 * Reads word/document.xml into paragraphs and tables: text with its automatic markers, bold words, centred lines,
 * merged cells, page breaks. Deleted (tracked) text and the second copies that Word keeps for old programs are left out.
 */
import type { DocxNumbering } from './docx-numbering.ts';
import { fromFont } from './legacy-encoding.ts';
import { readXml } from './xml.ts';

export type DocxParagraph = {
	kind: 'paragraph';
	text: string;
	bold: boolean;
	boldLead: string | null;
	centered: boolean;
	newPage: boolean;
};
export type DocxCell = { blocks: DocxBlock[]; span: number; continued: boolean };
export type DocxTable = { kind: 'table'; rows: DocxCell[][] };
export type DocxBlock = DocxParagraph | DocxTable;

type Run = { text: string; bold: boolean };
type OpenParagraph = {
	runs: Run[];
	style?: string;
	centered: boolean;
	numId?: string;
	level?: number;
	bold: boolean;
	newPage: boolean;
};

/** Whole subtrees that hold no text of the document. */
const left = new Set([
	'mc:Fallback',
	'w:del',
	'w:moveFrom',
	'w:instrText',
	'w:sectPr',
	'w:pPrChange',
	'w:rPrChange',
	'w:tblPrChange',
	'w:tcPrChange',
	'w:numberingChange'
]);
const MOST_BLOCKS = 60_000;

export function readDocxBody(
	xml: string,
	numbering: DocxNumbering,
	boldStyles: ReadonlySet<string>
): DocxBlock[] {
	const root: DocxBlock[] = [];
	const holders: DocxBlock[][] = [root];
	const tables: DocxTable[] = [];
	const cells: DocxCell[] = [];
	const paragraphs: OpenParagraph[] = [];
	let skipping: { name: string; depth: number } | null = null;
	let run: { bold: boolean | null; font?: string; hidden: boolean; raised: boolean } | null = null;
	let inText = false;
	let inProperties = false;
	let blocks = 0;
	let pageBreak = false;

	const say = (text: string): void => {
		const paragraph = paragraphs.at(-1);
		if (!paragraph || run?.hidden) return;
		// Raised digits on a word are the mark of a note; m², km² are not.
		if (run?.raised && /^\s*\(?\d{1,3}\)?\s*$/.test(text)) {
			const before = paragraph.runs.at(-1)?.text ?? '';
			if (!/(?:^|[\s\d/])(?:m|km|cm|dm|hm)$/.test(before)) return;
		}
		const bold = run?.bold ?? paragraph.bold;
		const last = paragraph.runs.at(-1);
		const words = fromFont(text, run?.font);
		if (last && last.bold === bold) last.text += words;
		else paragraph.runs.push({ text: words, bold });
	};

	readXml(xml, {
		open(name, attribute) {
			if (skipping) {
				if (name === skipping.name) skipping.depth += 1;
				return;
			}
			if (left.has(name)) {
				skipping = { name, depth: 1 };
				return;
			}
			switch (name) {
				case 'w:p':
					paragraphs.push({ runs: [], centered: false, bold: false, newPage: pageBreak });
					pageBreak = false;
					run = null;
					return;
				case 'w:pPr':
					inProperties = true;
					return;
				case 'w:pStyle': {
					const paragraph = paragraphs.at(-1);
					if (!paragraph) return;
					paragraph.style = attribute('w:val');
					paragraph.bold = boldStyles.has(paragraph.style ?? '');
					return;
				}
				case 'w:jc':
					if (inProperties && paragraphs.at(-1))
						paragraphs.at(-1)!.centered = attribute('w:val') === 'center';
					return;
				case 'w:numId':
					if (paragraphs.at(-1)) paragraphs.at(-1)!.numId = attribute('w:val');
					return;
				case 'w:ilvl':
					if (paragraphs.at(-1)) paragraphs.at(-1)!.level = Number(attribute('w:val'));
					return;
				case 'w:pageBreakBefore':
					if (paragraphs.at(-1)) paragraphs.at(-1)!.newPage = isOn(attribute('w:val'));
					return;
				case 'w:r':
					run = { bold: null, hidden: false, raised: false };
					return;
				case 'w:b':
					if (run && !inProperties) run.bold = isOn(attribute('w:val'));
					return;
				case 'w:vanish':
					if (run && !inProperties) run.hidden = isOn(attribute('w:val'));
					return;
				case 'w:vertAlign':
					if (run && !inProperties) run.raised = attribute('w:val') === 'superscript';
					return;
				case 'w:rFonts':
					if (run && !inProperties) run.font = attribute('w:ascii') ?? attribute('w:hAnsi');
					return;
				case 'w:t':
					inText = true;
					return;
				case 'w:tab':
					if (run && !inProperties) say('\t');
					return;
				case 'w:br':
					if (attribute('w:type') === 'page') pageBreak = true;
					say('\n');
					return;
				case 'w:cr':
					say('\n');
					return;
				case 'w:lastRenderedPageBreak':
					if (paragraphs.at(-1)?.runs.length === 0) paragraphs.at(-1)!.newPage = true;
					return;
				case 'w:noBreakHyphen':
					say('-');
					return;
				case 'w:sym':
					say(attribute('w:char')?.toUpperCase().startsWith('F0') ? '-' : '');
					return;
				case 'w:tbl': {
					const table: DocxTable = { kind: 'table', rows: [] };
					holders.at(-1)!.push(table);
					tables.push(table);
					return;
				}
				case 'w:tr':
					tables.at(-1)?.rows.push([]);
					return;
				case 'w:tc': {
					const cell: DocxCell = { blocks: [], span: 1, continued: false };
					tables.at(-1)?.rows.at(-1)?.push(cell);
					cells.push(cell);
					holders.push(cell.blocks);
					return;
				}
				case 'w:gridSpan':
					if (cells.at(-1)) cells.at(-1)!.span = Math.max(1, Math.min(60, Number(attribute('w:val')) || 1));
					return;
				case 'w:vMerge':
					if (cells.at(-1)) cells.at(-1)!.continued = attribute('w:val') !== 'restart';
					return;
				default:
			}
		},
		close(name) {
			if (skipping) {
				if (name === skipping.name && (skipping.depth -= 1) === 0) skipping = null;
				return;
			}
			switch (name) {
				case 'w:pPr':
					inProperties = false;
					return;
				case 'w:r':
					run = null;
					return;
				case 'w:t':
					inText = false;
					return;
				case 'w:p': {
					const paragraph = paragraphs.pop();
					if (paragraph && (blocks += 1) <= MOST_BLOCKS)
						holders.at(-1)!.push(closed(paragraph, numbering, cells.length > 0));
					return;
				}
				case 'w:tc':
					if (cells.pop()) holders.pop();
					return;
				case 'w:tbl':
					tables.pop();
					return;
				default:
			}
		},
		text(text) {
			if (inText && !skipping) say(text);
		}
	});
	return root;
}

const isOn = (value: string | undefined): boolean =>
	value === undefined || !['0', 'false', 'off', 'none'].includes(value);

function closed(paragraph: OpenParagraph, numbering: DocxNumbering, inCell: boolean): DocxParagraph {
	const runs = paragraph.runs.filter((one) => one.text.length > 0);
	let text = runs.map((one) => one.text).join('');
	const words = runs.filter((one) => /[\p{L}\p{N}]/u.test(one.text));
	const bold = words.length > 0 && words.every((one) => one.bold);
	let boldLead: string | null = null;
	if (!bold && words[0]?.bold) {
		boldLead = '';
		for (const one of runs) {
			if (!one.bold && /[\p{L}\p{N}]/u.test(one.text)) break;
			boldLead += one.text;
		}
		boldLead = boldLead.replace(/\s+/g, ' ').trim() || null;
	}
	// An empty paragraph of a list shows no marker that anybody reads, but the numbers of a table's rows are made so.
	if (text.trim() || inCell) {
		const marker = numbering.next(paragraph.style, { id: paragraph.numId, level: paragraph.level });
		if (marker) {
			text = `${marker} ${text.trimStart()}`.trimEnd();
			if (boldLead) boldLead = `${marker} ${boldLead}`;
		}
	}
	return {
		kind: 'paragraph',
		text,
		bold,
		boldLead,
		centered: paragraph.centered,
		newPage: paragraph.newPage
	};
}
