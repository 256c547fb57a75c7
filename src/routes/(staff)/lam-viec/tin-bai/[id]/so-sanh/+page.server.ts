import { redirect } from '@sveltejs/kit';
import * as areas from '#content/areas.server.ts';
import { changed, compare } from '#content/compare.ts';
import { textOf } from '#content/facts.server.ts';
import { refusals } from '#content/policy.ts';
import * as reading from '#content/reading.server.ts';
import * as review from '#content/review.server.ts';
import { audiences, type Audience } from '#content/story.ts';
import { act, show } from '../../../../../answer.server.ts';
import { lockOf, storyId, text } from '../../story-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx }, params, url }) =>
	show(async () => {
		const id = storyId(params.id);
		const view = await reading.byId(ctx, id);
		const asked = (name: string): number => Number(url.searchParams.get(name)) || 0;
		// A side text stands against the current one, whichever of the two came first.
		const side = view.sides.find((line) => line.id === asked('ben'));
		const olderId = side ? view.revision.id : asked('cu');
		const newerId = side ? side.id : asked('moi') || view.revision.id;
		const [older, newer] = await Promise.all([
			reading.revisionById(ctx, id, olderId),
			reading.revisionById(ctx, id, newerId)
		]);
		const { areas: choices } = await areas.choices(ctx);
		const names = new Map(choices.map((area) => [area.key, area.shortName]));
		const fields = compare(textOf(older), textOf(newer), {
			area: (key) => names.get(key) ?? key,
			audience: (key) => audiences[key as Audience] ?? key
		});
		const lines = [...view.revisions, ...view.sides];
		const line = (revisionId: number) => {
			const found = lines.find((one) => one.id === revisionId);
			return { id: revisionId, byName: found?.byName ?? '', at: found?.at ?? older.at };
		};
		return {
			id,
			title: view.revision.title,
			lockVersion: view.row.lockVersion,
			older: line(older.id),
			newer: line(newer.id),
			side: side?.id ?? null,
			decideReasons: refusals(ctx.actor, 'save', view.facts),
			revisions: view.revisions,
			fields: fields.filter(changed)
		};
	});

export const actions: Actions = {
	take: async ({ locals: { ctx }, params, request }) => {
		const form = await request.formData();
		const refused = await act(() =>
			review.takeSide(ctx, storyId(params.id), Number(text(form, 'side')), lockOf(form))
		);
		if (refused) return refused;
		redirect(303, `/lam-viec/tin-bai/${params.id}/sua`);
	},
	leave: async ({ locals: { ctx }, params, request }) => {
		const form = await request.formData();
		const refused = await act(() => review.leaveSide(ctx, storyId(params.id), Number(text(form, 'side'))));
		if (refused) return refused;
		redirect(303, `/lam-viec/tin-bai/${params.id}/sua`);
	}
};
