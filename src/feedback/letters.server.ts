/**
 * Sending the letters: each waiting notice is claimed in a transaction of its own (its next try moved ahead), sent, and
 * marked. A program that dies in between tries again with the same Message-ID; a second worker finds nothing to claim.
 * SMTP allows no more: whether a letter arrived whose last answer was lost, nobody can know.
 */
import { createHmac } from 'node:crypto';
import { and, asc, count, desc, eq, lte } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import * as hotlines from '#people/hotlines.server.ts';
import { dayOf } from '#platform/clock.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { log } from '#platform/log.server.ts';
import { closeMailer, mailer, type Mail, type Mailer } from '#platform/mail.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import { ward } from '#platform/schema.server.ts';
import { keyFor } from '#platform/secret.server.ts';
import { settings } from '#platform/settings.ts';
import { letterOf } from './letters.ts';
import { refusals } from './policy.ts';
import { feedbackCase, feedbackNotice, feedbackStep } from './schema.server.ts';
import { contactOf } from './senders.server.ts';

/** Minutes until the next try; the first also covers a program that died while sending. */
const WAITS = [5, 10, 15, 60, 180, 360, 720, 1440, 1440, 1440] as const;
const A_TIME = 20;

type Claimed = { noticeId: number; caseId: number; code: string; tries: number; mail: Mail };

const running = new Map<number, Promise<void>>();
let stopping = false;

/** The worker's duty: letters go out beside its beat, because a mail server may take its time. */
export function beginSending(ctx: Ctx): Promise<void> {
	const through = mailer();
	if (!through || running.has(ctx.wardId) || stopping) return Promise.resolve();
	const sending = sendDue(ctx, through)
		.then(() => undefined)
		.catch((error: unknown) => log.error({ err: error }, 'letters could not be sent'))
		.finally(() => running.delete(ctx.wardId));
	running.set(ctx.wardId, sending);
	return Promise.resolve();
}

/** Ends the letters under way before the database is closed. One that hangs is tried again after the next start. */
export async function stopSending(): Promise<void> {
	stopping = true;
	let patience: NodeJS.Timeout | undefined;
	await Promise.race([
		Promise.all(running.values()),
		new Promise((resolve) => (patience = setTimeout(resolve, 4000)))
	]);
	clearTimeout(patience);
	closeMailer();
	stopping = false;
}

/** Sends what is due, a few at a time. Returns how many arrived at the mail server. */
export async function sendDue(ctx: Ctx, through: Mailer): Promise<number> {
	let sent = 0;
	const began = performance.now();
	for (let n = 0; n < A_TIME && !stopping; n++) {
		// A slow server makes time pass: what is claimed late is claimed from then on.
		const at = { ...ctx, now: new Date(ctx.now.getTime() + performance.now() - began) };
		const claimed = await transact(at, (tx) => claim(tx, at));
		if (claimed === 'none') break;
		if (claimed === 'no_address') continue;
		const outcome = await through.send(claimed.mail);
		if (outcome.sent) sent++;
		await transact(at, (tx) => mark(tx, at, claimed, outcome));
		// Our own server is the trouble: the others would only find the same.
		if (!outcome.sent && outcome.ours) break;
	}
	return sent;
}

/** Takes one letter; from here on nobody else tries it before its next time. */
async function claim(tx: Transaction, ctx: Ctx): Promise<Claimed | 'none' | 'no_address'> {
	const [notice] = await tx
		.select()
		.from(feedbackNotice)
		.where(and(eq(feedbackNotice.state, 'waiting'), lte(feedbackNotice.nextTryAt, ctx.now)))
		.orderBy(asc(feedbackNotice.nextTryAt), asc(feedbackNotice.id))
		.limit(1)
		.for('update', { skipLocked: true });
	if (!notice) return 'none';
	const [found] = await tx
		.select({ row: feedbackCase, act: feedbackStep.act })
		.from(feedbackStep)
		.innerJoin(feedbackCase, eq(feedbackCase.id, feedbackStep.caseId))
		.where(eq(feedbackStep.id, notice.stepId));
	const { row, act } = found!;
	const contact = await contactOf(tx, row);
	if (!contact?.email) {
		await tx
			.update(feedbackNotice)
			.set({ state: 'no_address', nextTryAt: null })
			.where(eq(feedbackNotice.id, notice.id));
		return 'no_address';
	}
	const tries = notice.tries + 1;
	await tx
		.update(feedbackNotice)
		.set({ tries, nextTryAt: later(ctx.now, tries) })
		.where(eq(feedbackNotice.id, notice.id));
	const [there] = await tx.select().from(ward).where(eq(ward.id, ctx.wardId));
	const origin = originOf(there!.host);
	const letter = letterOf({
		act,
		code: row.code,
		receivedAt: row.receivedAt,
		dueOn: row.anonymous ? null : row.dueOn,
		wardName: there!.name.replace(/^(Phường|Xã|Đặc khu)(?=\s)/, (word) => word.toLocaleLowerCase('vi')),
		origin,
		hotline: await hotlines.feedbackLine(tx, dayOf(ctx.now))
	});
	return {
		noticeId: notice.id,
		caseId: row.id,
		code: row.code,
		tries,
		mail: { ...letter, to: contact.email, messageId: messageIdOf(ctx.wardId, notice.id, origin) }
	};
}

async function mark(
	tx: Transaction,
	ctx: Ctx,
	{ noticeId, caseId, code, tries }: Claimed,
	outcome: Awaited<ReturnType<Mailer['send']>>
): Promise<void> {
	const over = !outcome.sent && (outcome.forGood || tries >= WAITS.length);
	await tx
		.update(feedbackNotice)
		.set(
			outcome.sent
				? { state: 'sent', sentAt: ctx.now, nextTryAt: null, error: null }
				: {
						error: outcome.reason,
						...(over ? { state: 'failed', nextTryAt: null } : { nextTryAt: later(ctx.now, tries) })
					}
		)
		.where(and(eq(feedbackNotice.id, noticeId), eq(feedbackNotice.state, 'waiting')));
	if (!outcome.sent && !over) return;
	await record(tx, ctx, {
		act: outcome.sent ? 'feedback_letter.sent' : 'feedback_letter.failed',
		subject: { kind: 'feedback', id: caseId },
		after: { code, tries },
		note: outcome.sent ? undefined : outcome.reason
	});
}

const later = (now: Date, tries: number): Date =>
	new Date(now.getTime() + (WAITS[Math.min(tries, WAITS.length) - 1] ?? 1440) * 60_000);

/** The same for every try of a letter, and telling nothing about the case. */
function messageIdOf(wardId: number, noticeId: number, origin: string): string {
	const mark = createHmac('sha256', keyFor('feedback letters')).update(`${wardId} ${noticeId}`).digest('hex');
	return `<${mark.slice(0, 32)}@${new URL(origin).hostname}>`;
}

/** Where residents reach the portal of the ward. */
function originOf(host: string | null): string {
	const { ORIGIN, HOST, PORT } = settings();
	const origin = new URL(ORIGIN ?? `http://${HOST}:${PORT}`);
	if (host && ORIGIN) origin.hostname = host;
	return origin.origin;
}

export type LetterState = {
	/** Is there a mail server to send through? */
	ready: boolean;
	waiting: number;
	sent: number;
	/** Newest first. */
	troubles: { id: number; caseId: number; code: string; tries: number; error: string }[];
};

/** For the office: what waits, what went out, what did not and why. Never an address. */
export async function overview(ctx: Ctx): Promise<LetterState> {
	refuseIfAny(refusals(ctx.actor, 'settings'));
	return read(ctx, async (tx) => {
		const counts = await tx
			.select({ state: feedbackNotice.state, many: count() })
			.from(feedbackNotice)
			.groupBy(feedbackNotice.state);
		const manyIn = (state: string): number => counts.find((one) => one.state === state)?.many ?? 0;
		const troubles = await tx
			.select({
				id: feedbackNotice.id,
				caseId: feedbackNotice.caseId,
				code: feedbackCase.code,
				tries: feedbackNotice.tries,
				error: feedbackNotice.error
			})
			.from(feedbackNotice)
			.innerJoin(feedbackCase, eq(feedbackCase.id, feedbackNotice.caseId))
			.where(eq(feedbackNotice.state, 'failed'))
			.orderBy(desc(feedbackNotice.id))
			.limit(50);
		return {
			ready: settings().SMTP_URL !== undefined,
			waiting: manyIn('waiting'),
			sent: manyIn('sent'),
			troubles: troubles.map(({ error, ...one }) => ({ ...one, error: error ?? '' }))
		};
	});
}

/** The office looked after the trouble: the letter is tried again. */
export async function retry(ctx: Ctx, noticeId: number): Promise<void> {
	refuseIfAny(refusals(ctx.actor, 'settings'));
	await transact(ctx, async (tx) => {
		const [notice] = await tx
			.select({ state: feedbackNotice.state, caseId: feedbackNotice.caseId, code: feedbackCase.code })
			.from(feedbackNotice)
			.innerJoin(feedbackCase, eq(feedbackCase.id, feedbackNotice.caseId))
			.where(eq(feedbackNotice.id, noticeId))
			.for('update', { of: feedbackNotice });
		if (!notice) throw notFound('thư báo này');
		if (notice.state !== 'failed')
			throw new Refusal({
				code: 'feedback.letter_not_failed',
				status: 409,
				message: 'Thư này đã gửi hoặc đang chờ gửi. Hãy tải lại trang để xem.'
			});
		await tx
			.update(feedbackNotice)
			.set({ state: 'waiting', tries: 0, nextTryAt: ctx.now, error: null })
			.where(eq(feedbackNotice.id, noticeId));
		await record(tx, ctx, {
			act: 'feedback_letter.retried',
			subject: { kind: 'feedback', id: notice.caseId },
			after: { code: notice.code }
		});
	});
}
