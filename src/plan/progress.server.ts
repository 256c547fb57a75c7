/** The progress of a plan as one person may see it: coverage, timeliness, regularity, completion, and the rows behind. */
import { read } from '#platform/db.server.ts';
import { notFound } from '#platform/refusal.ts';
import { dayOf, type Day } from '#platform/clock.ts';
import type { Ctx } from '#people/actor.ts';
import { channels, type Channel } from './channel.ts';
import { pictureOf, planInForce, type AreaRow, type Picture, type TaskView } from './picture.server.ts';
import { maySeeTask } from './policy.ts';
import {
	completion,
	coverageByArea,
	coverageByChannel,
	monthsBetween,
	regularity,
	timeliness,
	UNNAMED,
	usualRule,
	type Completion,
	type CompletionRule,
	type Matrix,
	type ProgressTask,
	type Regularity,
	type Timeliness
} from './progress.ts';
import { evidenceByIds } from './tasks.server.ts';

export type Overview = {
	plan: Picture['plan'];
	areas: AreaRow[];
	tasks: TaskView[];
	today: Day;
	byArea: Matrix;
	byChannel: Matrix;
	completion: Completion;
	rule: CompletionRule;
	window: { from: Day; to: Day };
	timeliness: Timeliness;
	regularity: Regularity[];
	overdue: TaskView[];
};

export type Question = {
	planId?: number | undefined;
	from?: Day | undefined;
	to?: Day | undefined;
	rule?: Partial<CompletionRule>;
};

/** Everything counted for a plan (the one in force this year, when none is named). */
export async function overview(ctx: Ctx, question: Question = {}): Promise<Overview> {
	const picture = await visiblePicture(ctx, question.planId);
	const { year } = picture.plan;
	const { today } = picture;
	const window = { from: question.from ?? `${year}-01-01`, to: question.to ?? `${year}-12-31` };
	const rule = { ...usualRule, ...question.rule };
	const tasks = picture.tasks.map(asProgress);
	const months = monthsBetween(`${year}-01-01`, `${year}-12-31`);
	const used = new Set<string>(
		tasks.flatMap((one) => [...one.channels, ...one.proofs.map((proof) => proof.channel)])
	);
	const punctual = timeliness(tasks, year, today, window);
	return {
		plan: picture.plan,
		areas: picture.areas,
		tasks: picture.tasks,
		today,
		byArea: coverageByArea(
			tasks,
			year,
			picture.areas.map((area) => area.key),
			months,
			today
		),
		byChannel: coverageByChannel(
			tasks,
			year,
			Object.keys(channels).filter((channel) => used.has(channel)),
			months,
			today
		),
		completion: completion(tasks, year, window, today, rule),
		rule,
		window,
		timeliness: punctual,
		regularity: tasks.filter((one) => !one.waived).flatMap((one) => regularity(one, year, today) ?? []),
		overdue: picture.tasks
			.filter((one) => one.standing.state === 'overdue')
			.sort((a, b) => b.standing.behind - a.standing.behind || a.no - b.no)
	};
}

export type CellQuestion = {
	planId?: number | undefined;
	areaKey?: string | undefined;
	channel?: Channel | undefined;
	month?: string | undefined;
	taskId?: number | undefined;
	from?: Day | undefined;
	to?: Day | undefined;
};

/** The rows behind a figure: evidence of an area or channel in a month, and the tasks that asked for it. */
export async function behind(ctx: Ctx, question: CellQuestion) {
	const picture = await visiblePicture(ctx, question.planId);
	const { year } = picture.plan;
	const months = monthsBetween(`${year}-01-01`, `${year}-12-31`);
	const tasks = picture.tasks
		.filter((one) => question.taskId === undefined || one.id === question.taskId)
		.map(asProgress);
	const matrix =
		question.channel !== undefined
			? coverageByChannel(tasks, year, Object.keys(channels), months, picture.today)
			: coverageByArea(
					tasks,
					year,
					picture.areas.map((area) => area.key),
					months,
					picture.today
				);
	const wanted = question.channel ?? question.areaKey;
	const cells = matrix.rows
		.filter((row) => wanted === undefined || row.key === wanted)
		.flatMap((row) => row.cells)
		.filter((cell) => !question.month || cell.month === question.month);
	const proofIds = new Set(cells.flatMap((cell) => cell.proofIds));
	if (question.from || question.to) {
		const inside = new Set(
			tasks
				.flatMap((one) => one.proofs)
				.filter((proof) => proof.day >= (question.from ?? '') && proof.day <= (question.to ?? '9999'))
				.map((proof) => proof.id)
		);
		for (const id of proofIds) if (!inside.has(id)) proofIds.delete(id);
	}
	// A time narrower than the areas: a channel and an area together.
	if (question.channel !== undefined && question.areaKey !== undefined) {
		const inArea = new Set(
			tasks.flatMap((one) =>
				one.proofs
					.filter((proof) => (proof.contentAreaKey ?? UNNAMED) === question.areaKey)
					.map((proof) => proof.id)
			)
		);
		for (const id of proofIds) if (!inArea.has(id)) proofIds.delete(id);
	}
	const taskIds = new Set(cells.flatMap((cell) => cell.taskIds));
	return {
		plan: picture.plan,
		areas: picture.areas,
		tasks: picture.tasks.filter((one) => taskIds.has(one.id)),
		cells,
		evidence: await evidenceByIds(ctx, [...proofIds], picture.plan.id)
	};
}

async function visiblePicture(ctx: Ctx, planId?: number): Promise<Picture> {
	return read(ctx, async (tx) => {
		const id = planId ?? (await planInForce(tx, Number(dayOf(ctx.now).slice(0, 4))))?.id;
		if (id === undefined) throw notFound('kế hoạch đang thực hiện của năm nay');
		const picture = await pictureOf(tx, ctx, id);
		return { ...picture, tasks: picture.tasks.filter((one) => maySeeTask(ctx.actor, one.facts)) };
	});
}

export function asProgress(one: TaskView): ProgressTask {
	return {
		id: one.id,
		no: one.no,
		recurrence: one.recurrence,
		measureCount: one.measureCount,
		periodFrom: one.periodFrom,
		periodTo: one.periodTo,
		deadlineOn: one.deadlineOn,
		areaKeys: one.areas.map((area) => area.key),
		channels: one.channels,
		proofs: one.proofs,
		waived: one.closure?.kind === 'waived'
	};
}
