/** `GET /api/v1/search?q=`: the same items as the command `search`. */
import { kinds, type Kind } from '#search/entry.ts';
import { search } from '#search/find.server.ts';
import { answer } from '../../answer.server.ts';
import { oneOf, text, wholeNumber } from '../../parameters.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	answer(event, async () => {
		const { searchParams } = event.url;
		const { hits, total, understoodAs } = await search(event.locals.ctx, {
			words: text(searchParams, 'q', 'khai+sinh'),
			kind: oneOf(searchParams, 'kind', Object.keys(kinds) as Kind[]),
			limit: wholeNumber(searchParams, 'limit', { from: 1, to: 50, otherwise: 10 }),
			offset: wholeNumber(searchParams, 'offset', { from: 0, to: 1000, otherwise: 0 })
		});
		const items = hits.map(({ kind, key, title, url, score }) => ({ kind, key, title, url, score }));
		return { items, total, understoodAs };
	});
