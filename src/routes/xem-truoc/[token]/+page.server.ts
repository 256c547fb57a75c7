import * as previews from '#content/previews.server.ts';
import { paperOf } from '#content/ui/paper.ts';
import { show } from '../../answer.server.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = ({ locals: { ctx }, params, setHeaders }) =>
	show(async () => {
		const { revision, files, expiresAt } = await previews.byToken(ctx, params.token);
		// The address is the key: it goes into no log of others, no search engine, no cache.
		setHeaders({
			'x-robots-tag': 'noindex, nofollow',
			'referrer-policy': 'no-referrer',
			'cache-control': 'private, no-store'
		});
		return {
			story: paperOf(revision, files, (token) => `/xem-truoc/${params.token}/tep/${token}`),
			at: revision.at,
			expiresAt
		};
	});
