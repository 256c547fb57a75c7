/** A due day in working days, as a board of duties says it: "còn 3 ngày làm việc", "quá hạn 1 ngày làm việc". */
import type { Day } from '#platform/clock.ts';
import * as format from '#platform/format.ts';
import { workingDaysBetween, type Calendar } from '#platform/working-days.ts';
import type { Tone } from '#platform/ui/StateBadge.svelte';

export type Due = { words: string; tone: Tone };

export function dueWords(dueOn: Day, today: Day, calendar: Calendar): Due {
	if (dueOn === today) return { words: 'hạn hôm nay', tone: 'warn' };
	if (dueOn < today) {
		const late = workingDaysBetween(dueOn, today, calendar);
		// Over since a day off only: late all the same.
		return { words: late > 0 ? `quá hạn ${format.number(late)} ngày làm việc` : 'đã quá hạn', tone: 'bad' };
	}
	const left = workingDaysBetween(today, dueOn, calendar);
	if (left === 0) return { words: 'đến hạn trong ngày nghỉ', tone: 'warn' };
	return { words: `còn ${format.number(left)} ngày làm việc`, tone: left <= 1 ? 'warn' : 'plain' };
}

/** When it was done: in time, or how late. */
export function doneWords(dueOn: Day, doneOn: Day, calendar: Calendar): Due {
	if (doneOn <= dueOn) return { words: 'đúng hạn', tone: 'good' };
	const late = Math.max(1, workingDaysBetween(dueOn, doneOn, calendar));
	return { words: `chậm ${format.number(late)} ngày làm việc`, tone: 'bad' };
}
