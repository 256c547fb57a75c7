/** A story's row with what a decision needs to know about it; every verb of the room begins here. */
import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import type { Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, refuseIfAny, Refusal } from '#platform/refusal.ts';
import { refusals, type StoryAct, type StoryFacts } from './policy.ts';
import { story, storyRevision, storyTransition } from './schema.server.ts';
import { missing, transitions, type StoryText, type TransitionAct } from './story.ts';

export type StoryRow = typeof story.$inferSelect;
export type RevisionRow = typeof storyRevision.$inferSelect;
export type Loaded = { row: StoryRow; revision: RevisionRow; facts: StoryFacts };

/** The story and its current text, or "not found" for whoever may not open it. */
export async function load(tx: Transaction, ctx: Ctx, id: number, lock: 'lock' | 'look'): Promise<Loaded> {
	const query = tx.select().from(story).where(eq(story.id, id));
	const [row] = await (lock === 'lock' ? query.for('no key update') : query);
	if (!row) throw notFound('bài này');
	const [revision] = await tx
		.select()
		.from(storyRevision)
		.where(eq(storyRevision.id, row.currentRevisionId!));
	const facts = await factsOf(tx, row, revision!);
	if (refusals(ctx.actor, 'open', facts).length > 0) throw notFound('bài này');
	return { row, revision: revision!, facts };
}

async function factsOf(tx: Transaction, row: StoryRow, revision: RevisionRow): Promise<StoryFacts> {
	const written = await tx
		.selectDistinct({ id: storyRevision.byPersonId })
		.from(storyRevision)
		.where(
			and(
				eq(storyRevision.storyId, row.id),
				ne(storyRevision.kind, 'side'),
				sql`${storyRevision.id} > ${row.publishedRevisionId ?? 0}`
			)
		);
	const conflicts = await tx.$count(storyRevision, openSideOf(row.id));
	return {
		state: row.state,
		authorPersonId: row.authorPersonId,
		writerIds: [...new Set([...written.map((one) => one.id), revision.byPersonId])],
		isPublic: row.publishedRevisionId !== null,
		everPublished: row.publishedAt !== null,
		missing: missing(revision, conflicts),
		emergency: row.emergencyAt && !row.emergencyClearedAt ? { byPersonId: row.emergencyByPersonId! } : null
	};
}

/** Side texts nobody has decided on yet. */
export function openSideOf(storyId: number) {
	return and(
		eq(storyRevision.storyId, storyId),
		eq(storyRevision.kind, 'side'),
		isNull(storyRevision.resolvedAt)
	);
}

/** Locks the story, asks whether the act is allowed, and that the person looked at its latest version. */
export async function begin(
	tx: Transaction,
	ctx: Ctx,
	act: StoryAct,
	id: number,
	lockVersion?: number
): Promise<Loaded> {
	const loaded = await load(tx, ctx, id, 'lock');
	refuseIfAny(refusals(ctx.actor, act, loaded.facts));
	if (lockVersion !== undefined && lockVersion !== loaded.row.lockVersion) throw changedMeanwhile();
	return loaded;
}

export function changedMeanwhile(): Refusal {
	return new Refusal({
		code: 'story.changed_meanwhile',
		status: 409,
		message: 'Bài vừa được người khác thay đổi. Hãy tải lại trang, xem bản mới nhất rồi làm lại.'
	});
}

type Changes = Partial<typeof story.$inferInsert>;

/** Carries out one transition: the new state, the line of history, the line of the journal. */
export async function move(
	tx: Transaction,
	ctx: Ctx,
	{ row }: Pick<Loaded, 'row'>,
	act: TransitionAct,
	changes: Changes,
	told: { act: string; reason?: string | undefined; after?: Record<string, unknown> }
): Promise<StoryRow> {
	const [moved] = await tx
		.update(story)
		.set({ ...changes, state: transitions[act].to, lockVersion: row.lockVersion + 1, changedAt: ctx.now })
		.where(eq(story.id, row.id))
		.returning();
	await tx.insert(storyTransition).values({
		storyId: row.id,
		act,
		fromState: row.state,
		toState: moved!.state,
		revisionId: moved!.currentRevisionId,
		at: ctx.now,
		byPersonId: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
		reason: told.reason ?? null
	});
	await record(tx, ctx, {
		act: told.act,
		subject: { kind: 'story', id: row.id },
		before: { state: row.state },
		after: { state: moved!.state, revisionId: moved!.currentRevisionId, ...told.after },
		note: told.reason
	});
	return moved!;
}

/** From here on this text can never change. */
export async function seal(tx: Transaction, ctx: Ctx, revisionId: number): Promise<void> {
	await tx
		.update(storyRevision)
		.set({ sealedAt: ctx.now })
		.where(and(inArray(storyRevision.id, [revisionId]), isNull(storyRevision.sealedAt)));
}

export function textOf(revision: RevisionRow): StoryText {
	const { title, summary, body, citedDocuments, areas, audiences, cover, attachments } = revision;
	return { title, summary, body, citedDocuments, areas, audiences, cover, attachments };
}

/** Nothing approved, nothing submitted, no time set: what every change of text begins with. */
export const noApproval = {
	submittedAt: null,
	submittedByPersonId: null,
	approvedAt: null,
	approvedByPersonId: null,
	approvedRevisionId: null,
	approvedWriterId: null,
	scheduledAt: null
} as const satisfies Changes;
