/** The texts of a story: written over within a sitting, sealed when it matters, kept beside when they came too late. */
import { and, eq } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { person } from '#people/schema.server.ts';
import type { Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { wordCount } from './body.ts';
import { move, noApproval, openSideOf, type Loaded, type RevisionRow } from './facts.server.ts';
import { story, storyRevision } from './schema.server.ts';
import { fall } from './sheet-fall.server.ts';
import type { StoryText } from './story.ts';

/** A sitting: automatic saves within it write over each other, so the history shows sittings, not seconds. */
const SITTING = 10 * 60_000;

/** Makes a revision the current one; whatever was submitted, approved or scheduled was another text. */
export async function replaceText(
	tx: Transaction,
	ctx: Ctx,
	loaded: Loaded,
	revision: RevisionRow
): Promise<Loaded> {
	const { row } = loaded;
	if (row.state === 'draft' || row.state === 'sent_back') {
		const [updated] = await tx
			.update(story)
			.set({ currentRevisionId: revision.id, lockVersion: row.lockVersion + 1, changedAt: ctx.now })
			.where(eq(story.id, row.id))
			.returning();
		return { ...loaded, row: updated!, revision };
	}
	const approved = row.state === 'approved' || row.state === 'scheduled';
	const moved = await move(
		tx,
		ctx,
		loaded,
		'save',
		{ ...noApproval, currentRevisionId: revision.id },
		{
			act: approved
				? 'story.approval_voided'
				: row.state === 'published'
					? 'story.new_version'
					: 'story.submission_voided',
			after: approved ? { approvedByPersonId: row.approvedByPersonId, scheduledAt: row.scheduledAt } : {}
		}
	);
	await fall(tx, ctx, row.id, 'Bài đã thay đổi.');
	return { ...loaded, row: moved, revision };
}

type RevisionKind = RevisionRow['kind'];

export async function insertRevision(
	tx: Transaction,
	ctx: Ctx,
	storyId: number,
	text: StoryText,
	how: {
		kind: RevisionKind;
		byPersonId: number;
		note?: string | undefined;
		baseRevisionId?: number;
		sealed?: boolean;
	}
): Promise<RevisionRow> {
	const [row] = await tx
		.insert(storyRevision)
		.values({
			storyId,
			kind: how.kind,
			...text,
			words: wordCount(text.body),
			byPersonId: how.byPersonId,
			begunAt: ctx.now,
			at: ctx.now,
			note: how.note?.normalize('NFC').trim().slice(0, 500) || null,
			baseRevisionId: how.baseRevisionId ?? null,
			sealedAt: how.sealed ? ctx.now : null
		})
		.returning();
	return row!;
}

/** The same person's unsealed automatic save of this sitting is written over; otherwise a new row begins. */
export async function writeRevision(
	tx: Transaction,
	ctx: Ctx,
	{ row, revision }: Loaded,
	text: StoryText,
	personId: number,
	how: { automatic?: boolean; note?: string | undefined },
	voids: boolean
): Promise<RevisionRow> {
	const sameSitting =
		!voids &&
		revision.sealedAt === null &&
		revision.byPersonId === personId &&
		ctx.now.getTime() - revision.begunAt.getTime() < SITTING;
	const kind = how.automatic ? 'auto' : 'saved';
	if (sameSitting && (how.automatic || revision.kind === 'auto')) {
		const [over] = await tx
			.update(storyRevision)
			.set({
				...text,
				kind,
				words: wordCount(text.body),
				at: ctx.now,
				note: how.note ?? revision.note,
				sealedAt: how.automatic ? null : ctx.now
			})
			.where(eq(storyRevision.id, revision.id))
			.returning();
		if (kind === 'saved') await noteSaved(tx, ctx, row.id, over!);
		return over!;
	}
	const added = await insertRevision(tx, ctx, row.id, text, {
		kind,
		byPersonId: personId,
		note: how.note,
		sealed: !how.automatic
	});
	await noteSaved(tx, ctx, row.id, added);
	return added;
}

/** One line per sitting or per save by hand; the seconds in between are in the revision itself. */
async function noteSaved(tx: Transaction, ctx: Ctx, id: number, revision: RevisionRow): Promise<void> {
	await record(tx, ctx, {
		act: 'story.saved',
		subject: { kind: 'story', id },
		after: { revisionId: revision.id, title: revision.title, words: revision.words },
		note: revision.note ?? undefined
	});
}

export type KeptBeside = {
	outcome: 'conflict';
	sideRevisionId: number;
	lockVersion: number;
	byName: string;
	at: Date;
};

/** A text that came too late: stored beside the current one, nothing typed is lost. */
export async function keepBeside(
	tx: Transaction,
	ctx: Ctx,
	loaded: Loaded,
	text: StoryText,
	personId: number
): Promise<KeptBeside> {
	const { row, revision } = loaded;
	const [open] = await tx
		.select()
		.from(storyRevision)
		.where(and(openSideOf(row.id), eq(storyRevision.byPersonId, personId)));
	let sideId = open?.id;
	if (open) {
		// The latest of what this person typed; an earlier side text of theirs is contained in it.
		await tx
			.update(storyRevision)
			.set({ ...text, words: wordCount(text.body), at: ctx.now })
			.where(eq(storyRevision.id, open.id));
	} else {
		const side = await insertRevision(tx, ctx, row.id, text, {
			kind: 'side',
			byPersonId: personId,
			baseRevisionId: revision.id
		});
		sideId = side.id;
		await record(tx, ctx, {
			act: 'story.conflict_kept',
			subject: { kind: 'story', id: row.id },
			after: { sideRevisionId: side.id, currentRevisionId: revision.id }
		});
	}
	const [writer] = await tx
		.select({ name: person.name })
		.from(person)
		.where(eq(person.id, revision.byPersonId));
	return {
		outcome: 'conflict',
		sideRevisionId: sideId!,
		lockVersion: row.lockVersion,
		byName: writer!.name,
		at: revision.at
	};
}
