import { refusals } from '#procedures/policy.ts';
import { dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { choices } from '../choices.server.ts';
import { emptyDraft } from '../editor/draft.ts';
import * as saving from '../editor/saving.server.ts';
import type { SaveAs } from '../editor/save-as.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const draft = emptyDraft();
	draft.code = url.searchParams.get('ma')?.slice(0, 40) ?? '';
	return {
		draft,
		saveAs: { how: 'new', effectiveFrom: dayOf(ctx.now), reason: '' } satisfies SaveAs as SaveAs,
		reasons: refusals(ctx.actor, 'edit'),
		...(await read(ctx, (tx) => choices(tx, dayOf(ctx.now))))
	};
};

export const actions: Actions = {
	dong: (event) => saving.rows(event),
	xem: (event) => saving.look(event, null),
	luu: (event) => saving.save(event, null)
};
