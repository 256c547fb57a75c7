/** Where a number still stands when it changes: published stories that name it, boards whose sheets carry it. */
import { and, asc, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { plainText } from '#content/body.ts';
import { story, storyRevision } from '#content/schema.server.ts';
import { pathOf } from '#content/story.ts';
import type { Ctx } from '#people/actor.ts';
import { mentions } from '#people/hotline-check.ts';
import { feedbackLineOf, sameNumber, type Hotline } from '#people/hotline.ts';
import * as hotlines from '#people/hotlines.server.ts';
import * as notices from '#people/notices.server.ts';
import { peopleWith } from '#people/positions.server.ts';
import { addDays, dayOf, type Day } from '#platform/clock.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import * as format from '#platform/format.ts';
import type { JournalLine } from '#platform/journal.server.ts';
import { posting, postingPlace } from '#procedures/schema.server.ts';

export type Uses = {
	stories: { id: number; title: string; url: string }[];
	/** Boards with sheets printed while the number was the one for feedback. */
	boards: { id: number; name: string }[];
};

const MOST = 200;

type Said = { number: string; email: string };

/** `boardsUntil`: sheets hung before this day carry the number; null: it never stood on sheets. */
async function uses(tx: Transaction, line: Said, boardsUntil: Day | null): Promise<Uses> {
	return {
		stories: await storiesNaming(tx, line),
		boards: boardsUntil === null ? [] : await boardsPrintedBefore(tx, boardsUntil)
	};
}

async function storiesNaming(tx: Transaction, { number, email }: Said): Promise<Uses['stories']> {
	const digits = sameNumber(number).replace(/^0/, '');
	if (digits === '' && email === '') return [];
	const text = sql`${storyRevision.title} || ' ' || ${storyRevision.summary} || ' ' || ${storyRevision.body}::text`;
	const rows = await tx
		.select({
			id: story.id,
			slug: story.slug,
			title: storyRevision.title,
			summary: storyRevision.summary,
			body: storyRevision.body
		})
		.from(story)
		.innerJoin(storyRevision, eq(storyRevision.id, story.publishedRevisionId))
		.where(
			and(
				isNotNull(story.slug),
				sql`(${digits !== ''} and regexp_replace(${text}, '[^0-9]', '', 'g') like ${`%${digits}%`}
					or ${email !== ''} and strpos(lower(${text}), ${email.toLowerCase()}) > 0)`
			)
		)
		.orderBy(asc(story.id))
		.limit(MOST);
	return rows
		.filter(({ title, summary, body }) => {
			const said = [title, summary, plainText(body)].join('\n');
			return mentions(said, number) || (email !== '' && said.toLowerCase().includes(email.toLowerCase()));
		})
		.map(({ id, slug, title }) => ({ id, title, url: pathOf(slug!) }));
}

async function boardsPrintedBefore(tx: Transaction, day: Day): Promise<Uses['boards']> {
	return tx
		.selectDistinct({ id: postingPlace.id, name: postingPlace.name })
		.from(posting)
		.innerJoin(postingPlace, eq(postingPlace.id, posting.placeId))
		.where(and(isNull(posting.takenDownAt), isNull(postingPlace.retiredAt), lt(posting.postedOn, day)))
		.orderBy(asc(postingPlace.id));
}

/** Tells whoever writes, reads aloud and posts: which number changed, and where the old one still stands. */
export async function tellOfChange(ctx: Ctx, entry: JournalLine): Promise<void> {
	const before = (entry.before ?? {}) as Partial<Hotline>;
	const after = (entry.after ?? {}) as Partial<Hotline> & { from?: Day; validTo?: Day };
	const number = before.number ?? '';
	const email = before.email ?? '';
	const ended = entry.act === 'hotline.ended';
	const same = !ended && sameNumber(number) === sameNumber(after.number ?? '') && email === after.email;
	if (same || (number === '' && email === '')) return;
	await transact(ctx, async (tx) => {
		const from = after.from ?? dayOf(entry.at);
		const onSheets = feedbackLineOf([before as Hotline]) !== undefined;
		const found = await uses(tx, { number, email }, onSheets ? from : null);
		const people = await peopleWith(tx, ['culture', 'radio', 'one_stop'], dayOf(ctx.now));
		await notices.tell(tx, ctx, {
			personIds: people.filter((id) => id !== entry.personId),
			entryId: entry.id,
			text: words(entry, before, after, found),
			link: `/lam-viec/duong-day-nong/${entry.subjectId}`
		});
	});
}

function words(
	entry: JournalLine,
	before: Partial<Hotline>,
	after: Partial<Hotline> & { from?: Day; validTo?: Day },
	found: Uses
): string {
	const old = before.number || before.email;
	const name = `“${before.name ?? ''}”`;
	const head =
		entry.act === 'hotline.ended'
			? `${name} (${old}) thôi dùng sau ${format.date(after.validTo ?? entry.at)}.`
			: entry.act === 'hotline.corrected'
				? `${name}: số đúng là ${after.number || after.email}, trước đây ghi nhầm ${old}.`
				: `${name} đổi từ ${format.date(after.from ?? entry.at)}: ${after.number || after.email} thay cho ${old}.`;
	const titles = found.stories.slice(0, 3).map(({ title }) => `“${title.slice(0, 80)}”`);
	const more = found.stories.length - titles.length;
	const places = [
		...(titles.length > 0
			? [`tin bài ${titles.join(', ')}${more > 0 ? ` và ${format.number(more)} bài khác` : ''}`]
			: []),
		...(found.boards.length > 0
			? [
					`tờ niêm yết tại ${found.boards
						.map((board) => board.name)
						.slice(0, 5)
						.join(', ')}`
				]
			: [])
	];
	return places.length > 0
		? `${head} Các nơi còn ghi số cũ: ${places.join('; ')}. Hãy sửa và in lại.`
		: `${head} Chưa thấy tin bài hay tờ niêm yết nào còn ghi số cũ.`;
}

/** A line of the register with where its number stands; for people of the ward. */
export async function lineWithUses(
	ctx: Ctx,
	id: number
): Promise<{ line: Hotline; register: Hotline[]; uses: Uses } | undefined> {
	const register = await hotlines.list(ctx);
	const line = register.find((row) => row.id === id);
	if (!line) return undefined;
	const onSheets = line.public && feedbackLineOf([line]) !== undefined;
	const until = addDays(line.validTo ?? dayOf(ctx.now), 1);
	return { line, register, uses: await read(ctx, (tx) => uses(tx, line, onSheets ? until : null)) };
}
