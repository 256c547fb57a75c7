/**
 * Files of a form that was handed back (a text too short, one file of a strange kind): the good ones stay for a day
 * under the form's key, so that nobody sends five photos twice over a bad network. A duty of the worker takes the rest away.
 */
import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import { Refusal, type RefusalDetail } from '#platform/refusal.ts';
import { file } from '#platform/schema.server.ts';
import { mostFiles } from './given.server.ts';
import { feedbackPendingFile } from './schema.server.ts';

export type Kept = { id: number; name: string; bytes: number };

/**
 * Keeps what can be kept of these files, beside the wanted ones of an earlier try; what cannot is told by name. Returns
 * what now stands on the form.
 */
export async function keep(
	ctx: Ctx,
	submissionKey: string,
	wanted: readonly number[],
	uploads: readonly files.Upload[]
): Promise<{ kept: Kept[]; refused: RefusalDetail[] }> {
	const before = await list(ctx, submissionKey);
	const stored: files.Stored[] = [];
	const refused: RefusalDetail[] = [];
	for (const upload of uploads.slice(0, mostFiles)) {
		try {
			stored.push(await files.store(ctx, upload, 'evidence'));
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			refused.push({ code: error.code, message: error.message, field: 'files' });
		}
	}
	// The same file chosen again is one file.
	const known = new Set(before.map(({ sha256 }) => sha256));
	const fresh = stored
		.filter(({ sha256 }) => !known.has(sha256))
		.slice(0, Math.max(0, mostFiles - before.length));
	await files.discard(stored.filter((one) => !fresh.includes(one)));
	if (fresh.length > 0) {
		try {
			await transact(ctx, async (tx) => {
				const rows = await files.enter(tx, fresh, 'staff');
				await tx
					.insert(feedbackPendingFile)
					.values(rows.map(({ id }) => ({ submissionKey, fileId: id, at: ctx.now })));
			});
		} catch (error) {
			await files.discard(fresh);
			throw error;
		}
	}
	const sent = new Set(stored.map(({ sha256 }) => sha256));
	const kept = (await list(ctx, submissionKey))
		.filter(({ id, sha256 }) => wanted.includes(id) || sent.has(sha256))
		.map(({ id, name, bytes }) => ({ id, name, bytes }));
	return { kept, refused };
}

async function list(ctx: Ctx, submissionKey: string): Promise<(Kept & { sha256: string })[]> {
	return read(ctx, (tx) =>
		tx
			.select({ id: file.id, name: file.name, bytes: file.bytes, sha256: file.sha256 })
			.from(feedbackPendingFile)
			.innerJoin(file, eq(file.id, feedbackPendingFile.fileId))
			.where(eq(feedbackPendingFile.submissionKey, submissionKey))
			.orderBy(asc(feedbackPendingFile.id))
	);
}

/** Those of the wanted files that really were kept for this form now belong to the caller. */
export async function claim(
	tx: Transaction,
	submissionKey: string,
	wanted: readonly number[]
): Promise<number[]> {
	if (wanted.length === 0) return [];
	const rows = await tx
		.delete(feedbackPendingFile)
		.where(
			and(
				eq(feedbackPendingFile.submissionKey, submissionKey),
				inArray(feedbackPendingFile.fileId, [...wanted])
			)
		)
		.returning({ fileId: feedbackPendingFile.fileId });
	return rows.map(({ fileId }) => fileId).sort((a, b) => a - b);
}

/** What nobody sent again within a day goes, row and bytes. Asked by the worker. */
export async function removeOld(ctx: Ctx): Promise<number> {
	const gone = await transact(ctx, async (tx) => {
		const rows = await tx
			.delete(feedbackPendingFile)
			.where(
				inArray(
					feedbackPendingFile.id,
					tx
						.select({ id: feedbackPendingFile.id })
						.from(feedbackPendingFile)
						.where(lte(feedbackPendingFile.at, sql`${ctx.now}::timestamptz - interval '1 day'`))
						.limit(500)
				)
			)
			.returning({ fileId: feedbackPendingFile.fileId });
		const removed: files.StoredFile[] = [];
		for (const { fileId } of rows) {
			const row = await files.forget(tx, fileId);
			if (row) removed.push(row);
		}
		return removed;
	});
	await files.discard(gone);
	return gone.length;
}
