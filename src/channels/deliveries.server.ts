/** Deliveries (lượt gửi): planned for an account and a minute, moved, cancelled, tried again, confirmed by hand. */
import { and, asc, count, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import { person, type Ctx } from '#people/actor.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import * as files from '#platform/files.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import { deliveryMoves, type DeliveryMove, type DeliveryState } from './delivery.ts';
import { landOnTask, withdrawFromTask } from './evidence.server.ts';
import { forms, type Outlet } from './forms.ts';
import type { Message } from './message.ts';
import { moveRefusals, refusals } from './policy.ts';
import { channelAccount, delivery, deliveryAttempt } from './schema.server.ts';

export type DeliveryRow = typeof delivery.$inferSelect;
export type Delivery = DeliveryRow & { kind: Outlet; accountName: string; accountTrouble: string | null };

export type Plan = {
	accountId: number;
	source: { kind: string; id: number; version: number };
	storyId?: number | undefined;
	taskId?: number | null | undefined;
	areaKeys?: string[];
	message: Message;
	/** Its minute; now or earlier: at once. */
	at: Date;
};

/**
 * Plans a delivery, in the caller's transaction. The same thing for the same account is planned once: while it waits,
 * planning it again brings it up to date; once it is on its way or sent, its row is returned untouched.
 */
export async function plan(
	tx: Transaction,
	ctx: Ctx,
	wanted: Plan
): Promise<{ id: number; planned: boolean }> {
	refuseIfAny(refusals(ctx.actor, 'deliver'));
	const [account] = await tx
		.select()
		.from(channelAccount)
		.where(eq(channelAccount.id, wanted.accountId))
		.for('share');
	if (!account || account.retiredAt) throw notFound('tài khoản này');
	await withinQuota(tx, account, wanted.at);
	const same = and(
		eq(delivery.accountId, account.id),
		eq(delivery.sourceKind, wanted.source.kind),
		eq(delivery.sourceId, wanted.source.id)
	);
	const values = {
		sourceVersion: wanted.source.version,
		storyId: wanted.storyId ?? null,
		taskId: wanted.taskId ?? null,
		areaKeys: wanted.areaKeys ?? [],
		message: wanted.message,
		plannedAt: wanted.at,
		nextTryAt: forms[account.kind].byHand ? null : wanted.at
	};
	const [added] = await tx
		.insert(delivery)
		.values({
			...values,
			accountId: account.id,
			sourceKind: wanted.source.kind,
			sourceId: wanted.source.id,
			addedAt: ctx.now,
			addedByPersonId: ctx.actor.kind === 'person' ? ctx.actor.personId : null
		})
		.onConflictDoNothing()
		.returning({ id: delivery.id });
	if (added) {
		await planned(tx, ctx, added.id, wanted, account.name);
		return { id: added.id, planned: true };
	}
	const [there] = await tx.select().from(delivery).where(same).for('update');
	const { id, state } = there!;
	if (state !== 'planned' && state !== 'cancelled') return { id, planned: false };
	// A first try that was begun has left its traces there; what it carries is not changed any more.
	if (there!.tries > 0 && Object.keys(there!.progress).length > 0) return { id, planned: false };
	await tx
		.update(delivery)
		.set({ ...values, state: 'planned', lockVersion: sql`${delivery.lockVersion} + 1` })
		.where(eq(delivery.id, id));
	await planned(tx, ctx, id, wanted, account.name);
	return { id, planned: true };
}

async function planned(tx: Transaction, ctx: Ctx, id: number, wanted: Plan, account: string): Promise<void> {
	await record(tx, ctx, {
		act: 'delivery.planned',
		subject: { kind: 'delivery', id },
		after: { title: wanted.message.title, account, at: wanted.at, storyId: wanted.storyId }
	});
}

/** Zalo grants so many sendings to all followers a month; one more is refused before it is tried. */
async function withinQuota(
	tx: Transaction,
	account: typeof channelAccount.$inferSelect,
	at: Date
): Promise<void> {
	const { broadcast, monthly } = account.settings;
	if (account.kind !== 'zalo' || !broadcast || monthly === undefined) return;
	const month = sql`date_trunc('month', ${at.toISOString()}::timestamptz at time zone 'Asia/Ho_Chi_Minh')`;
	const [used] = await tx
		.select({ many: count() })
		.from(delivery)
		.where(
			and(
				eq(delivery.accountId, account.id),
				sql`${delivery.state} not in ('cancelled', 'failed')`,
				sql`date_trunc('month', ${delivery.plannedAt} at time zone 'Asia/Ho_Chi_Minh') = ${month}`
			)
		);
	if (used!.many >= monthly)
		throw new Refusal({
			code: 'delivery.quota',
			message: `Tài khoản “${account.name}” đã dùng hết ${monthly} lượt gửi tới người quan tâm của tháng. Hãy chọn ngày ở tháng sau, hoặc tắt việc gửi tới người quan tâm trong trang tài khoản.`
		});
}

async function begin(
	tx: Transaction,
	ctx: Ctx,
	move: DeliveryMove,
	id: number,
	lockVersion?: number
): Promise<DeliveryRow> {
	refuseIfAny(refusals(ctx.actor, 'deliver'));
	const [row] = await tx.select().from(delivery).where(eq(delivery.id, id)).for('update');
	if (!row) throw notFound('lượt gửi này');
	if (lockVersion !== undefined && row.lockVersion !== lockVersion)
		throw new Refusal({
			code: 'delivery.changed_meanwhile',
			status: 409,
			message: 'Lượt gửi này vừa thay đổi. Hãy tải lại trang, xem lại rồi làm tiếp.'
		});
	refuseIfAny(moveRefusals(ctx.actor, move, row.state));
	return row;
}

async function end(
	tx: Transaction,
	ctx: Ctx,
	row: DeliveryRow,
	move: DeliveryMove,
	set: Partial<typeof delivery.$inferInsert>,
	act: string,
	note?: string
): Promise<DeliveryRow> {
	const [now] = await tx
		.update(delivery)
		.set({ ...set, state: deliveryMoves[move].to, lockVersion: sql`${delivery.lockVersion} + 1` })
		.where(eq(delivery.id, row.id))
		.returning();
	await record(tx, ctx, {
		act,
		subject: { kind: 'delivery', id: row.id },
		before: { state: row.state, at: row.plannedAt },
		after: { title: row.message.title, state: now!.state, at: now!.plannedAt, storyId: row.storyId },
		note
	});
	return now!;
}

/** Another minute. */
export async function move(ctx: Ctx, id: number, at: Date, lockVersion?: number): Promise<void> {
	if (
		Number.isNaN(at.getTime()) ||
		at.getTime() <= ctx.now.getTime() ||
		at.getTime() > ctx.now.getTime() + 366 * 86_400_000
	)
		throw new Refusal({
			code: 'delivery.time',
			field: 'at',
			message: 'Giờ gửi phải ở sau lúc này và trong vòng một năm. Hãy chọn lại ngày giờ.'
		});
	await transact(ctx, async (tx) => {
		const row = await begin(tx, ctx, 'move', id, lockVersion);
		if (row.tries > 0)
			throw new Refusal({
				code: 'delivery.begun',
				status: 409,
				message: 'Lượt gửi này đã bắt đầu gửi nên không dời giờ được. Hãy đợi kết quả, hoặc hủy lượt gửi.'
			});
		await end(
			tx,
			ctx,
			row,
			'move',
			{ plannedAt: at, nextTryAt: row.nextTryAt ? at : null },
			'delivery.moved'
		);
	});
}

export async function cancel(ctx: Ctx, id: number, reason = ''): Promise<void> {
	await transact(ctx, async (tx) => {
		const row = await begin(tx, ctx, 'cancel', id);
		await end(tx, ctx, row, 'cancel', { nextTryAt: null }, 'delivery.cancelled', reason || undefined);
	});
}

/** Everything of a story that has not begun yet; for a story that was withdrawn or whose approval fell. */
export async function cancelOfStory(
	tx: Transaction,
	ctx: Ctx,
	storyId: number,
	reason: string
): Promise<number> {
	const rows = await tx
		.select()
		.from(delivery)
		.where(and(eq(delivery.storyId, storyId), eq(delivery.state, 'planned')))
		.orderBy(asc(delivery.id))
		.for('update');
	for (const row of rows)
		await end(tx, ctx, row, 'cancel', { nextTryAt: null }, 'delivery.cancelled', reason);
	return rows.length;
}

/** Tries at once what has failed, or what waits for its next try. */
export async function retry(ctx: Ctx, id: number): Promise<void> {
	await transact(ctx, async (tx) => {
		const row = await begin(tx, ctx, 'retry', id);
		await end(
			tx,
			ctx,
			row,
			'retry',
			{ nextTryAt: ctx.now, tries: 0, trouble: null, troubleCode: null },
			'delivery.retried'
		);
	});
}

/** A person looked at the channel and says whether it is there; only where no call could tell. */
export async function say(ctx: Ctx, id: number, there: boolean, url: string | null = null): Promise<void> {
	const link = url?.trim() || null;
	if (link && (!/^https?:\/\/\S+$/.test(link) || link.length > 500))
		throw new Refusal({
			code: 'delivery.url',
			field: 'url',
			message: 'Địa chỉ bài phải bắt đầu bằng https://. Hãy chép lại địa chỉ, hoặc để trống.'
		});
	await transact(ctx, async (tx) => {
		const move = there ? 'say_there' : 'say_absent';
		const row = await begin(tx, ctx, move, id);
		if (!there) {
			const { doing: _doing, ...progress } = row.progress;
			await end(
				tx,
				ctx,
				row,
				move,
				{ nextTryAt: ctx.now, tries: 0, progress, trouble: null, troubleCode: null },
				'delivery.said_absent'
			);
			return;
		}
		const sent = await end(
			tx,
			ctx,
			row,
			move,
			{ sentAt: ctx.now, nextTryAt: null, remoteUrl: link, trouble: null, troubleCode: null },
			'delivery.said_there'
		);
		await landOnTask(tx, ctx, sent, await kindOf(tx, row.accountId));
	});
}

export type ByHand = { place: string; counted: number; photo?: files.Upload | undefined };

/** A person brought it out (banner, leaflet, meeting, board) and says where, how many, with a photo. */
export async function confirm(ctx: Ctx, id: number, given: ByHand): Promise<void> {
	person(ctx);
	refuseIfAny(refusals(ctx.actor, 'deliver'));
	const place = given.place.normalize('NFC').replace(/\s+/g, ' ').trim();
	if (place.length < 2 || place.length > 200)
		throw new Refusal({
			code: 'delivery.place',
			field: 'place',
			message: 'Hãy ghi nơi đã treo, dán, phát hoặc họp (2 đến 200 ký tự).'
		});
	if (!Number.isInteger(given.counted) || given.counted < 1 || given.counted > 1_000_000)
		throw new Refusal({
			code: 'delivery.counted',
			field: 'counted',
			message: 'Hãy ghi số lượng từ 1 trở lên (tấm, tờ, người dự).'
		});
	const stored = given.photo ? [await files.store(ctx, given.photo)] : [];
	try {
		if (stored.some(({ mime }) => !mime.startsWith('image/')))
			throw new Refusal({
				code: 'delivery.photo',
				field: 'photo',
				message: 'Ảnh chụp tại chỗ phải là ảnh JPG, PNG hoặc WebP. Hãy chọn lại.'
			});
		await transact(ctx, async (tx) => {
			const row = await begin(tx, ctx, 'confirm', id);
			const kind = await kindOf(tx, row.accountId);
			if (!forms[kind].byHand)
				throw new Refusal({
					code: 'delivery.not_by_hand',
					status: 409,
					message: 'Kênh này tự gửi, không cần xác nhận bằng tay. Hãy xem trạng thái của lượt gửi.'
				});
			const [photo] = await files.enter(tx, stored);
			const sent = await end(
				tx,
				ctx,
				row,
				'confirm',
				{
					sentAt: row.sentAt ?? ctx.now,
					nextTryAt: null,
					place,
					counted: given.counted,
					photoFileId: photo?.id ?? row.photoFileId
				},
				'delivery.confirmed'
			);
			await landOnTask(tx, ctx, sent, kind);
		});
	} catch (error) {
		// Bytes no row knows are no use to anybody.
		await files.discard(stored);
		throw error;
	}
}

async function kindOf(tx: Transaction, accountId: number): Promise<Outlet> {
	const [row] = await tx
		.select({ kind: channelAccount.kind })
		.from(channelAccount)
		.where(eq(channelAccount.id, accountId));
	return row!.kind;
}

const columns = {
	delivery,
	kind: channelAccount.kind,
	accountName: channelAccount.name,
	accountTrouble: channelAccount.trouble
};

const flat = ({
	delivery: row,
	...account
}: {
	delivery: DeliveryRow;
	kind: Outlet;
	accountName: string;
	accountTrouble: string | null;
}): Delivery => ({
	...row,
	...account
});

/** Of one story, by account. */
export async function ofStory(ctx: Ctx, storyId: number): Promise<Delivery[]> {
	refuseIfAny(refusals(ctx.actor, 'look'));
	return read(ctx, async (tx) => {
		const rows = await tx
			.select(columns)
			.from(delivery)
			.innerJoin(channelAccount, eq(channelAccount.id, delivery.accountId))
			.where(eq(delivery.storyId, storyId))
			.orderBy(asc(channelAccount.kind), asc(delivery.id));
		return rows.map(flat);
	});
}

/** From a moment until before another, for the calendar. At most `limit`. */
export async function between(ctx: Ctx, from: Date, until: Date, limit = 1000): Promise<Delivery[]> {
	refuseIfAny(refusals(ctx.actor, 'look'));
	return read(ctx, async (tx) => {
		const rows = await tx
			.select(columns)
			.from(delivery)
			.innerJoin(channelAccount, eq(channelAccount.id, delivery.accountId))
			.where(and(gte(delivery.plannedAt, from), lt(delivery.plannedAt, until)))
			.orderBy(asc(delivery.plannedAt), asc(delivery.id))
			.limit(limit);
		return rows.map(flat);
	});
}

/** What needs a person: failed, or nobody can tell; newest first. */
export async function troubled(ctx: Ctx, limit = 100): Promise<Delivery[]> {
	refuseIfAny(refusals(ctx.actor, 'look'));
	return read(ctx, async (tx) => {
		const rows = await tx
			.select(columns)
			.from(delivery)
			.innerJoin(channelAccount, eq(channelAccount.id, delivery.accountId))
			.where(inArray(delivery.state, ['failed', 'asking'] satisfies DeliveryState[]))
			.orderBy(sql`${delivery.id} desc`)
			.limit(limit);
		return rows.map(flat);
	});
}

export type Attempt = typeof deliveryAttempt.$inferSelect;

/** One delivery with every try, and the address of its photo. */
export async function get(
	ctx: Ctx,
	id: number
): Promise<{ delivery: Delivery; attempts: Attempt[]; photo: string | null }> {
	refuseIfAny(refusals(ctx.actor, 'look'));
	return read(ctx, async (tx) => {
		const [row] = await tx
			.select(columns)
			.from(delivery)
			.innerJoin(channelAccount, eq(channelAccount.id, delivery.accountId))
			.where(eq(delivery.id, id));
		if (!row) throw notFound('lượt gửi này');
		const attempts = await tx
			.select()
			.from(deliveryAttempt)
			.where(eq(deliveryAttempt.deliveryId, id))
			.orderBy(asc(deliveryAttempt.id));
		const { photoFileId } = row.delivery;
		const photo = photoFileId ? await files.byId(tx, photoFileId) : undefined;
		return { delivery: flat(row), attempts, photo: photo ? `/tep/${photo.token}` : null };
	});
}

/** What was sent for a story that is taken back: its evidence goes, the people are told to take the posts down. */
export async function withdrawOfStory(
	tx: Transaction,
	ctx: Ctx,
	storyId: number,
	reason: string
): Promise<DeliveryRow[]> {
	await cancelOfStory(tx, ctx, storyId, reason);
	const sent = await tx
		.select()
		.from(delivery)
		.where(and(eq(delivery.storyId, storyId), eq(delivery.state, 'sent')));
	for (const row of sent) await withdrawFromTask(tx, ctx, row.id, reason);
	return sent;
}
