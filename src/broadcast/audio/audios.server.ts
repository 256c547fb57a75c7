/** Audio (bản âm thanh): taken in or read by a voice, made ready by the worker, stopped, tried again, trimmed. */
import { createHash } from 'node:crypto';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { person, type Ctx } from '#people/actor.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny, type RefusalDetail } from '#platform/refusal.ts';
import { syllablesOf } from '../episode.ts';
import { refusals } from '../policy.ts';
import { audio, episode, readAloud, segment } from '../schema.server.ts';
import type { Upload } from '#platform/files.server.ts';

export type Audio = typeof audio.$inferSelect;
type Kind = Audio['kind'];

type Taken = {
	kind: Exclude<Kind, 'synthetic'>;
	title: string;
	/** Of the text a recording reads. */
	spoken?: string | undefined;
	/** Made by whoever sends it: what is sent twice is taken in once. */
	key?: string | undefined;
};

/** Takes a recording, a file or music in; the worker makes it ready. Returns its number at once. */
export async function upload(ctx: Ctx, given: Taken & { file: Upload }): Promise<number> {
	refuseIfAny(refusals(ctx.actor, 'make_audio'));
	return enter(ctx, given, given.file.name, await files.store(ctx, given.file, 'sound'));
}

/** The same of a file that was put together here, piece by piece ({@link file://./pieces.server.ts}). */
export async function take(
	ctx: Ctx,
	given: Taken & { file: { name: string; path: string } }
): Promise<number> {
	refuseIfAny(refusals(ctx.actor, 'make_audio'));
	return enter(ctx, given, given.file.name, await files.adopt(ctx, given.file));
}

/** What was taken in with this key before: its answer was lost on the way. */
export async function takenAs(ctx: Ctx, key: string): Promise<number | undefined> {
	refuseIfAny(refusals(ctx.actor, 'make_audio'));
	const [row] = await read(ctx, (tx) =>
		tx.select({ id: audio.id }).from(audio).where(eq(audio.uploadKey, key))
	);
	return row?.id;
}

async function enter(ctx: Ctx, given: Taken, name: string, stored: files.Stored): Promise<number> {
	return transact(ctx, async (tx) => {
		const [original] = await files.enter(tx, [stored]);
		const title = titled(given.title || name);
		const [row] = await tx
			.insert(audio)
			.values({
				kind: given.kind,
				title,
				state: 'waiting',
				originalFileId: original!.id,
				uploadKey: given.key ?? null,
				...(given.spoken && {
					spokenHash: spokenHash(given.spoken),
					syllables: syllablesOf(given.spoken) || null
				}),
				madeAt: ctx.now,
				madeByPersonId: maker(ctx)
			})
			.returning({ id: audio.id });
		await record(tx, ctx, {
			act: 'audio.uploaded',
			subject: { kind: 'audio', id: row!.id },
			after: { kind: given.kind, title }
		});
		return row!.id;
	});
}

/** Lets a voice read a text that is in its spoken form. */
export async function synthesise(
	ctx: Ctx,
	given: { title: string; spoken: string; voice: string }
): Promise<number> {
	refuseIfAny(refusals(ctx.actor, 'make_audio'));
	const script = given.spoken.normalize('NFC').trim();
	if (!/\p{L}/u.test(script))
		throw new Refusal({
			code: 'audio.nothing_to_read',
			field: 'spoken',
			message: 'Chưa có lời để đọc. Hãy viết lời phát thanh trước.'
		});
	if (script.length > 60_000)
		throw new Refusal({
			code: 'audio.too_long',
			field: 'spoken',
			message: 'Lời dài quá 60.000 ký tự. Hãy chia thành nhiều tiết mục.'
		});
	return transact(ctx, async (tx) => {
		const [row] = await tx
			.insert(audio)
			.values({
				kind: 'synthetic',
				title: titled(given.title),
				state: 'waiting',
				script,
				spokenHash: spokenHash(script),
				voice: given.voice,
				madeAt: ctx.now,
				madeByPersonId: maker(ctx)
			})
			.returning({ id: audio.id });
		await record(tx, ctx, {
			act: 'audio.asked',
			subject: { kind: 'audio', id: row!.id },
			after: { title: given.title, voice: given.voice }
		});
		return row!.id;
	});
}

/** Tells whether an audio still reads the text: of the spoken form. */
export const spokenHash = (spoken: string): string =>
	createHash('sha256').update(spoken.normalize('NFC').trim()).digest('hex').slice(0, 32);

const titled = (title: string): string => title.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 200);
const maker = (ctx: Ctx): number | null => (ctx.actor.kind === 'person' ? ctx.actor.personId : null);

export async function of(tx: Transaction, id: number): Promise<Audio | undefined> {
	const [row] = await tx.select().from(audio).where(eq(audio.id, id));
	return row;
}

export async function several(tx: Transaction, ids: number[]): Promise<Map<number, Audio>> {
	if (ids.length === 0) return new Map();
	const rows = await tx.select().from(audio).where(inArray(audio.id, ids));
	return new Map(rows.map((row) => [row.id, row]));
}

/** Where it is heard: the latest episodes whose segments it was given to. */
export async function usedBy(
	tx: Transaction,
	id: number
): Promise<{ segmentId: number; episodeId: number; title: string }[]> {
	return tx
		.select({ segmentId: segment.id, episodeId: episode.id, title: episode.title })
		.from(segment)
		.innerJoin(episode, eq(episode.id, segment.episodeId))
		.where(eq(segment.audioId, id))
		.orderBy(desc(episode.airsAt))
		.limit(6);
}

/** The latest, for choosing from. */
export async function list(ctx: Ctx, options: { kinds?: Kind[]; limit?: number } = {}): Promise<Audio[]> {
	refuseIfAny(refusals(ctx.actor, 'look'));
	return read(ctx, (tx) =>
		tx
			.select()
			.from(audio)
			.where(
				and(
					options.kinds ? inArray(audio.kind, options.kinds) : undefined,
					// What was read aloud for visitors of the portal is no material of the station.
					sql`not exists (select from ${readAloud} where ${readAloud.audioId} = ${audio.id})`
				)
			)
			.orderBy(desc(audio.id))
			.limit(options.limit ?? 50)
	);
}

type Change = {
	act: string;
	from: Audio['state'][];
	/** Said when it is in none of these states. */
	otherwise: string;
	changes: (row: Audio) => Partial<typeof audio.$inferInsert>;
};

async function change(ctx: Ctx, id: number, { act, from, otherwise, changes }: Change): Promise<void> {
	refuseIfAny(refusals(ctx.actor, 'make_audio'));
	person(ctx);
	await transact(ctx, async (tx) => {
		const [row] = await tx.select().from(audio).where(eq(audio.id, id)).for('update');
		if (!row) throw notFound('bản âm thanh này');
		if (!from.includes(row.state))
			throw new Refusal({ code: 'audio.state', status: 409, message: otherwise });
		const after = changes(row);
		await tx
			.update(audio)
			.set({ ...after, lockVersion: row.lockVersion + 1 })
			.where(eq(audio.id, id));
		await record(tx, ctx, { act, subject: { kind: 'audio', id }, before: { state: row.state }, after });
	});
}

/** The cut of the files that are there. */
export const asItWas = (row: Audio): Partial<typeof audio.$inferInsert> =>
	row.mp3FileId === null ? {} : { progress: 100, trimFromMs: row.madeFromMs, trimToMs: row.madeToMs };

/** Stops the work: what came in is kept, and so is what was made of it before. */
export const stop = (ctx: Ctx, id: number): Promise<void> =>
	change(ctx, id, {
		act: 'audio.stopped',
		from: ['waiting', 'working'],
		otherwise: 'Việc xử lý âm thanh này đã xong hoặc đã dừng. Hãy tải lại trang.',
		changes: (row) => ({
			...asItWas(row),
			state: row.mp3FileId === null ? 'stopped' : 'ready',
			step: null,
			claim: null
		})
	});

const again = { state: 'waiting', progress: 0, step: null, error: null, tries: 0 } as const;

export const retry = (ctx: Ctx, id: number): Promise<void> =>
	change(ctx, id, {
		act: 'audio.retried',
		from: ['failed', 'stopped'],
		otherwise: 'Âm thanh này đang được xử lý hoặc đã xong. Hãy tải lại trang.',
		changes: () => again
	});

/** Cuts what stands before and after, counted in the whole recording; that is kept, so it can be cut anew. */
export async function trim(
	ctx: Ctx,
	id: number,
	{ fromMs, toMs }: { fromMs: number; toMs: number }
): Promise<void> {
	if (!Number.isInteger(fromMs) || !Number.isInteger(toMs) || fromMs < 0 || toMs - fromMs < 500)
		throw new Refusal({
			code: 'audio.trim',
			field: 'toMs',
			message: 'Đoạn giữ lại phải dài ít nhất nửa giây. Hãy chọn lại điểm đầu và điểm cuối.'
		});
	await change(ctx, id, {
		act: 'audio.trimmed',
		from: ['ready'],
		otherwise: 'Âm thanh này đang được xử lý hoặc chưa xong. Hãy đợi xong rồi cắt.',
		changes: (row) => {
			refuseIfAny(trimRefusals(row));
			const length = row.wholeDurationMs!;
			if (fromMs >= length - 500)
				throw new Refusal({
					code: 'audio.trim',
					field: 'fromMs',
					message: `Bản thu chỉ dài ${Math.floor(length / 1000)} giây. Hãy chọn điểm đầu sớm hơn.`
				});
			// Up to the end means: as long as it is.
			const cut = { trimFromMs: fromMs === 0 ? null : fromMs, trimToMs: toMs >= length ? null : toMs };
			return { ...again, ...cut };
		}
	});
}

/** The whole recording again, as it came in. */
export const untrim = (ctx: Ctx, id: number): Promise<void> =>
	change(ctx, id, {
		act: 'audio.untrimmed',
		from: ['ready'],
		otherwise: 'Âm thanh này đang được xử lý hoặc chưa xong. Hãy đợi xong rồi làm lại.',
		changes: () => ({ ...again, trimFromMs: null, trimToMs: null })
	});

/** Reasons why this one is not cut by hand. */
export function trimRefusals(row: Audio): RefusalDetail[] {
	if (row.originalFileId === null)
		return [
			{
				code: 'audio.trim_synthetic',
				status: 409,
				message: 'Giọng máy đọc thì không cần cắt: hãy sửa lời rồi cho đọc lại.'
			}
		];
	if (row.wholeFileId === null)
		return [
			{
				code: 'audio.trim_no_whole',
				status: 409,
				message: 'Bản này làm từ trước khi có phần cắt. Hãy bấm “Lấy lại bản đầy đủ”, đợi xong rồi cắt.'
			}
		];
	return [];
}

/** The reader says that the recording fits the words as they are now, although they were changed after it. */
export async function vouch(ctx: Ctx, id: number, spoken: string): Promise<void> {
	await change(ctx, id, {
		act: 'audio.vouched',
		from: ['ready'],
		otherwise: 'Âm thanh này chưa sẵn sàng. Hãy đợi xong rồi xác nhận.',
		changes: (row) => {
			if (row.kind === 'synthetic')
				throw new Refusal({
					code: 'audio.vouch_synthetic',
					status: 409,
					message: 'Giọng máy đọc đúng từng chữ của lời cũ. Hãy cho giọng máy đọc lại lời mới.'
				});
			return { spokenHash: spokenHash(spoken) };
		}
	});
}
