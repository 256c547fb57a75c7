import * as accounts from '#channels/accounts.server.ts';
import { outlets } from '#channels/forms.ts';
import { read } from '#platform/db.server.ts';
import { forEveryone } from '../portal.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, setHeaders, url }) => {
	const announced = await read(ctx, accounts.announced);
	setHeaders(forEveryone);
	return {
		origin: url.origin,
		accounts: announced.map(({ kind, ...one }) => ({ ...one, kind: outlets[kind] }))
	};
};
