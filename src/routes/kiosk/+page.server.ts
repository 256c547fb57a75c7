import { dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { belongsTo, lifeEvents } from '#procedures/life-events.ts';
import * as openData from '#procedures/open-data.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	const on = dayOf(ctx.now);
	const { items, total } = await read(ctx, (tx) => openData.list(tx, { on, limit: 5000, offset: 0 }));
	const tiles = lifeEvents
		.filter((event) => items.some((one) => belongsTo(event, one)))
		.map(({ key, label, such, drawing }) => ({ key, label, such, drawing }));
	return { tiles, total };
};
