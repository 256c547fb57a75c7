/** The console's browser side: what it keeps in the machine, the loudspeaker, and its errands to the server. */
import type { AsRunLine, PlayoutItem } from '#broadcast/playout.ts';
import {
	emptyMemory,
	type Loudspeaker,
	type PlayerMemory,
	type PlayerRules,
	type Sounding
} from '#broadcast/player/engine.ts';
import * as drawer from './drawer.ts';

export const VERSION = '1';
const SHELF = 'minh-bach-am-thanh';
const keys = {
	token: 'may-phat.token',
	memory: 'may-phat.memory',
	programme: 'may-phat.programme',
	volume: 'may-phat.volume'
};

export type Programme = {
	now: string;
	console: { id: number; name: string; area: string };
	items: PlayoutItem[];
	rules: PlayerRules;
};

export const token = {
	get: () => drawer.get<string>(keys.token),
	set: (value: string | null) => drawer.put(keys.token, value)
};
export const programme = { get: () => drawer.get<Programme & { offset: number }>(keys.programme) };
export const volume = {
	get: async () => (await drawer.get<number>(keys.volume)) ?? 1,
	set: (value: number) => drawer.put(keys.volume, value)
};

/** The player's memory: of many changes in a row the last is written, one writing after the other. */
export function memoryKeeper(trouble: (error: unknown) => void): {
	get: () => Promise<PlayerMemory>;
	set: (value: PlayerMemory) => void;
	settled: () => Promise<void>;
} {
	let waiting: PlayerMemory | null = null;
	let writing: Promise<void> | null = null;
	const write = async (): Promise<void> => {
		try {
			while (waiting) {
				const value = waiting;
				waiting = null;
				await drawer.put(keys.memory, value);
			}
		} catch (error) {
			trouble(error);
		} finally {
			// In the same breath in which nothing was found waiting: a change after it begins a writing of its own.
			writing = null;
		}
	};
	return {
		get: async () => (await drawer.get<PlayerMemory>(keys.memory)) ?? emptyMemory(crypto.randomUUID()),
		set: (value) => {
			waiting = value;
			writing ??= write();
		},
		settled: async () => {
			while (writing) await writing;
		}
	};
}

export class ServerSays extends Error {
	readonly status: number;
	constructor(status: number, words: string) {
		super(words);
		this.status = status;
	}
}

async function ask(own: string, path: string, body?: unknown): Promise<Response> {
	const response = await fetch(`/may-phat/api/${path}`, {
		headers: {
			authorization: `Bearer ${own}`,
			...(body !== undefined && { 'content-type': 'application/json' })
		},
		...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
		signal: AbortSignal.timeout(body === undefined ? 120_000 : 15_000)
	});
	if (!response.ok) {
		const said = (await response.json().catch(() => ({}))) as { title?: string };
		throw new ServerSays(response.status, said.title ?? 'Máy chủ đang bận.');
	}
	return response;
}

/** Takes the programme and learns how far this clock is from the server's: the middle of the way counts. */
export async function fetchProgramme(
	own: string,
	status: Record<string, unknown>
): Promise<Programme & { offset: number }> {
	const sentAt = Date.now();
	const given = (await (await ask(own, 'programme', status)).json()) as Programme;
	const offset = Date.parse(given.now) - (sentAt + Date.now()) / 2;
	const whole = { ...given, offset };
	await drawer.put(keys.programme, whole);
	return whole;
}

export async function bringLog(own: string, lines: AsRunLine[]): Promise<string[]> {
	return ((await (await ask(own, 'log', lines)).json()) as { taken: string[] }).taken;
}

const nameOf = (part: { file: string; sha256: string }): string => `/may-phat/am-thanh/${part.sha256}`;

/** From the machine's own shelf, or fetched onto it and checked by its hash. */
async function onShelf(own: string, part: { file: string; sha256: string }): Promise<Response> {
	const shelf = await caches.open(SHELF);
	const name = nameOf(part);
	const found = await shelf.match(name);
	if (found) return found;
	const bytes = await (await ask(own, `audio/${part.file}`)).arrayBuffer();
	if ((await hashOf(bytes)) !== part.sha256) throw new Error('the bytes are not the ones meant');
	const response = new Response(bytes, { headers: { 'content-type': 'audio/mpeg' } });
	await shelf.put(name, response.clone());
	return response;
}

/** Fetches what is not in the machine yet; tells how many could not be had. */
export async function fillShelf(own: string, items: PlayoutItem[]): Promise<number> {
	const wanted = new Map(items.flatMap(({ parts }) => parts).map((part) => [nameOf(part), part]));
	let missing = 0;
	for (const part of wanted.values())
		try {
			await onShelf(own, part);
		} catch {
			missing++;
		}
	return missing;
}

/** Lets go of what no item needs. */
export async function clearShelf(items: PlayoutItem[]): Promise<void> {
	const shelf = await caches.open(SHELF);
	const wanted = new Set(items.flatMap(({ parts }) => parts).map(nameOf));
	for (const request of await shelf.keys())
		if (!wanted.has(new URL(request.url).pathname)) await shelf.delete(request);
}

async function hashOf(bytes: ArrayBuffer): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

type Part = { file: string; sha256: string };

/** Sounds files through one audio element; what comes next can be laid ready, so that it begins at its minute. */
export function loudspeaker(
	audio: HTMLAudioElement,
	own: () => string,
	blocked: () => void
): { speaker: Loudspeaker; prepare: (part: Part | undefined) => void } {
	let ready: { name: string; bytes: Promise<Blob> } | null = null;
	const bytesOf = async (part: Part): Promise<Blob> => (await onShelf(own(), part)).blob();
	const prepare = (part: Part | undefined): void => {
		if (!part || ready?.name === nameOf(part)) return;
		const bytes = bytesOf(part);
		const mine = (ready = { name: nameOf(part), bytes });
		// Not to be had now: it is asked for again when its time has come.
		bytes.catch(() => {
			if (ready === mine) ready = null;
		});
	};
	const speaker: Loudspeaker = (part, offsetMs): Sounding => {
		let state: 'loading' | 'playing' | 'ended' | 'failed' | 'stopped' = 'loading';
		let address = '';
		const onEnded = (): void => void (state = 'ended');
		const onError = (): void => void (state = 'failed');
		const onPlaying = (): void => void (state = 'playing');
		const isOver = (): boolean => state === 'stopped';
		const letGo = (): void => {
			audio.removeEventListener('ended', onEnded);
			audio.removeEventListener('error', onError);
			audio.removeEventListener('playing', onPlaying);
			if (address) URL.revokeObjectURL(address);
		};
		void (async () => {
			try {
				const bytes = await (ready?.name === nameOf(part) ? ready.bytes : bytesOf(part));
				if (isOver()) return;
				address = URL.createObjectURL(bytes);
				audio.addEventListener('ended', onEnded);
				audio.addEventListener('error', onError);
				audio.addEventListener('playing', onPlaying);
				audio.src = address;
				audio.currentTime = offsetMs / 1000;
				await audio.play();
			} catch (error) {
				if (isOver()) return;
				// The browser wants a touch first; another stop in the middle is ours.
				if ((error as Error).name === 'NotAllowedError') blocked();
				else if ((error as Error).name !== 'AbortError') state = 'failed';
			}
		})();
		return {
			position: () => (state === 'loading' ? offsetMs : Math.max(offsetMs, audio.currentTime * 1000)),
			ended: () => state === 'ended',
			failed: () => state === 'failed',
			stop: () => {
				if (state !== 'stopped') {
					const mine = address !== '' && audio.src === address;
					state = 'stopped';
					if (mine) audio.pause();
					letGo();
				}
			}
		};
	};
	return { speaker, prepare };
}
