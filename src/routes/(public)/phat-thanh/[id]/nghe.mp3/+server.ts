/** The sound of an aired episode. */
import * as listening from '#broadcast/listening.server.ts';
import { show } from '../../../../answer.server.ts';
import { soundResponse } from '../../byte-range.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { ctx }, params, request }) =>
	show(async () =>
		soundResponse(request, await listening.sound(ctx, /^\d{1,15}$/.test(params.id) ? Number(params.id) : 0))
	);
export const HEAD = GET;
