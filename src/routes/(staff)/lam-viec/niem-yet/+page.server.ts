import * as boards from '#procedures/boards.server.ts';
import * as duties from '#procedures/duties.server.ts';
import { refusals } from '#procedures/policy.ts';
import { quarterOf } from '#procedures/quarter.ts';
import { dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { show } from '../../../answer.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx }, url }) =>
	show(async () => {
		const today = dayOf(ctx.now);
		const quarter = quarterOf(today);
		return {
			today,
			quarter,
			...(await read(ctx, async (tx) => ({
				lines: await boards.overview(tx, ctx),
				timeliness: await duties.timeliness(tx, ctx, { from: quarter.from, to: quarter.to })
			}))),
			manage: refusals(ctx.actor, 'manage_places'),
			done: url.searchParams.get('xong')
		};
	});
