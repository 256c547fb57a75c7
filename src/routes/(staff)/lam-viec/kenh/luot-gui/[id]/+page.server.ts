import { deliveryStates, figureNames, type Figures } from '#channels/delivery.ts';
import * as deliveries from '#channels/deliveries.server.ts';
import { forms, outlets } from '#channels/forms.ts';
import { moveRefusals } from '#channels/policy.ts';
import { show } from '../../../../../answer.server.ts';
import { doing, numberOf, textOf } from '../../../phat-thanh/doing.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx }, params, url }) =>
	show(async () => {
		const { delivery, attempts, photo } = await deliveries.get(ctx, numberOf(params.id));
		const { figures, ...row } = delivery;
		return {
			delivery: {
				id: row.id,
				message: row.message,
				state: row.state,
				kind: outlets[row.kind],
				byHand: forms[row.kind].byHand,
				accountId: row.accountId,
				accountName: row.accountName,
				accountTrouble: row.accountTrouble,
				plannedAt: row.plannedAt,
				nextTryAt: row.nextTryAt,
				sentAt: row.sentAt,
				remoteId: row.remoteId,
				remoteUrl: row.remoteUrl,
				trouble: row.trouble,
				place: row.place,
				counted: row.counted,
				storyId: row.storyId,
				taskId: row.taskId
			},
			photo,
			figures: Object.entries(figures)
				.filter(([name]) => name in figureNames)
				.map(([name, value]) => ({ name: figureNames[name as keyof Figures], value })),
			figuresAt: row.figuresAt,
			stateWords: deliveryStates[row.state],
			attempts: attempts.map(({ no, act, begunAt, endedAt, outcome, words }) => ({
				no,
				act,
				begunAt,
				endedAt,
				outcome,
				words
			})),
			refusals: {
				retry: moveRefusals(ctx.actor, 'retry', row.state),
				cancel: moveRefusals(ctx.actor, 'cancel', row.state),
				say: moveRefusals(ctx.actor, 'say_there', row.state),
				confirm: moveRefusals(ctx.actor, 'confirm', row.state)
			},
			done: url.searchParams.get('xong')
		};
	});

export const actions: Actions = {
	gui_lai: (event) =>
		doing(event, 'gui_lai', () => deliveries.retry(event.locals.ctx, numberOf(event.params.id))),
	huy: (event) =>
		doing(event, 'huy', (values) =>
			deliveries.cancel(event.locals.ctx, numberOf(event.params.id), textOf(values['reason']))
		),
	da_co: (event) =>
		doing(event, 'da_co', (values) =>
			deliveries.say(event.locals.ctx, numberOf(event.params.id), true, textOf(values['url']))
		),
	chua_co: (event) =>
		doing(event, 'chua_co', () => deliveries.say(event.locals.ctx, numberOf(event.params.id), false)),
	xac_nhan: (event) =>
		doing(event, 'xac_nhan', async (values, form) => {
			const photo = form.get('photo');
			await deliveries.confirm(event.locals.ctx, numberOf(event.params.id), {
				place: textOf(values['place']),
				counted: Number(textOf(values['counted'])),
				photo:
					photo instanceof File && photo.size > 0
						? { name: photo.name, bytes: new Uint8Array(await photo.arrayBuffer()) }
						: undefined
			});
		})
};
