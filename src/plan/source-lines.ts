/** Finds a piece of what was understood again in the document's text, so that a click shows its line. */
import { syllables } from './words.ts';

export type SourceLines = { lines: string[]; find: (phrase: string) => number | null };

/** Line numbers begin at 1. A phrase that runs over several lines is found where it begins. */
export function sourceLines(text: string): SourceLines {
	const lines = text.split(/\r\n|[\n\r\f]/);
	const all: string[] = [];
	const lineOf: number[] = [];
	for (const [at, line] of lines.entries()) {
		for (const syllable of syllables(line)) {
			all.push(syllable);
			lineOf.push(at + 1);
		}
	}
	const joined = ` ${all.join(' ')} `;
	/** Position in `joined` of each word, to come back from a place in the text to a word. */
	const starts: number[] = [];
	let place = 1;
	for (const word of all) {
		starts.push(place);
		place += word.length + 1;
	}
	const wordAt = (index: number): number => {
		let [low, high] = [0, starts.length - 1];
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if (starts[middle]! <= index) low = middle;
			else high = middle - 1;
		}
		return low;
	};
	return {
		lines,
		find: (phrase) => {
			const words = syllables(phrase);
			// The beginning is enough, and survives page numbers and footnotes further on.
			for (const length of [12, 8, 5, 3]) {
				const start = words.slice(0, length);
				if (start.length === 0 || (start.length < 3 && start.join('').length < 4)) break;
				const index = joined.indexOf(` ${start.join(' ')} `);
				if (index >= 0) return lineOf[wordAt(index + 1)]!;
				if (words.length <= length) continue;
			}
			return null;
		}
	};
}
