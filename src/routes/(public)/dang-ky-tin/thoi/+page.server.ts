import * as subscribers from '#channels/subscribers.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Looking changes nothing: letter boxes open links by themselves to look for harm. */
export const load: PageServerLoad = ({ url }) => ({ word: (url.searchParams.get('ma') ?? '').slice(0, 100) });

export const actions: Actions = {
	/** Also what a letter box presses by itself for its reader (RFC 8058): the word is in the address then. */
	default: async ({ request, url, locals: { ctx } }) => {
		const typed = (await request.formData()).get('ma');
		const word = typeof typed === 'string' ? typed : (url.searchParams.get('ma') ?? '');
		await subscribers.leave(ctx, word.slice(0, 100));
		return { left: true };
	}
};
