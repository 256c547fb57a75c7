/** Segments (tiết mục) of an episode: added, written, put in order, given a voice. Every change voids the approval. */
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import * as audios from './audio/audios.server.ts';
import { isMusic, segmentKinds, type SegmentKind } from './episode.ts';
import { beginChange, type Segment } from './episodes.server.ts';
import { refusals } from './policy.ts';
import { segment } from './schema.server.ts';
import { settingsIn } from './settings.server.ts';
import { speakIn } from './spoken-words.server.ts';

/** What a segment says; `source` names the story, answer or procedure it was taken from. */
export type SegmentGiven = {
	title: string;
	written: string;
	source?:
		{ kind: 'story' | 'answer' | 'procedure' | 'procedure_change'; id: string; version: string } | undefined;
	contentAreaKey?: string | null;
};

const longestWritten = 20_000;

function checked(given: SegmentGiven): { title: string; written: string } {
	const title = given.title.normalize('NFC').replace(/\s+/g, ' ').trim();
	const written = given.written.toWellFormed().normalize('NFC').replace(/\r\n?/g, '\n').trim();
	if (title.length > 200)
		throw new Refusal({
			code: 'segment.title',
			field: 'title',
			message: 'Tên tiết mục dài quá 200 ký tự. Hãy viết gọn lại.'
		});
	if (written.length > longestWritten)
		throw new Refusal({
			code: 'segment.written',
			field: 'written',
			message: 'Lời dài quá 20.000 ký tự. Hãy chia thành nhiều tiết mục.'
		});
	return { title, written };
}

export async function add(
	ctx: Ctx,
	episodeId: number,
	kind: SegmentKind,
	given: SegmentGiven = { title: '', written: '' },
	lockVersion?: number
): Promise<number> {
	if (!Object.hasOwn(segmentKinds, kind))
		throw new Refusal({ code: 'segment.kind', field: 'kind', message: 'Hãy chọn loại tiết mục.' });
	const { title, written } = checked(given);
	return transact(ctx, async (tx) => {
		await beginChange(tx, ctx, episodeId, lockVersion);
		const present = await inOrder(tx, episodeId);
		if (present.length >= 40)
			throw new Refusal({
				code: 'segment.too_many',
				message: 'Một số phát thanh có nhiều nhất 40 tiết mục.'
			});
		// Before the farewell, when there is one.
		const closing = present.findIndex((one) => one.kind === 'closing');
		const position = closing < 0 || kind === 'closing' ? present.length : closing;
		await tx
			.update(segment)
			.set({ position: sql`${segment.position} + 1` })
			.where(and(eq(segment.episodeId, episodeId), sql`${segment.position} >= ${position}`));
		const say = await speakIn(tx);
		const [row] = await tx
			.insert(segment)
			.values({
				episodeId,
				position,
				kind,
				title: title || segmentKinds[kind],
				written,
				spoken: say(written),
				...sourceOf(given),
				contentAreaKey: given.contentAreaKey ?? null
			})
			.returning({ id: segment.id });
		await changed(tx, ctx, episodeId, { added: row!.id, kind });
		return row!.id;
	});
}

const sourceOf = ({ source }: SegmentGiven) => ({
	sourceKind: source?.kind ?? null,
	sourceId: source?.id ?? null,
	sourceVersion: source?.version ?? null
});

/** New words: the spoken form is made anew unless `spoken` is given, which then was written by hand. */
export async function write(
	ctx: Ctx,
	id: number,
	given: SegmentGiven & { spoken?: string | undefined },
	lockVersion?: number
): Promise<void> {
	const { title, written } = checked(given);
	await transact(ctx, async (tx) => {
		const row = await found(tx, id);
		await beginChange(tx, ctx, row.episodeId);
		if (lockVersion !== undefined && row.lockVersion !== lockVersion)
			throw new Refusal({
				code: 'segment.changed_meanwhile',
				status: 409,
				message: 'Tiết mục vừa được người khác sửa. Hãy tải lại trang, xem bản mới nhất rồi sửa lại.'
			});
		const made = (await speakIn(tx))(written);
		const byHand =
			given.spoken !== undefined &&
			given.spoken.trim() !== '' &&
			given.spoken.normalize('NFC').trim() !== made;
		const spoken = byHand
			? given.spoken!.toWellFormed().normalize('NFC').replace(/\r\n?/g, '\n').trim()
			: made;
		if (spoken.length > 40_000)
			throw new Refusal({
				code: 'segment.spoken',
				field: 'spoken',
				message: 'Lời đọc dài quá 40.000 ký tự. Hãy chia thành nhiều tiết mục.'
			});
		await tx
			.update(segment)
			.set({
				title: title || segmentKinds[row.kind],
				written,
				spoken,
				spokenByHand: byHand,
				...(given.source && sourceOf(given)),
				...(given.contentAreaKey !== undefined && { contentAreaKey: given.contentAreaKey }),
				lockVersion: row.lockVersion + 1
			})
			.where(eq(segment.id, id));
		await changed(tx, ctx, row.episodeId, { written: id });
	});
}

export async function remove(ctx: Ctx, id: number): Promise<void> {
	await transact(ctx, async (tx) => {
		const row = await found(tx, id);
		await beginChange(tx, ctx, row.episodeId);
		await tx.delete(segment).where(eq(segment.id, id));
		await changed(tx, ctx, row.episodeId, {
			removed: { kind: row.kind, title: row.title, written: row.written }
		});
	});
}

/** Puts all segments of an episode into this order. */
export async function order(ctx: Ctx, episodeId: number, ids: number[], lockVersion?: number): Promise<void> {
	await transact(ctx, async (tx) => {
		await beginChange(tx, ctx, episodeId, lockVersion);
		const present = await inOrder(tx, episodeId);
		if (present.length !== ids.length || present.some((one) => !ids.includes(one.id)))
			throw new Refusal({
				code: 'segment.order',
				status: 409,
				message: 'Danh sách tiết mục vừa thay đổi. Hãy tải lại trang rồi sắp xếp lại.'
			});
		for (const [position, id] of ids.entries())
			await tx.update(segment).set({ position }).where(eq(segment.id, id));
		await changed(tx, ctx, episodeId, { order: ids });
	});
}

/** Gives it a recording or music; the words stay, so the approval of a script that was read as written stays too. */
export async function giveAudio(ctx: Ctx, id: number, audioId: number | null): Promise<void> {
	await transact(ctx, async (tx) => {
		const row = await found(tx, id);
		if (audioId !== null && !(await audios.of(tx, audioId))) throw notFound('bản âm thanh này');
		await keepWords(tx, ctx, row, audioId);
	});
}

/** Lets the station's voice, or another, read it. Returns the number of the audio. */
export async function letRead(ctx: Ctx, id: number, voice?: string): Promise<number> {
	const { row, usual } = await transact(ctx, async (tx) => ({
		row: await found(tx, id),
		usual: (await settingsIn(tx)).voice
	}));
	if (isMusic(row.kind))
		throw new Refusal({
			code: 'segment.music',
			message: 'Tiết mục này là nhạc, không có lời để đọc. Hãy chọn tệp nhạc.'
		});
	const audioId = await audios.synthesise(ctx, {
		title: row.title,
		spoken: row.spoken,
		voice: voice || usual
	});
	await transact(ctx, async (tx) => keepWords(tx, ctx, await found(tx, id), audioId));
	return audioId;
}

async function keepWords(tx: Transaction, ctx: Ctx, row: Segment, audioId: number | null): Promise<void> {
	// Sound is no change of words: the approval, which is of words, stays.
	refuseIfAny(refusals(ctx.actor, 'make_audio'));
	await tx
		.update(segment)
		.set({ audioId, lockVersion: row.lockVersion + 1 })
		.where(eq(segment.id, row.id));
	await record(tx, ctx, {
		act: 'episode.audio_given',
		subject: { kind: 'episode', id: row.episodeId },
		before: { audioId: row.audioId },
		after: { segmentId: row.id, audioId }
	});
}

async function found(tx: Transaction, id: number): Promise<Segment> {
	const [row] = await tx.select().from(segment).where(eq(segment.id, id)).for('no key update');
	if (!row) throw notFound('tiết mục này');
	return row;
}

async function inOrder(tx: Transaction, episodeId: number): Promise<Segment[]> {
	return tx
		.select()
		.from(segment)
		.where(eq(segment.episodeId, episodeId))
		.orderBy(asc(segment.position), asc(segment.id));
}

async function changed(
	tx: Transaction,
	ctx: Ctx,
	episodeId: number,
	after: Record<string, unknown>
): Promise<void> {
	await record(tx, ctx, { act: 'episode.changed', subject: { kind: 'episode', id: episodeId }, after });
}
