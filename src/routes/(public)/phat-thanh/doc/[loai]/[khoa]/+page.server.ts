import { redirect } from '@sveltejs/kit';
import * as readAloud from '#broadcast/read-aloud.server.ts';
import { act, show } from '../../../../../answer.server.ts';
import { kindOf } from '../../kind.ts';
import type { Actions, PageServerLoad } from './$types';

/** Looking makes nothing: only the button does, so that machines that follow links cause no work. */
export const load: PageServerLoad = ({ locals: { ctx }, params, setHeaders }) =>
	show(async () => {
		const reading = await readAloud.of(ctx, kindOf(params.loai), params.khoa);
		setHeaders({ 'cache-control': reading.state === 'ready' ? 'public, max-age=60' : 'no-store' });
		return { reading, sound: `/phat-thanh/doc/${params.loai}/${encodeURIComponent(params.khoa)}/nghe.mp3` };
	});

export const actions: Actions = {
	doc: async ({ locals: { ctx }, params, url }) => {
		const answered = await act(async () => {
			await readAloud.ask(ctx, kindOf(params.loai), params.khoa);
			return { asked: true };
		});
		if (!('asked' in answered)) return answered;
		redirect(303, url.pathname);
	}
};
