/**
 * A story draft the program writes when procedures changed, so that the culture officer begins with the facts in place:
 * it is an ordinary draft, to be read, completed, approved by somebody else. One per change set.
 */
import { dayOf } from '#platform/clock.ts';
import type { Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import type { Ctx } from '#people/actor.ts';
import { peopleWith } from '#people/positions.server.ts';
import type { Role } from '#people/role.ts';
import { newsOf, type ChangeNews, type ToldChange, type ToldSet } from '#procedures/telling.ts';
import { eq } from 'drizzle-orm';
import { parseBody, type Block, type Body, type Inline } from './body.ts';
import { insertRevision } from './revisions.server.ts';
import { story } from './schema.server.ts';
import { emptyText } from './story.ts';

/** Who the draft is for: the culture officer, else whoever writes next. */
const writers: Role[] = ['culture', 'office', 'one_stop'];

/** Begins the draft in the caller's transaction; undefined when there is nothing to tell or nobody to write. */
export async function draftOfChanges(
	tx: Transaction,
	ctx: Ctx,
	set: ToldSet,
	changes: ToldChange[]
): Promise<number | undefined> {
	const news = newsOf(set, changes);
	if (!news) return undefined;
	const authorPersonId = await writer(tx, ctx);
	if (authorPersonId === undefined) return undefined;
	const text = {
		...emptyText,
		title: news.title,
		summary: news.summary,
		body: bodyOf(news),
		citedDocuments: set.number ? [set.number] : [],
		audiences: ['residents' as const]
	};
	const [row] = await tx
		.insert(story)
		.values({ authorPersonId, createdAt: ctx.now, changedAt: ctx.now })
		.returning({ id: story.id });
	const id = row!.id;
	const revision = await insertRevision(tx, ctx, id, text, { kind: 'auto', byPersonId: authorPersonId });
	await tx.update(story).set({ currentRevisionId: revision.id }).where(eq(story.id, id));
	await record(tx, ctx, {
		act: 'story.created',
		subject: { kind: 'story', id },
		after: { title: text.title, taskId: null, forPersonId: authorPersonId }
	});
	return id;
}

async function writer(tx: Transaction, ctx: Ctx): Promise<number | undefined> {
	for (const role of writers) {
		const [first] = await peopleWith(tx, [role], dayOf(ctx.now));
		if (first !== undefined) return first;
	}
	return undefined;
}

const paragraph = (...content: Inline[]): Block => ({ type: 'paragraph', content });
const text = (words: string): Inline => ({ type: 'text', text: words.normalize('NFC') });
const linked = (words: string, href: string): Inline => ({
	type: 'text',
	text: words.normalize('NFC'),
	marks: [{ type: 'link', attrs: { href } }]
});

function bodyOf(news: ChangeNews): Body {
	const content: Block[] = [
		paragraph(text(news.opening)),
		...news.sections.flatMap(({ heading, items }): Block[] => [
			{ type: 'heading', attrs: { level: 2 }, content: [text(heading)] },
			{
				type: 'bulletList',
				content: items.map(({ label, href, rest }) => ({
					type: 'listItem',
					content: [paragraph(linked(label, href), text(rest))]
				}))
			}
		]),
		...(news.more > 0
			? [
					paragraph(
						text(`Còn ${news.more} thủ tục khác, xem đầy đủ tại `),
						linked('trang Thủ tục thay đổi', '/thu-tuc/thay-doi'),
						text('.')
					)
				]
			: []),
		...news.closing.map((words) => paragraph(text(words)))
	];
	// The same door every text comes through, so that the editor can open what the program wrote.
	const parsed = parseBody({ type: 'doc', content });
	if (!parsed.ok) throw new Error(`the draft of the program is not a body: ${parsed.problem.message}`);
	return parsed.body;
}
