/**
 * Answering (trả lời): drafted by one, approved by a leader who did not draft it, then sent. Every saved draft is kept:
 * who wrote any of it does not approve it.
 */
import { and, desc, eq, isNull } from 'drizzle-orm';
import { person, type Ctx } from '#people/actor.ts';
import { transact, type Transaction } from '#platform/db.server.ts';
import { Refusal } from '#platform/refusal.ts';
import { begin, move, type CaseRow } from './facts.server.ts';
import { tidy, wordsOf } from './given-words.ts';
import { tellMerged } from './merged.server.ts';
import { feedbackAnswer, violations } from './schema.server.ts';

export type Draft = {
	text: string;
	legalBasis?: string;
	/** The body whose answer it is, when the case had been forwarded. */
	answeredBy?: string;
};

export async function draft(ctx: Ctx, id: number, given: Draft, lockVersion?: number): Promise<void> {
	await transact(ctx, async (tx) => {
		const loaded = await begin(tx, ctx, 'draft', id, lockVersion);
		const forwarded = loaded.row.state === 'forwarded';
		const text = wordsOf(given.text, {
			field: 'text',
			what: 'nội dung trả lời',
			atLeast: 20,
			atMost: 20_000
		});
		const open = /\{[^{}\n]{1,40}\}/.exec(text);
		if (open)
			throw new Refusal({
				code: 'feedback.placeholder',
				field: 'text',
				message: `Mẫu còn chỗ chưa điền: ${open[0]}. Hãy thay bằng nội dung thật rồi lưu lại.`
			});
		const answeredBy = tidy(given.answeredBy ?? '').slice(0, 300);
		if (forwarded && answeredBy === '')
			throw new Refusal({
				code: 'feedback.answered_by',
				field: 'answeredBy',
				message: 'Việc này đã chuyển cơ quan khác. Hãy ghi rõ đây là trả lời của cơ quan nào.'
			});
		const [answer] = await tx
			.insert(feedbackAnswer)
			.values({
				caseId: id,
				text,
				legalBasis: tidy(given.legalBasis ?? '').slice(0, 2000),
				answeredBy,
				draftedAt: ctx.now,
				draftedByPersonId: person(ctx).personId
			})
			.returning({ id: feedbackAnswer.id });
		await move(
			tx,
			ctx,
			loaded,
			'draft',
			{ answerId: answer!.id },
			{
				told: forwarded ? `${answeredBy} đã có trả lời; phường đang chuyển đến ông/bà.` : ''
			}
		);
	});
}

/** The answer of the body it was forwarded to, written down to be approved and sent like the ward's own. */
export async function recordOutsideAnswer(
	ctx: Ctx,
	id: number,
	given: Draft & { answeredBy: string },
	lockVersion?: number
): Promise<void> {
	await draft(ctx, id, given, lockVersion);
}

export async function sendBack(ctx: Ctx, id: number, reason: string, lockVersion?: number): Promise<void> {
	await transact(ctx, async (tx) => {
		const loaded = await begin(tx, ctx, 'send_back', id, lockVersion);
		const why = wordsOf(reason, { field: 'reason', what: 'cần sửa gì trong dự thảo', atLeast: 5 });
		await move(tx, ctx, loaded, 'send_back', {}, { reason: why });
	});
}

export async function approve(ctx: Ctx, id: number, lockVersion?: number): Promise<void> {
	await transact(
		ctx,
		async (tx) => {
			const loaded = await begin(tx, ctx, 'approve', id, lockVersion);
			const { personId } = person(ctx);
			if ((await draftersOf(tx, loaded.row)).includes(personId)) throw ownAnswer();
			await tx
				.update(feedbackAnswer)
				.set({ approvedAt: ctx.now, approvedByPersonId: personId })
				.where(eq(feedbackAnswer.id, loaded.row.answerId!));
			await move(tx, ctx, loaded, 'approve', {});
		},
		violations
	);
}

/** Who wrote on the answer being worked on: everybody who saved a draft since the last one that was sent. */
export async function draftersOf(tx: Transaction, row: Pick<CaseRow, 'id'>): Promise<number[]> {
	const drafts = await tx
		.select({ by: feedbackAnswer.draftedByPersonId, sentAt: feedbackAnswer.sentAt })
		.from(feedbackAnswer)
		.where(eq(feedbackAnswer.caseId, row.id))
		.orderBy(desc(feedbackAnswer.id));
	const sent = drafts.findIndex(({ sentAt }) => sentAt !== null);
	return [...new Set(drafts.slice(0, sent < 0 ? undefined : sent).map(({ by }) => by))];
}

export const ownAnswer = (): Refusal =>
	new Refusal({
		code: 'feedback.own_answer',
		status: 403,
		message: 'Đồng chí đã soạn một phần câu trả lời này nên không tự duyệt. Hãy nhờ lãnh đạo khác duyệt.'
	});

/** Sends the approved answer: to the sender, and to everybody whose message was merged into this one. */
export async function answer(ctx: Ctx, id: number, lockVersion?: number): Promise<void> {
	await transact(ctx, async (tx) => {
		const loaded = await begin(tx, ctx, 'answer', id, lockVersion);
		await tx
			.update(feedbackAnswer)
			.set({ sentAt: ctx.now, sentByPersonId: person(ctx).personId })
			.where(and(eq(feedbackAnswer.id, loaded.row.answerId!), isNull(feedbackAnswer.sentAt)));
		const alsoTo = await tellMerged(
			tx,
			ctx,
			id,
			'answer',
			'Phường đã trả lời việc cùng nội dung. Câu trả lời ấy cũng là trả lời cho ông/bà, xem ngay ở trang này.'
		);
		await move(
			tx,
			ctx,
			loaded,
			'answer',
			{},
			{
				told: 'Phường đã trả lời. Xin xem câu trả lời ở trang này; ông/bà có thể đánh giá hoặc đề nghị xem lại.',
				after: { alsoTo },
				notify: true
			}
		);
	});
}
