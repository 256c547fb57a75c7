import * as tokens from '#channels/tokens.server.ts';
import { Refusal } from '#platform/refusal.ts';
import { NoReply } from '#channels/outgoing.server.ts';
import { redirect } from '@sveltejs/kit';
import { show } from '../../../../answer.server.ts';
import { callback } from '../callback.ts';
import type { RequestHandler } from './$types';

/** Back from the channel, with a code or with a refusal. */
export const GET: RequestHandler = async ({ locals: { ctx }, url }) => {
	const id = await show(async () => {
		const code = url.searchParams.get('code');
		const state = url.searchParams.get('state');
		if (!code || !state)
			throw new Refusal({
				code: 'channel_account.sign_in_denied',
				status: 409,
				message:
					'Kênh chưa cấp quyền cho phường. Hãy mở lại trang tài khoản, bấm “Đăng nhập kênh” và chọn cho phép.'
			});
		try {
			return await tokens.complete(ctx, { code, state }, callback(url));
		} catch (error) {
			if (error instanceof NoReply)
				throw new Refusal({
					code: 'channel_account.no_reply',
					status: 409,
					message: `${error.words} Hãy thử đăng nhập lại.`
				});
			throw error;
		}
	});
	redirect(303, `/lam-viec/kenh/${id}?xong=dang_nhap`);
};
