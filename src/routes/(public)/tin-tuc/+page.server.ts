import * as areas from '#content/areas.server.ts';
import * as published from '#content/published.server.ts';
import { forEveryone } from '../portal.ts';
import { shown } from '../story.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders }) => {
	setHeaders(forEveryone);
	const [{ areas: known }, counts, months] = await Promise.all([
		areas.choices(ctx),
		published.countsPerArea(ctx),
		published.months(ctx)
	]);
	const wanted = { area: url.searchParams.get('noi-dung') ?? '', month: url.searchParams.get('thang') ?? '' };
	// What is not in the lists is not a filter: an old or mistyped address shows everything instead of nothing.
	const area = known.find(({ key }) => key === wanted.area);
	const month = months.find((one) => one.month === wanted.month)?.month;
	const found = await published.list(ctx, {
		area: area?.key,
		month,
		page: Number(url.searchParams.get('trang')) || 1
	});
	const names = Object.fromEntries(known.map(({ key, shortName }) => [key, shortName]));
	return {
		areas: known.map(({ key, shortName }) => ({ key, shortName, count: counts[key] ?? 0 })),
		months,
		area: area ? { key: area.key, shortName: area.shortName, text: area.text } : null,
		month: month ?? null,
		stories: found.stories.map((one) => shown(one, names)),
		total: found.total,
		page: found.page,
		pages: found.pages
	};
};
