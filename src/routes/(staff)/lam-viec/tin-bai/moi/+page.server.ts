import { redirect } from '@sveltejs/kit';
import * as areas from '#content/areas.server.ts';
import { refusals } from '#content/policy.ts';
import * as stories from '#content/stories.server.ts';
import { emptyText } from '#content/story.ts';
import { person } from '#people/actor.ts';
import { refuseIfAny } from '#platform/refusal.ts';
import { act, show } from '../../../../answer.server.ts';
import { storyInput } from '../story-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx }, url }) =>
	show(async () => {
		refuseIfAny(refusals(person(ctx), 'create'));
		const { areas: areaChoices, tasks } = await areas.choices(ctx);
		return {
			areas: areaChoices,
			tasks,
			chosenArea: url.searchParams.get('noi-dung'),
			chosenTask: Number(url.searchParams.get('nhiem-vu')) || null
		};
	});

export const actions: Actions = {
	default: async ({ locals: { ctx }, request }) => {
		const form = await request.formData();
		const made = await act(async () => {
			const { title = '', taskId = null, areas: keys = [] } = storyInput(form, emptyText.body);
			return stories.create(ctx, { title, summary: '', body: emptyText.body, taskId, areas: keys });
		});
		if (typeof made !== 'number') return made;
		redirect(303, `/lam-viec/tin-bai/${made}/sua`);
	}
};
