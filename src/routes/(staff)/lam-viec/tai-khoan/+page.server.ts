import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { deviceName } from '#people/device-name.ts';
import * as own from '#people/own-account.server.ts';
import { act } from '../../../answer.server.ts';
import { ownOf } from './own.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const mine = ownOf(event);
	const [profile, devices] = await Promise.all([own.profile(ctx, mine), own.devices(ctx, mine)]);
	return {
		signInName: profile.signInName,
		secondFactor: profile.secondFactor,
		devices: devices.map(({ userAgent, ...device }) => ({ ...device, name: deviceName(userAgent) })),
		done: event.url.searchParams.get('xong')
	};
};

const form = z.object({ device: z.string().max(100).catch('') });

export const actions: Actions = {
	ra: async (event) => {
		const { device } = form.parse(Object.fromEntries(await event.request.formData()));
		const answered = await act(() => own.signOutDevice(event.locals.ctx, ownOf(event), device));
		if (answered) return answered;
		redirect(303, '/lam-viec/tai-khoan?xong=thiet-bi#thiet-bi');
	}
};
