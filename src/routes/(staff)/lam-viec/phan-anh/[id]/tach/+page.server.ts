import { redirect } from '@sveltejs/kit';
import * as splitting from '#feedback/splitting.server.ts';
import { mostContents, type Belongs } from '#feedback/splitting.ts';
import { show } from '../../../../../answer.server.ts';
import { answered, caseId, lockOf, text } from '../../case-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx }, params }) =>
	show(async () => {
		const id = caseId(params.id);
		return { id, ...(await splitting.proposal(ctx, id)), mostContents };
	});

const belongsTo = (value: string): Belongs => (value === 'all' ? 'all' : Number(value) || 1);

export const actions: Actions = {
	default: async ({ locals: { ctx }, params, request }) => {
		const form = await request.formData();
		const result = await answered('split', form, async () => {
			const many = Math.min(200, Number(text(form, 'many')) || 0);
			const belongs = Array.from({ length: many }, (_, at) => belongsTo(text(form, `cau-${at}`)));
			const files = Object.fromEntries(
				[...form.keys()]
					.filter((name) => /^tep-\d+$/.test(name))
					.map((name) => [Number(name.slice(4)), belongsTo(text(form, name))])
			);
			await splitting.split(ctx, caseId(params.id), { belongs, files }, lockOf(form));
			return { done: 'Đã tách.' };
		});
		if ('done' in result && result.done) redirect(303, `/lam-viec/phan-anh/${params.id}`);
		return result;
	}
};
