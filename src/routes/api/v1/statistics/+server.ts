/** `GET /api/v1/statistics`: what can be counted in public. */
import * as published from '#content/published.server.ts';
import * as feedback from '#feedback/figures.server.ts';
import { dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { statistics } from '#procedures/open-data.server.ts';
import { answer } from '../../answer.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	answer(event, async () => {
		const { ctx } = event.locals;
		const on = dayOf(ctx.now);
		const { changes, ...procedures } = await read(ctx, (tx) => statistics(tx, on));
		const stories = await published.list(ctx, { perPage: 1 });
		// Of this year so far; sums only, which point to nobody.
		const { total } = await feedback.forEverybody(ctx, { from: `${on.slice(0, 4)}-01-01`, to: on });
		return {
			on,
			procedures,
			changes: { year: Number(on.slice(0, 4)), byKind: changes },
			stories: { published: stories.total },
			feedback: { year: Number(on.slice(0, 4)), ...total }
		};
	});
