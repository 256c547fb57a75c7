/**
 * Quarantine (tin nghi là rác): what looked like rubbish waits here for a person's look. Nothing is dropped by itself;
 * what a person finds to be rubbish can be taken out again.
 */
import { and, eq, isNull, lte, ne } from 'drizzle-orm';
import { transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import type { Ctx } from '#people/actor.ts';
import { Refusal } from '#platform/refusal.ts';
import { begin, move, type CaseRow } from './facts.server.ts';
import { feedbackCase, feedbackFile } from './schema.server.ts';
import { eraseIn } from './senders.server.ts';
import { settingsIn } from './settings.server.ts';
import { take } from './whole.server.ts';

const RELEASED = 'Phường đã xem và tiếp nhận phản ánh.';
const REJECTED =
	'Phường đã xem và xác định nội dung này là tin rác nên không xử lý. Nếu có nhầm lẫn, xin gọi đường dây nóng và đọc mã này.';

/** Each in a transaction of its own: one that somebody else has just decided does not hold up the others. */
async function each(
	ids: number[],
	verb: (id: number) => Promise<void>
): Promise<{ done: number; refusals: { id: number; message: string }[] }> {
	if (ids.length === 0)
		throw new Refusal({
			code: 'feedback.none_chosen',
			field: 'ids',
			message: 'Chưa chọn tin nào. Hãy đánh dấu các tin cần quyết định rồi bấm lại.'
		});
	const refusals: { id: number; message: string }[] = [];
	for (const id of new Set(ids)) {
		try {
			await verb(id);
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			refusals.push({ id, message: error.message });
		}
	}
	return { done: new Set(ids).size - refusals.length, refusals };
}

/** Not rubbish: received like any other. */
export async function release(ctx: Ctx, id: number, lockVersion?: number): Promise<void> {
	await transact(ctx, async (tx) => {
		const loaded = await begin(tx, ctx, 'release', id, lockVersion);
		await move(tx, ctx, loaded, 'release', { quarantineWhy: null }, { told: RELEASED, notify: true });
	});
}

export async function rejectSpam(ctx: Ctx, id: number, lockVersion?: number): Promise<void> {
	await transact(ctx, async (tx) => {
		const loaded = await begin(tx, ctx, 'reject_spam', id, lockVersion);
		await move(tx, ctx, loaded, 'reject_spam', {}, { told: REJECTED });
	});
}

export const releaseAll = (ctx: Ctx, ids: number[]) => each(ids, (id) => release(ctx, id));
export const rejectAll = (ctx: Ctx, ids: number[]) => each(ids, (id) => rejectSpam(ctx, id));

const REMOVED = '(Tin rác, nội dung đã xóa khi hết thời gian giữ.)';

/** What a person found to be rubbish is kept for a time, then emptied; the line that it was there stays. By the worker. */
export async function emptyDue(ctx: Ctx): Promise<number> {
	return transact(ctx, async (tx) => {
		const { spamRetentionDays } = await settingsIn(tx);
		const before = new Date(ctx.now.getTime() - spamRetentionDays * 86_400_000);
		const over = await tx
			.select()
			.from(feedbackCase)
			.where(
				and(
					eq(feedbackCase.state, 'spam'),
					lte(feedbackCase.closedAt, before),
					ne(feedbackCase.text, REMOVED)
				)
			)
			.orderBy(feedbackCase.id)
			.limit(200)
			.for('no key update', { skipLocked: true });
		for (const row of over) {
			// A part of a message: its sender still waits for the other parts.
			if (!(await othersOfSender(tx, row))) await eraseIn(tx, ctx, row, 'retention');
			// What was sent as one with it is read in its parts.
			await take(tx, row);
			await tx
				.delete(feedbackFile)
				.where(and(eq(feedbackFile.caseId, row.id), isNull(feedbackFile.publicFileId)));
			await tx
				.update(feedbackCase)
				.set({
					text: REMOVED,
					place: '',
					latitude: null,
					longitude: null,
					suggestion: { class: 'spam', unit: null, personalData: [], reasons: [] },
					fingerprint: [],
					addressMark: null,
					contentMark: null
				})
				.where(eq(feedbackCase.id, row.id));
			await record(tx, ctx, {
				act: 'feedback.spam_emptied',
				subject: { kind: 'feedback', id: row.id },
				after: { code: row.code }
			});
		}
		return over.length;
	});
}

async function othersOfSender(tx: Transaction, { id, senderId }: CaseRow): Promise<boolean> {
	if (senderId === null) return false;
	const others = await tx
		.select({ id: feedbackCase.id })
		.from(feedbackCase)
		.where(and(eq(feedbackCase.senderId, senderId), ne(feedbackCase.id, id), ne(feedbackCase.state, 'spam')))
		.limit(1);
	return others.length > 0;
}
