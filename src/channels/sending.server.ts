/**
 * The desk that sends deliveries. Exactly once in effect, by these rules:
 *
 * - What is to be sent stands in its row before the first byte leaves, and the row is held by one worker.
 * - A try that ends without a clear answer makes the delivery 'unknown'. Nothing unknown is sent again before the channel
 *   was asked whether it is there; what no call can tell is asked of a person.
 * - A worker that died leaves its row held. Others notice that the hold stands still, by watching it for longer than any
 *   step takes, on their own steady clock: no clock of day, which somebody may turn, decides about it.
 * - After that they wait until whatever was on its way has settled, and then look.
 */
import { and, eq, min, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { log } from '#platform/log.server.ts';
import { openSecrets, setState, type AccountRow } from './accounts.server.ts';
import type { Answer, Client, Found, Hand, Picture, Progress } from './client.ts';
import { clientOf, served } from './clients.server.ts';
import { HOLD, LOOKS, PATIENCE, secondsUntilNext, SETTLE } from './delivery.ts';
import { landOnTask } from './evidence.server.ts';
import { enlist } from './mailings.server.ts';
import { channelAccount, delivery, deliveryAttempt } from './schema.server.ts';
import { refresh } from './tokens.server.ts';

export type Row = typeof delivery.$inferSelect;

/** Seconds; tests make them short. */
export type Pace = { hold: number; settle: number; patience: number };

export type Surroundings = {
	picture: (tx: Transaction, token: string) => Promise<Picture | null>;
	/** Where the portal of a ward is reached. */
	origin: (tx: Transaction, ctx: Ctx) => Promise<string>;
};

export type Desk = {
	/** Takes what is due in hand, as much as there are hands; returns at once. */
	work: (ctx: Ctx) => Promise<void>;
	/** Ends when nothing is in hand. */
	idle: () => Promise<void>;
	stop: () => Promise<void>;
};

const HANDS = 6;

class NotOurs extends Error {
	override name = 'NotOurs';
}

type Claimed = {
	row: Row;
	account: AccountRow;
	looking: boolean;
	attemptId: number;
	/** When the first try was begun. */
	since: Date;
	origin: string;
};

export function openDesk(
	surroundings: Surroundings,
	pace: Pace = { hold: HOLD, settle: SETTLE, patience: PATIENCE }
): Desk {
	const name = `${process.pid}-${crypto.randomUUID().slice(0, 8)}`;
	/** What others hold, or nobody knows, and since when it looks the same to us. */
	const watched = new Map<string, { sign: string; since: number }>();
	const inHand = new Set<Promise<void>>();
	let stopping = false;
	let claiming = Promise.resolve();

	/** True when `sign` has stood unchanged before our eyes for so many seconds. */
	function stoodStill(key: string, sign: string, seconds: number): boolean {
		const seen = watched.get(key);
		if (seen?.sign !== sign) {
			watched.set(key, { sign, since: performance.now() });
			return false;
		}
		return performance.now() - seen.since >= seconds * 1000;
	}

	/** What is no longer so is not watched any more. */
	function forget(prefix: string, still: { id: number }[]): void {
		const keys = new Set(still.map(({ id }) => prefix + String(id)));
		for (const key of watched.keys()) if (key.startsWith(prefix) && !keys.has(key)) watched.delete(key);
	}

	/** Rows whose worker is gone become unknown. */
	async function sweep(ctx: Ctx): Promise<void> {
		const held = await read(ctx, (tx) =>
			tx
				.select({ id: delivery.id, heldBy: delivery.heldBy, heldUntil: delivery.heldUntil })
				.from(delivery)
				.where(eq(delivery.state, 'sending'))
		);
		forget(`held ${ctx.wardId} `, held);
		for (const { id, heldBy, heldUntil } of held) {
			const sign = `${heldBy} ${heldUntil?.getTime()}`;
			if (heldBy === name || !stoodStill(`held ${ctx.wardId} ${id}`, sign, pace.hold)) continue;
			await transact(ctx, async (tx) => {
				const [lost] = await tx
					.update(delivery)
					.set({ state: 'unknown', heldBy: null, heldUntil: null, nextTryAt: ctx.now })
					.where(
						and(
							eq(delivery.id, id),
							eq(delivery.state, 'sending'),
							eq(delivery.heldBy, heldBy!),
							eq(delivery.heldUntil, heldUntil!)
						)
					)
					.returning({ id: delivery.id, tries: delivery.tries });
				if (!lost) return;
				await tx
					.update(deliveryAttempt)
					.set({ endedAt: ctx.now, outcome: 'lost', words: 'Chương trình dừng giữa chừng khi đang gửi.' })
					.where(and(eq(deliveryAttempt.deliveryId, id), sql`${deliveryAttempt.endedAt} is null`));
				await record(tx, ctx, { act: 'delivery.interrupted', subject: { kind: 'delivery', id } });
			});
		}
	}

	/** Ids of unknown ones that have settled: nothing of an earlier try can still be on its way. */
	async function settled(tx: Transaction, ctx: Ctx): Promise<number[]> {
		const unknown = await tx
			.select({ id: delivery.id, tries: delivery.tries })
			.from(delivery)
			.where(eq(delivery.state, 'unknown'));
		forget(`unknown ${ctx.wardId} `, unknown);
		return unknown
			.filter(({ id, tries }) => stoodStill(`unknown ${ctx.wardId} ${id}`, String(tries), pace.settle))
			.map(({ id }) => id);
	}

	async function claim(ctx: Ctx): Promise<Claimed | null> {
		return transact(ctx, async (tx) => {
			// One claim at a time in a ward, so that two of the same title are never begun together: a channel that keeps
			// no mark of ours could not tell them apart.
			await tx.execute(sql`select pg_advisory_xact_lock(hashtext('deliveries'), ${ctx.wardId}::integer)`);
			const ready = await settled(tx, ctx);
			const now = ctx.now.toISOString();
			const found = await tx.execute<{ id: number }>(sql`
				select d.id from delivery d
				join channel_account a on a.ward_id = d.ward_id and a.id = d.account_id
				where (d.state = 'planned' or (d.state = 'unknown' and d.id = any(${`{${ready.join(',')}}`}::bigint[])))
					and d.next_try_at <= ${now}
					and a.kind = any(${`{${served.join(',')}}`}::text[])
					and a.state = 'working' and (a.paused_until is null or a.paused_until <= ${now})
					and not exists (
						select from delivery o
						where o.ward_id = d.ward_id and o.account_id = d.account_id and o.id <> d.id
							and (o.state = 'sending' or (o.state = 'unknown' and d.state = 'planned'))
							and o.message->>'title' = d.message->>'title'
					)
				order by d.next_try_at, d.id
				limit 1
				for update of d`);
			const id = found.rows[0]?.id;
			if (id === undefined) return null;
			const [before] = await tx
				.select()
				.from(delivery)
				.where(eq(delivery.id, Number(id)));
			const looking = before!.state === 'unknown';
			const [row] = await tx
				.update(delivery)
				.set({
					state: 'sending',
					heldBy: name,
					heldUntil: holdFor(pace.hold),
					tries: sql`${delivery.tries} + 1`
				})
				.where(eq(delivery.id, before!.id))
				.returning();
			const [account] = await tx.select().from(channelAccount).where(eq(channelAccount.id, row!.accountId));
			const [attempt] = await tx
				.insert(deliveryAttempt)
				.values({ deliveryId: row!.id, no: row!.tries, act: looking ? 'find' : 'send', begunAt: ctx.now })
				.returning({ id: deliveryAttempt.id });
			const [first] = await tx
				.select({ at: min(deliveryAttempt.begunAt) })
				.from(deliveryAttempt)
				.where(eq(deliveryAttempt.deliveryId, row!.id));
			return {
				row: row!,
				account: account!,
				looking,
				attemptId: attempt!.id,
				since: first?.at ?? ctx.now,
				origin: await surroundings.origin(tx, ctx)
			};
		});
	}

	async function handle(at: Ctx, claimed: Claimed): Promise<void> {
		const { row, account } = claimed;
		const began = performance.now();
		// A slow channel makes time pass.
		const later = (): Ctx => ({ ...at, now: new Date(at.now.getTime() + performance.now() - began) });
		const client = clientOf(account.kind, { settings: account.settings, secrets: openSecrets(account) });
		let answer: Answer | Exclude<Found, { kind: 'go_on' }>;
		try {
			const hand = handFor(at, claimed, later);
			answer = client
				? await reach(client, claimed, hand)
				: { kind: 'refused', code: 'channel', words: 'Kênh này chưa gửi tự động được.' };
		} catch (error) {
			// The row is somebody else's by now: what they find out is what counts.
			if (error instanceof NotOurs) return;
			log.error({ err: error, delivery: row.id }, 'a delivery broke off');
			answer = { kind: 'unknown', code: 'ours', words: 'Chương trình gặp lỗi khi đang gửi.' };
		}
		await conclude(later(), claimed, answer);
	}

	function handFor(at: Ctx, { row, origin }: Claimed, later: () => Ctx): Hand {
		const hand: Hand = {
			mark: `g${row.wardId}-${row.id}`,
			progress: row.progress,
			until: performance.now() + (pace.hold - pace.patience) * 1000,
			keep: async (progress: Progress) => {
				if (performance.now() > hand.until) throw new NotOurs();
				const kept = await transact(later(), (tx) =>
					tx
						.update(delivery)
						.set({ progress, heldUntil: holdFor(pace.hold) })
						.where(and(eq(delivery.id, row.id), eq(delivery.state, 'sending'), eq(delivery.heldBy, name)))
						.returning({ id: delivery.id })
				);
				if (kept.length === 0) throw new NotOurs();
				hand.progress = progress;
				hand.until = performance.now() + (pace.hold - pace.patience) * 1000;
			},
			claim: (remoteId) =>
				transact(later(), async (tx) => {
					const [other] = await tx
						.select({ id: delivery.id })
						.from(delivery)
						.where(and(eq(delivery.accountId, row.accountId), eq(delivery.remoteId, remoteId)));
					if (other) return other.id === row.id;
					// Two that look at once: the unique index lets one have it, the other breaks off and looks again.
					await tx
						.update(delivery)
						.set({ remoteId })
						.where(and(eq(delivery.id, row.id), eq(delivery.heldBy, name)));
					return true;
				}),
			picture: (token) => read(at, (tx) => surroundings.picture(tx, token)),
			enlist: (kind) => transact(later(), (tx) => enlist(tx, at, row.id, kind)),
			absolute: (path) => (path.startsWith('/') ? `${origin}${path}` : path)
		};
		return hand;
	}

	/** Looks first where it is not known; sends where it is known to be missing. */
	async function reach(
		client: Client,
		{ row, looking, since }: Claimed,
		hand: Hand
	): Promise<Answer | Exclude<Found, { kind: 'go_on' }>> {
		if (!looking) return client.send(row.message, hand);
		const found = await client.find(row.message, since, hand);
		if (found.kind !== 'go_on') return found;
		await hand.keep(found.progress);
		return client.send(row.message, hand);
	}

	async function conclude(
		ctx: Ctx,
		claimed: Claimed,
		answer: Answer | Exclude<Found, { kind: 'go_on' }>
	): Promise<void> {
		const { row, account, attemptId, looking } = claimed;
		if (answer.kind === 'account' && answer.refresh && account.kind === 'zalo') {
			const renewed = await refresh(ctx, account.id, openSecrets(account).accessToken ?? '');
			if (renewed)
				return conclude(
					ctx,
					claimed,
					back(looking, { kind: 'again', code: answer.code, words: answer.words, afterSeconds: 0 })
				);
		}
		await transact(ctx, async (tx) => {
			const words = 'words' in answer ? answer.words : null;
			const code = 'code' in answer ? answer.code : null;
			const set = next(ctx, claimed, answer);
			const [ended] = await tx
				.update(delivery)
				.set({
					heldBy: null,
					heldUntil: null,
					troubleCode: code,
					trouble: words,
					lockVersion: sql`${delivery.lockVersion} + 1`,
					...set
				})
				.where(
					and(
						eq(delivery.id, row.id),
						// What did arrive is believed also when others have begun to doubt.
						set.state === 'sent'
							? sql`(${delivery.heldBy} = ${name} or (${delivery.state} = 'unknown' and ${delivery.tries} = ${row.tries}))`
							: and(eq(delivery.state, 'sending'), eq(delivery.heldBy, name))
					)
				)
				.returning();
			await tx
				.update(deliveryAttempt)
				.set({ endedAt: ctx.now, outcome: answer.kind, code, words })
				.where(eq(deliveryAttempt.id, attemptId));
			if (!ended) return;
			if (answer.kind === 'pause' || (answer.kind === 'later' && answer.seconds))
				await tx
					.update(channelAccount)
					.set({ pausedUntil: new Date(ctx.now.getTime() + (answer.seconds ?? 60) * 1000) })
					.where(eq(channelAccount.id, account.id));
			if (answer.kind === 'account') {
				const [now] = await tx
					.select()
					.from(channelAccount)
					.where(eq(channelAccount.id, account.id))
					.for('update');
				if (now!.state === 'working') await setState(tx, ctx, now!, answer.state, answer.words);
			}
			if (ended.state === 'sent') {
				await tx
					.update(channelAccount)
					.set({ workedAt: ctx.now, secretsBefore: null })
					.where(eq(channelAccount.id, account.id));
				await landOnTask(tx, ctx, ended, account.kind);
			}
			const act = ({ sent: 'delivery.sent', failed: 'delivery.failed', asking: 'delivery.asked' } as const)[
				ended.state as 'sent'
			];
			if (act)
				await record(tx, ctx, {
					act,
					subject: { kind: 'delivery', id: ended.id },
					after: {
						title: ended.message.title,
						account: account.name,
						remoteId: ended.remoteId,
						storyId: ended.storyId
					},
					note: words ?? undefined
				});
		});
	}

	/** One beat: as many as there are hands for. Beats of one desk do not overlap. */
	function work(ctx: Ctx): Promise<void> {
		claiming = claiming.then(async () => {
			if (stopping) return;
			await sweep(ctx);
			while (inHand.size < HANDS && !stopping) {
				const claimed = await claim(ctx);
				if (!claimed) return;
				const handled = handle(ctx, claimed)
					.catch((error: unknown) =>
						log.error({ err: error, delivery: claimed.row.id }, 'a delivery could not be concluded')
					)
					.finally(() => inHand.delete(handled));
				inHand.add(handled);
			}
		});
		const done = claiming;
		claiming = claiming.catch(() => undefined);
		return done;
	}

	return {
		work,
		idle: async () => {
			await claiming;
			while (inHand.size > 0) await Promise.race(inHand);
		},
		stop: async () => {
			stopping = true;
			await claiming;
			let patience: NodeJS.Timeout | undefined;
			await Promise.race([
				Promise.all(inHand),
				new Promise((resolve) => (patience = setTimeout(resolve, 4000)))
			]);
			clearTimeout(patience);
		}
	};
}

/** In whole milliseconds: others compare it as JavaScript reads it. */
const holdFor = (seconds: number) =>
	sql<Date>`date_trunc('milliseconds', clock_timestamp() + make_interval(secs => ${seconds}))`;

/** A look that could not be made is made again; only a sending that surely did nothing may be sent again. */
function back(
	looking: boolean,
	answer: Extract<Answer, { kind: 'again' }>
): Answer | Exclude<Found, { kind: 'go_on' }> {
	return looking ? { kind: 'later', code: answer.code, words: answer.words } : answer;
}

/** What becomes of a delivery after an answer. */
function next(
	ctx: Ctx,
	{ row, looking }: Claimed,
	answer: Answer | Exclude<Found, { kind: 'go_on' }>
): Partial<typeof delivery.$inferInsert> {
	const after = (seconds: number): Date => new Date(ctx.now.getTime() + seconds * 1000);
	switch (answer.kind) {
		case 'sent':
		case 'there':
			return {
				state: 'sent',
				sentAt: ctx.now,
				nextTryAt: null,
				remoteId: answer.remoteId,
				remoteUrl: answer.url,
				trouble: null,
				troubleCode: null
			};
		case 'absent':
			return { state: 'planned', nextTryAt: ctx.now, progress: {} };
		case 'again': {
			const seconds =
				answer.afterSeconds !== undefined && answer.afterSeconds < 30 && row.tries < 12
					? answer.afterSeconds
					: secondsUntilNext(row.tries, answer.afterSeconds);
			return seconds === null
				? { state: 'failed', nextTryAt: null }
				: { state: 'planned', nextTryAt: after(seconds) };
		}
		case 'pause':
			// The channel's wish, not the delivery's fault: it costs no try.
			return {
				state: looking ? 'unknown' : 'planned',
				nextTryAt: after(answer.seconds),
				tries: row.tries - 1
			};
		case 'account':
			return { state: looking ? 'unknown' : 'planned', nextTryAt: ctx.now, tries: row.tries - 1 };
		case 'refused':
			return { state: 'failed', nextTryAt: null };
		case 'unknown':
			return { state: 'unknown', nextTryAt: ctx.now };
		case 'later':
			return row.tries >= LOOKS + 8
				? { state: 'asking', nextTryAt: null }
				: {
						state: 'unknown',
						nextTryAt: after(secondsUntilNext(Math.min(row.tries, 5), answer.seconds) ?? 3600)
					};
		case 'ask':
			return { state: 'asking', nextTryAt: null };
	}
}
