/**
 * The timeline of one procedure: which version says what from which day. Pure, so that what an import, a decision or an
 * edit does to it can be tried on any order of acts: on any day a procedure says one thing, or nothing.
 */
import type { Day } from '#platform/clock.ts';
import type { ChangeKind } from './procedure.ts';

/** A version as far as its days go; `text` is whatever the caller keeps with it. */
export type Span<T> = {
	/** Stored already; null: made by this act. */
	id: number | null;
	fingerprint: string;
	effectiveFrom: Day;
	effectiveTo: Day | null;
	endKind: 'amended' | 'abolished' | 'replaced' | null;
	replacedBy: string[];
	text: T;
};

export type Step<T> = {
	kind: ChangeKind;
	before: Span<T> | null;
	after: Span<T> | null;
	on: Day;
	replacedBy: string[];
};

export type Timeline<T> = {
	/** In order of days, none overlapping. */
	spans: Span<T>[];
	/** Rows that stay only because sheets were printed from them. */
	superseded: Span<T>[];
};

export type Blocked = 'not_in_force' | 'later_version' | 'ends_already';

const holds = (span: Pick<Span<unknown>, 'effectiveFrom' | 'effectiveTo'>, on: Day): boolean =>
	span.effectiveFrom <= on && (span.effectiveTo === null || on < span.effectiveTo);

/** Puts a text into force from a day. Undefined: it says so already. */
export function putText<T>(
	timeline: Timeline<T>,
	given: { fingerprint: string; text: T; from: Day; correction: boolean; kind?: ChangeKind | undefined }
): Step<T> | undefined {
	const { fingerprint, text, from } = given;
	const holding = timeline.spans.find((span) => holds(span, from));
	if (holding?.fingerprint === fingerprint) return undefined;
	const next = timeline.spans.find((span) => span.effectiveFrom > from);
	const span: Span<T> = {
		id: null,
		fingerprint,
		text,
		effectiveFrom: from,
		// What was known of the end of the text before holds for the text after.
		effectiveTo: holding ? holding.effectiveTo : (next?.effectiveFrom ?? null),
		endKind: holding ? holding.endKind : next ? 'amended' : null,
		replacedBy: holding?.replacedBy ?? []
	};
	const sameDay = holding?.effectiveFrom === from;
	if (holding && sameDay) {
		timeline.spans = timeline.spans.filter((one) => one !== holding);
		timeline.superseded.push(holding);
	} else if (holding) {
		holding.effectiveTo = from;
		holding.endKind = 'amended';
		holding.replacedBy = [];
	}
	timeline.spans = [...timeline.spans, span].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
	const kind = sameDay && given.correction ? 'corrected' : holding ? (given.kind ?? 'amended') : 'new';
	return { kind, before: holding ?? null, after: span, on: from, replacedBy: [] };
}

/**
 * Ends the text in force from a day on. An end that was announced but has not come moves, earlier or later. Undefined: it
 * ends so already.
 */
export function endOn<T>(
	timeline: Timeline<T>,
	given: { on: Day; how: 'abolished' | 'replaced'; replacedBy: string[]; today: Day }
): Step<T> | Blocked | undefined {
	const { on, how, replacedBy, today } = given;
	const last = timeline.spans.findLast((span) => span.effectiveFrom < on);
	if (!last) return 'not_in_force';
	const over = last.effectiveTo !== null && last.effectiveTo < on && last.effectiveTo <= today;
	if (over) return 'not_in_force';
	if (timeline.spans.some((span) => span.effectiveFrom >= on)) return 'later_version';
	if (last.effectiveTo === on) {
		const same = last.endKind === how && String(last.replacedBy) === String(replacedBy);
		return same ? undefined : 'ends_already';
	}
	last.effectiveTo = on;
	last.endKind = how;
	last.replacedBy = replacedBy;
	return { kind: how, before: last, after: null, on, replacedBy };
}
