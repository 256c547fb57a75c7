/** Trying out a due day: "received then, by which limit, due when?", counted by the same rules as the cases. */
import type { Ctx } from '#people/actor.ts';
import { dayOf, isDay } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { calendarOf } from '#platform/working-days.server.ts';
import type { Source } from './case.ts';
import { explained } from './due-words.ts';
import { dueOf } from './due.ts';
import { limitFor, type LimitStep } from './limits.ts';
import type { MessageClass } from './message-class.ts';
import { limitsIn, settingsIn } from './settings.server.ts';

export type Tried = {
	day: string;
	time: string;
	step: LimitStep;
	class: MessageClass | null;
	source: Source;
};

/** Null when it is no real moment, or one beyond what calendars reach. */
export async function tryOut(ctx: Ctx, tried: Tried): Promise<{ on: string; explained: string[] } | null> {
	if (!isDay(tried.day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(tried.time)) return null;
	if (tried.day < '2000-01-01' || tried.day > '2100-01-01') return null;
	const receivedAt = new Date(`${tried.day}T${tried.time}:00+07:00`);
	return read(ctx, async (tx) => {
		const limit = limitFor({ ...tried, on: dayOf(receivedAt) }, await limitsIn(tx));
		const due = dueOf(
			{
				step: tried.step === 'classify' || tried.step === 'forward' ? tried.step : 'answer',
				receivedAt,
				limit,
				cutoff: (await settingsIn(tx)).cutoff,
				pauses: [],
				extensionDays: 0,
				now: ctx.now
			},
			await calendarOf(tx)
		);
		return { on: due.on, explained: explained(due) };
	});
}
