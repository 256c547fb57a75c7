/**
 * Senders (người gửi): contact data in a seal of its own. It is opened for a person who gives a reason (each look is
 * journalled), for sending a letter, and never for a list. NĐ 154/2026 Đ12 k2: name, address and contact are kept secret.
 */
import { and, desc, eq, isNull, lte, sql } from 'drizzle-orm';
import { z } from 'zod';
import { person, type Ctx } from '#people/actor.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { Refusal, type RefusalDetail } from '#platform/refusal.ts';
import { seal, unseal } from '#platform/seal.server.ts';
import { person as personTable } from '#people/schema.server.ts';
import { addStep, begin, load, type CaseRow } from './facts.server.ts';
import { criticised, sight } from './policy.ts';
import { feedbackCase, feedbackLook, feedbackSender } from './schema.server.ts';
import { settingsIn } from './settings.server.ts';

/** As the person gave it; what was not given is empty. */
export type Contact = { name: string; phone: string; email: string; address: string };

/** Without a name or a way to reach, the law knows no feedback that must be answered (NĐ 20/2008 Đ7 k1). */
export const isAnonymous = ({ name, phone, email, address }: Contact): boolean =>
	name === '' || (phone === '' && email === '' && address === '');

const refused = (field: string, message: string): Refusal =>
	new Refusal({ code: `feedback.contact_${field}`, field, message });
const line = (text: string): string =>
	text
		.toWellFormed()
		.normalize('NFC')
		.replace(/[\p{Cc}\s]+/gu, ' ')
		.trim();

/** In one line each; a telephone number without what people write between its digits. */
export function tidyContact(given: Contact): Contact {
	return {
		name: line(given.name),
		phone: line(given.phone).replace(/[\s.()-]/g, ''),
		email: line(given.email),
		address: line(given.address)
	};
}

/** Everything that cannot be used, field by field. */
export function wrongContact({ name, phone, email, address }: Contact): RefusalDetail[] {
	const wrong = (field: string, message: string): RefusalDetail[] => refused(field, message).reasons;
	return [
		...(name.length > 100 ? wrong('name', 'Họ tên dài quá 100 ký tự. Xin viết gọn lại.') : []),
		...(address.length > 300 ? wrong('address', 'Địa chỉ dài quá 300 ký tự. Xin viết gọn lại.') : []),
		...(phone && !/^\+?\d{8,15}$/.test(phone)
			? wrong('phone', 'Số điện thoại chưa đúng. Xin nhập số như 0912 345 678, hoặc bỏ trống.')
			: []),
		...(email && (email.length > 254 || !z.email().safeParse(email).success)
			? wrong('email', 'Địa chỉ thư điện tử chưa đúng. Xin nhập dạng ten@vidu.vn, hoặc bỏ trống.')
			: [])
	];
}

/** Keeps a sender; null when nothing at all was given. */
export async function keep(tx: Transaction, ctx: Ctx, contact: Contact): Promise<number | null> {
	if (Object.values(contact).every((value) => value === '')) return null;
	const [row] = await tx
		.insert(feedbackSender)
		.values({
			sealed: seal('feedback sender', contextOf(ctx.wardId, ctx.now), JSON.stringify(contact)),
			hasName: contact.name !== '',
			hasPhone: contact.phone !== '',
			hasEmail: contact.email !== '',
			createdAt: ctx.now
		})
		.returning({ id: feedbackSender.id });
	return row!.id;
}

const contextOf = (wardId: number, createdAt: Date): string => `sender ${wardId} ${createdAt.toISOString()}`;

/** Opens the seal. Whoever calls this journals the look, or sends the letter and forgets. */
export async function contactOf(tx: Transaction, row: Pick<CaseRow, 'senderId'>): Promise<Contact | null> {
	if (row.senderId === null) return null;
	const [sender] = await tx.select().from(feedbackSender).where(eq(feedbackSender.id, row.senderId));
	if (!sender?.sealed) return null;
	return JSON.parse(
		unseal('feedback sender', contextOf(sender.wardId, sender.createdAt), sender.sealed)
	) as Contact;
}

/** Opens the sender's identity for a person who says why; the look is kept for good. */
export async function look(ctx: Ctx, id: number, reason: string): Promise<Contact> {
	const { personId, positionId } = person(ctx);
	return transact(ctx, async (tx) => {
		const { row, facts } = await begin(tx, ctx, 'open_identity', id);
		const careful = criticised(ctx.actor, facts) || sight(ctx.actor, facts) === 'masked';
		const why = reasonOf(reason, careful ? 10 : 5);
		const contact = await contactOf(tx, row);
		if (!contact)
			throw refused('none', 'Phản ánh này không có thông tin người gửi, hoặc thông tin đã được xóa.');
		await tx
			.insert(feedbackLook)
			.values({ caseId: id, what: 'identity', personId, positionId, at: ctx.now, reason: why });
		await record(tx, ctx, {
			act: 'feedback.identity_opened',
			subject: { kind: 'feedback', id },
			after: { code: row.code },
			note: why
		});
		return contact;
	});
}

/** Opens a text that lies sealed because it was led to its own lawful path. */
export async function openSealed(ctx: Ctx, id: number, reason: string): Promise<string> {
	const { personId, positionId } = person(ctx);
	return transact(ctx, async (tx) => {
		const { row } = await begin(tx, ctx, 'open_sealed', id);
		const why = reasonOf(reason, 10);
		await tx
			.insert(feedbackLook)
			.values({ caseId: id, what: 'text', personId, positionId, at: ctx.now, reason: why });
		await record(tx, ctx, {
			act: 'feedback.text_opened',
			subject: { kind: 'feedback', id },
			after: { code: row.code },
			note: why
		});
		return unsealText(row);
	});
}

export const sealText = (wardId: number, caseId: number, text: string): string =>
	seal('feedback text', `case ${wardId} ${caseId}`, text);
const unsealText = (row: CaseRow): string =>
	unseal('feedback text', `case ${row.wardId} ${row.id}`, row.sealedText!);

function reasonOf(given: string, atLeast: number): string {
	const why = line(given).slice(0, 1000);
	if (why.length < atLeast)
		throw new Refusal({
			code: 'feedback.look_reason',
			field: 'reason',
			message: `Hãy ghi lý do cần mở (ít nhất ${atLeast} ký tự); lý do được lưu trong nhật ký.`
		});
	return why;
}

export type Look = { at: Date; what: 'identity' | 'text'; by: string; reason: string };

/** Who looked, newest first, for whoever may open the case. */
export async function looksOf(ctx: Ctx, id: number): Promise<Look[]> {
	return read(ctx, async (tx) => {
		await load(tx, ctx, id, 'look');
		return tx
			.select({
				at: feedbackLook.at,
				what: feedbackLook.what,
				by: personTable.name,
				reason: feedbackLook.reason
			})
			.from(feedbackLook)
			.innerJoin(personTable, eq(personTable.id, feedbackLook.personId))
			.where(eq(feedbackLook.caseId, id))
			.orderBy(desc(feedbackLook.id));
	});
}

/** Erases contact data on request, by an officer; the case itself stays. */
export async function erase(ctx: Ctx, id: number, reason: string): Promise<void> {
	await transact(ctx, async (tx) => {
		const { row } = await begin(tx, ctx, 'erase_sender', id);
		await eraseIn(tx, ctx, row, 'asked', reasonOf(reason, 5));
	});
}

/** Erases in the caller's transaction: by the sender's own wish, by rule. */
export async function eraseIn(
	tx: Transaction,
	ctx: Ctx,
	row: Pick<CaseRow, 'id' | 'senderId' | 'code' | 'state'>,
	why: 'asked' | 'retention' | 'guided',
	note?: string,
	bySender = false
): Promise<void> {
	if (row.senderId === null) return;
	const erased = await tx
		.update(feedbackSender)
		.set({ sealed: null, erasedAt: ctx.now, erasedWhy: why })
		.where(and(eq(feedbackSender.id, row.senderId), isNull(feedbackSender.erasedAt)))
		.returning({ id: feedbackSender.id });
	if (erased.length === 0) return;
	await addStep(tx, ctx, {
		caseId: row.id,
		act: 'erased',
		from: row.state,
		to: row.state,
		told: 'Phường đã xóa thông tin liên hệ của ông/bà.',
		reason: note ?? '',
		bySender
	});
	await record(tx, ctx, {
		act: 'feedback.sender_erased',
		subject: { kind: 'feedback', id: row.id },
		after: { code: row.code, why },
		note
	});
}

/** By rule: contact data whose time is over, and the marks of network and content after a month. Asked by the worker. */
export async function eraseDue(ctx: Ctx): Promise<number> {
	return transact(ctx, async (tx) => {
		const settings = await settingsIn(tx);
		const before = (days: number): Date => new Date(ctx.now.getTime() - days * 86_400_000);
		// A sender shared by split cases is erased when the last of them has rested long enough.
		const over = await tx
			.selectDistinctOn([feedbackCase.senderId], {
				id: feedbackCase.id,
				senderId: feedbackCase.senderId,
				code: feedbackCase.code,
				state: feedbackCase.state
			})
			.from(feedbackCase)
			.innerJoin(
				feedbackSender,
				and(eq(feedbackSender.id, feedbackCase.senderId), isNull(feedbackSender.erasedAt))
			)
			.where(
				sql`not exists (
					select 1 from ${feedbackCase} other where other.sender_id = ${feedbackCase.senderId} and (other.closed_at is null or other.closed_at > case
						when other.state = 'guided' then ${before(settings.guidedRetentionDays)}::timestamptz
						else ${before(settings.contactRetentionDays)}::timestamptz end))`
			)
			.orderBy(feedbackCase.senderId, feedbackCase.id)
			.limit(500);
		for (const row of over) await eraseIn(tx, ctx, row, row.state === 'guided' ? 'guided' : 'retention');
		await tx
			.update(feedbackCase)
			.set({ addressMark: null, contentMark: null })
			.where(
				and(
					lte(feedbackCase.receivedAt, before(30)),
					sql`(${feedbackCase.addressMark} is not null or ${feedbackCase.contentMark} is not null)`
				)
			);
		return over.length;
	});
}
