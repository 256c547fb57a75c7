import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import * as acting from '#people/acting.server.ts';
import { show } from '../../../answer.server.ts';
import type { RequestHandler } from './$types';

const form = z.object({ positionId: z.coerce.number().int().positive().catch(0) });

/** Changes the position acted in. Always back to the start: the page before may not be open to the new position. */
export const POST: RequestHandler = async ({ locals, request }) => {
	const { positionId } = form.parse(Object.fromEntries(await request.formData()));
	await show(() => acting.choosePosition(locals.ctx, locals.account!, positionId));
	redirect(303, '/lam-viec');
};

export const GET: RequestHandler = () => redirect(303, '/lam-viec');
