/** The line of a unit: everything before it and after it that one became of the other, in order of time. */
type Linked = {
	id: number;
	name: string;
	validFrom: string | null;
	validTo: string | null;
	predecessorIds: number[];
	successorIds: number[];
};

export function lineOf<T extends Linked>(unit: T, all: T[]): T[] {
	const byId = new Map(all.map((one) => [one.id, one]));
	const found = new Map([[unit.id, unit]]);
	const follow = (from: T, next: (one: T) => number[]): void => {
		for (const id of next(from)) {
			const one = byId.get(id);
			if (!one || found.has(id)) continue;
			found.set(id, one);
			follow(one, next);
		}
	};
	follow(unit, (one) => one.predecessorIds);
	follow(unit, (one) => one.successorIds);
	return [...found.values()].sort(
		(a, b) => (a.validFrom ?? '').localeCompare(b.validFrom ?? '') || a.id - b.id
	);
}
