/** `GET /api/v1/articles/SLUG`: one published story whole; 410 with the ward's words when it was taken off. */
import * as published from '#content/published.server.ts';
import { Refusal } from '#platform/refusal.ts';
import { answer } from '../../../answer.server.ts';
import { articleItem } from '../article-item.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	answer(event, async () => {
		const found = await published.bySlug(event.locals.ctx, event.params.slug);
		if (!found)
			throw new Refusal({
				code: 'article.not_found',
				status: 404,
				message: 'Không có tin, bài nào ở địa chỉ này. Hãy lấy lại danh sách ở /api/v1/articles.'
			});
		if (found.kind === 'withdrawn')
			throw new Refusal({ code: 'article.withdrawn', status: 410, message: found.notice });
		return {
			...articleItem(found, event.url.origin),
			author: found.authorName,
			audiences: found.audiences,
			citedDocuments: found.citedDocuments,
			expiresOn: found.expiresOn,
			expired: found.expired,
			html: found.html
		};
	});
