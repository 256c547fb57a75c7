/** The ward's calendar of days off, kept by the office: every deadline of every room follows it. */
import type { Day } from '#platform/clock.ts';
import * as dayOff from '#platform/day-off.server.ts';
import type { DaysOffGiven, DecidedYearGiven } from '#platform/day-off-form.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import { refuseIfAny } from '#platform/refusal.ts';
import type { Ctx } from './actor.ts';
import * as policy from './policy.ts';

function changing<T>(ctx: Ctx, work: (tx: Transaction) => Promise<T>): Promise<T> {
	return transact(
		ctx,
		(tx) => {
			refuseIfAny(policy.refusals(ctx.actor, 'edit_days_off'));
			return work(tx);
		},
		dayOff.violations
	);
}

export const ofYear = (ctx: Ctx, year: number): Promise<dayOff.YearCalendar> =>
	read(ctx, (tx) => dayOff.yearCalendar(tx, year));

export const add = (ctx: Ctx, given: DaysOffGiven): Promise<Day[]> =>
	changing(ctx, (tx) => dayOff.add(tx, ctx, given));

export const remove = (ctx: Ctx, id: number): Promise<Day> =>
	changing(ctx, (tx) => dayOff.remove(tx, ctx, id));

export const confirmYear = (ctx: Ctx, given: DecidedYearGiven): Promise<void> =>
	changing(ctx, (tx) => dayOff.confirmYear(tx, ctx, given));

export const reopenYear = (ctx: Ctx, year: number): Promise<void> =>
	changing(ctx, (tx) => dayOff.reopenYear(tx, ctx, year));
