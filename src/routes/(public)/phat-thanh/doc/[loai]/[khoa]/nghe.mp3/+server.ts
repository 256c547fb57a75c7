/** The sound of a public text that was read aloud. */
import { createReadStream } from 'node:fs';
import * as readAloud from '#broadcast/read-aloud.server.ts';
import { show } from '../../../../../../answer.server.ts';
import { soundResponse } from '../../../../byte-range.server.ts';
import { kindOf } from '../../../kind.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { ctx }, params, request }) =>
	show(async () => {
		const { path, bytes } = await readAloud.sound(ctx, kindOf(params.loai), params.khoa);
		return soundResponse(request, {
			bytes,
			from: (start, end) => createReadStream(path, { start, end }) as AsyncIterable<Uint8Array>
		});
	});
export const HEAD = GET;
