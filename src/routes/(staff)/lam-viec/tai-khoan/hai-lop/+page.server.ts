import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import * as own from '#people/own-account.server.ts';
import { settings } from '#platform/settings.ts';
import { act } from '../../../../answer.server.ts';
import { keep, ownOf } from '../own.server.ts';
import type { Actions, PageServerLoad } from './$types';

function bound(locals: App.Locals) {
	return {
		administers: locals.account?.positions.some(({ role }) => role === 'admin') ?? false,
		production: settings().production
	};
}

export const load: PageServerLoad = async ({ locals }) => {
	const { administers, production } = bound(locals);
	return {
		duty: locals.account?.duty === 'second_factor',
		on: locals.account?.secondFactor ?? false,
		switchOffReasons: own.switchOffRefusals(administers, production)
	};
};

const text = z.string().max(500).catch('');
const passwordForm = z.object({ password: text });
const codeForm = z.object({ code: text });

export const actions: Actions = {
	batdau: async (event) => {
		const { password } = passwordForm.parse(Object.fromEntries(await event.request.formData()));
		return act(async () => ({
			setup: await own.beginSecondFactor(event.locals.ctx, ownOf(event), password)
		}));
	},
	xacnhan: async (event) => {
		const { code } = codeForm.parse(Object.fromEntries(await event.request.formData()));
		const answered = await act(() => own.confirmSecondFactor(event.locals.ctx, ownOf(event), code));
		if ('status' in answered) return fail(answered.status, { ...answered.data, confirming: true });
		keep(event, answered);
		redirect(303, '/lam-viec/tai-khoan?xong=hai-lop');
	},
	maduphong: async (event) => {
		const { password } = passwordForm.parse(Object.fromEntries(await event.request.formData()));
		return act(async () => ({
			backupCodes: await own.newBackupCodes(event.locals.ctx, ownOf(event), password)
		}));
	},
	tat: async (event) => {
		const { password } = passwordForm.parse(Object.fromEntries(await event.request.formData()));
		const answered = await act(() =>
			own.switchOffSecondFactor(event.locals.ctx, ownOf(event), password, bound(event.locals))
		);
		if ('status' in answered) return answered;
		keep(event, answered);
		redirect(303, '/lam-viec/tai-khoan?xong=tat-hai-lop');
	}
};
