/** Preview link (liên kết xem trước): lets somebody without an account read the text as it stands now, for a while. */
import { randomBytes } from 'node:crypto';
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { person, type Ctx } from '#people/actor.ts';
import { read, transact } from '#platform/db.server.ts';
import type { StoredFile } from '#platform/files.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { begin, load, type RevisionRow } from './facts.server.ts';
import { filesOf, tokensOf } from './files.server.ts';
import { story, storyPreview, storyRevision } from './schema.server.ts';

export type Preview = typeof storyPreview.$inferSelect;

export async function create(ctx: Ctx, storyId: number, days = 7): Promise<Preview> {
	const { personId } = person(ctx);
	if (!Number.isInteger(days) || days < 1 || days > 30) {
		throw new Refusal({
			code: 'story.preview_days',
			field: 'days',
			message: 'Liên kết xem trước dùng được từ 1 đến 30 ngày. Hãy chọn lại số ngày.'
		});
	}
	return transact(ctx, async (tx) => {
		await begin(tx, ctx, 'preview', storyId);
		const [row] = await tx
			.insert(storyPreview)
			.values({
				storyId,
				token: randomBytes(18).toString('base64url'),
				createdAt: ctx.now,
				createdByPersonId: personId,
				expiresAt: new Date(ctx.now.getTime() + days * 86_400_000)
			})
			.returning();
		// The token itself is a key and stays out of the journal.
		await record(tx, ctx, {
			act: 'story.preview_made',
			subject: { kind: 'story', id: storyId },
			after: { previewId: row!.id, days }
		});
		return row!;
	});
}

export async function revoke(ctx: Ctx, storyId: number, previewId: number): Promise<void> {
	const { personId } = person(ctx);
	await transact(ctx, async (tx) => {
		await begin(tx, ctx, 'preview', storyId);
		const [row] = await tx
			.update(storyPreview)
			.set({ revokedAt: ctx.now, revokedByPersonId: personId })
			.where(
				and(eq(storyPreview.id, previewId), eq(storyPreview.storyId, storyId), isNull(storyPreview.revokedAt))
			)
			.returning({ id: storyPreview.id });
		if (!row) throw notFound('liên kết xem trước này');
		await record(tx, ctx, {
			act: 'story.preview_revoked',
			subject: { kind: 'story', id: storyId },
			after: { previewId }
		});
	});
}

/** The links of a story that still open. */
export async function openOnes(ctx: Ctx, storyId: number): Promise<Preview[]> {
	return read(ctx, async (tx) => {
		await load(tx, ctx, storyId, 'look');
		return tx
			.select()
			.from(storyPreview)
			.where(
				and(
					eq(storyPreview.storyId, storyId),
					isNull(storyPreview.revokedAt),
					gt(storyPreview.expiresAt, ctx.now)
				)
			)
			.orderBy(desc(storyPreview.id));
	});
}

export type Previewed = { storyId: number; revision: RevisionRow; files: StoredFile[]; expiresAt: Date };

/** What the link shows; whoever holds it may be anybody. Unknown, ended and revoked links read the same. */
export async function byToken(ctx: Ctx, token: string): Promise<Previewed> {
	return read(ctx, async (tx) => {
		const [found] = await tx
			.select({ storyId: storyPreview.storyId, expiresAt: storyPreview.expiresAt, revision: storyRevision })
			.from(storyPreview)
			.innerJoin(story, eq(story.id, storyPreview.storyId))
			.innerJoin(storyRevision, eq(storyRevision.id, story.currentRevisionId))
			.where(
				and(
					eq(storyPreview.token, token),
					isNull(storyPreview.revokedAt),
					gt(storyPreview.expiresAt, ctx.now)
				)
			);
		if (!found) {
			throw new Refusal({
				code: 'not_found',
				status: 404,
				message: 'Liên kết xem trước này đã hết hạn hoặc đã được thu hồi. Hãy xin liên kết mới từ người gửi.'
			});
		}
		const shown = new Set(tokensOf(found.revision));
		return { ...found, files: (await filesOf(tx, found.storyId)).filter(({ token: own }) => shown.has(own)) };
	});
}
