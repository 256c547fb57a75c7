/**
 * Handling (xử lý phản ánh; NĐ 20/2008 Đ9): taken up, classified, given to a unit, handed on, asked about, put off,
 * looked at again. Each verb is one transition in one transaction; `told` is what the sender reads of it.
 */
import { eq } from 'drizzle-orm';
import { person, type Ctx } from '#people/actor.ts';
import { peopleIn } from '#people/positions.server.ts';
import { unit } from '#people/schema.server.ts';
import { validOn } from '#people/unit.ts';
import { dayOf } from '#platform/clock.ts';
import { transact, type Transaction } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import * as format from '#platform/format.ts';
import { Refusal } from '#platform/refusal.ts';
import { complexities, ownPath, type Complexity } from './case.ts';
import { begin, dueIn, move, type CaseRow, type Changes } from './facts.server.ts';
import { tidy, wordsForSender, wordsOf } from './given-words.ts';
import { tellMerged } from './merged.server.ts';
import { messageClasses, type MessageClass } from './message-class.ts';
import { closePause, openPause } from './pausing.server.ts';
import { takeDown } from './publication-withdrawal.server.ts';
import { feedbackMessage } from './schema.server.ts';

const refused = (field: string, code: string, message: string, status = 422): Refusal =>
	new Refusal({ code: `feedback.${code}`, field, message, status });

export async function takeUp(ctx: Ctx, id: number, lockVersion?: number): Promise<void> {
	await transact(ctx, async (tx) => {
		const loaded = await begin(tx, ctx, 'take_up', id, lockVersion);
		await move(tx, ctx, loaded, 'take_up', {}, { told: 'Phường đang xem và phân loại phản ánh.' });
	});
}

export type Classification = {
	class: string;
	complexity: string;
	title: string;
	/** Whom it is about; people of this unit then see a code, not a name. */
	aboutUnitId?: number | null;
};

export async function classify(
	ctx: Ctx,
	id: number,
	given: Classification,
	lockVersion?: number
): Promise<void> {
	await transact(ctx, async (tx) => {
		const loaded = await begin(tx, ctx, 'classify', id, lockVersion);
		const chosen = classOf(given.class);
		if (!Object.hasOwn(complexities, given.complexity))
			throw refused('complexity', 'complexity', 'Hãy chọn mức độ: đơn giản, thông thường hay phức tạp.');
		// What goes its own way keeps no words about its content.
		const title = ownPath.includes(chosen)
			? ''
			: wordsForSender(given.title, {
					field: 'title',
					what: 'tên ngắn của việc, không nêu tên người',
					atLeast: 5,
					atMost: 200
				}).replace(/\s+/g, ' ');
		const aboutUnitId = given.aboutUnitId ?? null;
		if (aboutUnitId !== null) await unitThere(tx, ctx, aboutUnitId, 'aboutUnitId');
		await move(
			tx,
			ctx,
			loaded,
			'classify',
			{ class: chosen, complexity: given.complexity as Complexity, title, aboutUnitId },
			{
				told: ownPath.includes(chosen)
					? ''
					: `Phường đã xếp loại: ${messageClasses[chosen].toLocaleLowerCase('vi')}.`,
				after: { complexity: given.complexity }
			}
		);
	});
}

function classOf(given: string): MessageClass {
	if (!Object.hasOwn(messageClasses, given))
		throw refused('class', 'class', 'Hãy chọn loại phản ánh trong danh sách.');
	if (given === 'spam')
		throw refused('class', 'class_spam', 'Nếu là tin rác, hãy dùng nút “Là tin rác” thay vì phân loại.');
	return given as MessageClass;
}

export type Assignment = { unitId: number; handlerPersonId?: number | null; note?: string };

/** Gives the case to a unit, and in it to a person when one is named. */
export async function assign(ctx: Ctx, id: number, given: Assignment, lockVersion?: number): Promise<void> {
	await transact(ctx, async (tx) => {
		const loaded = await begin(tx, ctx, 'assign', id, lockVersion);
		// Who may see how much of it follows from the class, so nothing leaves the office unclassified.
		if (loaded.row.class === null)
			throw refused(
				'class',
				'unclassified',
				'Phản ánh này chưa phân loại. Hãy phân loại trước, rồi giao cho đơn vị.',
				409
			);
		const { changes, unitName } = await holder(tx, ctx, given);
		await move(tx, ctx, loaded, 'assign', changes, {
			told: `Đã giao ${unitName} xử lý.${await promised(tx, ctx, loaded.row, changes)}`,
			reason: tidy(given.note ?? '').slice(0, 1000),
			after: changes,
			notify: true
		});
	});
}

/** From one unit, or person, to another. */
export async function handOver(
	ctx: Ctx,
	id: number,
	given: Assignment & { note: string },
	lockVersion?: number
): Promise<void> {
	await transact(ctx, async (tx) => {
		const loaded = await begin(tx, ctx, 'hand_over', id, lockVersion);
		const { changes, unitName } = await holder(tx, ctx, given);
		if (changes.unitId === loaded.row.unitId && changes.handlerPersonId === loaded.row.handlerPersonId)
			throw refused('unitId', 'same_holder', 'Việc này đang ở đúng nơi đã chọn. Hãy chọn nơi khác.');
		const reason = wordsOf(given.note, { field: 'note', what: 'lý do chuyển', atLeast: 5 });
		await move(tx, ctx, loaded, 'hand_over', changes, {
			told: changes.unitId === loaded.row.unitId ? '' : `Đã chuyển ${unitName} xử lý tiếp.`,
			reason,
			after: { ...changes, fromUnitId: loaded.row.unitId, fromPersonId: loaded.row.handlerPersonId }
		});
	});
}

async function holder(
	tx: Transaction,
	ctx: Ctx,
	given: Assignment
): Promise<{ changes: { unitId: number; handlerPersonId: number | null }; unitName: string }> {
	const unitName = await unitThere(tx, ctx, given.unitId, 'unitId');
	const handlerPersonId = given.handlerPersonId ?? null;
	if (handlerPersonId !== null) {
		const there = await peopleIn(tx, [given.unitId], dayOf(ctx.now));
		if (!there.includes(handlerPersonId))
			throw refused(
				'handlerPersonId',
				'handler_elsewhere',
				'Người được chọn hiện không công tác ở đơn vị này. Hãy chọn lại người hoặc đơn vị.'
			);
	}
	return { changes: { unitId: given.unitId, handlerPersonId }, unitName };
}

async function unitThere(tx: Transaction, ctx: Ctx, unitId: number, field: string): Promise<string> {
	const [found] = Number.isSafeInteger(unitId)
		? await tx.select().from(unit).where(eq(unit.id, unitId))
		: [undefined];
	if (!found || found.kind === 'superior' || !validOn(found, dayOf(ctx.now)))
		throw refused(
			field,
			'unit',
			found?.kind === 'superior'
				? 'Cấp trên không nhận việc ở đây. Nếu thuộc thẩm quyền cấp trên, hãy dùng “Chuyển cơ quan có thẩm quyền”.'
				: 'Hãy chọn một đơn vị đang hoạt động trong danh sách.'
		);
	return found.name;
}

/** What is told of the day: nothing is promised to whom the law owes no answer. */
export async function promised(tx: Transaction, ctx: Ctx, row: CaseRow, changes: Changes): Promise<string> {
	if (row.anonymous) return '';
	const due = await dueIn(tx, ctx, { ...row, ...(changes as Partial<CaseRow>), state: 'assigned' });
	return due ? ` Hạn trả lời: ${format.weekdayDate(due.on)}.` : '';
}

/** Asks the sender for what is missing; the clock stands until the reply, or until the office goes on without it. */
export async function ask(ctx: Ctx, id: number, question: string, lockVersion?: number): Promise<void> {
	await transact(ctx, async (tx) => {
		const loaded = await begin(tx, ctx, 'ask', id, lockVersion);
		const text = wordsOf(question, {
			field: 'question',
			what: 'rõ điều cần người gửi cho biết thêm',
			atLeast: 10,
			atMost: 5000
		});
		await tx
			.insert(feedbackMessage)
			.values({ caseId: id, kind: 'question', text, at: ctx.now, byPersonId: person(ctx).personId });
		await openPause(tx, ctx, id);
		await move(
			tx,
			ctx,
			loaded,
			'ask',
			{},
			{
				told: 'Phường cần ông/bà cho biết thêm để xử lý. Xin xem câu hỏi và trả lời ngay ở trang này.',
				notify: true
			}
		);
	});
}

/**
 * The information came, or the office goes on without it. What the sender said on the telephone or at the counter is
 * written down as theirs.
 */
export async function resume(ctx: Ctx, id: number, lockVersion?: number, reply = ''): Promise<void> {
	await transact(ctx, async (tx) => {
		const loaded = await begin(tx, ctx, 'resume', id, lockVersion);
		const text = tidy(reply) && wordsOf(reply, { field: 'reply', what: 'lời người gửi', atMost: 5000 });
		if (text)
			await tx
				.insert(feedbackMessage)
				.values({ caseId: id, kind: 'addition', text, at: ctx.now, byPersonId: person(ctx).personId });
		await closePause(tx, ctx, id);
		await move(
			tx,
			ctx,
			loaded,
			'resume',
			{},
			{
				told: text
					? 'Phường đã ghi lại thông tin ông/bà cho biết thêm và tiếp tục xử lý.'
					: 'Phường tiếp tục xử lý phản ánh.'
			}
		);
	});
}

export type Extension = { days: number; reason: string };

/** More days, with a reason the sender reads; all together never more than the term itself. */
export async function extend(ctx: Ctx, id: number, given: Extension, lockVersion?: number): Promise<void> {
	await transact(ctx, async (tx) => {
		const loaded = await begin(tx, ctx, 'extend', id, lockVersion);
		const reason = wordsForSender(given.reason, {
			field: 'reason',
			what: 'lý do cần thêm thời gian; người gửi đọc được lý do này',
			atLeast: 10
		});
		if (!Number.isInteger(given.days) || given.days < 1)
			throw refused('days', 'days', 'Hãy nhập số ngày làm việc xin thêm, từ 1 trở lên.');
		const most = mostDays(loaded.row);
		if (given.days > most)
			throw refused(
				'days',
				'days_most',
				most > 0
					? `Chỉ gia hạn thêm được nhiều nhất ${most} ngày làm việc nữa: tổng gia hạn không quá thời hạn ban đầu.`
					: 'Việc này đã gia hạn bằng thời hạn ban đầu, không gia hạn thêm được. Hãy trả lời phần đã rõ trước.',
				most > 0 ? 422 : 409
			);
		const changes = { extensionDays: loaded.row.extensionDays + given.days };
		const due = await dueIn(tx, ctx, { ...loaded.row, ...changes });
		await move(tx, ctx, loaded, 'extend', changes, {
			told: `Phường cần thêm ${given.days} ngày làm việc.${due ? ` Hạn trả lời mới: ${format.weekdayDate(due.on)}.` : ''} Lý do: ${reason}`,
			reason,
			after: { days: given.days, extensionDays: changes.extensionDays },
			notify: true
		});
	});
}

/** How many days may still be added: all extensions together stay within the term itself, and within 60. */
export function mostDays(row: Pick<CaseRow, 'due' | 'extensionDays'>): number {
	return Math.max(0, Math.min(60, Math.floor(row.due?.days ?? 0)) - row.extensionDays);
}

/** The office itself looks at an answer again: something in it was wrong, or has changed. */
export async function reopen(ctx: Ctx, id: number, reason: string, lockVersion?: number): Promise<void> {
	const gone = await transact(ctx, async (tx) => {
		const loaded = await begin(tx, ctx, 'reopen', id, lockVersion);
		const why = wordsOf(reason, { field: 'reason', what: 'vì sao cần xem lại', atLeast: 10 });
		const told = 'Phường xem lại việc này và sẽ trả lời lại.';
		await move(tx, ctx, loaded, 'reopen', { refusalGround: null }, { told, reason: why, notify: true });
		await tellMerged(tx, ctx, id, 'reopen', told);
		return takeDown(tx, ctx, id, 'Việc đang được xem lại.');
	});
	await files.discard(gone);
}

/** A note of the office among itself; the sender never sees it. */
export async function note(ctx: Ctx, id: number, text: string): Promise<void> {
	await transact(ctx, async (tx) => {
		const loaded = await begin(tx, ctx, 'note', id);
		const words = wordsOf(text, { field: 'note', what: 'nội dung ghi chú', atLeast: 2, atMost: 5000 });
		await tx
			.insert(feedbackMessage)
			.values({ caseId: id, kind: 'note', text: words, at: ctx.now, byPersonId: person(ctx).personId });
		await move(tx, ctx, loaded, 'note', {});
	});
}
