import * as plans from '#plan/plans.server.ts';
import * as progress from '#plan/progress.server.ts';
import { completionRules, type CompletionRule } from '#plan/progress.ts';
import { dayOf } from '#platform/clock.ts';
import { show } from '../../../answer.server.ts';
import { optionalNumber } from '../ke-hoach/address.ts';
import type { PageServerLoad } from './$types';
import { windowsOf } from './windows.ts';

export const load: PageServerLoad = ({ locals, url }) =>
	show(async () => {
		const issued = (await plans.list(locals.ctx)).filter((plan) => plan.state === 'in_force');
		const year = Number(dayOf(locals.ctx.now).slice(0, 4));
		const asked = optionalNumber(url.searchParams.get('plan'));
		const planId = asked ?? issued.find((plan) => plan.year === year)?.id ?? issued[0]?.id;
		if (planId === undefined) return { plans: issued, overview: null };
		const planYear = (await plans.byId(locals.ctx, planId)).plan.year;
		const windows = windowsOf(planYear);
		const window = windows.find((one) => one.key === url.searchParams.get('ky')) ?? windows[0]!;
		const rule: Partial<CompletionRule> = {};
		for (const part of ['count', 'late', 'waived'] as const) {
			const given = url.searchParams.get(part);
			if (given && given in completionRules[part]) Object.assign(rule, { [part]: given });
		}
		const found = await progress.overview(locals.ctx, { planId, from: window.from, to: window.to, rule });
		const { plan, ...rest } = found;
		return {
			plans: issued,
			windows,
			window,
			overview: {
				...rest,
				plan: { id: plan.id, year: plan.year, title: plan.title, number: plan.number },
				tasks: rest.tasks.map(({ id, no, title, lead, leadText, recurrence, standing, measureUnit }) => ({
					id,
					no,
					title,
					lead: lead?.shortName ?? leadText ?? '',
					recurrence,
					standing,
					measureUnit
				})),
				overdue: rest.overdue.map((task) => task.id)
			}
		};
	});
