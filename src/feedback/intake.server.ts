/**
 * Intake (tiếp nhận; NĐ 20/2008 Đ7-9): one case whatever the way it came. Everything of a message is written in one
 * transaction, and only what is durable is acknowledged. The same sending again gives the same receipt.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { and, count, eq, gt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Ctx } from '#people/actor.ts';
import { networkOf } from '#people/throttle.server.ts';
import { dayOf, type Day } from '#platform/clock.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import { record } from '#platform/journal.server.ts';
import { Refusal, refuseIfAny } from '#platform/refusal.ts';
import { ward } from '#platform/schema.server.ts';
import { keyFor } from '#platform/secret.server.ts';
import {
	categories,
	codeOf,
	sources,
	wardMarkOf,
	type CaseState,
	type Category,
	type Source
} from './case.ts';
import { addStep, dueIn, type CaseRow } from './facts.server.ts';
import { fingerprintOf } from './likeness.ts';
import { refusals } from './policy.ts';
import { feedbackCase, feedbackFile, feedbackNumber, feedbackPendingFile } from './schema.server.ts';
import { foldCode, foldSecret, secretWordFrom } from './secret-word.ts';
import * as senders from './senders.server.ts';
import { settingsIn } from './settings.server.ts';
import type { FeedbackSettings } from './settings.ts';
import { triage, type Triage } from './triage.ts';

export type Intake = {
	/** Made when the form was opened: what makes a second sending the same. */
	submissionKey: string;
	source: Source;
	category: Category;
	text: string;
	place?: string;
	latitude?: number | null;
	longitude?: number | null;
	contact: senders.Contact;
	namePublic?: boolean;
	uploads?: { name: string; bytes: Uint8Array }[];
	/** Of files that came with an earlier try of the same form. */
	keptFileIds?: number[];
	/** The other end of the connection; never kept in clear. */
	address?: string;
	/** The puzzle was solved. */
	proven?: boolean;
	/** A field no person sees was filled in. */
	trapped?: boolean;
	/** When it was said, when an officer writes it down later. */
	receivedAt?: Date;
};

export type Receipt = { id: number; code: string; secret: string; quarantined: boolean; again: boolean };

export const mostFiles = 5;
const SHORTEST = 10;
const LONGEST = 20_000;

/** Takes a message in. Refuses only what cannot be understood as one; what looks like rubbish waits for a person's look. */
export async function receive(ctx: Ctx, given: Intake): Promise<Receipt> {
	if (ctx.actor.kind === 'person') refuseIfAny(refusals(ctx.actor, 'take_in'));
	const said = checked(ctx, given);
	const submissionKey = hashOf('feedback submission', [
		said.submissionKey,
		said.text,
		JSON.stringify(said.contact)
	]);
	const before = await read(ctx, (tx) => bySubmission(tx, submissionKey));
	if (before) return receiptOf(before, true);

	const day = dayOf(ctx.now);
	const { mark, number } = await nextNumber(ctx, day);
	const code = codeOf(mark, day, number);
	const suggestion = triage(said.text);
	const row = await transact(ctx, async (tx) => {
		const settings = await settingsIn(tx);
		const marks = marksOf(ctx, said);
		const quarantineWhy =
			ctx.actor.kind === 'person' ? null : await suspicionOf(tx, ctx, said, marks, suggestion, settings);
		const sender = await senders.keep(tx, ctx, said.contact);
		const state: CaseState = quarantineWhy ? 'quarantined' : 'received';
		const draft = {
			code,
			submissionKey,
			secretHash: secretHashOf(code, secretOf(ctx.wardId, submissionKey)),
			source: said.source,
			state,
			category: said.category,
			text: said.text,
			place: said.place,
			latitude: said.latitude,
			longitude: said.longitude,
			anonymous: senders.isAnonymous(said.contact),
			senderId: sender,
			namePublic: said.namePublic,
			receivedAt: said.receivedAt,
			takenByPersonId: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
			suggestion,
			fingerprint: fingerprintOf(said.text),
			...marks,
			quarantineWhy,
			createdAt: ctx.now,
			changedAt: ctx.now
		};
		const due = await dueIn(tx, ctx, {
			...(draft as unknown as CaseRow),
			reopenedCount: 0,
			extensionDays: 0,
			complexity: 'normal',
			class: null,
			id: 0
		});
		const [inserted] = await tx
			.insert(feedbackCase)
			.values({ ...draft, dueStep: due?.step ?? null, dueOn: due?.on ?? null, due })
			.onConflictDoNothing({ target: [feedbackCase.wardId, feedbackCase.submissionKey] })
			.returning();
		// The same sending came at the same moment: all of this one is taken back.
		if (!inserted) throw new CameTwice();
		await keepFiles(tx, ctx, inserted.id, given);
		await addStep(tx, ctx, {
			caseId: inserted.id,
			act: 'received',
			from: null,
			to: state,
			told: 'Phường đã nhận phản ánh.',
			reason: quarantineWhy ?? '',
			notify: quarantineWhy === null && said.contact.email !== '',
			bySender: ctx.actor.kind !== 'person'
		});
		await record(tx, ctx, {
			act: 'feedback.received',
			subject: { kind: 'feedback', id: inserted.id },
			after: {
				code,
				source: said.source,
				category: said.category,
				state,
				dueOn: due?.on ?? null,
				suggested: suggestion.class
			}
		});
		return inserted;
	}).catch(async (error: unknown) => {
		if (!(error instanceof CameTwice)) throw error;
		return { again: await read(ctx, (tx) => bySubmission(tx, submissionKey)) };
	});
	if ('again' in row) {
		if (!row.again) throw new Error('a submission came twice and neither is there');
		return receiptOf(row.again, true);
	}
	return receiptOf(row, false);
}

class CameTwice extends Error {}

function receiptOf(row: CaseRow, again: boolean): Receipt {
	return {
		id: row.id,
		code: row.code,
		secret: secretOf(row.wardId, row.submissionKey),
		quarantined: row.state === 'quarantined',
		again
	};
}

/** The case of a receipt. Code and secret word are refused with the same words, so that neither can be tried out alone. */
export async function byReceipt(ctx: Ctx, code: string, secret: string): Promise<CaseRow> {
	const folded = foldCode(code);
	const row =
		folded === null
			? undefined
			: await read(
					ctx,
					async (tx) => (await tx.select().from(feedbackCase).where(eq(feedbackCase.code, folded)))[0]
				);
	const given = Buffer.from(secretHashOf(folded ?? '', secret));
	const wanted = Buffer.from(row?.secretHash ?? secretHashOf('', 'không có'));
	if (!timingSafeEqual(given, wanted) || !row) {
		throw new Refusal({
			code: 'feedback.no_such_receipt',
			status: 404,
			field: 'code',
			message:
				'Mã hoặc từ khóa chưa đúng. Xin xem lại giấy hẹn, hoặc gọi đường dây nóng để được giúp tra cứu.'
		});
	}
	return row;
}

async function bySubmission(tx: Transaction, submissionKey: string): Promise<CaseRow | undefined> {
	const [row] = await tx.select().from(feedbackCase).where(eq(feedbackCase.submissionKey, submissionKey));
	return row;
}

/**
 * The next number of the day, in a transaction of its own that does not wait for the disk: submissions do not queue up
 * behind each other's commit. It is never given twice: the case's own commit makes everything before it durable too.
 */
async function nextNumber(ctx: Ctx, day: Day): Promise<{ mark: string; number: number }> {
	return transact(ctx, async (tx) => {
		await tx.execute(sql`set local synchronous_commit = off`);
		const [row] = await tx
			.insert(feedbackNumber)
			.values({ day, last: 1 })
			.onConflictDoUpdate({
				target: [feedbackNumber.wardId, feedbackNumber.day],
				set: { last: sql`${feedbackNumber.last} + 1` }
			})
			.returning({ last: feedbackNumber.last });
		const [own] = await tx.select({ shortName: ward.shortName }).from(ward).where(eq(ward.id, ctx.wardId));
		return { mark: wardMarkOf(own!.shortName), number: row!.last };
	});
}

async function keepFiles(tx: Transaction, ctx: Ctx, caseId: number, given: Intake): Promise<void> {
	const kept: number[] = [];
	if (given.keptFileIds?.length) {
		const pending = await tx
			.delete(feedbackPendingFile)
			.where(eq(feedbackPendingFile.submissionKey, given.submissionKey))
			.returning({ fileId: feedbackPendingFile.fileId });
		kept.push(...pending.map(({ fileId }) => fileId).filter((id) => given.keptFileIds!.includes(id)));
	}
	for (const upload of given.uploads ?? []) kept.push((await files.put(tx, ctx, upload, 'staff')).id);
	if (kept.length > mostFiles) throw tooManyFiles;
	if (kept.length > 0)
		await tx.insert(feedbackFile).values(kept.map((fileId, position) => ({ caseId, fileId, position })));
}

const tooManyFiles = new Refusal({
	code: 'feedback.too_many_files',
	field: 'files',
	message: `Mỗi phản ánh gửi kèm được tối đa ${mostFiles} tệp. Xin bớt tệp rồi gửi lại.`
});

/** Why a person should look before anything is done with it; null: nothing speaks against it. */
async function suspicionOf(
	tx: Transaction,
	ctx: Ctx,
	said: Checked,
	marks: Marks,
	suggestion: Triage,
	settings: FeedbackSettings
): Promise<string | null> {
	if (said.trapped) return 'Ô ẩn bị điền, thường do máy gửi.';
	if (suggestion.class === 'spam') return 'Nội dung giống quảng cáo, tin rác.';
	if (suggestion.class === 'abuse') return 'Chỉ có lời lẽ xúc phạm, chưa thấy việc cần giải quyết.';
	const hourAgo = new Date(ctx.now.getTime() - 3_600_000);
	const dayAgo = new Date(ctx.now.getTime() - 86_400_000);
	if (marks.addressMark) {
		const [near] = await tx
			.select({ many: count() })
			.from(feedbackCase)
			.where(and(eq(feedbackCase.addressMark, marks.addressMark), gt(feedbackCase.receivedAt, hourAgo)));
		if (near!.many >= (said.proven ? settings.perHourProven : settings.perHourPlain))
			return 'Nhiều phản ánh gửi từ cùng một mạng trong một giờ.';
	}
	const [same] = await tx
		.select({ many: count() })
		.from(feedbackCase)
		.where(and(eq(feedbackCase.contentMark, marks.contentMark), gt(feedbackCase.receivedAt, dayAgo)));
	return same!.many >= 3 ? 'Cùng một nội dung được gửi nhiều lần trong ngày.' : null;
}

type Marks = { addressMark: string | null; contentMark: string };

function marksOf(ctx: Ctx, said: Checked): Marks {
	return {
		addressMark:
			ctx.actor.kind !== 'person' && said.address
				? hashOf('feedback network', [networkOf(said.address), dayOf(ctx.now)])
				: null,
		contentMark: hashOf('feedback content', [foldSecret(said.text)])
	};
}

function hashOf(purpose: string, parts: string[]): string {
	const mac = createHmac('sha256', keyFor(purpose));
	for (const part of parts) mac.update(createHash('sha256').update(part).digest());
	return mac.digest('base64url');
}

const secretOf = (wardId: number, submissionKey: string): string =>
	secretWordFrom(
		createHmac('sha256', keyFor('feedback secret word')).update(`${wardId} ${submissionKey}`).digest()
	);

const secretHashOf = (code: string, secret: string): string =>
	hashOf('feedback secret hash', [code, foldSecret(secret)]);

type Checked = Required<Omit<Intake, 'uploads' | 'keptFileIds' | 'address'>> & Pick<Intake, 'address'>;

const refused = (field: string, code: string, message: string): Refusal =>
	new Refusal({ code: `feedback.${code}`, field, message });

function checked(ctx: Ctx, given: Intake): Checked {
	const text = clean(given.text);
	if (!Object.hasOwn(sources, given.source)) throw refused('source', 'source', 'Hãy chọn phản ánh đến bằng cách nào.');
	if (!Object.hasOwn(categories, given.category))
		throw refused('category', 'category', 'Xin chọn phản ánh về việc gì; chưa rõ thì chọn “Việc khác”.');
	if (text.replace(/\s/g, '').length < SHORTEST)
		throw refused(
			'text',
			'text_short',
			`Nội dung còn quá ngắn để hiểu được. Xin viết rõ việc gì, ở đâu, khi nào (ít nhất ${SHORTEST} chữ cái).`
		);
	if (text.length > LONGEST)
		throw refused(
			'text',
			'text_long',
			'Nội dung dài quá 20.000 ký tự. Xin viết gọn lại, phần còn lại có thể gửi thành tệp PDF kèm theo.'
		);
	if (!/^[\w-]{16,100}$/.test(given.submissionKey))
		throw refused(
			'text',
			'submission_key',
			'Mẫu gửi đã cũ. Xin mở lại trang gửi phản ánh rồi gửi lại; nội dung đã viết vẫn còn trong ô.'
		);
	if ((given.uploads?.length ?? 0) + (given.keptFileIds?.length ?? 0) > mostFiles) throw tooManyFiles;
	const place = clean(given.place ?? '').replace(/\s+/g, ' ');
	if (place.length > 300)
		throw refused('place', 'place_long', 'Địa điểm dài quá 300 ký tự. Xin viết gọn lại.');
	const point = pointOf(given);
	const receivedAt = given.receivedAt ?? ctx.now;
	if (
		Number.isNaN(receivedAt.getTime()) ||
		receivedAt > ctx.now ||
		receivedAt.getTime() < ctx.now.getTime() - 60 * 86_400_000
	)
		throw refused(
			'receivedAt',
			'received_at',
			'Ngày giờ nhận phải trước lúc này và không quá 60 ngày. Hãy xem lại.'
		);
	return {
		submissionKey: given.submissionKey,
		source: given.source,
		category: given.category,
		text,
		place,
		...point,
		contact: senders.checkedContact(given.contact),
		namePublic: given.namePublic ?? false,
		proven: given.proven ?? false,
		trapped: given.trapped ?? false,
		address: given.address,
		receivedAt
	};
}

const degrees = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) });

/** A position is a help, not a condition: one that makes no sense is left out. */
function pointOf(given: Intake): { latitude: number | null; longitude: number | null } {
	const parsed = degrees.safeParse({ latitude: given.latitude, longitude: given.longitude });
	return parsed.success ? parsed.data : { latitude: null, longitude: null };
}

/** Whole characters only, one form of Vietnamese, no control characters but new lines. */
export function clean(text: string): string {
	return text
		.toWellFormed()
		.normalize('NFC')
		.replace(/\r\n?/g, '\n')
		.replace(/\p{Cc}/gu, (control) => (control === '\n' || control === '\t' ? control : ''))
		.trim();
}

/** Codes for cases divided off from one: numbers of its own day, opened by the secret word its sender already holds. */
export async function receiptsBeside(
	ctx: Ctx,
	original: Pick<CaseRow, 'createdAt' | 'wardId' | 'submissionKey'>,
	many: number
): Promise<{ code: string; secretHash: string; submissionKey: string }[]> {
	const day = dayOf(original.createdAt);
	const secret = secretOf(original.wardId, original.submissionKey);
	const receipts = [];
	for (let n = 0; n < many; n++) {
		const { mark, number } = await nextNumber(ctx, day);
		const code = codeOf(mark, day, number);
		receipts.push({
			code,
			secretHash: secretHashOf(code, secret),
			submissionKey: hashOf('feedback submission', [original.submissionKey, code])
		});
	}
	return receipts;
}
