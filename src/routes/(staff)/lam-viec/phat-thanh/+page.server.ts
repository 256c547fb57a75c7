import * as episodes from '#broadcast/episodes.server.ts';
import * as programmes from '#broadcast/programmes.server.ts';
import { refusals } from '#broadcast/policy.ts';
import { addDays, dayOf, startOfDay } from '#platform/clock.ts';
import { show } from '../../../answer.server.ts';
import { doing, momentOf, numberOf, textOf } from './doing.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A fortnight ahead, with what every episode still lacks. */
export const load: PageServerLoad = ({ locals: { ctx }, url }) =>
	show(async () => {
		const today = dayOf(ctx.now);
		const listed = await episodes.between(ctx, startOfDay(today), startOfDay(addDays(today, 15)));
		const days = [...new Set(listed.map(({ airsAt }) => dayOf(airsAt)))];
		return {
			days: days.map((day) => ({ day, episodes: listed.filter(({ airsAt }) => dayOf(airsAt) === day) })),
			programmes: (await programmes.list(ctx)).map(({ id, name }) => ({ id, name })),
			lacking: listed.filter((one) => one.lacking.length > 0).length,
			refusals: { write: refusals(ctx.actor, 'write_script') },
			done: url.searchParams.get('xong')
		};
	});

export const actions: Actions = {
	them: (event) =>
		doing(event, 'them', (values) =>
			episodes.addSpecial(event.locals.ctx, {
				programmeId: numberOf(values['programmeId']),
				title: textOf(values['title']),
				airsAt: momentOf(values['airsAt'])
			})
		)
};
