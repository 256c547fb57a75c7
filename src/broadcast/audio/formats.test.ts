/** What people bring: every common kind of sound and film, whole, cut off, silent, or no sound at all. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Decoder, Demuxer, Encoder, FilterAPI, Muxer } from 'node-av/api';
import type { FFAudioEncoder, FFVideoEncoder } from 'node-av/constants';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWard, type TestWard } from '#people/testing.ts';
import { read } from '#platform/db.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { useFiles } from '#plan/testing.ts';
import * as audios from './audios.server.ts';
import { makeNext } from './making.server.ts';
import { wavHead } from './render.ts';

const database = useDatabase();
useFiles();
let ward: TestWard;
let folder: string;
beforeAll(async () => {
	ward = await makeWard(database.db);
	folder = await mkdtemp(path.join(tmpdir(), 'minhbach-formats-'));
	await writeFile(path.join(folder, 'voice.wav'), voice(4));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function voice(seconds: number): Buffer {
	const rate = 48_000;
	const samples = Int16Array.from({ length: seconds * rate }, (_, at) => {
		const t = at / rate;
		return 6000 * (0.3 + 0.7 * Math.abs(Math.sin(t * 4))) * Math.sin(2 * Math.PI * 220 * t);
	});
	const bytes = Buffer.from(samples.buffer);
	return Buffer.concat([wavHead(bytes.length, rate), bytes]);
}

/** `piece`: samples handed to the encoder at once; Vorbis makes several packets of a long piece, of which one is written. */
type Way = { codec: string; format: string; piece?: number; live?: boolean };

/** The voice in another kind of file; `film` with moving pictures beside it, or them alone. */
async function written(name: string, way: Way | null, film = false): Promise<Buffer> {
	const file = path.join(folder, name);
	{
		await using muxer = await Muxer.open(file, way?.live ? { options: { live: '1' } } : {});
		await using sound = await Demuxer.open(path.join(folder, 'voice.wav'));
		await using pictures = await Demuxer.open('testsrc=size=160x120:rate=5:duration=4', { format: 'lavfi' });
		const tracks: { index: number; packets: AsyncIterable<unknown> }[] = [];
		const track = async (
			from: Demuxer,
			kind: 'audio' | 'video',
			codec: string,
			filters: string
		): Promise<void> => {
			const stream = from[kind]()!;
			const decoder = await Decoder.create(stream);
			const filter = FilterAPI.create(filters);
			const encoder = await Encoder.create(codec as FFAudioEncoder & FFVideoEncoder, { filter });
			tracks.push({
				index: muxer.addStream(encoder),
				packets: encoder.packets(filter.frames(decoder.frames(from.packets(stream.index))))
			});
		};
		if (way)
			await track(
				sound,
				'audio',
				way.codec,
				`aresample=48000,asetnsamples=n=${way.piece ?? 1024}:p=0,aformat=sample_fmts=${way.format}:channel_layouts=mono`
			);
		if (film) await track(pictures, 'video', 'libx264', 'format=yuv420p');
		await Promise.all(
			tracks.map(async ({ index, packets }) => {
				for await (const packet of packets as AsyncIterable<Parameters<Muxer['writePacket']>[0]>)
					if (packet) await muxer.writePacket(packet, index);
			})
		);
	}
	return readFile(file);
}

async function made(name: string, bytes: Uint8Array): Promise<audios.Audio> {
	const id = await audios.upload(ward.as('radio'), { kind: 'recording', title: name, file: { name, bytes } });
	await makeNext(ward.robot());
	return read(ward.robot(), async (tx) => (await audios.of(tx, id))!);
}

const webm: Way = { codec: 'libopus', format: 's16', live: true };

describe('sound that people bring', () => {
	it.each<[string, Way, boolean?]>([
		['ban-thu.mp3', { codec: 'libmp3lame', format: 's16p' }],
		['dien-thoai.m4a', { codec: 'aac', format: 'fltp' }],
		['dai.aac', { codec: 'aac', format: 'fltp' }],
		['zalo.ogg', { codec: 'libopus', format: 's16' }],
		['cu.ogg', { codec: 'libvorbis', format: 'fltp', piece: 64 }],
		['chrome.webm', webm],
		['may-ghi.wav', { codec: 'pcm_s16le', format: 's16' }],
		['dia.flac', { codec: 'flac', format: 's16' }],
		['windows.wma', { codec: 'wmav2', format: 'fltp' }],
		['phim.mp4', { codec: 'aac', format: 'fltp' }, true],
		['phim.mkv', { codec: 'aac', format: 'fltp' }, true],
		['phim.avi', { codec: 'libmp3lame', format: 's16p' }, true],
		['phim.mov', { codec: 'aac', format: 'fltp' }, true]
	])('%s becomes ready at the loudness of the station', async (name, way, film) => {
		const sound = await made(name, await written(name, way, film));
		expect(sound).toMatchObject({ state: 'ready', error: null });
		expect(Math.abs(sound.durationMs! - 4000)).toBeLessThan(300);
		expect(Math.abs(sound.lufs! + 16)).toBeLessThanOrEqual(1);
		expect(sound.truePeak!).toBeLessThanOrEqual(-1.5);
	});

	it('of an old telephone (AMR) is read', async () => {
		// Frames of 12.2 kbit/s with any content: noise, but sound.
		const frames = Array.from({ length: 150 }, (_, at) =>
			Buffer.from([0x3c, ...Array.from({ length: 31 }, (_, i) => (at * 37 + i * 101) % 256)])
		);
		const sound = await made('cu.amr', Buffer.concat([Buffer.from('#!AMR\n'), ...frames]));
		expect(sound.state).toBe('ready');
		expect(Math.abs(sound.durationMs! - 3000)).toBeLessThan(500);
	});

	it.each<[string, Way]>([
		['dut.mp3', { codec: 'libmp3lame', format: 's16p' }],
		['dut.webm', webm],
		['dut.ogg', { codec: 'libopus', format: 's16' }]
	])('%s without its end gives what there is', async (name, way) => {
		const bytes = await written(name, way);
		const sound = await made(name, bytes.subarray(0, Math.floor(bytes.length * 0.6)));
		expect(sound.state).toBe('ready');
		expect(sound.durationMs!).toBeGreaterThan(1500);
		expect(sound.durationMs!).toBeLessThan(3000);
	});

	it('a WAV that claims to go on for ever is as long as it is', async () => {
		const bytes = voice(3);
		bytes.writeUInt32LE(0xffffffff, 4);
		bytes.writeUInt32LE(0xffffffff, 40);
		const sound = await made('khong-cuoi.wav', bytes);
		expect(sound.state).toBe('ready');
		expect(Math.abs(sound.durationMs! - 3000)).toBeLessThan(300);
	});

	it('that lost what holds it together says in words what to do', async () => {
		const bytes = await written('hong.m4a', { codec: 'aac', format: 'fltp' });
		const sound = await made('hong.m4a', bytes.subarray(0, Math.floor(bytes.length / 2)));
		expect(sound).toMatchObject({ state: 'failed', mp3FileId: null });
		expect(sound.error).toMatch(/Hãy/);
	});

	it('of a silent file or a film without sound says so', async () => {
		const silent = Buffer.concat([wavHead(480_000, 48_000), Buffer.alloc(480_000)]);
		expect((await made('im.wav', silent)).error).toMatch(/không có tiếng/);
		expect((await made('cam.mp4', await written('cam.mp4', null, true))).error).toMatch(
			/không có đường tiếng/
		);
	});

	it.each([
		['anh.mp3', Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex')],
		['van-ban.mp3', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')],
		['trang.wav', Buffer.from('<!doctype html><title>x</title>')],
		['trong.mp3', Buffer.alloc(0)],
		['chuong-trinh.mp3', Buffer.from('4d5a90000300000004000000ffff0000', 'hex')]
	])('%s is no sound and refused before anything is kept', async (name, bytes) => {
		await expect(
			audios.upload(ward.as('radio'), { kind: 'recording', title: name, file: { name, bytes } })
		).rejects.toMatchObject({ status: 415, field: 'file' });
	});
});
