/**
 * Quarantine (tin nghi là rác): what looked like rubbish waits here for a person's look. Nothing is dropped by itself;
 * what a person finds to be rubbish can be taken out again.
 */
import { transact } from '#platform/db.server.ts';
import type { Ctx } from '#people/actor.ts';
import { Refusal } from '#platform/refusal.ts';
import { begin, move } from './facts.server.ts';

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
