import { error } from '@sveltejs/kit';
import * as published from '#content/published.server.ts';
import * as format from '#platform/format.ts';
import { forEveryone } from '../../portal.ts';
import { shown, shownCover } from '../../story.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url, setHeaders }) => {
	const found = await published.bySlug(ctx, params.slug);
	if (!found)
		error(
			404,
			'Không có bài viết nào ở địa chỉ này. Có thể địa chỉ bị chép thiếu; mời tìm trong danh sách tin.'
		);
	if (found.kind === 'withdrawn') {
		error(410, `Bài viết này đã được gỡ ${format.documentDate(found.withdrawnAt)}.`, {
			withdrawn: { notice: found.notice, on: format.isoDay(found.withdrawnAt) }
		});
	}
	setHeaders(forEveryone);
	const {
		slug,
		title,
		summary,
		publishedAt,
		updatedAt,
		minutes,
		html,
		citedDocuments,
		attachments,
		coverSize,
		expired,
		expiresOn
	} = found;
	return {
		article: {
			slug,
			title,
			summary,
			publishedAt,
			/** Only when the version shown came later than the first. */
			updatedAt: updatedAt.getTime() > publishedAt.getTime() ? updatedAt : null,
			minutes,
			html,
			authorName: found.authorName,
			citedDocuments,
			attachments,
			coverSize,
			expired,
			expiresOn,
			cover: shownCover(found.cover),
			areas: shown(found, found.areaNames).areas
		},
		address: url.origin + url.pathname,
		origin: url.origin,
		related: (await published.related(ctx, found.id, 3)).map((one) => shown(one, found.areaNames))
	};
};
