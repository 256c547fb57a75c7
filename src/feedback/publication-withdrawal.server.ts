/** A public copy goes from public view: off the page, out of search, its pictures gone, no evidence any more. */
import { eq } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { withdrawEvidence } from '#plan/evidence.server.ts';
import type { Transaction } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import { replace } from '#search/index.server.ts';
import { picturesOf } from './pictures.server.ts';
import { feedbackFile, feedbackPublication } from './schema.server.ts';

export type Row = typeof feedbackPublication.$inferSelect;

export async function publicationOf(tx: Transaction, caseId: number): Promise<Row | undefined> {
	const [row] = await tx.select().from(feedbackPublication).where(eq(feedbackPublication.caseId, caseId));
	return row;
}

/** Whatever is public or prepared of this case is so no more; the bytes returned are to be discarded afterwards. */
export async function takeDown(
	tx: Transaction,
	ctx: Ctx,
	id: number,
	why: string
): Promise<files.StoredFile[]> {
	const copy = await publicationOf(tx, id);
	if (!copy || copy.state === 'withdrawn') return [];
	await tx
		.update(feedbackPublication)
		.set({
			state: 'withdrawn',
			withdrawnAt: ctx.now,
			withdrawnByPersonId: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
			withdrawnReason: why
		})
		.where(eq(feedbackPublication.id, copy.id));
	await replace(tx, ctx, { kind: 'answer', key: copy.slug }, []);
	await withdrawEvidence(tx, ctx, { sourceKind: 'feedback', sourceId: id, reason: why });
	const shown: files.StoredFile[] = [];
	for (const { row } of await picturesOf(tx, id)) {
		if (row.publicFileId === null) continue;
		await tx.update(feedbackFile).set({ publicFileId: null }).where(eq(feedbackFile.id, row.id));
		const file = await files.forget(tx, row.publicFileId);
		if (file) shown.push(file);
	}
	return shown;
}

/** For a matter led to its own lawful path: off the page, and none of its words left in the copy. */
export async function seal(tx: Transaction, ctx: Ctx, id: number): Promise<files.StoredFile[]> {
	const gone = await takeDown(tx, ctx, id, 'Việc này có trình tự riêng theo luật nên không công khai.');
	const emptied = '[đã niêm phong]';
	await tx
		.update(feedbackPublication)
		.set({
			title: emptied,
			question: emptied,
			answer: emptied,
			draftQuestion: '',
			draftAnswer: '',
			spans: []
		})
		.where(eq(feedbackPublication.caseId, id));
	return gone;
}
