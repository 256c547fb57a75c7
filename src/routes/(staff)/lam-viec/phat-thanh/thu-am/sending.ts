/**
 * Sends sound to the server in pieces: what the network cut off is tried again for as long as the page is open, from
 * where the server has it.
 */
import { MOST_PIECE_BYTES } from '#broadcast/audio/piece.ts';

const PIECE = MOST_PIECE_BYTES / 4;
const PAUSES = [1000, 2000, 4000, 8000, 15_000];

export type Sending = { percent: number; waiting: boolean };
export type Whole = {
	name: string;
	title: string;
	kind: 'recording' | 'upload' | 'music' | 'jingle';
	segmentId?: number;
	spoken?: string;
};

/** The server will not take it: its words are for the person. */
export class NotTaken extends Error {}

export const newKey = (): string =>
	Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
		''
	);

/** Returns the number of the audio. */
export async function send(
	blob: Blob,
	key: string,
	whole: Whole,
	{ tell, signal }: { tell: (sending: Sending) => void; signal: AbortSignal }
): Promise<number> {
	const address = `/lam-viec/phat-thanh/thu-am/gui/${key}`;
	let { received } = await insist<{ received: number }>(address, {}, tell, signal, 0);
	while (received < blob.size) {
		const percent = Math.floor((received / blob.size) * 100);
		tell({ percent, waiting: false });
		const body = blob.slice(received, received + PIECE);
		const headers = { 'content-type': 'application/octet-stream' };
		({ received } = await insist<{ received: number }>(
			`${address}?tu=${received}`,
			{ method: 'PUT', body, headers },
			tell,
			signal,
			percent
		));
	}
	tell({ percent: 100, waiting: false });
	const { audioId } = await insist<{ audioId: number }>(
		address,
		{
			method: 'POST',
			body: JSON.stringify({ ...whole, bytes: blob.size }),
			headers: { 'content-type': 'application/json' }
		},
		tell,
		signal,
		100
	);
	return audioId;
}

/** Asks until the server answers; a refusal is an answer. */
async function insist<T>(
	address: string,
	asked: RequestInit,
	tell: (sending: Sending) => void,
	signal: AbortSignal,
	percent: number
): Promise<T> {
	for (let tries = 0; ; tries++) {
		signal.throwIfAborted();
		const response = await fetch(address, {
			...asked,
			headers: { accept: 'application/json', ...asked.headers },
			redirect: 'manual',
			signal: AbortSignal.any([signal, AbortSignal.timeout(60_000)])
		}).catch(() => undefined);
		signal.throwIfAborted();
		if (response?.ok) return (await response.json()) as T;
		if (response?.type === 'opaqueredirect')
			throw new NotTaken(
				'Phiên làm việc đã hết. Hãy đăng nhập lại ở một thẻ khác của trình duyệt, rồi quay về đây bấm gửi lại; bản thu vẫn còn.'
			);
		if (response && response.status < 500 && response.status !== 408 && response.status !== 429)
			throw new NotTaken(
				((await response.json().catch(() => ({}))) as { message?: string }).message ??
					'Máy chủ chưa nhận tệp này. Hãy tải lại trang rồi gửi lại.'
			);
		if (response?.status === 507)
			throw new NotTaken(((await response.json()) as { message: string }).message);
		tell({ percent, waiting: true });
		await pause(PAUSES[Math.min(tries, PAUSES.length - 1)]!, signal);
	}
}

/** A while, or until the network is there again. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, ms);
		for (const [target, event] of [
			[window, 'online'],
			[signal, 'abort']
		] as const)
			target.addEventListener(
				event,
				() => {
					clearTimeout(timer);
					resolve();
				},
				{ once: true }
			);
	});
}
