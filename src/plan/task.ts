/**
 * Task (nhiệm vụ của kế hoạch): what one unit has to bring about in a period, with a product and a measure
 * (for example 48 chuyên mục), and the evidence that it was done.
 *
 * A task recurs or not. Each time it falls due is an occurrence (kỳ); the measure is spread over the occurrences, so
 * that "48 tin, bài, hằng tháng" asks for four a month and the year's sum is 48, no more and no less.
 */
import { addDays, daysBetween, type Day } from '#platform/clock.ts';

export const recurrences = {
	none: 'Một lần',
	weekly: 'Hằng tuần',
	monthly: 'Hằng tháng',
	quarterly: 'Hằng quý',
	half_yearly: 'Sáu tháng một lần',
	yearly: 'Hằng năm',
	ongoing: 'Thường xuyên'
} as const;
export type Recurrence = keyof typeof recurrences;

export const taskStates = {
	planned: 'Chưa đến kỳ',
	in_progress: 'Đang thực hiện',
	due_soon: 'Sắp đến hạn',
	overdue: 'Chậm, quá hạn',
	done: 'Hoàn thành',
	waived: 'Không thực hiện'
} as const;
export type TaskState = keyof typeof taskStates;

/** How many days ahead a due day is called near. */
export const SOON_DAYS = 7;

export type Timing = {
	recurrence: Recurrence;
	measureCount: number | null;
	periodFrom: Day | null;
	periodTo: Day | null;
	deadlineOn: Day | null;
};

/** One time a task falls due: the days it covers, the day it ends on, and how much of the measure it asks for. */
export type Occurrence = { from: Day; due: Day; planned: number };

/** First and last day of a task; what the plan leaves open is the plan's year. */
export function spanOf(task: Timing, year: number): { from: Day; to: Day } {
	// A deadline before the end of the period is the end.
	const [to] = [task.deadlineOn, task.periodTo].filter((day) => day !== null).sort();
	const end = to ?? `${year}-12-31`;
	const start = task.periodFrom ?? `${year}-01-01`;
	return { from: start <= end ? start : end, to: end };
}

/**
 * All times the task falls due in its span. `ongoing` (thường xuyên) is followed by the month: a plan that says
 * "thường xuyên" names no number, and a month without anything is what an officer wants to see.
 */
export function occurrencesOf(task: Timing, year: number): Occurrence[] {
	const span = spanOf(task, year);
	const windows: { from: Day; due: Day }[] = [];
	let from = span.from;
	while (from <= span.to) {
		const end = windowEnd(from, task.recurrence, span.to);
		windows.push({ from, due: end });
		from = addDays(end, 1);
	}
	const total = task.measureCount ?? windows.length;
	const count = windows.length;
	return windows.map((window, at) => ({
		...window,
		planned: Math.floor(((at + 1) * total) / count) - Math.floor((at * total) / count)
	}));
}

/** The occurrences that fall due between two days (both included). */
export function occurrences(task: Timing, year: number, from: Day, to: Day): Occurrence[] {
	return occurrencesOf(task, year).filter(({ due }) => due >= from && due <= to);
}

function windowEnd(from: Day, recurrence: Recurrence, last: Day): Day {
	const end = naturalEnd(from, recurrence) ?? last;
	return end < last ? end : last;
}

/** Last day of the calendar week, month, quarter, half year or year a day lies in. */
function naturalEnd(day: Day, recurrence: Recurrence): Day | undefined {
	const year = Number(day.slice(0, 4));
	const month = Number(day.slice(5, 7));
	switch (recurrence) {
		case 'none':
			return undefined;
		case 'weekly': {
			const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
			return addDays(day, 6 - weekday);
		}
		case 'monthly':
		case 'ongoing':
			return monthEnd(year, month);
		case 'quarterly':
			return monthEnd(year, Math.ceil(month / 3) * 3);
		case 'half_yearly':
			return monthEnd(year, Math.ceil(month / 6) * 6);
		case 'yearly':
			return monthEnd(year, 12);
	}
}

export function monthEnd(year: number, month: number): Day {
	const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
	return addDays(next, -1);
}

/** How much evidence makes the task done. "Thường xuyên" without a number asks for at least one. */
export function requiredCount(task: Timing, year: number): number {
	if (task.measureCount !== null) return task.measureCount;
	return task.recurrence === 'ongoing' ? 1 : occurrencesOf(task, year).length;
}

export type Proof = { id: number; count: number; sourceKind: string; sourceId: string | null };

/** A story about two content areas is two rows of evidence and one product: each source counts once. */
export function productCount(proofs: Proof[]): number {
	const bySource = new Map<string, number>();
	for (const proof of proofs) {
		const key = proof.sourceId === null ? `row ${proof.id}` : `${proof.sourceKind} ${proof.sourceId}`;
		bySource.set(key, Math.max(bySource.get(key) ?? 0, proof.count));
	}
	return [...bySource.values()].reduce((sum, count) => sum + count, 0);
}

export type Closing = { kind: 'done' | 'waived' } | null;

export type Standing = {
	state: TaskState;
	required: number;
	done: number;
	/** What should have been there by today and is not. */
	behind: number;
	/** The product is there in full: only the closing is missing. */
	ready: boolean;
	/** Closed as done, but evidence was withdrawn since and the product is not there any more. */
	lacking: boolean;
	/** The next day something is due, or the last one when all are past. */
	nextDue: Day;
	daysLeft: number;
};

/** Where a task stands on a day. */
export function standingOf(task: Timing, year: number, done: number, closing: Closing, today: Day): Standing {
	const all = occurrencesOf(task, year);
	const required = requiredCount(task, year);
	const dueNow = all.filter(({ due }) => due < today).reduce((sum, { planned }) => sum + planned, 0);
	// "Thường xuyên" without a number is late only when its whole time has passed without anything.
	const countable = task.recurrence !== 'ongoing' || task.measureCount !== null;
	const span = spanOf(task, year);
	const owed = countable ? dueNow : span.to < today ? required : 0;
	const behind = Math.max(0, owed - done);
	let soFar = 0;
	const open = all.find((one) => {
		soFar += one.planned;
		return one.due >= today && (!countable || soFar > done);
	});
	const nextDue = open?.due ?? span.to;
	const daysLeft = daysBetween(today, nextDue);
	const ready = done >= required;
	const common = {
		required,
		done,
		behind,
		ready,
		nextDue,
		daysLeft,
		lacking: closing?.kind === 'done' && done < required
	};
	if (closing) return { ...common, state: closing.kind };
	if (behind > 0) return { ...common, state: 'overdue' };
	if (today < span.from && done === 0) return { ...common, state: 'planned' };
	if (!ready && open && daysLeft <= SOON_DAYS) return { ...common, state: 'due_soon' };
	return { ...common, state: 'in_progress' };
}
