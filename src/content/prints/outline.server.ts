/**
 * Letters as outlines: a print shop without our font prints the same, nothing can be clipped because the ink is measured,
 * and one drawing serves the PDF and the picture.
 */
import PDFDocument from 'pdfkit';
import { drawingOf, fontFile, type Face } from '#procedures/print/fonts.server.ts';
import { printable } from '#procedures/print/letters.ts';
import type { Measured } from './banner.ts';

type Command = {
	command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
	args: number[];
};
/** What the font library behind pdfkit offers and its types leave out. */
type Font = {
	unitsPerEm: number;
	hasGlyphForCodePoint(code: number): boolean;
	layout(text: string): {
		glyphs: { path: { commands: Command[] } }[];
		positions: { xAdvance: number; xOffset: number; yOffset: number }[];
	};
};

const fonts = new Map<Face, Font>();

function fontOf(face: Face): Font {
	let font = fonts.get(face);
	if (!font) {
		const pdf = new PDFDocument({ autoFirstPage: false, font: null as unknown as string });
		pdf.font(fontFile(face) as Buffer);
		font = drawingOf(pdf) as Font;
		fonts.set(face, font);
	}
	return font;
}

/** Every point of the text in letters of size 1, y downwards from the line it stands on; returns the whole advance. */
function walk(
	text: string,
	face: Face,
	each: (command: Command['command'], points: number[]) => void
): number {
	const font = fontOf(face);
	const words = printable(text, (code) => font.hasGlyphForCodePoint(code));
	const { glyphs, positions } = font.layout(words);
	let x = 0;
	for (const [at, glyph] of glyphs.entries()) {
		const { xAdvance, xOffset, yOffset } = positions[at]!;
		for (const { command, args } of glyph.path.commands)
			each(
				command,
				args.map((value, index) =>
					index % 2 === 0 ? (value + x + xOffset) / font.unitsPerEm : -(value + yOffset) / font.unitsPerEm
				)
			);
		x += xAdvance;
	}
	return x / font.unitsPerEm;
}

export function measureText(text: string, face: Face): Measured {
	let [top, bottom] = [0, 0];
	const width = walk(text, face, (_, points) => {
		for (let at = 1; at < points.length; at += 2) {
			top = Math.max(top, -points[at]!);
			bottom = Math.max(bottom, points[at]!);
		}
	});
	return { width, top, bottom };
}

const letters = {
	moveTo: 'M',
	lineTo: 'L',
	quadraticCurveTo: 'Q',
	bezierCurveTo: 'C',
	closePath: 'Z'
} as const;

/** The text as the data of an SVG path, beginning at x on the line y. */
export function pathOf(text: string, face: Face, at: { x: number; y: number; size: number }): string {
	const parts: string[] = [];
	walk(text, face, (command, points) => {
		const placed = points.map((value, index) =>
			((index % 2 === 0 ? at.x : at.y) + value * at.size).toFixed(2)
		);
		parts.push(letters[command] + placed.join(' '));
	});
	return parts.join('');
}
