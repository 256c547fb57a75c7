import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import * as notices from '#people/notices.server.ts';
import type { Actions, PageServerLoad } from './$types';

const perPage = 30;
const number = z.coerce.number().int().positive().catch(0);

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const before = number.parse(url.searchParams.get('truoc')) || undefined;
	const found = await notices.list(ctx, { before, limit: perPage + 1 });
	return {
		notices: found.slice(0, perPage),
		older: found.length > perPage ? found[perPage - 1]!.id : undefined,
		first: before === undefined,
		now: ctx.now
	};
};

export const actions: Actions = {
	mo: async ({ locals: { ctx }, request }) => {
		const id = number.parse((await request.formData()).get('id'));
		const opened = id ? await notices.markRead(ctx, id) : undefined;
		redirect(303, opened?.link ?? '/lam-viec/thong-bao');
	},
	doctat: async ({ locals: { ctx } }) => {
		await notices.markRead(ctx, 'all');
		redirect(303, '/lam-viec/thong-bao');
	}
};
