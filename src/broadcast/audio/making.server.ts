/**
 * The worker's side of audio: one piece at a time. Found in the table, so that what a killed worker left behind is taken
 * up again; somebody's stop is seen within a second.
 */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { and, asc, eq, lt, or, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import { record } from '#platform/journal.server.ts';
import { settings } from '#platform/settings.ts';
import { audio } from '../schema.server.ts';
import { settingsIn } from '../settings.server.ts';
import { asItWas, type Audio } from './audios.server.ts';
import type { Progress, Work } from './render-process.ts';
import type { Rendered } from './render.ts';
import { leaveFolder, renderApart, sweepFolders, takeFolder } from './rendering.server.ts';

/** Work whose worker gave no sign for so long belongs to one that is gone. */
const GONE_SECONDS = 30;
/** What ends its worker so often is not begun again by itself. */
const MOST_TRIES = 4;

/** Does the next piece that waits in this ward; false when there is none. */
export async function makeNext(ctx: Ctx): Promise<boolean> {
	const row = await claim(ctx);
	if (!row) return false;
	if (row.tries > MOST_TRIES) {
		await fail(
			ctx,
			row,
			`Đã làm ${MOST_TRIES} lần mà lần nào cũng dừng giữa chừng. Hãy lưu lại thành tệp MP3 rồi gửi tệp mới.`
		);
		return true;
	}
	const into = await takeFolder(ctx.wardId, row.id);
	try {
		const answer = await renderApart(await workOf(ctx, row, into), (now) => stillWanted(ctx, row, now));
		if (answer === 'stopped') return true;
		if ('refused' in answer) await fail(ctx, row, answer.refused);
		else await finish(ctx, row, answer.done);
	} finally {
		await leaveFolder(into);
	}
	return true;
}

type Claimed = Audio & { claim: string };

async function claim(ctx: Ctx): Promise<Claimed | undefined> {
	const mine = randomUUID();
	const { row, underWay } = await transact(ctx, async (tx) => {
		const [next] = await tx
			.select({ id: audio.id })
			.from(audio)
			.where(
				or(
					eq(audio.state, 'waiting'),
					and(
						eq(audio.state, 'working'),
						lt(audio.begunAt, sql`now() - make_interval(secs => ${GONE_SECONDS})`)
					)
				)
			)
			// What people at the station wait for comes before what is read aloud for visitors of the portal.
			.orderBy(sql`${audio.madeByPersonId} is null`, asc(audio.id))
			.limit(1)
			.for('update', { skipLocked: true });
		if (!next) return { row: undefined, underWay: [] };
		const others = await tx.select({ id: audio.id }).from(audio).where(eq(audio.state, 'working'));
		const [begun] = await tx
			.update(audio)
			.set({
				state: 'working',
				begunAt: sql`now()`,
				progress: 0,
				step: null,
				claim: mine,
				tries: sql`${audio.tries} + 1`
			})
			.where(eq(audio.id, next.id))
			.returning();
		return { row: begun, underWay: others.map(({ id }) => id).filter((id) => id !== next.id) };
	});
	if (row) await sweepFolders(ctx.wardId, underWay);
	return row && { ...row, claim: mine };
}

async function workOf(ctx: Ctx, row: Audio, into: string): Promise<Work> {
	const { original, station } = await read(ctx, async (tx) => ({
		original: row.originalFileId === null ? undefined : await files.byId(tx, row.originalFileId),
		station: await settingsIn(tx)
	}));
	if (original) {
		// What is cut by hand is counted in the recording without its silent ends.
		const begin = row.wholeFromMs ?? 0;
		return {
			input: files.pathOf(original.token),
			into,
			...(row.trimFromMs !== null && { trimFromMs: begin + row.trimFromMs }),
			...(row.trimToMs !== null && { trimToMs: begin + row.trimToMs }),
			keepSilence: row.kind === 'music' || row.kind === 'jingle'
		};
	}
	return {
		script: row.script!,
		voice: row.voice ?? station.voice,
		syllables: station.readingSpeed,
		voicesDir: path.join(settings().DATA_DIR, 'voices'),
		into
	};
}

const ours = (row: Claimed) =>
	and(eq(audio.id, row.id), eq(audio.state, 'working'), eq(audio.claim, row.claim));

async function stillWanted(ctx: Ctx, row: Claimed, { progress, step }: Progress): Promise<boolean> {
	return transact(ctx, async (tx) => {
		const rows = await tx
			.update(audio)
			.set({ progress: Math.min(99, progress), step, begunAt: sql`now()` })
			.where(ours(row))
			.returning({ id: audio.id });
		return rows.length > 0;
	});
}

/** A cut that could not be made leaves the sound that was there; the reason stands beside it. */
async function fail(ctx: Ctx, row: Claimed, error: string): Promise<void> {
	await transact(ctx, async (tx) => {
		const there = row.mp3FileId !== null;
		const changed = await tx
			.update(audio)
			.set({ ...asItWas(row), state: there ? 'ready' : 'failed', error, step: null, claim: null })
			.where(ours(row))
			.returning({ id: audio.id });
		if (changed.length > 0)
			await record(tx, ctx, { act: 'audio.failed', subject: { kind: 'audio', id: row.id }, note: error });
	});
}

async function finish(ctx: Ctx, row: Claimed, done: Rendered): Promise<void> {
	const base = row.title.replace(/[^\p{L}\d -]/gu, '').slice(0, 80) || `am-thanh-${row.id}`;
	const stored = [
		await files.adopt(ctx, { name: `${base}.mp3`, path: done.mp3 }),
		await files.adopt(ctx, { name: `${base}.m4a`, path: done.aac })
	];
	const used = await transact(ctx, async (tx) => {
		const [kept] = await tx.select({ id: audio.id }).from(audio).where(ours(row)).for('update');
		// Stopped at the last moment, or another worker has it: what was made is not used.
		if (!kept) return false;
		await enterResult(tx, row, done, stored);
		await record(tx, ctx, {
			act: 'audio.ready',
			subject: { kind: 'audio', id: row.id },
			after: { durationMs: done.durationMs, lufs: done.lufs, truePeak: done.truePeak }
		});
		return true;
	});
	if (!used) await files.discard(stored);
}

async function enterResult(
	tx: Transaction,
	row: Claimed,
	done: Rendered,
	stored: files.Stored[]
): Promise<void> {
	const [mp3File, aacFile] = await files.enter(tx, stored);
	const whole = row.originalFileId !== null && row.trimFromMs === null && row.trimToMs === null;
	await tx
		.update(audio)
		.set({
			state: 'ready',
			progress: 100,
			step: null,
			claim: null,
			tries: 0,
			error: null,
			mp3FileId: mp3File!.id,
			aacFileId: aacFile!.id,
			durationMs: done.durationMs,
			lufs: done.lufs,
			truePeak: done.truePeak,
			waveform: done.waveform,
			madeFromMs: row.trimFromMs,
			madeToMs: row.trimToMs,
			...(whole && {
				wholeFileId: mp3File!.id,
				wholeDurationMs: done.durationMs,
				wholeFromMs: done.fromMs,
				wholeWaveform: done.fineWaveform
			})
		})
		.where(eq(audio.id, row.id));
}
