import { categories, type Category } from '#feedback/case.ts';
import * as figures from '#feedback/figures.server.ts';
import * as published from '#feedback/published.server.ts';
import { dayOf } from '#platform/clock.ts';
import { forEveryone } from '../portal.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders }) => {
	setHeaders(forEveryone);
	const year = dayOf(ctx.now).slice(0, 4);
	const [known, counted] = await Promise.all([
		published.choices(ctx),
		figures.count(ctx, { from: `${year}-01-01`, to: `${year}-12-31` })
	]);
	const asked = (name: string): string => url.searchParams.get(name) ?? '';
	// What is not in the lists is not a filter: an old or mistyped address shows everything instead of nothing.
	const wanted = {
		category: known.categories.find((one) => one === asked('linh-vuc')) ?? null,
		unitId: known.units.find(({ id }) => String(id) === asked('don-vi'))?.id ?? null,
		month: known.months.find((one) => one === asked('thang')) ?? null,
		words: asked('q').slice(0, 200).trim()
	};
	const found = await published.list(ctx, {
		...(wanted.category ? { category: wanted.category } : {}),
		...(wanted.unitId ? { unitId: wanted.unitId } : {}),
		...(wanted.month ? { month: wanted.month } : {}),
		words: wanted.words,
		page: Number(asked('trang')) || 1
	});
	return {
		year,
		wanted,
		known: {
			...known,
			categories: known.categories.map((key: Category) => ({ key, label: categories[key].label }))
		},
		figures: counted.total,
		lines: found.lines.map(({ category, ...line }) => ({ ...line, category: categories[category].label })),
		total: found.total,
		page: found.page,
		pages: found.pages
	};
};
