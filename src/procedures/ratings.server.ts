/**
 * "Was this page clear?" (trang này có dễ hiểu không): a score for the version that was read, and afterwards what was
 * not clear. These acts leave no journal line: the journal keeps the minute, and here the day is enough.
 */
import { randomBytes } from 'node:crypto';
import { and, desc, eq, gte, lte, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { addDays, dayOf, type Day } from '#platform/clock.ts';
import { transact, type Transaction } from '#platform/db.server.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { followUpShape, scoreShape, unclearParts, type UnclearPart } from './rating.ts';
import { versionOn, versionsOf } from './reading.server.ts';
import { procedure, procedureRating, procedureVersion } from './schema.server.ts';

/** Takes a score for what the procedure says today; the token lets the same page add what was not clear. */
export async function give(ctx: Ctx, code: string, given: unknown): Promise<string> {
	const score = scoreShape.safeParse(given === '' || given === null ? undefined : given);
	if (!score.success) throw new Refusal({ code: 'rating.score', message: score.error.issues[0]!.message });
	return transact(ctx, async (tx) => {
		const today = dayOf(ctx.now);
		const version = (await versionOn(tx, code, today)) ?? (await versionsOf(tx, code))[0];
		if (!version) throw notFound('thủ tục này');
		const token = randomBytes(18).toString('base64url');
		await tx.insert(procedureRating).values({
			procedureId: version.procedureId,
			versionId: version.id,
			day: today,
			score: score.data,
			token
		});
		return token;
	});
}

/** Adds what was not clear to one's own score, once and within the day. */
export async function explain(
	ctx: Ctx,
	code: string,
	token: string,
	given: { unclear: string[]; comment: string }
): Promise<void> {
	const followUp = followUpShape.safeParse(given);
	if (!followUp.success) {
		throw new Refusal({ code: 'rating.comment', field: 'gop-y', message: followUp.error.issues[0]!.message });
	}
	await transact(ctx, async (tx) => {
		const found = await byToken(tx, code, token, dayOf(ctx.now));
		if (!found) {
			throw new Refusal({
				code: 'rating.gone',
				status: 404,
				message:
					'Không tìm thấy lượt đánh giá này, hoặc đã qua ngày. Hãy mở lại trang thủ tục và đánh giá lại.'
			});
		}
		if (found.explained) {
			throw new Refusal({
				code: 'rating.explained',
				status: 409,
				message: 'Phường đã nhận góp ý này rồi. Cảm ơn ông/bà.'
			});
		}
		await tx.update(procedureRating).set(followUp.data).where(eq(procedureRating.id, found.id));
	});
}

/** A score of today or yesterday (a page left open over midnight) by its token. */
export async function byToken(
	tx: Transaction,
	code: string,
	token: string,
	today: Day
): Promise<{ id: number; score: number; explained: boolean } | undefined> {
	const [row] = await tx
		.select({
			id: procedureRating.id,
			score: procedureRating.score,
			explained: sql<boolean>`${procedureRating.comment} <> '' or cardinality(${procedureRating.unclear}) > 0`
		})
		.from(procedureRating)
		.innerJoin(procedure, eq(procedure.id, procedureRating.procedureId))
		.where(
			and(
				eq(procedureRating.token, token),
				eq(procedure.code, code),
				gte(procedureRating.day, addDays(today, -1))
			)
		);
	return row;
}

export type RatingsSummary = {
	total: number;
	/** Null without any score. */
	average: number | null;
	/** How many gave 1, 2, 3, 4, 5. */
	byScore: [number, number, number, number, number];
	unclear: { part: UnclearPart; label: string; count: number }[];
	/** Least clear first. */
	procedures: { code: string; name: string; count: number; average: number }[];
	/** Newest first, at most 200. */
	comments: { code: string; name: string; day: Day; score: number; unclear: string[]; comment: string }[];
};

/** For the staff, both days included. */
export async function ratingsSummary(
	tx: Transaction,
	{ from, to }: { from: Day; to: Day }
): Promise<RatingsSummary> {
	const rows = await tx
		.select({
			code: procedure.code,
			name: procedureVersion.name,
			day: procedureRating.day,
			score: procedureRating.score,
			unclear: procedureRating.unclear,
			comment: procedureRating.comment
		})
		.from(procedureRating)
		.innerJoin(procedure, eq(procedure.id, procedureRating.procedureId))
		.innerJoin(procedureVersion, eq(procedureVersion.id, procedureRating.versionId))
		.where(and(gte(procedureRating.day, from), lte(procedureRating.day, to)))
		.orderBy(desc(procedureRating.day), desc(procedureRating.id));
	const byScore: RatingsSummary['byScore'] = [0, 0, 0, 0, 0];
	const parts = new Map<UnclearPart, number>();
	const byCode = new Map<string, { code: string; name: string; count: number; sum: number }>();
	for (const { code, name, score, unclear } of rows) {
		byScore[score - 1]!++;
		for (const part of unclear as UnclearPart[]) parts.set(part, (parts.get(part) ?? 0) + 1);
		const line = byCode.get(code) ?? { code, name, count: 0, sum: 0 };
		line.count++;
		line.sum += score;
		byCode.set(code, line);
	}
	const sum = byScore.reduce((before, count, index) => before + count * (index + 1), 0);
	return {
		total: rows.length,
		average: rows.length > 0 ? sum / rows.length : null,
		byScore,
		unclear: [...parts]
			.map(([part, count]) => ({ part, label: unclearParts[part] ?? part, count }))
			.sort((a, b) => b.count - a.count),
		procedures: [...byCode.values()]
			.map(({ sum: total, ...line }) => ({ ...line, average: total / line.count }))
			.sort((a, b) => a.average - b.average || b.count - a.count),
		comments: rows
			.filter(({ comment, unclear }) => comment !== '' || unclear.length > 0)
			.slice(0, 200)
			.map((line) => ({
				...line,
				unclear: line.unclear.map((part) => unclearParts[part as UnclearPart] ?? part)
			}))
	};
}
