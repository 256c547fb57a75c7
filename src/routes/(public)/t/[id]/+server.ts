import * as reading from '#content/reading.server.ts';
import { notFound } from '#platform/refusal.ts';
import { redirect } from '@sveltejs/kit';
import { show } from '../../../answer.server.ts';
import type { RequestHandler } from './$types';

/** Lasting short address of a story, as posts and sheets carry it. */
export const GET: RequestHandler = async ({ locals: { ctx }, params }) => {
	const path = await show(async () => {
		const id = Number(params.id);
		const found = Number.isSafeInteger(id) && id > 0 ? await reading.publicPath(ctx, id) : undefined;
		if (!found) throw notFound('bài này');
		return found;
	});
	redirect(302, path);
};
