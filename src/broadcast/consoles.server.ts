/** Consoles (máy phát): the station's PCs. Known by a token that is shown once; they report, and are missed when silent. */
import { createHash, randomBytes } from 'node:crypto';
import { and, asc, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import type { ConsoleStatus } from './playout.ts';
import { refusals } from './policy.ts';
import { broadcastArea, console as consoleTable } from './schema.server.ts';
import { settingsIn } from './settings.server.ts';

export type Console = typeof consoleTable.$inferSelect;

const hashOf = (token: string): string => createHash('sha256').update(`console ${token}`).digest('hex');

/** Makes a console known and returns its token, which is shown this once. */
export async function register(
	ctx: Ctx,
	given: { name: string; areaId: number }
): Promise<{ id: number; token: string }> {
	refuseIfAny(refusals(ctx.actor, 'run_station'));
	const name = given.name.normalize('NFC').replace(/\s+/g, ' ').trim();
	if (name.length < 2 || name.length > 120)
		throw new Refusal({
			code: 'console.name',
			field: 'name',
			message: 'Hãy đặt tên máy phát (2 đến 120 ký tự).'
		});
	// The ward stands in it: on a host of several wards a console is at home by its token.
	const token = `${ctx.wardId.toString(36)}-${randomBytes(24).toString('base64url')}`;
	return transact(ctx, async (tx) => {
		const [area] = await tx
			.select()
			.from(broadcastArea)
			.where(and(eq(broadcastArea.id, given.areaId), isNull(broadcastArea.retiredAt)));
		if (!area)
			throw new Refusal({
				code: 'console.area',
				field: 'areaId',
				message: 'Hãy chọn cụm loa mà máy này phát.'
			});
		const [row] = await tx
			.insert(consoleTable)
			.values({ name, broadcastAreaId: area.id, tokenHash: hashOf(token) })
			.returning({ id: consoleTable.id });
		await record(tx, ctx, {
			act: 'console.registered',
			subject: { kind: 'console', id: row!.id },
			after: { name, area: area.name }
		});
		return { id: row!.id, token };
	});
}

/** Takes a console out of service: its token opens nothing any more. */
export async function retire(ctx: Ctx, id: number): Promise<void> {
	refuseIfAny(refusals(ctx.actor, 'run_station'));
	await transact(ctx, async (tx) => {
		const [row] = await tx
			.update(consoleTable)
			.set({ retiredAt: ctx.now })
			.where(and(eq(consoleTable.id, id), isNull(consoleTable.retiredAt)))
			.returning({ name: consoleTable.name });
		if (!row) throw notFound('máy phát này');
		await record(tx, ctx, { act: 'console.retired', subject: { kind: 'console', id }, before: row });
	});
}

export async function byToken(tx: Transaction, token: string): Promise<Console> {
	const [row] = await tx
		.select()
		.from(consoleTable)
		.where(and(eq(consoleTable.tokenHash, hashOf(token)), isNull(consoleTable.retiredAt)));
	if (!row)
		throw new Refusal({
			code: 'console.unknown',
			status: 401,
			message: 'Máy phát này chưa được đăng ký hoặc đã ngừng dùng. Hãy đăng ký lại ở trang Máy phát.'
		});
	return row;
}

/** The ward a token belongs to; null for what is no token of ours. */
export function wardOf(token: string): number | null {
	const ward = /^([0-9a-z]{1,8})-[\w-]{32}$/.exec(token)?.[1];
	return ward === undefined ? null : Number.parseInt(ward, 36);
}

/** What a console says of itself; hearing from it ends its being missed. */
export async function seen(ctx: Ctx, token: string, status: ConsoleStatus): Promise<void> {
	await transact(ctx, async (tx) => {
		const row = await byToken(tx, token);
		await tx
			.update(consoleTable)
			.set({ status, seenAt: ctx.now, missedSince: null })
			.where(eq(consoleTable.id, row.id));
		if (row.missedSince)
			await record(tx, ctx, {
				act: 'console.back',
				subject: { kind: 'console', id: row.id },
				after: { name: row.name }
			});
	});
}

/** Raises the alarm once for each console that has not been heard of; the worker asks every minute. */
export async function watch(ctx: Ctx): Promise<number> {
	return transact(ctx, async (tx) => {
		const { consoleAlarmMinutes } = await settingsIn(tx);
		const gone = await tx
			.update(consoleTable)
			.set({ missedSince: sql`${consoleTable.seenAt}` })
			.where(
				and(
					isNull(consoleTable.retiredAt),
					isNull(consoleTable.missedSince),
					isNotNull(consoleTable.seenAt),
					lt(consoleTable.seenAt, new Date(ctx.now.getTime() - consoleAlarmMinutes * 60_000))
				)
			)
			.returning();
		for (const row of gone)
			await record(tx, ctx, {
				act: 'console.missed',
				subject: { kind: 'console', id: row.id },
				after: { name: row.name, since: row.seenAt?.toISOString() }
			});
		return gone.length;
	});
}

export async function list(ctx: Ctx): Promise<(Console & { area: string })[]> {
	refuseIfAny(refusals(ctx.actor, 'look'));
	return read(ctx, async (tx) => {
		const rows = await tx
			.select({ row: consoleTable, area: broadcastArea.name })
			.from(consoleTable)
			.innerJoin(broadcastArea, eq(broadcastArea.id, consoleTable.broadcastAreaId))
			.where(isNull(consoleTable.retiredAt))
			.orderBy(asc(consoleTable.id));
		return rows.map(({ row, area }) => ({ ...row, area }));
	});
}
