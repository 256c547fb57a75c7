/**
 * Figures of feedback for a span of days: what came in and what became of it. In time is judged by the due date as it
 * stood when the answer was sent. Matters with their own lawful path and rubbish are no feedback and are not counted.
 */
import { and, eq, gte, isNotNull, isNull, lt, notInArray, or, sql } from 'drizzle-orm';
import type { Scope } from '#platform/context.ts';
import { unit } from '#people/schema.server.ts';
import { addDays, dayOf, startOfDay, type Day } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { isOpen, ownPath, sources, type Source } from './case.ts';
import { inTime } from './due.ts';
import { messageClasses } from './message-class.ts';
import { feedbackCase, feedbackPublication, feedbackRating } from './schema.server.ts';

export type FeedbackSums = {
	received: number;
	answered: number;
	/** Answered, and a due date was known: `inTime` of these. */
	timed: number;
	inTime: number;
	/** Answered late, or still open after the day it was due. */
	late: number;
	open: number;
	forwarded: number;
	refused: number;
	published: number;
};
export type FeedbackFigures = {
	total: FeedbackSums;
	byClass: (FeedbackSums & { key: string; label: string })[];
	byUnit: (FeedbackSums & { key: string; label: string })[];
	bySource: (FeedbackSums & { key: string; label: string })[];
	/** Calendar days from receipt to answer, the middle one. */
	medianDays: number | null;
	rating: { count: number; satisfied: number; mean: number | null };
	/** Index 8 of TT 01/2018/TT-VPCP: 2, 1 or 0 points. */
	points: 0 | 1 | 2;
};

export async function count(ctx: Scope, span: { from: Day; to: Day }): Promise<FeedbackFigures> {
	const [from, until] = [startOfDay(span.from), startOfDay(addDays(span.to, 1))];
	return read(ctx, async (tx) => {
		const rows = await tx
			.select({
				class: feedbackCase.class,
				source: feedbackCase.source,
				state: feedbackCase.state,
				unitId: feedbackCase.unitId,
				unitName: unit.name,
				receivedAt: feedbackCase.receivedAt,
				answeredAt: feedbackCase.answeredAt,
				answeredDueOn: feedbackCase.answeredDueOn,
				dueOn: feedbackCase.dueOn,
				publishedAt: sql<Date | null>`case when ${feedbackPublication.state} = 'published' then ${feedbackPublication.publishedAt} end`
			})
			.from(feedbackCase)
			.leftJoin(unit, eq(unit.id, feedbackCase.unitId))
			.leftJoin(feedbackPublication, eq(feedbackPublication.caseId, feedbackCase.id))
			.where(
				and(
					gte(feedbackCase.receivedAt, from),
					lt(feedbackCase.receivedAt, until),
					isNull(feedbackCase.sealedText),
					or(isNull(feedbackCase.class), notInArray(feedbackCase.class, [...ownPath, 'spam', 'abuse'])),
					notInArray(feedbackCase.state, ['quarantined', 'spam', 'guided', 'merged', 'withdrawn'])
				)
			);
		const ratings = await tx
			.select({ score: feedbackRating.score })
			.from(feedbackRating)
			.innerJoin(feedbackCase, eq(feedbackCase.id, feedbackRating.caseId))
			.where(
				and(gte(feedbackRating.at, from), lt(feedbackRating.at, until), isNotNull(feedbackCase.answeredAt))
			);
		const today = dayOf(ctx.now);
		const sums = (some: typeof rows): FeedbackSums => {
			const answered = some.filter((row) => row.answeredAt !== null && !isOpen(row.state));
			const timed = answered.filter((row) => row.answeredDueOn !== null);
			const kept = timed.filter((row) => inTime(row.answeredDueOn!, row.answeredAt!)).length;
			const open = some.filter((row) => isOpen(row.state));
			return {
				received: some.length,
				answered: answered.length,
				timed: timed.length,
				inTime: kept,
				late: timed.length - kept + open.filter((row) => row.dueOn !== null && row.dueOn < today).length,
				open: open.length,
				forwarded: some.filter((row) => row.state === 'forwarded').length,
				refused: some.filter((row) => row.state === 'refused').length,
				published: some.filter((row) => row.publishedAt !== null).length
			};
		};
		const by = (keyOf: (row: (typeof rows)[number]) => [string, string] | null) => {
			const groups = new Map<string, { label: string; rows: typeof rows }>();
			for (const row of rows) {
				const named = keyOf(row);
				if (!named) continue;
				const group = groups.get(named[0]) ?? { label: named[1], rows: [] };
				group.rows.push(row);
				groups.set(named[0], group);
			}
			return [...groups]
				.map(([key, group]) => ({ key, label: group.label, ...sums(group.rows) }))
				.toSorted((a, b) => b.received - a.received || a.label.localeCompare(b.label, 'vi'));
		};
		const days = rows
			.filter((row) => row.answeredAt !== null)
			.map((row) => (Date.parse(dayOf(row.answeredAt!)) - Date.parse(dayOf(row.receivedAt))) / 86_400_000)
			.toSorted((a, b) => a - b);
		const total = sums(rows);
		const scores = ratings.map(({ score }) => score);
		const decidedLate = total.late;
		const share = total.timed + decidedLate === 0 ? 1 : total.inTime / (total.inTime + decidedLate);
		return {
			total,
			byClass: by((row) => (row.class ? [row.class, messageClasses[row.class]] : ['none', 'Chưa phân loại'])),
			byUnit: by((row) => (row.unitId ? [String(row.unitId), row.unitName ?? ''] : null)),
			bySource: by((row) => [row.source, sources[row.source as Source]]),
			medianDays: days.length === 0 ? null : days[Math.floor((days.length - 1) / 2)]!,
			rating: {
				count: scores.length,
				satisfied: scores.filter((score) => score >= 4).length,
				mean: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length
			},
			points: share === 1 ? 2 : share >= 0.9 ? 1 : 0
		};
	});
}

/** Fewer than this in a row about conduct could point to a person. */
const fewest = 3;

/** For everybody: a conduct row too small to hide anybody in is shown together with others, so no sum gives it away. */
export async function forEverybody(ctx: Scope, span: { from: Day; to: Day }): Promise<FeedbackFigures> {
	const counted = await count(ctx, span);
	return {
		...counted,
		byClass: withoutSmallConduct(counted.byClass),
		byUnit: counted.byUnit.filter(({ received }) => received >= fewest),
		rating: counted.rating.count < fewest ? { count: 0, satisfied: 0, mean: null } : counted.rating
	};
}

export function withoutSmallConduct(rows: FeedbackFigures['byClass']): FeedbackFigures['byClass'] {
	const conduct = rows.find(({ key }) => key === 'conduct');
	if (!conduct || conduct.received >= fewest) return rows;
	const others = rows.filter(({ key }) => key !== 'conduct');
	// The last is the smallest.
	const beside = others.at(-1);
	if (!beside) return [];
	const together = Object.fromEntries(
		Object.entries(conduct).map(([name, value]) => [
			name,
			typeof value === 'number' ? value + Number(beside[name as keyof FeedbackSums]) : value
		])
	) as typeof conduct;
	return [...others.slice(0, -1), { ...together, key: 'rest', label: 'Các loại việc khác' }];
}
