import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { personForm, positionForm } from '#people/person-form.ts';
import * as persons from '#people/persons.server.ts';
import * as policy from '#people/policy.ts';
import * as positions from '#people/positions.server.ts';
import { proposeSignInName } from '#people/sign-in-name.ts';
import { validOn } from '#people/unit.ts';
import * as units from '#people/units.server.ts';
import { fields, parsed } from '#plan/form.ts';
import { dayOf } from '#platform/clock.ts';
import { act, show } from '../../../../../answer.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const number = z.coerce.number().int().positive().catch(0);

export const load: PageServerLoad = ({ locals: { ctx }, params, url }) =>
	show(async () => {
		const person = await persons.byId(ctx, number.parse(params.id));
		const today = dayOf(ctx.now);
		const thing = { personId: person.id, left: person.leftAt !== null };
		return {
			person,
			today,
			proposedName: proposeSignInName(person.name),
			units: (await units.list(ctx))
				.filter((unit) => validOn(unit, today))
				.map(({ id, name }) => ({ id, name })),
			reasons: {
				account: policy.accountRefusals(ctx.actor, thing),
				leave: policy.leavingRefusals(ctx.actor, { ...thing, onlyAdministrator: person.onlyAdministrator })
			},
			done: url.searchParams.get('xong')
		};
	});

/** Runs one verb on this person; back to the page when it is done, or with the reasons and what was typed. */
async function doing(
	event: RequestEvent,
	done: string,
	work: (id: number, values: Record<string, string>) => Promise<unknown>
) {
	const values = fields(await event.request.formData()) as Record<string, string>;
	const id = number.parse(event.params.id);
	const answered = await act(async () => {
		await work(id, values);
		return null;
	});
	if (answered) return fail(answered.status, { ...answered.data, values, tried: done });
	redirect(303, `/lam-viec/quan-tri/can-bo/${id}?xong=${done}`);
}

export const actions: Actions = {
	sua: (event) =>
		doing(event, 'sua', (id, values) =>
			persons.edit(event.locals.ctx, id, number.parse(values['lockVersion']), parsed(personForm, values))
		),
	chucdanh: (event) =>
		doing(event, 'chucdanh', (id, values) =>
			positions.assign(event.locals.ctx, id, parsed(positionForm, values))
		),
	ketthuc: (event) =>
		doing(event, 'ketthuc', (_id, values) =>
			positions.end(event.locals.ctx, number.parse(values['positionId']), String(values['validTo'] ?? ''))
		),
	thoiviec: (event) =>
		doing(event, 'thoiviec', (id, values) =>
			persons.leave(event.locals.ctx, id, String(values['reason'] ?? ''))
		),
	gohailop: (event) =>
		doing(event, 'gohailop', (id, values) =>
			persons.dropSecondFactor(event.locals.ctx, id, String(values['reason'] ?? ''))
		),
	// The password must be seen once, so this one answers with the page instead of leading elsewhere.
	matkhau: async ({ locals: { ctx }, params, request }) => {
		const values = fields(await request.formData()) as Record<string, string>;
		const answered = await act(async () => ({
			once: await persons.handOutPassword(ctx, number.parse(params.id), String(values['signInName'] ?? ''))
		}));
		return 'once' in answered
			? answered
			: fail(answered.status, { ...answered.data, values, tried: 'matkhau' });
	}
};
