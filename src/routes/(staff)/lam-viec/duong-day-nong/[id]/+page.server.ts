import { fail, redirect } from '@sveltejs/kit';
import * as hotlineUses from '#feedback/hotline-uses.server.ts';
import { hotlineChangeForm, hotlineForm, type Hotline } from '#people/hotline.ts';
import * as hotlines from '#people/hotlines.server.ts';
import { refusals } from '#people/policy.ts';
import { fields, parsed } from '#plan/form.ts';
import { dayOf } from '#platform/clock.ts';
import { notFound } from '#platform/refusal.ts';
import { act, show } from '../../../../answer.server.ts';
import { numberIn } from '../../ke-hoach/address.ts';
import { unitsToday } from '../units.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** What came before and after a line, oldest first. */
function lineage(line: Hotline, register: Hotline[]): Hotline[] {
	const before: Hotline[] = [];
	for (let at = line; at.succeedsId !== null && before.length < register.length;) {
		const found = register.find(({ id }) => id === at.succeedsId);
		if (!found) break;
		before.unshift((at = found));
	}
	const after: Hotline[] = [];
	const next = (of: Hotline): Hotline | undefined => register.find(({ succeedsId }) => succeedsId === of.id);
	for (let at = next(line); at && after.length < register.length; at = next(at)) after.push(at);
	return [...before, line, ...after];
}

export const load: PageServerLoad = ({ locals: { ctx }, params, url }) =>
	show(async () => {
		const found = await hotlineUses.lineWithUses(ctx, numberIn(params.id));
		if (!found) throw notFound('dòng này trong sổ đường dây nóng');
		const { line, register, uses } = found;
		return {
			line,
			uses,
			lineage: lineage(line, register),
			units: await unitsToday(ctx),
			today: dayOf(ctx.now),
			refusals: refusals(ctx.actor, 'edit_hotlines'),
			done: url.searchParams.get('xong')
		};
	});

async function doing(
	event: RequestEvent,
	done: string,
	work: (id: number, lockVersion: number, values: Record<string, unknown>) => Promise<unknown>
) {
	const values = fields(await event.request.formData());
	const id = numberIn(event.params.id);
	const answered = await act(async () => {
		const made = await work(id, numberIn(String(values['lockVersion'] ?? '')), values);
		return typeof made === 'number' ? made : id;
	});
	if (typeof answered !== 'number')
		return fail(answered.status, {
			refusal: answered.data.refusal,
			values: values as Record<string, string>,
			tried: done
		});
	redirect(303, `/lam-viec/duong-day-nong/${answered}?xong=${done}`);
}

export const actions: Actions = {
	doi: (event) =>
		doing(event, 'doi', (id, lockVersion, values) =>
			hotlines.change(event.locals.ctx, id, lockVersion, parsed(hotlineChangeForm, values))
		),
	sua: (event) =>
		doing(event, 'sua', (id, lockVersion, values) =>
			hotlines.correct(event.locals.ctx, id, lockVersion, parsed(hotlineForm, values))
		),
	thoi: (event) =>
		doing(event, 'thoi', (id, lockVersion, values) =>
			hotlines.end(
				event.locals.ctx,
				id,
				lockVersion,
				String(values['validTo'] ?? ''),
				String(values['reason'] ?? '')
			)
		)
};
