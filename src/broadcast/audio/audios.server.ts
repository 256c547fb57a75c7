/** Audio (bản âm thanh): taken in or read by a voice, made ready by the worker, stopped, tried again, trimmed. */
import { createHash } from 'node:crypto';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { person, type Ctx } from '#people/actor.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import { refusals } from '../policy.ts';
import { audio } from '../schema.server.ts';
import type { Upload } from '#platform/files.server.ts';

export type Audio = typeof audio.$inferSelect;
type Kind = Audio['kind'];

/** Takes a recording, a file or music in; the worker makes it ready. Returns its number at once. */
export async function upload(
	ctx: Ctx,
	given: { kind: Exclude<Kind, 'synthetic'>; title: string; file: Upload }
): Promise<number> {
	refuseIfAny(refusals(ctx.actor, 'make_audio'));
	const stored = await files.store(ctx, given.file, 'sound');
	return transact(ctx, async (tx) => {
		const [original] = await files.enter(tx, [stored]);
		const [row] = await tx
			.insert(audio)
			.values({
				kind: given.kind,
				title: titled(given.title || given.file.name),
				state: 'waiting',
				originalFileId: original!.id,
				madeAt: ctx.now,
				madeByPersonId: maker(ctx)
			})
			.returning({ id: audio.id });
		await record(tx, ctx, {
			act: 'audio.uploaded',
			subject: { kind: 'audio', id: row!.id },
			after: { kind: given.kind, title: given.title }
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

/** The latest, for choosing from. */
export async function list(ctx: Ctx, options: { kinds?: Kind[]; limit?: number } = {}): Promise<Audio[]> {
	refuseIfAny(refusals(ctx.actor, 'look'));
	return read(ctx, (tx) =>
		tx
			.select()
			.from(audio)
			.where(options.kinds ? inArray(audio.kind, options.kinds) : undefined)
			.orderBy(desc(audio.id))
			.limit(options.limit ?? 50)
	);
}

async function change(
	ctx: Ctx,
	id: number,
	act: string,
	from: Audio['state'][],
	why: string,
	changes: Partial<typeof audio.$inferInsert>
): Promise<void> {
	refuseIfAny(refusals(ctx.actor, 'make_audio'));
	person(ctx);
	await transact(ctx, async (tx) => {
		const row = await of(tx, id);
		if (!row) throw notFound('bản âm thanh này');
		const changed = await tx
			.update(audio)
			.set({ ...changes, lockVersion: sql`${audio.lockVersion} + 1` })
			.where(and(eq(audio.id, id), inArray(audio.state, from)))
			.returning({ id: audio.id });
		if (changed.length === 0) throw new Refusal({ code: 'audio.state', status: 409, message: why });
		await record(tx, ctx, {
			act,
			subject: { kind: 'audio', id },
			before: { state: row.state },
			after: changes
		});
	});
}

/** Stops the work; what came in is kept. */
export const stop = (ctx: Ctx, id: number): Promise<void> =>
	change(
		ctx,
		id,
		'audio.stopped',
		['waiting', 'working'],
		'Việc xử lý âm thanh này đã xong hoặc đã dừng. Hãy tải lại trang.',
		{ state: 'stopped' }
	);

export const retry = (ctx: Ctx, id: number): Promise<void> =>
	change(
		ctx,
		id,
		'audio.retried',
		['failed', 'stopped'],
		'Âm thanh này đang được xử lý hoặc đã xong. Hãy tải lại trang.',
		{ state: 'waiting', progress: 0, error: null }
	);

/** Cuts what stands before and after; the original is kept, so it can be cut again. */
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
	await change(
		ctx,
		id,
		'audio.trimmed',
		['ready', 'failed', 'stopped'],
		'Âm thanh này đang được xử lý. Hãy đợi xong rồi cắt.',
		{ state: 'waiting', progress: 0, error: null, trimFromMs: fromMs, trimToMs: toMs }
	);
}
