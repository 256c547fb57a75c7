/** The list of a quarter with its figures, for the page and the Word file. */
import { error } from '@sveltejs/kit';
import type { Ctx } from '#people/actor.ts';
import * as changes from '#procedures/changes.server.ts';
import * as duties from '#procedures/duties.server.ts';
import * as places from '#procedures/places.server.ts';
import { publishedLines } from '#procedures/published-list.ts';
import { quarterNamed, quarterOf, type Quarter } from '#procedures/quarter.ts';
import * as register from '#procedures/register.server.ts';
import { dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';

export function quarterIn(ctx: Pick<Ctx, 'now'>, url: URL): Quarter {
	const asked = url.searchParams.get('quy');
	if (!asked) return quarterOf(dayOf(ctx.now));
	return quarterNamed(asked) ?? error(404, 'Không hiểu quý cần xem. Địa chỉ đúng có dạng ?quy=2026-Q4.');
}

export async function listOf(ctx: Ctx, quarter: Quarter) {
	return read(ctx, async (tx) => {
		const named = await places.list(
			tx,
			{ actor: { kind: 'robot', name: 'danh-muc-quy' } },
			{ retired: true }
		);
		return {
			lines: publishedLines(
				await changes.publishedIn(tx, quarter),
				await register.postedDays(tx, quarter),
				new Map(named.map(({ id, name }) => [id, name]))
			),
			timeliness: await duties.timeliness(tx, ctx, quarter),
			postings: await register.postingsIn(tx, quarter)
		};
	});
}
