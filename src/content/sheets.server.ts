/**
 * The approval sheet: signed once over the text and all editions, from a phone if need be; void as soon as anything it
 * covers is another. Nothing leaves for a channel without it.
 */
import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { person, type Ctx } from '#people/actor.ts';
import { person as personTable } from '#people/schema.server.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { Refusal, refuseIfAny, type RefusalDetail } from '#platform/refusal.ts';
import { editionsIn, toldOf, type EditionView } from './editions.server.ts';
import { load, type Loaded } from './facts.server.ts';
import { refusals } from './policy.ts';
import { approveIn } from './review.server.ts';
import { approvalSheet, edition, violations } from './schema.server.ts';
import { canonical, type SheetPart } from './sheet.ts';
import { latest, type SheetRow } from './sheet-fall.server.ts';

const digestOf = (revisionId: number, parts: SheetPart[]): string =>
	createHash('sha256').update(canonical(revisionId, parts)).digest('hex');

async function partsOf(tx: Transaction, storyId: number, editions: EditionView[]): Promise<SheetPart[]> {
	const rows = await tx
		.select({ id: edition.id, outlet: edition.outlet })
		.from(edition)
		.where(eq(edition.storyId, storyId));
	return editions
		.filter(({ wanted }) => wanted)
		.map(({ outlet, version, message }) => ({
			editionId: rows.find((row) => row.outlet === outlet)?.id ?? 0,
			outlet,
			version,
			message
		}));
}

export type Sheet = {
	parts: SheetPart[];
	digest: string;
	/** The signature that holds now. */
	signed: { at: Date; by: string } | null;
	/** A signature that fell, and what is another since. */
	fallen: { at: Date; by: string; changed: string[] } | null;
	refusals: RefusalDetail[];
	lockVersion: number;
};

/** The sheet as it stands, for whoever may open the story. */
export async function look(ctx: Ctx, storyId: number): Promise<Sheet> {
	return read(ctx, async (tx) => {
		const loaded = await load(tx, ctx, storyId, 'look');
		const told = await toldOf(tx, ctx, storyId, loaded.revision, false);
		const parts = await partsOf(tx, storyId, await editionsIn(tx, loaded, told));
		const digest = digestOf(loaded.revision.id, parts);
		const last = await latest(tx, storyId);
		const [signer] = last
			? await tx
					.select({ name: personTable.name })
					.from(personTable)
					.where(eq(personTable.id, last.signedByPersonId))
			: [];
		const by = { at: last?.signedAt ?? ctx.now, by: signer?.name ?? '' };
		const holds = last !== undefined && stillSame(last, loaded, parts);
		return {
			parts,
			digest,
			signed: holds ? by : null,
			fallen: last && !holds ? { ...by, changed: changedSince(last, loaded, parts) } : null,
			refusals: await signRefusals(tx, ctx, loaded),
			lockVersion: loaded.row.lockVersion
		};
	});
}

/** Pictures drawn at signing are not there before it; apart from them nothing may differ. */
const withoutDrawn = (part: SheetPart): SheetPart => ({ ...part, message: { ...part.message, cover: null } });

function stillSame(last: SheetRow, { revision }: Loaded, parts: SheetPart[]): boolean {
	return (
		last.revisionId === revision.id &&
		canonical(revision.id, last.parts.map(withoutDrawn)) === canonical(revision.id, parts.map(withoutDrawn))
	);
}

function changedSince(last: SheetRow, { revision }: Loaded, parts: SheetPart[]): string[] {
	const changed = last.revisionId === revision.id ? [] : ['portal'];
	const outlets = new Set([...last.parts, ...parts].map(({ outlet }) => outlet));
	for (const outlet of outlets) {
		const before = last.parts.filter((part) => part.outlet === outlet).map(withoutDrawn);
		const now = parts.filter((part) => part.outlet === outlet).map(withoutDrawn);
		if (canonical(0, before) !== canonical(0, now)) changed.push(outlet);
	}
	return changed;
}

/** Leaders sign, never over words of their own; the story has to be complete. */
async function signRefusals(tx: Transaction, ctx: Ctx, { row, facts }: Loaded): Promise<RefusalDetail[]> {
	const approved = ['approved', 'scheduled', 'published'].includes(facts.state);
	// A text approved already needs only the signature over the editions.
	const reasons = refusals(
		ctx.actor,
		'approve',
		approved ? { ...facts, state: 'in_review', writerIds: [], authorPersonId: row.authorPersonId } : facts
	);
	const writers = await tx
		.selectDistinct({ id: edition.changedByPersonId })
		.from(edition)
		.where(eq(edition.storyId, row.id));
	const mine =
		ctx.actor.kind === 'person' &&
		writers.some(({ id }) => ctx.actor.kind === 'person' && id === ctx.actor.personId);
	if (mine && !reasons.some(({ code }) => code === 'story.own_work'))
		reasons.push({
			code: 'sheet.own_work',
			status: 403,
			message: 'Đồng chí đã sửa bản cho kênh nên không tự ký phiếu này. Hãy nhờ lãnh đạo khác ký.'
		});
	return reasons;
}

/** Signs the text and all editions at once; a text waiting for approval is approved with it. */
export async function sign(
	ctx: Ctx,
	storyId: number,
	seen: { digest: string; lockVersion: number }
): Promise<void> {
	const { personId } = person(ctx);
	await transact(
		ctx,
		async (tx) => {
			const loaded = await load(tx, ctx, storyId, 'lock');
			refuseIfAny(await signRefusals(tx, ctx, loaded));
			const plain = await toldOf(tx, ctx, storyId, loaded.revision, false);
			const shown = await partsOf(tx, storyId, await editionsIn(tx, loaded, plain));
			if (loaded.row.lockVersion !== seen.lockVersion || digestOf(loaded.revision.id, shown) !== seen.digest)
				throw new Refusal({
					code: 'sheet.changed_meanwhile',
					status: 409,
					message: 'Bài hoặc một bản cho kênh vừa thay đổi. Hãy tải lại trang, xem bản mới rồi ký.'
				});
			// A signature names rows: editions nobody wrote in get theirs now.
			for (const { outlet, editionId } of shown)
				if (editionId === 0)
					await tx
						.insert(edition)
						.values({
							storyId,
							outlet,
							basedRevisionId: loaded.revision.id,
							changedAt: ctx.now,
							changedByPersonId: loaded.revision.byPersonId
						})
						.onConflictDoNothing();
			const told = await toldOf(tx, ctx, storyId, loaded.revision, true);
			const parts = await partsOf(tx, storyId, await editionsIn(tx, loaded, told));
			if (loaded.row.state === 'in_review') await approveIn(tx, ctx, storyId, loaded.row.lockVersion);
			const [signed] = await tx
				.insert(approvalSheet)
				.values({
					storyId,
					revisionId: loaded.revision.id,
					digest: digestOf(loaded.revision.id, parts),
					parts,
					signedAt: ctx.now,
					signedByPersonId: personId
				})
				.returning({ id: approvalSheet.id, digest: approvalSheet.digest });
			await record(tx, ctx, {
				act: 'sheet.signed',
				subject: { kind: 'story', id: storyId },
				after: {
					title: loaded.revision.title,
					digest: signed!.digest,
					outlets: parts.map(({ outlet }) => outlet)
				}
			});
		},
		violations
	);
}

/** What may be sent: the parts of a signature that still holds. Empty without one. */
export async function signedParts(tx: Transaction, ctx: Ctx, loaded: Loaded): Promise<SheetPart[]> {
	const last = await latest(tx, loaded.row.id);
	if (!last) return [];
	const told = await toldOf(tx, ctx, loaded.row.id, loaded.revision, false);
	const parts = await partsOf(tx, loaded.row.id, await editionsIn(tx, loaded, told));
	return stillSame(last, loaded, parts) ? last.parts : [];
}
