import { redirect } from '@sveltejs/kit';
import * as drafts from '#plan/plan-drafts.server.ts';
import * as issuing from '#plan/plan-issue.server.ts';
import * as plans from '#plan/plans.server.ts';
import { act, show } from '../../../../answer.server.ts';
import { numberIn } from '../address.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	show(async () => {
		const planId = numberIn(params.id);
		return { ...(await plans.byId(locals.ctx, planId)), changed: await plans.changes(locals.ctx, planId) };
	});

export const actions: Actions = {
	receive: ({ locals, request }) =>
		act(async () => {
			const data = await request.formData();
			await issuing.confirmReceipt(locals.ctx, Number(data.get('recipientId')));
			return { message: 'Đã ghi nhận việc nhận kế hoạch.' };
		}),
	change: ({ locals, params, request }) =>
		act(async () => {
			const data = await request.formData();
			const next = await issuing.startChange(
				locals.ctx,
				numberIn(params.id),
				String(data.get('reason') ?? '')
			);
			redirect(303, `/lam-viec/ke-hoach/${next}`);
		}),
	discard: ({ locals, params }) =>
		act(async () => {
			await drafts.discard(locals.ctx, numberIn(params.id));
			redirect(303, '/lam-viec/ke-hoach');
		})
};
