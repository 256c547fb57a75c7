import { redirect } from '@sveltejs/kit';
import { kinds } from '#search/entry.ts';
import { search } from '#search/find.server.ts';
import { refusals } from '#search/policy.ts';
import * as words from '#search/words.server.ts';
import { act, show } from '../../../answer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx }, url }) =>
	show(async () => {
		const misses = await words.misses(ctx);
		const typed = (url.searchParams.get('thu') ?? '').trim().slice(0, 200);
		// A try of the officer's own is nothing to learn from.
		const found = typed ? await search(ctx, { words: typed, limit: 5, keepMisses: false }) : null;
		return {
			misses,
			reasons: refusals(ctx.actor, 'edit_words'),
			typed,
			found: found && {
				total: found.total,
				understoodAs: found.understoodAs,
				hits: found.hits.map(({ kind, key, url, titleHtml }) => ({
					key,
					url,
					titleHtml,
					kindName: kinds[kind]
				}))
			},
			done: url.searchParams.get('xong')
		};
	});

export const actions: Actions = {
	boqua: async ({ locals: { ctx }, request }) => {
		const id = Number((await request.formData()).get('id'));
		const refused = await act(() => words.dismiss(ctx, Number.isSafeInteger(id) ? id : 0));
		if (refused) return refused;
		redirect(303, '/lam-viec/tim-kiem?xong=boqua');
	}
};
