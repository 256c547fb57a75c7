/**
 * Which act wakes whom: one table, nothing hidden. A room that needs a later room to do something, or people to be told,
 * records an act in the journal; the worker looks it up here. Every reaction may run twice safely: a notice is kept once
 * per person and journal line.
 */
import * as deliveries from '#channels/deliveries.server.ts';
import * as drafting from '#content/drafting.server.ts';
import * as stories from '#content/telling.server.ts';
import * as hotlineIndex from '#feedback/hotline-index.server.ts';
import * as hotlineUses from '#feedback/hotline-uses.server.ts';
import * as caseDays from '#feedback/recounting.server.ts';
import * as cases from '#feedback/telling.server.ts';
import type { Ctx } from '#people/actor.ts';
import * as notices from '#people/notices.server.ts';
import { peopleWith } from '#people/positions.server.ts';
import type { Role } from '#people/role.ts';
import { dayOf } from '#platform/clock.ts';
import { transact, type Transaction } from '#platform/db.server.ts';
import type { JournalLine } from '#platform/journal.server.ts';
import * as deadlines from '#procedures/recounting.server.ts';
import * as storyDuties from '#procedures/story-duties.server.ts';
import * as procedures from '#procedures/telling.server.ts';

export type Reaction = (ctx: Ctx, entry: JournalLine) => Promise<void>;

type Told = { text: string; link: string; people: (tx: Transaction, ctx: Ctx) => Promise<number[]> };

/** What is older than two weeks (a year of samples being filled in) is no news to anybody. */
const NEWS_MILLISECONDS = 14 * 86_400_000;

function whileNews(react: Reaction): Reaction {
	return async (ctx, entry) => {
		if (ctx.now.getTime() - entry.at.getTime() <= NEWS_MILLISECONDS) await react(ctx, entry);
	};
}

/** Tells people about the line, all but the one who did the act. */
function tell(words: (entry: JournalLine) => Told): Reaction {
	return whileNews(async (ctx, entry) => {
		const { people, text, link } = words(entry);
		await transact(ctx, async (tx) => {
			const personIds = (await people(tx, ctx)).filter((id) => id !== entry.personId);
			await notices.tell(tx, ctx, { personIds, entryId: entry.id, text, link });
		});
	});
}

const holding =
	(...roles: Role[]) =>
	(tx: Transaction, ctx: Ctx) =>
		peopleWith(tx, roles, dayOf(ctx.now));

const of = (entry: JournalLine): Record<string, unknown> => (entry.after ?? {}) as Record<string, unknown>;
const task = (entry: JournalLine): string => `/lam-viec/nhiem-vu/${entry.subjectId}`;

// What happens to a story is told in the words of its own room.
const toldStories: Record<string, Reaction[]> = Object.fromEntries(
	stories.told.map((act) => [act, [whileNews(stories.tell)]])
);

// And what happens to a resident's case, in the words of feedback.
const toldCases: Record<string, Reaction[]> = Object.fromEntries(
	cases.told.map((act) => [act, [whileNews(cases.tell)]])
);

export const reactions: Record<string, Reaction[]> = {
	...toldStories,
	...toldCases,
	'feedback_limit.added': [caseDays.recountAfter],
	'feedback_limit.ended': [caseDays.recountAfter],
	'feedback_setting.changed': [caseDays.recountAfter],
	// The register lies before search and stories; they follow it here.
	'hotline.added': [hotlineIndex.follow],
	'hotline.corrected': [hotlineIndex.follow, whileNews(hotlineUses.tellOfChange)],
	'hotline.changed': [hotlineIndex.follow, whileNews(hotlineUses.tellOfChange)],
	'hotline.ended': [hotlineIndex.follow, whileNews(hotlineUses.tellOfChange)],
	// A story written because procedures changed carries its duty with it.
	'story.published': [...(toldStories['story.published'] ?? []), storyDuties.storyPublished],
	// What was sent for a story that is taken back counts no longer, and what was to be sent stays here.
	'story.withdrawn': [
		...(toldStories['story.withdrawn'] ?? []),
		async (ctx, entry) => {
			await transact(ctx, (tx) =>
				deliveries.withdrawOfStory(tx, ctx, Number(entry.subjectId), 'Bài đã gỡ khỏi Cổng thông tin.')
			);
		}
	],
	'story.removed': [...(toldStories['story.removed'] ?? []), storyDuties.storyRemoved],
	// A calendar that changes moves what was counted by it. Every room with due days of its own has its line here.
	'day_off.added': [deadlines.recountAfter, caseDays.recountAfter],
	'day_off.removed': [deadlines.recountAfter, caseDays.recountAfter],
	'procedures.changed': [
		whileNews(procedures.tell),
		whileNews(async (ctx, entry) => void (await drafting.beginFor(ctx, procedures.setOf(entry))))
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
	'delivery.failed': [
		tell((entry) => ({
			people: holding('culture', 'office'),
			text: `Chưa gửi được “${String(of(entry)['title'] ?? '')}” lên ${String(of(entry)['account'] ?? '')}. ${entry.note ?? ''}`,
			link: `/lam-viec/kenh/luot-gui/${entry.subjectId}`
		}))
	],
	'delivery.asked': [
		tell((entry) => ({
			people: holding('culture', 'office'),
			text: `Cần đồng chí xem giúp: “${String(of(entry)['title'] ?? '')}” đã lên ${String(of(entry)['account'] ?? '')} chưa.`,
			link: `/lam-viec/kenh/luot-gui/${entry.subjectId}`
		}))
	],
	'channel_account.troubled': [
		tell((entry) => ({
			people: holding('office', 'culture', 'admin'),
			text: `Tài khoản “${String(of(entry)['name'] ?? '')}” không gửi được. ${entry.note ?? ''} Các lượt gửi đang chờ sẽ đi tiếp khi tài khoản hoạt động lại.`,
			link: `/lam-viec/kenh/${entry.subjectId}`
		}))
	],
	'console.missed': [
		tell((entry) => ({
			people: holding('radio', 'culture', 'office'),
			text: `Máy phát “${String(of(entry)['name'] ?? '')}” mất liên lạc. Hãy kiểm tra máy và mạng ở đài; máy vẫn phát chương trình đã tải.`,
			link: '/lam-viec/phat-thanh/may-phat'
		}))
	],
	'emergency.drafted': [
		tell((entry) => ({
			people: holding('chair', 'vice_chair', 'office'),
			text: `Bản tin khẩn “${String(of(entry)['title'] ?? '')}” chờ xác nhận để phát ngay.`,
			link: '/lam-viec/phat-thanh/khan-cap'
		}))
	],
	'episode.submitted': [
		tell((entry) => ({
			people: holding('chair', 'vice_chair'),
			text: `Kịch bản phát thanh “${String(of(entry)['title'] ?? '')}” chờ duyệt.`,
			link: `/lam-viec/phat-thanh/so/${entry.subjectId}`
		}))
	],
	'episode.approval_voided': [
		tell((entry) => ({
			people: holding('radio'),
			text: `Kịch bản “${String(of(entry)['title'] ?? '')}” đã duyệt vừa được sửa nên cần duyệt lại; chưa duyệt thì đến giờ loa không phát.`,
			link: `/lam-viec/phat-thanh/so/${entry.subjectId}`
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
