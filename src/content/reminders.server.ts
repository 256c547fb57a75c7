/** Public stories that want looking at: their review date has come, or what they say soon ends. */
import { and, asc, eq, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { addDays, dayOf } from '#platform/clock.ts';
import { read, transact } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { visibleTo } from './reading.server.ts';
import { story, storyRevision } from './schema.server.ts';

/** Told ahead, so that a successor can be written and approved. */
const EXPIRY_AHEAD_DAYS = 7;

export type DueStory = {
	id: number;
	title: string;
	authorPersonId: number;
	reviewBy: string | null;
	expiresOn: string | null;
};

/** Public stories whose review is due or that expire within a week. */
export async function dueForReview(ctx: Ctx): Promise<DueStory[]> {
	const today = dayOf(ctx.now);
	return read(ctx, (tx) =>
		tx
			.select({
				id: story.id,
				title: storyRevision.title,
				authorPersonId: story.authorPersonId,
				reviewBy: story.reviewBy,
				expiresOn: story.expiresOn
			})
			.from(story)
			.innerJoin(storyRevision, eq(storyRevision.id, story.publishedRevisionId))
			.where(
				and(
					visibleTo(ctx),
					or(lte(story.reviewBy, today), lte(story.expiresOn, addDays(today, EXPIRY_AHEAD_DAYS)))
				)
			)
			.orderBy(asc(sql`least(${story.reviewBy}, ${story.expiresOn})`), asc(story.id))
	);
}

/** Records a reminder once for each date that has come; the worker asks every hour. Returns how many. */
export async function remindDue(ctx: Ctx): Promise<number> {
	const today = dayOf(ctx.now);
	const expiryBy = addDays(today, EXPIRY_AHEAD_DAYS);
	return transact(ctx, async (tx) => {
		const reviewNew = and(
			lte(story.reviewBy, today),
			or(isNull(story.reviewRemindedFor), ne(story.reviewRemindedFor, story.reviewBy))
		);
		const expiryNew = and(
			lte(story.expiresOn, expiryBy),
			or(isNull(story.expiryRemindedFor), ne(story.expiryRemindedFor, story.expiresOn))
		);
		const due = await tx
			.select({ row: story, title: storyRevision.title })
			.from(story)
			.innerJoin(storyRevision, eq(storyRevision.id, story.publishedRevisionId))
			.where(and(isNotNull(story.publishedRevisionId), or(reviewNew, expiryNew)))
			.for('update', { of: story, skipLocked: true });
		for (const { row, title } of due) {
			const forReview =
				row.reviewBy !== null && row.reviewBy <= today && row.reviewBy !== row.reviewRemindedFor;
			await tx
				.update(story)
				.set({
					reviewRemindedFor: forReview ? row.reviewBy : row.reviewRemindedFor,
					expiryRemindedFor:
						row.expiresOn !== null && row.expiresOn <= expiryBy ? row.expiresOn : row.expiryRemindedFor
				})
				.where(eq(story.id, row.id));
			await record(tx, ctx, {
				act: 'story.review_due',
				subject: { kind: 'story', id: row.id },
				after: { title, reviewBy: row.reviewBy, expiresOn: row.expiresOn, authorPersonId: row.authorPersonId }
			});
		}
		return due.length;
	});
}
