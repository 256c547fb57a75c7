import * as apiKeys from '#feedback/api-keys.server.ts';
import * as letters from '#feedback/letters.server.ts';
import { refusals } from '#feedback/policy.ts';
import { refuseIfAny } from '#platform/refusal.ts';
import { show } from '../../../../answer.server.ts';
import { publicOrigin } from '../../niem-yet/public-origin.server.ts';
import { answered, text } from '../case-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx }, url, setHeaders }) =>
	show(async () => {
		refuseIfAny(refusals(ctx.actor, 'settings'));
		// A new key is shown once: Back must not show it again.
		setHeaders({ 'cache-control': 'private, no-store' });
		return {
			keys: await apiKeys.list(ctx),
			letters: await letters.overview(ctx),
			endpoint: `${publicOrigin(url)}/open311/v2`,
			may: { quarantine: refusals(ctx.actor, 'read_quarantine').length === 0, settings: true }
		};
	});

export const actions: Actions = {
	cap: async ({ locals: { ctx }, request }) => {
		const form = await request.formData();
		return answered('cap', form, async () => ({
			done: 'Đã cấp khóa.',
			shown: await apiKeys.make(ctx, text(form, 'name'))
		}));
	},
	thu: async ({ locals: { ctx }, request }) => {
		const form = await request.formData();
		return answered('thu', form, async () => {
			await apiKeys.revoke(ctx, Number(text(form, 'id')));
			return { done: 'Đã thu hồi khóa. Ứng dụng đó không gửi phản ánh đến được nữa.' };
		});
	},
	lai: async ({ locals: { ctx }, request }) => {
		const form = await request.formData();
		return answered('lai', form, async () => {
			await letters.retry(ctx, Number(text(form, 'id')));
			return { done: 'Thư được đưa vào hàng chờ gửi lại.' };
		});
	}
};
