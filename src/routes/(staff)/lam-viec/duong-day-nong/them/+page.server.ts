import { fail, redirect } from '@sveltejs/kit';
import { hotlineForm } from '#people/hotline.ts';
import * as hotlines from '#people/hotlines.server.ts';
import { refusals } from '#people/policy.ts';
import { fields, parsed } from '#plan/form.ts';
import { dayOf } from '#platform/clock.ts';
import { refuseIfAny } from '#platform/refusal.ts';
import { act, show } from '../../../../answer.server.ts';
import { unitsToday } from '../units.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx } }) =>
	show(async () => {
		refuseIfAny(refusals(ctx.actor, 'edit_hotlines'));
		return { today: dayOf(ctx.now), units: await unitsToday(ctx) };
	});

export const actions: Actions = {
	default: async ({ locals: { ctx }, request }) => {
		const values = fields(await request.formData());
		const made = await act(() => hotlines.add(ctx, parsed(hotlineForm, values)));
		if (typeof made !== 'number')
			return fail(made.status, { refusal: made.data.refusal, values: values as Record<string, string> });
		redirect(303, '/lam-viec/duong-day-nong?xong=them');
	}
};
