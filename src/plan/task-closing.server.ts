/** How a task ends: done with its product, or waived with a reason; confirmed by a second person; opened again. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import { person, type Ctx } from '#people/actor.ts';
import { validOn } from '#people/unit.ts';
import { person as personTable, position } from '#people/schema.server.ts';
import { dayOf } from '#platform/clock.ts';
import { lockLineage } from './evidence.server.ts';
import { pictureOf, type TaskView } from './picture.server.ts';
import { maySeeTask, taskRefusals, type TaskAct } from './policy.ts';
import { task, taskClosure, taskReminder, violations } from './schema.server.ts';

/** The product is there: the task is done. A second person may be asked to confirm at once. */
export async function markDone(
	ctx: Ctx,
	taskId: number,
	given: { note?: string | null; askPersonId?: number | null } = {}
): Promise<void> {
	const { personId } = person(ctx);
	await act(ctx, taskId, 'finish', async (tx) => {
		const asked = given.askPersonId ?? null;
		if (asked !== null) await mayConfirm(tx, ctx, asked, personId);
		await tx.insert(taskClosure).values({
			taskId,
			kind: 'done',
			reason: given.note?.trim() || null,
			at: ctx.now,
			byPersonId: personId,
			confirmationAskedOfPersonId: asked
		});
		await record(tx, ctx, {
			act: 'task.done',
			subject: { kind: 'task', id: taskId },
			after: { askedOfPersonId: asked },
			note: given.note?.trim() || undefined
		});
		if (asked !== null) {
			await record(tx, ctx, {
				act: 'task.confirmation_asked',
				subject: { kind: 'task', id: taskId },
				after: { askedOfPersonId: asked }
			});
		}
	});
}

/** Will not be done, or not in full, and somebody with the right says why. */
export async function waive(ctx: Ctx, taskId: number, reason: string): Promise<void> {
	const { personId } = person(ctx);
	await act(ctx, taskId, 'waive', async (tx) => {
		if (reason.trim().length < 10) throw new Refusal(violations.task_closure_waived_has_reason!);
		await tx
			.insert(taskClosure)
			.values({ taskId, kind: 'waived', reason: reason.trim(), at: ctx.now, byPersonId: personId });
		await record(tx, ctx, { act: 'task.waived', subject: { kind: 'task', id: taskId }, note: reason.trim() });
	});
}

export async function askConfirmation(ctx: Ctx, taskId: number, askPersonId: number): Promise<void> {
	await act(ctx, taskId, 'ask_confirmation', async (tx, view) => {
		await mayConfirm(tx, ctx, askPersonId, view.closure!.byPersonId);
		await tx
			.update(taskClosure)
			.set({ confirmationAskedOfPersonId: askPersonId })
			.where(eq(taskClosure.id, view.closure!.id));
		await record(tx, ctx, {
			act: 'task.confirmation_asked',
			subject: { kind: 'task', id: taskId },
			after: { askedOfPersonId: askPersonId }
		});
	});
}

export async function confirm(ctx: Ctx, taskId: number): Promise<void> {
	const { personId } = person(ctx);
	await act(ctx, taskId, 'confirm', async (tx, view) => {
		await tx
			.update(taskClosure)
			.set({ confirmedAt: ctx.now, confirmedByPersonId: personId })
			.where(eq(taskClosure.id, view.closure!.id));
		await record(tx, ctx, {
			act: 'task.confirmed',
			subject: { kind: 'task', id: taskId },
			after: { kind: view.closure!.kind }
		});
	});
}

/** The closing was wrong, or the confirmation was refused: the task is open again, and the reason is kept. */
export async function reopen(ctx: Ctx, taskId: number, reason: string): Promise<void> {
	const { personId } = person(ctx);
	await act(ctx, taskId, 'reopen', async (tx, view) => {
		if (reason.trim().length < 5) {
			throw new Refusal({
				code: 'task.reopen_reason',
				field: 'reason',
				message: 'Hãy ghi vì sao mở lại (ít nhất 5 ký tự).'
			});
		}
		await tx
			.update(taskClosure)
			.set({ reopenedAt: ctx.now, reopenedByPersonId: personId, reopenedReason: reason.trim() })
			.where(eq(taskClosure.id, view.closure!.id));
		await record(tx, ctx, {
			act: 'task.reopened',
			subject: { kind: 'task', id: taskId },
			before: { kind: view.closure!.kind, byPersonId: view.closure!.byPersonId },
			note: reason.trim()
		});
	});
}

/** Reminds (đôn đốc) everybody who holds a position in the lead unit; returns whom. */
export async function remind(
	ctx: Ctx,
	taskId: number,
	text: string
): Promise<{ personId: number; name: string }[]> {
	const { personId } = person(ctx);
	return act(ctx, taskId, 'remind', async (tx, view) => {
		if (text.trim().length < 5) {
			throw new Refusal({
				code: 'task.remind_text',
				field: 'text',
				message: 'Hãy ghi nội dung đôn đốc (ít nhất 5 ký tự).'
			});
		}
		const holders = (await holdersOf(tx, ctx, view.facts.leadUnitIds)).filter(
			(one) => one.personId !== personId
		);
		if (holders.length === 0) {
			throw new Refusal({
				code: 'task.nobody_holds',
				message:
					'Đơn vị chủ trì chưa có ai khác giữ chức danh trong hệ thống. Hãy nhắc trực tiếp, hoặc nhờ quản trị thêm người.'
			});
		}
		await tx.insert(taskReminder).values(
			holders.map((one) => ({
				taskId,
				personId: one.personId,
				at: ctx.now,
				byPersonId: personId,
				text: text.trim()
			}))
		);
		await record(tx, ctx, {
			act: 'task.reminded',
			subject: { kind: 'task', id: taskId },
			after: { personIds: holders.map((one) => one.personId) },
			note: text.trim()
		});
		return holders;
	});
}

/** Who holds a position in these units today. */
export async function holdersOf(
	tx: Transaction,
	ctx: Ctx,
	unitIds: number[]
): Promise<{ personId: number; name: string }[]> {
	if (unitIds.length === 0) return [];
	const rows = await tx
		.select({
			personId: personTable.id,
			name: personTable.name,
			validFrom: position.validFrom,
			validTo: position.validTo
		})
		.from(position)
		.innerJoin(personTable, eq(personTable.id, position.personId))
		.where(and(inArray(position.unitId, unitIds), isNull(personTable.leftAt)))
		.orderBy(personTable.id);
	const today = dayOf(ctx.now);
	const present = rows.filter((row) => validOn(row, today));
	return [...new Map(present.map(({ personId, name }) => [personId, { personId, name }])).values()];
}

async function mayConfirm(tx: Transaction, ctx: Ctx, askedId: number, byPersonId: number): Promise<void> {
	if (askedId === byPersonId) throw new Refusal(violations.task_closure_confirmed_by_another!);
	const [asked] = await tx
		.select({ id: personTable.id })
		.from(personTable)
		.where(and(eq(personTable.id, askedId), isNull(personTable.leftAt)));
	if (!asked) {
		throw new Refusal({
			code: 'task.asked_unknown',
			field: 'askPersonId',
			message: 'Không tìm thấy người được đề nghị xác nhận. Hãy chọn lại trong danh sách.'
		});
	}
}

/** Loads the task as this person sees it, with its lineage locked; asks the policy; acts. */
async function act<T>(
	ctx: Ctx,
	taskId: number,
	what: TaskAct,
	work: (tx: Transaction, view: TaskView) => Promise<T>
): Promise<T> {
	return transact(
		ctx,
		async (tx) => {
			await lockLineage(tx, taskId);
			const view = await viewOf(tx, ctx, taskId);
			refuseIfAny(taskRefusals(ctx.actor, what, view.facts));
			return work(tx, view);
		},
		violations
	);
}

export async function viewOf(tx: Transaction, ctx: Ctx, taskId: number): Promise<TaskView> {
	const [row] = await tx.select({ planId: task.planId }).from(task).where(eq(task.id, taskId));
	if (!row) throw notFound('nhiệm vụ này');
	const view = (await pictureOf(tx, ctx, row.planId)).tasks.find((one) => one.id === taskId);
	if (!view || !maySeeTask(ctx.actor, view.facts)) throw notFound('nhiệm vụ này');
	return view;
}
