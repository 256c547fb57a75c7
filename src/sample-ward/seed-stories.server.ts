/** The sample stories, brought through the verbs at the moments they tell of; what lies ahead of the clock is left out. */
import type { Ctx } from '#people/actor.ts';
import { fromBlocks } from '#content/blocks.ts';
import * as publishing from '#content/publishing.server.ts';
import * as review from '#content/review.server.ts';
import * as stories from '#content/stories.server.ts';
import type { SampleActors } from './seed-people.server.ts';
import { stories as samples } from './stories.ts';
import type { Story } from './types.ts';

export async function seedStories(
	ctx: Ctx,
	actors: SampleActors,
	taskIds: Map<number, number>
): Promise<void> {
	const past = (moment: string | null): moment is string => moment !== null && new Date(moment) <= ctx.now;
	for (const sample of [...samples].sort((a, b) => a.createdAt.localeCompare(b.createdAt))) {
		if (past(sample.createdAt)) await tell(ctx, sample, actors, taskIds.get(sample.taskNo) ?? null, past);
	}
}

async function tell(
	ctx: Ctx,
	sample: Story,
	actors: SampleActors,
	taskId: number | null,
	past: (moment: string | null) => moment is string
): Promise<void> {
	const as = (key: string, at: string): Ctx => ({ ...ctx, actor: actors.get(key)!, now: new Date(at) });
	const author = (at: string): Ctx => as(sample.authorKey, at);
	const id = await stories.create(author(sample.createdAt), {
		title: sample.title,
		summary: sample.summary,
		body: fromBlocks(sample.body),
		areas: sample.contentAreas,
		audiences: sample.audiences,
		citedDocuments: sample.citedDocuments,
		cover: sample.cover,
		taskId
	});
	if (!past(sample.submittedAt)) return;
	await review.submit(author(sample.submittedAt), id);
	const { sentBack, approval, scheduledFor, publishedAt, withdrawal } = sample;
	if (sentBack && past(sentBack.at))
		return review.sendBack(as(sentBack.byKey, sentBack.at), id, sentBack.reason);
	if (!approval || !past(approval.at)) return;
	const approver = as(approval.byKey, approval.at);
	await review.approve(approver, id);
	const minute = publishedAt ?? scheduledFor;
	if (!minute) return;
	if (!past(minute)) return publishing.schedule(approver, id, new Date(minute));
	await publishing.publish({ ...approver, now: new Date(minute) }, id);
	if (withdrawal && past(withdrawal.at)) {
		await publishing.withdraw(as(withdrawal.byKey, withdrawal.at), id, {
			reason: withdrawal.reason,
			notice: withdrawal.publicNotice
		});
	}
}
