/**
 * Reading speed (tốc độ đọc) as it really is: syllables of the text over the length of its recording, pauses included.
 * The station's setting is a guess until enough was recorded.
 */
import { syllablesOf } from '../episode.ts';

export type Reading = { readerId: number | null; syllables: number; durationMs: number };
/** Syllables a minute, breath included, and of how many recordings. */
export type Learned = { speed: number; recordings: number };

/** A greeting tells nothing of how somebody reads; neither does a recording of something else. */
const SHORTEST_SYLLABLES = 15;
const SLOWEST = 80;
const FASTEST = 400;
/** Of so many recordings at least, and of the latest of them: voices change. */
const FEWEST = 3;
const LATEST = 20;

/** From the latest to the oldest; undefined while there is too little to tell. */
export function learnedFrom(readings: readonly Reading[]): Learned | undefined {
	const telling = readings
		.filter(({ syllables, durationMs }) => {
			const speed = (syllables / durationMs) * 60_000;
			return syllables >= SHORTEST_SYLLABLES && speed >= SLOWEST && speed <= FASTEST;
		})
		.slice(0, LATEST);
	if (telling.length < FEWEST) return undefined;
	const syllables = telling.reduce((sum, one) => sum + one.syllables, 0);
	const minutes = telling.reduce((sum, one) => sum + one.durationMs, 0) / 60_000;
	return { speed: Math.round(syllables / minutes), recordings: telling.length };
}

/** How long a text takes at a learned speed: that counts the breath already. */
export const lengthAt = (spoken: string, speed: number): number =>
	Math.round((syllablesOf(spoken) / speed) * 60_000);
