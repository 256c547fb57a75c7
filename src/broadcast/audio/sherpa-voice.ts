/** Better voices: a folder with a sherpa-onnx VITS (Piper) model that a ward drops into `voices` beside its data. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { NoVoice, type Voice } from './voice.ts';

type Engine = {
	sampleRate: number;
	generate: (asked: { text: string; sid: number; speed: number; enableExternalBuffer: boolean }) => {
		samples: Float32Array;
		sampleRate: number;
	};
};

/** What keeps a folder from being a voice, in words; null when it is whole. */
export async function lacksOf(folder: string): Promise<string | null> {
	const name = path.basename(folder);
	const files = await readdir(folder).catch(() => undefined);
	if (!files)
		return `Không thấy thư mục giọng đọc “${name}”. Hãy chép mô hình giọng vào thư mục voices rồi chọn lại.`;
	if (!files.some((file) => file.endsWith('.onnx')) || !files.includes('tokens.txt'))
		return `Thư mục giọng “${name}” thiếu tệp .onnx hoặc tokens.txt. Hãy chép đủ các tệp của mô hình.`;
	try {
		createRequire(import.meta.url).resolve('sherpa-onnx-node');
		return null;
	} catch {
		return noReader;
	}
}
const noReader = 'Máy này chưa cài được bộ đọc sherpa-onnx. Hãy dùng giọng có sẵn.';

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
