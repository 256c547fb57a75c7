/** A Word document (.docx) as lines and tables. Tables that only arrange the page (head, signature) become lines. */
import { DocxNumbering } from './docx-numbering.ts';
import {
	readDocxBody,
	type DocxBlock,
	type DocxCell,
	type DocxParagraph,
	type DocxTable
} from './docx-body.ts';
import { encrypted, noWordText } from './refusals.ts';
import { bare } from './plain.ts';
import { cleanText } from './text-lines.ts';
import { makeLine, type Line, type Piece, type Row, type SourcePieces, type Table } from './piece.ts';
import { readXml } from './xml.ts';
import { ZipFile } from './zip.ts';

export function readDocx(bytes: Uint8Array): SourcePieces {
	const zip = new ZipFile(bytes);
	const body = zip.text('word/document.xml') ?? zip.text('word/document2.xml');
	if (body === null) throw zip.has('EncryptedPackage') ? encrypted() : noWordText();
	const styles = zip.text('word/styles.xml');
	const numbering = new DocxNumbering(zip.text('word/numbering.xml'), styles);
	return new DocxPieces(readDocxBody(body, numbering, boldStyles(styles))).result;
}

function boldStyles(xml: string | null): Set<string> {
	const found = new Set<string>();
	let style = '';
	let inRuns = false;
	if (xml)
		readXml(xml, {
			open: (name, attribute) => {
				if (name === 'w:style')
					style = attribute('w:type') === 'paragraph' ? (attribute('w:styleId') ?? '') : '';
				else if (name === 'w:rPr') inRuns = true;
				else if (name === 'w:b' && inRuns && style && !['0', 'false'].includes(attribute('w:val') ?? '1'))
					found.add(style);
			},
			close: (name) => {
				if (name === 'w:rPr') inRuns = false;
				else if (name === 'w:style') style = '';
			},
			text: () => undefined
		});
	return found;
}

class DocxPieces {
	readonly #lines: string[] = [];
	readonly #pieces: Piece[] = [];
	#gap = 0;
	#newPage = false;

	constructor(blocks: DocxBlock[]) {
		this.#addAll(blocks);
	}

	get result(): SourcePieces {
		return { lines: this.#lines, pieces: this.#pieces, warnings: [] };
	}

	#addAll(blocks: DocxBlock[]): void {
		for (const block of blocks) {
			if (block.kind === 'paragraph') this.#addParagraph(block);
			else this.#addTable(block);
		}
	}

	#addParagraph(paragraph: DocxParagraph): void {
		this.#newPage ||= paragraph.newPage;
		const parts = cleanText(paragraph.text).split('\n');
		let first = true;
		for (const part of parts) {
			if (!part.trim()) {
				this.#gap += 1;
				this.#lines.push('');
				continue;
			}
			this.#lines.push(part.trimEnd());
			const line: Line = makeLine(part, this.#lines.length, {
				gap: this.#gap,
				newPage: this.#newPage,
				whole: first,
				bold: paragraph.bold,
				boldLead: first && paragraph.boldLead ? cleanText(paragraph.boldLead) : null,
				centered: paragraph.centered
			});
			this.#pieces.push(line);
			first = false;
			this.#gap = 0;
			this.#newPage = false;
		}
	}

	#addTable(table: DocxTable): void {
		const cells = table.rows.flat();
		if (cells.length === 0) return;
		if (cells.length === 1 || isLayout(table)) {
			for (const cell of cells) {
				this.#addAll(cell.blocks);
				this.#gap += 1;
			}
			return;
		}
		const rows: Row[] = table.rows.map((row) => {
			const read = row.map((cell) => ({ text: textOf(cell), span: cell.span, continued: cell.continued }));
			this.#lines.push(read.map((cell) => cell.text.replaceAll('\n', ' ')).join(' | '));
			return { cells: read, at: this.#lines.length };
		});
		this.#pieces.push({ kind: 'table', rows, at: rows[0]!.at, rebuilt: false } satisfies Table);
		this.#gap = 0;
		this.#newPage = false;
	}
}

/** Head and signature stand in tables without lines; so do pages that were made narrow by a frame. */
function isLayout(table: DocxTable): boolean {
	const text = bare(table.rows.flat().map(textOf).join('\n'));
	if (/cong h[a-z]* xa hoi chu nghia|doc lap\s*[-–]\s*tu do|noi nhan\s*:|dang cong san viet nam/.test(text))
		return true;
	if (/^\s*(?:tt|stt|so tt)\s*$/m.test(text)) return false;
	if (/^(?:tm|kt|tl|tuq|t\/m)\s*[./]/m.test(text)) return true;
	return table.rows.every((row) => row.length <= 2) && /(?:^|\n)so\s*:/.test(text) && table.rows.length <= 4;
}

function textOf(cell: DocxCell): string {
	const parts: string[] = [];
	const add = (blocks: DocxBlock[]): void => {
		for (const block of blocks) {
			if (block.kind === 'paragraph')
				parts.push(
					...cleanText(block.text)
						.split('\n')
						.map((part) => part.replace(/\s+/g, ' ').trim())
				);
			else for (const inner of block.rows.flat()) add(inner.blocks);
		}
	};
	add(cell.blocks);
	return parts.filter(Boolean).join('\n');
}
