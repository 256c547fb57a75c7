import * as units from '#people/units.server.ts';
import type { Ctx } from '#people/actor.ts';
import { validOn } from '#people/unit.ts';
import { dayOf } from '#platform/clock.ts';

export async function unitsToday(ctx: Ctx): Promise<{ id: number; name: string }[]> {
	const today = dayOf(ctx.now);
	return (await units.list(ctx)).filter((one) => validOn(one, today)).map(({ id, name }) => ({ id, name }));
}
