/** Better voices: a folder with a sherpa-onnx VITS (Piper) model that a ward drops into `voices` beside its data. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { lacksOf, noReader } from './sherpa-folder.ts';
import { NoVoice, type Voice } from './voice.ts';

type Engine = {
	sampleRate: number;
	generate: (asked: { text: string; sid: number; speed: number; enableExternalBuffer: boolean }) => {
		samples: Float32Array;
		sampleRate: number;
	};
};

export async function sherpaVoice(folder: string): Promise<Voice> {
	const lacks = await lacksOf(folder);
	if (lacks) throw new NoVoice(lacks);
	const model = (await readdir(folder)).find((name) => name.endsWith('.onnx'))!;
	const beside = (name: string): string =>
		existsSync(path.join(folder, name)) ? path.join(folder, name) : '';
	const { default: sherpa } = (await import('sherpa-onnx-node').catch((error: unknown) => {
		throw Object.assign(new NoVoice(noReader), {
			cause: error
		});
	})) as { default: { OfflineTts: { createAsync: (config: unknown) => Promise<Engine> } } };
	const engine = await sherpa.OfflineTts.createAsync({
		model: {
			vits: {
				model: path.join(folder, model),
				tokens: path.join(folder, 'tokens.txt'),
				lexicon: beside('lexicon.txt'),
				dataDir: beside('espeak-ng-data')
			},
			numThreads: 2,
			provider: 'cpu',
			debug: false
		},
		maxNumSentences: 1
	});
	return {
		read: (text) => {
			const { samples, sampleRate } = engine.generate({
				text,
				sid: 0,
				speed: 1,
				enableExternalBuffer: false
			});
			return Promise.resolve({ samples, rate: sampleRate });
		}
	};
}
