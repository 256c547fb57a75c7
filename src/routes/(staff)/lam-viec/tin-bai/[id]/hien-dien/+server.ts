/** "I have it open", every few seconds; answered with who else has. */
import { json } from '@sveltejs/kit';
import * as presence from '#content/presence.server.ts';
import { Refusal } from '#platform/refusal.ts';
import { storyId } from '../../story-form.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals: { ctx }, params, url }) => {
	try {
		const id = storyId(params.id);
		if (url.searchParams.has('roi')) {
			await presence.leave(ctx, id);
			return json({ others: [] });
		}
		return json({ others: await presence.touch(ctx, id) });
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return json({ others: [], reasons: error.reasons }, { status: error.status });
	}
};
