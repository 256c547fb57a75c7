/** What search knows of the stories: in the transaction of the change, so what is found and what is public agree. */
import { eq } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { addDays, startOfDay } from '#platform/clock.ts';
import type { Transaction } from '#platform/db.server.ts';
import type { Entry } from '#search/entry.ts';
import { replace } from '#search/index.server.ts';
import { areaNames } from './areas.server.ts';
import { plainText } from './body.ts';
import type { StoryRow } from './facts.server.ts';
import { storyRevision } from './schema.server.ts';
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
		aliases: [],
		body: [
			summary,
			plainText(body).slice(0, MOST_BODY),
			areas.flatMap((key) => names[key] ?? []).join(', '),
			citedDocuments.join(', ')
		].join('\n'),
		facets: {},
		shownFrom: null,
		// What no longer holds misleads: the page keeps its notice, but nobody is led there.
		shownTo: row.expiresOn ? startOfDay(addDays(row.expiresOn, 1)) : null,
		publishedAt: row.publishedAt
	};
}
