/** How a published story counts for the plan: its evidence lands on its task by itself, and leaves it again. */
import { eq } from 'drizzle-orm';
import { landEvidence, withdrawEvidence } from '#plan/evidence.server.ts';
import type { Ctx } from '#people/actor.ts';
import type { Transaction } from '#platform/db.server.ts';
import type { StoryRow } from './facts.server.ts';
import { storyRevision } from './schema.server.ts';
import { pathOf } from './story.ts';

/** The published version counts for the story's task, under its content areas, from its first publication on. */
export async function landOnTask(
	tx: Transaction,
	ctx: Ctx,
	row: StoryRow,
	formerTaskId = row.taskId
): Promise<void> {
	if (formerTaskId && formerTaskId !== row.taskId) {
		await withdrawEvidence(tx, ctx, {
			sourceKind: 'story',
			sourceId: row.id,
			reason: 'Bài được chuyển sang nhiệm vụ khác.'
		});
	}
	if (!row.taskId || !row.publishedRevisionId) return;
	const [shown] = await tx
		.select({ title: storyRevision.title, areas: storyRevision.areas })
		.from(storyRevision)
		.where(eq(storyRevision.id, row.publishedRevisionId));
	await landEvidence(tx, ctx, {
		taskId: row.taskId,
		contentAreaKeys: shown!.areas,
		channel: 'portal',
		title: shown!.title,
		url: pathOf(row.slug!),
		occurredAt: row.publishedAt!,
		sourceKind: 'story',
		sourceId: row.id
	});
}
