/**
 * Reading what was typed: the likeliest row of known words behind the letters. Words may be run together
 * (`dangkykethon`), split oddly (`ket ho n`), carry leftover Telex or VNI keys, or hold a slip of the finger. Every
 * way through the letters costs something; the cheapest is what the person meant.
 */
import { dialect } from './lexicon/dialect.ts';
import { little } from './lexicon/fillers.ts';
import {
	heardWith,
	isSyllable,
	oneI,
	shapeOf,
	SILENT,
	soundOf,
	TOO_MUCH,
	withoutKeys,
	type Shape
} from './syllable.ts';
import { stems, tokens, type Token } from './fold.ts';

export type Word = {
	/** As written, or as understood, with the diacritics that are known. */
	text: string;
	bare: string;
	stem: string;
	shape: Shape;
	/** The marks were typed by the person (by themselves or by their keys). */
	marked: boolean;
	/** Cost of getting here from what was typed; 0: typed like this. */
	cost: number;
};

/** What the reader must know of words. */
export type Vocabulary = {
	/** 0: in names or in the word list; 1: only in texts; 2: nowhere. */
	level: (stem: string) => 0 | 1 | 2;
	near: (stem: string) => { word: string; slip: number }[];
	/** The ways a word is written with its marks. */
	shapes: (stem: string) => Shape[];
	/** Seen side by side. */
	pair: (first: string, second: string) => boolean;
	beginsWord: (letters: string) => boolean;
};

export type Reading = { words: Word[]; cost: number; changed: boolean };

const MOST_TOKENS = 40;
const LONGEST = 9;
const SPLIT = 1.1;
const JOIN = 1.3;
const PAIR = 2.2;
const UNKNOWN = 7;
const BEAM = 6;
/** A word that sounds like the one meant is it, when the neighbour says so. */
const ALIKE_PAIR = 1.6;
const ALIKE_DOUBT = 0.4;
const DIALECT = 0.6;
const DOUBLED_KEY = 1.2;

export function typedWords(text: string): Word[] {
	return tokens(text).map(asTyped);
}

function asTyped(token: Token): Word {
	const text = token.text.toLowerCase().normalize('NFC');
	const shape = shapeOf(text);
	return {
		text,
		bare: token.bare,
		stem: token.stem,
		shape,
		marked: shape.tone > 0 || shape.letters !== token.stem,
		cost: 0
	};
}

/**
 * A way through the letters so far: its last word and the way before it. `alike`: the last word only sounds like what
 * was typed, and no neighbour has spoken for it yet.
 */
type State = { last: Word; before: State | null; cost: number; alike: boolean };

/** The cheapest ways to a place, by their last word; `ceiling`: a dearer one will not be kept, as of so many. */
type Ways = { byLast: Map<string, State>; ceiling: number; of: number };

/** The cheapest row of words behind what was typed. */
export function read(typed: Word[], vocabulary: Vocabulary): Reading {
	const plain = { words: typed, cost: 0, changed: false };
	if (typed.length === 0 || typed.length > MOST_TOKENS) return plain;
	const letters = typed.map((word) => word.text).join('');
	const starts = new Set<number>();
	const ends = new Map<number, number>();
	let length = 0;
	typed.forEach((word, at) => {
		starts.add(length);
		length += word.text.length;
		ends.set(length, at);
	});
	const tokenAt = new Map<number, Word>();
	let position = 0;
	for (const word of typed) {
		tokenAt.set(position, word);
		position += word.text.length;
	}
	const anyMarked = typed.some((word) => word.marked);
	const ways: (Ways | undefined)[] = [];
	const line = { letters, starts, ends, tokenAt, last: typed.length - 1, anyMarked };
	const pairs = pairsOf(vocabulary);
	for (let from = 0; from < length; from++) {
		const here = from === 0 ? [null] : kept(ways[from]);
		if (here.length === 0) continue;
		const atStart = starts.has(from);
		const after = here.map((before) => (before ? pairs.after(before.last.stem) : undefined));
		for (const edge of edgesFrom(from, line, vocabulary)) {
			const there = (ways[edge.to] ??= { byLast: new Map(), ceiling: Infinity, of: BEAM - 1 });
			if (there.byLast.size > there.of) lower(there);
			for (let one = 0; one < here.length; one++) {
				const before = here[one]!;
				const alike = edge.alike || (before?.alike ?? false);
				const bonus = before ? PAIR + (alike ? ALIKE_PAIR : 0) : 0;
				const alone = (before?.cost ?? 0) + edge.cost + (atStart ? 0 : SPLIT);
				if (alone - bonus > there.ceiling) continue;
				const pair = before !== null && pairs.seen(after[one]!, before.last.stem, edge.word.stem);
				const cost = pair ? alone - bonus : alone;
				const other = there.byLast.get(edge.word.stem);
				if (other && other.cost <= cost) continue;
				there.byLast.set(edge.word.stem, { last: edge.word, before, cost, alike: edge.alike && !pair });
			}
		}
	}
	const best = kept(ways[length])[0];
	if (!best) return plain;
	const words: Word[] = [];
	for (let state: State | null = best; state; state = state.before) words.unshift(state.last);
	const changed = words.length !== typed.length || words.some((word, at) => word.stem !== typed[at]!.stem);
	return { words, cost: words.reduce((sum, word) => sum + word.cost, 0), changed };
}

/** The few cheapest. */
function kept(ways: Ways | undefined): State[] {
	return ways ? [...ways.byLast.values()].sort((a, b) => a.cost - b.cost).slice(0, BEAM) : [];
}

function lower(ways: Ways): void {
	const costs = Float64Array.from(ways.byLast.values(), ({ cost }) => cost).sort();
	// Sums of the same costs in another order differ in their last digits.
	ways.ceiling = costs[BEAM - 1]! + 1e-9;
	ways.of = costs.length + BEAM;
}

type Edge = { to: number; cost: number; word: Word; alike: boolean };

/** What was typed, without its spaces. */
type Line = {
	letters: string;
	starts: Set<number>;
	ends: Map<number, number>;
	tokenAt: Map<number, Word>;
	/** The number of the last word. */
	last: number;
	anyMarked: boolean;
};

function edgesFrom(
	from: number,
	{ letters, starts, ends, tokenAt, last, anyMarked }: Line,
	vocabulary: Vocabulary
): Edge[] {
	const edges: Edge[] = [];
	const token = tokenAt.get(from);
	if (token) {
		const isLast = ends.get(from + token.text.length) === last;
		for (const edge of keptTokenEdges(token, isLast, anyMarked, vocabulary))
			edges.push({ ...edge, to: from + edge.to });
	}
	const atStart = token !== undefined || starts.has(from);
	const pieces = piecesOf(vocabulary);
	// A number is never part of a word, except as a key.
	let spaces = 0;
	let heard = SILENT;
	const furthest = Math.min(letters.length, from + LONGEST + 3);
	for (let to = from + 1; to <= furthest; to++) {
		if (to - 1 > from && starts.has(to - 1)) spaces++;
		heard = heardWith(heard, letters.charCodeAt(to - 1));
		const whole = atStart && ends.has(to);
		// What is more than a syllable is a word only when it stands alone.
		if (heard === TOO_MUCH && !whole) {
			if (atStart) continue;
			break;
		}
		if (token && to === from + token.text.length) continue;
		for (const { word, cost, syllable } of pieces(letters.slice(from, to))) {
			if (!whole && !syllable) continue;
			edges.push({
				to,
				cost: spaces * JOIN + cost,
				alike: false,
				word: { ...word, cost: word.cost + spaces * JOIN + (ends.has(to) ? 0 : SPLIT) }
			});
		}
	}
	return edges;
}

type Piece = { word: Word; cost: number; syllable: boolean };

const MOST_PIECES = 50_000;
const pieces = new WeakMap<Vocabulary, Map<string, Piece[]>>();
const none: Piece[] = [];

/** The known words a piece of the letters may be: as it stands, or without its typing keys; worked out once. */
function piecesOf(vocabulary: Vocabulary): (piece: string) => Piece[] {
	let kept = pieces.get(vocabulary);
	if (!kept || kept.size > MOST_PIECES) pieces.set(vocabulary, (kept = new Map<string, Piece[]>()));
	const known = kept;
	return (piece) => {
		let words = known.get(piece);
		if (!words) {
			words = wordsIn(piece).flatMap((word) => {
				const level = vocabulary.level(word.stem);
				if (level > 1 || (level === 1 && word.bare.length < 3)) return none;
				const cost =
					level * 0.7 + (word.bare.length === 2 ? 0.4 : 0) + (word.cost >= DOUBLED_KEY ? word.cost : 0);
				return { word, cost, syllable: isSyllable(word.bare) };
			});
			known.set(piece, words.length > 0 ? words : none);
		}
		return words;
	};
}

const MOST_PAIRS = 20_000;

type Pairs = {
	after: (first: string) => Map<string, boolean>;
	seen: (after: Map<string, boolean>, first: string, second: string) => boolean;
};
const knownPairs = new WeakMap<Vocabulary, Pairs>();

/** The same words stand side by side in question after question. */
function pairsOf(vocabulary: Vocabulary): Pairs {
	let pairs = knownPairs.get(vocabulary);
	if (pairs) return pairs;
	const known = new Map<string, Map<string, boolean>>();
	let count = 0;
	pairs = {
		after(first) {
			if (count > MOST_PAIRS) {
				known.clear();
				count = 0;
			}
			let seconds = known.get(first);
			if (!seconds) known.set(first, (seconds = new Map<string, boolean>()));
			return seconds;
		},
		seen(after, first, second) {
			let seen = after.get(second);
			if (seen === undefined) {
				after.set(second, (seen = vocabulary.pair(first, second)));
				count++;
			}
			return seen;
		}
	};
	knownPairs.set(vocabulary, pairs);
	return pairs;
}

const keyedAt = /[fsxrjw\d]|d.*d|([aeoiuy]).*\1/u;

function wordsIn(piece: string): Word[] {
	const words: Word[] = [];
	const plain = wordOf(piece, 0);
	if (plain && !/\d/.test(piece)) words.push(plain);
	const decoded = keyedAt.test(piece) ? withoutKeys(piece) : null;
	const keyed = decoded ? wordOf(decoded, 0.2) : undefined;
	if (keyed) words.push({ ...keyed, marked: true });
	const doubled = /([b-df-hj-np-tv-z])\1/u.exec(piece);
	if (doubled) {
		const once = wordOf(piece.replace(doubled[0], doubled[1]!), DOUBLED_KEY);
		if (once) words.push(once);
	}
	// Of two letters and more, or a word only when it stands alone.
	return words.filter((word) => word.bare.length > 1);
}

let firm: Set<string> | undefined;

const HOOK_OR_TILDE = [3, 4];

/** What sounds alike has the same tone; hỏi and ngã are one in most of the country. */
function sameTone({ shape: { tone } }: Word, shapes: Shape[]): Shape | undefined {
	const tones = HOOK_OR_TILDE.includes(tone) ? HOOK_OR_TILDE : [tone];
	return shapes.find((shape) => tones.includes(shape.tone));
}

/** The little words of every sentence are no slips of rarer ones. */
function isFirm(stem: string): boolean {
	firm ??= new Set(little.flatMap(([, text]) => stems(text)));
	return firm.has(stem);
}

let standards: Map<string, Word[]> | undefined;
let bareStandards: Map<string, Word[]> | undefined;

/** The word of the procedures behind a syllable of the South or the middle. */
function standardOf(token: Word): Word[] {
	if (!standards || !bareStandards) {
		standards = new Map();
		bareStandards = new Map();
		for (const pair of dialect.split(/[,\n]/)) {
			const [said, standard] = typedWords(pair);
			if (!said || !standard) continue;
			standards.set(said.text, [standard]);
			if (said.stem !== standard.stem)
				bareStandards.set(said.stem, [...(bareStandards.get(said.stem) ?? []), standard]);
		}
	}
	return (token.marked ? standards : bareStandards).get(token.marked ? token.text : token.stem) ?? [];
}

function wordOf(text: string, cost: number): Word | undefined {
	const token = tokens(text)[0];
	if (!token || token.text.length !== text.length) return undefined;
	return { ...asTyped(token), cost };
}

const MOST_KEPT = 5000;
/** The ways to read a word depend on nothing but the vocabulary: they are worked out once while that stays. */
const tokenEdges = new WeakMap<Vocabulary, Map<string, Edge[]>>();

function keptTokenEdges(token: Word, isLast: boolean, anyMarked: boolean, vocabulary: Vocabulary): Edge[] {
	let kept = tokenEdges.get(vocabulary);
	if (!kept || kept.size > MOST_KEPT) tokenEdges.set(vocabulary, (kept = new Map<string, Edge[]>()));
	const key = `${isLast ? 1 : 0}${anyMarked ? 1 : 0}${token.text}`;
	let edges = kept.get(key);
	if (!edges) kept.set(key, (edges = wholeTokenEdges(token, isLast, anyMarked, vocabulary)));
	return edges;
}

/** Edges of a word that stands at the beginning. */
function wholeTokenEdges(token: Word, isLast: boolean, anyMarked: boolean, vocabulary: Vocabulary): Edge[] {
	const to = token.text.length;
	const edges: Edge[] = [];
	const level = vocabulary.level(token.stem);
	const number = /\d/.test(token.bare);
	let asItIs = level === 0 ? 0 : level === 1 ? 1 : number ? 1 : isSyllable(token.bare) ? 2.2 : UNKNOWN;
	// Half a word at the end is a word still being typed.
	if (level > 0 && isLast && token.bare.length > 1 && vocabulary.beginsWord(token.stem))
		asItIs = Math.min(asItIs, 1.6);
	edges.push({ to, cost: asItIs, word: token, alike: false });
	if (!token.marked || /[fsxrjwaeod]/.test(token.text.slice(1))) {
		const decoded = withoutKeys(token.text);
		const keyed = decoded ? wordOf(decoded, 0.2) : undefined;
		if (keyed && (level > 0 || !isSyllable(token.bare)) && vocabulary.level(keyed.stem) < 2) {
			edges.push({
				to,
				cost: 0.5 + vocabulary.level(keyed.stem),
				word: { ...keyed, marked: true },
				alike: false
			});
		} else if (keyed && level === 2 && !isSyllable(token.bare)) {
			edges.push({ to, cost: 2.6, word: { ...keyed, marked: true }, alike: false });
		}
	}
	if (number) return edges;
	// A word that is known, the more one with its marks, is doubted only for a good reason.
	const doubt =
		(isFirm(token.stem) ? 2 : 0) +
		(level === 0 ? 1.6 : level === 1 ? 0.5 : 0) +
		(token.marked && isSyllable(token.bare) ? 0.9 : 0);
	for (const standard of standardOf(token)) {
		if (vocabulary.level(standard.stem) > 1) continue;
		edges.push({ to, cost: DIALECT, word: { ...standard, marked: token.marked, cost: 0.3 }, alike: true });
	}
	for (const { word, slip } of vocabulary.near(token.stem)) {
		const known = vocabulary.level(word);
		if (known > 1) continue;
		const near: Word = {
			text: word,
			bare: word,
			stem: oneI(word),
			shape: { letters: word, tone: 0 },
			marked: false,
			cost: slip
		};
		const shape = anyMarked ? sameTone(token, vocabulary.shapes(oneI(word))) : undefined;
		const alike = soundOf(token.stem) === soundOf(word) && (!anyMarked || shape !== undefined);
		if (alike && shape) Object.assign(near, { shape, marked: true });
		edges.push({
			to,
			cost: slip + doubt * (alike ? ALIKE_DOUBT : 1) + known * 0.7,
			word: near,
			alike
		});
	}
	return edges;
}
