import * as announcements from '#procedures/announcements.server.ts';
import { openDuties } from '#procedures/duties.server.ts';
import { refusals } from '#procedures/policy.ts';
import { read } from '#platform/db.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const all = url.searchParams.get('xem') === 'moi-dot';
	const page = Math.min(Math.max(1, Math.trunc(Number(url.searchParams.get('trang'))) || 1), 100_000);
	return read(ctx, async (tx) => {
		const { sets, more } = await announcements.listSets(tx, {
			...(all ? {} : { kind: 'decision' as const }),
			page
		});
		const open = await openDuties(tx, ctx, { ahead: true });
		const left = Map.groupBy(open, ({ changeSetId }) => changeSetId);
		return {
			all,
			page,
			more,
			sets: sets.map((set) => ({ ...set, open: left.get(set.id)?.length ?? 0 })),
			reasons: refusals(ctx.actor, 'announce')
		};
	});
};
