/**
 * A story draft the program writes when procedures changed, so that the culture officer begins with the facts in place:
 * it is an ordinary draft, to be read, completed, approved by somebody else. One per change set.
 */
import { eq } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { peopleWith } from '#people/positions.server.ts';
import type { Role } from '#people/role.ts';
import { dayOf } from '#platform/clock.ts';
import { transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { refuseIfAny } from '#platform/refusal.ts';
import * as storyDuties from '#procedures/story-duties.server.ts';
import { newsOf, type ChangeNews, type ToldChange, type ToldSet } from '#procedures/telling.ts';
import { parseBody, type Block, type Body, type Inline } from './body.ts';
import { refusals } from './policy.ts';
import { insertRevision } from './revisions.server.ts';
import { story } from './schema.server.ts';
import { emptyText } from './story.ts';

/** Who the draft is for: the culture officer, else whoever writes next. */
const writers: Role[] = ['culture', 'office', 'one_stop'];

/**
 * Begins the draft of a change set, once: undefined when there is one already, when nothing is to be told, or when
 * nobody is there to write. A person who presses the button writes it themselves.
 */
export async function beginFor(ctx: Ctx, changeSetId: number): Promise<number | undefined> {
	if (ctx.actor.kind !== 'robot') refuseIfAny(refusals(ctx.actor, 'create'));
	return transact(ctx, async (tx) => {
		const dutyId = await storyDuties.waitingForStory(tx, changeSetId);
		const told = dutyId === undefined ? undefined : await storyDuties.toldOf(tx, changeSetId);
		if (dutyId === undefined || !told) return undefined;
		const storyId = await draft(tx, ctx, told.set, told.changes);
		if (storyId !== undefined) await storyDuties.storyBegun(tx, ctx, dutyId, storyId);
		return storyId;
	});
}

async function draft(
	tx: Transaction,
	ctx: Ctx,
	set: ToldSet,
	changes: ToldChange[]
): Promise<number | undefined> {
	const news = newsOf(set, changes);
	if (!news) return undefined;
	const authorPersonId = ctx.actor.kind === 'person' ? ctx.actor.personId : await writer(tx, ctx);
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
