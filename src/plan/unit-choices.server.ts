/** The units a plan of a certain day can name, grouped for a select. */
import { asc } from 'drizzle-orm';
import type { Day } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import type { Ctx } from '#people/actor.ts';
import { unit } from '#people/schema.server.ts';
import { unitKinds, validOn, type UnitKind } from '#people/unit.ts';

export type UnitGroup = { label: string; units: { id: number; name: string; shortName: string }[] };

/** Valid on the day, plus those already chosen: a choice never disappears from the form it was made in. */
export async function unitChoices(ctx: Ctx, on: Day, chosen: number[] = []): Promise<UnitGroup[]> {
	const rows = await read(ctx, (tx) => tx.select().from(unit).orderBy(asc(unit.id)));
	const offered = rows.filter((row) => validOn(row, on) || chosen.includes(row.id));
	return (Object.keys(unitKinds) as UnitKind[]).flatMap((kind) => {
		const units = offered
			.filter((row) => row.kind === kind)
			.map(({ id, name, shortName }) => ({ id, name, shortName }));
		return units.length ? [{ label: unitKinds[kind], units }] : [];
	});
}
