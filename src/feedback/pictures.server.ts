/** Public pictures: a new file drawn from the original, boxes painted over in one colour, nothing of the metadata left. */
import { and, asc, eq, like } from 'drizzle-orm';
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { Ctx } from '#people/actor.ts';
import { read, type Transaction } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { file } from '#platform/schema.server.ts';
import { load } from './facts.server.ts';
import { sight } from './policy.ts';
import type { Box } from './redaction.ts';
import { feedbackFile } from './schema.server.ts';

const cover = { r: 70, g: 78, b: 88 };
const LONGEST_SIDE = 1600;

/** What an officer decided of a photo to be shown. */
export type Covering = { boxes: Box[]; nobody: boolean };

export async function covered(bytes: Uint8Array, boxes: readonly Box[]): Promise<Buffer> {
	// Smaller first: painted afterwards, a box has nothing of what lay under it.
	const upright = await sharp(bytes)
		.rotate()
		.resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
		.toBuffer({ resolveWithObject: true });
	const { width, height } = upright.info;
	const painted = boxes.flatMap((box) => {
		const left = Math.max(0, Math.floor(box.x * width));
		const top = Math.max(0, Math.floor(box.y * height));
		const right = Math.min(width, Math.ceil((box.x + box.width) * width));
		const bottom = Math.min(height, Math.ceil((box.y + box.height) * height));
		if (right <= left || bottom <= top) return [];
		return {
			input: {
				create: { width: right - left, height: bottom - top, channels: 3 as const, background: cover }
			},
			left,
			top
		};
	});
	// Without withMetadata() sharp writes none.
	return sharp(upright.data)
		.flatten({ background: '#ffffff' })
		.composite(painted)
		.jpeg({ quality: 82 })
		.toBuffer();
}

export async function coveredFile(row: files.StoredFile, boxes: readonly Box[]): Promise<Buffer> {
	return covered(await readFile(files.pathOf(row.token)), boxes);
}

/** The picture exactly as it would be public, for whoever compares it with the original. */
export async function preview(ctx: Ctx, caseId: number, id: number): Promise<Buffer> {
	const { row, stored } = await read(ctx, async (tx) => {
		const { facts } = await load(tx, ctx, caseId, 'look');
		const picture = (await picturesOf(tx, caseId)).find((one) => one.row.id === id);
		if (!picture || !picture.row.chosen || sight(ctx.actor, facts) !== 'text') throw notFound('ảnh này');
		return picture;
	});
	return coveredFile(stored, row.boxes);
}

/** Pictures only: what is said on a recording or stands in a PDF cannot be covered here, so it stays inside. */
export async function picturesOf(tx: Transaction, caseId: number) {
	return tx
		.select({ row: feedbackFile, stored: file })
		.from(feedbackFile)
		.innerJoin(file, eq(file.id, feedbackFile.fileId))
		.where(and(eq(feedbackFile.caseId, caseId), like(file.mime, 'image/%')))
		.orderBy(asc(feedbackFile.position), asc(feedbackFile.id));
}

export async function choosePictures(
	tx: Transaction,
	caseId: number,
	given: Record<number, Covering>,
	whole: boolean
): Promise<void> {
	for (const { row } of await picturesOf(tx, caseId)) {
		const chosen = whole ? given[row.id] : undefined;
		if (chosen) refuseUncovered(chosen);
		await tx
			.update(feedbackFile)
			.set({
				chosen: chosen !== undefined,
				nobody: chosen?.nobody ?? false,
				boxes: chosen?.boxes ?? []
			})
			.where(eq(feedbackFile.id, row.id));
	}
}

/** A photo nobody covered is shown only when somebody says that there is nothing to cover. */
export function refuseUncovered({ boxes, nobody }: Covering): void {
	if (boxes.length === 0 && !nobody)
		throw new Refusal({
			code: 'feedback.picture_uncovered',
			field: 'pictures',
			message:
				'Có ảnh chưa che chỗ nào. Hãy vẽ ô che lên mặt người, biển số, số nhà; hoặc đánh dấu “Ảnh không có ai, không có biển số, số nhà nào nhận ra được”.'
		});
}
