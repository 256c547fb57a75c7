/** The sound of an aired episode; players ask for parts of it. */
import { Readable } from 'node:stream';
import * as listening from '#broadcast/listening.server.ts';
import { show } from '../../../../answer.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { ctx }, params, request }) =>
	show(async () => {
		const sound = await listening.sound(ctx, /^\d{1,15}$/.test(params.id) ? Number(params.id) : 0);
		const headers = {
			'content-type': 'audio/mpeg',
			'accept-ranges': 'bytes',
			'cache-control': 'public, max-age=3600',
			'x-content-type-options': 'nosniff'
		};
		const asked = /^bytes=(\d{1,12})-(\d{0,12})$/.exec(request.headers.get('range') ?? '');
		const first = Number(asked?.[1] ?? 0);
		const last = Math.min(asked?.[2] ? Number(asked[2]) : Infinity, sound.bytes - 1);
		if (first > last)
			return new Response(null, {
				status: 416,
				headers: { ...headers, 'content-range': `bytes */${sound.bytes}` }
			});
		const body = Readable.toWeb(Readable.from(sound.from(first, last))) as ReadableStream;
		const length = { 'content-length': String(last - first + 1) };
		return asked
			? new Response(body, {
					status: 206,
					headers: { ...headers, ...length, 'content-range': `bytes ${first}-${last}/${sound.bytes}` }
				})
			: new Response(body, { headers: { ...headers, ...length } });
	});
