/** The content areas and tasks a story can be given: those of the plan in force, and what this month still lacks. */
import { and, asc, desc, eq, gte, isNotNull, lt, lte, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { contentArea, plan, task } from '#plan/schema.server.ts';
import { dayOf, startOfDay } from '#platform/clock.ts';
import { read, type Transaction } from '#platform/db.server.ts';
import { story, storyContentArea } from './schema.server.ts';

export type AreaChoice = {
	key: string;
	marker: string;
	shortName: string;
	text: string;
	missingThisMonth: boolean;
};
export type TaskChoice = { id: number; no: number; title: string };

export async function choices(ctx: Ctx): Promise<{ areas: AreaChoice[]; tasks: TaskChoice[] }> {
	return read(ctx, async (tx) => {
		const planId = await planInForce(tx, ctx);
		if (planId === undefined) return { areas: [], tasks: [] };
		const month = dayOf(ctx.now).slice(0, 7);
		const told = await tx
			.selectDistinct({ key: storyContentArea.areaKey })
			.from(storyContentArea)
			.innerJoin(story, eq(story.id, storyContentArea.storyId))
			.where(
				and(
					gte(story.publishedAt, startOfDay(`${month}-01`)),
					lt(story.publishedAt, new Date(ctx.now.getTime() + 1000))
				)
			);
		const done = new Set(told.map(({ key }) => key));
		const areas = await tx
			.select({
				key: contentArea.key,
				marker: contentArea.marker,
				shortName: contentArea.shortName,
				text: contentArea.text
			})
			.from(contentArea)
			.where(eq(contentArea.planId, planId))
			.orderBy(asc(contentArea.ordinal));
		const tasks = await tx
			.select({ id: task.id, no: task.no, title: task.title })
			.from(task)
			.where(eq(task.planId, planId))
			.orderBy(asc(task.no));
		return { areas: areas.map((area) => ({ ...area, missingThisMonth: !done.has(area.key) })), tasks };
	});
}

/** The latest issued plan of this year (or the last one before) that no other issued plan has replaced. */
async function planInForce(tx: Transaction, ctx: Ctx): Promise<number | undefined> {
	const [found] = await tx
		.select({ id: plan.id })
		.from(plan)
		.where(
			and(
				isNotNull(plan.issuedAt),
				lte(plan.year, Number(dayOf(ctx.now).slice(0, 4))),
				sql`not exists (select from plan later where later.replaces_plan_id = ${plan.id} and later.issued_at is not null)`
			)
		)
		.orderBy(desc(plan.year), desc(plan.id))
		.limit(1);
	return found?.id;
}

/** Names of areas by key, from whatever plan knows them; the latest wins. */
export async function areaNames(tx: Transaction): Promise<Record<string, string>> {
	const rows = await tx
		.select({ key: contentArea.key, shortName: contentArea.shortName })
		.from(contentArea)
		.innerJoin(plan, eq(plan.id, contentArea.planId))
		.where(isNotNull(plan.issuedAt))
		.orderBy(asc(plan.year), asc(plan.id));
	return Object.fromEntries(rows.map(({ key, shortName }) => [key, shortName]));
}
