import { placeForm } from '#procedures/place-form.ts';
import * as places from '#procedures/places.server.ts';
import { refusals } from '#procedures/policy.ts';
import { parsed } from '#plan/form.ts';
import { read } from '#platform/db.server.ts';
import { show } from '../../../../answer.server.ts';
import { choices } from '../choices.server.ts';
import { doing } from '../doing.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx } }) =>
	show(async () => ({
		...(await read(ctx, (tx) => choices(tx, ctx))),
		refusals: refusals(ctx.actor, 'manage_places')
	}));

export const actions: Actions = {
	default: (event) =>
		doing(event, 'them', async (values) => {
			const id = await places.add(event.locals.ctx, parsed(placeForm, values));
			return { to: `/lam-viec/niem-yet/${id}?xong=them` };
		})
};
