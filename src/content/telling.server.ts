/** Who is told of what happens to a story, and in which words; follows lines of the journal (src/reactions.ts). */
import { eq } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import * as notices from '#people/notices.server.ts';
import { peopleWith } from '#people/positions.server.ts';
import type { Role } from '#people/role.ts';
import { dayOf } from '#platform/clock.ts';
import { transact } from '#platform/db.server.ts';
import * as format from '#platform/format.ts';
import type { JournalLine } from '#platform/journal.server.ts';
import type { StoryRow } from './facts.server.ts';
import { story, storyRevision } from './schema.server.ts';

type News = {
	/** Posts whose holders are told. */
	roles?: Role[];
	/** Persons of the story itself. */
	persons?: (row: StoryRow, entry: JournalLine) => (number | null | undefined)[];
	words: (title: string, entry: JournalLine) => string;
};

const after = (entry: JournalLine): Record<string, unknown> => (entry.after ?? {}) as Record<string, unknown>;
const author = (row: StoryRow): number[] => [row.authorPersonId];

/** One row for each act that somebody wants to know of. */
const news: Record<string, News> = {
	'story.submitted': { roles: ['chair', 'vice_chair'], words: (title) => `Chờ duyệt: ${title}` },
	'story.sent_back': {
		persons: author,
		words: (title, { note }) => `Bài được trả lại để sửa: ${title}. Lý do: ${(note ?? '').slice(0, 200)}`
	},
	'story.approved': { persons: author, words: (title) => `Bài đã được duyệt: ${title}` },
	'story.approval_voided': {
		persons: (_row, entry) => [after(entry)['approvedByPersonId'] as number | undefined],
		words: (title) => `Bài đồng chí đã duyệt vừa được sửa, cần duyệt lại: ${title}`
	},
	'story.published_late': {
		roles: ['office'],
		persons: (row) => [row.authorPersonId, row.approvedByPersonId],
		words: (title, entry) =>
			`Bài đăng muộn ${format.number(Math.ceil(Number(after(entry)['lateSeconds']) / 60))} phút so với giờ hẹn: ${title}`
	},
	'story.published': {
		persons: author,
		words: (title) => `Bài đã lên cổng: ${title}`
	},
	'story.withdrawn': {
		roles: ['culture'],
		persons: author,
		words: (title, { note }) => `Bài đã gỡ khỏi cổng: ${title}. Lý do: ${(note ?? '').slice(0, 200)}`
	},
	'story.conflict_kept': {
		persons: author,
		words: (title) => `Có hai bản sửa cùng lúc, cần chọn bản dùng tiếp: ${title}`
	},
	'story.review_due': {
		roles: ['office'],
		persons: author,
		words: (title, entry) => {
			const { reviewBy, expiresOn } = after(entry) as { reviewBy: string | null; expiresOn: string | null };
			const dates = [
				reviewBy && `rà soát lại ${format.date(reviewBy)}`,
				expiresOn && `hết hiệu lực ${format.date(expiresOn)}`
			];
			return `Bài cần xem lại (${dates.filter(Boolean).join(', ')}): ${title}`;
		}
	}
};
/** An emergency publication is told to those who can clear it. */
const emergency: News = {
	roles: ['vice_chair', 'office'],
	words: (title) => `Bài được đăng khẩn, cần hậu kiểm: ${title}`
};

/** The acts to follow, for the table of reactions. */
export const told: string[] = Object.keys(news);

/** Tells everybody concerned, but not whoever did it. Runs twice without harm: a line tells a person once. */
export async function tell(ctx: Ctx, entry: JournalLine): Promise<void> {
	const one =
		entry.act === 'story.published' && after(entry)['emergency'] === true ? emergency : news[entry.act];
	if (!one) return;
	await transact(ctx, async (tx) => {
		const [found] = await tx
			.select({ row: story, title: storyRevision.title })
			.from(story)
			.innerJoin(storyRevision, eq(storyRevision.id, story.currentRevisionId))
			.where(eq(story.id, Number(entry.subjectId)));
		// Removed in the meantime: nothing left to look at.
		if (!found) return;
		const byPost = one.roles ? await peopleWith(tx, one.roles, dayOf(ctx.now)) : [];
		const concerned = new Set([...byPost, ...(one.persons?.(found.row, entry) ?? [])]);
		const personIds = [...concerned].filter(
			(id): id is number => typeof id === 'number' && id !== entry.personId
		);
		const text = one.words(found.title || 'bài chưa có tiêu đề', entry);
		await notices.tell(tx, ctx, {
			personIds,
			entryId: entry.id,
			text,
			link: `/lam-viec/tin-bai/${found.row.id}`
		});
	});
}
