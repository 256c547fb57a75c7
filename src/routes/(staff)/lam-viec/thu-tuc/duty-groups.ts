/** Fifty sheets of one board are one errand: duties of a kind and place stand together, the most urgent first. */
import type { DutyLine } from './duty-lines.server.ts';

export type DutyGroup = {
	key: string;
	/** The most urgent of them. */
	first: DutyLine;
	duties: DutyLine[];
};

const rank: Record<DutyLine['done'], number> = { overdue: 0, open: 1, ahead: 2, late: 3, done: 3 };

export function grouped(duties: DutyLine[]): DutyGroup[] {
	const groups = new Map<string, DutyLine[]>();
	for (const duty of duties) {
		const { kind, placeId, changeSetId, done } = duty;
		// Story and radio tell of one set each; what is done is apart from what is left.
		const key = [kind, placeId ?? '', placeId === null ? changeSetId : '', Math.min(rank[done], 3)].join('-');
		groups.set(key, [...(groups.get(key) ?? []), duty]);
	}
	const urgency = (a: DutyLine, b: DutyLine): number =>
		rank[a.done] - rank[b.done] || (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.id - b.id);
	return [...groups]
		.map(([key, some]) => {
			const sorted = some.toSorted(urgency);
			return { key, first: sorted[0]!, duties: sorted };
		})
		.sort((a, b) => urgency(a.first, b.first));
}
