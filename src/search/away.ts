/** Where a question is mostly about a thing other offices do (lexicon/elsewhere.ts). */
import type { Lexicon } from './lexicon.ts';
import type { Word } from './reading.ts';
import { agreement, isSyllable } from './syllable.ts';

export type Place = { from: number; to: number };

/** So much of what was said must be the thing; beside more it is only mentioned. */
const MOSTLY = 0.5;

/** `weights`: how much each word says. */
export function awayIn(words: Word[], weights: number[], lexicon: Lexicon, anyMarked: boolean): Place[] {
	const found: Place[] = [];
	for (let from = 0; from < words.length; from++) {
		const phrase = lexicon.elsewhere.get(words[from]!.stem)?.find((row) =>
			row.every((wanted, place) => {
				const word = words[from + place];
				if (word?.stem !== wanted.stem) return false;
				const agreed = agreement(word.shape, word.stem, wanted.shape, anyMarked);
				return row.length === 1 && isSyllable(wanted.bare) ? agreed === 1 && anyMarked : agreed >= 0.75;
			})
		);
		if (!phrase) continue;
		found.push({ from, to: from + phrase.length });
		from += phrase.length - 1;
	}
	const sum = (of: number[]): number => of.reduce((all, weight) => all + weight, 0);
	const said = sum(found.map(({ from, to }) => sum(weights.slice(from, to))));
	return said >= MOSTLY * sum(weights) ? found : [];
}
