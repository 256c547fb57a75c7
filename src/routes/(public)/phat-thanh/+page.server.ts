import * as listening from '#broadcast/listening.server.ts';
import { forEveryone } from '../portal.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, setHeaders }) => {
	setHeaders(forEveryone);
	return {
		now: ctx.now,
		today: await listening.today(ctx),
		latest: await listening.latest(ctx),
		coming: await listening.coming(ctx)
	};
};
