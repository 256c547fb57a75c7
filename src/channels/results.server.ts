/** Results: the figures the channels give for what was sent, collected again and again while they still move. */
import { and, desc, eq, gte, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { read, transact } from '#platform/db.server.ts';
import { log } from '#platform/log.server.ts';
import { refuseIfAny } from '#platform/refusal.ts';
import { openSecrets } from './accounts.server.ts';
import { clientOf } from './clients.server.ts';
import { figureNames, type Figures } from './delivery.ts';
import type { Outlet } from './forms.ts';
import { refusals } from './policy.ts';
import { channelAccount, delivery } from './schema.server.ts';

/** Channels that tell figures when they are asked. */
const asked: readonly Outlet[] = ['zalo', 'facebook'];
/** Days after its sending in which the figures of a post are asked for. */
const DAYS = 60;
/** Hours between two askings. */
const HOURS = 6;
const A_TIME = 20;

/** Asks the channels for the figures of a few posts whose figures are the oldest. A duty of the worker. */
export async function collect(ctx: Ctx): Promise<number> {
	const due = await read(ctx, (tx) =>
		tx
			.select({ id: delivery.id, remoteId: delivery.remoteId, account: channelAccount })
			.from(delivery)
			.innerJoin(channelAccount, eq(channelAccount.id, delivery.accountId))
			.where(
				and(
					eq(delivery.state, 'sent'),
					isNotNull(delivery.remoteId),
					inArray(channelAccount.kind, [...asked]),
					eq(channelAccount.state, 'working'),
					gte(delivery.sentAt, new Date(ctx.now.getTime() - DAYS * 86_400_000)),
					or(
						isNull(delivery.figuresAt),
						lt(delivery.figuresAt, new Date(ctx.now.getTime() - HOURS * 3_600_000))
					)
				)
			)
			.orderBy(sql`${delivery.figuresAt} nulls first`, delivery.id)
			.limit(A_TIME)
	);
	let collected = 0;
	for (const { id, remoteId, account } of due) {
		const client = clientOf(account.kind, { settings: account.settings, secrets: openSecrets(account) });
		let figures: Figures | null = null;
		try {
			figures = clean((await client?.figures?.(remoteId!)) ?? null);
		} catch (error) {
			log.warn({ err: error, delivery: id }, 'figures could not be asked for');
		}
		// Without an answer the next asking waits its time too: one post must not hold up the others.
		await transact(ctx, (tx) =>
			tx
				.update(delivery)
				.set({ figuresAt: ctx.now, ...(figures ? { figures } : {}) })
				.where(eq(delivery.id, id))
		);
		if (figures) collected++;
	}
	return collected;
}

function clean(given: Record<string, number> | null): Figures | null {
	if (!given) return null;
	return Object.fromEntries(
		Object.entries(given).filter(
			([name, value]) => name in figureNames && Number.isSafeInteger(value) && value >= 0
		)
	);
}

export type Result = {
	key: string;
	sent: number;
	failed: number;
	/** Copies, sheets, people counted by hand. */
	counted: number;
	figures: Figures;
};

export type Results = {
	byAccount: (Result & { name: string; kind: Outlet })[];
	/** Content areas by their lasting key. */
	byArea: Result[];
	/** `2026-11`. */
	byMonth: Result[];
	newest: {
		id: number;
		title: string;
		accountName: string;
		sentAt: Date;
		figures: Figures;
		url: string | null;
	}[];
};

/** Totals of what was sent in a span, `until` not included. */
export async function totals(ctx: Ctx, from: Date, until: Date): Promise<Results> {
	refuseIfAny(refusals(ctx.actor, 'look'));
	return read(ctx, async (tx) => {
		const rows = await tx
			.select({
				id: delivery.id,
				title: sql<string>`${delivery.message}->>'title'`,
				accountId: delivery.accountId,
				accountName: channelAccount.name,
				kind: channelAccount.kind,
				state: delivery.state,
				areaKeys: delivery.areaKeys,
				sentAt: delivery.sentAt,
				plannedAt: delivery.plannedAt,
				counted: delivery.counted,
				figures: delivery.figures,
				url: delivery.remoteUrl
			})
			.from(delivery)
			.innerJoin(channelAccount, eq(channelAccount.id, delivery.accountId))
			.where(
				and(
					inArray(delivery.state, ['sent', 'failed']),
					gte(sql`coalesce(${delivery.sentAt}, ${delivery.plannedAt})`, from.toISOString()),
					lt(sql`coalesce(${delivery.sentAt}, ${delivery.plannedAt})`, until.toISOString())
				)
			)
			.orderBy(desc(delivery.sentAt), desc(delivery.id))
			.limit(20_000);
		const month = (when: Date): string => new Date(when.getTime() + 7 * 3_600_000).toISOString().slice(0, 7);
		const names = new Map(
			rows.map((row) => [String(row.accountId), { name: row.accountName, kind: row.kind }])
		);
		return {
			byAccount: summed(rows, (row) => [String(row.accountId)]).map((one) => ({
				...one,
				...names.get(one.key)!
			})),
			byArea: summed(rows, (row) => row.areaKeys),
			byMonth: summed(rows, (row) => [month(row.sentAt ?? row.plannedAt)]).toSorted((a, b) =>
				a.key.localeCompare(b.key)
			),
			newest: rows
				.flatMap(({ id, title, accountName, sentAt, figures, url }) =>
					sentAt ? [{ id, title, accountName, sentAt, figures, url }] : []
				)
				.slice(0, 50)
		};
	});
}

type Counted = { state: string; counted: number | null; figures: Figures };

function summed<Row extends Counted>(rows: Row[], keysOf: (row: Row) => string[]): Result[] {
	const sums = new Map<string, Result>();
	for (const row of rows)
		for (const key of keysOf(row)) {
			const sum = sums.get(key) ?? { key, sent: 0, failed: 0, counted: 0, figures: {} };
			sums.set(key, sum);
			if (row.state === 'sent') sum.sent++;
			else sum.failed++;
			sum.counted += row.counted ?? 0;
			for (const [name, value] of Object.entries(row.figures) as [keyof Figures, number][])
				sum.figures[name] = (sum.figures[name] ?? 0) + value;
		}
	return [...sums.values()].toSorted((a, b) => b.sent - a.sent);
}
