import * as plans from '#plan/plans.server.ts';
import { occurrencesOf } from '#plan/task.ts';
import * as tasks from '#plan/tasks.server.ts';
import { dayOf } from '#platform/clock.ts';
import { show } from '../../../answer.server.ts';
import type { PageServerLoad } from './$types';
import { lineOf } from './task-line.ts';
import { queryOf } from './views.ts';

export const load: PageServerLoad = ({ locals, url }) =>
	show(async () => {
		const query = queryOf(url.searchParams);
		const today = dayOf(locals.ctx.now);
		const month = query.month ?? today.slice(0, 7);
		// The calendar shows its month; the other looks filter by it.
		const found = await tasks.list(
			locals.ctx,
			{
				unitId: query.unit,
				areaKey: query.area,
				state: query.state,
				mine: query.mine,
				words: query.words,
				month: query.view === 'lich' ? month : query.month
			},
			query.plan
		);
		const everything = found && (await tasks.list(locals.ctx, {}, found.plan.id));
		const units = new Map(
			(everything?.tasks ?? []).flatMap((task) =>
				[...(task.lead ? [task.lead] : []), ...task.cooperating].map((unit) => [unit.id, unit])
			)
		);
		return {
			query,
			today,
			month,
			found: found && {
				plan: found.plan,
				state: found.state,
				areas: found.areas,
				tasks: found.tasks.map(lineOf),
				all: found.all
			},
			units: [...units.values()].sort((a, b) => a.name.localeCompare(b.name, 'vi')),
			due:
				query.view === 'lich' && found
					? found.tasks.flatMap((task) =>
							occurrencesOf(task, found.plan.year)
								.filter((one) => one.planned > 0 && one.due.startsWith(month))
								.map((one) => ({ day: one.due, taskId: task.id, planned: one.planned }))
						)
					: [],
			plans: (await plans.list(locals.ctx)).map(({ id, year, number, title, state }) => ({
				id,
				year,
				number,
				title,
				state
			}))
		};
	});
