/**
 * Posting as evidence of the plan: a day on which boards were brought up to date counts once for the task of the issued
 * plan that orders it, when exactly one does.
 */
import { and, count, countDistinct, eq, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { landEvidence } from '#plan/evidence.server.ts';
import { planInForce } from '#plan/picture.server.ts';
import { contentArea, task, taskContentArea } from '#plan/schema.server.ts';
import { folded } from '#plan/words.ts';
import { startOfDay, type Day } from '#platform/clock.ts';
import type { Transaction } from '#platform/db.server.ts';
import * as format from '#platform/format.ts';
import { posting } from './schema.server.ts';

export async function landBoardEvidence(tx: Transaction, ctx: Ctx, day: Day): Promise<void> {
	const found = await boardTask(tx, Number(day.slice(0, 4)));
	if (!found) return;
	const [hung] = await tx
		.select({ sheets: count(), places: countDistinct(posting.placeId) })
		.from(posting)
		.where(eq(posting.postedOn, day));
	await landEvidence(tx, ctx, {
		taskId: found.id,
		contentAreaKeys: found.areaKeys,
		channel: 'notice_board',
		title: `Niêm yết ${format.number(hung!.sheets)} tờ thủ tục hành chính tại ${format.number(hung!.places)} nơi`,
		url: '/thu-tuc/thay-doi',
		occurredAt: startOfDay(day),
		sourceKind: 'posting',
		sourceId: day
	});
}

/** The task of the year's plan in force that orders procedures to be posted on boards; undefined unless it is one. */
async function boardTask(
	tx: Transaction,
	year: number
): Promise<{ id: number; areaKeys: string[] } | undefined> {
	const inForce = await planInForce(tx, year);
	if (!inForce) return undefined;
	const tasks = await tx
		.select({ id: task.id, title: task.title })
		.from(task)
		.where(and(eq(task.planId, inForce.id), sql`'notice_board' = any(${task.channels})`));
	const fitting = tasks.filter(({ title }) => {
		const words = folded(title);
		return words.includes('niem yet') && words.includes('thu tuc');
	});
	const [only] = fitting;
	if (!only || fitting.length > 1) return undefined;
	const areas = await tx
		.select({ key: contentArea.key })
		.from(taskContentArea)
		.innerJoin(contentArea, eq(contentArea.id, taskContentArea.contentAreaId))
		.where(eq(taskContentArea.taskId, only.id));
	return { id: only.id, areaKeys: areas.map(({ key }) => key) };
}
