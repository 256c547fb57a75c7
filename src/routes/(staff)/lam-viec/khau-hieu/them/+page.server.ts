import { redirect } from '@sveltejs/kit';
import * as areas from '#content/areas.server.ts';
import * as editions from '#content/editions.server.ts';
import * as slogans from '#content/slogans.server.ts';
import { addDays, dayOf } from '#platform/clock.ts';
import { refuseIfAny } from '#platform/refusal.ts';
import { show } from '../../../../answer.server.ts';
import { optionalNumber } from '../../ke-hoach/address.ts';
import { doing } from '../../phat-thanh/doing.server.ts';
import { sloganInput } from '../slogan-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx }, url }) =>
	show(async () => {
		const { longest, refusals } = await slogans.beginning(ctx);
		refuseIfAny(refusals);
		const storyId = optionalNumber(url.searchParams.get('bai'));
		const today = dayOf(ctx.now);
		return {
			longest,
			tasks: (await areas.choices(ctx)).tasks,
			values: {
				text: storyId ? await sloganOf(ctx, storyId) : '',
				storyId: storyId ?? '',
				hangsFrom: today,
				hangsTo: addDays(today, 30)
			}
		};
	});

const sloganOf = async (ctx: App.Locals['ctx'], storyId: number): Promise<string> =>
	(await editions.list(ctx, storyId)).editions.find(({ outlet }) => outlet === 'slogan')?.message.title ?? '';

export const actions: Actions = {
	default: async (event) => {
		let id = 0;
		const answered = await doing(event, 'viet', async (values) => {
			id = await slogans.create(event.locals.ctx, sloganInput(values));
			redirect(303, `/lam-viec/khau-hieu/${id}?xong=viet`);
		});
		return answered;
	}
};
