/**
 * Put into the console's page before its own script: a clock that stands until it is moved, and an audio element that
 * sounds by that clock and writes down what it gave. Everything else (errands, the shelf, the drawer) is the page's own.
 */
export type Sound = { name: string; from: number; begun: number; until: number | null };

export type MovedClock = {
	/** Moves on to this moment, timers in order; `settle`: waits after each until the page has nothing under way. */
	run: (to: number, settle: boolean) => Promise<Sound[]>;
	start: (at: number) => void;
	settle: () => Promise<void>;
};

declare global {
	interface Window {
		movedClock: MovedClock;
	}
}

/** Runs in the page. */
export function moveClock(): void {
	const real = { Date, setTimeout: window.setTimeout.bind(window) };
	let now = 0;
	let ids = 1_000_000;
	let underWay = 0;
	const timers = new Map<number, { due: number; every: number | null; work: () => void }>();

	class Moved extends real.Date {
		constructor(...given: unknown[]) {
			if (given.length === 0) super(now);
			else super(...(given as [number]));
		}
		static override now(): number {
			return now;
		}
	}
	window.Date = Moved as unknown as DateConstructor;
	const later =
		(repeats: boolean) =>
		(work: () => void, ms = 0): number => {
			// Errands four times rarer than in truth: they are most of the work of a day.
			const wait = repeats && ms === 15_000 ? 60_000 : Math.max(1, ms);
			timers.set(++ids, { due: now + wait, every: repeats ? wait : null, work });
			return ids;
		};
	const never = (id?: number): void => void timers.delete(id ?? 0);
	Object.assign(window, {
		setTimeout: later(false),
		setInterval: later(true),
		clearTimeout: never,
		clearInterval: never
	});
	// Its beat would be by the machine's own clock.
	window.Worker = class {
		terminate(): void {}
	} as unknown as typeof Worker;

	const counted = <T>(work: Promise<T>): Promise<T> => {
		underWay++;
		return work.finally(() => underWay--);
	};
	const count = (owner: object, ...names: string[]): void => {
		for (const name of names) {
			const own = (owner as Record<string, (...given: unknown[]) => Promise<unknown>>)[name]!;
			(owner as Record<string, unknown>)[name] = function (this: unknown, ...given: unknown[]) {
				return counted(own.apply(this, given));
			};
		}
	};
	const ask = window.fetch.bind(window);
	window.fetch = (to, given) => {
		// The server's clock goes along.
		const headers = new Headers(given?.headers);
		headers.set('x-moved-clock', String(now));
		return ask(to, { ...given, headers });
	};
	count(window, 'fetch');
	count(Response.prototype, 'json', 'arrayBuffer', 'blob');
	count(Blob.prototype, 'text');
	count(CacheStorage.prototype, 'open');
	count(Cache.prototype, 'match', 'put', 'delete', 'keys');
	count(SubtleCrypto.prototype, 'digest');
	count(StorageManager.prototype, 'estimate');
	const transaction = IDBDatabase.prototype.transaction;
	IDBDatabase.prototype.transaction = function (...given) {
		const begun = transaction.apply(this, given);
		underWay++;
		const over = (): void => void underWay--;
		begun.addEventListener('complete', over);
		begun.addEventListener('abort', over);
		return begun;
	};

	const openDrawer = IDBFactory.prototype.open;
	IDBFactory.prototype.open = function (...given) {
		const asked = openDrawer.apply(this, given);
		underWay++;
		const over = (): void => void underWay--;
		asked.addEventListener('success', over);
		asked.addEventListener('error', over);
		return asked;
	};

	const sounds: Sound[] = [];
	const blobs = new Map<string, Blob>();
	const address = URL.createObjectURL.bind(URL);
	URL.createObjectURL = (of) => {
		const made = address(of);
		blobs.set(made, of as Blob);
		return made;
	};
	const speakers = new WeakMap<
		HTMLMediaElement,
		{ src: string; at: number; begun: number | null; end: number; sound: Sound | null }
	>();
	const of = (element: HTMLMediaElement) => {
		if (!speakers.has(element)) speakers.set(element, { src: '', at: 0, begun: null, end: 0, sound: null });
		return speakers.get(element)!;
	};
	const stop = (element: HTMLMediaElement): void => {
		const mine = of(element);
		if (mine.begun === null) return;
		mine.at += (now - mine.begun) / 1000;
		mine.begun = null;
		never(mine.end);
		if (mine.sound) mine.sound.until = mine.at * 1000;
		mine.sound = null;
	};
	Object.defineProperties(HTMLMediaElement.prototype, {
		src: {
			get(this: HTMLMediaElement) {
				return of(this).src;
			},
			set(this: HTMLMediaElement, src: string) {
				stop(this);
				Object.assign(of(this), { src, at: 0 });
			}
		},
		currentTime: {
			get(this: HTMLMediaElement) {
				const { at, begun } = of(this);
				return at + (begun === null ? 0 : (now - begun) / 1000);
			},
			set(this: HTMLMediaElement, at: number) {
				of(this).at = at;
			}
		},
		pause: {
			value(this: HTMLMediaElement) {
				stop(this);
			}
		},
		play: {
			async value(this: HTMLMediaElement) {
				const mine = of(this);
				const { src } = mine;
				const { name, durationMs } = JSON.parse(await blobs.get(src)!.text()) as {
					name: string;
					durationMs: number;
				};
				if (mine.src !== src) throw new DOMException('another came', 'AbortError');
				mine.begun = now;
				mine.sound = { name, from: mine.at * 1000, begun: now, until: null };
				sounds.push(mine.sound);
				mine.end = later(false)(
					() => {
						stop(this);
						this.dispatchEvent(new Event('ended'));
					},
					durationMs - mine.at * 1000
				);
				this.dispatchEvent(new Event('playing'));
			}
		}
	});

	/** Not a timer of any clock. */
	const turn = (): Promise<void> =>
		new Promise((resolve) => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => resolve();
			port2.postMessage(null);
		});
	const settle = async (): Promise<void> => {
		for (let still = 0; still < 2; still++) {
			while (underWay > 0) {
				still = 0;
				await turn();
			}
			for (let breath = 0; breath < 4; breath++) await Promise.resolve();
			if (underWay === 0 && still === 0) await turn();
		}
	};
	window.movedClock = {
		start: (at) => void (now = at),
		settle,
		run: async (to, settled) => {
			for (;;) {
				let next: [number, { due: number; every: number | null; work: () => void }] | undefined;
				for (const entry of timers) if (!next || entry[1].due < next[1].due) next = entry;
				if (!next || next[1].due > to) break;
				const [id, timer] = next;
				now = Math.max(now, timer.due);
				if (timer.every === null) timers.delete(id);
				else timer.due += timer.every;
				timer.work();
				for (let breath = 0; breath < 4; breath++) await Promise.resolve();
				if (settled && underWay > 0) await settle();
			}
			now = to;
			const given = sounds.map((sound) => ({ ...sound, until: sound.until }));
			for (const sound of sounds.splice(0)) if (sound.until === null) sounds.push(sound);
			return given;
		}
	};
}
