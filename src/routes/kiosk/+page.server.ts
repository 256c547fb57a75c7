import { dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import * as openData from '#procedures/open-data.server.ts';
import { belongsTo, lifeEvents } from './life-events.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	const on = dayOf(ctx.now);
	const { items, total } = await read(ctx, (tx) => openData.list(tx, { on, limit: 5000, offset: 0 }));
	const tiles = lifeEvents
		.map(({ key, label, such, drawing, ...event }) => ({
			key,
			label,
			such,
			drawing,
			count: items.filter((one) => belongsTo({ key, label, such, drawing, ...event }, one)).length
		}))
		.filter(({ count }) => count > 0);
	return { tiles, total, fields: new Set(items.map(({ field }) => field)).size };
};
