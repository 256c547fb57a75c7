import { redirect } from '@sveltejs/kit';
import * as issuing from '#plan/plan-issue.server.ts';
import * as plans from '#plan/plans.server.ts';
import { dayOf } from '#platform/clock.ts';
import { show } from '../../../../../answer.server.ts';
import { numberIn } from '../../address.ts';
import { keeping } from '../../kept.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** `so` and `ngay` try a number and a day without issuing: all reasons are shown before the button is pressed. */
export const load: PageServerLoad = ({ locals, params, url }) =>
	show(async () => {
		const planId = numberIn(params.id);
		const view = await plans.byId(locals.ctx, planId);
		if (view.state !== 'draft') redirect(303, `/lam-viec/ke-hoach/${planId}`);
		const read = view.plan.understood.number;
		const number =
			url.searchParams.get('so') ?? (typeof read === 'string' && !view.plan.replacesPlanId ? read : '');
		const replacedPlan = async () => {
			const inForce = await plans.current(locals.ctx, view.plan.year);
			return inForce
				? { id: inForce.id, number: inForce.number, own: inForce.id === view.plan.replacesPlanId }
				: null;
		};
		// A plan of another year is not signed today: its day stays open.
		const today = dayOf(locals.ctx.now);
		const likely = Number(today.slice(0, 4)) - view.plan.year;
		const issuedOn = url.searchParams.get('ngay') ?? (likely === 0 || likely === -1 ? today : '');
		return {
			...view,
			number,
			issuedOn,
			replaces: await replacedPlan(),
			tried: url.searchParams.has('so'),
			against: await issuing.reasonsAgainstIssue(locals.ctx, planId, { number, issuedOn })
		};
	});

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const data = await request.formData();
		return keeping(data, async () => {
			await issuing.issue(locals.ctx, numberIn(params.id), {
				number: String(data.get('number') ?? ''),
				issuedOn: String(data.get('issuedOn') ?? '')
			});
			redirect(303, `/lam-viec/ke-hoach/${params.id}`);
		});
	}
};
