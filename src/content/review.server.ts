/** The verbs between writing and publishing: submit, send back, approve, give up, choose between two texts. */
import { and, eq } from 'drizzle-orm';
import { person, type Ctx } from '#people/actor.ts';
import { transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { begin, move, noApproval, openSideOf, seal, textOf, type RevisionRow } from './facts.server.ts';
import { insertRevision, replaceText } from './revisions.server.ts';
import { story, storyRevision, violations } from './schema.server.ts';

/** Sends the text for review; everything it lacks is named at once. */
export async function submit(ctx: Ctx, id: number, lockVersion?: number): Promise<void> {
	const { personId } = person(ctx);
	await transact(ctx, async (tx) => {
		const loaded = await begin(tx, ctx, 'submit', id, lockVersion);
		await seal(tx, ctx, loaded.revision.id);
		await move(
			tx,
			ctx,
			loaded,
			'submit',
			{ ...noApproval, submittedAt: ctx.now, submittedByPersonId: personId },
			{ act: 'story.submitted', after: { title: loaded.revision.title } }
		);
	});
}

export async function sendBack(ctx: Ctx, id: number, reason: string, lockVersion?: number): Promise<void> {
	const { personId } = person(ctx);
	const words = reasonOf(
		reason,
		5,
		'Hãy ghi rõ cần sửa những gì (ít nhất 5 ký tự) để người viết biết mà sửa.'
	);
	await transact(ctx, async (tx) => {
		const loaded = await begin(tx, ctx, 'send_back', id, lockVersion);
		await move(
			tx,
			ctx,
			loaded,
			'send_back',
			{ ...noApproval, sentBackAt: ctx.now, sentBackByPersonId: personId, sentBackReason: words },
			{ act: 'story.sent_back', reason: words, after: { title: loaded.revision.title } }
		);
	});
}

/** Approves exactly the text that was submitted. Never one's own (policy, and the database once more). */
export async function approve(ctx: Ctx, id: number, lockVersion?: number): Promise<void> {
	await transact(ctx, (tx) => approveIn(tx, ctx, id, lockVersion), violations);
}

export async function approveIn(tx: Transaction, ctx: Ctx, id: number, lockVersion?: number): Promise<void> {
	const { personId } = person(ctx);
	const loaded = await begin(tx, ctx, 'approve', id, lockVersion);
	await move(
		tx,
		ctx,
		loaded,
		'approve',
		{
			approvedAt: ctx.now,
			approvedByPersonId: personId,
			approvedRevisionId: loaded.revision.id,
			approvedWriterId: loaded.revision.byPersonId,
			sentBackAt: null,
			sentBackByPersonId: null,
			sentBackReason: null
		},
		{ act: 'story.approved', after: { title: loaded.revision.title } }
	);
}

/** Gives up the new version of a public story: what the public sees is the current text again. */
export async function discard(ctx: Ctx, id: number, lockVersion?: number): Promise<void> {
	await transact(ctx, async (tx) => {
		const loaded = await begin(tx, ctx, 'discard', id, lockVersion);
		await seal(tx, ctx, loaded.revision.id);
		await move(
			tx,
			ctx,
			loaded,
			'discard',
			{ ...noApproval, currentRevisionId: loaded.row.publishedRevisionId, sentBackReason: null },
			{ act: 'story.version_discarded', after: { discardedRevisionId: loaded.revision.id } }
		);
	});
}

/** Makes a kept side text the current one; the other stays in the history. */
export async function takeSide(ctx: Ctx, id: number, sideId: number, lockVersion: number): Promise<void> {
	const { personId } = person(ctx);
	await transact(ctx, async (tx) => {
		const loaded = await begin(tx, ctx, 'save', id, lockVersion);
		const side = await openSide(tx, id, sideId);
		await seal(tx, ctx, loaded.revision.id);
		const taken = await insertRevision(tx, ctx, id, textOf(side), {
			kind: 'saved',
			// Whoever wrote it stays its writer, so that they cannot approve it either.
			byPersonId: side.byPersonId,
			note: 'Chọn từ bản sửa cùng lúc',
			sealed: true
		});
		await replaceText(tx, ctx, loaded, taken);
		await resolve(tx, ctx, side, personId);
		await record(tx, ctx, {
			act: 'story.conflict_taken',
			subject: { kind: 'story', id },
			before: { revisionId: loaded.revision.id },
			after: { revisionId: taken.id, sideRevisionId: side.id }
		});
	});
}

/** Keeps the current text; the side text stays in the history only. */
export async function leaveSide(ctx: Ctx, id: number, sideId: number): Promise<void> {
	const { personId } = person(ctx);
	await transact(ctx, async (tx) => {
		await begin(tx, ctx, 'save', id);
		const side = await openSide(tx, id, sideId);
		await resolve(tx, ctx, side, personId);
		await record(tx, ctx, {
			act: 'story.conflict_left',
			subject: { kind: 'story', id },
			after: { sideRevisionId: side.id }
		});
	});
}

async function openSide(tx: Transaction, id: number, sideId: number): Promise<RevisionRow> {
	const [side] = await tx
		.select()
		.from(storyRevision)
		.where(and(openSideOf(id), eq(storyRevision.id, sideId)));
	if (!side) throw notFound('bản sửa cùng lúc này');
	return side;
}

async function resolve(tx: Transaction, ctx: Ctx, side: RevisionRow, personId: number): Promise<void> {
	await tx
		.update(storyRevision)
		.set({ resolvedAt: ctx.now, resolvedByPersonId: personId, sealedAt: ctx.now })
		.where(eq(storyRevision.id, side.id));
}

/** Another person has looked at what was published in an emergency and stands for it. */
export async function clearEmergency(ctx: Ctx, id: number, note: string): Promise<void> {
	const { personId } = person(ctx);
	await transact(
		ctx,
		async (tx) => {
			const { row } = await begin(tx, ctx, 'clear_emergency', id);
			await tx
				.update(story)
				.set({
					emergencyClearedAt: ctx.now,
					emergencyClearedByPersonId: personId,
					lockVersion: row.lockVersion + 1
				})
				.where(eq(story.id, id));
			await record(tx, ctx, {
				act: 'story.emergency_cleared',
				subject: { kind: 'story', id },
				before: { byPersonId: row.emergencyByPersonId, reason: row.emergencyReason },
				note: note.normalize('NFC').trim().slice(0, 1000) || undefined
			});
		},
		violations
	);
}

/** A reason people will read: present, long enough to mean something, not endless. */
export function reasonOf(given: string, atLeast: number, message: string, field = 'reason'): string {
	const words = given.normalize('NFC').replace(/\r\n/g, '\n').trim();
	if (words.length < atLeast) throw new Refusal({ code: 'story.reason_short', field, message });
	if (words.length > 2000) {
		throw new Refusal({
			code: 'story.reason_long',
			field,
			message: 'Lý do dài quá 2.000 ký tự. Hãy viết gọn lại.'
		});
	}
	return words;
}
