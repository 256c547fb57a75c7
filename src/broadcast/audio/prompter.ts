/** Teleprompter (máy nhắc lời): a text rolls at so many syllables a minute, resting where a reader draws breath. */
import { readingTime } from '../episode.ts';

/** A word as it is shown; `weight` is its time in milliseconds at a speed. */
export type Sentence = { words: string[]; from: number; endsParagraph: boolean };

export const slowest = 100;
export const fastest = 320;
export const speedStep = 10;

export const boundSpeed = (speed: number): number =>
	Math.min(fastest, Math.max(slowest, Math.round(speed / speedStep) * speedStep));

/** Sentences with their words; `from` is the number of the first one. */
export function sentences(text: string): Sentence[] {
	const all: Sentence[] = [];
	let from = 0;
	for (const paragraph of text.split(/\n+/).map((part) => part.trim())) {
		if (!paragraph) continue;
		const parts = paragraph.split(/(?<=[.!?…])\s+/);
		for (const [at, part] of parts.entries()) {
			const words = part.split(/\s+/).filter(Boolean);
			all.push({ words, from, endsParagraph: at === parts.length - 1 });
			from += words.length;
		}
	}
	return all;
}

/**
 * The place after so many milliseconds more: word number with its part, so that a change of speed on the way moves
 * nothing. The end is the number of words.
 */
export function advance(words: readonly string[], place: number, ms: number, speed: number): number {
	let at = place;
	for (let left = ms; left > 0 && at < words.length;) {
		const word = Math.floor(at);
		const whole = readingTime(words[word]!, speed);
		const needed = whole * (1 - (at - word));
		if (needed > left) return at + (left / whole) * 1;
		left -= needed;
		at = word + 1;
	}
	return Math.min(at, words.length);
}

/** What is left to read from a place, in milliseconds. */
export function leftOf(words: readonly string[], place: number, speed: number): number {
	const word = Math.floor(place);
	if (word >= words.length) return 0;
	return (
		readingTime(words[word]!, speed) * (1 - (place - word)) +
		words.slice(word + 1).reduce((sum, next) => sum + readingTime(next, speed), 0)
	);
}
