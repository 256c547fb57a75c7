import { quarterAfter, quarterBefore } from '#procedures/quarter.ts';
import { dayOf } from '#platform/clock.ts';
import { show } from '../../../../answer.server.ts';
import { listOf, quarterIn } from './list.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx }, url }) =>
	show(async () => {
		const quarter = quarterIn(ctx, url);
		const after = quarterAfter(quarter);
		return {
			quarter,
			before: quarterBefore(quarter),
			after: after.from <= dayOf(ctx.now) ? after : null,
			...(await listOf(ctx, quarter))
		};
	});
