import { drawBanner } from '#content/prints/banner.server.ts';
import { bannerSizes, bannerStyles, reach, smallLetters, type BannerSize } from '#content/prints/banner.ts';
import { sloganStates } from '#content/slogan.ts';
import * as slogans from '#content/slogans.server.ts';
import { dayOf } from '#platform/clock.ts';
import { show } from '../../../../answer.server.ts';
import { numberIn } from '../../ke-hoach/address.ts';
import { doing, numberOf, textOf } from '../../phat-thanh/doing.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx }, params, url }) =>
	show(async () => {
		const one = await slogans.get(ctx, numberIn(params.id));
		const { text, style, wardName } = one;
		const banners = (Object.keys(bannerSizes) as BannerSize[])
			.map((size) => {
				const { setting } = drawBanner({ text, size, style, wardName });
				const { width, height, label } = bannerSizes[size];
				return {
					size,
					label,
					width,
					height,
					upright: height > width,
					lines: setting.lines,
					...reach(setting.size),
					small: smallLetters(size, setting.size)
				};
			})
			.sort((a, b) => Number(b.size === one.size) - Number(a.size === one.size));
		return {
			slogan: { ...one, stateLabel: sloganStates[one.state], styleLabel: bannerStyles[style] },
			banners,
			today: dayOf(ctx.now),
			done: url.searchParams.get('xong')
		};
	});

export const actions: Actions = {
	duyet: (event) =>
		doing(event, 'duyet', (values) =>
			slogans.approve(event.locals.ctx, numberIn(event.params.id), numberOf(values['lockVersion']))
		),
	treo: (event) =>
		doing(event, 'treo', (values) =>
			slogans.hang(event.locals.ctx, numberIn(event.params.id), {
				on: textOf(values['hungOn']),
				count: numberOf(values['hungCount'])
			})
		),
	go: (event) =>
		doing(event, 'go', (values) =>
			slogans.takeDown(event.locals.ctx, numberIn(event.params.id), textOf(values['takenDownOn']))
		),
	bo: (event) =>
		doing(
			event,
			'bo',
			() => slogans.remove(event.locals.ctx, numberIn(event.params.id)),
			'/lam-viec/khau-hieu'
		)
};
