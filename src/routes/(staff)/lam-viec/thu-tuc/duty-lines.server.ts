/** Duties as lists show them: with their due day in words, and where each is done. */
import type { Duty } from '#procedures/duties.server.ts';
import { dayOf, type Day } from '#platform/clock.ts';
import type { Calendar } from '#platform/working-days.ts';
import { doneWords, dueWords, type Due } from './due.ts';

export type DutyLine = Duty & { due: Due; done: 'done' | 'late' | 'open' | 'overdue' | 'ahead' };

export function dutyLine(duty: Duty, today: Day, calendar: Calendar): DutyLine {
	const { doneAt, dueOn, fromOn } = duty;
	if (doneAt) {
		const doneOn = dayOf(doneAt);
		return { ...duty, due: doneWords(dueOn, doneOn, calendar), done: doneOn <= dueOn ? 'done' : 'late' };
	}
	const due = dueWords(dueOn, today, calendar);
	return { ...duty, due, done: dueOn < today ? 'overdue' : fromOn > today ? 'ahead' : 'open' };
}
