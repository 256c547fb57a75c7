import { fail, redirect } from '@sveltejs/kit';
import { unitForm } from '#people/unit-form.ts';
import * as units from '#people/units.server.ts';
import { fields, parsed } from '#plan/form.ts';
import { dayOf } from '#platform/clock.ts';
import { act, show } from '../../../../../answer.server.ts';
import { mustEditUnits } from '../may.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx } }) =>
	show(async () => {
		mustEditUnits(ctx);
		return { today: dayOf(ctx.now) };
	});

export const actions: Actions = {
	default: async ({ locals: { ctx }, request }) => {
		const values = fields(await request.formData()) as Record<string, string>;
		const answered = await act(() => units.add(ctx, parsed(unitForm, values)));
		if (typeof answered !== 'number') return fail(answered.status, { ...answered.data, values });
		redirect(303, `/lam-viec/quan-tri/don-vi/${answered}?xong=them`);
	}
};
