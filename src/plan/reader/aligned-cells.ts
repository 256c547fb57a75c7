/**
 * Cells of a table whose lines drifted: text taken from a PDF with one space where a narrow column ended. The starts of
 * the columns are known from the row (1)(2)(3) or from lines that fill every column; each line is cut at the words where
 * it fits those starts best.
 */
import { isSection } from './column-strips.ts';
import { segments, type Line } from './piece.ts';
import { squeeze } from './plain.ts';

/** Starts of the columns, or null when nothing on the page tells them. */
export function expectedStarts(page: Line[], columns: number | null): number[] | null {
	const parted = page.map((line) => segments(line.raw));
	const numbers = parted.find(
		(parts) =>
			parts.length >= 3 && parts.every((part, at) => part.text.replace(/[()]/g, '') === String(at + 1))
	);
	if (numbers) return numbers.map((part) => part.from);
	if (columns === null) return null;
	const full = parted.filter((parts) => parts.length === columns);
	if (full.length < 2) return null;
	return Array.from({ length: columns }, (_, at) => median(full.map((parts) => parts[at]!.from)));
}

/** How many lines have a part that lies over two strips: the strips are not the columns then. */
export function misfit(page: Line[], strips: { from: number; to: number }[]): number {
	let bad = 0;
	for (const line of page) {
		const parts = segments(line.raw);
		if (isSection(parts.map((part) => part.text))) continue;
		if (
			parts.some(
				(part) =>
					strips.filter(
						(strip) => Math.min(part.from + part.text.length, strip.to) - Math.max(part.from, strip.from) > 3
					).length > 1
			)
		)
			bad += 1;
	}
	return page.length > 0 ? bad / page.length : 0;
}

export const alignedCells = (raw: string, starts: number[]): string[] => aligned(raw, starts).cells;

/** How badly the lines of a page fit the starts, per line; above one the words of two cells run into one. */
export const strain = (page: Line[], starts: number[]): number =>
	page.reduce((sum, line) => sum + aligned(line.raw, starts).cost, 0) / Math.max(page.length, 1);

function aligned(raw: string, starts: number[]): { cells: string[]; cost: number } {
	const parts = segments(raw);
	const cells = starts.map(() => '');
	if (isSection(parts.map((part) => part.text)))
		return { cells: [parts[0]!.text, parts[1]!.text, ...cells.slice(2)], cost: 0 };
	const words = [...raw.matchAll(/[^\s|]+/g)].map((match) => ({ text: match[0], from: match.index }));
	if (words.length === 0 || words.length > 200) return { cells, cost: 0 };
	let least = starts.map(() => Infinity);
	const back: number[][] = [];
	for (const [index, word] of words.entries()) {
		const before = words[index - 1];
		const gap = before ? word.from - (before.from + before.text.length) : 9;
		const to = word.from + word.text.length;
		const came: number[] = [];
		least = starts.map((start, column) => {
			const begin =
				Math.abs(word.from - start) * 0.45 +
				(gap < 2 ? 1.5 : 0) +
				(/^\p{Ll}/u.test(word.text) && gap < 3 ? 1 : 0);
			const next = starts[column + 1] ?? Infinity;
			const over = to > next - 1 ? (to - next + 1) * 0.6 : 0;
			let bestCost = index === 0 ? begin : Infinity;
			came[column] = -1;
			if (index > 0) {
				const stay = least[column]! + (gap >= 3 ? 0.8 : 0) + over;
				[bestCost, came[column]] = [stay, column];
				for (let from = 0; from < column; from += 1)
					if (least[from]! + begin < bestCost) [bestCost, came[column]] = [least[from]! + begin, from];
			}
			return bestCost;
		});
		back.push(came);
	}
	const cost = Math.min(...least);
	let at = least.indexOf(cost);
	for (let index = words.length - 1; index >= 0 && at >= 0; index -= 1) {
		cells[at] = `${words[index]!.text} ${cells[at]}`;
		at = back[index]![at]!;
	}
	return { cells: cells.map(squeeze), cost };
}

function median(values: number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
