import * as areas from '#content/areas.server.ts';
import * as published from '#content/published.server.ts';
import * as answers from '#feedback/published.server.ts';
import * as plans from '#plan/plans.server.ts';
import { addDays, dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import * as changes from '#procedures/changes.server.ts';
import * as visits from '#procedures/visits.server.ts';
import { forEveryone } from './portal.ts';
import { countStages } from './progress.ts';
import { shown } from './story.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, setHeaders }) => {
	setHeaders(forEveryone);
	const today = dayOf(ctx.now);
	const year = Number(today.slice(0, 4));
	const [{ areas: known }, counts, stories, progress, procedures, answered] = await Promise.all([
		areas.choices(ctx),
		published.countsPerArea(ctx),
		published.latest(ctx, 5),
		plans.publicProgress(ctx, year),
		read(ctx, async (tx) => ({
			popular: await visits.popular(tx, { from: addDays(today, -30), to: today, limit: 4 }),
			recent: await changes.changesBetween(tx, {
				from: addDays(today, -90),
				to: addDays(today, 400),
				limit: 3,
				offset: 0
			})
		})),
		answers.list(ctx, {})
	]);
	const names = Object.fromEntries(known.map(({ key, shortName }) => [key, shortName]));
	return {
		areas: known.map(({ key, shortName, text }) => ({ key, shortName, text, count: counts[key] ?? 0 })),
		stories: stories.map((one) => shown(one, names)),
		progress: progress
			? { year, total: progress.total, counts: countStages(progress.tasks), number: progress.plan.number }
			: null,
		procedures,
		answers: answered.lines
			.slice(0, 3)
			.map(({ slug, title, question, unitName }) => ({ slug, title, question, unitName })),
		today
	};
};
