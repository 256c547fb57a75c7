import * as plans from '#plan/plans.server.ts';
import { planRefusals } from '#plan/policy.ts';
import { show } from '../../../answer.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	show(async () => ({
		plans: await plans.list(locals.ctx),
		reasons: planRefusals(locals.ctx.actor, 'import')
	}));
