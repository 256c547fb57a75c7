import { createServer } from 'node:http';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWard, type TestWard } from '#people/testing.ts';
import { read } from '#platform/db.server.ts';
import { historyOf } from '#platform/journal.server.ts';
import * as filesRoom from '#platform/files.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { useFiles } from '#plan/testing.ts';
import { audio } from '../schema.server.ts';
import * as audios from './audios.server.ts';
import { espeakVoice } from './espeak-voice.ts';
import { httpVoice } from './http-voice.ts';
import { makeNext } from './making.server.ts';
import { NoSound, render, scan, wavHead } from './render.ts';
import { readScript, sentencesOf } from './voice.ts';

const database = useDatabase();
useFiles();
let ward: TestWard;
beforeAll(async () => {
	ward = await makeWard(database.db);
});

const folders: string[] = [];
afterAll(async () => {
	for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** A tone that swells like speech, between silences, as a WAV of one track. */
function tone(seconds: number, { level = 0.1, silence = 1, rate = 44_100 } = {}): Buffer {
	const samples = new Int16Array(Math.round((seconds + 2 * silence) * rate));
	for (let at = silence * rate; at < (seconds + silence) * rate; at++) {
		const t = at / rate;
		samples[at] = Math.round(
			32_767 *
				level *
				(0.3 + 0.7 * Math.abs(Math.sin(t * 4))) *
				(Math.sin(2 * Math.PI * 220 * t) + 0.4 * Math.sin(2 * Math.PI * 1300 * t))
		);
	}
	const bytes = Buffer.from(samples.buffer);
	return Buffer.concat([wavHead(bytes.length, rate), bytes]);
}

async function rendered(bytes: Buffer, keepSilence = false) {
	const folder = await mkdtemp(path.join(tmpdir(), 'minhbach-test-'));
	folders.push(folder);
	const input = path.join(folder, 'given.wav');
	await writeFile(input, bytes);
	return render({ input, into: path.join(folder, 'out'), keepSilence });
}

describe('rendering', () => {
	it.each([0.02, 0.1, 0.7])(
		'brings a level of %s to -16 LUFS with its peak under -1.5 dBTP, in both files',
		async (level) => {
			const made = await rendered(tone(6, { level }));
			for (const file of [made.mp3, made.aac]) {
				const seen = await scan(file);
				expect(seen.lufs).toBeGreaterThan(-17);
				expect(seen.lufs).toBeLessThan(-15);
				expect(seen.truePeak).toBeLessThanOrEqual(-1.4);
			}
			expect(made.truePeak).toBeLessThanOrEqual(-1.5);
		}
	);

	it('cuts silence at both ends, and leaves it in music', async () => {
		const cut = await rendered(tone(5, { silence: 3 }));
		expect(cut.durationMs).toBeGreaterThan(4900);
		expect(cut.durationMs).toBeLessThan(5800);
		expect((await rendered(tone(5, { silence: 3 }), true)).durationMs).toBeGreaterThan(10_500);
		expect(cut.waveform.length).toBeGreaterThan(100);
		expect(Math.max(...cut.waveform)).toBeGreaterThan(80);
	});

	it('says in words that a file holds no sound', async () => {
		await expect(rendered(Buffer.from('không phải âm thanh'.repeat(500)))).rejects.toBeInstanceOf(NoSound);
		await expect(rendered(tone(0, { silence: 2 }))).rejects.toBeInstanceOf(NoSound);
	});
});

describe('voices', () => {
	it.each(['north', 'central', 'south'] as const)(
		'the built-in %s accent reads near the wanted speed',
		async (accent) => {
			const text =
				'Xin chào bà con, đây là đài truyền thanh phường. Mời bà con nghe chuyên mục cải cách hành chính của phường hôm nay.';
			let seconds = 0;
			await readScript(
				await espeakVoice(accent, 200),
				text,
				(speech) => Promise.resolve(void (seconds += speech.samples.length / speech.rate)),
				() => undefined
			);
			const perMinute = (text.split(/\s+/).length / seconds) * 60;
			expect(perMinute).toBeGreaterThan(150);
			expect(perMinute).toBeLessThan(250);
		}
	);

	it('cuts a paragraph into sentences and loses none of its words', () => {
		const text = `Câu một. Câu hai! ${'rất dài '.repeat(100)}và hết.`;
		expect(sentencesOf(text).join(' ').split(/\s+/)).toEqual(text.split(/\s+/));
		expect(sentencesOf(text).every((sentence) => sentence.length <= 400)).toBe(true);
		expect(sentencesOf(' … - ')).toEqual([]);
	});

	it('asks a service on the network, and says in words when it fails', async () => {
		const wav = tone(0.5, { silence: 0, rate: 16_000 });
		let answer: 'wav' | 'error' | 'text' = 'wav';
		const server = createServer((request, response) => {
			request.resume();
			if (answer === 'error') response.writeHead(500).end();
			else response.end(answer === 'wav' ? wav : 'xin lỗi');
		}).listen(0);
		const address = `http://127.0.0.1:${(server.address() as { port: number }).port}/`;
		expect(await httpVoice(address).read('Xin chào')).toMatchObject({
			rate: 16_000,
			samples: { length: 8000 }
		});
		answer = 'error';
		await expect(httpVoice(address).read('Xin chào')).rejects.toThrow(/báo lỗi/);
		answer = 'text';
		await expect(httpVoice(address).read('Xin chào')).rejects.toThrow(/WAV/);
		server.close();
		await expect(httpVoice(address).read('Xin chào')).rejects.toThrow(/không trả lời/);
	});
});

describe('audio', () => {
	const rowOf = async (id: number) => read(ward.robot(), async (tx) => (await audios.of(tx, id))!);

	it('is taken in at once and made ready by the worker, with its journal', async () => {
		const id = await audios.upload(ward.as('radio'), {
			kind: 'recording',
			title: 'Lời đọc thử',
			file: { name: 'thu.wav', bytes: tone(3) }
		});
		expect((await rowOf(id)).state).toBe('waiting');
		expect(await makeNext(ward.robot())).toBe(true);
		expect(await makeNext(ward.robot())).toBe(false);
		const row = await rowOf(id);
		expect(row).toMatchObject({ state: 'ready', progress: 100, error: null });
		const { mp3, acts } = await read(ward.robot(), async (tx) => ({
			mp3: (await filesRoom.byId(tx, row.mp3FileId!))!,
			acts: (await historyOf(tx, { kind: 'audio', id })).map(({ act }) => act)
		}));
		expect((await readFile(filesRoom.pathOf(mp3.token))).length).toBe(mp3.bytes);
		expect(acts).toEqual(['audio.ready', 'audio.uploaded']);
	});

	it('is read by a voice', async () => {
		const id = await audios.synthesise(ward.as('culture'), {
			title: 'Tin ngắn',
			spoken: 'Mời bà con đến nhà văn hóa lúc tám giờ.',
			voice: 'espeak:south'
		});
		await makeNext(ward.robot());
		expect(await rowOf(id)).toMatchObject({ state: 'ready', voice: 'espeak:south' });
		await expect(
			audios.synthesise(ward.as('culture'), { title: 'x', spoken: ' … ', voice: 'espeak:south' })
		).rejects.toMatchObject({ field: 'spoken' });
	});

	it('says why it could not be made, and is tried again', async () => {
		const id = await audios.synthesise(ward.as('radio'), {
			title: 'x',
			spoken: 'Xin chào.',
			voice: 'sherpa:khong-co'
		});
		await makeNext(ward.robot());
		expect(await rowOf(id)).toMatchObject({
			state: 'failed',
			error: expect.stringContaining('Không thấy thư mục giọng')
		});
		await audios.retry(ward.as('radio'), id);
		expect((await rowOf(id)).state).toBe('waiting');
		await audios.stop(ward.as('radio'), id);
		expect(await makeNext(ward.robot())).toBe(false);
		await expect(audios.stop(ward.as('radio'), id)).rejects.toMatchObject({ code: 'audio.state' });
	});

	it('is cut, and cut anew from what came in', async () => {
		const id = await audios.upload(ward.as('radio'), {
			kind: 'music',
			title: 'Nhạc',
			file: { name: 'a.wav', bytes: tone(6, { silence: 0 }) }
		});
		await makeNext(ward.robot());
		await audios.trim(ward.as('radio'), id, { fromMs: 1000, toMs: 4000 });
		await makeNext(ward.robot());
		const cut = await rowOf(id);
		expect(Math.abs(cut.durationMs! - 3000)).toBeLessThan(120);
		expect(Math.abs(cut.wholeDurationMs! - 6000)).toBeLessThan(120);
		await expect(audios.trim(ward.as('radio'), id, { fromMs: 100, toMs: 200 })).rejects.toMatchObject({
			field: 'toMs'
		});
		await expect(audios.trim(ward.as('radio'), id, { fromMs: 9000, toMs: 12_000 })).rejects.toMatchObject({
			field: 'fromMs'
		});
		// A cut that is stopped leaves the one before; the whole is had again.
		await audios.trim(ward.as('radio'), id, { fromMs: 0, toMs: 2000 });
		await audios.stop(ward.as('radio'), id);
		expect(await rowOf(id)).toMatchObject({ state: 'ready', trimFromMs: 1000, trimToMs: 4000 });
		await audios.untrim(ward.as('radio'), id);
		await makeNext(ward.robot());
		const { durationMs, trimFromMs } = await rowOf(id);
		expect(Math.abs(durationMs! - 6000)).toBeLessThan(120);
		expect(trimFromMs).toBeNull();
	});

	it('is cut where the ear wants it, also when it began with silence', async () => {
		// Two seconds of silence, then a second each of three levels; the middle one is kept.
		const id = await audios.upload(ward.as('radio'), {
			kind: 'recording',
			title: 'Ba đoạn',
			file: { name: 'a.wav', bytes: tone(4, { silence: 2 }) }
		});
		await makeNext(ward.robot());
		const whole = await rowOf(id);
		expect(whole.wholeFromMs).toBeGreaterThan(1700);
		expect(whole.wholeFromMs).toBeLessThan(2000);
		await audios.trim(ward.as('radio'), id, { fromMs: 1200, toMs: 3200 });
		await makeNext(ward.robot());
		const cut = await rowOf(id);
		expect(Math.abs(cut.durationMs! - 2000)).toBeLessThan(150);
		expect(cut.wholeDurationMs).toBe(whole.wholeDurationMs);
		expect(cut.wholeFileId).toBe(whole.wholeFileId);
	});

	it('keeps what was there when a new cut holds no sound', async () => {
		const id = await audios.upload(ward.as('radio'), {
			kind: 'music',
			title: 'Nhạc',
			file: { name: 'a.wav', bytes: tone(3, { silence: 3 }) }
		});
		await makeNext(ward.robot());
		await audios.trim(ward.as('radio'), id, { fromMs: 0, toMs: 2000 });
		await makeNext(ward.robot());
		expect(await rowOf(id)).toMatchObject({
			state: 'ready',
			trimFromMs: null,
			trimToMs: null,
			error: expect.stringContaining('không có tiếng')
		});
	});

	it('of a machine voice is not cut', async () => {
		const id = await audios.synthesise(ward.as('radio'), {
			title: 'x',
			spoken: 'Xin chào bà con.',
			voice: 'espeak:north'
		});
		await makeNext(ward.robot());
		await expect(audios.trim(ward.as('radio'), id, { fromMs: 0, toMs: 600 })).rejects.toMatchObject({
			code: 'audio.trim_synthetic'
		});
		await expect(audios.vouch(ward.as('radio'), id, 'Lời mới.')).rejects.toMatchObject({
			code: 'audio.vouch_synthetic'
		});
	});

	it('stops at once while it is made, and leaves no folder behind', async () => {
		const id = await audios.synthesise(ward.as('radio'), {
			title: 'Bài rất dài',
			spoken: 'Mời bà con nghe chuyên mục cải cách hành chính của phường hôm nay. '.repeat(800),
			voice: 'espeak:north'
		});
		const making = makeNext(ward.robot());
		await expect.poll(async () => (await rowOf(id)).progress, { timeout: 15_000 }).toBeGreaterThan(0);
		expect((await rowOf(id)).step).toBe('reading');
		const asked = performance.now();
		await audios.stop(ward.as('radio'), id);
		await making;
		// Two seconds are what a person waits for; a busy machine gets four times as much. The whole would take minutes.
		expect(performance.now() - asked).toBeLessThan(8000);
		expect(await rowOf(id)).toMatchObject({ state: 'stopped', mp3FileId: null, step: null });
		expect(await readdir(path.join(filesRoom.rootDir(), 'sound-work'))).toEqual([]);
		await audios.retry(ward.as('radio'), id);
		expect(await rowOf(id)).toMatchObject({ state: 'waiting', progress: 0 });
		await audios.stop(ward.as('radio'), id);
	});

	const uploaded = () =>
		audios.upload(ward.as('radio'), {
			kind: 'recording',
			title: 'x',
			file: { name: 'a.wav', bytes: tone(2) }
		});
	const left = (id: number, changes: Partial<typeof audio.$inferInsert> = {}) =>
		database.db
			.update(audio)
			.set({ state: 'working', begunAt: new Date(Date.now() - 3_600_000), ...changes })
			.where(eq(audio.id, id));

	it('left by a worker that is gone is taken up again, once, and its folder is swept', async () => {
		const id = await uploaded();
		const folder = path.join(filesRoom.rootDir(), 'sound-work', `${ward.wardId}-${id}-left`);
		await mkdir(folder, { recursive: true });
		await left(id, { claim: 'worker-that-was-killed' });
		const both = await Promise.all([makeNext(ward.robot()), makeNext(ward.robot())]);
		expect(both.filter(Boolean)).toHaveLength(1);
		expect((await rowOf(id)).state).toBe('ready');
		expect(await readdir(path.dirname(folder))).toEqual([]);
		const acts = await read(ward.robot(), (tx) => historyOf(tx, { kind: 'audio', id }));
		expect(acts.filter(({ act }) => act === 'audio.ready')).toHaveLength(1);
	});

	it('made by a worker that was taken for gone is not used twice', async () => {
		const id = await uploaded();
		const slow = makeNext(ward.robot());
		await expect.poll(async () => (await rowOf(id)).state).toBe('working');
		await left(id);
		expect(await makeNext(ward.robot())).toBe(true);
		await slow;
		const acts = await read(ward.robot(), (tx) => historyOf(tx, { kind: 'audio', id }));
		expect(acts.filter(({ act }) => act === 'audio.ready')).toHaveLength(1);
	});

	it('that ends its worker every time is given up with a word', async () => {
		const id = await uploaded();
		await left(id, { tries: 4 });
		await makeNext(ward.robot());
		expect(await rowOf(id)).toMatchObject({
			state: 'failed',
			error: expect.stringContaining('dừng giữa chừng')
		});
	});

	it('is nobody else’s', async () => {
		await expect(
			audios.upload(ward.as('superior'), {
				kind: 'recording',
				title: 'x',
				file: { name: 'a.wav', bytes: tone(1) }
			})
		).rejects.toMatchObject({ code: 'broadcast.make_audio' });
		await expect(audios.stop(ward.as('radio'), 999_999)).rejects.toMatchObject({ status: 404 });
		await expect(
			audios.upload(ward.as('radio'), {
				kind: 'recording',
				title: 'x',
				file: { name: 'a.mp3', bytes: Buffer.from('chữ') }
			})
		).rejects.toMatchObject({ status: 415 });
	});
});
