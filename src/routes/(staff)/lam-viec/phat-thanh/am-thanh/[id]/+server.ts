/** A piece of sound for the ears of the office; listened to from anywhere in it. */
import { show } from '../../../../../answer.server.ts';
import { numberOf } from '../../doing.server.ts';
import { stream } from '../stream.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { ctx }, params, request }) =>
	show(() => stream(ctx, numberOf(params.id), (sound) => sound.mp3FileId, request.headers.get('range')));
