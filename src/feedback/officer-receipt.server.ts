/** Receipt on paper (giấy hẹn): what is handed over, or read out, to whoever told an officer something. */
import { and, asc, eq, gte, isNull, lte, or } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { hotline } from '#people/schema.server.ts';
import { dayOf, type Day } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { ward } from '#platform/schema.server.ts';
import type { Category, Source } from './case.ts';
import { load } from './facts.server.ts';

export type Paper = {
	id: number;
	code: string;
	wardName: string;
	receivedAt: Date;
	source: Source;
	category: Category;
	anonymous: boolean;
	dueOn: Day | null;
	/** Numbers people may call about it. */
	hotlines: { name: string; number: string; hours: string }[];
};

/** Nothing of the text or the sender stands on it: paper gets lost. */
export async function paper(ctx: Ctx, id: number): Promise<Paper> {
	return read(ctx, async (tx) => {
		const { row } = await load(tx, ctx, id, 'look');
		const [there] = await tx.select({ name: ward.name }).from(ward).where(eq(ward.id, ctx.wardId));
		const today = dayOf(ctx.now);
		const hotlines = await tx
			.select({ name: hotline.name, number: hotline.number, hours: hotline.hours })
			.from(hotline)
			.where(
				and(
					eq(hotline.public, true),
					eq(hotline.takesFeedback, true),
					lte(hotline.validFrom, today),
					or(isNull(hotline.validTo), gte(hotline.validTo, today))
				)
			)
			.orderBy(asc(hotline.position), asc(hotline.id))
			.limit(3);
		return {
			id,
			code: row.code,
			wardName: there!.name,
			receivedAt: row.receivedAt,
			source: row.source,
			category: row.category,
			anonymous: row.anonymous,
			dueOn: row.dueOn,
			hotlines: hotlines.filter(({ number }) => number !== '')
		};
	});
}
