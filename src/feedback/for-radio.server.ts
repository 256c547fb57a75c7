/** Published answers as the radio reads them out (NĐ 49/2024 Điều 8): the public copy, nothing else; newest first. */
import { and, desc, eq, isNotNull } from 'drizzle-orm';
import type { OfferedAnswer } from '#broadcast/filling.ts';
import type { Ctx } from '#people/actor.ts';
import { read } from '#platform/db.server.ts';
import { shown } from './published.server.ts';
import { feedbackAnswer, feedbackCase, feedbackPublication } from './schema.server.ts';

/** More than a station reads in half a year. */
const MOST = 60;

export async function answersForRadio(ctx: Ctx): Promise<OfferedAnswer[]> {
	return read(ctx, (tx) =>
		tx
			.select({
				slug: feedbackPublication.slug,
				title: feedbackPublication.title,
				question: feedbackPublication.question,
				answer: feedbackPublication.answer,
				answeredBy: feedbackAnswer.answeredBy
			})
			.from(feedbackPublication)
			.innerJoin(feedbackCase, eq(feedbackCase.id, feedbackPublication.caseId))
			.innerJoin(feedbackAnswer, eq(feedbackAnswer.id, feedbackPublication.answerId))
			.where(and(shown, isNotNull(feedbackPublication.publishedAt)))
			.orderBy(desc(feedbackPublication.publishedAt))
			.limit(MOST)
	);
}
