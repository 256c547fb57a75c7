import { fail, redirect } from '@sveltejs/kit';
import { personForm } from '#people/person-form.ts';
import * as persons from '#people/persons.server.ts';
import { refusals } from '#people/policy.ts';
import { fields, parsed } from '#plan/form.ts';
import { refuseIfAny } from '#platform/refusal.ts';
import { act, show } from '../../../../../answer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx } }) =>
	show(async () => refuseIfAny(refusals(ctx.actor, 'manage_people')));

export const actions: Actions = {
	default: async ({ locals: { ctx }, request }) => {
		const values = fields(await request.formData()) as Record<string, string>;
		const answered = await act(() => persons.add(ctx, parsed(personForm, values)));
		if (typeof answered !== 'number') return fail(answered.status, { ...answered.data, values });
		redirect(303, `/lam-viec/quan-tri/can-bo/${answered}?xong=them`);
	}
};
