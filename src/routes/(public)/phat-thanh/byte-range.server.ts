/** Sound in parts: players ask for what they play next, and what there is before they ask (RFC 9110, ranges). */
import { Readable } from 'node:stream';

type Sound = { bytes: number; from: (first: number, last: number) => AsyncIterable<Uint8Array> };

/** One range of a request; none or what cannot be read: the whole; null: it lies behind the end. */
export function rangeOf(
	header: string | null,
	bytes: number
): { first: number; last: number } | 'whole' | null {
	const asked = /^bytes=(\d{0,12})-(\d{0,12})$/.exec(header ?? '');
	if (!asked || (asked[1] === '' && asked[2] === '')) return 'whole';
	// "-500": the last five hundred.
	if (asked[1] === '') {
		const length = Number(asked[2]);
		return length === 0 ? null : { first: Math.max(0, bytes - length), last: bytes - 1 };
	}
	const first = Number(asked[1]);
	const last = Math.min(asked[2] ? Number(asked[2]) : Infinity, bytes - 1);
	return first > last ? null : { first, last };
}

export function soundResponse(request: Request, sound: Sound): Response {
	const headers: Record<string, string> = {
		'content-type': 'audio/mpeg',
		'accept-ranges': 'bytes',
		'cache-control': 'public, max-age=3600',
		'x-content-type-options': 'nosniff'
	};
	const range = rangeOf(request.headers.get('range'), sound.bytes);
	if (range === null)
		return new Response(null, {
			status: 416,
			headers: { ...headers, 'content-range': `bytes */${sound.bytes}` }
		});
	const { first, last } = range === 'whole' ? { first: 0, last: sound.bytes - 1 } : range;
	headers['content-length'] = String(last - first + 1);
	if (range !== 'whole') headers['content-range'] = `bytes ${first}-${last}/${sound.bytes}`;
	const body =
		request.method === 'HEAD'
			? null
			: (Readable.toWeb(Readable.from(sound.from(first, last))) as unknown as ReadableStream);
	return new Response(body, { status: range === 'whole' ? 200 : 206, headers });
}
