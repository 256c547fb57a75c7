/**
 * How long a bold line is in Times New Roman. The rules under the head are as long as their text, or a third to a half
 * of it (Nghị định 30/2020/NĐ-CP, PL I.II.1.b, 2.b, 5.b), so the form has to know the length before Word does.
 */
import { points } from './form.ts';

/** Advance widths of Times bold for the characters 32 to 126, in thousandths of the size of the letters. */
const widths =
	'250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500 500 333 333 570 570 570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556 667 722 722 1000 722 722 667 333 278 333 581 500 333 500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 333 556 500 722 500 500 444 394 220 394 520'
		.split(' ')
		.map(Number);

/** Length in twips. Vietnamese letters are as wide as their plain letter. */
export function boldTextWidth(text: string, size: number): number {
	const plain = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
	let thousandths = 0;
	for (const letter of plain) thousandths += widths[(letter.codePointAt(0) ?? 0) - 32] ?? 600;
	return (thousandths / 1000) * points(size);
}

/**
 * Breaks a name that is longer than its column into as few lines as possible, of nearly equal length, so that
 * "ỦY BAN NHÂN DÂN / PHƯỜNG CỔ THÀNH" never leaves one word alone.
 */
export function balancedLines(text: string, size: number, column: number): string[] {
	const words = text.split(/\s+/).filter(Boolean);
	const fill = (limit: number): string[] => {
		const lines: string[] = [];
		for (const word of words) {
			const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
			if (lines.length > 0 && boldTextWidth(longer, size) <= limit) lines[lines.length - 1] = longer;
			else lines.push(word);
		}
		return lines;
	};
	const fewest = fill(column).length;
	for (let limit = column / 8; limit < column; limit += column / 64) {
		const lines = fill(limit);
		if (lines.length <= fewest) return lines;
	}
	return fill(column);
}
