/**
 * A ward's own days off: reading and writing them inside the caller's transaction. Who may is asked by the room of
 * people (src/people/days-off.server.ts), since platform knows no roles.
 */
import { asc, between, eq } from 'drizzle-orm';
import { addDays, type Day } from './clock.ts';
import type { Scope } from './context.ts';
import { decisions, type YearDecision } from './day-off-decisions.ts';
import type { DaysOffGiven, DecidedYearGiven } from './day-off-form.ts';
import { isWeekend } from './day-off-rules.ts';
import type { Transaction, Violations } from './db.server.ts';
import { record } from './journal.server.ts';
import { notFound, Refusal } from './refusal.ts';
import { dayOff, dayOffYear } from './schema.server.ts';
import { calendarOf } from './working-days.server.ts';

export const violations: Violations = {
	day_off_once: {
		code: 'day_off.taken',
		status: 409,
		field: 'from',
		message: 'Ngày này đã được ghi trong lịch. Hãy bỏ dòng cũ trong danh sách rồi ghi lại.'
	},
	day_off_year_once: {
		code: 'day_off.year_taken',
		status: 409,
		message: 'Năm này đã được xác nhận. Hãy tải lại trang để xem.'
	}
};

/** One line of a year's calendar: a weekday without work, or a weekend day with it. */
export type CalendarLine = {
	date: Day;
	working: boolean;
	why: string;
	/** Whose word it is. */
	from: 'rule' | 'decision' | 'ward';
	/** Of the ward's own line. */
	ownId: number | null;
	document: string;
};

export type YearCalendar = {
	year: number;
	/** Built in, confirmed by the ward, or not decided yet. */
	standing: 'decided' | 'confirmed' | 'tentative';
	decision: YearDecision | null;
	confirmed: { document: string; recordedAt: Date } | null;
	lines: CalendarLine[];
};

export async function yearCalendar(tx: Transaction, year: number): Promise<YearCalendar> {
	const [first, last] = [`${year}-01-01`, `${year}-12-31`];
	const calendar = await calendarOf(tx);
	const rows = await tx
		.select()
		.from(dayOff)
		.where(between(dayOff.date, first, last))
		.orderBy(asc(dayOff.date));
	const own = new Map(rows.map((row) => [row.date, row]));
	const [confirmed] = await tx.select().from(dayOffYear).where(eq(dayOffYear.year, year));
	const decision = decisions.find((one) => one.year === year) ?? null;
	const lines: CalendarLine[] = [];
	for (let date = first; date <= last; date = addDays(date, 1)) {
		const state = calendar.on(date);
		const mine = own.get(date);
		if (!mine && state.working !== isWeekend(date)) continue;
		lines.push({
			date,
			working: state.working,
			why: mine?.reason ?? state.why,
			from: mine ? 'ward' : decision ? 'decision' : 'rule',
			ownId: mine?.id ?? null,
			document: mine?.document ?? ''
		});
	}
	return {
		year,
		standing: confirmed ? 'confirmed' : decision ? 'decided' : 'tentative',
		decision,
		confirmed: confirmed ? { document: confirmed.document, recordedAt: confirmed.recordedAt } : null,
		lines
	};
}

/** Writes down the days of the run that this changes; a day that is so already is passed over. */
export async function add(tx: Transaction, scope: Scope, given: DaysOffGiven): Promise<Day[]> {
	const calendar = await calendarOf(tx);
	const changed: Day[] = [];
	for (let date = given.from; date <= given.to; date = addDays(date, 1)) {
		if (calendar.on(date).working !== (given.kind === 'working')) changed.push(date);
	}
	if (changed.length === 0) {
		const one = given.from === given.to ? 'Ngày này' : 'Các ngày này';
		throw new Refusal({
			code: 'day_off.no_change',
			field: 'from',
			message:
				given.kind === 'off'
					? `${one} vốn đã là ngày nghỉ trong lịch. Hãy xem lại ngày, hoặc không cần ghi thêm.`
					: `${one} vốn đã là ngày làm việc trong lịch. Hãy xem lại ngày, hoặc không cần ghi thêm.`
		});
	}
	const { kind, reason, document } = given;
	await tx.insert(dayOff).values(
		changed.map((date) => ({
			date,
			kind,
			reason,
			document,
			recordedAt: scope.now,
			recordedByPersonId: scope.actor.kind === 'person' ? scope.actor.personId : null
		}))
	);
	await record(tx, scope, {
		act: 'day_off.added',
		subject: { kind: 'day_off', id: changed[0]! },
		after: { kind, reason, document, dates: changed }
	});
	return changed;
}

export async function remove(tx: Transaction, scope: Scope, id: number): Promise<Day> {
	const [row] = await tx.delete(dayOff).where(eq(dayOff.id, id)).returning();
	if (!row) throw notFound('ngày này trong lịch của phường');
	await record(tx, scope, {
		act: 'day_off.removed',
		subject: { kind: 'day_off', id: row.date },
		before: { kind: row.kind, reason: row.reason, document: row.document }
	});
	return row.date;
}

/** Somebody compared the year with its decision: its dates are no longer tentative. */
export async function confirmYear(tx: Transaction, scope: Scope, given: DecidedYearGiven): Promise<void> {
	await tx.insert(dayOffYear).values({
		...given,
		recordedAt: scope.now,
		recordedByPersonId: scope.actor.kind === 'person' ? scope.actor.personId : null
	});
	await record(tx, scope, {
		act: 'day_off.year_confirmed',
		subject: { kind: 'day_off_year', id: given.year },
		after: { document: given.document }
	});
}

export async function reopenYear(tx: Transaction, scope: Scope, year: number): Promise<void> {
	const [row] = await tx.delete(dayOffYear).where(eq(dayOffYear.year, year)).returning();
	if (!row) throw notFound('năm này trong các năm đã xác nhận');
	await record(tx, scope, {
		act: 'day_off.year_reopened',
		subject: { kind: 'day_off_year', id: year },
		before: { document: row.document }
	});
}
