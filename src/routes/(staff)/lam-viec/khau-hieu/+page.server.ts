import { bannerSizes } from '#content/prints/banner.ts';
import { sloganStates, type SloganState } from '#content/slogan.ts';
import * as slogans from '#content/slogans.server.ts';
import { show } from '../../../answer.server.ts';
import type { PageServerLoad } from './$types';

/** What somebody has to do first. */
const order: SloganState[] = ['overdue', 'to_approve', 'to_hang', 'hanging', 'down'];

export const load: PageServerLoad = ({ locals: { ctx }, url }) =>
	show(async () => {
		const all = await slogans.list(ctx);
		return {
			groups: order
				.map((state) => ({
					state,
					label: sloganStates[state],
					slogans: all
						.filter((one) => one.state === state)
						.map(({ id, text, place, size, hangsFrom, hangsTo, hungCount, lockVersion }) => ({
							id,
							text,
							place,
							size: bannerSizes[size].short,
							hangsFrom,
							hangsTo,
							hungCount,
							lockVersion
						}))
				}))
				.filter((group) => group.slogans.length > 0),
			refusals: (await slogans.beginning(ctx)).refusals,
			done: url.searchParams.get('xong')
		};
	});
