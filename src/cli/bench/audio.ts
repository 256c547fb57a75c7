import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { espeakVoice } from '#broadcast/audio/espeak-voice.ts';
import { readScript } from '#broadcast/audio/voice.ts';
import { render, wavHead } from '#broadcast/audio/render.ts';
import type { Measured } from '../bench.ts';

const MINUTES = 10;
const RATE = 44_100;

/** Speech-like sound: it swells, pauses, and has more than one tone. */
function sound(minutes: number): Buffer {
	const samples = new Int16Array(minutes * 60 * RATE);
	for (let at = 0; at < samples.length; at++) {
		const t = at / RATE;
		const swell = Math.abs(Math.sin(t * 4)) * (t % 5 < 4.2 ? 1 : 0.02);
		samples[at] = 3000 * swell * (Math.sin(2 * Math.PI * 190 * t) + 0.5 * Math.sin(2 * Math.PI * 930 * t));
	}
	const bytes = Buffer.from(samples.buffer);
	return Buffer.concat([wavHead(bytes.length, RATE), bytes]);
}

/** Ten minutes brought to loudness and written twice; a minute read by the built-in voice. The reference is the time they take to hear. */
export async function run(): Promise<Measured[]> {
	const folder = await mkdtemp(path.join(tmpdir(), 'minhbach-bench-'));
	try {
		const input = path.join(folder, 'given.wav');
		await writeFile(input, sound(MINUTES));
		const begun = performance.now();
		const { durationMs } = await render({ input, into: path.join(folder, 'out') });
		const rendering = performance.now() - begun;

		const voice = await espeakVoice('north');
		const script =
			'Mời bà con nghe chuyên mục cải cách hành chính của phường hôm nay. Phường mở thêm quầy tiếp nhận hồ sơ số hai. '.repeat(
				8
			);
		let seconds = 0;
		const reading = performance.now();
		await readScript(
			voice,
			script,
			(speech) => Promise.resolve(void (seconds += speech.samples.length / speech.rate)),
			() => undefined
		);
		const read = performance.now() - reading;
		const memory = Math.round(process.memoryUsage().rss / 1_048_576);
		return [
			{
				figure: `${MINUTES} minutes of sound to -16 LUFS, MP3 and AAC (memory ${memory} MB)`,
				milliseconds: rendering,
				reference: 'hearing it',
				referenceMilliseconds: durationMs,
				bound: 'one hour under 2 minutes: ratio 0.033'
			},
			{
				figure: `the built-in voice reads ${Math.round(seconds)} s`,
				milliseconds: read,
				reference: 'hearing it',
				referenceMilliseconds: seconds * 1000,
				bound: '20 times real time: ratio 0.05'
			}
		];
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
