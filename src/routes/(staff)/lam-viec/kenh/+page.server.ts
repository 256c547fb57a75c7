import { warnings } from '#channels/calendar.ts';
import { deliveryStates } from '#channels/delivery.ts';
import * as deliveries from '#channels/deliveries.server.ts';
import { moveRefusals } from '#channels/policy.ts';
import { addDays, dayOf, isDay, startOfDay } from '#platform/clock.ts';
import { show } from '../../../answer.server.ts';
import { doing, momentOf, numberOf, textOf } from '../phat-thanh/doing.server.ts';
import type { Actions, PageServerLoad } from './$types';

const WEEKS = 2;

/** Monday of the week a day lies in. */
function mondayOf(day: string): string {
	const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
	return addDays(day, -((weekday + 6) % 7));
}

export const load: PageServerLoad = ({ locals: { ctx }, url }) =>
	show(async () => {
		const asked = url.searchParams.get('tu') ?? '';
		const from = mondayOf(isDay(asked) ? asked : dayOf(ctx.now));
		const until = addDays(from, 7 * WEEKS);
		// What went out in the month before is looked at too: the same words again are warned of.
		const all = await deliveries.between(
			ctx,
			startOfDay(addDays(from, -35)),
			startOfDay(addDays(until, 1)),
			2000
		);
		const shown = all.filter(({ plannedAt }) => dayOf(plannedAt) >= from && dayOf(plannedAt) < until);
		const weeks = Array.from({ length: WEEKS }, (_, week) => ({
			from: addDays(from, week * 7),
			to: addDays(from, week * 7 + 6)
		}));
		return {
			from,
			before: addDays(from, -7 * WEEKS),
			after: until,
			today: dayOf(ctx.now),
			days: Array.from({ length: 7 * WEEKS }, (_, at) => {
				const day = addDays(from, at);
				return {
					day,
					items: shown
						.filter(({ plannedAt }) => dayOf(plannedAt) === day)
						.map(({ id, message, accountName, kind, state, plannedAt, lockVersion, tries, storyId }) => ({
							id,
							title: message.title,
							accountName,
							kind,
							state,
							stateWords: deliveryStates[state],
							plannedAt,
							lockVersion,
							storyId,
							movable:
								tries === 0 && moveRefusals(ctx.actor, 'move', state).length === 0 && plannedAt > ctx.now
						}))
				};
			}),
			warnings: warnings(
				all.filter(({ plannedAt }) => dayOf(plannedAt) < until),
				ctx.now,
				weeks.filter(({ to }) => to >= dayOf(ctx.now))
			).map(({ kind, words, ids }) => ({ kind, words, first: ids[0] })),
			troubled: (await deliveries.troubled(ctx)).length,
			done: url.searchParams.get('xong')
		};
	});

export const actions: Actions = {
	doi: (event) =>
		doing(
			event,
			'doi',
			(values) =>
				deliveries.move(
					event.locals.ctx,
					numberOf(values['id']),
					momentOf(values['at']),
					values['lockVersion'] === undefined ? undefined : numberOf(values['lockVersion'])
				),
			'/lam-viec/kenh'
		),
	huy: (event) =>
		doing(
			event,
			'huy',
			(values) => deliveries.cancel(event.locals.ctx, numberOf(values['id']), textOf(values['reason'])),
			'/lam-viec/kenh'
		)
};
