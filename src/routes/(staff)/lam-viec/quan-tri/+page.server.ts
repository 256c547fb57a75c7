import * as persons from '#people/persons.server.ts';
import { validOn } from '#people/unit.ts';
import { dayOf } from '#platform/clock.ts';
import { show } from '../../../answer.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx } }) =>
	show(async () => {
		const today = dayOf(ctx.now);
		const all = await persons.list(ctx);
		return {
			persons: all.map(({ id, name, signInName, leftAt, positions, account }) => ({
				id,
				name,
				signInName,
				leftAt,
				account,
				positions: positions.filter((held) => validOn(held, today))
			})),
			now: ctx.now
		};
	});
