/**
 * The numbers of the sheets of one board. A procedure keeps its number as long as the board carries it or its sheet
 * hangs there; one that replaces another takes its number; every other takes the lowest that is free.
 */

export type Numbered = {
	procedureId: number;
	/** Procedures this one takes the place of. */
	replaces: number[];
};

/** `kept`: what was given before, oldest first. Returns the number of every procedure of `carried`, in its order. */
export function numbersOf(carried: Numbered[], kept: Map<number, number>): Map<number, number> {
	const wanted = new Map(carried.map((one) => [one.procedureId, one]));
	const held = new Map<number, number[]>();
	const given = new Map<number, number>();
	const related = (a: number, b: number): boolean =>
		Boolean(wanted.get(a)?.replaces.includes(b) || wanted.get(b)?.replaces.includes(a));
	const isFree = (no: number, procedureId: number): boolean =>
		(held.get(no) ?? []).every((other) => related(other, procedureId));
	const give = (procedureId: number, no: number): void => {
		given.set(procedureId, no);
		held.set(no, [...(held.get(no) ?? []), procedureId]);
	};
	for (const [procedureId, no] of kept)
		// A number that two have without one replacing the other (the decision was put off) stays with the older.
		if (wanted.has(procedureId) && isFree(no, procedureId)) give(procedureId, no);
	let next = 1;
	for (const { procedureId, replaces } of carried) {
		if (given.has(procedureId)) continue;
		const inherited = replaces
			.flatMap((one) => given.get(one) ?? kept.get(one) ?? [])
			.toSorted((a, b) => a - b)
			.find((no) => isFree(no, procedureId));
		if (inherited === undefined) while (held.has(next)) next++;
		give(procedureId, inherited ?? next);
	}
	return new Map(carried.map(({ procedureId }) => [procedureId, given.get(procedureId)!]));
}
