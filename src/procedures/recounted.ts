/** What a due day says when the calendar of working days moved it: from which day to which, and why. */
import { addDays, type Day } from '#platform/clock.ts';
import { isWeekend } from '#platform/day-off-rules.ts';
import * as format from '#platform/format.ts';
import type { Calendar } from '#platform/working-days.ts';

/** So many days are named; Tết alone has five. */
const NAMED = 7;

/** Days of the term on which people rest although it is no weekend, or work although it is one. */
export function unusualDays(from: Day, to: Day, calendar: Calendar): { date: Day; why: string }[] {
	const found: { date: Day; why: string }[] = [];
	for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
		const { working, why } = calendar.on(date);
		if (working === isWeekend(date)) found.push({ date, why });
	}
	return found;
}

/** "Hạn niêm yết chuyển từ 19/06/2026 sang 23/06/2026. Lịch có: 18/06/2026 Nghỉ tránh bão." */
export function sayMoved(
	{ from, old, due }: { from: Day; old: Day; due: Day },
	calendar: Calendar,
	what = 'Hạn niêm yết'
): string {
	const unusual = unusualDays(from, old > due ? old : due, calendar);
	const named = unusual.slice(0, NAMED).map(({ date, why }) => `${format.date(date)} ${why}`);
	const rest = unusual.length > NAMED ? ` và ${format.number(unusual.length - NAMED)} ngày khác` : '';
	const why =
		named.length > 0 ? ` Lịch có: ${named.join('; ')}${rest}.` : ' Trong hạn không còn ngày nghỉ riêng nào.';
	return `${what} chuyển từ ${format.date(old)} sang ${format.date(due)}.${why}`;
}
