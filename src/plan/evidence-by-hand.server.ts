/** Evidence a person adds: a link, a photo, a list of those who came; and taking back what does not count. */
import { eq } from 'drizzle-orm';
import { dayOf } from '#platform/clock.ts';
import { transact } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import { person, type Ctx } from '#people/actor.ts';
import { lockLineage } from './evidence.server.ts';
import { taskRefusals } from './policy.ts';
import { evidence, violations } from './schema.server.ts';
import { viewOf } from './task-closing.server.ts';
import type { EvidenceInput } from './task-form.ts';

export type Upload = { name: string; bytes: Uint8Array };

/** Adds evidence; it needs something to look at: a link, a file, or words that say where it is kept. */
export async function add(ctx: Ctx, taskId: number, given: EvidenceInput, upload?: Upload): Promise<number> {
	const { personId } = person(ctx);
	return transact(
		ctx,
		async (tx) => {
			await lockLineage(tx, taskId);
			const view = await viewOf(tx, ctx, taskId);
			refuseIfAny(taskRefusals(ctx.actor, 'add_evidence', view.facts));
			if (given.occurredOn > dayOf(ctx.now)) {
				throw new Refusal({
					code: 'evidence.ahead',
					field: 'occurredOn',
					message: 'Ngày thực hiện ở tương lai. Minh chứng chỉ ghi việc đã làm; hãy xem lại ngày.'
				});
			}
			if (!given.url && !upload && !given.note) {
				throw new Refusal({
					code: 'evidence.nothing_to_see',
					field: 'url',
					message: 'Hãy kèm ít nhất một thứ để kiểm tra: liên kết, ảnh hoặc tệp, hoặc ghi chú nơi lưu hồ sơ.'
				});
			}
			const known = new Set(view.areas.map((area) => area.key));
			const foreign = given.contentAreaKeys.find((key) => !known.has(key));
			if (foreign !== undefined) {
				throw new Refusal({
					code: 'evidence.unknown_area',
					field: 'contentAreaKeys',
					message: 'Nội dung đã chọn không thuộc nhiệm vụ này. Hãy chọn lại.'
				});
			}
			const file = upload ? await files.put(tx, ctx, upload) : undefined;
			const { contentAreaKeys, occurredOn, ...values } = given;
			const keys = contentAreaKeys.length ? contentAreaKeys : [null];
			let first: number | undefined;
			for (const contentAreaKey of keys) {
				const [row] = await tx
					.insert(evidence)
					.values({
						...values,
						taskId,
						contentAreaKey,
						fileId: file?.id ?? null,
						occurredAt: new Date(`${occurredOn}T12:00:00+07:00`),
						// Several areas of one act are one product: they share their source.
						sourceKind: 'manual',
						sourceId: first === undefined ? null : String(first),
						addedAt: ctx.now,
						addedByPersonId: personId
					})
					.returning({ id: evidence.id });
				if (first === undefined) {
					first = row!.id;
					if (keys.length > 1)
						await tx
							.update(evidence)
							.set({ sourceId: String(first) })
							.where(eq(evidence.id, first));
				}
			}
			await record(tx, ctx, {
				act: 'evidence.added',
				subject: { kind: 'task', id: taskId },
				after: { ...given, file: file?.name ?? null, evidenceId: first }
			});
			return first!;
		},
		violations
	);
}

/** Takes evidence back: it stays visible with the reason, and counts no more. What came by itself goes with its whole source. */
export async function takeBack(ctx: Ctx, evidenceId: number, reason: string): Promise<void> {
	const { personId } = person(ctx);
	await transact(
		ctx,
		async (tx) => {
			const [row] = await tx.select().from(evidence).where(eq(evidence.id, evidenceId));
			if (!row) throw notFound('minh chứng này');
			await lockLineage(tx, row.taskId);
			const view = await viewOf(tx, ctx, row.taskId);
			// Evidence of a replaced version still counts for the version in force, so it may still be taken back.
			const facts = { ...view.facts, plan: { ...view.facts.plan, successor: 'none' as const } };
			refuseIfAny(taskRefusals(ctx.actor, 'withdraw_evidence', facts));
			if (row.withdrawnAt) {
				throw new Refusal({
					code: 'evidence.withdrawn_already',
					status: 409,
					message: 'Minh chứng này đã được rút rồi.'
				});
			}
			if (reason.trim().length < 5) {
				throw new Refusal({
					code: 'evidence.reason_missing',
					field: 'reason',
					message: 'Rút minh chứng thì cần nêu lý do (ít nhất 5 ký tự).'
				});
			}
			await tx
				.update(evidence)
				.set({ withdrawnAt: ctx.now, withdrawnReason: reason.trim(), withdrawnByPersonId: personId })
				.where(eq(evidence.id, evidenceId));
			await record(tx, ctx, {
				act: 'evidence.withdrawn',
				subject: { kind: 'task', id: row.taskId },
				before: { evidenceId, title: row.title, contentAreaKey: row.contentAreaKey },
				note: reason.trim()
			});
		},
		violations
	);
}
