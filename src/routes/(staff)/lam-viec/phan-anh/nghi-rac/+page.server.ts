import * as quarantine from '#feedback/quarantine.server.ts';
import * as reading from '#feedback/reading.server.ts';
import { refusals } from '#feedback/policy.ts';
import { show } from '../../../../answer.server.ts';
import { answered, numbers } from '../case-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx } }) =>
	show(async () => ({
		...(await reading.quarantine(ctx)),
		may: { quarantine: true, settings: refusals(ctx.actor, 'settings').length === 0 },
		now: ctx.now
	}));

const all =
	(name: string, verb: typeof quarantine.releaseAll, words: string): Actions[string] =>
	async ({ locals: { ctx }, request }) => {
		const form = await request.formData();
		return answered(name, form, async () => {
			const { done, refusals: refused } = await verb(ctx, numbers(form, 'ids'));
			const left = refused.length > 0 ? ` ${refused.length} tin chưa làm được: ${refused[0]!.message}` : '';
			return { done: `${words} ${done} tin.${left}` };
		});
	};

export const actions: Actions = {
	release: all('release', quarantine.releaseAll, 'Đã tiếp nhận'),
	reject: all('reject', quarantine.rejectAll, 'Đã ghi là tin rác'),
	restore: all('restore', quarantine.releaseAll, 'Đã lấy lại')
};
