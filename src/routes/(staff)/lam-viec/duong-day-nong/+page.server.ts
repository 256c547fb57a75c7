import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import * as hotlines from '#people/hotlines.server.ts';
import { refusals } from '#people/policy.ts';
import { fields, parsed } from '#plan/form.ts';
import { dayOf } from '#platform/clock.ts';
import { act, show } from '../../../answer.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Everybody in the ward's service reads the register; the buttons say why they are grey. */
export const load: PageServerLoad = ({ locals: { ctx }, url }) =>
	show(async () => {
		const today = dayOf(ctx.now);
		const lines = await hotlines.list(ctx);
		return {
			today,
			lines: lines.filter(({ validTo }) => validTo === null || validTo >= today),
			past: lines.filter(({ validTo }) => validTo !== null && validTo < today),
			refusals: refusals(ctx.actor, 'edit_hotlines'),
			done: url.searchParams.get('xong')
		};
	});

const moveForm = z.object({ id: z.coerce.number().int().positive(), where: z.enum(['up', 'down']) });

export const actions: Actions = {
	xep: async ({ locals: { ctx }, request }) => {
		const values = fields(await request.formData());
		const refused = await act(async () => {
			const { id, where } = parsed(moveForm, values);
			await hotlines.move(ctx, id, where);
		});
		if (refused) return refused;
		redirect(303, '/lam-viec/duong-day-nong?xong=xep');
	}
};
