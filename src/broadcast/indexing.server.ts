/** What search knows of the radio: episodes that can be heard again, from the moment they were on the air. */
import { and, desc, eq, gte, lte, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { transact } from '#platform/db.server.ts';
import { replace } from '#search/index.server.ts';
import { searchEntry } from '#search/schema.server.ts';
import { playable, viewIn } from './episodes.server.ts';
import { episode, programme } from './schema.server.ts';

/** Sound may come after the script's approval, a little also after its hour; later nobody waits for it. */
const LOOKED_BACK = 60 * 86_400_000;
const MOST_BODY = 20_000;

/** Episodes that have been on the air and are not found yet; the worker asks every minute. Safe to run twice. */
export async function indexAired(ctx: Ctx): Promise<number> {
	return transact(ctx, async (tx) => {
		const rows = await tx
			.select({ id: episode.id, name: programme.name, about: programme.about })
			.from(episode)
			.innerJoin(programme, eq(programme.id, episode.programmeId))
			.where(
				and(
					eq(episode.state, 'approved'),
					lte(episode.airsAt, ctx.now),
					gte(episode.airsAt, new Date(ctx.now.getTime() - LOOKED_BACK)),
					sql`not exists (select from ${searchEntry} where ${searchEntry.kind} = 'broadcast' and ${searchEntry.key} = ${episode.id}::text)`
				)
			)
			.orderBy(desc(episode.airsAt))
			.limit(100);
		let found = 0;
		for (const { id, name, about } of rows) {
			const whole = await playable(tx, id);
			if (!whole) continue;
			const { segments } = await viewIn(tx, whole.row);
			await replace(tx, ctx, { kind: 'broadcast', key: String(id) }, [
				{
					kind: 'broadcast',
					key: String(id),
					url: `/phat-thanh/${id}`,
					title: whole.row.title,
					codes: [],
					aliases: [name, about, 'phát thanh', 'loa phường'].filter(Boolean),
					body: segments
						.map(({ title, written }) => `${title}. ${written}`)
						.join('\n')
						.slice(0, MOST_BODY),
					facets: {},
					shownFrom: whole.row.airsAt,
					shownTo: null,
					publishedAt: whole.row.airsAt
				}
			]);
			found++;
		}
		return found;
	});
}
