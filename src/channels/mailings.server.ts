/**
 * The letters of an issue of the bulletin: one for each reader, claimed in batches, sent a few at a time, marked. A letter
 * whose sending broke off goes again under the same Message-ID, which is all that SMTP allows.
 */
import { createHmac } from 'node:crypto';
import { and, asc, count, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { log } from '#platform/log.server.ts';
import { mailer, type Mailer, type Sending } from '#platform/mail.server.ts';
import { portalOrigin } from '#platform/origin.server.ts';
import { ward } from '#platform/schema.server.ts';
import { keyFor } from '#platform/secret.server.ts';
import { bulletinLetter } from './letters.ts';
import type { Message } from './message.ts';
import { delivery, mailing, subscriber } from './schema.server.ts';
import { addressOf, BOUNCES, leaveWord, readersOf } from './subscribers.server.ts';

/** Minutes until the next try; the first also covers a program that died while sending. */
const WAITS = [10, 30, 120, 360, 1440] as const;
const BATCH = 100;
const AT_ONCE = 4;
/** Letters a minute at most: mail servers take more for rubbish. */
const A_MINUTE = 1200;

/** Enters a letter for each reader of the delivery's areas, once; returns how many there are. */
export async function enlist(
	tx: Transaction,
	ctx: Ctx,
	deliveryId: number,
	kind: 'email' | 'push'
): Promise<number> {
	const [row] = await tx
		.select({ areaKeys: delivery.areaKeys })
		.from(delivery)
		.where(eq(delivery.id, deliveryId));
	const readers = await readersOf(tx, kind, row!.areaKeys);
	for (let from = 0; from < readers.length; from += 1000)
		await tx
			.insert(mailing)
			.values(
				readers
					.slice(from, from + 1000)
					.map((subscriberId) => ({ deliveryId, subscriberId, nextTryAt: ctx.now }))
			)
			.onConflictDoNothing();
	return readers.length;
}

type Claimed = {
	id: number;
	tries: number;
	deliveryId: number;
	subscriberId: number;
	address: string | null;
	message: Message;
	leave: string;
};

const running = new Map<number, Promise<unknown>>();

/** The worker's duty: letters go out beside its beat. */
export function beginSending(ctx: Ctx): Promise<void> {
	const through = mailer();
	if (!through || running.has(ctx.wardId)) return Promise.resolve();
	running.set(
		ctx.wardId,
		sendDue(ctx, through)
			.catch((error: unknown) => log.error({ err: error }, 'the bulletin could not be sent'))
			.finally(() => running.delete(ctx.wardId))
	);
	return Promise.resolve();
}

/** Sends what is due, until nothing is left or our own mail server is in trouble. Returns how many went out. */
export async function sendDue(ctx: Ctx, through: Mailer): Promise<number> {
	let sent = 0;
	const began = performance.now();
	for (;;) {
		const at = { ...ctx, now: new Date(ctx.now.getTime() + performance.now() - began) };
		const { claimed, wardName, origin } = await transact(at, (tx) => claim(tx, at));
		if (claimed.length === 0) return sent;
		const outcomes = new Map<number, Sending>();
		const queue = [...claimed];
		let ours = false;
		await Promise.all(
			Array.from({ length: AT_ONCE }, async () => {
				for (let one = queue.shift(); one && !ours; one = queue.shift()) {
					const outcome = await sendOne(one, { wardId: ctx.wardId, wardName, origin }, through);
					outcomes.set(one.id, outcome);
					if (outcome.sent) sent++;
					else if (outcome.ours) ours = true;
				}
			})
		);
		await transact(at, (tx) => mark(tx, at, claimed, outcomes));
		if (ours) return sent;
		const early = (sent / A_MINUTE) * 60_000 - (performance.now() - began);
		if (early > 0) await new Promise((go) => setTimeout(go, early));
	}
}

async function sendOne(
	one: Claimed,
	there: { wardId: number; wardName: string; origin: string },
	through: Mailer
): Promise<Sending> {
	if (!one.address)
		return { sent: false, forGood: true, ours: false, reason: 'Người nhận đã thôi nhận tin.' };
	const leave = `${there.origin}/dang-ky-tin/thoi?ma=${one.leave}`;
	const { message } = one;
	const letter = bulletinLetter({
		message,
		link: message.link && (message.link.startsWith('/') ? there.origin + message.link : message.link),
		leave,
		wardName: there.wardName,
		picture: message.cover ? `${there.origin}/tep/${message.cover.token}` : null
	});
	const id = createHmac('sha256', keyFor('bulletin'))
		.update(`${there.wardId} ${one.id}`)
		.digest('hex')
		.slice(0, 32);
	return through.send({
		...letter,
		to: one.address,
		messageId: `<${id}@${new URL(there.origin).hostname}>`,
		// One press in the letter box itself (RFC 8058).
		headers: {
			'List-Unsubscribe': `<${leave}>`,
			'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
			Precedence: 'bulk'
		}
	});
}

async function claim(
	tx: Transaction,
	ctx: Ctx
): Promise<{ claimed: Claimed[]; wardName: string; origin: string }> {
	const due = await tx
		.select({ id: mailing.id })
		.from(mailing)
		.innerJoin(subscriber, eq(subscriber.id, mailing.subscriberId))
		.where(and(eq(mailing.state, 'waiting'), lte(mailing.nextTryAt, ctx.now), eq(subscriber.kind, 'email')))
		.orderBy(asc(mailing.nextTryAt), asc(mailing.id))
		.limit(BATCH)
		.for('update', { of: mailing, skipLocked: true });
	const [there] = await tx.select().from(ward).where(eq(ward.id, ctx.wardId));
	const found = { claimed: [] as Claimed[], wardName: there!.name, origin: portalOrigin(there!.host) };
	if (due.length === 0) return found;
	const ids = due.map(({ id }) => id);
	await tx
		.update(mailing)
		.set({ tries: sql`${mailing.tries} + 1`, nextTryAt: new Date(ctx.now.getTime() + WAITS[0] * 60_000) })
		.where(inArray(mailing.id, ids));
	const rows = await tx
		.select({
			id: mailing.id,
			tries: mailing.tries,
			deliveryId: mailing.deliveryId,
			reader: subscriber,
			message: delivery.message
		})
		.from(mailing)
		.innerJoin(subscriber, eq(subscriber.id, mailing.subscriberId))
		.innerJoin(delivery, eq(delivery.id, mailing.deliveryId))
		.where(inArray(mailing.id, ids));
	found.claimed = rows.map(({ reader, ...row }) => ({
		...row,
		subscriberId: reader.id,
		address: reader.state === 'confirmed' ? addressOf(reader) : null,
		leave: leaveWord(reader.wardId, reader.mark)
	}));
	return found;
}

async function mark(
	tx: Transaction,
	ctx: Ctx,
	claimed: Claimed[],
	outcomes: Map<number, Sending>
): Promise<void> {
	const sent = claimed.filter(({ id }) => outcomes.get(id)?.sent);
	if (sent.length > 0) {
		await tx
			.update(mailing)
			.set({ state: 'sent', sentAt: ctx.now, nextTryAt: null, trouble: null })
			.where(
				inArray(
					mailing.id,
					sent.map(({ id }) => id)
				)
			);
		await tx
			.update(subscriber)
			.set({ bounces: 0 })
			.where(
				inArray(
					subscriber.id,
					sent.map(({ subscriberId }) => subscriberId)
				)
			);
	}
	for (const one of claimed) {
		const outcome = outcomes.get(one.id);
		if (outcome?.sent) continue;
		if (!outcome) {
			// Not tried: our own server was in trouble.
			await tx
				.update(mailing)
				.set({ tries: one.tries - 1, nextTryAt: new Date(ctx.now.getTime() + 5 * 60_000) })
				.where(eq(mailing.id, one.id));
			continue;
		}
		const wait = WAITS[one.tries];
		const over = outcome.forGood || wait === undefined;
		await tx
			.update(mailing)
			.set(
				over
					? { state: 'failed', nextTryAt: null, trouble: outcome.reason }
					: { nextTryAt: new Date(ctx.now.getTime() + wait * 60_000), trouble: outcome.reason }
			)
			.where(eq(mailing.id, one.id));
		if (outcome.forGood && one.address) await bounced(tx, ctx, one);
	}
	for (const deliveryId of new Set(claimed.map((one) => one.deliveryId))) {
		const [row] = await tx
			.select({ reach: count() })
			.from(mailing)
			.where(and(eq(mailing.deliveryId, deliveryId), eq(mailing.state, 'sent')));
		await tx
			.update(delivery)
			.set({ figures: { reach: row!.reach }, figuresAt: ctx.now })
			.where(eq(delivery.id, deliveryId));
	}
}

/** An address that is refused again and again is none any more. */
async function bounced(tx: Transaction, ctx: Ctx, one: Claimed): Promise<void> {
	const [now] = await tx
		.update(subscriber)
		.set({ bounces: sql`${subscriber.bounces} + 1` })
		.where(eq(subscriber.id, one.subscriberId))
		.returning({ bounces: subscriber.bounces, state: subscriber.state });
	if (!now || now.state !== 'confirmed' || now.bounces < BOUNCES) return;
	await tx
		.update(subscriber)
		.set({ state: 'bounced', sealed: null, confirmHash: null })
		.where(eq(subscriber.id, one.subscriberId));
	await record(tx, ctx, { act: 'subscriber.bounced', subject: { kind: 'subscriber', id: one.subscriberId } });
}
