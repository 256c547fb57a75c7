import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { addressHeader, type Cookie } from '#people/auth.server.ts';
import * as signing from '#people/sign-in.server.ts';
import * as wards from '#people/wards.server.ts';
import { act } from '../answer.server.ts';
import { localPath } from './local-path.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const next = localPath(url.searchParams.get('tiep'));
	if (locals.account) redirect(303, next);
	const { name, sample } = await wards.byId(locals.ctx.db, locals.ctx.wardId);
	return { next, ward: { name, sample } };
};

const text = z.string().max(500).catch('');
const passwordForm = z.object({ name: text, password: text });
const codeForm = z.object({ code: text });

function doorOf({ locals, request }: RequestEvent): signing.Door {
	const headers = new Headers(request.headers);
	headers.set(addressHeader, locals.address);
	return {
		db: locals.ctx.db,
		now: locals.ctx.now,
		onlyWard: locals.onlyWard,
		headers,
		address: locals.address
	};
}

function keep(event: RequestEvent, cookies: Cookie[]): void {
	for (const { name, value, options } of cookies) event.cookies.set(name, value, options);
}

export const actions: Actions = {
	vao: async (event) => {
		const given = passwordForm.parse(Object.fromEntries(await event.request.formData()));
		const answered = await act(() => signing.signIn(doorOf(event), given));
		if ('status' in answered) return fail(answered.status, { ...answered.data, name: given.name });
		keep(event, answered.cookies);
		const next = localPath(event.url.searchParams.get('tiep'));
		if (answered.step === 'in') redirect(303, next);
		redirect(303, `/dang-nhap?buoc=2&tiep=${encodeURIComponent(next)}`);
	},
	xacthuc: async (event) => {
		const { code } = codeForm.parse(Object.fromEntries(await event.request.formData()));
		const answered = await act(() => signing.confirm(doorOf(event), code));
		if ('status' in answered) return answered;
		keep(event, answered.cookies);
		redirect(303, localPath(event.url.searchParams.get('tiep')));
	}
};
