/** One recording from count-in to the last word: what is heard goes to the browser's shelf second by second. */
import { newKey } from './sending.ts';
import { mimeOf, type Microphone } from './microphone.ts';
import * as takes from './takes.ts';

export type Made = { take: takes.Take; blob: Blob };
type For = { personId: number; segmentId: number; title: string; spoken: string };

export class Recording {
	phase = $state<'counting' | 'running' | 'paused' | 'ended'>('counting');
	count = $state(3);
	elapsedMs = $state(0);
	/** The browser keeps nothing: a reload would lose it. */
	unkept = $state(false);
	readonly #microphone: Microphone;
	readonly #of: For;
	readonly #begun: () => void;
	#recorder: MediaRecorder | undefined;
	#take: takes.Take | undefined;
	#pieces: Blob[] = [];
	#since = 0;
	#before = 0;
	#kept: Promise<unknown> = Promise.resolve();

	constructor(microphone: Microphone, of: For, begun: () => void) {
		this.#microphone = microphone;
		this.#of = of;
		this.#begun = begun;
		void this.#countIn();
	}

	async #countIn(): Promise<void> {
		for (; this.count > 0 && this.phase === 'counting'; this.count--)
			await new Promise((resolve) => setTimeout(resolve, 1000));
		if (this.phase === 'counting') this.#begin();
	}

	#begin(): void {
		const mimeType = mimeOf();
		const recorder = new MediaRecorder(this.#microphone.stream, {
			...(mimeType && { mimeType }),
			audioBitsPerSecond: 128_000
		});
		this.#recorder = recorder;
		this.#take = {
			...this.#of,
			key: newKey(),
			mime: recorder.mimeType || mimeType,
			madeAt: Date.now(),
			durationMs: 0,
			whole: false
		};
		recorder.ondataavailable = ({ data }) => {
			if (data.size === 0) return;
			const at = this.#pieces.push(data) - 1;
			const take = { ...this.#take!, durationMs: Math.round(this.elapsed()) };
			this.#keep(() => takes.addPiece(take, at, data));
		};
		recorder.start(1000);
		this.#since = performance.now();
		this.phase = 'running';
		this.#begun();
	}

	/** One after the other, in order; what the browser does not keep is told, not lost: it is in memory. */
	#keep(work: () => Promise<unknown>): void {
		this.#kept = this.#kept.then(work).catch(() => (this.unkept = true));
	}

	elapsed(): number {
		return this.#before + (this.phase === 'running' ? performance.now() - this.#since : 0);
	}

	tick(): void {
		this.elapsedMs = this.elapsed();
	}

	pause(): void {
		if (this.phase !== 'running') return;
		this.#before = this.elapsed();
		this.phase = 'paused';
		this.#recorder?.pause();
	}

	goOn(): void {
		if (this.phase !== 'paused') return;
		this.#since = performance.now();
		this.phase = 'running';
		this.#recorder?.resume();
	}

	/** Ends it. Undefined when nothing was recorded yet. */
	async end(): Promise<Made | undefined> {
		const durationMs = Math.round(this.elapsed());
		const recorder = this.#recorder;
		this.phase = 'ended';
		if (!recorder || !this.#take) return undefined;
		if (recorder.state !== 'inactive') {
			const ended = new Promise((resolve) => recorder.addEventListener('stop', resolve, { once: true }));
			recorder.stop();
			await ended;
		}
		const take = { ...this.#take, durationMs, whole: true };
		if (this.#pieces.length === 0) return undefined;
		this.#keep(() => takes.keep(take));
		await this.#kept;
		return { take, blob: new Blob(this.#pieces, { type: take.mime }) };
	}
}
