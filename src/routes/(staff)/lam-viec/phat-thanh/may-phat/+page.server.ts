import * as areas from '#broadcast/areas.server.ts';
import * as consoles from '#broadcast/consoles.server.ts';
import { refusals } from '#broadcast/policy.ts';
import { show, act } from '../../../../answer.server.ts';
import { fail } from '@sveltejs/kit';
import { doing, numberOf, textOf } from '../doing.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx }, url }) =>
	show(async () => ({
		areas: (await areas.list(ctx)).map(({ id, name }) => ({ id, name })),
		consoles: (await consoles.list(ctx)).map(({ id, name, area, seenAt, missedSince, status }) => ({
			id,
			name,
			area,
			seenAt,
			missedSince,
			status
		})),
		refusals: refusals(ctx.actor, 'run_station'),
		done: url.searchParams.get('xong')
	}));

export const actions: Actions = {
	cum_loa: (event) =>
		doing(event, 'cum_loa', (values) => areas.add(event.locals.ctx, { name: textOf(values['name']) })),
	ngung: (event) =>
		doing(event, 'ngung', (values) => consoles.retire(event.locals.ctx, numberOf(values['id']))),
	/** The token is shown in the answer itself, this once: it stands in no address. */
	may: async ({ request, locals: { ctx } }) => {
		const values = await request.formData();
		const made = await act(() =>
			consoles.register(ctx, { name: textOf(values.get('name')), areaId: numberOf(values.get('areaId')) })
		);
		if (!('token' in made))
			return fail(made.status, {
				refusal: made.data.refusal,
				values: {} as Record<string, string>,
				tried: 'may'
			});
		return { token: made.token };
	}
};
