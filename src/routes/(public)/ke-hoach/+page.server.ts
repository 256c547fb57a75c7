import * as plans from '#plan/plans.server.ts';
import { dayOf } from '#platform/clock.ts';
import { forEveryone } from '../portal.ts';
import { countStages, isStage, stageOf } from '../progress.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders }) => {
	setHeaders(forEveryone);
	const today = dayOf(ctx.now);
	const inForce = (await plans.list(ctx)).filter(({ state }) => state === 'in_force');
	const years = [...new Set(inForce.map(({ year }) => year))].sort((a, b) => b - a);
	const asked = Number(url.searchParams.get('nam'));
	const thisYear = Number(today.slice(0, 4));
	const year = years.includes(asked) ? asked : (years.find((one) => one <= thisYear) ?? years[0]);
	const progress = year === undefined ? undefined : await plans.publicProgress(ctx, year);
	if (year === undefined || !progress) return { years, year: null, plan: null };

	const area = progress.areas.find(({ key }) => key === url.searchParams.get('noi-dung')) ?? null;
	const asks = url.searchParams.get('tinh-trang');
	const stage = isStage(asks) ? asks : null;
	const tasks = progress.tasks.map((task) => ({ ...task, stage: stageOf(task) }));
	const source = await plans.current(ctx, year);
	return {
		years,
		year,
		plan: {
			...progress.plan,
			total: progress.total,
			counts: countStages(tasks),
			areas: progress.areas.map((one) => {
				const own = tasks.filter(({ areaKeys }) => areaKeys.includes(one.key));
				return { ...one, total: own.length, counts: countStages(own) };
			}),
			tasks: tasks.filter(
				(task) => (!area || task.areaKeys.includes(area.key)) && (!stage || task.stage === stage)
			),
			hasSource: Boolean(source?.sourceFileId ?? source?.sourceText)
		},
		area,
		stage,
		today,
		/** A past year is told as it ended, not as "still doing". */
		past: year < thisYear
	};
};
