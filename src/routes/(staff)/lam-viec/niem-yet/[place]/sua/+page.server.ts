import { placeForm } from '#procedures/place-form.ts';
import * as places from '#procedures/places.server.ts';
import { refusals } from '#procedures/policy.ts';
import { parsed } from '#plan/form.ts';
import { read } from '#platform/db.server.ts';
import { show } from '../../../../../answer.server.ts';
import { numberIn } from '../../../ke-hoach/address.ts';
import { choices } from '../../choices.server.ts';
import { doing } from '../../doing.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx }, params }) =>
	show(() =>
		read(ctx, async (tx) => {
			const place = await places.byId(tx, ctx, numberIn(params.place));
			return {
				place,
				...(await choices(tx, ctx, place.fields)),
				refusals: refusals(ctx.actor, 'manage_places')
			};
		})
	);

export const actions: Actions = {
	default: (event) =>
		doing(event, 'sua', async (values) => {
			const id = numberIn(event.params.place);
			await places.change(event.locals.ctx, id, Number(values['lockVersion']), parsed(placeForm, values));
			return { to: `/lam-viec/niem-yet/${id}?xong=sua` };
		})
};
