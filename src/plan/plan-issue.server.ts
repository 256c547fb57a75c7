/** Issuing a plan (ban hành), changing an issued one by a new version, and the receipts of those it was sent to. */
import { and, asc, eq, isNotNull, ne, sql } from 'drizzle-orm';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, refuseIfAny, type RefusalDetail } from '#platform/refusal.ts';
import { person, type Ctx } from '#people/actor.ts';
import { fullNumber, issueRefusals } from './plan.ts';
import { lockedPlan } from './plan-drafts.server.ts';
import { rootOf } from './evidence.server.ts';
import { areasOf, pictureOf, planFactsOf, planInForce, successors, type PlanRow } from './picture.server.ts';
import { planRefusals, receiptRefusals } from './policy.ts';
import { contentArea, plan, planRecipient, task, violations } from './schema.server.ts';
import { insertTask } from './task-edit.server.ts';
import { syllables } from './words.ts';

export type IssueInput = { number: string; issuedOn: string };

/** Everything that stands against issuing this draft with this number on this day; empty means it can go out. */
export async function reasonsAgainstIssue(
	ctx: Ctx,
	planId: number,
	given: IssueInput
): Promise<RefusalDetail[]> {
	return read(ctx, async (tx) => {
		const [row] = await tx.select().from(plan).where(eq(plan.id, planId));
		if (!row) throw notFound('kế hoạch này');
		return reasons(tx, ctx, row, given);
	});
}

async function reasons(tx: Transaction, ctx: Ctx, row: PlanRow, given: IssueInput): Promise<RefusalDetail[]> {
	const number = fullNumber(given.number, row.symbol);
	const issuedOn = given.issuedOn.trim();
	const tasks = await tx
		.select({ no: task.no, leadUnitId: task.leadUnitId, leadText: task.leadText })
		.from(task)
		.where(eq(task.planId, row.id))
		.orderBy(asc(task.no));
	const same = await tx
		.select({ id: plan.id })
		.from(plan)
		.where(
			and(
				ne(plan.id, row.id),
				isNotNull(plan.issuedAt),
				sql`lower(${plan.number}) = lower(${number})`,
				sql`to_char(${plan.issuedOn}, 'YYYY') = ${issuedOn.slice(0, 4)}`
			)
		);
	const replaced = await replacedBy(tx, row);
	return [
		...planRefusals(ctx.actor, 'issue', await planFactsOf(tx, row)),
		...issueRefusals(
			{
				title: row.title,
				issuer: row.issuer,
				year: row.year,
				tasks,
				number,
				issuedOn,
				numberTaken: same.length > 0,
				replacesIssuedOn: replaced?.issuedOn ?? null
			},
			ctx.now
		)
	];
}

/** What a draft takes the place of: the version it was opened from, or else the plan its year has already. */
export async function replacedBy(tx: Transaction, row: PlanRow): Promise<PlanRow | undefined> {
	if (row.replacesPlanId === null) return planInForce(tx, row.year);
	const [found] = await tx.select().from(plan).where(eq(plan.id, row.replacesPlanId));
	return found;
}

/** A plan read anew from a document finds its tasks in the plan it replaces by their words, so that evidence goes on counting. */
async function findLineage(tx: Transaction, planId: number, replacedId: number): Promise<void> {
	const tasksOf = (id: number) =>
		tx
			.select({ id: task.id, title: task.title, lineageId: task.lineageId, root: rootOf })
			.from(task)
			.where(eq(task.planId, id));
	const words = (title: string) => syllables(title).join(' ');
	const free = new Map((await tasksOf(replacedId)).map((one) => [words(one.title), one.root]));
	for (const one of await tasksOf(planId)) {
		const root = free.get(words(one.title));
		if (one.lineageId !== null || root === undefined) continue;
		free.delete(words(one.title));
		await tx.update(task).set({ lineageId: root }).where(eq(task.id, one.id));
	}
}

/** From here on the plan is frozen, its tasks begin, and the version it replaces is history. */
export async function issue(ctx: Ctx, planId: number, given: IssueInput): Promise<void> {
	const { personId } = person(ctx);
	await transact(
		ctx,
		async (tx) => {
			const row = await lockedPlan(tx, ctx, planId);
			refuseIfAny(await reasons(tx, ctx, row, given));
			const number = fullNumber(given.number, row.symbol);
			const replaced = await replacedBy(tx, row);
			if (replaced && row.replacesPlanId === null) await findLineage(tx, planId, replaced.id);
			await tx
				.update(plan)
				.set({
					number,
					symbol: number.slice(number.indexOf('/') + 1),
					issuedOn: given.issuedOn.trim(),
					issuedAt: ctx.now,
					issuedByPersonId: personId,
					replacesPlanId: replaced?.id ?? null,
					lockVersion: sql`${plan.lockVersion} + 1`
				})
				.where(eq(plan.id, planId));
			await record(tx, ctx, {
				act: 'plan.issued',
				subject: { kind: 'plan', id: planId },
				after: {
					number,
					issuedOn: given.issuedOn.trim(),
					year: row.year,
					replacesPlanId: replaced?.id ?? null
				}
			});
			if (replaced) {
				await record(tx, ctx, {
					act: 'plan.replaced',
					subject: { kind: 'plan', id: replaced.id },
					after: { byPlanId: planId }
				});
			}
		},
		violations
	);
}

/** Opens the next version of an issued plan as a draft: the same areas and tasks, each with its lineage. */
export async function startChange(ctx: Ctx, planId: number, reason: string): Promise<number> {
	const { personId } = person(ctx);
	return transact(
		ctx,
		async (tx) => {
			const row = await lockedPlan(tx, ctx, planId);
			refuseIfAny(planRefusals(ctx.actor, 'change', await planFactsOf(tx, row)));
			refuseIfAny(
				reason.trim().length >= 5
					? []
					: [
							{
								code: 'plan.change_reason',
								field: 'reason',
								message: 'Hãy ghi lý do điều chỉnh (ít nhất 5 ký tự), ví dụ tên văn bản yêu cầu.'
							}
						]
			);
			const { tasks } = await pictureOf(tx, ctx, planId);
			const {
				id: _id,
				number: _number,
				issuedOn: _on,
				issuedAt: _at,
				issuedByPersonId: _by,
				lockVersion: _lock,
				...copied
			} = row;
			const [next] = await tx
				.insert(plan)
				.values({ ...copied, replacesPlanId: planId, createdAt: ctx.now, createdByPersonId: personId })
				.returning({ id: plan.id });
			const nextId = next!.id;
			for (const area of await areasOf(tx, planId)) {
				const { id: _areaId, ...values } = area;
				await tx.insert(contentArea).values({ ...values, planId: nextId });
			}
			for (const one of tasks) {
				await insertTask(tx, ctx, nextId, {
					no: one.no,
					title: one.title,
					product: one.product,
					measureCount: one.measureCount,
					measureUnit: one.measureUnit,
					contentAreaKeys: one.areas.map((area) => area.key),
					leadUnitId: one.lead?.id ?? null,
					leadText: one.leadText,
					cooperatingUnitIds: one.cooperating.map((unit) => unit.id),
					cooperatingText: one.cooperatingText,
					recurrence: one.recurrence,
					periodFrom: one.periodFrom,
					periodTo: one.periodTo,
					deadlineOn: one.deadlineOn,
					deadlineText: one.deadlineText,
					channels: one.channels,
					budgetAmount: one.budgetAmount,
					budgetLine: one.budgetLine,
					sourceLine: one.sourceLine,
					lineageId: one.rootId
				});
			}
			const recipients = await tx
				.select()
				.from(planRecipient)
				.where(eq(planRecipient.planId, planId))
				.orderBy(asc(planRecipient.id));
			if (recipients.length) {
				await tx
					.insert(planRecipient)
					.values(recipients.map(({ text, unitId, ordinal }) => ({ planId: nextId, text, unitId, ordinal })));
			}
			await record(tx, ctx, {
				act: 'plan.change_started',
				subject: { kind: 'plan', id: nextId },
				after: { replacesPlanId: planId },
				note: reason.trim()
			});
			return nextId;
		},
		violations
	);
}

/** A recipient confirms that the issued plan arrived. */
export async function confirmReceipt(ctx: Ctx, recipientId: number): Promise<void> {
	const { personId } = person(ctx);
	await transact(ctx, async (tx) => {
		const [row] = await tx
			.select({ recipient: planRecipient, issuedAt: plan.issuedAt })
			.from(planRecipient)
			.innerJoin(plan, eq(plan.id, planRecipient.planId))
			.where(eq(planRecipient.id, recipientId))
			.for('update', { of: planRecipient });
		if (!row) throw notFound('nơi nhận này');
		const heirs = await successors(tx);
		refuseIfAny(
			receiptRefusals(ctx.actor, {
				unitIds: row.recipient.unitId === null ? [] : heirs(row.recipient.unitId),
				received: row.recipient.receivedAt !== null,
				issued: row.issuedAt !== null
			})
		);
		await tx
			.update(planRecipient)
			.set({ receivedAt: ctx.now, receivedByPersonId: personId })
			.where(eq(planRecipient.id, recipientId));
		await record(tx, ctx, {
			act: 'plan.received',
			subject: { kind: 'plan', id: row.recipient.planId },
			after: { recipient: row.recipient.text, recipientId }
		});
	});
}
