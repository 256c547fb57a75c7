/** `GET /api/v1/articles`: published stories, newest first. */
import * as published from '#content/published.server.ts';
import { answer } from '../../answer.server.ts';
import { wholeNumber } from '../../parameters.ts';
import { articleItem } from './article-item.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	answer(event, async () => {
		const { searchParams } = event.url;
		const limit = wholeNumber(searchParams, 'limit', { from: 1, to: 100, otherwise: 20 });
		const page = wholeNumber(searchParams, 'page', { from: 1, to: 1_000_000, otherwise: 1 });
		const area = searchParams.get('area') || undefined;
		const month = searchParams.get('month') || undefined;
		const found = await published.list(event.locals.ctx, { area, month, page, perPage: limit });
		// A page past the end is empty, so that whoever reads page by page comes to an end.
		const items =
			page > found.pages ? [] : found.stories.map((story) => articleItem(story, event.url.origin));
		return { items, total: found.total, page, pages: found.pages };
	});
