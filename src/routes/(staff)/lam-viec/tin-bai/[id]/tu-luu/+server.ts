/** Automatic saving from the editor: the same form, answered with data. */
import { json } from '@sveltejs/kit';
import * as reading from '#content/reading.server.ts';
import * as stories from '#content/stories.server.ts';
import { Refusal } from '#platform/refusal.ts';
import { lockOf, storyId, storyInput, text } from '../../story-form.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals: { ctx }, params, request }) => {
	try {
		const id = storyId(params.id);
		const form = await request.formData();
		const base = await reading.revisionById(ctx, id, Number(text(form, 'baseRevisionId')));
		return json(await stories.save(ctx, id, lockOf(form), storyInput(form, base.body), { automatic: true }));
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return json({ outcome: 'refused', reasons: error.reasons }, { status: error.status });
	}
};
