/**
 * What a new message meets, read in one statement, because a hundred of them may come in a second: settings, limits and
 * calendar for its due day, and how many came before it from the same network or with the same words.
 */
import { sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { dayOf } from '#platform/clock.ts';
import { decisions } from '#platform/day-off-decisions.ts';
import type { Transaction } from '#platform/db.server.ts';
import { makeCalendar, type Calendar, type OwnDay } from '#platform/working-days.ts';
import type { Source } from './case.ts';
import { dueOf, type Due } from './due.ts';
import { limitFor, type Limit } from './limits.ts';
import { defaultSettings, type FeedbackSettings } from './settings.ts';

export type Marks = { addressMark: string | null; contentMark: string };
export type Circumstances = {
	settings: FeedbackSettings;
	limits: Limit[];
	calendar: Calendar;
	fromNetworkThisHour: number;
	sameTextToday: number;
	/** The same sending is here already. */
	cameBefore: boolean;
};

/** No more than this many are ever asked for (settings.ts). */
const MOST_COUNTED = 1000;

const given = sql.placeholder;
const asked = {
	settings: sql<FeedbackSettings | null>`(select settings from feedback_setting)`,
	limits: sql<
		Limit[] | null
	>`(select json_agg(json_build_object('step', step, 'class', class, 'source', source,
		'days', days, 'basis', basis, 'validFrom', valid_from, 'validTo', valid_to)) from feedback_limit)`,
	own: sql<OwnDay[] | null>`(select json_agg(json_build_object('date', date, 'kind', kind, 'reason', reason)
		order by date) from day_off)`,
	years: sql<number[] | null>`(select json_agg(year order by year) from day_off_year)`,
	near: sql<number>`(select count(*) from (select 1 from feedback_case where address_mark = ${given('addressMark')}
		and received_at > ${given('hourAgo')}::timestamptz limit ${sql.raw(String(MOST_COUNTED))}) near)`,
	same: sql<number>`(select count(*) from (select 1 from feedback_case where content_mark = ${given('contentMark')}
		and received_at > ${given('dayAgo')}::timestamptz limit 10) same)`,
	before: sql<boolean>`exists (select 1 from feedback_case where submission_key = ${given('submissionKey')})`
};

export async function circumstancesOf(
	tx: Transaction,
	ctx: Ctx,
	submissionKey: string,
	marks: Marks
): Promise<Circumstances> {
	const hourAgo = new Date(ctx.now.getTime() - 3_600_000).toISOString();
	const dayAgo = new Date(ctx.now.getTime() - 86_400_000).toISOString();
	// Named, so that each connection plans it once: planning costs more than the answer.
	const [found] = await tx
		.select(asked)
		.from(sql`(values (1)) as one`)
		.prepare('feedback_circumstances')
		.execute({ ...marks, submissionKey, hourAgo, dayAgo });
	if (!found) throw new Error('a select without a table gives one row');
	return {
		settings: { ...defaultSettings, ...found.settings },
		limits: found.limits ?? [],
		calendar: calendarWith(found.own ?? [], found.years ?? []),
		fromNetworkThisHour: found.near,
		sameTextToday: found.same,
		cameBefore: found.before
	};
}

let made: { of: string; calendar: Calendar } | undefined;

/** Drawing up a year costs more than a whole message does: the calendar is kept as long as its days are the same. */
function calendarWith(own: OwnDay[], settledYears: number[]): Calendar {
	const of = JSON.stringify([own, settledYears]);
	if (made?.of !== of) made = { of, calendar: makeCalendar({ decisions, own, settledYears }) };
	return made.calendar;
}

/** The first due day: to be classified. */
export function firstDue(ctx: Ctx, given: { receivedAt: Date; source: Source }, met: Circumstances): Due {
	return dueOf(
		{
			step: 'classify',
			receivedAt: given.receivedAt,
			limit: limitFor(
				{ step: 'classify', class: null, source: given.source, on: dayOf(given.receivedAt) },
				met.limits
			),
			cutoff: met.settings.cutoff,
			pauses: [],
			extensionDays: 0,
			now: ctx.now
		},
		met.calendar
	);
}
