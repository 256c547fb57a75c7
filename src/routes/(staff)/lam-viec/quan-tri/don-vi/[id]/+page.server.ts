import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { successionForm, unitForm } from '#people/unit-form.ts';
import { validOn } from '#people/unit.ts';
import * as units from '#people/units.server.ts';
import { fields, parsed } from '#plan/form.ts';
import { dayOf } from '#platform/clock.ts';
import { notFound } from '#platform/refusal.ts';
import { act, show } from '../../../../../answer.server.ts';
import { mustEditUnits } from '../may.server.ts';
import { lineOf } from './line.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const number = z.coerce.number().int().positive().catch(0);

export const load: PageServerLoad = ({ locals: { ctx }, params, url }) =>
	show(async () => {
		mustEditUnits(ctx);
		const all = await units.list(ctx);
		const unit = all.find(({ id }) => id === number.parse(params.id));
		if (!unit) throw notFound('đơn vị này');
		const today = dayOf(ctx.now);
		return {
			unit,
			today,
			line: lineOf(unit, all),
			holders: (await units.holders(ctx)).get(unit.id) ?? [],
			others: all
				.filter((one) => one.id !== unit.id && validOn(one, today))
				.map(({ id, name }) => ({ id, name })),
			done: url.searchParams.get('xong')
		};
	});

async function doing(
	event: RequestEvent,
	done: string,
	work: (id: number, values: Record<string, unknown>) => Promise<unknown>
) {
	const values = fields(await event.request.formData());
	const answered = await act(async () => {
		const made = await work(number.parse(event.params.id), values);
		return typeof made === 'number' ? made : number.parse(event.params.id);
	});
	if (typeof answered !== 'number') {
		return fail(answered.status, { ...answered.data, values: values as Record<string, string>, tried: done });
	}
	redirect(303, `/lam-viec/quan-tri/don-vi/${answered}?xong=${done}`);
}

const alsoForm = z.object({ also: z.union([z.string(), z.array(z.string())]).default([]) });

export const actions: Actions = {
	sua: (event) =>
		doing(event, 'sua', (id, values) =>
			units.correct(event.locals.ctx, id, number.parse(values['lockVersion']), parsed(unitForm, values))
		),
	ketuc: (event) =>
		doing(event, 'ketuc', (id, values) => {
			const also = [parsed(alsoForm, values).also].flat().map(Number);
			return units.succeed(event.locals.ctx, [id, ...also], parsed(successionForm, values));
		}),
	ketthuc: (event) =>
		doing(event, 'ketthuc', (id, values) =>
			units.retire(event.locals.ctx, id, String(values['validTo'] ?? ''), String(values['reason'] ?? ''))
		)
};
