import * as plans from '#plan/plans.server.ts';
import { planRefusals } from '#plan/policy.ts';
import { dayOf } from '#platform/clock.ts';
import { show } from '../../../answer.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	show(async () => ({
		plans: await plans.list(locals.ctx),
		year: Number(dayOf(locals.ctx.now).slice(0, 4)),
		reasons: planRefusals(locals.ctx.actor, 'import')
	}));
