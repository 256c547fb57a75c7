import { z } from 'zod';
import * as asRun from '#broadcast/as-run.server.ts';
import { addDays, dayOf, isDay, startOfDay } from '#platform/clock.ts';
import { show } from '../../../../answer.server.ts';
import type { PageServerLoad } from './$types';

const day = z.string().refine(isDay);

/** A month back unless asked otherwise. */
export const load: PageServerLoad = ({ locals: { ctx }, url }) =>
	show(async () => {
		const today = dayOf(ctx.now);
		const from = day.catch(addDays(today, -30)).parse(url.searchParams.get('tu'));
		const to = day.catch(today).parse(url.searchParams.get('den'));
		return { from, to, lines: await asRun.log(ctx, startOfDay(from), startOfDay(addDays(to, 1))) };
	});
