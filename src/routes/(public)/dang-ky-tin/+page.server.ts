import * as subscribers from '#channels/subscribers.server.ts';
import { choices } from '#content/areas.server.ts';
import { fields } from '#plan/form.ts';
import { fail } from '@sveltejs/kit';
import { act } from '../../answer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({
	areas: (await choices(ctx)).areas.map(({ key, shortName }) => ({ key, shortName }))
});

export const actions: Actions = {
	default: async ({ request, locals: { ctx } }) => {
		const form = await request.formData();
		const values = fields(form);
		const address = typeof values['address'] === 'string' ? values['address'] : '';
		// A field people do not see; machines fill it in.
		if (values['website']) return { asked: true };
		const done = await act(async () => {
			await subscribers.ask(ctx, {
				address,
				areaKeys: form.getAll('areas').filter((one) => typeof one === 'string')
			});
			return { asked: true };
		});
		return 'status' in done ? fail(done.status, { refusal: done.data.refusal, address }) : done;
	}
};
