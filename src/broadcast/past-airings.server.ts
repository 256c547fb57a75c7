/**
 * Airings of before a console was there (sổ nhật ký giấy): planned as they stood in the station's book, so that lines
 * about them find their episode. Lengths are those of the sound, else estimated.
 */
import { eq } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { transact } from '#platform/db.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import { viewIn } from './episodes.server.ts';
import { refusals } from './policy.ts';
import { broadcastArea, episode, playoutItem } from './schema.server.ts';

/** Enters one; returns the key lines name it by, and its length. Twice does no harm. */
export async function enter(
	ctx: Ctx,
	episodeId: number,
	areaId: number
): Promise<{ key: string; durationMs: number }> {
	refuseIfAny(refusals(ctx.actor, 'run_station'));
	return transact(ctx, async (tx) => {
		const [row] = await tx.select().from(episode).where(eq(episode.id, episodeId));
		const [area] = await tx.select().from(broadcastArea).where(eq(broadcastArea.id, areaId));
		if (!row || !area) throw notFound('số phát thanh này');
		if (row.airsAt >= ctx.now || row.state !== 'approved')
			throw new Refusal({
				code: 'past_airing.not_past',
				status: 409,
				message: 'Chỉ ghi lại những số đã duyệt và đã đến giờ phát.'
			});
		const { segments, lengthMs } = await viewIn(tx, row);
		const key = `e${episodeId}-${areaId}-${row.airsAt.getTime()}`;
		await tx
			.insert(playoutItem)
			.values({
				broadcastAreaId: areaId,
				key,
				episodeId,
				level: row.level,
				startsAt: row.airsAt,
				durationMs: lengthMs,
				parts: segments.map((one) => ({
					audioId: one.audioId ?? 0,
					title: one.title,
					file: '',
					sha256: '',
					durationMs: one.lengthMs,
					segmentId: one.id
				})),
				state: 'planned',
				changedAt: ctx.now
			})
			.onConflictDoNothing({ target: playoutItem.key });
		return { key, durationMs: lengthMs };
	});
}
