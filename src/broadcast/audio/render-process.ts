/**
 * A process for one piece of work on sound: what a broken file does here harms nobody, its memory goes with it, and
 * stopping it is ending it. Told by one message what to do, it answers with progress and at last with the result.
 */
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { NoSound, render, wavHead, type RenderAsked, type Rendered } from './render.ts';
import type { Step } from './step.ts';
import { NoVoice, readScript, type Voice } from './voice.ts';

export type Work = (
	RenderAsked | { script: string; voice: string; syllables: number; voicesDir: string; into: string }
) & { keepSilence?: boolean };
export type Progress = { progress: number; step: Step };
export type Answer = Progress | { done: Rendered } | { refused: string };

const tell = (answer: Answer): void => void process.send?.(answer);

async function voiceNamed(name: string, syllables: number, voicesDir: string): Promise<Voice> {
	const [kind, which = ''] = name.split(':');
	if (kind === 'espeak' && (which === 'north' || which === 'central' || which === 'south'))
		return (await import('./espeak-voice.ts')).espeakVoice(which, syllables);
	if (kind === 'sherpa')
		return (await import('./sherpa-voice.ts')).sherpaVoice(path.join(voicesDir, path.basename(which)));
	if (kind === 'http') return (await import('./http-voice.ts')).httpVoice();
	throw new NoVoice(`Không có giọng đọc tên “${name}”. Hãy chọn giọng khác trong phần thiết lập.`);
}

/** Reads the script into a file of samples, as they come. */
async function speakInto(file: string, work: Extract<Work, { script: string }>): Promise<void> {
	const voice = await voiceNamed(work.voice, work.syllables, work.voicesDir);
	const out = await open(file, 'w');
	let bytes = 0;
	let rate = 22_050;
	try {
		await out.write(wavHead(0, rate));
		await readScript(
			voice,
			work.script,
			async (speech) => {
				rate = speech.rate;
				const block = new Int16Array(speech.samples.length);
				for (const [at, sample] of speech.samples.entries())
					block[at] = Math.max(-1, Math.min(1, sample)) * 32_767;
				bytes += (await out.write(new Uint8Array(block.buffer))).bytesWritten;
			},
			(percent) => tell({ progress: Math.floor(percent / 2), step: 'reading' })
		);
		await out.write(wavHead(bytes, rate), 0, 44, 0);
	} finally {
		await out.close();
	}
}

async function doWork(work: Work): Promise<Rendered> {
	if (!('script' in work))
		return render(work, (percent, step) => tell({ progress: Math.floor(percent), step }));
	await mkdir(work.into, { recursive: true });
	const input = path.join(work.into, 'spoken.wav');
	await speakInto(input, work);
	return render({ input, into: work.into }, (percent, step) =>
		tell({ progress: 50 + Math.floor(percent / 2), step })
	);
}

process.once('message', (work: Work) => {
	doWork(work)
		.then((done) => tell({ done }))
		.catch((error: unknown) => {
			if (error instanceof NoSound || error instanceof NoVoice) tell({ refused: error.message });
			else {
				console.error(error);
				tell({
					refused: 'Chương trình không xử lý được tệp này. Hãy lưu lại thành tệp MP3 hoặc WAV rồi gửi lại.'
				});
			}
		})
		.finally(() => process.disconnect?.());
});
// Whoever asked is gone: nobody waits for the result.
process.once('disconnect', () => process.exit(0));
