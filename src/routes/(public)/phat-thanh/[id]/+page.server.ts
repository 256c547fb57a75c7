import * as listening from '#broadcast/listening.server.ts';
import { show } from '../../../answer.server.ts';
import { forEveryone } from '../../portal.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx }, params, url, setHeaders }) =>
	show(async () => {
		const id = /^\d{1,15}$/.test(params.id) ? Number(params.id) : 0;
		const episode = await listening.one(ctx, id);
		setHeaders(forEveryone);
		return { episode, address: url.origin + url.pathname };
	});
