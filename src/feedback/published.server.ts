/** Published answers as everybody reads them: nothing here touches the message itself, its sender or the inner texts. */
import {
	and,
	asc,
	desc,
	eq,
	gte,
	ilike,
	isNotNull,
	isNull,
	lt,
	notInArray,
	or,
	sql,
	type SQL
} from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { unit } from '#people/schema.server.ts';
import { dayOf, startOfDay } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { file } from '#platform/schema.server.ts';
import { isOpen, ownPath, type Category } from './case.ts';
import type { MessageClass } from './message-class.ts';
import { pathOf } from './publication.server.ts';
import { feedbackAnswer, feedbackCase, feedbackFile, feedbackPublication } from './schema.server.ts';

const perPage = 12;

/** The same condition for every public look; a case that turned out to have its own lawful path is never shown. */
export const shown = and(
	eq(feedbackPublication.state, 'published'),
	// A case being looked at again has no answer that holds.
	eq(feedbackCase.state, 'published'),
	isNull(feedbackCase.sealedText),
	or(isNull(feedbackCase.class), notInArray(feedbackCase.class, [...ownPath]))
);

const columns = {
	slug: feedbackPublication.slug,
	title: feedbackPublication.title,
	question: feedbackPublication.question,
	publishedAt: feedbackPublication.publishedAt,
	category: feedbackCase.category,
	class: feedbackPublication.class,
	unitName: unit.name
};

export type PublishedLine = {
	slug: string;
	title: string;
	question: string;
	publishedAt: Date | null;
	category: Category;
	class: MessageClass;
	unitName: string | null;
};
export type Narrowing = { category?: string; unitId?: number; month?: string; words?: string; page?: number };

export async function list(
	ctx: Ctx,
	asked: Narrowing
): Promise<{ lines: PublishedLine[]; total: number; page: number; pages: number }> {
	const wanted: (SQL | undefined)[] = [shown];
	if (asked.category) wanted.push(eq(feedbackCase.category, asked.category as Category));
	if (asked.unitId) wanted.push(eq(feedbackCase.unitId, asked.unitId));
	if (asked.month && /^\d{4}-(0[1-9]|1[0-2])$/.test(asked.month)) {
		const [year, month] = asked.month.split('-').map(Number) as [number, number];
		const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
		wanted.push(gte(feedbackPublication.publishedAt, startOfDay(`${asked.month}-01`)));
		wanted.push(lt(feedbackPublication.publishedAt, startOfDay(next)));
	}
	for (const word of (asked.words ?? '').replaceAll('\u0000', '').split(/\s+/).filter(Boolean).slice(0, 8)) {
		const pattern = `%${word.slice(0, 60).replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
		wanted.push(
			or(
				ilike(sql`unaccent(${feedbackPublication.title})`, sql`unaccent(${pattern})`),
				ilike(sql`unaccent(${feedbackPublication.question})`, sql`unaccent(${pattern})`),
				ilike(sql`unaccent(${feedbackPublication.answer})`, sql`unaccent(${pattern})`)
			)
		);
	}
	return read(ctx, async (tx) => {
		const [counted] = await tx
			.select({ total: sql<number>`count(*)`.mapWith(Number) })
			.from(feedbackPublication)
			.innerJoin(feedbackCase, eq(feedbackCase.id, feedbackPublication.caseId))
			.where(and(...wanted));
		const total = counted!.total;
		const pages = Math.max(1, Math.ceil(total / perPage));
		const page = Math.min(pages, Math.max(1, Math.trunc(asked.page ?? 1) || 1));
		const lines = await tx
			.select(columns)
			.from(feedbackPublication)
			.innerJoin(feedbackCase, eq(feedbackCase.id, feedbackPublication.caseId))
			.leftJoin(unit, eq(unit.id, feedbackCase.unitId))
			.where(and(...wanted))
			.orderBy(desc(feedbackPublication.publishedAt), desc(feedbackPublication.id))
			.limit(perPage)
			.offset((page - 1) * perPage);
		return { lines, total, page, pages };
	});
}

/** What there is to narrow by. */
export async function choices(ctx: Ctx) {
	return read(ctx, async (tx) => {
		const rows = await tx
			.select({
				category: feedbackCase.category,
				unitId: feedbackCase.unitId,
				unitName: unit.name,
				publishedAt: feedbackPublication.publishedAt
			})
			.from(feedbackPublication)
			.innerJoin(feedbackCase, eq(feedbackCase.id, feedbackPublication.caseId))
			.leftJoin(unit, eq(unit.id, feedbackCase.unitId))
			.where(shown)
			.orderBy(desc(feedbackPublication.publishedAt));
		const units = new Map(rows.flatMap((row) => (row.unitId ? [[row.unitId, row.unitName!] as const] : [])));
		return {
			categories: [...new Set(rows.map((row) => row.category))],
			units: [...units].map(([id, name]) => ({ id, name })),
			months: [...new Set(rows.map((row) => dayOf(row.publishedAt!).slice(0, 7)))]
		};
	});
}

export type PublishedAnswer = PublishedLine & {
	kind: 'published';
	answer: string;
	legalBasis: string;
	answeredBy: string;
	receivedAt: Date;
	answeredAt: Date | null;
	pictures: { token: string; width: number; height: number }[];
};

export async function bySlug(
	ctx: Ctx,
	slug: string
): Promise<PublishedAnswer | { kind: 'withdrawn'; withdrawnAt: Date; again: boolean } | undefined> {
	if (!/^[a-z0-9-]{1,100}$/.test(slug)) return undefined;
	return read(ctx, async (tx) => {
		const [found] = await tx
			.select({
				...columns,
				caseId: feedbackCase.id,
				answer: feedbackPublication.answer,
				legalBasis: feedbackAnswer.legalBasis,
				answeredBy: feedbackAnswer.answeredBy,
				receivedAt: feedbackCase.receivedAt,
				answeredAt: feedbackAnswer.sentAt
			})
			.from(feedbackPublication)
			.innerJoin(feedbackCase, eq(feedbackCase.id, feedbackPublication.caseId))
			.innerJoin(feedbackAnswer, eq(feedbackAnswer.id, feedbackPublication.answerId))
			.leftJoin(unit, eq(unit.id, feedbackCase.unitId))
			.where(and(shown, eq(feedbackPublication.slug, slug)));
		if (found) {
			const { caseId, ...rest } = found;
			const pictures = await tx
				.select({ token: file.token, width: file.width, height: file.height })
				.from(feedbackFile)
				.innerJoin(file, eq(file.id, feedbackFile.publicFileId))
				.where(eq(feedbackFile.caseId, caseId))
				.orderBy(asc(feedbackFile.position));
			return {
				...rest,
				kind: 'published' as const,
				pictures: pictures.map((one) => ({
					token: one.token,
					width: one.width ?? 4,
					height: one.height ?? 3
				}))
			};
		}
		// Only what once was public is "taken down"; what never was does not exist.
		const [gone] = await tx
			.select({
				withdrawnAt: feedbackPublication.withdrawnAt,
				publication: feedbackPublication.state,
				state: feedbackCase.state,
				sealed: isNotNull(feedbackCase.sealedText)
			})
			.from(feedbackPublication)
			.innerJoin(feedbackCase, eq(feedbackCase.id, feedbackPublication.caseId))
			.where(and(eq(feedbackPublication.slug, slug), isNotNull(feedbackPublication.publishedAt)));
		if (!gone?.withdrawnAt) return undefined;
		// Comes back after a new answer or a new confirmation; what was sealed does not.
		const again = !gone.sealed && (isOpen(gone.state) || gone.publication !== 'withdrawn');
		return { kind: 'withdrawn' as const, withdrawnAt: gone.withdrawnAt, again };
	});
}

type FeedAnswer = {
	url: string;
	title: string;
	question: string;
	answer: string;
	areaKey: string | null;
	answeredBy: string;
	publishedAt: Date;
};

/** The newest for readers of feeds; of one content area when asked. */
export async function feed(ctx: Ctx, most: number, areaKey?: string): Promise<FeedAnswer[]> {
	return read(ctx, async (tx) => {
		const rows = await tx
			.select({
				slug: feedbackPublication.slug,
				title: feedbackPublication.title,
				question: feedbackPublication.question,
				answer: feedbackPublication.answer,
				areaKey: feedbackPublication.areaKey,
				answeredBy: feedbackAnswer.answeredBy,
				unitName: unit.name,
				publishedAt: feedbackPublication.publishedAt
			})
			.from(feedbackPublication)
			.innerJoin(feedbackCase, eq(feedbackCase.id, feedbackPublication.caseId))
			.innerJoin(feedbackAnswer, eq(feedbackAnswer.id, feedbackPublication.answerId))
			.leftJoin(unit, eq(unit.id, feedbackCase.unitId))
			.where(and(shown, areaKey ? eq(feedbackPublication.areaKey, areaKey) : undefined))
			.orderBy(desc(feedbackPublication.publishedAt), desc(feedbackPublication.id))
			.limit(most);
		return rows.map(({ slug, unitName, answeredBy, publishedAt, ...row }) => ({
			...row,
			url: pathOf(slug),
			answeredBy: answeredBy || (unitName ?? ''),
			publishedAt: publishedAt!
		}));
	});
}

/** For search engines. */
export async function addresses(ctx: Ctx): Promise<{ url: string; updatedAt: Date }[]> {
	return read(ctx, async (tx) => {
		const rows = await tx
			.select({ slug: feedbackPublication.slug, at: feedbackPublication.publishedAt })
			.from(feedbackPublication)
			.innerJoin(feedbackCase, eq(feedbackCase.id, feedbackPublication.caseId))
			.where(shown)
			.orderBy(desc(feedbackPublication.publishedAt));
		return rows.map(({ slug, at }) => ({ url: pathOf(slug), updatedAt: at! }));
	});
}
