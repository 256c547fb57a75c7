/** The block of the start page: cases whose next step lies with me. */
import { and, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { dayOf, type Day } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { refusals } from './policy.ts';
import { feedbackCase } from './schema.server.ts';
import { visibleTo, waitsFor } from './seeing.server.ts';

export type Waiting = { many: number; late: number; soonest: Day | null };

/** Null for posts that have no part in feedback. */
export async function forMe(ctx: Ctx): Promise<Waiting | null> {
	if (refusals(ctx.actor, 'list').length > 0) return null;
	return read(ctx, async (tx) => {
		const rows = await tx
			.select({ dueOn: feedbackCase.dueOn })
			.from(feedbackCase)
			.where(and(visibleTo(ctx.actor), waitsFor(ctx.actor)))
			.orderBy(sql`${feedbackCase.dueOn} asc nulls last`);
		const today = dayOf(ctx.now);
		return {
			many: rows.length,
			late: rows.filter(({ dueOn }) => dueOn !== null && dueOn < today).length,
			soonest: rows.find(({ dueOn }) => dueOn !== null && dueOn >= today)?.dueOn ?? null
		};
	});
}
