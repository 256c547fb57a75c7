/**
 * Texts a source cut off: collections keep so many letters of each field. One file tells by itself, when the longest
 * texts of a field all have exactly the same length.
 */
const SHORTEST_LIMIT = 100;
const ENOUGH = 3;

/** How many letters of this field the file kept; null when nothing was cut. */
export function limitOf(values: Iterable<string>): number | null {
	const byLength = new Map<number, Set<string>>();
	let longest = 0;
	for (const value of values) {
		longest = Math.max(longest, value.length);
		const same = byLength.get(value.length) ?? new Set<string>();
		byLength.set(value.length, same.add(value));
	}
	return longest >= SHORTEST_LIMIT && byLength.get(longest)!.size >= ENOUGH ? longest : null;
}

/** Cut at the limit of its field, or broken off where no sentence ends. */
export const isCut = (value: string, limit: number | null): boolean =>
	limit !== null && value.length === limit && !/[.;!?)”"]\s*$/u.test(value);

/** A sentence that stops in the middle, marked so that a reader sees that it does. */
export const marked = (text: string): string => (text === '' || text.endsWith('…') ? text : `${text}…`);
