/** What the public reads: published versions only, never a draft's word. Any ctx, also a visitor's. */
import { and, asc, desc, eq, gte, isNotNull, isNull, lt, ne, or, sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { person } from '#people/schema.server.ts';
import { dayOf, startOfDay } from '#platform/clock.ts';
import { read, type Transaction } from '#platform/db.server.ts';
import { areaNames } from './areas.server.ts';
import { readingMinutes, type Body } from './body.ts';
import { filesOf } from './files.server.ts';
import { renderBody } from './render.ts';
import { story, storyContentArea, storyRevision } from './schema.server.ts';
import { pathOf, type Audience, type Cover } from './story.ts';

type Context = Pick<Ctx, 'db' | 'wardId' | 'now'>;

export type StoryCard = {
	id: number;
	slug: string;
	url: string;
	title: string;
	summary: string;
	/** First publication, and that of the version shown. */
	publishedAt: Date;
	updatedAt: Date;
	areas: string[];
	cover: Cover;
	minutes: number;
};
export type PublicAttachment = { token: string; title: string; name: string; mime: string; bytes: number };
export type Article = StoryCard & {
	kind: 'article';
	body: Body;
	html: string;
	authorName: string;
	audiences: Audience[];
	citedDocuments: string[];
	attachments: PublicAttachment[];
	coverSize: { width: number | null; height: number | null } | null;
	expiresOn: string | null;
	/** What it says no longer holds; the page says so above the text. */
	expired: boolean;
	areaNames: Record<string, string>;
};
/** In the place of a story that was taken off the portal. Its title may be why it was taken off, so it is not told. */
export type WithdrawnNotice = { kind: 'withdrawn'; slug: string; withdrawnAt: Date; notice: string };

const isPublic = isNotNull(story.publishedRevisionId);
const columns = {
	id: story.id,
	slug: story.slug,
	title: storyRevision.title,
	summary: storyRevision.summary,
	publishedAt: story.publishedAt,
	updatedAt: story.republishedAt,
	areas: storyRevision.areas,
	cover: storyRevision.cover,
	words: storyRevision.words
};
type CardRow = {
	id: number;
	slug: string | null;
	title: string;
	summary: string;
	publishedAt: Date | null;
	updatedAt: Date | null;
	areas: string[];
	cover: Cover;
	words: number;
};

function card({ slug, publishedAt, updatedAt, words, ...row }: CardRow): StoryCard {
	return {
		...row,
		slug: slug!,
		url: pathOf(slug!),
		publishedAt: publishedAt!,
		updatedAt: updatedAt!,
		minutes: readingMinutes(words)
	};
}

function cards(tx: Transaction, where: SQL | undefined, limit: number, offset = 0): Promise<StoryCard[]> {
	return tx
		.select(columns)
		.from(story)
		.innerJoin(storyRevision, eq(storyRevision.id, story.publishedRevisionId))
		.where(and(isPublic, where))
		.orderBy(desc(story.publishedAt), desc(story.id))
		.limit(limit)
		.offset(offset)
		.then((rows) => rows.map(card));
}

/** The newest stories that still hold, for the home page. */
export async function latest(ctx: Context, limit: number): Promise<StoryCard[]> {
	return read(ctx, (tx) =>
		cards(tx, or(isNull(story.expiresOn), gte(story.expiresOn, dayOf(ctx.now))), limit)
	);
}

export type PublicFilter = {
	area?: string | undefined;
	month?: string | undefined;
	page?: number | undefined;
	perPage?: number | undefined;
};

/** A page of the news list, newest first, with how many there are in all. */
export async function list(
	ctx: Context,
	filter: PublicFilter = {}
): Promise<{ stories: StoryCard[]; total: number; page: number; pages: number }> {
	const perPage = Math.min(Math.max(filter.perPage ?? 12, 1), 100);
	const where = and(
		filter.area
			? sql`exists (select from ${storyContentArea} where ${storyContentArea.storyId} = ${story.id} and ${storyContentArea.areaKey} = ${filter.area})`
			: undefined,
		inMonth(filter.month)
	);
	return read(ctx, async (tx) => {
		const total = await tx.$count(story, and(isPublic, where));
		const pages = Math.max(1, Math.ceil(total / perPage));
		const page = Math.min(Math.max(Math.trunc(filter.page ?? 1) || 1, 1), pages);
		return { stories: await cards(tx, where, perPage, (page - 1) * perPage), total, page, pages };
	});
}

function inMonth(month: string | undefined): SQL | undefined {
	if (!month || !/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return undefined;
	const [year, number] = month.split('-').map(Number) as [number, number];
	const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
	return and(
		gte(story.publishedAt, startOfDay(`${month}-01`)),
		lt(story.publishedAt, startOfDay(`${next}-01`))
	);
}

/** The article at this address, the notice of its withdrawal, or nothing. */
export async function bySlug(ctx: Context, slug: string): Promise<Article | WithdrawnNotice | undefined> {
	return read(ctx, async (tx) => {
		const [row] = await tx
			.select({
				...columns,
				body: storyRevision.body,
				audiences: storyRevision.audiences,
				citedDocuments: storyRevision.citedDocuments,
				attachments: storyRevision.attachments,
				revisionId: storyRevision.id,
				authorName: person.name,
				expiresOn: story.expiresOn,
				withdrawnAt: story.withdrawnAt,
				notice: story.withdrawnNotice
			})
			.from(story)
			.innerJoin(person, eq(person.id, story.authorPersonId))
			.leftJoin(storyRevision, eq(storyRevision.id, story.publishedRevisionId))
			.where(eq(story.slug, slug));
		if (!row) return undefined;
		const { withdrawnAt, notice, revisionId, attachments, ...rest } = row;
		if (revisionId === null) {
			return withdrawnAt ? { kind: 'withdrawn', slug, withdrawnAt, notice: notice! } : undefined;
		}
		const shown = rest as CardRow &
			Pick<Article, 'body' | 'audiences' | 'citedDocuments' | 'authorName' | 'expiresOn'>;
		const files = await filesOf(tx, row.id);
		const byToken = new Map(files.map((one) => [one.token, one]));
		const sizes = Object.fromEntries(files.map(({ token, width, height }) => [token, { width, height }]));
		const { body, audiences, citedDocuments, authorName, expiresOn } = shown;
		return {
			kind: 'article',
			...card(pickCard(shown)),
			body,
			html: renderBody(body, { sizes }),
			authorName,
			audiences,
			citedDocuments,
			attachments: (attachments ?? []).flatMap(({ token, title }) => {
				const found = byToken.get(token);
				return found
					? [{ token, title: title || found.name, name: found.name, mime: found.mime, bytes: found.bytes }]
					: [];
			}),
			coverSize: shown.cover.token ? (sizes[shown.cover.token] ?? null) : null,
			expiresOn,
			expired: expiresOn !== null && expiresOn < dayOf(ctx.now),
			areaNames: await areaNames(tx)
		};
	});
}

function pickCard({
	id,
	slug,
	title,
	summary,
	publishedAt,
	updatedAt,
	areas,
	cover,
	words
}: CardRow): CardRow {
	return { id, slug, title, summary, publishedAt, updatedAt, areas, cover, words };
}

/** Other stories of the same areas, newest first. */
export async function related(ctx: Context, storyId: number, limit: number): Promise<StoryCard[]> {
	return read(ctx, (tx) =>
		cards(
			tx,
			and(
				ne(story.id, storyId),
				sql`exists (select from ${storyContentArea} mine join ${storyContentArea} theirs on theirs.area_key = mine.area_key
					where mine.story_id = ${storyId} and theirs.story_id = ${story.id})`
			),
			limit
		)
	);
}

export type FeedItem = StoryCard & { html: string; authorName: string };

/** The newest stories with their whole text, for feed readers; addresses are made whole with `origin`. */
export async function feed(ctx: Context, origin: string, limit = 30): Promise<FeedItem[]> {
	return read(ctx, async (tx) => {
		const rows = await tx
			.select({ ...columns, body: storyRevision.body, authorName: person.name })
			.from(story)
			.innerJoin(storyRevision, eq(storyRevision.id, story.publishedRevisionId))
			.innerJoin(person, eq(person.id, story.authorPersonId))
			.where(isPublic)
			.orderBy(desc(story.publishedAt), desc(story.id))
			.limit(limit);
		return rows.map(({ body, authorName, ...row }) => ({
			...card(row),
			html: renderBody(body, { origin }),
			authorName
		}));
	});
}

/** How many public stories each content area has. */
export async function countsPerArea(ctx: Context): Promise<Record<string, number>> {
	return read(ctx, async (tx) => {
		const rows = await tx
			.select({ key: storyContentArea.areaKey, count: sql<number>`count(*)`.mapWith(Number) })
			.from(storyContentArea)
			.groupBy(storyContentArea.areaKey)
			.orderBy(asc(storyContentArea.areaKey));
		return Object.fromEntries(rows.map(({ key, count }) => [key, count]));
	});
}

/** Months in which something was published, newest first, for the filter of the news list: `2026-03`. */
export async function months(ctx: Context): Promise<{ month: string; count: number }[]> {
	const month = sql<string>`to_char(${story.publishedAt} at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM')`;
	return read(ctx, (tx) =>
		tx
			.select({ month, count: sql<number>`count(*)`.mapWith(Number) })
			.from(story)
			.where(isPublic)
			.groupBy(sql`1`)
			.orderBy(sql`1 desc`)
	);
}

/** Addresses with the time of their last change, for the site map. */
export async function addresses(ctx: Context): Promise<{ url: string; updatedAt: Date }[]> {
	return read(ctx, async (tx) => {
		const rows = await tx
			.select({ slug: story.slug, updatedAt: story.republishedAt })
			.from(story)
			.where(isPublic)
			.orderBy(desc(story.publishedAt))
			.limit(50_000);
		return rows.map((row) => ({ url: pathOf(row.slug!), updatedAt: row.updatedAt! }));
	});
}
