/**
 * Merging (gộp): several people told of the same thing. One case is worked on; everybody is told, and everybody gets
 * its answer under their own code. Likely duplicates are found by the likeness of fingerprints; a person decides.
 */
import { and, desc, eq, gt, inArray, isNull, ne, notInArray, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { addDays, dayOf, startOfDay } from '#platform/clock.ts';
import { read, transact } from '#platform/db.server.ts';
import { Refusal } from '#platform/refusal.ts';
import { ownPath, type CaseState } from './case.ts';
import { begin, load, move } from './facts.server.ts';
import { wordsOf } from './given-words.ts';
import { likeness } from './likeness.ts';
import { closePause } from './pausing.server.ts';
import { feedbackCase } from './schema.server.ts';

/** Never a place to merge into: ended without an answer of their own. */
const noTarget: CaseState[] = ['quarantined', 'spam', 'merged', 'withdrawn', 'guided', 'refused'];
const DAYS_BACK = 180;
const ALIKE_FROM = 0.3;
/** As many of the newest are compared. */
const COMPARED = 2000;

export type LikelySame = {
	id: number;
	code: string;
	title: string;
	state: CaseState;
	likeness: number;
	at: Date;
};

/** Cases of the last half year that say nearly the same, the most alike first. */
export async function likelySame(ctx: Ctx, id: number, limit = 5): Promise<LikelySame[]> {
	return read(ctx, async (tx) => {
		const { row } = await load(tx, ctx, id, 'look');
		if (row.fingerprint.length === 0) return [];
		const others = await tx
			.select({
				id: feedbackCase.id,
				code: feedbackCase.code,
				title: feedbackCase.title,
				state: feedbackCase.state,
				at: feedbackCase.receivedAt,
				fingerprint: feedbackCase.fingerprint
			})
			.from(feedbackCase)
			.where(
				and(
					ne(feedbackCase.id, id),
					notInArray(feedbackCase.state, noTarget),
					isNull(feedbackCase.sealedText),
					// A part split off is another matter by decision.
					sql`${feedbackCase.originalCaseId} is distinct from ${id}`,
					sql`${feedbackCase.id} is distinct from ${row.originalCaseId}`,
					gt(feedbackCase.receivedAt, startOfDay(addDays(dayOf(row.receivedAt), -DAYS_BACK)))
				)
			)
			.orderBy(desc(feedbackCase.receivedAt))
			.limit(COMPARED);
		return others
			.map(({ fingerprint, ...other }) => ({ ...other, likeness: likeness(row.fingerprint, fingerprint) }))
			.filter((other) => other.likeness >= ALIKE_FROM)
			.toSorted((a, b) => b.likeness - a.likeness || b.id - a.id)
			.slice(0, limit);
	});
}

/** Merges the case into another one, given by its code. */
export async function merge(ctx: Ctx, id: number, intoCode: string, lockVersion?: number): Promise<void> {
	await transact(ctx, async (tx) => {
		const code = intoCode.trim().toUpperCase();
		const [named] = await tx
			.select({ id: feedbackCase.id })
			.from(feedbackCase)
			.where(eq(feedbackCase.code, code));
		// Both are locked in the order of their numbers, so that two merges cannot wait for each other.
		if (named) {
			await tx
				.select({ id: feedbackCase.id })
				.from(feedbackCase)
				.where(inArray(feedbackCase.id, [id, named.id]))
				.orderBy(feedbackCase.id)
				.for('no key update');
		}
		const loaded = await begin(tx, ctx, 'merge', id, lockVersion);
		if (!named) throw refused('no_such_case', `Không có phản ánh mã “${code}”. Hãy kiểm tra lại mã.`);
		if (named.id === id)
			throw refused('into_itself', 'Không gộp một phản ánh vào chính nó. Hãy nhập mã khác.');
		const target = await load(tx, ctx, named.id, 'look');
		if (noTarget.includes(target.row.state) || target.facts.sealed)
			throw refused(
				'no_target',
				`Phản ánh ${code} đã kết thúc hoặc chưa tiếp nhận nên không gộp vào được. Hãy chọn việc đang xử lý hoặc đã trả lời.`
			);
		const classes = [loaded.row.class, target.row.class];
		if (classes.some((one) => one !== null && ownPath.includes(one)))
			throw refused(
				'own_path',
				'Tố cáo, khiếu nại và tố giác tội phạm không gộp với phản ánh. Hãy dùng “Hướng dẫn theo luật riêng”.'
			);
		await closePause(tx, ctx, id);
		const answered = target.row.state === 'answered' || target.row.state === 'published';
		await move(
			tx,
			ctx,
			loaded,
			'merge',
			{ mergedIntoCaseId: named.id },
			{
				told: answered
					? 'Phường đã trả lời một phản ánh cùng nội dung. Câu trả lời ấy cũng là trả lời cho ông/bà, xem ngay ở trang này.'
					: 'Đã có phản ánh cùng nội dung đang được xử lý, nên phường gộp để trả lời chung. Khi có trả lời, ông/bà xem được ở ngay mã này.',
				after: { into: code },
				notify: true
			}
		);
	});
}

const refused = (code: string, message: string): Refusal =>
	new Refusal({ code: `feedback.${code}`, field: 'into', status: 409, message });

/** Takes a case out again: it was another matter after all. */
export async function unmerge(ctx: Ctx, id: number, reason: string, lockVersion?: number): Promise<void> {
	await transact(ctx, async (tx) => {
		const loaded = await begin(tx, ctx, 'unmerge', id, lockVersion);
		const why = wordsOf(reason, { field: 'reason', what: 'vì sao bỏ gộp', atLeast: 5 });
		await move(
			tx,
			ctx,
			loaded,
			'unmerge',
			{ mergedIntoCaseId: null },
			{
				told: 'Phường xem riêng phản ánh của ông/bà, không gộp với việc khác nữa.',
				reason: why,
				notify: true
			}
		);
	});
}
