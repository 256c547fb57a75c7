import * as areas from '#content/areas.server.ts';
import * as slogans from '#content/slogans.server.ts';
import { refuseIfAny } from '#platform/refusal.ts';
import { show } from '../../../../../answer.server.ts';
import { numberIn } from '../../../ke-hoach/address.ts';
import { doing, numberOf } from '../../../phat-thanh/doing.server.ts';
import { sloganInput } from '../../slogan-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx }, params }) =>
	show(async () => {
		const one = await slogans.get(ctx, numberIn(params.id));
		refuseIfAny(one.refusals.write);
		const { id, lockVersion, approvedAt } = one;
		const { text, size, style, place, hangsFrom, hangsTo, taskId, storyId } = one;
		return {
			id,
			lockVersion,
			approved: approvedAt !== null,
			longest: (await slogans.beginning(ctx)).longest,
			tasks: (await areas.choices(ctx)).tasks,
			values: { text, size, style, place, hangsFrom, hangsTo, taskId, storyId }
		};
	});

export const actions: Actions = {
	default: (event) => {
		const id = numberIn(event.params.id);
		return doing(
			event,
			'sua',
			(values) => slogans.revise(event.locals.ctx, id, sloganInput(values), numberOf(values['lockVersion'])),
			`/lam-viec/khau-hieu/${id}`
		);
	}
};
