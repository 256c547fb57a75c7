/** Pours the lines of a text into columns, as large as they may be; what does not fit is told, never dropped. */
import type { Typesetter } from '#procedures/print/typesetter.server.ts';
import { balanced } from './banner.ts';
import type { Line } from './paper.ts';

export type Column = {
	x: number;
	top: number;
	bottom: number;
	room: number;
	/** Before anything is drawn into it: begins its page. */
	begin?: () => void;
};
export type Part = Line & { bold?: boolean; colour?: string; after?: number; scale?: number };

const LEADING = 1.36;

/** How far the parts reach at this size: false when they do not fit; drawn only when asked for. */
export function pour(
	type: Typesetter,
	parts: Part[],
	size: number,
	columns: Column[],
	draws: boolean,
	/** Columns behind the last one, as many as are needed. */
	more?: (at: number) => Column
): { fits: boolean; y: number } {
	let at = 0;
	let column = columns[0]!;
	let y = column.top;
	for (const part of parts) {
		const letters = size * (part.scale ?? 1);
		const hang = part.marker ? letters * (part.marker.length > 1 ? 1.9 : 1.15) : 0;
		const lines = type.lines(
			[{ text: part.text, ...(part.bold ? { bold: true } : {}) }],
			letters,
			column.room - hang
		);
		const height = letters * LEADING;
		for (const [index, line] of lines.entries()) {
			// The first two and the last two lines of a paragraph stay together.
			const pair = lines.length > 1 && (index === 0 || index === lines.length - 2);
			const needed = pair ? (lines.length === 3 ? 3 : 2) * height : height;
			if (y + needed > column.bottom) {
				at += 1;
				const next = columns[at] ?? more?.(at);
				if (!next) return { fits: false, y };
				column = next;
				if (draws) column.begin?.();
				y = column.top;
			}
			if (draws) {
				const colour = part.colour ?? '#1c1410';
				if (part.marker && index === 0)
					type.drawLine(type.lines([{ text: part.marker }], letters, 100)[0]!, column.x, y, letters, colour);
				type.drawLine(line, column.x + hang, y, letters, colour);
			}
			y += height;
		}
		y += letters * (part.after ?? 0.5);
	}
	return { fits: true, y };
}

/** The largest of the sizes at which everything fits; the smallest when nothing does. */
export function largest(type: Typesetter, parts: Part[], sizes: number[], columns: Column[]): number {
	return (
		sizes.toSorted((a, b) => b - a).find((size) => pour(type, parts, size, columns, false).fits) ??
		Math.min(...sizes)
	);
}

/** Lines of a headline, broken by sense, no wider than the room. */
export function headline(type: Typesetter, text: string, size: number, room: number): string[] {
	const widthOf = (words: string): number =>
		Math.max(0, ...type.lines([{ text: words, bold: true }], size, 100_000).map(({ width }) => width));
	const words = text.split(/\s+/).filter(Boolean);
	const count = type.lines([{ text, bold: true }], size, room).length;
	if (count <= 1 || words.some((word) => widthOf(word) > room)) return [text];
	return balanced(words, (from, to) => widthOf(words.slice(from, to + 1).join(' ')), count, room);
}
