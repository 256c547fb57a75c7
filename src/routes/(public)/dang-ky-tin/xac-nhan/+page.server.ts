import * as subscribers from '#channels/subscribers.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Looking changes nothing: letter boxes open links by themselves to look for harm. */
export const load: PageServerLoad = ({ url }) => ({ word: (url.searchParams.get('ma') ?? '').slice(0, 100) });

export const actions: Actions = {
	default: async ({ request, locals: { ctx } }) => {
		const word = (await request.formData()).get('ma');
		return { confirmed: await subscribers.confirm(ctx, typeof word === 'string' ? word.slice(0, 100) : '') };
	}
};
