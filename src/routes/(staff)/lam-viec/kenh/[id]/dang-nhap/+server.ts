import * as tokens from '#channels/tokens.server.ts';
import { redirect } from '@sveltejs/kit';
import { show } from '../../../../../answer.server.ts';
import { numberOf } from '../../../phat-thanh/doing.server.ts';
import { callback } from '../../callback.ts';
import type { RequestHandler } from './$types';

/** Leaves for the channel's own sign-in. */
export const POST: RequestHandler = async ({ locals: { ctx }, params, url }) =>
	redirect(303, await show(() => tokens.begin(ctx, numberOf(params.id), callback(url))));
