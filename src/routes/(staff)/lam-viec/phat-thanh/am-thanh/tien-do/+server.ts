/** How far the work on these pieces of sound is; asked every second while a page shows it. */
import { json } from '@sveltejs/kit';
import * as audios from '#broadcast/audio/audios.server.ts';
import { refusals } from '#broadcast/policy.ts';
import { read } from '#platform/db.server.ts';
import { refuseIfAny } from '#platform/refusal.ts';
import { show } from '../../../../../answer.server.ts';
import { numberOf } from '../../doing.server.ts';
import { making } from '../making.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { ctx }, url }) =>
	show(async () => {
		refuseIfAny(refusals(ctx.actor, 'look'));
		const ids = url.searchParams.getAll('id').slice(0, 60).map(numberOf);
		const sounds = await read(ctx, (tx) => audios.several(tx, ids));
		return json([...sounds.values()].map(making));
	});
