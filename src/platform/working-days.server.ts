/** The calendar of a ward: rules, known decisions, and the days the ward has written down itself. */
import type { Transaction } from './db.server.ts';
import { decisions } from './day-off-decisions.ts';
import { dayOff, dayOffYear } from './schema.server.ts';
import { makeCalendar, type Calendar } from './working-days.ts';

export async function calendarOf(tx: Transaction): Promise<Calendar> {
	const own = await tx.select({ date: dayOff.date, kind: dayOff.kind, reason: dayOff.reason }).from(dayOff);
	const years = await tx.select({ year: dayOffYear.year }).from(dayOffYear);
	return makeCalendar({ decisions, own, settledYears: years.map(({ year }) => year) });
}
