import { redirect } from '@sveltejs/kit';
import * as signing from '#people/sign-in.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ cookies, locals, request }) => {
	for (const { name, value, options } of await signing.signOut(locals.ctx.db, request.headers)) {
		cookies.set(name, value, options);
	}
	redirect(303, '/dang-nhap');
};

/** A link, or a reload after the session ended: nothing is done by merely looking. */
export const GET: RequestHandler = () => redirect(303, '/lam-viec');
