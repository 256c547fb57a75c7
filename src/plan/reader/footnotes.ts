/**
 * Notes at the foot of a page (cước chú). Taken out of a PDF their mark sticks to a word ("Đồng1;") and their text
 * stands in the middle of the body. Only digits whose note is found are taken off: "QH15" or "m2" stay.
 */
import type { Line } from './piece.ts';

export type Notes = { drop: Set<number>; text: Map<number, string> };

const STUCK = /(?<=[\p{Ll}”"')])(\d{1,2})(?=[\s;,.:)]|$)/gu;
/** Measures and words that end in a digit of their own. */
const OWN_DIGIT =
	/(?:^|[^\p{L}])(?:m|km|cm|dm|ha|lần|bậc|cấp|mức|số|quý|khu|tổ|nhóm|loại|kỳ|đợt|phase|covid|tcvn)$/iu;

export function findNotes(lines: Line[]): Notes {
	const notes: Notes = { drop: new Set(), text: new Map() };
	let expected = 1;
	for (const [at, line] of lines.entries()) {
		let text = line.text;
		for (const match of [...line.text.matchAll(STUCK)].reverse()) {
			const number = Number(match[1]);
			if (number !== expected || OWN_DIGIT.test(line.text.slice(0, match.index))) continue;
			const body = bodyOf(number, at, lines);
			if (!body) continue;
			for (const one of body) notes.drop.add(one);
			text = text.slice(0, match.index) + text.slice(match.index + match[1]!.length);
			expected += 1;
		}
		if (text !== line.text) notes.text.set(at, text);
	}
	return notes;
}

/** Lines of a note's text, on the page where its mark stands. */
function bodyOf(number: number, from: number, lines: Line[]): number[] | null {
	const last = Math.min(lines.length, from + 80);
	for (let at = from + 1; at < last; at += 1) {
		const line = lines[at]!;
		if (line.newPage && at > from + 1 && line.text !== String(number)) {
			// The next page began and no note was seen.
			if (!isAlone(number, lines, at)) return null;
		}
		// "1 Theo Quyết định …" down to the end of the page.
		if (new RegExp(`^${number}\\s+\\p{Lu}`, 'u').test(line.text) && line.gap > 0) return upTo(lines, at);
		// The text first, its number alone below it.
		if (isAlone(number, lines, at)) {
			let start = at;
			while (start > from + 1 && lines[start]!.gap === 0) start -= 1;
			if (start === at || lines[start]!.gap === 0) return null;
			return range(start, at);
		}
	}
	return null;
}

function isAlone(number: number, lines: Line[], at: number): boolean {
	return (
		lines[at]!.text === String(number) && !lines[at]!.newPage && !/^\p{L}/u.test(lines[at + 1]?.text ?? '')
	);
}

function upTo(lines: Line[], from: number): number[] | null {
	let end = from;
	while (end + 1 < lines.length && !lines[end + 1]!.newPage && lines[end + 1]!.gap === 0 && end - from < 12)
		end += 1;
	const next = lines[end + 1];
	const closesPage = !next || next.newPage || /^\d{1,3}$/.test(next.text);
	return closesPage ? range(from, end) : null;
}

const range = (from: number, to: number): number[] =>
	Array.from({ length: to - from + 1 }, (_, at) => from + at);
