/**
 * Where the columns of a table stand on the page: the strips between which no line writes. Cells that were stretched to
 * both sides (justified) have wide gaps inside, so several readings are tried and the one whose heads make sense is taken.
 */
import { columnOf, type Column } from './task-head.ts';
import { segments, type Line } from './piece.ts';
import { squeeze } from './plain.ts';

export type Strip = { from: number; to: number };

/** Readings from the strictest to the most forgiving. */
export function stripReadings(lines: Line[]): Strip[][] {
	const flat = lines.map((line) => line.raw.replaceAll('\t', '    '));
	const parted = flat.map((raw) => segments(raw));
	const counting = parted
		.map((parts, at) => ({ parts, raw: flat[at]! }))
		.filter(({ parts }) => parts.length >= 2 && !isSection(parts.map((part) => part.text)));
	const used = counting.length >= 3 ? counting : parted.map((parts, at) => ({ parts, raw: flat[at]! }));
	const width = Math.min(4000, Math.max(0, ...used.map(({ raw }) => raw.length)));
	const byWords = new Uint16Array(width + 2);
	const bySegments = new Uint16Array(width + 2);
	for (const { parts, raw } of used) {
		for (let x = 0; x < raw.length && x < width; x += 1) if (raw[x] !== ' ') byWords[x]! += 1;
		for (const part of parts)
			for (let x = part.from; x < part.from + part.text.length && x < width; x += 1) bySegments[x]! += 1;
	}
	const readings: Strip[][] = [];
	for (const [count, gutter] of [
		[byWords, 2],
		[bySegments, 1],
		[byWords, 1]
	] as const) {
		for (const share of [0, 0.06, 0.12])
			readings.push(stripsAbove(count, Math.floor(used.length * share), gutter));
	}
	return readings.filter((strips) => strips.length >= 3 && strips.length <= 24);
}

export const isSection = (parts: string[]): boolean =>
	parts.length === 2 && /^(?:[IVX]{1,5}|[A-HĐ])[.)]?$/.test(parts[0]!);

function stripsAbove(count: Uint16Array, allowed: number, gutter: number): Strip[] {
	const strips: Strip[] = [];
	for (let x = 0; x < count.length; x += 1) {
		if (count[x]! <= allowed) continue;
		const last = strips.at(-1);
		if (last && x - last.to < gutter) last.to = x + 1;
		else strips.push({ from: x, to: x + 1 });
	}
	return strips;
}

/** Strips without a head of their own belong to a neighbour: a gap inside a cell had parted them. */
export function joinStrips(
	strips: Strip[],
	headOf: (strip: Strip) => string
): { strips: Strip[]; heads: string[]; columns: (Column | null)[] } {
	let joined = strips.map((strip) => ({ ...strip }));
	for (let at = 0; at < joined.length;) {
		const head = headOf(joined[at]!);
		const next = joined[at + 1];
		const left = joined[at - 1];
		if (columnOf(head) !== null) {
			at += 1;
			continue;
		}
		if (
			next &&
			columnOf(headOf(next)) === null &&
			columnOf(headOf({ from: joined[at]!.from, to: next.to })) !== null
		) {
			joined[at] = { from: joined[at]!.from, to: next.to };
			joined.splice(at + 1, 1);
			continue;
		}
		if (
			left &&
			(!head ||
				(columnOf(headOf({ from: left.from, to: joined[at]!.to })) === columnOf(headOf(left)) &&
					head.length < 12))
		) {
			joined[at - 1] = { from: left.from, to: joined[at]!.to };
			joined.splice(at, 1);
			continue;
		}
		at += 1;
	}
	joined = joined.filter((strip) => strip.to > strip.from);
	const heads = joined.map((strip) => squeeze(headOf(strip)));
	return { strips: joined, heads, columns: heads.map(columnOf) };
}

/** The words of a line that stand in each strip. */
export function cellsIn(raw: string, strips: Strip[]): string[] {
	const flat = raw.replaceAll('\t', '    ');
	const cells = strips.map(() => '');
	const parts = segments(flat);
	if (strips.length > 2 && isSection(parts.map((part) => part.text))) {
		cells[0] = parts[0]!.text;
		cells[1] = parts[1]!.text;
		return cells;
	}
	// A part that lies inside one strip goes there whole; one that runs over several is cut between words.
	for (const part of parts) {
		const whole = best(part.from, part.from + part.text.length, strips);
		if (whole.overlap >= part.text.length * 0.6) {
			cells[whole.at] += ` ${part.text}`;
			continue;
		}
		for (const word of part.text.matchAll(/\S+/g)) {
			const from = part.from + word.index;
			cells[best(from, from + word[0].length, strips).at] += ` ${word[0]}`;
		}
	}
	return cells.map(squeeze);
}

function best(from: number, to: number, strips: Strip[]): { at: number; overlap: number } {
	let found = { at: 0, overlap: -Infinity };
	for (const [at, strip] of strips.entries()) {
		const overlap = Math.min(to, strip.to) - Math.max(from, strip.from);
		if (overlap > found.overlap) found = { at, overlap };
	}
	return found;
}
