/** What a place's form offers: units of today, fields of the catalogue. */
import type { Ctx } from '#people/actor.ts';
import * as units from '#people/units.server.ts';
import * as boards from '#procedures/boards.server.ts';
import { dayOf } from '#platform/clock.ts';
import type { Transaction } from '#platform/db.server.ts';

export async function choices(tx: Transaction, ctx: Ctx, chosen: string[] = []) {
	const today = dayOf(ctx.now);
	const fields = await boards.fieldsOn(tx, today);
	return {
		units: (await units.unitsOn(tx, today))
			.filter(({ kind }) => kind !== 'superior')
			.map(({ id, name }) => ({ id, name })),
		fields: [...new Set([...fields, ...chosen])].sort((a, b) => a.localeCompare(b, 'vi'))
	};
}
