/** Where a procedure stands today and what is already known of its future, from its versions and the day alone. */
import type { Day } from '#platform/clock.ts';
import * as format from '#platform/format.ts';
import { standingOn } from './procedure.ts';

type Span = {
	effectiveFrom: Day;
	effectiveTo: Day | null;
	endKind: 'amended' | 'abolished' | 'replaced' | null;
	replacedBy: string[];
};

export type Outlook<V extends Span> = {
	/** What holds on the day. */
	current: V | undefined;
	/** What comes next, when it is known. */
	next: V | undefined;
	/** What held last, when nothing holds any more. */
	last: V | undefined;
	/** What a reader has to know about time; null when the text simply holds. */
	notice: Notice | null;
};
export type Notice = {
	kind: 'starts' | 'changes' | 'ends' | 'ended';
	/** The first day of the new state. */
	on: Day;
	how: 'abolished' | 'replaced' | null;
	replacedBy: string[];
};

export function outlookOf<V extends Span>(versions: V[], on: Day): Outlook<V> {
	const inOrder = versions.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
	const current = inOrder.find((one) => standingOn(one, on) === 'in_force');
	const next = inOrder.find((one) => standingOn(one, on) === 'upcoming');
	const last = current ? undefined : inOrder.findLast((one) => standingOn(one, on) === 'ended');
	return { current, next, last, notice: noticeOf(current, next, last) };
}

function noticeOf(current?: Span, next?: Span, last?: Span): Notice | null {
	const ending = (span: Span, kind: 'ends' | 'ended'): Notice => ({
		kind,
		on: span.effectiveTo!,
		how: span.endKind === 'replaced' || span.replacedBy.length > 0 ? 'replaced' : 'abolished',
		replacedBy: span.replacedBy
	});
	if (current) {
		if (current.effectiveTo === null) return null;
		if (next?.effectiveFrom === current.effectiveTo)
			return { kind: 'changes', on: next.effectiveFrom, how: null, replacedBy: [] };
		return ending(current, 'ends');
	}
	if (next) return { kind: 'starts', on: next.effectiveFrom, how: null, replacedBy: [] };
	return last ? ending(last, 'ended') : null;
}

/** A few words for a list; the colour goes with them. */
export function noticeBadge(notice: Notice): { label: string; tone: 'info' | 'warn' | 'bad' } {
	const day = format.date(notice.on);
	switch (notice.kind) {
		case 'starts':
			return { label: `Có hiệu lực từ ${day}`, tone: 'info' };
		case 'changes':
			return { label: `Thay đổi từ ${day}`, tone: 'warn' };
		case 'ends':
			return { label: `Hết hiệu lực từ ${day}`, tone: 'warn' };
		case 'ended':
			return { label: 'Đã hết hiệu lực', tone: 'bad' };
	}
}
