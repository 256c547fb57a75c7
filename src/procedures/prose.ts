/**
 * Long texts of the national database arrive as one run of words in which "- " and "+ " stood at the beginning of a
 * line. Brought back to lines they can be read; no word is changed.
 */

export type ProseLine = { depth: 0 | 1 | 2; text: string };

const dash = /^[-–—•*▪]\s*/;
const plus = /^\+\s*/;

/** A sign of a list begins a line when a sentence has just ended, also where the source lost the line break. */
const lostBreaks = /(?<=[.;:!?)])\s+(?=[-–—•▪+]\s)/g;

export function proseOf(text: string): ProseLine[] {
	const lines = text
		.normalize('NFC')
		.split(/\r?\n/)
		.flatMap((line) => line.split(lostBreaks))
		.map((line) => line.replaceAll(/\s+/g, ' ').trim())
		.filter(Boolean)
		.map((line): ProseLine => {
			if (dash.test(line)) return { depth: 1, text: line.replace(dash, '') };
			if (plus.test(line)) return { depth: 2, text: line.replace(plus, '') };
			return { depth: 0, text: line };
		})
		.filter(({ text: words }) => words !== '');
	// A sign before the only line lists nothing.
	if (lines.length === 1) return [{ ...lines[0]!, depth: 0 }];
	// "+" stands below "-"; where there is no "-" it is the first level.
	const alone = lines.every(({ depth }) => depth !== 1);
	return alone ? lines.map((line) => ({ ...line, depth: line.depth === 2 ? 1 : line.depth })) : lines;
}

/** "((Miễn lệ phí.))" as sources put it, without the brackets around the whole. */
export function withoutBrackets(text: string): string {
	let inner = text.trim();
	while (inner.startsWith('(') && inner.endsWith(')') && closesAtEnd(inner))
		inner = inner.slice(1, -1).trim();
	return inner;
}

function closesAtEnd(text: string): boolean {
	let open = 0;
	for (let at = 0; at < text.length; at++) {
		if (text[at] === '(') open++;
		else if (text[at] === ')' && --open === 0) return at === text.length - 1;
	}
	return false;
}

/** What a source writes where it has nothing. */
export function said(text: string): string {
	const words = text.trim();
	return /^(không có thông tin|chưa có thông tin|đang cập nhật|n\/a|null|[-–.…]+)\.?$/iu.test(words)
		? ''
		: words;
}
