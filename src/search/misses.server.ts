/** Searches that found nothing: kept without who and without a time of day, so that an officer can teach the words. */
import { and, asc, count, eq, inArray, sql } from 'drizzle-orm';
import { dayOf } from '#platform/clock.ts';
import { transact } from '#platform/db.server.ts';
import { personalDataIn } from '#platform/personal-data/personal-data.ts';
import type { Looker } from './find.server.ts';
import { fold } from './fold.ts';
import { searchMiss } from './schema.server.ts';

const LONGEST = 80;
/** Beyond this many the ones seen once, longest ago, make room. */
const MOST = 2000;

export async function keepMiss(ctx: Looker, words: string): Promise<void> {
	const folded = fold(words.slice(0, 400));
	// Nothing that might tell of a person is kept, and nothing that is no words.
	if (folded.length < 2 || folded.length > LONGEST || !/\p{L}{2}/u.test(folded)) return;
	if (/\d{6}/.test(folded.replaceAll(' ', '')) || words.includes('@') || personalDataIn(words).length > 0)
		return;
	const day = dayOf(ctx.now);
	await transact({ ...ctx, actor: { kind: 'visitor' } }, async (tx) => {
		const [row] = await tx
			.insert(searchMiss)
			.values({ words: folded, firstDay: day, lastDay: day })
			.onConflictDoUpdate({
				target: [searchMiss.wardId, searchMiss.words],
				set: {
					count: sql`${searchMiss.count} + 1`,
					lastDay: day,
					dismissedOn: sql`case when ${searchMiss.dismissedOn} < ${day}::date then null else ${searchMiss.dismissedOn} end`
				}
			})
			.returning({ count: searchMiss.count });
		if (row!.count > 1) return;
		const [all] = await tx.select({ count: count() }).from(searchMiss);
		if (all!.count <= MOST) return;
		const oldest = tx
			.select({ id: searchMiss.id })
			.from(searchMiss)
			.where(and(eq(searchMiss.count, 1)))
			.orderBy(asc(searchMiss.lastDay), asc(searchMiss.id))
			.limit(all!.count - MOST);
		await tx.delete(searchMiss).where(inArray(searchMiss.id, oldest));
	});
}
