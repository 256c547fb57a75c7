/** The words of an aired episode, for programs that show them beside the sound. */
import * as listening from '#broadcast/listening.server.ts';
import { show } from '../../../../answer.server.ts';
import { forEveryone } from '../../../portal.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { ctx }, params }) =>
	show(async () => {
		const one = await listening.one(ctx, /^\d{1,15}$/.test(params.id) ? Number(params.id) : 0);
		const text = [one.title, ...one.words.map(({ title, spoken }) => `${title}\n${spoken}`)].join('\n\n');
		return new Response(`${text}\n`, {
			headers: { ...forEveryone, 'content-type': 'text/plain; charset=utf-8' }
		});
	});
