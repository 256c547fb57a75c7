/** The built-in voice: eSpeak NG compiled to WebAssembly, three Vietnamese accents. Plain, but there from the first minute. */
import { NoVoice, type Accent, type Speech, type Voice } from './voice.ts';

type Worker = {
	set_voice: (name: string) => number;
	set_rate: (rate: number) => void;
	readonly samplerate: number;
	synthesize: (text: string, hear: (audio: Int16Array | null, events: unknown[]) => number) => void;
};

const names: Record<Accent, string> = { north: 'vi', central: 'vi-vn-x-central', south: 'vi-vn-x-south' };

/** `syllables`: how many a minute it should read; measured: its rate 110 reads 150. */
export async function espeakVoice(accent: Accent, syllables = 200): Promise<Voice> {
	const { default: load } = await import('@echogarden/espeak-ng-emscripten');
	const module = await load();
	const worker = new module.eSpeakNGWorker() as Worker;
	if (worker.set_voice(names[accent]) !== 0)
		throw new NoVoice('Giọng đọc có sẵn không mở được. Hãy chọn giọng khác.');
	worker.set_rate(Math.max(80, Math.round(syllables * 0.735)));
	return {
		read: (text): Promise<Speech> => {
			const parts: Int16Array[] = [];
			worker.synthesize(text, (audio) => {
				// The samples live in the module's memory and are written over by the next.
				if (audio) parts.push(audio.slice());
				return 0;
			});
			const samples = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
			let at = 0;
			for (const part of parts) for (const sample of part) samples[at++] = sample / 32_768;
			return Promise.resolve({ samples, rate: worker.samplerate });
		}
	};
}
