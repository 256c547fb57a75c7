import { textOf } from '#procedures/compare.ts';
import { refusals } from '#procedures/policy.ts';
import { standingOn } from '#procedures/procedure.ts';
import { versionsOf } from '#procedures/reading.server.ts';
import { dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { notFound } from '#platform/refusal.ts';
import { show } from '../../../../../answer.server.ts';
import { choices } from '../../choices.server.ts';
import { draftOf } from '../../editor/draft.ts';
import type { SaveAs } from '../../editor/save-as.ts';
import * as saving from '../../editor/saving.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** `?ban=` names the version to begin from; else what holds today, else what comes next, else what held last. */
export const load: PageServerLoad = ({ locals: { ctx }, params, url }) =>
	show(() =>
		read(ctx, async (tx) => {
			const today = dayOf(ctx.now);
			const versions = await versionsOf(tx, params.code);
			const asked = Number(url.searchParams.get('ban'));
			const base =
				versions.find(({ id }) => id === asked) ??
				versions.find((version) => standingOn(version, today) === 'in_force') ??
				versions.findLast((version) => standingOn(version, today) === 'upcoming') ??
				versions[0];
			if (!base) throw notFound('thủ tục này');
			return {
				name: base.name,
				seenVersionId: Math.max(...versions.map(({ id }) => id)),
				base: {
					id: base.id,
					effectiveFrom: base.effectiveFrom,
					effectiveTo: base.effectiveTo,
					standing: standingOn(base, today)
				},
				draft: draftOf(textOf(base)),
				saveAs: {
					how: url.searchParams.get('dinh-chinh') === '1' ? 'correction' : 'new',
					effectiveFrom: today,
					reason: ''
				} satisfies SaveAs as SaveAs,
				reasons: refusals(ctx.actor, 'edit'),
				...(await choices(tx, today))
			};
		})
	);

export const actions: Actions = {
	dong: (event) => saving.rows(event),
	xem: (event) => saving.look(event, event.params.code),
	luu: (event) => saving.save(event, event.params.code)
};
