/**
 * Brings blocks to lines and lines to pages: no heading alone at the foot of a page, no single line of a paragraph on
 * either side of a break, a table's head again on the next page, nothing cut off however long it is.
 */
import type PDFDocument from 'pdfkit';
import { colours, type Block, type Paragraph, type Run, type Table } from './blocks.ts';
import { drawingOf, type Face } from './fonts.server.ts';
import { printable } from './letters.ts';
import type { Measures } from './paper.ts';

export type Pdf = InstanceType<typeof PDFDocument>;

type Piece = { x: number; text: string; face: Face; width: number };
type Line = { pieces: Piece[]; width: number };

/** The smallest thing that stands on one page. */
type Atom = {
	height: number;
	draw: (y: number) => void;
	/** May not be the last on its page. */
	keepNext: boolean;
	/** Drawn once more at the top of a page this atom begins. */
	repeat?: Atom | undefined;
};

type Place = {
	x: number;
	y: number;
	room: number;
	size: number;
	align?: 'left' | 'right' | 'centre';
	/** No more lines than this; the rest is an ellipsis. */
	most?: number;
	/** Only measured, nothing is drawn. */
	dry?: boolean | undefined;
};

const LEADING = 1.36;

export class Typesetter {
	readonly #pdf: Pdf;
	readonly #widths: Record<Face, Map<string, number>> = { regular: new Map(), bold: new Map() };
	readonly #drawn: (codePoint: number) => boolean;
	readonly measures: Measures;

	constructor(pdf: Pdf, measures: Measures) {
		this.#pdf = pdf;
		this.measures = measures;
		pdf.font('regular');
		const drawing = drawingOf(pdf);
		const known = new Map<number, boolean>();
		this.#drawn = (code) => {
			let is = known.get(code);
			if (is === undefined) known.set(code, (is = drawing.hasGlyphForCodePoint(code)));
			return is;
		};
	}

	/** Width of one word at the size of one point. */
	#widthOf(word: string, face: Face): number {
		let width = this.#widths[face].get(word);
		if (width === undefined) {
			width = this.#pdf.font(face).fontSize(1000).widthOfString(word) / 1000;
			this.#widths[face].set(word, width);
		}
		return width;
	}

	/** Breaks runs to lines of at most `room` points. */
	lines(runs: Run[], size: number, room: number): Line[] {
		const lines: Line[] = [];
		let line: Line = { pieces: [], width: 0 };
		const end = () => {
			if (line.pieces.length > 0) lines.push(line);
			line = { pieces: [], width: 0 };
		};
		const put = (word: string, face: Face, width: number, glued: boolean) => {
			const space = line.pieces.length > 0 && !glued ? this.#widthOf(' ', face) * size : 0;
			const last = line.pieces.at(-1);
			if (last?.face === face) {
				last.text += space > 0 ? ` ${word}` : word;
				last.width += space + width;
			} else line.pieces.push({ x: line.width + space, text: word, face, width });
			line.width += space + width;
		};
		// Words of neighbouring runs stick together unless a space stands between them.
		let glued = true;
		for (const run of runs) {
			const face: Face = run.bold ? 'bold' : 'regular';
			for (const word of printable(run.text, this.#drawn).split(/(\s+)/)) {
				if (word === '') continue;
				if (word.trim() === '') {
					glued = false;
					continue;
				}
				const width = this.#widthOf(word, face) * size;
				const space = line.pieces.length > 0 && !glued ? this.#widthOf(' ', face) * size : 0;
				if (line.width + space + width > room && line.pieces.length > 0) {
					end();
					glued = true;
				}
				if (width <= room) put(word, face, width, glued);
				else {
					// Longer than a line (an address): broken where the line ends.
					let part = '';
					for (const letter of word) {
						if (part && this.#widthOf(part + letter, face) * size > room) {
							put(part, face, this.#widthOf(part, face) * size, true);
							end();
							part = '';
						}
						part += letter;
					}
					put(part, face, this.#widthOf(part, face) * size, true);
				}
				glued = true;
			}
		}
		end();
		return lines;
	}

	drawLine(line: Line, x: number, y: number, size: number, colour: string): void {
		for (const piece of line.pieces) {
			this.#pdf.font(piece.face).fontSize(size).fillColor(colour);
			this.#pdf.text(piece.text, x + piece.x, y, {
				lineBreak: false,
				// The width is known; without these every line would be measured again.
				...({ textWidth: piece.width, wordCount: 1 } as object)
			});
		}
	}

	/** Draws a few lines at a fixed place; returns the y below them. */
	place(runs: Run[], at: Place, colour: string = colours.ink): number {
		let lines = this.lines(runs, at.size, at.room);
		if (at.most !== undefined && lines.length > at.most) {
			lines = lines.slice(0, at.most);
			const last = lines.at(-1)?.pieces.at(-1);
			if (last) last.text = last.text.replace(/\s*\S*$/, ' …');
		}
		let { y } = at;
		for (const line of lines) {
			const free = at.room - line.width;
			const shift = at.align === 'right' ? free : at.align === 'centre' ? free / 2 : 0;
			if (!at.dry) this.drawLine(line, at.x + shift, y, at.size, colour);
			y += at.size * LEADING;
		}
		return y;
	}

	#paragraphAtoms(one: Paragraph, left: number, room: number): Atom[] {
		const size = this.measures.body * (one.size ?? 1);
		const height = size * LEADING;
		const marker = one.marker ? this.lines([{ text: one.marker }], size, room)[0] : undefined;
		const step = this.measures.body * 1.35;
		const hang = marker ? Math.max(step, marker.width + size * 0.5) : 0;
		const shift = step * (one.indent ?? 0);
		const lines = this.lines(one.runs, size, room - shift - hang);
		const after = this.measures.body * LEADING * (one.after ?? 0.18);
		const colour = colours[one.colour ?? 'ink'];
		return lines.map((line, index): Atom => {
			const last = index === lines.length - 1;
			const free = room - shift - hang - line.width;
			return {
				height: height + (last ? after : 0),
				// The first two and the last two lines of a paragraph stay together.
				keepNext: last ? one.keepNext === true : index === 0 || index === lines.length - 2,
				draw: (y) => {
					if (marker && index === 0) this.drawLine(marker, left + shift, y, size, colour);
					const x = left + shift + hang + (one.align === 'centre' ? free / 2 : 0);
					this.drawLine(line, x, y, size, colour);
				}
			};
		});
	}

	#headingAtoms(text: string, beside: string | undefined): Atom[] {
		const { body, left, right } = this.measures;
		const size = body * 1.12;
		const lines = this.lines([{ text, bold: true }], size, right - left);
		return lines.map((line, index): Atom => {
			const first = index === 0;
			const last = index === lines.length - 1;
			const above = first ? body * 0.75 : 0;
			return {
				height: above + size * LEADING + (last ? body * 0.2 : 0),
				keepNext: true,
				draw: (y) => {
					this.drawLine(line, left, y + above, size, colours.red);
					if (!last || !beside) return;
					const small = body * 0.8;
					const words = this.lines([{ text: beside }], small, right - left)[0]!;
					// Only where it fits: it is the law's name of what the heading asks.
					if (line.width + small + words.width <= right - left)
						this.drawLine(words, right - words.width, y + above + (size - small) * 0.9, small, colours.quiet);
				}
			};
		});
	}

	/** A row is cut into its lines, so that even one longer than a page finds its way over several. */
	#tableAtoms(table: Table): Atom[] {
		const { body, left, right } = this.measures;
		const whole = table.columns.reduce((sum, { share }) => sum + share, 0);
		const gap = body * 0.7;
		let x = left;
		const columns = table.columns.map(({ header, share }) => {
			const width = ((right - left) * share) / whole;
			const column = { header, x, room: width - gap };
			x += width;
			return column;
		});
		const rule = (y: number, weight: number) =>
			this.#pdf.moveTo(left, y).lineTo(right, y).lineWidth(weight).strokeColor('#b9aa99').stroke();
		const rowAtoms = (cells: Paragraph[][], repeat: Atom | undefined, weight: number): Atom[] => {
			const parts = cells.map((cell, index) => {
				const { x: at, room } = columns[index]!;
				return cell.flatMap((one) => this.#paragraphAtoms(one, at, room));
			});
			const count = Math.max(...parts.map((part) => part.length), 1);
			return Array.from({ length: count }, (_, index): Atom => {
				const slices = parts.map((part) => part[index]);
				const above = index === 0 ? body * 0.22 : 0;
				const below = index === count - 1 ? body * 0.22 : 0;
				return {
					height: above + below + Math.max(0, ...slices.map((slice) => slice?.height ?? 0)),
					// A short row is not torn; a long one keeps three lines on either side.
					keepNext: index < count - 1 && (count <= 8 || index < 2 || index > count - 4),
					repeat,
					draw: (y) => {
						for (const slice of slices) slice?.draw(y + above);
						if (index === count - 1)
							rule(y + above + below + Math.max(0, ...slices.map((s) => s?.height ?? 0)), weight);
					}
				};
			});
		};
		const head = rowAtoms(
			columns.map(({ header }) => [
				{ kind: 'paragraph', runs: [{ text: header, bold: true }], size: 0.82, colour: 'quiet', after: 0 }
			]),
			undefined,
			1.2
		);
		const together: Atom = {
			height: head.reduce((sum, atom) => sum + atom.height, 0),
			keepNext: true,
			draw: (y) => {
				for (const atom of head) {
					atom.draw(y);
					y += atom.height;
				}
			}
		};
		return [together, ...table.rows.flatMap((cells) => rowAtoms(cells, together, 0.5))];
	}

	#atomsOf(block: Block): Atom[] {
		const { left, right, body } = this.measures;
		switch (block.kind) {
			case 'paragraph':
				return this.#paragraphAtoms(block, left, right - left);
			case 'heading':
				return this.#headingAtoms(block.text, block.beside);
			case 'table':
				return this.#tableAtoms(block);
			case 'space':
				return [{ height: block.lines * body * LEADING, keepNext: false, draw: () => undefined }];
		}
	}

	/** Sets blocks from `y` on; `nextPage` begins a page and says where its text starts. Returns the y below. */
	flow(blocks: Block[], from: number, nextPage: () => number): number {
		const atoms = blocks.flatMap((block) => this.#atomsOf(block));
		let y = from;
		for (const [index, atom] of atoms.entries()) {
			let needed = atom.height;
			for (let at = index; atoms[at]!.keepNext && at + 1 < atoms.length; at += 1)
				needed += atoms[at + 1]!.height;
			// What is longer than a whole page has to be torn somewhere.
			const room = this.measures.bottom - y;
			const tooLong = needed > this.measures.bottom - this.measures.top - this.measures.body * 8;
			if ((tooLong ? atom.height : needed) > room) {
				y = nextPage();
				if (atom.repeat) {
					atom.repeat.draw(y);
					y += atom.repeat.height;
				}
			}
			atom.draw(y);
			y += atom.height;
		}
		return y;
	}
}
