import { deliveryStates } from '#channels/delivery.ts';
import * as deliveries from '#channels/deliveries.server.ts';
import { moveRefusals } from '#channels/policy.ts';
import { show } from '../../../../answer.server.ts';
import { doing, numberOf } from '../../phat-thanh/doing.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx }, url }) =>
	show(async () => ({
		deliveries: (await deliveries.troubled(ctx)).map(
			({ id, message, accountName, accountTrouble, state, trouble, plannedAt, storyId }) => ({
				id,
				title: message.title,
				accountName,
				accountTrouble,
				state,
				stateWords: deliveryStates[state],
				trouble,
				plannedAt,
				storyId,
				refusals: state === 'failed' ? moveRefusals(ctx.actor, 'retry', state) : []
			})
		),
		done: url.searchParams.get('xong')
	}));

export const actions: Actions = {
	gui_lai: (event) =>
		doing(event, 'gui_lai', (values) => deliveries.retry(event.locals.ctx, numberOf(values['id'])))
};
