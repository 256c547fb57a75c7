/**
 * Which act wakes whom: one table, nothing hidden. A room that needs a later room to do something, or people to be told,
 * records an act in the journal; the worker looks it up here. Every reaction may run twice safely: a notice is kept once
 * per person and journal line.
 */
import { eq } from 'drizzle-orm';
import { story } from '#content/schema.server.ts';
import type { Ctx } from '#people/actor.ts';
import * as notices from '#people/notices.server.ts';
import { peopleWith } from '#people/positions.server.ts';
import type { Role } from '#people/role.ts';
import { dayOf } from '#platform/clock.ts';
import { transact, type Transaction } from '#platform/db.server.ts';
import type { JournalLine } from '#platform/journal.server.ts';

export type Reaction = (ctx: Ctx, entry: JournalLine) => Promise<void>;

type Told = { text: string; link: string; people: (tx: Transaction, ctx: Ctx) => Promise<number[]> };

/** What is older than two weeks (a year of samples being filled in) is no news to anybody. */
const NEWS_MILLISECONDS = 14 * 86_400_000;

/** Tells people about the line, all but the one who did the act. */
function tell(words: (entry: JournalLine) => Told): Reaction {
	return async (ctx, entry) => {
		if (ctx.now.getTime() - entry.at.getTime() > NEWS_MILLISECONDS) return;
		const { people, text, link } = words(entry);
		await transact(ctx, async (tx) => {
			const personIds = (await people(tx, ctx)).filter((id) => id !== entry.personId);
			await notices.tell(tx, ctx, { personIds, entryId: entry.id, text, link });
		});
	};
}

const leaders: Role[] = ['chair', 'vice_chair'];
const holding =
	(...roles: Role[]) =>
	(tx: Transaction, ctx: Ctx) =>
		peopleWith(tx, roles, dayOf(ctx.now));

/** The author of the story the line is about. */
const author = (entry: JournalLine) => async (tx: Transaction) => {
	const [row] = await tx
		.select({ id: story.authorPersonId })
		.from(story)
		.where(eq(story.id, Number(entry.subjectId)));
	return row ? [row.id] : [];
};

const of = (entry: JournalLine): Record<string, unknown> => (entry.after ?? {}) as Record<string, unknown>;
const title = (entry: JournalLine): string => `“${String(of(entry)['title'] ?? 'không tên')}”`;
const desk = (entry: JournalLine): string => `/lam-viec/tin-bai/${entry.subjectId}`;
const task = (entry: JournalLine): string => `/lam-viec/nhiem-vu/${entry.subjectId}`;

export const reactions: Record<string, Reaction[]> = {
	'story.submitted': [
		tell((entry) => ({
			people: holding(...leaders),
			text: `Bài ${title(entry)} chờ duyệt.`,
			link: desk(entry)
		}))
	],
	'story.sent_back': [
		tell((entry) => ({
			people: author(entry),
			text: `Bài ${title(entry)} được trả lại: ${entry.note ?? ''} Hãy sửa rồi gửi duyệt lại.`,
			link: desk(entry)
		}))
	],
	'story.approved': [
		tell((entry) => ({
			people: author(entry),
			text: `Bài ${title(entry)} đã được duyệt.`,
			link: desk(entry)
		}))
	],
	'story.published_late': [
		tell((entry) => ({
			people: async (tx, ctx) => [
				...(await author(entry)(tx)),
				...(await holding('culture', 'office')(tx, ctx))
			],
			text: `Bài ${title(entry)} đăng muộn ${Math.max(1, Math.round(Number(of(entry)['lateSeconds']) / 60))} phút so với giờ hẹn, vì chương trình không chạy vào lúc đó.`,
			link: desk(entry)
		}))
	],
	'story.review_due': [
		tell((entry) => ({
			people: author(entry),
			text: `Bài ${title(entry)} đến hạn xem lại hoặc sắp hết hạn. Hãy kiểm tra xem nội dung còn đúng không.`,
			link: desk(entry)
		}))
	],
	'plan.issued': [
		tell((entry) => ({
			people: holding(
				'chair',
				'vice_chair',
				'office',
				'culture',
				'radio',
				'justice',
				'accountant',
				'one_stop',
				'front',
				'residential'
			),
			text: `Kế hoạch số ${String(of(entry)['number'] ?? '')} đã ban hành. Hãy xem nhiệm vụ của đơn vị và xác nhận đã nhận.`,
			link: `/lam-viec/ke-hoach/${entry.subjectId}`
		}))
	],
	'task.reminded': [
		tell((entry) => ({
			people: () => Promise.resolve((of(entry)['personIds'] as number[] | undefined) ?? []),
			text: `Đôn đốc: ${entry.note ?? 'nhiệm vụ của đơn vị cần được thực hiện.'}`,
			link: task(entry)
		}))
	],
	'task.confirmation_asked': [
		tell((entry) => ({
			people: () => Promise.resolve([Number(of(entry)['askedOfPersonId'])].filter((id) => id > 0)),
			text: 'Đồng chí được đề nghị xác nhận một nhiệm vụ đã hoàn thành.',
			link: task(entry)
		}))
	]
};

/** Does anybody follow this act? Told to the journal at start, so that unfollowed acts cost no job. */
export function isFollowed(act: string): boolean {
	return act in reactions;
}
