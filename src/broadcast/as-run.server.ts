/**
 * As-run log (nhật ký phát thanh): what consoles really played. Brought by the console when there is a network, any
 * number of times: each line is kept once. A line whose item is known lands as evidence on the programme's plan task.
 */
import { and, desc, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Ctx } from '#people/actor.ts';
import { read, transact } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { Refusal, refuseIfAny } from '#platform/refusal.ts';
import * as consoles from './consoles.server.ts';
import { landEpisode } from './evidence.server.ts';
import { refusals } from './policy.ts';
import { asRun, broadcastArea, console as consoleTable, playoutItem } from './schema.server.ts';

const moment = z.iso.datetime({ offset: true });
const line = z.object({
	localId: z.string().min(8).max(100),
	itemKey: z.string().max(100).nullable(),
	title: z.string().max(300),
	level: z.enum(['routine', 'priority', 'emergency']),
	plannedAt: moment.nullable(),
	startedAt: moment.nullable(),
	endedAt: moment.nullable(),
	result: z.enum(['complete', 'cut', 'resumed', 'missed', 'filler', 'test']),
	why: z.string().max(500),
	parts: z
		.array(z.object({ audioId: z.number().int(), heardMs: z.number().min(0), sha256: z.string().max(64) }))
		.max(200)
});
const lines = z.array(line).max(500);

/** Keeps what a console brings; returns the lines it may forget. */
export async function bring(ctx: Ctx, token: string, given: unknown): Promise<string[]> {
	const parsed = lines.safeParse(given);
	if (!parsed.success)
		throw new Refusal({
			code: 'as_run.wrong',
			message: 'Nhật ký gửi lên không đúng dạng. Máy phát sẽ giữ lại và gửi sau khi được cập nhật.'
		});
	return transact(ctx, async (tx) => {
		const from = await consoles.byToken(tx, token);
		const keys = parsed.data.flatMap(({ itemKey }) => (itemKey === null ? [] : [itemKey]));
		const items =
			keys.length === 0
				? []
				: await tx
						.select()
						.from(playoutItem)
						.where(
							and(inArray(playoutItem.key, keys), eq(playoutItem.broadcastAreaId, from.broadcastAreaId))
						);
		const aired = new Set<number>();
		for (const one of parsed.data) {
			const item = items.find(({ key }) => key === one.itemKey);
			const [row] = await tx
				.insert(asRun)
				.values({
					consoleId: from.id,
					broadcastAreaId: from.broadcastAreaId,
					localId: one.localId,
					itemKey: one.itemKey,
					playoutItemId: item?.id ?? null,
					title: one.title,
					level: one.level,
					plannedAt: one.plannedAt === null ? null : new Date(one.plannedAt),
					startedAt: one.startedAt === null ? null : new Date(one.startedAt),
					endedAt: one.endedAt === null ? null : new Date(one.endedAt),
					result: one.result,
					why: one.why,
					parts: one.parts,
					receivedAt: ctx.now
				})
				.onConflictDoNothing({ target: [asRun.wardId, asRun.consoleId, asRun.localId] })
				.returning();
			if (!row) continue;
			await record(tx, ctx, {
				act: 'as_run.brought',
				subject: { kind: 'as_run', id: row.id },
				after: { title: row.title, result: row.result, startedAt: one.startedAt }
			});
			if (item?.episodeId && row.startedAt) aired.add(item.episodeId);
		}
		for (const episodeId of aired) await landEpisode(tx, ctx, episodeId);
		return parsed.data.map(({ localId }) => localId);
	});
}

export type LogLine = typeof asRun.$inferSelect & { area: string; console: string };

/** The log between two moments, newest first. */
export async function log(ctx: Ctx, from: Date, to: Date): Promise<LogLine[]> {
	refuseIfAny(refusals(ctx.actor, 'look'));
	const at = sql`coalesce(${asRun.startedAt}, ${asRun.plannedAt})`;
	return read(ctx, async (tx) => {
		const rows = await tx
			.select({ row: asRun, area: broadcastArea.name, console: consoleTable.name })
			.from(asRun)
			.innerJoin(broadcastArea, eq(broadcastArea.id, asRun.broadcastAreaId))
			.innerJoin(consoleTable, eq(consoleTable.id, asRun.consoleId))
			.where(
				and(
					gte(asRun.receivedAt, new Date(from.getTime() - 60 * 86_400_000)),
					// What was missed has no beginning: it stands where it was planned.
					gte(at, from),
					lt(at, to)
				)
			)
			.orderBy(desc(at), desc(asRun.id))
			.limit(2000);
		return rows.map(({ row, ...names }) => ({ ...row, ...names }));
	});
}
