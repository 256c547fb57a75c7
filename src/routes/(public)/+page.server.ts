import * as areas from '#content/areas.server.ts';
import * as published from '#content/published.server.ts';
import * as plans from '#plan/plans.server.ts';
import { dayOf } from '#platform/clock.ts';
import { forEveryone } from './portal.ts';
import { countStages } from './progress.ts';
import { shown } from './story.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, setHeaders }) => {
	setHeaders(forEveryone);
	const year = Number(dayOf(ctx.now).slice(0, 4));
	const [{ areas: known }, counts, stories, progress] = await Promise.all([
		areas.choices(ctx),
		published.countsPerArea(ctx),
		published.latest(ctx, 5),
		plans.publicProgress(ctx, year)
	]);
	const names = Object.fromEntries(known.map(({ key, shortName }) => [key, shortName]));
	return {
		areas: known.map(({ key, shortName, text }) => ({ key, shortName, text, count: counts[key] ?? 0 })),
		stories: stories.map((one) => shown(one, names)),
		progress: progress
			? { year, total: progress.total, counts: countStages(progress.tasks), number: progress.plan.number }
			: null,
		today: dayOf(ctx.now)
	};
};
