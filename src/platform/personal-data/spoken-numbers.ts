/** Numbers written as they are said: "không chín một hai, ba bốn năm, sáu bảy tám". */
import type { FoldedText } from './folded-text.ts';
import { digitWords } from './number-words.ts';
import { kindOfDigits } from './numbers.ts';
import type { Finding } from './personal-data.ts';

type Digit = { from: number; to: number; value: string; word: boolean };

/** Fewer are a count ("hai ba người"), not a number of somebody. */
const FEWEST = 8;

export function spokenNumbersIn({ folded }: FoldedText): Finding[] {
	const found: Finding[] = [];
	let run: Digit[] = [];
	const close = (): void => {
		const words = run.filter(({ word }) => word).length;
		if (run.length >= FEWEST && words >= 4) found.push(...inRun(run, folded));
		// "o 9 o 1 2 3 4 5 6 7": the letter for the sign, one by one.
		else if (run.length >= 9 && words > 0)
			found.push(...inRun(run, folded).filter(({ kind }) => kind === 'phone'));
		run = [];
	};
	for (const match of folded.matchAll(/[a-z]+|\d+/g)) {
		const last = run.at(-1);
		const between = last ? folded.slice(last.to, Math.min(match.index, last.to + 4)) : '';
		if (last && (match.index - last.to > 3 || !/^[ ,./\-–]*$/.test(between))) close();
		const value = /\d/.test(match[0]) ? match[0] : digitWords[match[0]];
		if (value === undefined || value.length > 12) {
			close();
			continue;
		}
		const to = match.index + match[0].length;
		const word = !/\d/.test(match[0]);
		if (word) run.push({ from: match.index, to, value, word });
		// 09 tám hai: digits one by one, all at the place of their group.
		else for (const digit of value) run.push({ from: match.index, to, value: digit, word });
		if (run.length > 40) close();
	}
	close();
	return found;
}

/** A telephone or card number anywhere in the run: words before it may be part of the sentence ("số năm: không chín …"). */
function inRun(run: Digit[], folded: string): Finding[] {
	const value = run.map((digit) => digit.value).join('');
	for (const length of [12, 11, 10, 9, run.length]) {
		for (let first = 0; first + length <= run.length; first++) {
			const from = run[first]!.from;
			const to = run[first + length - 1]!.to;
			const kind = kindOfDigits(value.slice(first, first + length), {
				lead: folded.slice(Math.max(0, from - 60), from),
				next: folded.slice(to, to + 40),
				plus: false
			});
			if (kind) return [{ kind, from, to }];
		}
	}
	return [];
}
