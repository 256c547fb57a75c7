/**
 * Evidence (minh chứng) of a task: what shows that something was really done. Other rooms land it in the transaction of
 * their own act (a publication, a broadcast, a posting) and withdraw it when that act is taken back.
 *
 * Evidence belongs to the task's lineage: when the plan is replaced by a new version, what was done for the task's
 * predecessor counts for its successor, and a source that returns is found wherever it landed first.
 */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound } from '#platform/refusal.ts';
import type { Ctx } from '#people/actor.ts';
import type { Channel } from './channel.ts';
import { evidence, task } from './schema.server.ts';

export type Landing = {
	taskId: number;
	/** Keys of the content areas it is about; one row of evidence for each, or one without area. */
	contentAreaKeys: string[];
	channel: Channel;
	title: string;
	/** `https://…`, or a path of ours beginning with `/`. */
	url: string | null;
	occurredAt: Date;
	/** What it came from: ('story', 17). Sending the same source again changes its rows and adds none. */
	sourceKind: string;
	sourceId: string | number;
	/** How much of the task's measure it is worth; 1 unless said otherwise. */
	count?: number;
};

export type Source = { sourceKind: string; sourceId: string | number };

/** Lands the evidence of one source on a task, and brings back what had been withdrawn. Any actor, also a robot. */
export async function landEvidence(tx: Transaction, ctx: Ctx, landing: Landing): Promise<void> {
	const family = await lockLineage(tx, landing.taskId);
	const present = await tx
		.select()
		.from(evidence)
		.where(and(inArray(evidence.taskId, family), ofSource(landing)))
		.orderBy(evidence.id);
	const keys: (string | null)[] = landing.contentAreaKeys.length
		? [...new Set(landing.contentAreaKeys)]
		: [null];
	const said = {
		channel: landing.channel,
		title: landing.title.normalize('NFC'),
		url: landing.url,
		occurredAt: landing.occurredAt,
		count: landing.count ?? 1
	};
	let changed = 0;
	for (const key of keys) {
		const row = present.find((one) => one.contentAreaKey === key);
		if (!row) {
			await tx.insert(evidence).values({
				...said,
				taskId: landing.taskId,
				contentAreaKey: key,
				sourceKind: landing.sourceKind,
				sourceId: String(landing.sourceId),
				addedAt: ctx.now,
				addedByPersonId: ctx.actor.kind === 'person' ? ctx.actor.personId : null
			});
			changed += 1;
		} else if (row.withdrawnAt || differs(row, said)) {
			await tx
				.update(evidence)
				.set({ ...said, withdrawnAt: null, withdrawnReason: null, withdrawnByPersonId: null })
				.where(eq(evidence.id, row.id));
			changed += 1;
		}
	}
	// The source is no longer about these areas: what it said there does not count any more.
	const gone = present
		.filter((row) => !keys.includes(row.contentAreaKey) && !row.withdrawnAt)
		.map((row) => row.id);
	await withdraw(tx, ctx, gone, 'Không còn thuộc nội dung này.');
	if (changed + gone.length === 0) return;
	await record(tx, ctx, {
		act: 'evidence.landed',
		subject: { kind: 'task', id: landing.taskId },
		after: {
			...said,
			contentAreaKeys: keys,
			sourceKind: landing.sourceKind,
			sourceId: String(landing.sourceId)
		}
	});
}

/** Takes back what a source had landed, on every task it landed on. The rows stay, with the reason. */
export async function withdrawEvidence(
	tx: Transaction,
	ctx: Ctx,
	source: Source & { reason: string }
): Promise<void> {
	const rows = await tx
		.select({ id: evidence.id, taskId: evidence.taskId, title: evidence.title })
		.from(evidence)
		.where(and(ofSource(source), isNull(evidence.withdrawnAt)))
		.for('update');
	await withdraw(
		tx,
		ctx,
		rows.map((row) => row.id),
		source.reason
	);
	for (const taskId of new Set(rows.map((row) => row.taskId))) {
		await record(tx, ctx, {
			act: 'evidence.withdrawn',
			subject: { kind: 'task', id: taskId },
			before: { titles: [...new Set(rows.filter((row) => row.taskId === taskId).map((row) => row.title))] },
			after: { sourceKind: source.sourceKind, sourceId: String(source.sourceId) },
			note: source.reason
		});
	}
}

async function withdraw(tx: Transaction, ctx: Ctx, ids: number[], reason: string): Promise<void> {
	if (ids.length === 0) return;
	await tx
		.update(evidence)
		.set({
			withdrawnAt: ctx.now,
			withdrawnReason: reason,
			withdrawnByPersonId: ctx.actor.kind === 'person' ? ctx.actor.personId : null
		})
		.where(inArray(evidence.id, ids));
}

/** Every version of the task, first one first; the first is locked, so the same source cannot land twice at once. */
export async function lockLineage(tx: Transaction, taskId: number): Promise<number[]> {
	const [one] = await tx.select({ root: rootOf }).from(task).where(eq(task.id, taskId));
	if (!one) throw notFound('nhiệm vụ này');
	await tx.select({ id: task.id }).from(task).where(eq(task.id, one.root)).for('no key update');
	const rows = await tx.select({ id: task.id }).from(task).where(eq(rootOf, one.root)).orderBy(task.id);
	return rows.map((row) => row.id);
}

/** The first version of a task stands for all that came after it. */
export const rootOf = sql<number>`coalesce(${task.lineageId}, ${task.id})`.mapWith(Number);

function ofSource(source: Source) {
	return and(eq(evidence.sourceKind, source.sourceKind), eq(evidence.sourceId, String(source.sourceId)));
}

type Said = Pick<typeof evidence.$inferSelect, 'channel' | 'title' | 'url' | 'occurredAt' | 'count'>;

function differs(row: Said, said: Said): boolean {
	return (
		row.channel !== said.channel ||
		row.title !== said.title ||
		row.url !== said.url ||
		row.count !== said.count ||
		row.occurredAt.getTime() !== said.occurredAt.getTime()
	);
}
