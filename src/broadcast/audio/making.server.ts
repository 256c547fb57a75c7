/**
 * The worker's side of audio: one piece at a time, each in a process of its own (render-process.ts). Found in the table,
 * so that what a killed worker left behind is taken up again; somebody's stop is seen at the next progress.
 */
import { fork } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { and, asc, eq, lt, or, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { read, transact } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import { record } from '#platform/journal.server.ts';
import { settings } from '#platform/settings.ts';
import { audio } from '../schema.server.ts';
import { settingsIn } from '../settings.server.ts';
import type { Audio } from './audios.server.ts';
import type { Answer, Work } from './render-process.ts';
import type { Rendered } from './render.ts';

/** Work that has told nothing for so long belongs to a worker that is gone. */
const GONE_MINUTES = 5;

/** Does the next piece that waits in this ward; false when there is none. */
export async function makeNext(ctx: Ctx): Promise<boolean> {
	const row = await transact(ctx, async (tx) => {
		const [next] = await tx
			.select()
			.from(audio)
			.where(
				or(
					eq(audio.state, 'waiting'),
					and(
						eq(audio.state, 'working'),
						lt(audio.begunAt, sql`now() - make_interval(mins => ${GONE_MINUTES})`)
					)
				)
			)
			.orderBy(asc(audio.id))
			.limit(1)
			.for('update', { skipLocked: true });
		if (next)
			await tx
				.update(audio)
				.set({ state: 'working', begunAt: sql`now()`, progress: 0 })
				.where(eq(audio.id, next.id));
		return next;
	});
	if (!row) return false;
	const into = await mkdtemp(path.join(tmpdir(), 'minhbach-audio-'));
	try {
		const answer = await ask(await workOf(ctx, row, into), (progress) => stillWanted(ctx, row.id, progress));
		if (answer === 'stopped') return true;
		if ('refused' in answer) await fail(ctx, row.id, answer.refused);
		else await finish(ctx, row, answer.done);
	} finally {
		await rm(into, { recursive: true, force: true });
	}
	return true;
}

async function workOf(ctx: Ctx, row: Audio, into: string): Promise<Work> {
	const { original, station } = await read(ctx, async (tx) => ({
		original: row.originalFileId === null ? undefined : await files.byId(tx, row.originalFileId),
		station: await settingsIn(tx)
	}));
	if (original)
		return {
			input: files.pathOf(original.token),
			into,
			...(row.trimFromMs !== null && { trimFromMs: row.trimFromMs }),
			...(row.trimToMs !== null && { trimToMs: row.trimToMs }),
			keepSilence: row.kind === 'music' || row.kind === 'jingle'
		};
	return {
		script: row.script!,
		voice: row.voice ?? station.voice,
		syllables: station.readingSpeed,
		voicesDir: path.join(settings().DATA_DIR, 'voices'),
		into
	};
}

/** Asks a process of its own; it is ended when nobody wants the result any more. */
function ask(
	work: Work,
	wanted: (progress: number) => Promise<boolean>
): Promise<Exclude<Answer, { progress: number }> | 'stopped'> {
	return new Promise((resolve, reject) => {
		const child = fork(fileURLToPath(new URL('render-process.ts', import.meta.url)), {
			stdio: ['ignore', 'ignore', 'ignore', 'ipc']
		});
		let told = -5;
		let answered = false;
		const settle = (answer: Exclude<Answer, { progress: number }> | 'stopped'): void => {
			answered = true;
			child.kill('SIGKILL');
			resolve(answer);
		};
		child.on('message', (answer: Answer) => {
			if (!('progress' in answer)) return settle(answer);
			if (answer.progress < told + 5) return;
			told = answer.progress;
			wanted(answer.progress).then((still) => still || settle('stopped'), reject);
		});
		child.once('error', reject);
		child.once('exit', () => {
			if (!answered)
				settle({
					refused:
						'Chương trình xử lý âm thanh dừng giữa chừng, có thể do tệp bị hỏng. Hãy thử lại, hoặc lưu lại thành tệp MP3.'
				});
		});
		child.send(work);
	});
}

async function stillWanted(ctx: Ctx, id: number, progress: number): Promise<boolean> {
	return transact(ctx, async (tx) => {
		const rows = await tx
			.update(audio)
			.set({ progress: Math.min(99, progress), begunAt: sql`now()` })
			.where(and(eq(audio.id, id), eq(audio.state, 'working')))
			.returning({ id: audio.id });
		return rows.length > 0;
	});
}

async function fail(ctx: Ctx, id: number, error: string): Promise<void> {
	await transact(ctx, async (tx) => {
		await tx
			.update(audio)
			.set({ state: 'failed', error })
			.where(and(eq(audio.id, id), eq(audio.state, 'working')));
		await record(tx, ctx, { act: 'audio.failed', subject: { kind: 'audio', id }, note: error });
	});
}

async function finish(ctx: Ctx, row: Audio, done: Rendered): Promise<void> {
	const base = row.title.replace(/[^\p{L}\d -]/gu, '').slice(0, 80) || `am-thanh-${row.id}`;
	const [mp3, aac] = [
		await files.store(ctx, { name: `${base}.mp3`, bytes: await readFile(done.mp3) }, 'sound'),
		await files.store(ctx, { name: `${base}.m4a`, bytes: await readFile(done.aac) }, 'sound')
	];
	await transact(ctx, async (tx) => {
		const [kept] = await tx
			.select({ state: audio.state })
			.from(audio)
			.where(eq(audio.id, row.id))
			.for('update');
		// Stopped at the last moment: what was made is not used.
		if (kept?.state !== 'working') return;
		const [mp3File, aacFile] = await files.enter(tx, [mp3, aac]);
		await tx
			.update(audio)
			.set({
				state: 'ready',
				progress: 100,
				error: null,
				mp3FileId: mp3File!.id,
				aacFileId: aacFile!.id,
				durationMs: done.durationMs,
				lufs: done.lufs,
				truePeak: done.truePeak,
				waveform: done.waveform
			})
			.where(eq(audio.id, row.id));
		await record(tx, ctx, {
			act: 'audio.ready',
			subject: { kind: 'audio', id: row.id },
			after: { durationMs: done.durationMs, lufs: done.lufs, truePeak: done.truePeak }
		});
	});
}
