import { deliveryStates } from '#channels/delivery.ts';
import * as deliveries from '#channels/deliveries.server.ts';
import { refusals as channelRefusals } from '#channels/policy.ts';
import * as dispatch from '#content/dispatch.server.ts';
import { editionOutlets, formOf, type Written } from '#content/edition.ts';
import * as editions from '#content/editions.server.ts';
import * as sheets from '#content/sheets.server.ts';
import { show } from '../../../../../answer.server.ts';
import { doing, listOf, momentOf, numberOf, textOf } from '../../../phat-thanh/doing.server.ts';
import { storyId } from '../../story-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx }, params, url }) =>
	show(async () => {
		const id = storyId(params.id);
		const { editions: all, title, refusals } = await editions.list(ctx, id);
		const sheet = await sheets.look(ctx, id);
		const looks = channelRefusals(ctx.actor, 'look').length === 0;
		const offer = looks ? await dispatch.offer(ctx, id) : null;
		return {
			id,
			title,
			editions: all.map((one) => {
				const form = formOf(one.outlet);
				return {
					...one,
					name: editionOutlets[one.outlet],
					parts: (['title', 'summary', 'text', 'hashtags'] as const)
						.filter((part) => form.parts.includes(part))
						.map((part) => ({
							part,
							limit: form[part],
							value: part === 'hashtags' ? one.message.hashtags.join(' ') : one.message[part],
							derived: part === 'hashtags' ? one.derived.hashtags.join(' ') : one.derived[part],
							written: one.written.includes(part)
						})),
					byHand: form.byHand
				};
			}),
			refusals,
			signed: sheet.signed,
			fallen: sheet.fallen && {
				...sheet.fallen,
				changed: sheet.fallen.changed.map((outlet) =>
					outlet === 'portal' ? 'bài trên Cổng' : editionOutlets[outlet as keyof typeof editionOutlets]
				)
			},
			offer,
			deliveries: looks
				? (await deliveries.ofStory(ctx, id)).map(
						({ id: deliveryId, accountName, state, plannedAt, sentAt, trouble }) => ({
							id: deliveryId,
							accountName,
							state,
							stateWords: deliveryStates[state],
							plannedAt,
							sentAt,
							trouble
						})
					)
				: [],
			done: url.searchParams.get('xong')
		};
	});

export const actions: Actions = {
	viet: (event) =>
		doing(event, 'viet', (values) => {
			const written: Written = {};
			for (const part of ['title', 'summary', 'text'] as const)
				if (typeof values[part] === 'string') written[part] = textOf(values[part]);
			if (typeof values['hashtags'] === 'string')
				written.hashtags = textOf(values['hashtags'])
					.split(/[\s,#]+/)
					.filter(Boolean);
			return editions.write(event.locals.ctx, storyId(event.params.id), textOf(values['outlet']), {
				wanted: values['wanted'] === 'on',
				written,
				version: numberOf(values['version'])
			});
		}),
	/** Back to what the story says. */
	theo_bai: (event) =>
		doing(event, 'theo_bai', (values) =>
			editions.write(event.locals.ctx, storyId(event.params.id), textOf(values['outlet']), {
				wanted: true,
				written: {},
				version: numberOf(values['version'])
			})
		),
	gui: (event) =>
		doing(event, 'gui', (values) => {
			const at = textOf(values['when']) === 'now' ? event.locals.ctx.now : momentOf(values['at']);
			return dispatch.send(
				event.locals.ctx,
				storyId(event.params.id),
				listOf(values['accounts']).map((account) => ({ accountId: numberOf(account), at }))
			);
		})
};
