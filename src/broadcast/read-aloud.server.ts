/**
 * Read aloud (nút “Nghe”): the built-in voice reads a published article or a procedure for whoever asks. A stranger must
 * not be able to make the server work: only what is public is read, each text is made once for everybody, so many may
 * wait at once and no more, and people at the station are always served first.
 */
import { and, eq, gte, inArray, sql } from 'drizzle-orm';
import { plainText } from '#content/body.ts';
import { story, storyRevision } from '#content/schema.server.ts';
import type { Ctx } from '#people/actor.ts';
import { dayOf } from '#platform/clock.ts';
import { read, transact, type Database, type Transaction } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { versionOn } from '#procedures/reading.server.ts';
import * as audios from './audio/audios.server.ts';
import { procedureWords, storyWords } from './filling.ts';
import { audio, readAloud } from './schema.server.ts';
import { settingsIn } from './settings.server.ts';
import { speakIn } from './spoken-words.server.ts';

export const readKinds = ['article', 'procedure'] as const;
export type ReadKind = (typeof readKinds)[number];

/** So many wait for the voice at once; whoever comes then is asked to come back. */
const MOST_WAITING = 5;
/** So many new ones are made in an hour, whoever asks. */
const MOST_AN_HOUR = 60;
/** Longer texts are read up to here; the page has the rest. */
const LONGEST = 20_000;
/** Papers of a procedure that are read out by name. */
const PAPERS = 12;
/** What failed is not tried again before. */
const AGAIN_AFTER = 3_600_000;

export type Reading = {
	title: string;
	/** The page it reads. */
	url: string;
	spoken: string;
	state: 'none' | 'making' | 'ready' | 'failed';
	durationMs: number | null;
	bytes: number | null;
};

type Text = { title: string; url: string; spoken: string; hash: string; voice: string };

async function textOf(tx: Transaction, ctx: Ctx, kind: ReadKind, key: string): Promise<Text | undefined> {
	const found = kind === 'article' ? await article(tx, key) : await procedureText(tx, ctx, key);
	if (!found) return undefined;
	const spoken = (await speakIn(tx))(found.written.slice(0, LONGEST));
	return {
		title: found.title,
		url: found.url,
		spoken,
		hash: audios.spokenHash(spoken),
		voice: (await settingsIn(tx)).voice
	};
}

type Found = { title: string; url: string; written: string };

async function article(tx: Transaction, slug: string): Promise<Found | undefined> {
	const [row] = await tx
		.select({ title: storyRevision.title, summary: storyRevision.summary, body: storyRevision.body })
		.from(story)
		.innerJoin(storyRevision, eq(storyRevision.id, story.publishedRevisionId))
		.where(eq(story.slug, slug));
	if (!row) return undefined;
	const [written] = storyWords({ ...row, text: plainText(row.body) });
	return { title: row.title, url: `/tin-tuc/${slug}`, written: written! };
}

async function procedureText(tx: Transaction, ctx: Ctx, code: string): Promise<Found | undefined> {
	const day = dayOf(ctx.now);
	const row = await versionOn(tx, code, day);
	if (!row) return undefined;
	const [written] = procedureWords(row, day, PAPERS);
	return {
		title: row.name,
		url: `/thu-tuc/${code}`,
		written: written!.replace(/^Thủ tục trong tuần:/, 'Thủ tục:')
	};
}

async function madeOf(tx: Transaction, text: Text): Promise<audios.Audio | undefined> {
	const [row] = await tx
		.select({ audio })
		.from(readAloud)
		.innerJoin(audio, eq(audio.id, readAloud.audioId))
		.where(and(eq(readAloud.spokenHash, text.hash), eq(readAloud.voice, text.voice)));
	return row?.audio;
}

const stateOf = (made: audios.Audio | undefined): Reading['state'] =>
	!made
		? 'none'
		: made.state === 'ready'
			? 'ready'
			: made.state === 'waiting' || made.state === 'working'
				? 'making'
				: 'failed';

/** What there is to hear of a public text. */
export async function of(ctx: Ctx, kind: ReadKind, key: string): Promise<Reading> {
	return read(ctx, async (tx) => {
		const text = key.includes('\u0000') ? undefined : await textOf(tx, ctx, kind, key);
		if (!text) throw notFound('nội dung này');
		const made = await madeOf(tx, text);
		const state = stateOf(made);
		const file = state === 'ready' ? await files.byId(tx, made!.mp3FileId!) : undefined;
		return {
			title: text.title,
			url: text.url,
			spoken: text.spoken,
			state,
			durationMs: state === 'ready' ? made!.durationMs : null,
			bytes: file?.bytes ?? null
		};
	});
}

/** Asks for the sound: once for all who want the same words. Twice at once makes one. */
export async function ask(ctx: Ctx, kind: ReadKind, key: string): Promise<void> {
	const robot: Ctx = { ...ctx, actor: { kind: 'robot', name: 'doc-cho-dan' } };
	await transact(robot, async (tx) => {
		const text = key.includes('\u0000') ? undefined : await textOf(tx, ctx, kind, key);
		if (!text) throw notFound('nội dung này');
		// One after the other: what is counted and what is begun agree.
		await tx.execute(sql`select pg_advisory_xact_lock(hashtext('read_aloud'), ${ctx.wardId}::int)`);
		const made = await madeOf(tx, text);
		const state = stateOf(made);
		if (state === 'ready' || state === 'making') return;
		if (made && ctx.now.getTime() - made.madeAt.getTime() < AGAIN_AFTER)
			throw later('Bài này chưa đọc được.');
		const [counted] = await tx
			.select({
				waiting: sql<number>`count(*) filter (where ${inArray(audio.state, ['waiting', 'working'])})`.mapWith(
					Number
				),
				lately:
					sql<number>`count(*) filter (where ${gte(readAloud.askedAt, new Date(ctx.now.getTime() - 3_600_000))})`.mapWith(
						Number
					)
			})
			.from(readAloud)
			.innerJoin(audio, eq(audio.id, readAloud.audioId));
		if (counted!.waiting >= MOST_WAITING || counted!.lately >= MOST_AN_HOUR)
			throw later('Đang có nhiều bài chờ đọc.');
		const audioId = await audios.synthesise(
			{ ...robot, db: tx as unknown as Database },
			{ title: text.title, spoken: text.spoken, voice: text.voice }
		);
		await tx
			.insert(readAloud)
			.values({ kind, key, spokenHash: text.hash, voice: text.voice, audioId, askedAt: ctx.now })
			.onConflictDoUpdate({
				target: [readAloud.wardId, readAloud.spokenHash, readAloud.voice],
				set: { audioId, askedAt: ctx.now }
			});
	});
}

const later = (why: string): Refusal =>
	new Refusal({
		code: 'read_aloud.later',
		status: 429,
		message: `${why} Mời bà con quay lại sau ít phút; nội dung vẫn đọc được ngay trên trang.`
	});

/** The sound of a text that is still public as it was read. */
export async function sound(ctx: Ctx, kind: ReadKind, key: string): Promise<{ path: string; bytes: number }> {
	return read(ctx, async (tx) => {
		const text = key.includes('\u0000') ? undefined : await textOf(tx, ctx, kind, key);
		const made = text && (await madeOf(tx, text));
		const file = made?.state === 'ready' ? await files.byId(tx, made.mp3FileId!) : undefined;
		if (!file) throw notFound('bản đọc này');
		return { path: files.pathOf(file.token), bytes: file.bytes };
	});
}
