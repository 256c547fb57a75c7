/** Pictures and attachments of a story. A text shows files of its own story only, because publishing makes them public. */
import { eq } from 'drizzle-orm';
import { person, type Ctx } from '#people/actor.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, refuseIfAny, Refusal } from '#platform/refusal.ts';
import { file } from '#platform/schema.server.ts';
import { imagesOf } from './body.ts';
import { load } from './facts.server.ts';
import { refusals } from './policy.ts';
import { storyFile } from './schema.server.ts';
import type { StoryText } from './story.ts';

/** Takes a picture or document in for this story. It is for staff until a version that shows it is published. */
export async function upload(
	ctx: Ctx,
	storyId: number,
	given: { name: string; bytes: Uint8Array },
	use: 'picture' | 'attachment'
): Promise<files.StoredFile> {
	const { personId } = person(ctx);
	return transact(ctx, async (tx) => {
		// Not locked: drawing a large picture takes a while, and neither saving nor the hour of publication waits for it.
		const { facts } = await load(tx, ctx, storyId, 'look');
		refuseIfAny(refusals(ctx.actor, 'save', facts));
		const row = await files.put(tx, ctx, given);
		if (use === 'picture' && !row.mime.startsWith('image/')) {
			throw new Refusal({
				code: 'story.not_a_picture',
				field: 'file',
				message: `Tệp “${row.name}” không phải là ảnh. Hãy chọn ảnh JPG, PNG hoặc WebP; tài liệu thì thêm ở mục “Tệp đính kèm”.`
			});
		}
		await tx.insert(storyFile).values({ storyId, fileId: row.id, at: ctx.now, byPersonId: personId });
		await record(tx, ctx, {
			act: 'story.file_added',
			subject: { kind: 'story', id: storyId },
			after: { fileId: row.id, name: row.name, use }
		});
		return row;
	});
}

export async function copyFiles(tx: Transaction, ctx: Ctx, from: number, to: number): Promise<void> {
	const { personId } = person(ctx);
	const rows = await tx
		.select({ fileId: storyFile.fileId })
		.from(storyFile)
		.where(eq(storyFile.storyId, from));
	if (rows.length === 0) return;
	await tx
		.insert(storyFile)
		.values(rows.map(({ fileId }) => ({ storyId: to, fileId, at: ctx.now, byPersonId: personId })));
}

export async function filesOf(tx: Transaction, storyId: number): Promise<files.StoredFile[]> {
	const rows = await tx
		.select({ file })
		.from(storyFile)
		.innerJoin(file, eq(file.id, storyFile.fileId))
		.where(eq(storyFile.storyId, storyId));
	return rows.map((row) => row.file);
}

/** One file of a story, for whoever may open the story. */
export async function byToken(ctx: Ctx, storyId: number, token: string): Promise<files.StoredFile> {
	return read(ctx, async (tx) => {
		await load(tx, ctx, storyId, 'look');
		const found = (await filesOf(tx, storyId)).find((row) => row.token === token);
		if (!found) throw notFound('tệp này trong bài');
		return found;
	});
}

/** What the public version shows, the public may fetch. */
export async function makeShownPublic(tx: Transaction, storyId: number, text: Shown): Promise<void> {
	const tokens = new Set(tokensOf(text));
	for (const row of await filesOf(tx, storyId)) {
		if (tokens.has(row.token) && row.access !== 'public') await files.makePublic(tx, row.id);
	}
}

type Shown = Pick<StoryText, 'body' | 'cover' | 'attachments'>;

/** Tokens of every file a text shows or offers. */
export function tokensOf(text: Shown): string[] {
	return [
		...new Set([
			...imagesOf(text.body).map(({ token }) => token),
			...(text.cover.token ? [text.cover.token] : []),
			...text.attachments.map(({ token }) => token)
		])
	];
}

export async function filesMustBeOwn(tx: Transaction, storyId: number, text: Shown): Promise<void> {
	const tokens = tokensOf(text);
	if (tokens.length === 0) return;
	const known = new Set((await filesOf(tx, storyId)).map(({ token }) => token));
	if (tokens.some((token) => !known.has(token))) {
		throw new Refusal({
			code: 'story.foreign_file',
			field: 'body',
			message:
				'Có ảnh hoặc tệp không thuộc bài này (thường do dán từ bài khác). Hãy xóa ảnh đó và thêm lại bằng nút “Thêm ảnh”.'
		});
	}
}
