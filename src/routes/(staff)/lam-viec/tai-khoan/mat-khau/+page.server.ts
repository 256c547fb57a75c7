import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import * as own from '#people/own-account.server.ts';
import { act } from '../../../../answer.server.ts';
import { keep, ownOf } from '../own.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { account } }) => ({
	duty: account?.duty === 'change_password'
});

const text = z.string().max(500).catch('');
const form = z.object({ currentPassword: text, newPassword: text, newPasswordAgain: text });

export const actions: Actions = {
	default: async (event) => {
		const given = form.parse(Object.fromEntries(await event.request.formData()));
		const answered = await act(() =>
			own.changePassword(event.locals.ctx, ownOf(event), {
				current: given.currentPassword,
				wanted: given.newPassword,
				again: given.newPasswordAgain
			})
		);
		if ('status' in answered) return answered;
		keep(event, answered);
		redirect(303, event.locals.account?.duty ? '/lam-viec' : '/lam-viec/tai-khoan?xong=mat-khau');
	}
};
