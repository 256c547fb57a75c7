/** A puzzle for the form's script (src/feedback/captcha.server.ts). */
import { json } from '@sveltejs/kit';
import * as captcha from '#feedback/captcha.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async () =>
	json(await captcha.puzzle(), { headers: { 'cache-control': 'no-store' } });
