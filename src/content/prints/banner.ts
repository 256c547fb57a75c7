/**
 * Banner (băng rôn, phướn, pa nô): a slogan in large letters on a coloured ground. Pure: how many lines, where they break
 * and how tall the letters become; what the letters measure is asked of whoever has the font.
 */
import { belongTogether } from './compounds.ts';

/** Usual sizes, true size in millimetres. */
export const bannerSizes = {
	'ngang-6x08': { label: 'Băng rôn ngang 6 × 0,8 m', short: '6 × 0,8 m', width: 6000, height: 800 },
	'ngang-4x07': { label: 'Băng rôn ngang 4 × 0,7 m', short: '4 × 0,7 m', width: 4000, height: 700 },
	'dung-08x24': { label: 'Phướn đứng 0,8 × 2,4 m', short: '0,8 × 2,4 m', width: 800, height: 2400 },
	'dung-06x16': { label: 'Giá đứng 0,6 × 1,6 m', short: '0,6 × 1,6 m', width: 600, height: 1600 },
	'pano-3x2': { label: 'Pa nô 3 × 2 m', short: '3 × 2 m', width: 3000, height: 2000 }
} as const;
export type BannerSize = keyof typeof bannerSizes;
export const isBannerSize = (word: string): word is BannerSize => Object.hasOwn(bannerSizes, word);

export const bannerStyles = {
	red_gold: 'Nền đỏ, chữ vàng',
	red_white: 'Nền đỏ, chữ trắng',
	blue_white: 'Nền xanh, chữ trắng'
} as const;
export type BannerStyle = keyof typeof bannerStyles;
export const isBannerStyle = (word: string): word is BannerStyle => Object.hasOwn(bannerStyles, word);

/** What words measure in letters of size 1: the ink above the line and below it, diacritics included. */
export type Measured = { width: number; top: number; bottom: number };
export type Measure = (text: string) => Measured;

export type Setting = {
	lines: string[];
	/** Size of the letters in millimetres. */
	size: number;
	/** From the foot of one line of letters to that of the next. */
	pitch: number;
	top: number;
	bottom: number;
};

/** Between the ink of two lines. */
const GAP = 0.1;
/** One more line has to make the letters that much larger to be worth it. */
const WORTH = 1.05;
/** Letters a fifth smaller are better than a word torn apart. */
const TORN = 0.8;
const MOST_LINES = 16;

/** Lines of the text in letters as large as the room allows. A line break somebody wrote stays one. */
export function fit(
	text: string,
	room: { width: number; height: number; tallest: number },
	measure: Measure
): Setting {
	const given = text
		.split('\n')
		.map((line) => line.split(/\s+/).filter(Boolean))
		.filter((words) => words.length > 0);
	const words = given.flat();
	const ink = measure(words.join(' ') || 'A');
	const pitch = ink.top + ink.bottom + GAP;
	const sizeOf = (lines: string[]): number =>
		Math.min(
			room.tallest,
			room.width / Math.max(...lines.map((line) => measure(line).width), 0.01),
			room.height / ((lines.length - 1) * pitch + ink.top + ink.bottom)
		);
	let best = given.map((line) => line.join(' '));
	let size = sizeOf(best);
	// Who broke the lines by hand meant these lines; otherwise as many as make the letters largest.
	if (given.length <= 1) {
		const widths = spans(words, measure);
		for (let count = 2; count <= Math.min(words.length, MOST_LINES); count++) {
			const lines = balanced(words, widths, count);
			const larger = sizeOf(lines);
			// A torn word is worth it only for much larger letters.
			if (larger * TORN ** torn(lines) > size * WORTH * TORN ** torn(best)) [best, size] = [lines, larger];
		}
	}
	// Room left over on an upright banner goes between the lines.
	const spare = room.height - ((best.length - 1) * pitch + ink.top + ink.bottom) * size;
	const looser = best.length > 1 ? Math.min(spare / (best.length - 1) / 2, pitch * size * 0.3) : 0;
	return {
		lines: best,
		size,
		pitch: pitch * size + Math.max(0, looser),
		top: ink.top * size,
		bottom: ink.bottom * size
	};
}

const torn = (lines: string[]): number =>
	lines.slice(1).filter((line, at) => belongTogether(lines[at]!.split(' ').at(-1)!, line.split(' ')[0]!))
		.length;

/** Width of the words from one to another, both included. */
function spans(words: string[], measure: Measure): (from: number, to: number) => number {
	const ends: number[] = [0];
	const space = measure('n n').width - measure('nn').width;
	for (const word of words) ends.push(ends.at(-1)! + measure(word).width + space);
	return (from, to) => ends[to + 1]! - ends[from]! - space;
}

/**
 * Breaks words into exactly `count` lines: first the narrowest widest line, then, among breaks nearly as good, lines of
 * like width that end where the sense pauses and tear no word apart.
 */
export function balanced(
	words: string[],
	width: (from: number, to: number) => number,
	count: number,
	most = Number.POSITIVE_INFINITY
): string[] {
	const widest = cheapest(words.length, count, width, Math.max);
	const limit = Math.max(widest.cost, Math.min(widest.cost * 1.5, most));
	const even = width(0, words.length - 1) / count;
	const { breaks } = cheapest(
		words.length,
		count,
		(from, to) => {
			const across = width(from, to);
			if (across > limit) return Number.POSITIVE_INFINITY;
			const off = (across - even) / even;
			return off * off + 0.8 * Math.max(0, across / widest.cost - 1) + breakCost(words, to);
		},
		(a, b) => a + b
	);
	return breaks.map((from, line) => words.slice(from, breaks[line + 1] ?? words.length).join(' '));
}

/** What a break behind this word costs: little where the sense pauses, much inside a word of two syllables. */
function breakCost(words: string[], at: number): number {
	const next = words[at + 1];
	if (next === undefined) return 0;
	if (/[,;:.!?–-]$/.test(words[at]!)) return -0.12;
	return belongTogether(words[at]!, next) ? 0.3 : 0;
}

/** Where each line begins, at the least cost over all lines. */
function cheapest(
	words: number,
	count: number,
	costOf: (from: number, to: number) => number,
	sum: (a: number, b: number) => number
): { cost: number; breaks: number[] } {
	type Way = { cost: number; breaks: number[] };
	let ways: (Way | undefined)[] = Array.from({ length: words }, (_, to) => ({
		cost: costOf(0, to),
		breaks: [0]
	}));
	for (let line = 1; line < count; line++) {
		ways = ways.map((_, to): Way | undefined => {
			let best: Way | undefined;
			for (let from = line; from <= to; from++) {
				const before = ways[from - 1];
				if (!before || before.breaks.length !== line) continue;
				const cost = sum(before.cost, costOf(from, to));
				if (!best || cost < best.cost) best = { cost, breaks: [...before.breaks, from] };
			}
			return best;
		});
	}
	return ways.at(-1) ?? { cost: 0, breaks: [0] };
}

/** Height of a capital letter of this font, in letters of size 1. */
const CAPITAL = 0.7;

/** How tall the capitals are and from how far they are read without effort (about 2.5 m to each centimetre). */
export function reach(size: number): { letterCm: number; metres: number } {
	const letterCm = Math.round((size * CAPITAL) / 10);
	return { letterCm, metres: Math.round((size * CAPITAL) / 4 / 5) * 5 };
}

/** What to think about before printing: letters too small for a street. */
export function smallLetters(banner: BannerSize, size: number): string | null {
	const { letterCm } = reach(size);
	const least = banner.startsWith('ngang') ? 11 : 5;
	return letterCm >= least
		? null
		: `Câu dài so với khổ này: chữ chỉ cao ${letterCm} cm, người đi đường khó đọc kịp. Hãy rút gọn câu hoặc chọn khổ lớn hơn.`;
}
