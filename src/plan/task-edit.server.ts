/** Tasks of a draft: made, corrected, dropped, merged. In an issued plan they are frozen. */
import { and, asc, eq, inArray, max, sql } from 'drizzle-orm';
import { transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import type { Ctx } from '#people/actor.ts';
import { unit } from '#people/schema.server.ts';
import { planFactsOf } from './picture.server.ts';
import { changedMeanwhile, correctable, lockedPlan } from './plan-drafts.server.ts';
import { planRefusals } from './policy.ts';
import { contentArea, evidence, task, taskContentArea, taskUnit, violations } from './schema.server.ts';
import type { TaskInput } from './task-form.ts';

export type NewTask = Omit<TaskInput, 'no'> & {
	no?: number | null | undefined;
	sourceLine?: number | null;
	doubts?: string[];
	lineageId?: number;
};

/** Adds a task to a draft; without a number it goes to the end. */
export async function create(ctx: Ctx, planId: number, given: NewTask): Promise<number> {
	return transact(
		ctx,
		async (tx) => {
			await correctable(tx, ctx, planId);
			const taskId = await insertTask(tx, ctx, planId, given);
			await record(tx, ctx, {
				act: 'task.created',
				subject: { kind: 'task', id: taskId },
				after: { ...given, planId }
			});
			return taskId;
		},
		violations
	);
}

export async function update(ctx: Ctx, taskId: number, lockVersion: number, given: TaskInput): Promise<void> {
	await transact(
		ctx,
		async (tx) => {
			const before = await taskOfDraft(tx, ctx, taskId);
			const { contentAreaKeys: _areas, cooperatingUnitIds: _units, no, ...values } = given;
			const links = await linksFor(tx, before.planId, given);
			const [row] = await tx
				.update(task)
				// The officer has looked at it: what was doubtful is settled.
				.set({ ...values, no: no ?? before.no, doubts: [], lockVersion: sql`${task.lockVersion} + 1` })
				.where(and(eq(task.id, taskId), eq(task.lockVersion, lockVersion)))
				.returning({ id: task.id });
			if (!row) throw changedMeanwhile();
			await setLinks(tx, taskId, links);
			await record(tx, ctx, {
				act: 'task.corrected',
				subject: { kind: 'task', id: taskId },
				before: {
					title: before.title,
					measureCount: before.measureCount,
					leadUnitId: before.leadUnitId,
					deadlineOn: before.deadlineOn
				},
				after: given
			});
		},
		violations
	);
}

/** The proposal is right as it is: what was doubtful is settled. */
export async function keep(ctx: Ctx, taskId: number): Promise<void> {
	await transact(ctx, async (tx) => {
		const before = await taskOfDraft(tx, ctx, taskId);
		if (before.doubts.length === 0) return;
		await tx
			.update(task)
			.set({ doubts: [], lockVersion: sql`${task.lockVersion} + 1` })
			.where(eq(task.id, taskId));
		await record(tx, ctx, {
			act: 'task.kept',
			subject: { kind: 'task', id: taskId },
			before: { doubts: before.doubts }
		});
	});
}

/** Drops tasks from a draft. The issued version keeps its own; its evidence stays there. */
export async function remove(ctx: Ctx, taskIds: number[]): Promise<void> {
	await transact(ctx, async (tx) => {
		for (const taskId of taskIds) {
			const before = await taskOfDraft(tx, ctx, taskId);
			await refuseWithEvidence(tx, taskId);
			await tx.delete(task).where(eq(task.id, taskId));
			await record(tx, ctx, {
				act: 'task.dropped',
				subject: { kind: 'task', id: taskId },
				before: { planId: before.planId, no: before.no, title: before.title }
			});
		}
	});
}

/** Makes one task of several: the first stays, takes over areas, units and channels, and the words it lacked. */
export async function merge(ctx: Ctx, taskIds: number[]): Promise<number> {
	const [firstId, ...otherIds] = [...new Set(taskIds)];
	if (!firstId || otherIds.length === 0) {
		throw new Refusal({ code: 'task.merge_two', message: 'Hãy chọn ít nhất hai nhiệm vụ để gộp.' });
	}
	return transact(
		ctx,
		async (tx) => {
			const first = await taskOfDraft(tx, ctx, firstId);
			const others = [];
			for (const id of otherIds) {
				const other = await taskOfDraft(tx, ctx, id);
				if (other.planId !== first.planId) throw notFound('nhiệm vụ cần gộp');
				await refuseWithEvidence(tx, id);
				others.push(other);
			}
			const areas = await tx
				.select()
				.from(taskContentArea)
				.where(inArray(taskContentArea.taskId, [firstId, ...otherIds]));
			const helpers = await tx
				.select()
				.from(taskUnit)
				.where(inArray(taskUnit.taskId, [firstId, ...otherIds]));
			const unitIds = [...helpers.map((row) => row.unitId), ...others.flatMap((one) => one.leadUnitId ?? [])];
			await tx.delete(task).where(inArray(task.id, otherIds));
			const all = [first, ...others];
			const leadUnitId = all.find((one) => one.leadUnitId !== null)?.leadUnitId ?? null;
			await tx
				.update(task)
				.set({
					title: [...new Set(all.map((one) => one.title.replace(/[.;]+$/, '')))].join('; ').slice(0, 2000),
					product: [...new Set(all.flatMap((one) => one.product ?? []))].join('; ') || null,
					channels: [...new Set(all.flatMap((one) => one.channels))],
					leadUnitId,
					measureCount:
						first.measureCount ?? all.find((one) => one.measureCount !== null)?.measureCount ?? null,
					measureUnit: first.measureUnit ?? all.find((one) => one.measureUnit !== null)?.measureUnit ?? null,
					doubts: [...new Set(all.flatMap((one) => one.doubts))],
					lockVersion: sql`${task.lockVersion} + 1`
				})
				.where(eq(task.id, firstId));
			await setLinks(tx, firstId, {
				areaIds: [...new Set(areas.map((row) => row.contentAreaId))],
				unitIds: [...new Set(unitIds)].filter((id) => id !== leadUnitId)
			});
			await record(tx, ctx, {
				act: 'task.merged',
				subject: { kind: 'task', id: firstId },
				before: { merged: others.map(({ id, no, title }) => ({ id, no, title })) }
			});
			return firstId;
		},
		violations
	);
}

/** Gives the tasks of a draft the numbers 1, 2, 3 … in their present order. */
export async function renumber(ctx: Ctx, planId: number): Promise<void> {
	await transact(ctx, async (tx) => {
		await correctable(tx, ctx, planId);
		const rows = await tx
			.select({ id: task.id })
			.from(task)
			.where(eq(task.planId, planId))
			.orderBy(asc(task.no), asc(task.id));
		for (const [at, { id }] of rows.entries())
			await tx
				.update(task)
				.set({ no: at + 1 })
				.where(eq(task.id, id));
		await record(tx, ctx, { act: 'plan.tasks_renumbered', subject: { kind: 'plan', id: planId } });
	});
}

/** Inserts without asking anybody: for verbs that asked already. */
export async function insertTask(tx: Transaction, ctx: Ctx, planId: number, given: NewTask): Promise<number> {
	const {
		contentAreaKeys: _areas,
		cooperatingUnitIds: _units,
		no,
		sourceLine,
		doubts,
		lineageId,
		...values
	} = given;
	const links = await linksFor(tx, planId, given);
	const [row] = await tx
		.insert(task)
		.values({
			...values,
			title: values.title.normalize('NFC').trim(),
			planId,
			no: no ?? (await nextNo(tx, planId)),
			sourceLine: sourceLine ?? null,
			doubts: doubts ?? [],
			lineageId: lineageId ?? null,
			createdAt: ctx.now
		})
		.returning({ id: task.id });
	await setLinks(tx, row!.id, links);
	return row!.id;
}

async function nextNo(tx: Transaction, planId: number): Promise<number> {
	const [row] = await tx
		.select({ last: max(task.no) })
		.from(task)
		.where(eq(task.planId, planId));
	return (row?.last ?? 0) + 1;
}

type Links = { areaIds: number[]; unitIds: number[] };

/** What the task is to be linked to, or a refusal that names what is not there. */
async function linksFor(
	tx: Transaction,
	planId: number,
	given: Pick<TaskInput, 'contentAreaKeys' | 'cooperatingUnitIds' | 'leadUnitId'>
): Promise<Links> {
	const areas = await tx
		.select({ id: contentArea.id, key: contentArea.key })
		.from(contentArea)
		.where(eq(contentArea.planId, planId));
	const areaIds = [...new Set(given.contentAreaKeys)].map((key) => {
		const area = areas.find((one) => one.key === key);
		if (!area) {
			throw new Refusal({
				code: 'task.unknown_area',
				field: 'contentAreaKeys',
				message: 'Nội dung tuyên truyền đã chọn không còn trong kế hoạch. Hãy tải lại trang và chọn lại.'
			});
		}
		return area.id;
	});
	const wanted = [
		...new Set([...given.cooperatingUnitIds, ...(given.leadUnitId === null ? [] : [given.leadUnitId])])
	];
	const known = wanted.length
		? await tx.select({ id: unit.id }).from(unit).where(inArray(unit.id, wanted))
		: [];
	if (known.length < wanted.length) {
		throw new Refusal({
			code: 'task.unknown_unit',
			field: 'leadUnitId',
			message: 'Đơn vị đã chọn không có trong danh mục. Hãy tải lại trang và chọn lại.'
		});
	}
	return { areaIds, unitIds: [...new Set(given.cooperatingUnitIds)].filter((id) => id !== given.leadUnitId) };
}

async function setLinks(tx: Transaction, taskId: number, { areaIds, unitIds }: Links): Promise<void> {
	await tx.delete(taskContentArea).where(eq(taskContentArea.taskId, taskId));
	await tx.delete(taskUnit).where(eq(taskUnit.taskId, taskId));
	if (areaIds.length)
		await tx.insert(taskContentArea).values(areaIds.map((contentAreaId) => ({ taskId, contentAreaId })));
	if (unitIds.length) await tx.insert(taskUnit).values(unitIds.map((unitId) => ({ taskId, unitId })));
}

/** The task with its plan locked, when the plan may still be corrected. */
async function taskOfDraft(tx: Transaction, ctx: Ctx, taskId: number) {
	const [row] = await tx.select().from(task).where(eq(task.id, taskId));
	if (!row) throw notFound('nhiệm vụ này');
	const plan = await lockedPlan(tx, ctx, row.planId);
	refuseIfAny(planRefusals(ctx.actor, 'correct', await planFactsOf(tx, plan)));
	return row;
}

async function refuseWithEvidence(tx: Transaction, taskId: number): Promise<void> {
	const [used] = await tx
		.select({ id: evidence.id })
		.from(evidence)
		.where(eq(evidence.taskId, taskId))
		.limit(1);
	if (used) {
		throw new Refusal({
			code: 'task.has_evidence',
			status: 409,
			message: 'Nhiệm vụ này đã có minh chứng nên không bỏ được. Hãy chuyển tin bài sang nhiệm vụ khác trước.'
		});
	}
}
