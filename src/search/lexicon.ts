/**
 * The word list (từ đồng nghĩa, từ viết tắt) ready for use: from what people say to what procedures call it. The
 * built-in list stands in lexicon/*.ts; a ward's own lines are laid over it.
 */
import { conceptsOf, isKin } from './concepts.ts';
import { fold, stems } from './fold.ts';
import { typedWords, type Word } from './reading.ts';
import { addNear, type NearWords } from './spelling.ts';
import { certificates } from './lexicon/certificates.ts';
import { civil } from './lexicon/civil.ts';
import { elsewhere } from './lexicon/elsewhere.ts';
import { everyday } from './lexicon/everyday.ts';
import { fillerPhrases, little } from './lexicon/fillers.ts';
import { land } from './lexicon/land.ts';
import { livelihood } from './lexicon/livelihood.ts';
import { popular } from './lexicon/popular.ts';
import { residence } from './lexicon/residence.ts';
import { shortened } from './lexicon/shortened.ts';
import { welfare } from './lexicon/welfare.ts';

export type Line = {
	said: string;
	means: string[];
	/** Whatever else was said only tells of which paper: `sao y …`. */
	ofAny?: boolean;
};

export type Rule = {
	said: Word[];
	means: Word[][];
	ofAny: boolean;
	/** Its place among those that begin alike: the longest first. */
	order: number;
};

/** Lines that begin alike: those of one word, and those of more by the second word. */
export type Alike = { alone: Rule[]; bySecond: Map<string, Rule[]> };

/** Where a concept stands in lines, side by side for each: the line, its number, its weight there, the place. */
export type Held = { bags: Bag[]; places: number[]; numbers: number[]; weights: number[] };

/** A line without its order: what its words stand for, and how much each says among all lines. */
export type Bag = {
	/** Its number among all. */
	at: number;
	rule: Rule;
	concepts: { key: string; weight: number; word: Word }[];
	total: number;
};

export type Lexicon = {
	/** Rules by the first word of what is said. */
	byFirst: Map<string, Alike>;
	/** Names of things other offices do, by their first word, longest first. */
	elsewhere: Map<string, Word[][]>;
	/** Lines of several words by what each of their words stands for. */
	bags: Map<string, Held>;
	/** How many lines there are. */
	lines: number;
	/** How much a word says among the lines: a rare one much, a little word nearly nothing. */
	weightOf: (key: string) => number;
	/** Every word of the list, so that it is not taken for a slip. */
	words: Set<string>;
	/** The same with their marks: as they stand in the list, by their letters. */
	shapes: Map<string, Word['shape'][]>;
	/** Words that stand behind a word. */
	pairs: Map<string, Set<string>>;
	near: NearWords;
};

/** `nói thế này, thế kia … = nghĩa là | hoặc là`, one a line; a line without `=` is a comment. */
function parse(text: string): Line[] {
	return text.split('\n').flatMap((line) => {
		const [left, right] = line.split(' = ');
		if (!right) return [];
		const means = right.split(' | ').map((meaning) => meaning.trim());
		return left!.split(', ').map((said) => ({
			said: said.replace(' …', '').trim(),
			means,
			...(said.includes(' …') && { ofAny: true })
		}));
	});
}

let lines: Map<string, Line> | undefined;

/** The built-in lines by their folded words; a phrase that stands in several lines has all their meanings. */
export function builtIn(): Map<string, Line> {
	if (lines) return lines;
	lines = new Map();
	for (const text of [
		shortened,
		civil,
		certificates,
		residence,
		land,
		livelihood,
		welfare,
		everyday,
		elsewhere
	]) {
		for (const line of parse(text)) {
			const key = keyOf(line.said);
			const other = lines.get(key);
			if (other) other.means = [...new Set([...other.means, ...line.means])];
			else lines.set(key, { ...line, means: [...line.means] });
		}
	}
	return lines;
}

/** What a line is known by: the words with their marks, since "mất" and "mặt" are two lines; case and form fall away. */
export function keyOf(said: string): string {
	return said.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The built-in lines with the ward's own over them; own lines without a meaning set a built-in one aside. */
export function lexiconOf(own: Line[]): Lexicon {
	const all = new Map(builtIn());
	for (const line of own) {
		const key = keyOf(line.said);
		// A line of the list typed without its marks is the same line.
		const same = all.has(key) ? key : [...all.keys()].find((other) => fold(other) === fold(key));
		all.delete(same ?? key);
		if (line.means.length > 0) all.set(key, line);
	}
	const counts = new Map<string, number>();
	const lexicon: Lexicon = {
		byFirst: new Map(),
		elsewhere: new Map(),
		bags: new Map(),
		lines: 0,
		weightOf: (key) =>
			(littleWords.get(key)?.left ?? (isKin(key) ? KIN : 1)) *
			Math.log(1 + (all.size + 1) / ((counts.get(key) ?? 0) + 3)),
		words: new Set(),
		shapes: new Map(),
		pairs: new Map(),
		near: new Map()
	};
	for (const said of elsewhere.split(/[,\n]/)) {
		if (said.trim() === '' || all.has(keyOf(said))) continue;
		const words = typedWords(said);
		lexicon.elsewhere.set(words[0]!.stem, [...(lexicon.elsewhere.get(words[0]!.stem) ?? []), words]);
	}
	for (const phrases of lexicon.elsewhere.values()) phrases.sort((a, b) => b.length - a.length);
	const rules: Rule[] = [];
	const byFirst = new Map<string, Rule[]>();
	for (const line of all.values()) {
		const rule = {
			said: typedWords(line.said),
			means: line.means.map((meaning) => typedWords(meaning)),
			ofAny: line.ofAny ?? false,
			order: 0
		};
		const first = rule.said[0]?.stem;
		if (!first) continue;
		rules.push(rule);
		for (const key of new Set(conceptsOf(rule.said, true).map((concept) => concept.key)))
			counts.set(key, (counts.get(key) ?? 0) + 1);
		const others = byFirst.get(first);
		if (others) others.push(rule);
		else byFirst.set(first, [rule]);
		for (const row of [rule.said, ...rule.means]) learn(lexicon, row);
	}
	for (const [first, alike] of byFirst) lexicon.byFirst.set(first, bySecond(alike));
	lexicon.lines = rules.length;
	rules.forEach((rule, at) => addBag(lexicon, rule, at));
	return lexicon;
}

function bySecond(alike: Rule[]): Alike {
	const alone: Rule[] = [];
	const found = new Map<string, Rule[]>();
	alike.sort((a, b) => b.said.length - a.said.length);
	alike.forEach((rule, order) => {
		rule.order = order;
		const second = rule.said[1]?.stem;
		if (second === undefined) alone.push(rule);
		else found.set(second, [...(found.get(second) ?? []), rule]);
	});
	return { alone, bySecond: found };
}

/** How much is left of a word that says for whom. */
const KIN = 0.35;

function addBag(lexicon: Lexicon, rule: Rule, at: number): void {
	const concepts = [
		...new Map(
			conceptsOf(rule.said, true).map(({ key, from }) => [
				key,
				{ key, weight: lexicon.weightOf(key), word: rule.said[from]! }
			])
		).values()
	];
	const bag = { at, rule, concepts, total: concepts.reduce((sum, { weight }) => sum + weight, 0) };
	concepts.forEach(({ key }, place) => {
		let held = lexicon.bags.get(key);
		if (!held) lexicon.bags.set(key, (held = { bags: [], places: [], numbers: [], weights: [] }));
		held.bags.push(bag);
		held.places.push(place);
		held.numbers.push(at);
		held.weights.push(concepts[place]!.weight);
	});
}

let plain: Lexicon | undefined;

/** The list as it ships, made once. */
export function plainLexicon(): Lexicon {
	return (plain ??= lexiconOf([]));
}

/** One key for a word with its marks, wherever its tone was placed. */
function shapeKey({ letters, tone }: Word['shape']): string {
	return `${letters}${tone}`;
}

function learn(lexicon: Lexicon, row: Word[]): void {
	row.forEach((word, at) => {
		if (!lexicon.words.has(word.stem)) {
			lexicon.words.add(word.stem);
			addNear(lexicon.near, word.stem);
		}
		const shapes = lexicon.shapes.get(word.stem);
		if (!shapes) lexicon.shapes.set(word.stem, [word.shape]);
		else if (!shapes.some((shape) => shapeKey(shape) === shapeKey(word.shape))) shapes.push(word.shape);
		const next = row[at + 1];
		if (!next) return;
		const seconds = lexicon.pairs.get(word.stem);
		if (seconds) seconds.add(next.stem);
		else lexicon.pairs.set(word.stem, new Set([next.stem]));
	});
}

export const littleWords: ReadonlyMap<string, { left: number; words: Word[] }> = new Map(
	[...little.flatMap(([left, text]) => typedWords(text).map((word) => ({ left, word })))].reduce(
		(map, { left, word }) => {
			const other = map.get(word.stem);
			map.set(word.stem, { left: Math.max(left, other?.left ?? 0), words: [...(other?.words ?? []), word] });
			return map;
		},
		new Map<string, { left: number; words: Word[] }>()
	)
);

export const fillers: ReadonlyMap<string, Word[][]> = new Map(
	[...fillerPhrases.split(/[,\n]/)]
		.map((phrase) => typedWords(phrase))
		.filter((phrase) => phrase.length > 0)
		.sort((a, b) => b.length - a.length)
		.reduce((map, phrase) => {
			const first = phrase[0]!.stem;
			map.set(first, [...(map.get(first) ?? []), phrase]);
			return map;
		}, new Map<string, Word[][]>())
);

/** Words of the filler phrases and little words, so that a slip is not "corrected" into or out of them. */
const fillerText = [fillerPhrases, ...little.map(([, text]) => text)].join(' ');
export const fillerWords: ReadonlySet<string> = new Set(stems(fillerText));
const fillerShapes: ReadonlySet<string> = new Set(typedWords(fillerText).map((word) => shapeKey(word.shape)));

/** Does the list (or any question) know this word, with its marks when it was typed with them? */
export function knows(lexicon: Lexicon, { marked, shape, stem }: Word): boolean {
	if (!marked) return lexicon.words.has(stem) || fillerWords.has(stem);
	const key = shapeKey(shape);
	return (lexicon.shapes.get(stem) ?? []).some((one) => shapeKey(one) === key) || fillerShapes.has(key);
}

/** In a title these tell one procedure from its sisters: who does not type them does not mean it. */
export const distinguishing: ReadonlySet<string> = new Set(
	stems(
		'lại ngoài lưu động biên giới chấm dứt tạm ngừng giải thể xóa đổi gia hạn thu hồi miễn liên thông hủy bổ sung điều chỉnh thay chuyển kết hợp ghi giám sát thôi tử tuất rút'
	)
);

const popularNames = popular
	.split('\n')
	.filter(Boolean)
	.map((name) => ({ name: stems(name).join(' '), begins: name.endsWith('…') }));
const popularity = new Map<string, number>();

/** How much a thing (its name as stems) is what people come for day after day: 1 most, 0 not. */
export function popularityOf(plain: string): number {
	let known = popularity.get(plain);
	if (known === undefined) {
		const at = popularNames.findIndex(({ name, begins }) =>
			begins ? plain.startsWith(name) : plain === name
		);
		known = at < 0 ? 0 : 1 - (0.6 * at) / popularNames.length;
		if (popularity.size > 20_000) popularity.clear();
		popularity.set(plain, known);
	}
	return known;
}
