/** How much each word of a question says: a filler next to nothing, a little word little, why it is wanted less. */
import { fillers, littleWords } from './lexicon.ts';
import { typedWords, type Word } from './reading.ts';
import { agreement } from './syllable.ts';

/** A word of a phrase every question has. */
export const FILLER = 0.02;
/** A word that says no more than this tells nothing apart. */
export const LITTLE = 0.3;
/** Why it is wanted says less than what is wanted. */
const REASON = 0.4;

/** How much each word says. */
export function weightsOf(words: Word[], anyMarked: boolean): number[] {
	const weights = words.map((word) => {
		const little = littleWords.get(word.stem);
		if (!little) return 1;
		const same = little.words.some(
			(other) => agreement(word.shape, word.stem, other.shape, anyMarked) >= (word.marked ? 0.93 : 0.9)
		);
		// Without marks "can" may be "cần" or "căn".
		return same ? (word.marked || little.left > 0.1 ? little.left : Math.max(little.left, 0.12)) : 1;
	});
	for (let from = 0; from < words.length; from++) {
		const phrase = fillers.get(words[from]!.stem)?.find((row) =>
			row.every((wanted, place) => {
				const word = words[from + place];
				return (
					word?.stem === wanted.stem && agreement(word.shape, word.stem, wanted.shape, anyMarked) >= 0.65
				);
			})
		);
		if (!phrase) continue;
		for (let place = 0; place < phrase.length; place++) weights[from + place] = FILLER;
		from += phrase.length - 1;
	}
	// Nothing but fillers: then they are what is looked for.
	return weights.every((weight) => weight <= 0.12) ? weights.map(() => 1) : weights;
}

/** What a person gives as the reason (`vì …`, `để …`) counts less than what is wanted. */
export function lessenReasons(words: Word[], weights: number[], anyMarked: boolean): void {
	for (let at = reasonIn(words, weights, anyMarked); at < weights.length; at++) weights[at]! *= REASON;
}

const reasonWords = new Map(typedWords('vì để nhằm bởi do nộp').map((word) => [word.stem, word]));
/** After these it is no reason: a will leaves (để lại) land. */
const noReason = new Set(typedWords('lại đất nhà của').map((word) => word.stem));

const isAfter = (words: Word[], at: number): boolean =>
	words[at]!.text === 'sau' && ['khi', 'ly'].includes(words[at + 1]?.stem ?? '');

/** Where the reason begins that a person gives for what is wanted (`vì …`, `để …`); behind the end when none is given. */
function reasonIn(words: Word[], weights: number[], anyMarked: boolean): number {
	if (!anyMarked) return words.length;
	let telling = 0;
	for (let at = 0; at < words.length; at++) {
		const word = words[at]!;
		const begins = reasonWords.get(word.stem);
		if (
			(begins ?? isAfter(words, at)) &&
			telling >= 2 &&
			(!begins || agreement(word.shape, word.stem, begins.shape, true) === 1) &&
			!noReason.has(words[at + 1]?.stem ?? '')
		)
			return at;
		if (weights[at]! > LITTLE) telling++;
	}
	return words.length;
}
