/** A sentence read by a voice, made when somebody presses play. */
import * as voices from '#broadcast/audio/voices.server.ts';
import { show } from '../../../../../../answer.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { ctx }, url }) =>
	show(async () => {
		const read = await voices.sample(
			ctx,
			url.searchParams.get('giong') ?? '',
			url.searchParams.get('loi') ?? ''
		);
		return new Response(new Uint8Array(read), {
			headers: {
				'content-type': 'audio/mpeg',
				'content-length': String(read.length),
				'cache-control': 'private, max-age=3600'
			}
		});
	});
