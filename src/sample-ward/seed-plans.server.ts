/** The sample plans: last history issued as it was then, this year's plan issued in January, and what was done by hand. */
import type { Ctx } from '#people/actor.ts';
import * as evidenceByHand from '#plan/evidence-by-hand.server.ts';
import * as drafts from '#plan/plan-drafts.server.ts';
import * as issuing from '#plan/plan-issue.server.ts';
import * as plans from '#plan/plans.server.ts';
import * as closing from '#plan/task-closing.server.ts';
import * as tasks from '#plan/tasks.server.ts';
import { parseMoment } from '#platform/clock.ts';
import { evidence } from './evidence.ts';
import { plan2023, results2023 } from './plan-2023.ts';
import { plan2026, planDocumentText } from './plan-2026.ts';
import type { SampleActors, SampleUnits } from './seed-people.server.ts';
import type { Plan, Task } from './types.ts';

export type TaskIds = Map<number, number>;

/** Drafts and issues one plan on its day; returns its tasks by their number. */
async function seedPlan(
	ctx: Ctx,
	plan: Plan,
	units: SampleUnits,
	actors: SampleActors,
	sourceText?: string
): Promise<TaskIds> {
	const office: Ctx = { ...ctx, actor: actors.get('van-phong')!, now: parseMoment(plan.date) };
	const planId = await drafts.draft(office, {
		year: plan.year,
		title: plan.title,
		superior: plan.superior,
		issuer: plan.issuer,
		symbol: plan.symbol,
		place: plan.place,
		signer: plan.signer.name,
		signerTitle: plan.signer.title,
		signerAuthority: plan.signer.authority,
		areas: plan.contentAreas.map(({ key, marker, shortName, text }) => ({ key, marker, shortName, text })),
		tasks: plan.tasks.map((task) => taskRow(task, units)),
		recipients: plan.recipients,
		...(sourceText ? { sourceText } : {})
	});
	await issuing.issue({ ...office, actor: actors.get('chu-tich')! }, planId, {
		number: plan.number,
		issuedOn: plan.date
	});
	const { tasks } = await plans.byId(office, planId);
	return new Map(tasks.map((task) => [task.no, task.id]));
}

function taskRow(task: Task, units: SampleUnits) {
	return {
		no: task.no,
		title: task.title,
		product: task.product,
		measureCount: task.measure.count,
		measureUnit: task.measure.unit,
		contentAreaKeys: task.contentAreas,
		leadUnitId: units.get(task.leadUnitKey) ?? null,
		leadText: null,
		cooperatingUnitIds: task.cooperatingUnitKeys.flatMap((key) => units.get(key) ?? []),
		cooperatingText: null,
		recurrence: task.recurrence,
		periodFrom: task.period.from,
		periodTo: task.period.to,
		deadlineOn: task.deadline.date,
		deadlineText: task.deadline.words,
		channels: task.channels,
		budgetAmount: task.budget,
		budgetLine: task.budget ? 'Dự toán mẫu của kế hoạch' : null
	};
}

export async function seedPlans(ctx: Ctx, units: SampleUnits, actors: SampleActors): Promise<TaskIds> {
	const before = await seedPlan(ctx, plan2023, units, actors);
	for (const result of results2023) {
		await note(ctx, before.get(result.taskNo)!, actors, {
			by: 'van-phong',
			title: `Kết quả cả năm: ${result.note}`,
			occurredAt: `${result.finishedOn}T16:00:00+07:00`,
			areas: [],
			channel: 'other',
			count: result.doneCount,
			note: 'Theo hồ sơ lưu của Văn phòng.'
		});
	}
	return seedPlan(ctx, plan2026, units, actors, planDocumentText);
}

/** Whose product is there in full is reported done by the office, as it would be at the end of a month. */
export async function closeFinished(ctx: Ctx, actors: SampleActors): Promise<void> {
	const office: Ctx = { ...ctx, actor: actors.get('van-phong')! };
	for (const { id } of await plans.list(office)) {
		const found = await tasks.list(office, {}, id);
		for (const task of found?.tasks ?? []) {
			if (task.standing.ready && !task.closure) await closing.markDone(office, task.id, {});
		}
	}
}

export async function seedEvidence(ctx: Ctx, taskIds: TaskIds, actors: SampleActors): Promise<void> {
	for (const one of evidence) {
		if (new Date(one.occurredAt) > ctx.now) continue;
		await note(ctx, taskIds.get(one.taskNo)!, actors, {
			by: one.notedByKey,
			title: one.title,
			occurredAt: one.occurredAt,
			areas: one.contentAreas,
			channel: one.channel,
			count: one.progress,
			note: one.note || 'Hồ sơ giấy lưu tại bộ phận thực hiện (dữ liệu mẫu).',
			...(one.count ? { quantity: one.count.value, quantityUnit: one.count.unit } : {})
		});
	}
}

type Note = {
	by: string;
	title: string;
	occurredAt: string;
	areas: string[];
	channel: Task['channels'][number];
	count: number;
	note: string;
	quantity?: number;
	quantityUnit?: string;
};

async function note(ctx: Ctx, taskId: number, actors: SampleActors, given: Note): Promise<void> {
	await evidenceByHand.add(
		{ ...ctx, actor: actors.get(given.by)!, now: new Date(given.occurredAt) },
		taskId,
		{
			title: given.title,
			channel: given.channel,
			contentAreaKeys: given.areas,
			occurredOn: given.occurredAt.slice(0, 10),
			url: null,
			count: given.count,
			quantity: given.quantity ?? null,
			quantityUnit: given.quantityUnit ?? null,
			note: given.note
		}
	);
}
