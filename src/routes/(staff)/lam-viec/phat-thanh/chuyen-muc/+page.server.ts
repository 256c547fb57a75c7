import { segmentKinds } from '#broadcast/episode.ts';
import * as episodes from '#broadcast/episodes.server.ts';
import { refusals } from '#broadcast/policy.ts';
import * as filling from '#broadcast/filling.server.ts';
import * as programmes from '#broadcast/programmes.server.ts';
import * as areas from '#content/areas.server.ts';
import { answersForRadio } from '#feedback/for-radio.server.ts';
import { dayOf } from '#platform/clock.ts';
import { show } from '../../../../answer.server.ts';
import { doing, listOf, minuteOf, numberOf, textOf } from '../doing.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx }, url }) =>
	show(async () => ({
		programmes: await programmes.list(ctx),
		kinds: Object.entries(segmentKinds),
		...(await areas.choices(ctx)),
		today: dayOf(ctx.now),
		refusals: refusals(ctx.actor, 'run_station'),
		done: url.searchParams.get('xong')
	}));

const usual = ['opening', 'story', 'procedure', 'answer', 'closing'] as const;

function givenIn(values: Record<string, unknown>): programmes.ProgrammeGiven {
	const template = listOf(values['template']).filter((kind): kind is keyof typeof segmentKinds =>
		Object.hasOwn(segmentKinds, kind)
	);
	return {
		name: textOf(values['name']),
		about: textOf(values['about']),
		areaKey: textOf(values['areaKey']) || null,
		taskId: numberOf(values['taskId']) || null,
		template: template.length > 0 ? template : [...usual],
		minutes: numberOf(values['minutes'])
	};
}

export const actions: Actions = {
	lap: (event) => doing(event, 'lap', (values) => programmes.create(event.locals.ctx, givenIn(values))),
	sua: (event) =>
		doing(event, 'sua', (values) =>
			programmes.edit(
				event.locals.ctx,
				numberOf(values['id']),
				givenIn(values),
				numberOf(values['lockVersion'])
			)
		),
	khung: (event) =>
		doing(event, 'khung', async (values) => {
			const { ctx } = event.locals;
			const repeats = numberOf(values['repeatsSlotId']);
			await programmes.addSlot(ctx, numberOf(values['programmeId']), {
				recurrence: 'weekly',
				weekdays: listOf(values['weekdays']).map(numberOf),
				atMinute: minuteOf(values['at']),
				repeatsSlotId: repeats > 0 ? repeats : null,
				onDayOff:
					textOf(values['onDayOff']) === 'skip'
						? 'skip'
						: textOf(values['onDayOff']) === 'next_day'
							? 'next_day'
							: 'keep',
				validFrom: textOf(values['validFrom'])
			});
			// Nobody has to wait for the worker's hour to see the episodes.
			await episodes.makeAhead(ctx);
			await filling.fillAhead(ctx, await answersForRadio(ctx));
		}),
	ket_thuc_khung: (event) =>
		doing(event, 'ket_thuc_khung', (values) =>
			programmes.endSlot(event.locals.ctx, numberOf(values['slotId']), textOf(values['validTo']))
		),
	ket_thuc: (event) =>
		doing(event, 'ket_thuc', (values) =>
			programmes.retire(event.locals.ctx, numberOf(values['id']), numberOf(values['lockVersion']))
		)
};
