/** Reminder ladder (nhắc hạn): the officer first, then the head, then the leader, each once per due date. */
import { workingDaysBetween, type Calendar } from '#platform/working-days.ts';
import type { Day } from '#platform/clock.ts';
import type { FeedbackSettings } from './settings.ts';

export const rungs = {
	officer: 'Người xử lý',
	head: 'Phụ trách đơn vị, Văn phòng',
	leader: 'Lãnh đạo'
} as const;
export type Rung = keyof typeof rungs;

/** The rungs whose day has come: so many working days before the due date, or after it when negative. */
export function rungsReached(
	dueOn: Day,
	today: Day,
	settings: Pick<FeedbackSettings, 'remindOfficer' | 'remindHead' | 'remindLeader'>,
	calendar: Calendar
): Rung[] {
	const left = workingDaysBetween(today, dueOn, calendar);
	const days: Record<Rung, number> = {
		officer: settings.remindOfficer,
		head: settings.remindHead,
		leader: settings.remindLeader
	};
	return (Object.keys(rungs) as Rung[]).filter((rung) => left <= days[rung]);
}

/** After so many working days without a reply the office decides whether to go on without it. */
export const REPLY_DAYS = 10;
