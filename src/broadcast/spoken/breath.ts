/**
 * Breath (ngắt hơi): a spoken text in the pieces a reader says on one breath. Only marks are added, at stops, commas and
 * before words that join; no word is lost, moved or changed.
 */
export type Breath = { text: string; pause: 'short' | 'long' | 'none' };

/** More tiếng than that nobody says on one breath. */
export const LONGEST_BREATH = 25;
/** A piece shorter than that would be chopped. */
const SHORTEST = 5;

const stop = /[.!?;:…]["”’)]*$/u;
const joining =
	/^(?:và|hoặc|nhưng|mà|để|khi|nếu|vì|do|nên|trong đó|cùng với|đồng thời|theo|tại|từ|đến|với|bằng|nhằm|sau khi|trước khi|kể từ|qua|của|cho|được|phải|là|thì)$/iu;

const pauseAfter = (word: string): Breath['pause'] =>
	stop.test(word) ? 'long' : /,["”’)]*$/u.test(word) ? 'short' : 'none';

/** The pieces of one line, in order; their texts joined by blanks are its words. */
function ofLine(line: string): Breath[] {
	const words = line.split(/\s+/).filter(Boolean);
	const pieces: Breath[] = [];
	let sentence: string[] = [];
	words.forEach((word, at) => {
		sentence.push(word);
		if (pauseAfter(word) !== 'long' && at < words.length - 1) return;
		const parts = split(sentence);
		parts.forEach((part, of) =>
			pieces.push({ text: part.join(' '), pause: of < parts.length - 1 ? 'short' : 'long' })
		);
		sentence = [];
	});
	return pieces;
}

/** As few pieces as possible, each within a breath where there is any place to breathe, as even as can be. */
function split(words: string[]): string[][] {
	if (words.length <= LONGEST_BREATH) return [words];
	const places = words.flatMap((word, at) => {
		const after = at + 1;
		if (after < SHORTEST || words.length - after < SHORTEST) return [];
		if (pauseAfter(word) === 'short') return [{ after, cost: 0 }];
		const isJoint =
			joining.test(words[after]!) || joining.test(`${words[after]!} ${words[after + 1] ?? ''}`.trim());
		return isJoint && !joining.test(word) ? [{ after, cost: 6 }] : [];
	});
	const half = words.length / 2;
	const best = places.toSorted(
		(a, b) => a.cost + Math.abs(a.after - half) - (b.cost + Math.abs(b.after - half))
	)[0];
	if (!best) return [words];
	return [...split(words.slice(0, best.after)), ...split(words.slice(best.after))];
}

/** Pieces of every line that has words. */
export const breaths = (spoken: string): Breath[][] =>
	spoken
		.split('\n')
		.map(ofLine)
		.filter((pieces) => pieces.length > 0);
