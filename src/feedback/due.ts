/**
 * When something is due, with the whole way it was counted: from which day (after the hour or on a day off: the next
 * working day), how many working days by which rule, which days were skipped, what pauses and extensions added.
 */
import { dayOf, type Day } from '#platform/clock.ts';
import {
	addWorkingDays,
	receivedOn,
	workingDaysBetween,
	type Calendar,
	type Cutoff,
	type Skipped
} from '#platform/working-days.ts';
import type { Limit } from './limits.ts';

export type DueStep = 'classify' | 'forward' | 'answer';
export type Pause = { from: Date; to: Date | null };

export type Due = {
	step: DueStep;
	on: Day;
	/** The day from which is counted; it is not counted itself. */
	from: Day;
	/** Why that day, when it is not the day of receipt. */
	fromWhy: string;
	days: number;
	basis: string;
	pausedDays: number;
	extensionDays: number;
	skipped: Skipped[];
	/** Some year on the way has no decided days off yet ("dự kiến"). */
	tentative: boolean;
};

export type DueAsked = {
	step: DueStep;
	receivedAt: Date;
	limit: Pick<Limit, 'days' | 'basis'>;
	cutoff: Cutoff;
	pauses: readonly Pause[];
	extensionDays: number;
	/** Until when an open pause is counted. */
	now: Date;
};

/** Pauses add the working days that lie inside them: the day of asking counts as worked, the day of the reply as waited. */
export function dueOf(asked: DueAsked, calendar: Calendar): Due {
	const start = receivedOn(asked.receivedAt, asked.cutoff, calendar);
	const pausedDays = asked.pauses.reduce((sum, pause) => {
		const to = dayOf(pause.to ?? asked.now);
		const from = dayOf(pause.from) < start.date ? start.date : dayOf(pause.from);
		return sum + Math.max(0, workingDaysBetween(from, to, calendar));
	}, 0);
	const end = addWorkingDays(start.date, asked.limit.days + pausedDays + asked.extensionDays, calendar);
	return {
		step: asked.step,
		on: end.date,
		from: start.date,
		fromWhy: start.why,
		days: asked.limit.days,
		basis: asked.limit.basis,
		pausedDays,
		extensionDays: asked.extensionDays,
		skipped: [...start.skipped, ...end.skipped],
		tentative: end.tentative
	};
}

/** Was it done in time? On the last day is in time. */
export function inTime(dueOn: Day, doneAt: Date): boolean {
	return dayOf(doneAt) <= dueOn;
}
