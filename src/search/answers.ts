/**
 * Answers kept: what most people look for is what others looked for before. Kept by everything an answer depends on
 * (the edition of the index, the words, what it was narrowed to, the hour), so an older edition is never answered from;
 * what was longest not asked for makes room.
 */

/** Letters of all answers of this process together. */
const MOST = 24_000_000;

const kept = new Map<string, { answer: unknown; size: number }>();
/** Being worked out: who asks the same meanwhile waits for it. */
const running = new Map<string, Promise<unknown>>();
let letters = 0;

/** The same answer for the same key; `size`: how many letters it keeps. The answer belongs to many: it is only read. */
export function remembered<T>(key: string, workOut: () => Promise<{ answer: T; size: number }>): Promise<T> {
	const known = kept.get(key);
	if (known) {
		kept.delete(key);
		kept.set(key, known);
		return Promise.resolve(known.answer as T);
	}
	let same = running.get(key) as Promise<T> | undefined;
	if (!same) {
		same = workOut()
			.then(({ answer, size }) => {
				keep(key, answer, size + key.length);
				return answer;
			})
			.finally(() => running.delete(key));
		running.set(key, same);
	}
	return same;
}

function keep(key: string, answer: unknown, size: number): void {
	if (size > MOST / 10) return;
	kept.set(key, { answer, size });
	letters += size;
	for (const [oldest, { size: freed }] of kept) {
		if (letters <= MOST) break;
		kept.delete(oldest);
		letters -= freed;
	}
}
