/**
 * The work on sound itself, with FFmpeg as a library: any file that holds sound becomes one mono track, trimmed of silence
 * at both ends, brought to -16 LUFS (EBU R128, speech) with its true peak under -1.5 dBTP, written as MP3 and AAC.
 * Runs in a process of its own (render-process.ts): what a broken file does there harms nobody.
 */
import { mkdir, open as openFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Log, type Frame, type Packet } from 'node-av';
import { Decoder, Demuxer, Encoder, FilterAPI, Muxer } from 'node-av/api';
import { AV_LOG_FATAL, FF_ENCODER_AAC, FF_ENCODER_LIBMP3LAME } from 'node-av/constants';
import type { FFAudioEncoder } from 'node-av/constants';
import type { Step } from './step.ts';

// What it would say about every file is told by its results.
Log.setLevel(AV_LOG_FATAL);

export const TARGET_LUFS = -16;
export const PEAK_CEILING = -1.5;
/** MP3 takes 0.4 to 0.5 away, AAC next to nothing: between the two. */
const CODING_LOSS = 0.25;
export const RATE = 44_100;
/** Points of the waveform, and of the one that is cut by. */
const POINTS = 400;
const FINE_POINTS = 1600;
/** More than this is no programme of a ward, or a file that never ends. */
const LONGEST_HOURS = 5;
/** Quieter than this is silence at the ends (dBFS of ten milliseconds), and so much of it is left for breath. */
const SILENCE = -48;
const BREATH_MS = 200;

export type RenderAsked = {
	input: string;
	/** Folder that is made for the results; the caller removes it. */
	into: string;
	trimFromMs?: number | undefined;
	trimToMs?: number | undefined;
	/** Music keeps its silence. */
	keepSilence?: boolean | undefined;
};
export type Rendered = {
	mp3: string;
	aac: string;
	durationMs: number;
	lufs: number;
	truePeak: number;
	waveform: number[];
	/** The same, finer; and where it begins in what came in. */
	fineWaveform: number[];
	fromMs: number;
};

export type Measured = { lufs: number; truePeak: number; durationMs: number };

/** Says how far it is, from 0 to 100, and what it is at. */
export type OnProgress = (percent: number, step: Step) => void;
type OnPart = (percent: number) => void;

/** Sound that cannot be read, or none in the file: the words are for a person. */
export class NoSound extends Error {}

export async function render(
	asked: RenderAsked,
	onProgress: OnProgress = () => undefined
): Promise<Rendered> {
	await mkdir(asked.into, { recursive: true });
	const plain = path.join(asked.into, 'plain.wav');
	const seen = await takeIn(asked, plain, (part) => onProgress(part * 0.4, 'measuring'));
	if (!(seen.lufs > -70))
		throw new NoSound('Tệp không có tiếng, hoặc tiếng quá nhỏ. Hãy thu lại gần micro hơn.');
	const from = asked.keepSilence ? 0 : Math.max(0, seen.firstMs - BREATH_MS);
	const to = asked.keepSilence ? seen.durationMs : Math.min(seen.durationMs, seen.lastMs + BREATH_MS);
	const mp3 = path.join(asked.into, 'sound.mp3');
	const aac = path.join(asked.into, 'sound.m4a');
	// Between samples a peak can be higher than the samples themselves, and coding adds a little: room is left for both.
	let margin = 0.6;
	let gain = await gainFor(plain, seen, { from, to }, margin);
	for (let attempt = 0; ; attempt++) {
		const filter = `atrim=start=${from / 1000},asetpts=PTS-STARTPTS,${loudness(gain, margin)}`;
		await Promise.all([
			encode(plain, mp3, filter, {
				untilMs: to,
				codec: FF_ENCODER_LIBMP3LAME,
				format: 's16p',
				options: { compression_level: '7' },
				onProgress: (part) => onProgress(40 + part * 0.4, 'writing')
			}),
			encode(plain, aac, filter, {
				untilMs: to,
				codec: FF_ENCODER_AAC,
				format: 'fltp',
				options: { aac_coder: 'fast' },
				onProgress: () => undefined
			})
		]);
		const one = await scan(mp3, (part) => onProgress(80 + part * 0.2, 'checking'));
		const { truePeak } = one;
		const off = TARGET_LUFS - one.lufs;
		if (attempt >= 3 || (Math.abs(off) <= 0.5 && truePeak <= PEAK_CEILING)) {
			await rm(plain, { force: true });
			return {
				mp3,
				aac,
				durationMs: one.durationMs,
				lufs: round(one.lufs),
				truePeak: round(truePeak),
				waveform: one.waveform,
				fineWaveform: one.fineWaveform,
				fromMs: Math.round(from)
			};
		}
		gain += off;
		if (truePeak > PEAK_CEILING) margin += truePeak - PEAK_CEILING + 0.2;
	}
}

const loudness = (gain: number, margin: number): string =>
	`volume=${gain.toFixed(2)}dB,alimiter=limit=${(10 ** ((PEAK_CEILING - margin) / 20)).toFixed(4)}:attack=2:release=60:level=disabled`;

/**
 * The gain that ends at the wanted loudness. Where no top is taken away it is the difference; where the limiter does, it
 * also takes loudness away: how much is tried on a minute from the middle, which costs little beside writing it again.
 */
async function gainFor(
	plain: string,
	seen: Seen,
	{ from, to }: { from: number; to: number },
	margin: number
): Promise<number> {
	const wanted = TARGET_LUFS + CODING_LOSS;
	const straight = wanted - seen.lufs;
	if (seen.peak + straight <= PEAK_CEILING - margin) return straight;
	const length = Math.min(to - from, 60_000);
	const start = from + (to - from - length) / 2;
	const heard = (filter: string): Promise<number> =>
		loudnessOf(plain, { start, end: start + length }, filter);
	const part = await heard('anull');
	// A part that is silent tells nothing.
	if (!(part > -70)) return straight;
	let gain = straight;
	let before: { gain: number; off: number } | undefined;
	for (let turn = 0; turn < 4; turn++) {
		const lost = part + gain - (await heard(loudness(gain, margin)));
		const off = wanted - (seen.lufs + gain - lost);
		if (Math.abs(off) <= 0.15) break;
		const slope = before ? (before.off - off) / (gain - before.gain) : 0.6;
		before = { gain, off };
		gain = Math.min(straight + 12, gain + off / Math.max(0.2, Math.min(1, slope)));
	}
	return gain;
}

async function loudnessOf(
	file: string,
	{ start, end }: { start: number; end: number },
	filters: string
): Promise<number> {
	await using input = await open(file);
	const stream = input.audio()!;
	using decoder = await Decoder.create(stream);
	using filter = FilterAPI.create(`atrim=start=${start / 1000},${filters},ebur128=metadata=1:framelog=quiet`);
	let lufs = -Infinity;
	for await (using frame of filter.frames(until(decoder.frames(input.packets(stream.index)), end))) {
		const said = frame?.getMetadata().getAll()['lavfi.r128.I'];
		if (said !== undefined) lufs = Number(said);
	}
	return lufs;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Decodes whatever it is to mono samples on disk (an hour is 320 MB there, next to nothing in memory), measuring on the way. */
async function takeIn(asked: RenderAsked, target: string, onProgress: OnPart): Promise<Seen> {
	const file = await openFile(target, 'w');
	try {
		// Its length is not known yet; it is written in at the end.
		await file.write(wavHead(0));
		let bytes = 0;
		const seen = await listen(asked.input, { ...asked, peaks: false, onProgress }, async (samples) => {
			const { bytesWritten } = await file.write(samples);
			bytes += bytesWritten;
		});
		if (bytes < 4000) throw new NoSound('Tệp không có đoạn tiếng nào. Hãy chọn tệp khác.');
		await file.write(wavHead(bytes), 0, 44, 0);
		return seen;
	} finally {
		await file.close();
	}
}

/** Of one track of 16-bit samples. */
export function wavHead(bytes: number, rate = RATE): Buffer {
	const head = Buffer.alloc(44);
	head.write('RIFF', 0);
	head.writeUInt32LE(bytes + 36, 4);
	head.write('WAVEfmt ', 8);
	head.writeUInt32LE(16, 16);
	head.writeUInt16LE(1, 20);
	head.writeUInt16LE(1, 22);
	head.writeUInt32LE(rate, 24);
	head.writeUInt32LE(rate * 2, 28);
	head.writeUInt16LE(2, 32);
	head.writeUInt16LE(16, 34);
	head.write('data', 36);
	head.writeUInt32LE(bytes, 40);
	return head;
}

type Output = {
	untilMs?: number | undefined;
	codec: FFAudioEncoder;
	format: 's16p' | 'fltp';
	/** Of the encoder: the quick ways, whose difference speech does not show. */
	options: Record<string, string>;
	onProgress: OnPart;
};

async function encode(from: string, to: string, filters: string, output: Output): Promise<void> {
	await using input = await open(from);
	const stream = input.audio();
	if (!stream) throw new NoSound('Tệp không có đường tiếng nào. Hãy chọn tệp âm thanh, hoặc video có tiếng.');
	using decoder = await Decoder.create(stream);
	using filter = FilterAPI.create(`${filters},aformat=sample_fmts=${output.format}:channel_layouts=mono`);
	using encoder = await Encoder.create(output.codec, {
		filter,
		context: { bitRate: '96k' },
		options: output.options
	});
	await using muxer = await Muxer.open(to);
	const index = muxer.addStream(encoder);
	const total = input.duration > 0 ? input.duration : 0;
	let told = -1;
	for await (using packet of encoder.packets(
		filter.frames(until(decoder.frames(input.packets(stream.index)), output.untilMs))
	)) {
		if (!packet) continue;
		if (total > 0) {
			const part = Math.min(
				99,
				Math.floor((Number(packet.pts) * packet.timeBase.num * 100) / packet.timeBase.den / total)
			);
			if (part > told) output.onProgress((told = part));
		}
		await muxer.writePacket(packet, index);
	}
}

/** Ends the row of frames at a time: a filter that ends by itself would refuse what still comes. */
async function* until(
	frames: AsyncIterable<Frame | null>,
	untilMs: number | undefined
): AsyncGenerator<Frame | null> {
	for await (const frame of frames) {
		if (
			frame &&
			untilMs !== undefined &&
			(Number(frame.pts) * frame.timeBase.num * 1000) / frame.timeBase.den >= untilMs
		) {
			frame.free();
			yield null;
			return;
		}
		yield frame;
	}
}

async function open(file: string): Promise<Demuxer> {
	try {
		return await Demuxer.open(file);
	} catch (error) {
		throw Object.assign(
			new NoSound(
				'Không đọc được tệp này. Hãy chọn tệp âm thanh hoặc video thông dụng (MP3, WAV, M4A, OGG, MP4).'
			),
			{ cause: error }
		);
	}
}

type Seen = Measured & {
	peak: number;
	firstMs: number;
	lastMs: number;
	waveform: number[];
	fineWaveform: number[];
};

/** Loudness and true peak by FFmpeg's own meter, where sound begins and ends, and the waveform. */
export async function scan(file: string, onProgress: OnPart = () => undefined): Promise<Seen> {
	return listen(file, { peaks: true, onProgress }, () => Promise.resolve());
}

type Listening = {
	peaks: boolean;
	onProgress: OnPart;
	trimFromMs?: number | undefined;
	trimToMs?: number | undefined;
};

async function listen(
	from: string,
	{ peaks, onProgress, trimFromMs, trimToMs }: Listening,
	hear: (samples: Uint8Array) => Promise<void>
): Promise<Seen> {
	await using input = await open(from);
	const stream = input.audio();
	if (!stream) throw new NoSound('Tệp không có đường tiếng nào. Hãy chọn tệp âm thanh, hoặc video có tiếng.');
	using decoder = await Decoder.create(stream);
	const trim = trimFromMs === undefined ? '' : `atrim=start=${trimFromMs / 1000},asetpts=PTS-STARTPTS,`;
	using filter = FilterAPI.create(
		`${trim}aresample=${RATE},aformat=channel_layouts=mono,ebur128=metadata=1:framelog=quiet${peaks ? ':peak=true' : ''},aresample=${RATE},aformat=sample_fmts=s16:channel_layouts=mono`
	);
	const total = input.duration > 0 ? input.duration : 0;
	// A browser's recording does not say how long it is: then it is told by how much of the file was read.
	const { size } = await stat(from);
	let at = 0;
	const packets = noting(input.packets(stream.index), (position) => (at = position));
	const heard = new Hearing();
	let told = -1;
	for await (using frame of filter.frames(until(decoder.frames(packets), trimToMs))) {
		if (!frame) continue;
		if (heard.seconds > LONGEST_HOURS * 3600)
			throw new NoSound(
				`Âm thanh dài hơn ${LONGEST_HOURS} giờ, hoặc tệp không có điểm kết thúc. Hãy cắt thành nhiều tệp ngắn hơn.`
			);
		heard.measure(frame.getMetadata().getAll());
		const bytes = frame.data![0]!.subarray(0, frame.nbSamples * 2);
		heard.take(new Int16Array(bytes.buffer, bytes.byteOffset, frame.nbSamples));
		await hear(bytes);
		const part = Math.min(99, Math.floor((total > 0 ? heard.seconds / total : at / size) * 100));
		if (part > told) onProgress((told = part));
	}
	return heard.summary();
}

async function* noting(
	packets: AsyncIterable<Packet | null>,
	note: (position: number) => void
): AsyncGenerator<Packet | null> {
	for await (const packet of packets) {
		if (packet && packet.pos > 0) note(Number(packet.pos));
		yield packet;
	}
}

/** Gathers what is heard, ten milliseconds at a time. */
class Hearing {
	readonly #block = RATE / 100;
	readonly #peaks: number[] = [];
	#at = 0;
	#sum = 0;
	#highest = 0;
	/** The loudest sample of all. */
	#peak = 0;
	#first = -1;
	#last = -1;
	#lufs = -Infinity;
	#truePeak = -Infinity;

	get seconds(): number {
		return this.#at / RATE;
	}

	measure(said: Record<string, string>): void {
		if (said['lavfi.r128.I'] !== undefined) this.#lufs = Number(said['lavfi.r128.I']);
		const peak = said['lavfi.r128.true_peak'];
		if (peak !== undefined) this.#truePeak = Math.max(this.#truePeak, 20 * Math.log10(Number(peak)));
	}

	take(samples: Int16Array): void {
		for (const sample of samples) {
			const size = sample < 0 ? -sample : sample;
			this.#sum += size * size;
			if (size > this.#highest) this.#highest = size;
			if (++this.#at % this.#block === 0) this.#close();
		}
	}

	#close(): void {
		if (10 * Math.log10(this.#sum / this.#block / 32_768 ** 2 + 1e-12) > SILENCE) {
			if (this.#first < 0) this.#first = this.#at - this.#block;
			this.#last = this.#at;
		}
		this.#peaks.push(this.#highest);
		if (this.#highest > this.#peak) this.#peak = this.#highest;
		this.#sum = 0;
		this.#highest = 0;
	}

	summary(): Seen {
		const ms = (samples: number): number => Math.round((samples / RATE) * 1000);
		return {
			lufs: this.#lufs,
			truePeak: this.#truePeak,
			peak: 20 * Math.log10(Math.max(1, this.#peak) / 32_768),
			durationMs: ms(this.#at),
			firstMs: ms(Math.max(0, this.#first)),
			lastMs: ms(this.#last < 0 ? this.#at : this.#last),
			waveform: waveformOf(this.#peaks, POINTS),
			fineWaveform: waveformOf(this.#peaks, FINE_POINTS)
		};
	}
}

/** Ten-millisecond peaks to a fixed number of points from 0 to 255. */
function waveformOf(peaks: number[], points: number): number[] {
	if (peaks.length === 0) return [];
	const count = Math.min(points, peaks.length);
	return Array.from({ length: count }, (_, at) => {
		const part = peaks.slice(
			Math.floor((at * peaks.length) / count),
			Math.max(Math.floor(((at + 1) * peaks.length) / count), Math.floor((at * peaks.length) / count) + 1)
		);
		return Math.min(255, Math.round((Math.max(...part) / 32768) * 255));
	});
}
