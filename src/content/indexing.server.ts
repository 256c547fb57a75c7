/** What search knows of the stories: in the transaction of the change, so what is found and what is public agree. */
import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { addDays, startOfDay } from '#platform/clock.ts';
import { transact, type Transaction } from '#platform/db.server.ts';
import type { Entry } from '#search/entry.ts';
import { replace } from '#search/index.server.ts';
import { searchEntry } from '#search/schema.server.ts';
import { areaNames } from './areas.server.ts';
import { plainText } from './body.ts';
import type { StoryRow } from './facts.server.ts';
import { story, storyRevision } from './schema.server.ts';
import { pathOf } from './story.ts';

/** Enough to find a story by what it tells; the rest would only make the index heavy. */
const MOST_BODY = 20_000;

/** Search follows the published version of this story, or forgets the story when there is none. */
export async function indexStory(tx: Transaction, ctx: Ctx, row: StoryRow): Promise<void> {
	if (!row.slug) return;
	await replace(
		tx,
		ctx,
		{ kind: 'article', key: row.slug },
		row.publishedRevisionId ? [await entryOf(tx, row)] : []
	);
}

async function entryOf(tx: Transaction, row: StoryRow): Promise<Entry> {
	const [shown] = await tx.select().from(storyRevision).where(eq(storyRevision.id, row.publishedRevisionId!));
	const { title, summary, body, areas, citedDocuments } = shown!;
	const names = await areaNames(tx);
	return {
		kind: 'article',
		key: row.slug!,
		url: pathOf(row.slug!),
		title,
		// A cited document is not the story: whoever types its number wants the document first.
		codes: [],
		// Whoever types "đường dây nóng" means everything told about it.
		aliases: areas.flatMap((key) => names[key] ?? []),
		body: [summary, plainText(body).slice(0, MOST_BODY), citedDocuments.join(', ')].join('\n'),
		facets: {},
		shownFrom: null,
		// What no longer holds misleads: the page keeps its notice, but nobody is led there.
		shownTo: row.expiresOn ? startOfDay(addDays(row.expiresOn, 1)) : null,
		publishedAt: row.publishedAt
	};
}

/** Stories published before there was an index, or on a copy without it: found from now on. Safe to run twice. */
export async function indexMissing(ctx: Ctx): Promise<number> {
	return transact(ctx, async (tx) => {
		const rows = await tx
			.select()
			.from(story)
			.where(
				and(
					isNotNull(story.publishedRevisionId),
					sql`not exists (select from ${searchEntry} where ${searchEntry.kind} = 'article' and ${searchEntry.key} = ${story.slug})`
				)
			)
			.orderBy(asc(story.id))
			.limit(500)
			.for('no key update');
		for (const row of rows) await indexStory(tx, ctx, row);
		return rows.length;
	});
}
