/** `GET /api/v1/procedures.json`: the whole catalogue of a day with every field; `?download` saves it as a file. */
import { dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { lastChange } from '#procedures/open-data.server.ts';
import { catalogueOn } from '#procedures/reading.server.ts';
import { answer } from '../../answer.server.ts';
import { dayAsked } from '../procedures/day.ts';
import { wholeProcedure } from '../procedures/item.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { ctx } = event.locals;
	const { searchParams, origin } = event.url;
	let on = dayOf(ctx.now);
	let changed: Date | null = null;
	const response = await answer(event, async () => {
		on = dayAsked(searchParams, on);
		const versions = await read(ctx, async (tx) => {
			changed = await lastChange(tx);
			return catalogueOn(tx, on);
		});
		return { on, total: versions.length, items: versions.map((one) => wholeProcedure(one, on, origin)) };
	});
	if (!response.ok) return response;
	if (changed) response.headers.set('last-modified', (changed as Date).toUTCString());
	if (searchParams.has('download'))
		response.headers.set('content-disposition', `attachment; filename="thu-tuc-${on}.json"`);
	return response;
};
