import { validOn } from '#people/unit.ts';
import * as units from '#people/units.server.ts';
import { dayOf, isDay } from '#platform/clock.ts';
import { show } from '../../../../answer.server.ts';
import { mustEditUnits } from './may.server.ts';
import type { PageServerLoad } from './$types';

/** The units of a day; today unless another is asked for, so that the list of 2023 can be looked at as it was. */
export const load: PageServerLoad = ({ locals: { ctx }, url }) =>
	show(async () => {
		mustEditUnits(ctx);
		const today = dayOf(ctx.now);
		const asked = url.searchParams.get('ngay') ?? '';
		const day = isDay(asked) ? asked : today;
		const [all, holders] = await Promise.all([units.list(ctx), units.holders(ctx)]);
		return {
			today,
			day,
			units: all
				.filter((unit) => validOn(unit, day))
				.map((unit) => ({ ...unit, holders: day === today ? (holders.get(unit.id) ?? []) : [] })),
			names: Object.fromEntries(all.map(({ id, name }) => [id, name]))
		};
	});
