/**
 * Residents who asked for the bulletin: nobody is written to before they have confirmed from their own letter box, and
 * one press ends it. Addresses are sealed, and erased when somebody leaves.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { and, count, eq, isNotNull, lt, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { dayOf, startOfDay } from '#platform/clock.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { mailer, type Mailer } from '#platform/mail.server.ts';
import { portalOrigin } from '#platform/origin.server.ts';
import { Refusal, refuseIfAny } from '#platform/refusal.ts';
import { ward } from '#platform/schema.server.ts';
import { seal, unseal } from '#platform/seal.server.ts';
import { keyFor } from '#platform/secret.server.ts';
import { confirmLetter } from './letters.ts';
import { refusals } from './policy.ts';
import { subscriber } from './schema.server.ts';

export type SubscriberRow = typeof subscriber.$inferSelect;

const PURPOSE = 'subscriber';
/** Days in which a confirmation may come. */
const CONFIRM_DAYS = 3;
/** Letters of confirmation a ward sends in a day, so that its form cannot be made to write to the whole world. */
const ASKED_A_DAY = 300;
/** Refused so often for good, an address is written to no more. */
export const BOUNCES = 3;

const hash = (word: string): string => createHash('sha256').update(word).digest('hex');
const markOf = (address: string): string =>
	createHmac('sha256', keyFor('subscriber marks')).update(address.toLowerCase()).digest('hex');
export const addressForm =
	/^[^\s<>,;:"()[\]\\@\p{Cc}]{1,64}@[^\s<>,;:"()[\]\\@\p{Cc}]{1,190}\.[^\s<>,;:"()[\]\\@\p{Cc}.]{2,}$/u;

/** What an address opens to; null when it was erased. */
export function addressOf(row: Pick<SubscriberRow, 'wardId' | 'kind' | 'mark' | 'sealed'>): string | null {
	return row.sealed ? unseal(PURPOSE, `${row.wardId}/${row.kind}/${row.mark}`, row.sealed) : null;
}

/**
 * Asks for the bulletin. The answer is the same whether the address is there already or not: nobody learns who reads.
 * The word for leaving is made from the key, so that it needs not be kept.
 */
export async function ask(
	ctx: Ctx,
	given: { address: string; areaKeys: string[] },
	through: Mailer | undefined = mailer()
): Promise<void> {
	const address = given.address.normalize('NFC').trim();
	if (!addressForm.test(address))
		throw new Refusal({
			code: 'subscriber.address',
			field: 'address',
			message: 'Địa chỉ thư chưa đúng. Hãy viết lại, ví dụ ten@example.vn.'
		});
	if (!through)
		throw new Refusal({
			code: 'subscriber.no_mail',
			status: 409,
			message: 'Phường chưa bật gửi thư điện tử. Mời bà con xem tin trên Cổng thông tin hoặc đăng ký lại sau.'
		});
	const word = randomBytes(24).toString('base64url');
	const mark = markOf(address);
	const letter = await transact(ctx, async (tx) => {
		const asked = await tx.$count(
			subscriber,
			and(
				isNotNull(subscriber.confirmHash),
				sql`${subscriber.askedAt} >= ${startOfDay(dayOf(ctx.now)).toISOString()}`
			)
		);
		if (asked >= ASKED_A_DAY)
			throw new Refusal({
				code: 'subscriber.many',
				status: 429,
				message: 'Hôm nay đã có rất nhiều người đăng ký. Mời bà con quay lại vào ngày mai.'
			});
		const [before] = await tx
			.select()
			.from(subscriber)
			.where(and(eq(subscriber.kind, 'email'), eq(subscriber.mark, mark)))
			.for('update');
		// Who is there already gets no second letter; who asked a moment ago has theirs on the way.
		if (before?.state === 'confirmed') {
			await tx.update(subscriber).set({ areaKeys: given.areaKeys }).where(eq(subscriber.id, before.id));
			return null;
		}
		if (before?.state === 'asked' && ctx.now.getTime() - before.askedAt.getTime() < 600_000) return null;
		const values = {
			sealed: seal(PURPOSE, `${ctx.wardId}/email/${mark}`, address),
			areaKeys: given.areaKeys,
			state: 'asked' as const,
			confirmHash: hash(word),
			askedAt: ctx.now,
			leftAt: null,
			bounces: 0
		};
		if (before) await tx.update(subscriber).set(values).where(eq(subscriber.id, before.id));
		else
			await tx
				.insert(subscriber)
				.values({ ...values, kind: 'email', mark, leaveHash: hash(leaveWord(ctx.wardId, mark)) });
		const [there] = await tx.select().from(ward).where(eq(ward.id, ctx.wardId));
		return confirmLetter({
			wardName: there!.name,
			link: `${portalOrigin(there!.host)}/dang-ky-tin/xac-nhan?ma=${word}`,
			days: CONFIRM_DAYS
		});
	});
	if (!letter) return;
	const host = new URL(portalOrigin(null)).hostname;
	const sent = await through.send({
		...letter,
		to: address,
		messageId: `<${hash(`${mark} ${word}`).slice(0, 32)}@${host}>`
	});
	if (!sent.sent)
		throw new Refusal({
			code: 'subscriber.letter',
			status: 409,
			field: 'address',
			message: sent.forGood
				? 'Máy chủ thư không nhận địa chỉ này. Hãy kiểm tra lại địa chỉ.'
				: 'Chưa gửi được thư xác nhận. Hãy thử lại sau ít phút.'
		});
}

/** The word that leaves, for the foot of every letter. */
export const leaveWord = (wardId: number, mark: string): string =>
	createHmac('sha256', keyFor('subscriber leaving'))
		.update(`${wardId}/${mark}`)
		.digest('base64url')
		.slice(0, 32);

/** Confirms; true also when it was confirmed before by the same word. */
export async function confirm(ctx: Ctx, word: string): Promise<boolean> {
	return transact(ctx, async (tx) => {
		const [row] = await tx
			.select()
			.from(subscriber)
			.where(eq(subscriber.confirmHash, hash(word)))
			.for('update');
		if (!row) return false;
		if (row.state === 'confirmed') return true;
		if (row.state !== 'asked' || ctx.now.getTime() - row.askedAt.getTime() > CONFIRM_DAYS * 86_400_000)
			return false;
		await tx
			.update(subscriber)
			.set({ state: 'confirmed', confirmedAt: ctx.now })
			.where(eq(subscriber.id, row.id));
		await record(tx, ctx, { act: 'subscriber.confirmed', subject: { kind: 'subscriber', id: row.id } });
		return true;
	});
}

/** Leaves, at once and for good; the address is erased. Says nothing about whether the word was known. */
export async function leave(ctx: Ctx, word: string): Promise<void> {
	await transact(ctx, async (tx) => {
		const [row] = await tx
			.select()
			.from(subscriber)
			.where(eq(subscriber.leaveHash, hash(word)))
			.for('update');
		if (!row || row.state === 'left') return;
		await tx
			.update(subscriber)
			.set({ state: 'left', leftAt: ctx.now, sealed: null, confirmHash: null })
			.where(eq(subscriber.id, row.id));
		await record(tx, ctx, { act: 'subscriber.left', subject: { kind: 'subscriber', id: row.id } });
	});
}

/** Erases those who never confirmed. A duty of the worker. */
export async function forgetUnconfirmed(ctx: Ctx): Promise<number> {
	return transact(ctx, async (tx) => {
		const gone = await tx
			.delete(subscriber)
			.where(
				and(
					eq(subscriber.state, 'asked'),
					lt(subscriber.askedAt, new Date(ctx.now.getTime() - CONFIRM_DAYS * 86_400_000))
				)
			)
			.returning({ id: subscriber.id });
		return gone.length;
	});
}

export type Counts = { asked: number; confirmed: number; left: number; bounced: number };

/** How many read the bulletin; never who. */
export async function counts(ctx: Ctx): Promise<Counts> {
	refuseIfAny(refusals(ctx.actor, 'look'));
	return read(ctx, async (tx) => {
		const rows = await tx
			.select({ state: subscriber.state, many: count() })
			.from(subscriber)
			.groupBy(subscriber.state);
		const of = (state: SubscriberRow['state']): number => rows.find((row) => row.state === state)?.many ?? 0;
		return { asked: of('asked'), confirmed: of('confirmed'), left: of('left'), bounced: of('bounced') };
	});
}

/** Everybody a thing of these areas is for. */
export async function readersOf(
	tx: Transaction,
	kind: 'email' | 'push',
	areaKeys: string[]
): Promise<number[]> {
	const rows = await tx
		.select({ id: subscriber.id, areaKeys: subscriber.areaKeys })
		.from(subscriber)
		.where(and(eq(subscriber.kind, kind), eq(subscriber.state, 'confirmed')));
	return rows
		.filter(
			(row) =>
				row.areaKeys.length === 0 ||
				areaKeys.length === 0 ||
				row.areaKeys.some((key) => areaKeys.includes(key))
		)
		.map(({ id }) => id);
}
