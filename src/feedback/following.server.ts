/**
 * Following (theo dõi; NĐ 20/2008 Đ12): what a sender does with their case after code and secret word were right. Proven
 * is the case, not a person: verbs take its number from the pass (pass.server.ts) and act as a visitor.
 */
import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { transact, type Transaction } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import { file } from '#platform/schema.server.ts';
import { addStep, move, type CaseRow } from './facts.server.ts';
import { mostFiles, tooManyFiles } from './given.server.ts';
import { wordsOf } from './given-words.ts';
import { mergedInto, tellMerged } from './merged.server.ts';
import { closePause } from './pausing.server.ts';
import * as pending from './pending.server.ts';
import { senderRefusals, type SenderAct, type SenderFacts } from './policy.ts';
import { takeDown } from './publication-withdrawal.server.ts';
import {
	feedbackAnswer,
	feedbackCase,
	feedbackFile,
	feedbackMessage,
	feedbackRating,
	feedbackSender,
	violations
} from './schema.server.ts';
import * as senders from './senders.server.ts';
import { settingsIn } from './settings.server.ts';

/** All files of one case, with what was added later. */
const MOST_IN_ALL = 25;
const MOST_ADDITIONS_A_DAY = 20;

export async function senderFactsOf(tx: Transaction, row: CaseRow): Promise<SenderFacts> {
	const [beside] = await tx
		.select({
			sentAt: feedbackAnswer.sentAt,
			rating: feedbackRating.id,
			erasedAt: feedbackSender.erasedAt
		})
		.from(feedbackCase)
		.leftJoin(feedbackAnswer, eq(feedbackAnswer.id, feedbackCase.answerId))
		.leftJoin(feedbackRating, eq(feedbackRating.answerId, feedbackCase.answerId))
		.leftJoin(feedbackSender, eq(feedbackSender.id, feedbackCase.senderId))
		.where(eq(feedbackCase.id, row.id));
	return {
		state: row.state,
		rated: (beside?.rating ?? null) !== null,
		reopenedCount: row.reopenedCount,
		answeredAt: beside?.sentAt ?? row.closedAt,
		hasSender: row.senderId !== null && beside?.erasedAt === null
	};
}

/** Locks the case of the pass and asks whether the sender may. */
async function begin(tx: Transaction, ctx: Ctx, act: SenderAct, caseId: number): Promise<CaseRow> {
	const [row] = await tx.select().from(feedbackCase).where(eq(feedbackCase.id, caseId)).for('no key update');
	if (!row) throw notFound('phản ánh này');
	const { reopenWithinDays } = await settingsIn(tx);
	refuseIfAny(senderRefusals(act, await senderFactsOf(tx, row), ctx.now, reopenWithinDays));
	return row;
}

export type Addition = {
	text: string;
	uploads?: readonly files.Upload[];
	/** Of files that came with an earlier try, kept under the form's key. */
	keptFileIds?: readonly number[];
	formKey: string;
};

/** Adds what the sender still has to say or show; a case that waited for it goes on, and its clock with it. */
export async function add(ctx: Ctx, caseId: number, given: Addition): Promise<void> {
	const { uploads = [], keptFileIds = [], formKey } = given;
	if (uploads.length + keptFileIds.length > mostFiles) throw tooManyFiles;
	const some = uploads.length + keptFileIds.length > 0;
	const text =
		some && given.text.trim() === ''
			? 'Gửi thêm tệp.'
			: wordsOf(given.text, { field: 'text', what: 'thông tin muốn bổ sung', atLeast: 3, atMost: 20_000 });
	// Nothing is drawn or written for a case that takes nothing more.
	await transact(ctx, (tx) => begin(tx, ctx, 'add', caseId));
	const stored: files.Stored[] = [];
	try {
		for (const upload of uploads) stored.push(await files.store(ctx, upload, 'evidence'));
		const unused = await transact(ctx, (tx) =>
			write(tx, ctx, caseId, { text, formKey, keptFileIds, stored })
		);
		await files.discard(unused);
	} catch (error) {
		if (error instanceof Refusal) await files.discard(stored);
		throw error;
	}
}

async function write(
	tx: Transaction,
	ctx: Ctx,
	caseId: number,
	given: { text: string; formKey: string; keptFileIds: readonly number[]; stored: files.Stored[] }
): Promise<files.Stored[]> {
	const row = await begin(tx, ctx, 'add', caseId);
	const there = await tx
		.select({ sha256: file.sha256 })
		.from(feedbackFile)
		.innerJoin(file, eq(file.id, feedbackFile.fileId))
		.where(eq(feedbackFile.caseId, caseId));
	const known = new Set(there.map(({ sha256 }) => sha256));
	const fresh = given.stored.filter(({ sha256 }) => !known.has(sha256));
	const kept = await pending.claim(tx, given.formKey, given.keptFileIds);
	const today = await tx
		.select({ text: feedbackMessage.text })
		.from(feedbackMessage)
		.where(
			and(
				eq(feedbackMessage.caseId, caseId),
				eq(feedbackMessage.kind, 'addition'),
				gt(feedbackMessage.at, new Date(ctx.now.getTime() - 86_400_000))
			)
		);
	// Pressed twice, or sent again because the network was lost: once is enough.
	if (fresh.length + kept.length === 0 && today.some(({ text }) => text === given.text)) return given.stored;
	if (today.length >= MOST_ADDITIONS_A_DAY)
		throw new Refusal({
			code: 'feedback.additions',
			status: 429,
			field: 'text',
			message: 'Hôm nay đã bổ sung nhiều lần. Xin gom lại rồi gửi vào ngày mai, hoặc gọi đường dây nóng.'
		});
	if (there.length + fresh.length + kept.length > MOST_IN_ALL)
		throw new Refusal({
			code: 'feedback.files_in_all',
			field: 'files',
			message: `Mỗi phản ánh giữ được tối đa ${MOST_IN_ALL} tệp. Xin mang tệp còn lại đến bộ phận tiếp nhận của phường.`
		});
	const [message] = await tx
		.insert(feedbackMessage)
		.values({ caseId, kind: 'addition', text: given.text, at: ctx.now })
		.returning({ id: feedbackMessage.id });
	const fileIds = [...kept, ...(await files.enter(tx, fresh, 'staff')).map(({ id }) => id)];
	if (fileIds.length > 0)
		await tx.insert(feedbackFile).values(
			fileIds.map((fileId, at) => ({
				caseId,
				messageId: message!.id,
				fileId,
				position: there.length + at
			}))
		);
	const added = await move(
		tx,
		ctx,
		{ row },
		'add',
		{},
		{ told: 'Ông/bà đã bổ sung thông tin.', after: { files: fileIds.length }, bySender: true }
	);
	if (row.state === 'waiting') {
		await closePause(tx, ctx, caseId);
		await move(tx, ctx, added, 'resume', {}, { told: 'Phường tiếp tục xử lý phản ánh.', bySender: true });
	}
	return given.stored.filter((one) => !fresh.includes(one));
}

export type Rating = { score: number; comment?: string };

/** Rates the answer, once. */
export async function rate(ctx: Ctx, caseId: number, { score, comment = '' }: Rating): Promise<void> {
	if (!Number.isInteger(score) || score < 1 || score > 5)
		throw new Refusal({
			code: 'feedback.score',
			field: 'score',
			message: 'Xin chọn một trong năm mức, từ rất không hài lòng đến rất hài lòng.'
		});
	const words = wordsOf(comment, { field: 'comment', what: 'nhận xét', atLeast: 0, atMost: 2000 });
	await transact(
		ctx,
		async (tx) => {
			const row = await begin(tx, ctx, 'rate', caseId);
			await tx
				.insert(feedbackRating)
				.values({ caseId, answerId: row.answerId!, score, comment: words, at: ctx.now });
			await addStep(tx, ctx, {
				caseId,
				act: 'rated',
				from: row.state,
				to: row.state,
				told: `Ông/bà đã đánh giá câu trả lời: ${score} trên 5.`,
				bySender: true
			});
			await record(tx, ctx, {
				act: 'feedback.rated',
				subject: { kind: 'feedback', id: caseId },
				after: { code: row.code, score }
			});
		},
		violations
	);
}

/** Asks for another look, once. The reason is the sender's own text: it lies with the messages, never in the journal. */
export async function reopen(ctx: Ctx, caseId: number, reason: string): Promise<void> {
	const why = wordsOf(reason, {
		field: 'reason',
		what: 'điểm nào trong câu trả lời chưa đúng hoặc chưa đủ',
		atLeast: 10,
		atMost: 5000
	});
	const gone = await transact(ctx, async (tx) => {
		const row = await begin(tx, ctx, 'reopen', caseId);
		await tx
			.insert(feedbackMessage)
			.values({ caseId, kind: 'addition', text: `Lý do đề nghị xem lại: ${why}`, at: ctx.now });
		await move(
			tx,
			ctx,
			{ row },
			'reopen',
			{ reopenedCount: row.reopenedCount + 1, refusalGround: null },
			{ told: 'Ông/bà đề nghị xem lại. Phường sẽ xem lại và trả lời lần nữa.', bySender: true }
		);
		await tellMerged(tx, ctx, caseId, 'reopen', 'Phường xem lại việc này và sẽ trả lời lại.');
		return takeDown(tx, ctx, caseId, 'Việc đang được xem lại.');
	});
	await files.discard(gone);
}

export async function withdraw(ctx: Ctx, caseId: number): Promise<void> {
	await transact(ctx, async (tx) => {
		const row = await begin(tx, ctx, 'withdraw', caseId);
		if ((await mergedInto(tx, caseId)).length > 0)
			throw new Refusal({
				code: 'feedback.others_too',
				status: 409,
				message:
					'Nhiều người cùng phản ánh việc này nên phường vẫn phải giải quyết. Ông/bà có thể yêu cầu xóa thông tin liên hệ của mình.'
			});
		await closePause(tx, ctx, caseId);
		await move(tx, ctx, { row }, 'withdraw', {}, { told: 'Ông/bà đã rút phản ánh.', bySender: true });
	});
}

/** Erases name and contact; the matter itself is worked on as information (NĐ 20/2008 Đ7). */
export async function erase(ctx: Ctx, caseId: number): Promise<void> {
	await transact(ctx, async (tx) => {
		const row = await begin(tx, ctx, 'erase', caseId);
		await senders.eraseIn(tx, ctx, row, 'asked', undefined, true);
	});
}

export type OwnData = {
	/** Enough to know them again, not enough for whoever found the slip of paper. */
	contact: { label: string; value: string }[];
	erasedAt: Date | null;
};

/** What is kept of the sender, shown to them in part (right of access); the look is journalled like every other. */
export async function ownData(ctx: Ctx, caseId: number): Promise<OwnData> {
	return transact(ctx, async (tx) => {
		const [row] = await tx.select().from(feedbackCase).where(eq(feedbackCase.id, caseId));
		if (!row) throw notFound('phản ánh này');
		const contact = await senders.contactOf(tx, row);
		const [sender] =
			row.senderId === null
				? []
				: await tx
						.select({ erasedAt: feedbackSender.erasedAt })
						.from(feedbackSender)
						.where(eq(feedbackSender.id, row.senderId));
		await record(tx, ctx, {
			act: 'feedback.own_data_shown',
			subject: { kind: 'feedback', id: caseId },
			after: { code: row.code }
		});
		const shown = [
			{ label: 'Họ tên', value: initials(contact?.name ?? '') },
			{ label: 'Điện thoại', value: ending(contact?.phone ?? '') },
			{ label: 'Thư điện tử', value: mailbox(contact?.email ?? '') },
			{ label: 'Địa chỉ', value: (contact?.address ?? '') === '' ? '' : 'có giữ' }
		];
		return { contact: shown.filter(({ value }) => value !== ''), erasedAt: sender?.erasedAt ?? null };
	});
}

/** "N. T. Mận" */
function initials(name: string): string {
	const words = name.split(' ').filter(Boolean);
	return words.map((word, at) => (at === words.length - 1 ? word : `${[...word][0]}.`)).join(' ');
}
const ending = (phone: string): string => (phone === '' ? '' : `••• ••• ${phone.slice(-3)}`);
const mailbox = (email: string): string => email.replace(/^(.).*(@.*)$/u, '$1•••$2');

/** Names of files, for the page of the case. */
export async function filesOf(
	tx: Transaction,
	caseIds: readonly number[]
): Promise<{ caseId: number; messageId: number | null; name: string; bytes: number }[]> {
	if (caseIds.length === 0) return [];
	return tx
		.select({
			caseId: feedbackFile.caseId,
			messageId: feedbackFile.messageId,
			name: file.name,
			bytes: file.bytes
		})
		.from(feedbackFile)
		.innerJoin(file, eq(file.id, feedbackFile.fileId))
		.where(inArray(feedbackFile.caseId, [...caseIds]))
		.orderBy(asc(feedbackFile.position));
}
