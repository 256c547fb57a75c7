/**
 * Leading on (chuyển, hướng dẫn, không tiếp nhận): what the ward does not answer itself. The sender always learns where
 * it went, or why not, and what they can do next (NĐ 20/2008 Đ9; NĐ 154/2026 Đ4).
 */
import { and, asc, eq } from 'drizzle-orm';
import { person as personTable } from '#people/schema.server.ts';
import type { Ctx } from '#people/actor.ts';
import { transact, type Transaction } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import * as format from '#platform/format.ts';
import { Refusal } from '#platform/refusal.ts';
import { ownPath, refusalGrounds, type RefusalGround } from './case.ts';
import { begin, move, type CaseRow } from './facts.server.ts';
import { wordsForSender, wordsOf } from './given-words.ts';
import { guidanceKinds, guidanceWords, type GuidanceKind } from './guidance.ts';
import { mergedInto, tellMerged } from './merged.server.ts';
import { closePause } from './pausing.server.ts';
import { seal } from './publication-withdrawal.server.ts';
import { feedbackAnswer, feedbackCase, feedbackMessage, feedbackStep } from './schema.server.ts';
import { sealText } from './senders.server.ts';
import { take } from './whole.server.ts';

export type Forwarding = {
	/** The competent body. */
	to: string;
	/** How the sender reaches it: address, number, page. */
	reach: string;
	reason?: string;
};

export async function forward(ctx: Ctx, id: number, given: Forwarding, lockVersion?: number): Promise<void> {
	await transact(ctx, async (tx) => {
		const loaded = await begin(tx, ctx, 'forward', id, lockVersion);
		const to = wordsOf(given.to, { field: 'to', what: 'tên cơ quan có thẩm quyền', atLeast: 5, atMost: 200 });
		const reach = wordsOf(given.reach, {
			field: 'reach',
			what: 'cách liên hệ với cơ quan đó (địa chỉ, điện thoại hoặc trang thông tin)',
			atLeast: 5,
			atMost: 500
		});
		const told = `Nội dung này thuộc thẩm quyền của ${to}. Phường đã chuyển ngày ${format.date(ctx.now)}. Ông/bà có thể liên hệ: ${reach}. Khi có trả lời, phường báo lại ở đây.`;
		await tellMerged(tx, ctx, id, 'forward', told);
		await move(
			tx,
			ctx,
			loaded,
			'forward',
			{ forwardedTo: to },
			{
				told,
				reason: (given.reason ?? '').trim().slice(0, 1000),
				after: { to },
				notify: true
			}
		);
	});
}

/** The other body found it is not theirs, or gave it back. */
export async function takeBack(ctx: Ctx, id: number, reason: string, lockVersion?: number): Promise<void> {
	await transact(ctx, async (tx) => {
		const loaded = await begin(tx, ctx, 'take_back', id, lockVersion);
		const why = wordsOf(reason, { field: 'reason', what: 'cơ quan kia trả lại vì sao', atLeast: 5 });
		await move(
			tx,
			ctx,
			loaded,
			'take_back',
			{ forwardedTo: null },
			{
				told: `${loaded.row.forwardedTo ?? 'Cơ quan nhận'} đã chuyển lại; phường tiếp tục xem xét.`,
				reason: why,
				notify: true
			}
		);
	});
}

export type Guidance = { kind: string; place: string };

const SEALED = '(Nội dung đã niêm phong vì thuộc trình tự riêng theo luật.)';

/** Tells the sender their lawful path, and seals what they wrote: nobody here works on it, nobody here reads it. */
export async function guide(ctx: Ctx, id: number, given: Guidance, lockVersion?: number): Promise<void> {
	const gone = await transact(ctx, async (tx) => {
		const loaded = await begin(tx, ctx, 'guide', id, lockVersion);
		if (!Object.hasOwn(guidanceKinds, given.kind))
			throw new Refusal({
				code: 'feedback.guidance_kind',
				field: 'kind',
				message:
					'Hãy chọn nội dung này thuộc loại nào: tố cáo, khiếu nại, tố giác tội phạm hay việc khẩn cấp.'
			});
		const kind = given.kind as GuidanceKind;
		const place = wordsOf(given.place, {
			field: 'place',
			what: 'nơi người gửi cần đến hoặc gọi',
			atLeast: 5,
			atMost: 300
		});
		await closePause(tx, ctx, id);
		const told = guidanceWords(kind, place);
		const own = ownPath.includes(kind);
		// Whoever said the same is led the same way.
		if (own)
			for (const other of await mergedInto(tx, id))
				await tx
					.update(feedbackCase)
					.set({ class: kind, ...(await sealed(tx, other)) })
					.where(eq(feedbackCase.id, other.id));
		await tellMerged(tx, ctx, id, 'guide', told);
		const sealing = own ? await sealed(tx, loaded.row) : {};
		// It may have been published before it was looked at again: that ends here.
		const shown = own ? await seal(tx, ctx, id) : [];
		await move(tx, ctx, loaded, 'guide', { class: kind, ...sealing }, { told, notify: true });
		return shown;
	});
	await files.discard(gone);
}

/** Everything that tells of the content goes into one seal; nothing is left to search, compare or list it by. */
async function sealed(tx: Transaction, row: CaseRow): Promise<Partial<typeof feedbackCase.$inferInsert>> {
	const messages = await tx
		.select({
			text: feedbackMessage.text,
			kind: feedbackMessage.kind,
			at: feedbackMessage.at,
			by: personTable.name
		})
		.from(feedbackMessage)
		.leftJoin(personTable, eq(personTable.id, feedbackMessage.byPersonId))
		.where(eq(feedbackMessage.caseId, row.id))
		.orderBy(asc(feedbackMessage.id));
	const answers = await tx
		.select({ text: feedbackAnswer.text, at: feedbackAnswer.draftedAt })
		.from(feedbackAnswer)
		.where(eq(feedbackAnswer.caseId, row.id))
		.orderBy(asc(feedbackAnswer.id));
	const kinds = { addition: 'Bổ sung', question: 'Câu hỏi của phường', note: 'Ghi chú' };
	const sent = await take(tx, row);
	const whole = [
		row.title && `Tên việc: ${row.title}`,
		row.text,
		sent && `Toàn văn như đã gửi, trước khi tách:\n${sent}`,
		row.place && `Địa điểm: ${row.place}`,
		row.latitude !== null && row.longitude !== null && `Vị trí: ${row.latitude}, ${row.longitude}`,
		...messages.map(
			({ text, kind, at, by }) => `${kinds[kind]}${by ? ` (${by})` : ''}, ${format.dateTime(at)}:\n${text}`
		),
		...answers.map(({ text, at }) => `Dự thảo trả lời, ${format.dateTime(at)}:\n${text}`)
	]
		.filter(Boolean)
		.join('\n\n');
	await tx.update(feedbackMessage).set({ text: SEALED }).where(eq(feedbackMessage.caseId, row.id));
	await tx
		.update(feedbackAnswer)
		.set({ text: SEALED, legalBasis: '' })
		.where(eq(feedbackAnswer.caseId, row.id));
	return {
		sealedText: sealText(row.wardId, row.id, whole),
		text: SEALED,
		title: '',
		place: '',
		latitude: null,
		longitude: null,
		suggestion: { class: row.suggestion.class, unit: null, personalData: [], reasons: [] },
		fingerprint: [],
		addressMark: null,
		contentMark: null
	};
}

export type RefusalGiven = { ground: string; reason: string };

/** Not taken on, by a ground of the law and with a reason in words the sender can check. */
export async function refuse(ctx: Ctx, id: number, given: RefusalGiven, lockVersion?: number): Promise<void> {
	await transact(ctx, async (tx) => {
		const loaded = await begin(tx, ctx, 'refuse', id, lockVersion);
		if (!Object.hasOwn(refusalGrounds, given.ground))
			throw new Refusal({
				code: 'feedback.ground',
				field: 'ground',
				message: 'Hãy chọn căn cứ không tiếp nhận. Không có căn cứ nào phù hợp thì phản ánh được tiếp nhận.'
			});
		const ground = given.ground as RefusalGround;
		if (ground === 'missing' && !(await wasAsked(tx, id)))
			throw new Refusal({
				code: 'feedback.ask_first',
				field: 'ground',
				status: 409,
				message:
					'Chưa hỏi người gửi lần nào. Trước khi không tiếp nhận vì thiếu thông tin, hãy dùng “Hỏi thêm người gửi” để hướng dẫn bổ sung.'
			});
		const reason = wordsForSender(given.reason, {
			field: 'reason',
			what: 'lý do cụ thể; người gửi đọc được lý do này',
			atLeast: 20
		});
		await closePause(tx, ctx, id);
		const told = `Phường không tiếp nhận phản ánh này. Căn cứ: ${lowerFirst(refusalGrounds[ground])}. Lý do: ${ended(reason)} Nếu chưa đồng ý, ông/bà có thể đề nghị xem lại ngay ở trang này.`;
		await tellMerged(tx, ctx, id, 'refuse', told);
		await move(
			tx,
			ctx,
			loaded,
			'refuse',
			{ refusalGround: ground },
			{
				told,
				reason,
				after: { ground },
				notify: true
			}
		);
	});
}

const ended = (sentence: string): string => (/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`);
const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

/** Whoever refuses for missing data has asked for it first. */
export async function wasAsked(tx: Transaction, caseId: number): Promise<boolean> {
	const [asked] = await tx
		.select({ id: feedbackStep.id })
		.from(feedbackStep)
		.where(and(eq(feedbackStep.caseId, caseId), eq(feedbackStep.act, 'ask')))
		.limit(1);
	return asked !== undefined;
}
