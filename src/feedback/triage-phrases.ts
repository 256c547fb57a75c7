/**
 * Finds groups of phrases in a text. Phrases are written with tones and found also where people type without; a word
 * that was typed with tones has to have the right ones. `|` parts phrases, `*` stands for up to three words between.
 * The time grows with the text and nothing else.
 */
import { foldText, placesOf } from '#platform/personal-data/folded-text.ts';

/**
 * Where a word of a group stands: in words from the beginning (`at`), and the writer's own words for it. A single word
 * typed without its tones ("bui", "lap") may be another: it is not `sure`.
 */
export type Hit<Group extends string> = {
	group: Group;
	at: number;
	length: number;
	said: string;
	sure: boolean;
};
/** In the order of the text, with how many words and letters it has. */
export type Spoken<Group extends string> = { hits: Hit<Group>[]; count: number; letters: number };

type Token = { bare: string; tone: string; start: number; end: number; sentence: number };
type Ending<Group> = { group: Group; tones: string[] };
type Node<Group> = { next: Map<string, Node<Group>>; gap?: Node<Group>; endings: Ending<Group>[] };

const nodeOf = <Group>(): Node<Group> => ({ next: new Map(), endings: [] });

/** Words between, for `*` in a phrase. */
const GAP = 3;

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** "Hoà" and "hòa" are one word, and so are those who say ngã for hỏi: quality of the vowels, then the tone. */
function toneOf(word: string): string {
	const open = word.normalize('NFD').toLowerCase();
	const tone = open.match(TONES)?.[0]?.replace('\u0309', '\u0303') ?? '';
	return oneI(open.replace(TONES, '')) + tone;
}
const plain = (tone: string): boolean => /^[a-z0-9]*$/.test(tone);
/** Kỹ and kĩ. */
const oneI = (word: string): string => word.replace(/^([hklmstv])y$/, '$1i');

function treeOf<Group extends string>(groups: Record<Group, string>): Node<Group> {
	const root = nodeOf<Group>();
	for (const [group, phrases] of Object.entries<string>(groups)) {
		for (const phrase of phrases.split('|')) {
			let node = root;
			const parts = phrase.trim().split(/\s+/);
			for (const part of parts) {
				if (part === '*') {
					node = node.gap ??= nodeOf<Group>();
					continue;
				}
				const bare = oneI(foldText(part).folded.replace(/[^a-z\d]/g, ''));
				const next = node.next.get(bare) ?? nodeOf<Group>();
				node.next.set(bare, next);
				node = next;
			}
			const tones = parts.filter((part) => part !== '*').map(toneOf);
			node.endings.push({ group: group as Group, tones });
		}
	}
	return root;
}

/** The finder of these groups. */
export function finderOf<Group extends string>(
	groups: Record<Group, string>
): (text: string) => Spoken<Group> {
	const root = treeOf(groups);
	return (original) => {
		const tokens = tokensOf(original);
		const typed = tokens.filter(({ bare }) => /^[a-z]{2,}$/.test(bare));
		/** The writer types tones, so a word without them is another word. */
		const toned = typed.filter(({ tone }) => !plain(tone)).length > typed.length * 0.2;
		const hits: Hit<Group>[] = [];
		for (let at = 0; at < tokens.length; at++) {
			const best = new Map<Group, Hit<Group>>();
			for (const { ending, path, end } of endingsFrom(root, tokens, at)) {
				const length = end - at;
				if ((best.get(ending.group)?.length ?? 0) >= length) continue;
				const fits = path.every((place, index) => saidAs(tokens[place]!.tone, ending.tones[index]!, toned));
				if (!fits) continue;
				const said = original.slice(tokens[at]!.start, tokens[end - 1]!.end);
				const sure = path.length > 1 || plain(ending.tones[0]!) || tokens[at]!.tone === ending.tones[0];
				best.set(ending.group, { group: ending.group, at, length, said, sure });
			}
			hits.push(...best.values());
		}
		return { hits, count: tokens.length, letters: typed.reduce((sum, { bare }) => sum + bare.length, 0) };
	};
}

const saidAs = (written: string, tone: string, toned: boolean): boolean =>
	written === tone || (plain(written) && (!toned || plain(tone)));

/** Every phrase of the tree that begins at a word, with the words it took. A phrase stays within its sentence. */
function* endingsFrom<Group>(
	root: Node<Group>,
	tokens: Token[],
	start: number
): Generator<{ ending: Ending<Group>; path: number[]; end: number }> {
	const open: { node: Node<Group>; at: number; path: number[] }[] = [{ node: root, at: start, path: [] }];
	for (let step = open.pop(); step; step = open.pop()) {
		const { node, at, path } = step;
		for (const ending of node.endings) yield { ending, path, end: at };
		const follow = (from: Node<Group>, place: number): void => {
			const token = tokens[place];
			const next = token?.sentence === tokens[start]!.sentence ? from.next.get(token.bare) : undefined;
			if (next) open.push({ node: next, at: place + 1, path: [...path, place] });
		};
		follow(node, at);
		if (node.gap) for (let over = 0; over <= GAP; over++) follow(node.gap, at + over);
	}
}

function tokensOf(original: string): Token[] {
	const text = foldText(original);
	const tokens: Token[] = [];
	let sentence = 0;
	for (const match of text.folded.matchAll(/[a-z\d]+%?|[.!?;\n]+/g)) {
		if (!/[a-z\d]/.test(match[0])) {
			// The dot in 5.000 or a.com ends nothing.
			if (match[0] !== '.' || /\s/.test(text.folded[match.index + 1] ?? ' ')) sentence++;
			continue;
		}
		const { start, end } = placesOf(text, match.index, match.index + match[0].length);
		tokens.push({
			bare: oneI(match[0]),
			tone: toneOf(original.slice(start, end)),
			start,
			end,
			sentence
		});
	}
	return tokens;
}
