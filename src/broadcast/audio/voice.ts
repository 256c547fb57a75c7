/**
 * A voice (giọng đọc): text for the ear in, samples out. One small interface: the built-in voice works with nothing
 * installed; a better one is a folder with a sherpa-onnx model, or a service on the network.
 */
export type Speech = { samples: Float32Array; rate: number };

export interface Voice {
	/** Reads one sentence or paragraph. Says nothing for an empty one. */
	read(text: string): Promise<Speech>;
}

/** How a voice is named in settings: `espeak:north`, `sherpa:<folder>`, `http`. */
export const accents = { north: 'Giọng Bắc', central: 'Giọng Trung', south: 'Giọng Nam' } as const;
export type Accent = keyof typeof accents;

/** The voice cannot be had; the words are for a person. */
export class NoVoice extends Error {}

/** Pause after a sentence and after a paragraph, in milliseconds. */
const SENTENCE_PAUSE = 350;
const PARAGRAPH_PAUSE = 700;

/**
 * Reads a whole script sentence by sentence, so that it can say how far it is and be stopped between two of them;
 * hands the samples on as they come, so that an hour of speech does not lie in memory.
 */
export async function readScript(
	voice: Voice,
	script: string,
	hear: (speech: Speech) => Promise<void>,
	onProgress: (percent: number) => void
): Promise<void> {
	const paragraphs = script
		.split(/\n+/)
		.map(sentencesOf)
		.filter((sentences) => sentences.length > 0);
	const total = paragraphs.flat().reduce((sum, sentence) => sum + sentence.length, 0);
	let read = 0;
	for (const sentences of paragraphs) {
		for (const [at, sentence] of sentences.entries()) {
			const speech = await voice.read(sentence);
			await hear(speech);
			const pause = at === sentences.length - 1 ? PARAGRAPH_PAUSE : SENTENCE_PAUSE;
			await hear({ samples: new Float32Array(Math.round((speech.rate * pause) / 1000)), rate: speech.rate });
			read += sentence.length;
			onProgress(Math.floor((read / total) * 100));
		}
	}
}

/** Sentences of a paragraph; one without an end is cut at a comma or a space before it takes a voice's breath away. */
export function sentencesOf(paragraph: string): string[] {
	return paragraph
		.split(/(?<=[.!?…:;])\s+/)
		.flatMap((sentence) =>
			sentence.length <= 400 ? [sentence] : (sentence.match(/.{1,300}(?:,\s|\s|$)|.{1,300}/g) ?? [])
		)
		.map((sentence) => sentence.trim())
		.filter((sentence) => /[\p{L}\d]/u.test(sentence));
}
