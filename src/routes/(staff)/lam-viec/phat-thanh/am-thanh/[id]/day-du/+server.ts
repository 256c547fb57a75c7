/** The whole recording, before anything was cut: what the page of cutting plays. */
import { show } from '../../../../../../answer.server.ts';
import { numberOf } from '../../../doing.server.ts';
import { stream } from '../../stream.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { ctx }, params, request }) =>
	show(() => stream(ctx, numberOf(params.id), (sound) => sound.wholeFileId, request.headers.get('range')));
