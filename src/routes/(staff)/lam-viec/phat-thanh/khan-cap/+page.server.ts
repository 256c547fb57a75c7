import * as areas from '#broadcast/areas.server.ts';
import * as emergencies from '#broadcast/emergencies.server.ts';
import { refusals } from '#broadcast/policy.ts';
import { show } from '../../../../answer.server.ts';
import { doing, listOf, momentOf, numberOf, textOf } from '../doing.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx }, url }) =>
	show(async () => ({
		messages: (await emergencies.list(ctx)).map((row) => ({
			...row,
			refusals: {
				confirm: emergencies.actRefusals(ctx.actor, 'confirm', row),
				lift: emergencies.actRefusals(ctx.actor, 'lift', row)
			}
		})),
		areas: (await areas.list(ctx)).map(({ id, name }) => ({ id, name })),
		refusals: refusals(ctx.actor, 'draft_emergency'),
		done: url.searchParams.get('xong')
	}));

export const actions: Actions = {
	soan: (event) =>
		doing(event, 'soan', (values) => {
			const { ctx } = event.locals;
			const until = textOf(values['until']);
			const repeat = textOf(values['repeatMinutes']);
			return emergencies.draft(ctx, {
				title: textOf(values['title']),
				text: textOf(values['text']),
				orderedBy: textOf(values['orderedBy']),
				receivedAt: textOf(values['receivedAt']) ? momentOf(values['receivedAt']) : ctx.now,
				repeatMinutes: repeat === '' ? null : numberOf(repeat),
				until: until === '' ? null : momentOf(until),
				areaIds: listOf(values['areaIds']).map(numberOf)
			});
		}),
	xac_nhan: (event) =>
		doing(event, 'xac_nhan', (values) => emergencies.confirm(event.locals.ctx, numberOf(values['id']))),
	dung: (event) =>
		doing(event, 'dung', (values) => emergencies.lift(event.locals.ctx, numberOf(values['id'])))
};
