import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { espeakVoice } from '#broadcast/audio/espeak-voice.ts';
import { readScript } from '#broadcast/audio/voice.ts';
import { render, wavHead } from '#broadcast/audio/render.ts';
import type { Measured } from '../bench.ts';

const MINUTES = 10;
const RATE = 44_100;

/** Speech-like sound: it swells, pauses, and has more than one tone. Written minute by minute, so that it is not in memory. */
async function sound(file: string): Promise<void> {
	const out = createWriteStream(file);
	out.write(wavHead(MINUTES * 60 * RATE * 2));
	for (let minute = 0; minute < MINUTES; minute++) {
		const samples = Int16Array.from({ length: 60 * RATE }, (_, at) => {
			const t = minute * 60 + at / RATE;
			const swell = Math.abs(Math.sin(t * 4)) * (t % 5 < 4.2 ? 1 : 0.02);
			return 3000 * swell * (Math.sin(2 * Math.PI * 190 * t) + 0.5 * Math.sin(2 * Math.PI * 930 * t));
		});
		out.write(new Uint8Array(samples.buffer));
	}
	out.end();
	await finished(out);
}

const SCRIPT =
	'Mời bà con nghe chuyên mục cải cách hành chính của phường hôm nay. Phường mở thêm quầy tiếp nhận hồ sơ số hai. '.repeat(
		32
	);

/** The built-in voice reads it into a file. */
async function spoken(file: string): Promise<void> {
	const parts: Buffer[] = [];
	let rate = RATE;
	await readScript(
		await espeakVoice('north'),
		SCRIPT,
		(speech) => {
			rate = speech.rate;
			parts.push(Buffer.from(Int16Array.from(speech.samples, (one) => one * 32_000).buffer));
			return Promise.resolve();
		},
		() => undefined
	);
	const bytes = Buffer.concat(parts);
	await writeFile(file, Buffer.concat([wavHead(bytes.length, rate), bytes]));
}

type Taken = { wall: number; processor: number };
async function taken<T>(work: () => Promise<T>): Promise<[T, Taken]> {
	const begun = performance.now();
	const before = process.cpuUsage();
	const result = await work();
	const { user, system } = process.cpuUsage(before);
	return [result, { wall: performance.now() - begun, processor: (user + system) / 1000 }];
}

/** On a machine shared with others the clock tells little: what the processors did is told beside it. */
const both = (what: string, { wall, processor }: Taken, heard: number, bound: string): Measured[] => [
	{
		figure: what,
		milliseconds: wall,
		reference: 'hearing it',
		referenceMilliseconds: heard,
		bound
	},
	{
		figure: `the same in time of one processor`,
		milliseconds: processor,
		reference: 'hearing it',
		referenceMilliseconds: heard,
		bound: 'two processors share it'
	}
];

/** Ten minutes brought to loudness and written twice; five minutes read by the built-in voice, the same done to them. */
export async function run(): Promise<Measured[]> {
	const folder = await mkdtemp(path.join(tmpdir(), 'minhbach-bench-'));
	try {
		const input = path.join(folder, 'given.wav');
		await sound(input);
		const [rendered, rendering] = await taken(() => render({ input, into: path.join(folder, 'out') }));
		const memory = Math.round(process.resourceUsage().maxRSS / 1024);
		const file = path.join(folder, 'spoken.wav');
		const [, reading] = await taken(() => spoken(file));
		const [made, writing] = await taken(() => render({ input: file, into: path.join(folder, 'read') }));
		const whole = { wall: reading.wall + writing.wall, processor: reading.processor + writing.processor };
		return [
			...both(
				`${MINUTES} minutes of sound to -16 LUFS, MP3 and AAC (most memory ${memory} MB)`,
				rendering,
				rendered.durationMs,
				'one hour under 2 minutes: ratio 0.033'
			),
			...both(
				`the built-in voice reads ${Math.round(made.durationMs / 1000)} s`,
				reading,
				made.durationMs,
				'20 times real time: ratio 0.05'
			),
			...both(
				'the same with loudness and both files',
				whole,
				made.durationMs,
				'20 times real time: ratio 0.05'
			)
		];
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
