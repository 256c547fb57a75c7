import { refusals } from '#feedback/policy.ts';
import * as templates from '#feedback/templates.server.ts';
import type { Ctx } from '#people/actor.ts';
import { show } from '../../../../answer.server.ts';
import { answered, lockOf, text } from '../case-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx } }) =>
	show(async () => ({
		templates: await templates.list(ctx),
		reasons: refusals(ctx.actor, 'settings'),
		may: {
			quarantine: refusals(ctx.actor, 'read_quarantine').length === 0,
			settings: refusals(ctx.actor, 'settings').length === 0
		}
	}));

const given = (form: FormData) => ({
	name: text(form, 'name'),
	class: text(form, 'class'),
	text: text(form, 'text')
});

const does =
	(name: string, done: string, verb: (ctx: Ctx, form: FormData) => Promise<unknown>): Actions[string] =>
	async ({ locals: { ctx }, request }) => {
		const form = await request.formData();
		return answered(name, form, async () => {
			await verb(ctx, form);
			return { done };
		});
	};

export const actions: Actions = {
	add: does('add', 'Đã thêm mẫu.', (ctx, form) => templates.add(ctx, given(form))),
	starters: does('starters', 'Đã thêm các mẫu gợi ý. Hãy sửa lại theo cách nói của phường.', (ctx) =>
		templates.addStarters(ctx)
	),
	change: does('change', 'Đã sửa mẫu.', (ctx, form) =>
		templates.change(ctx, Number(text(form, 'id')), given(form), lockOf(form))
	),
	archive: does('archive', 'Đã cất mẫu. Các trả lời đã soạn từ mẫu này không đổi.', (ctx, form) =>
		templates.archive(ctx, Number(text(form, 'id')), lockOf(form))
	)
};
