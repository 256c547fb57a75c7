/** `GET /api/v1/suggest?q=`: what somebody typing these letters may be looking for; for the search boxes. */
import { kinds, type Kind } from '#search/entry.ts';
import { suggest } from '#search/find.server.ts';
import { answer } from '../../answer.server.ts';
import { oneOf, text, wholeNumber } from '../../parameters.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	answer(event, async () => {
		const { searchParams } = event.url;
		const found = await suggest(
			event.locals.ctx,
			text(searchParams, 'q', 'khai+sinh'),
			wholeNumber(searchParams, 'limit', { from: 1, to: 10, otherwise: 6 }),
			oneOf(searchParams, 'kind', Object.keys(kinds) as Kind[])
		);
		const items = found.map(({ kind, key, title, url }) => ({
			kind,
			kindName: kinds[kind],
			key,
			title,
			url
		}));
		return { items };
	});
