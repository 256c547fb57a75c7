import { error } from '@sveltejs/kit';
import { categories } from '#feedback/case.ts';
import * as published from '#feedback/published.server.ts';
import { dayOf } from '#platform/clock.ts';
import * as format from '#platform/format.ts';
import { forEveryone } from '../../portal.ts';
import { qaPage } from './qa-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url, setHeaders }) => {
	const found = await published.bySlug(ctx, params.slug);
	if (!found)
		error(
			404,
			'Không có câu trả lời nào ở địa chỉ này. Mời xem danh sách hỏi đáp, hoặc gửi câu hỏi của mình.'
		);
	if (found.kind === 'withdrawn' && found.again)
		error(
			404,
			'Phường đang xem lại việc này nên tạm cất câu trả lời cũ. Khi có câu trả lời mới, phường đăng lại ở đúng địa chỉ này. Mời ông/bà xem các câu trả lời khác ở trang Phản ánh, hỏi đáp.'
		);
	if (found.kind === 'withdrawn')
		error(
			410,
			`Câu hỏi và trả lời này đã được gỡ ${format.documentDate(found.withdrawnAt)}. Mời xem các câu trả lời khác ở trang Phản ánh, hỏi đáp.`
		);
	setHeaders(forEveryone);
	const days = found.answeredAt
		? Math.round((Date.parse(dayOf(found.answeredAt)) - Date.parse(dayOf(found.receivedAt))) / 86_400_000)
		: null;
	return {
		answer: { ...found, category: categories[found.category].label },
		days,
		address: url.origin + url.pathname,
		structured: qaPage(found, url.origin + url.pathname)
	};
};
