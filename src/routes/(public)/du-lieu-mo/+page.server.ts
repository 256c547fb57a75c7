import { dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { lastChange, statistics } from '#procedures/open-data.server.ts';
import { columns } from '../../api/v1/procedures.csv/columns.ts';
import { forEveryone } from '../portal.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, setHeaders }) => {
	setHeaders(forEveryone);
	const today = dayOf(ctx.now);
	const { counted, changed } = await read(ctx, async (tx) => ({
		counted: await statistics(tx, today),
		changed: await lastChange(tx)
	}));
	return {
		total: counted.total,
		fields: counted.byField.length,
		changed,
		today,
		columns: columns.map(({ name, what }) => ({ name, what }))
	};
};
