import { channels, type Channel } from '#plan/channel.ts';
import * as progress from '#plan/progress.server.ts';
import { UNNAMED } from '#plan/progress.ts';
import { isDay } from '#platform/clock.ts';
import { show } from '../../../../answer.server.ts';
import { optionalNumber } from '../../ke-hoach/address.ts';
import type { PageServerLoad } from './$types';

const day = (text: string | null) => (text && isDay(text) ? text : undefined);

/** `?area=digital&month=2026-03`, `?channel=radio`, `?task=12&from=…&to=…`; `area=-` is evidence that names no area. */
export const load: PageServerLoad = ({ locals, url }) =>
	show(async () => {
		const given = url.searchParams;
		const area = given.get('area');
		const channel = given.get('channel');
		const month = given.get('month');
		const question = {
			planId: optionalNumber(given.get('plan')),
			areaKey: area === '-' ? UNNAMED : (area ?? undefined),
			channel: channel && channel in channels ? (channel as Channel) : undefined,
			month: month && isDay(`${month}-01`) ? month : undefined,
			taskId: optionalNumber(given.get('task')),
			from: day(given.get('from')),
			to: day(given.get('to'))
		};
		const found = await progress.behind(locals.ctx, question);
		return {
			question,
			plan: { id: found.plan.id, title: found.plan.title, number: found.plan.number },
			area: found.areas.find((one) => one.key === question.areaKey) ?? null,
			areas: found.areas,
			tasks: found.tasks.map(({ id, no, title, lead, leadText, standing, measureUnit }) => ({
				id,
				no,
				title,
				lead: lead?.shortName ?? leadText ?? '',
				standing,
				measureUnit
			})),
			total: found.cells.reduce(
				(sum, cell) => ({
					planned: sum.planned + cell.planned,
					done: sum.done + cell.done,
					missing: sum.missing + cell.missing
				}),
				{ planned: 0, done: 0, missing: 0 }
			),
			evidence: found.evidence
		};
	});
