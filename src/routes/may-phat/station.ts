/** The console's browser side: what it keeps in the machine, the loudspeaker, and its errands to the server. */
import type { AsRunLine, PlayoutItem } from '#broadcast/playout.ts';
import {
	emptyMemory,
	type Loudspeaker,
	type PlayerMemory,
	type PlayerRules,
	type Sounding
} from '#broadcast/player/engine.ts';

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

function kept<T>(key: string): T | null {
	try {
		return JSON.parse(localStorage.getItem(key) ?? 'null') as T | null;
	} catch {
		return null;
	}
}
const keep = (key: string, value: unknown): void => localStorage.setItem(key, JSON.stringify(value));

export const token = {
	get: () => kept<string>(keys.token),
	set: (value: string | null) => keep(keys.token, value)
};
export const memory = {
	get: (): PlayerMemory => kept<PlayerMemory>(keys.memory) ?? emptyMemory(crypto.randomUUID()),
	set: (value: PlayerMemory) => keep(keys.memory, value)
};
export const programme = {
	get: () => kept<Programme & { offset: number }>(keys.programme),
	set: (value: Programme & { offset: number }) => keep(keys.programme, value)
};
export const volume = {
	get: () => kept<number>(keys.volume) ?? 1,
	set: (value: number) => keep(keys.volume, value)
};

export class ServerSays extends Error {
	readonly status: number;
	constructor(status: number, words: string) {
		super(words);
		this.status = status;
	}
}

async function ask(path: string, body?: unknown): Promise<Response> {
	const response = await fetch(`/may-phat/api/${path}`, {
		headers: {
			authorization: `Bearer ${token.get() ?? ''}`,
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
	status: Record<string, unknown>
): Promise<Programme & { offset: number }> {
	const sentAt = Date.now();
	const given = (await (await ask('programme', status)).json()) as Programme;
	const offset = Date.parse(given.now) - (sentAt + Date.now()) / 2;
	const whole = { ...given, offset };
	programme.set(whole);
	return whole;
}

export async function bringLog(lines: AsRunLine[]): Promise<string[]> {
	return ((await (await ask('log', lines)).json()) as { taken: string[] }).taken;
}

const nameOf = (part: { file: string; sha256: string }): string => `/may-phat/am-thanh/${part.sha256}`;

/** Fetches what is not in the machine yet, checks it by its hash, and lets go of what no item needs. */
export async function fillShelf(items: PlayoutItem[]): Promise<{ missing: number }> {
	const shelf = await caches.open(SHELF);
	const wanted = new Map(items.flatMap(({ parts }) => parts).map((part) => [nameOf(part), part]));
	let missing = 0;
	for (const [name, part] of wanted) {
		if (await shelf.match(name)) continue;
		try {
			const bytes = await (await ask(`audio/${part.file}`)).arrayBuffer();
			if ((await hashOf(bytes)) !== part.sha256) throw new Error('the bytes are not the ones meant');
			await shelf.put(name, new Response(bytes, { headers: { 'content-type': 'audio/mpeg' } }));
		} catch {
			missing++;
		}
	}
	for (const request of await shelf.keys())
		if (!wanted.has(new URL(request.url).pathname)) await shelf.delete(request);
	return { missing };
}

async function hashOf(bytes: ArrayBuffer): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Sounds a file of the machine's own shelf through one audio element. */
export function loudspeaker(audio: HTMLAudioElement, blocked: () => void): Loudspeaker {
	return (part, offsetMs): Sounding => {
		let state: 'loading' | 'playing' | 'ended' | 'failed' | 'stopped' = 'loading';
		let address = '';
		const onEnded = (): void => void (state = 'ended');
		const onError = (): void => void (state = 'failed');
		const isOver = (): boolean => state === 'stopped';
		const letGo = (): void => {
			audio.removeEventListener('ended', onEnded);
			audio.removeEventListener('error', onError);
			if (address) URL.revokeObjectURL(address);
		};
		void (async () => {
			const found = await (await caches.open(SHELF)).match(nameOf(part));
			if (isOver()) return;
			if (!found) {
				state = 'failed';
				return;
			}
			address = URL.createObjectURL(await found.blob());
			if (isOver()) return letGo();
			audio.addEventListener('ended', onEnded);
			audio.addEventListener('error', onError);
			audio.src = address;
			audio.currentTime = offsetMs / 1000;
			try {
				await audio.play();
				if (state === 'loading') state = 'playing';
			} catch (error) {
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
}
