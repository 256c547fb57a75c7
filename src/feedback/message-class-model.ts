/**
 * Likeness of a message to the examples of each class, by its words, its pairs of words and the groups of phrases in it
 * (naive Bayes). It speaks where the phrases of message-class-words.ts say little; the examples are its whole knowledge.
 */
import { foldText } from '#platform/personal-data/folded-text.ts';
import { examples } from './message-class-examples.ts';
import { voices } from './message-class-voices.ts';
import type { MessageClass } from './message-class.ts';
import type { Spoken } from './triage-phrases.ts';

/** A phrase group weighs as much as so many words. */
const GROUP = 3;
/** What a word never seen in a class is still worth. */
const UNSEEN = 0.1;
const MOST_WORDS = 400;

export type Likeness = {
	/** Logarithms: higher is more alike; only differences mean something. */
	of: Record<MessageClass, number>;
	/** The share of the text's words that any example has. */
	known: number;
	/** The words of the text that speak most for a class, as they were written. */
	telling: (kind: MessageClass) => string | undefined;
};

type Features = Map<string, number>;
type Model = {
	counts: Record<MessageClass, Features>;
	totals: Record<MessageClass, number>;
	vocabulary: number;
};
type Read = (text: string) => Spoken<string>;

let model: Model | undefined;

export function likenessToExamples(text: string, spoken: Spoken<string>, read: Read): Likeness {
	const known = (model ??= learned(read));
	const features = featuresOf(text, spoken);
	let size = 0;
	for (const value of features.values()) size += value;
	const kinds = Object.keys(examples) as MessageClass[];
	const worth = (word: string, kind: MessageClass): number =>
		Math.log(
			((known.counts[kind].get(word) ?? 0) + UNSEEN) / (known.totals[kind] + UNSEEN * known.vocabulary)
		);
	const of = Object.fromEntries(
		kinds.map((kind) => {
			let sum = 0;
			for (const [word, value] of features) sum += Math.min(value, 3) * worth(word, kind);
			return [kind, sum / Math.sqrt(Math.max(1, size))];
		})
	) as Record<MessageClass, number>;
	const single = [...features.keys()].filter((word) => /^[a-z]+$/.test(word));
	const met = single.filter((word) => kinds.some((kind) => known.counts[kind].has(word))).length;
	return { of, known: met / Math.max(1, single.length), telling };

	function telling(kind: MessageClass): string | undefined {
		let best: { word: string; ratio: number } | undefined;
		for (const word of features.keys()) {
			if (!/^[a-z]{2,}(?: [a-z]{2,})?$/.test(word) || !known.counts[kind].has(word)) continue;
			const others = kinds.reduce((sum, other) => sum + (other === kind ? 0 : worth(word, other)), 0);
			const ratio = worth(word, kind) - others / (kinds.length - 1) + (word.includes(' ') ? 1 : 0);
			if (!best || ratio > best.ratio) best = { word, ratio };
		}
		return best && written(text, best.word);
	}
}

function learned(read: Read): Model {
	const kinds = Object.entries(examples).map(
		([kind, lines]) => [kind, `${lines}\n${voices[kind as MessageClass]}`] as [MessageClass, string]
	);
	const counts = {} as Model['counts'];
	const totals = {} as Model['totals'];
	const vocabulary = new Set<string>();
	for (const [kind, lines] of kinds) {
		counts[kind] = new Map();
		totals[kind] = 0;
		for (const line of lines.split('\n')) {
			for (const [word, value] of featuresOf(line, read(line))) {
				counts[kind].set(word, (counts[kind].get(word) ?? 0) + value);
				totals[kind] += value;
				vocabulary.add(word);
			}
		}
	}
	return { counts, totals, vocabulary: vocabulary.size };
}

function featuresOf(text: string, { hits }: Spoken<string>): Features {
	const features: Features = new Map();
	const add = (word: string, value: number) => features.set(word, (features.get(word) ?? 0) + value);
	const words = (foldText(text).folded.match(/[a-z]+/g) ?? []).slice(0, MOST_WORDS);
	for (const [at, word] of words.entries()) {
		add(word, 1);
		if (at > 0) add(`${words[at - 1]} ${word}`, 1);
	}
	const seen = new Set<string>();
	for (const { group, sure } of hits) {
		if (seen.has(group)) continue;
		seen.add(group);
		add(`#${group}`, sure ? GROUP : GROUP / 2);
	}
	if (/[?？]/.test(text)) add('?', 1);
	return features;
}

/** The folded words as they stand in the text. */
function written(text: string, words: string): string | undefined {
	const { folded, at, ends, original } = foldText(text);
	const match = new RegExp(`(?<![a-z])${words.replace(' ', '[^a-z]+')}(?![a-z])`).exec(folded);
	return match ? original.slice(at[match.index], ends[match.index + match[0].length - 1]) : undefined;
}
