import { segmentKinds } from '#broadcast/episode.ts';
import * as episodes from '#broadcast/episodes.server.ts';
import { addDays, dayOf } from '#platform/clock.ts';
import { show } from '../../../../answer.server.ts';
import type { PageServerLoad } from './$types';

/** What waits for a voice in the coming fortnight, the nearest first. */
export const load: PageServerLoad = ({ locals: { ctx } }) =>
	show(async () => {
		const until = new Date(`${addDays(dayOf(ctx.now), 15)}T00:00:00+07:00`);
		const waiting = [];
		for (const { id, title, airsAt, state, lacking } of await episodes.between(ctx, ctx.now, until)) {
			if (state === 'cancelled' || lacking.length === 0) continue;
			const { segments } = await episodes.view(ctx, id);
			const toRead = segments
				.filter((one) => !episodes.isMusic(one.kind) && one.spoken.trim() !== '' && one.lacks)
				.map((one) => ({
					id: one.id,
					title: one.title || segmentKinds[one.kind],
					lacks: one.lacks!,
					estimateMs: one.estimateMs ?? 0
				}));
			if (toRead.length > 0) waiting.push({ id, title, airsAt, approved: state === 'approved', toRead });
		}
		return { waiting };
	});
