/**
 * How often a procedure is looked at, printed, scanned: counts per day and nothing else, no cookie, no address. Counts
 * are gathered for a moment and written together, after the answers went out: a count never delays or fails a page.
 */
import { and, asc, desc, eq, gte, lte, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { dayOf, type Day } from '#platform/clock.ts';
import { transact, type Transaction } from '#platform/db.server.ts';
import { log } from '#platform/log.server.ts';
import { holdsOn } from './reading.server.ts';
import { postingPlace, procedure, procedureVersion, procedureVisit } from './schema.server.ts';
import type { VisitKind } from './visit.ts';

type Waiting = { scope: Ctx; procedureId: number; day: Day; kind: VisitKind; placeId: number; count: number };

/** Seen but not written yet; a crash loses at most this moment's counts. */
const waiting = new Map<string, Waiting>();
let timer: NodeJS.Timeout | undefined;
const gatherFor = 1000;

/** Counts one look. Returns at once; `placeId` is the board whose sheet was scanned. */
export function note(ctx: Ctx, procedureId: number, kind: VisitKind, placeId = 0): void {
	// The ward's own people at work are not the public.
	if (ctx.actor.kind !== 'visitor') return;
	const day = dayOf(ctx.now);
	const key = [ctx.wardId, procedureId, day, kind, placeId].join(' ');
	const seen = waiting.get(key);
	if (seen) seen.count++;
	else waiting.set(key, { scope: ctx, procedureId, day, kind, placeId, count: 1 });
	timer ??= setTimeout(() => void flush(), gatherFor).unref();
}

/** Writes what is waiting. Never throws: what cannot be written is told to the log and let go. */
export async function flush(): Promise<void> {
	clearTimeout(timer);
	timer = undefined;
	const all = [...waiting.values()];
	waiting.clear();
	for (const { scope, ...values } of all) {
		try {
			await transact(scope, (tx) =>
				tx
					.insert(procedureVisit)
					.values(values)
					.onConflictDoUpdate({
						target: [
							procedureVisit.wardId,
							procedureVisit.procedureId,
							procedureVisit.day,
							procedureVisit.kind,
							procedureVisit.placeId
						],
						set: { count: sql`${procedureVisit.count} + excluded.count` }
					})
			);
		} catch (error) {
			log.warn({ err: error, procedure: values.procedureId }, 'a visit was not counted');
		}
	}
}

const between = ({ from, to }: { from: Day; to: Day }) =>
	and(gte(procedureVisit.day, from), lte(procedureVisit.day, to));

/** The most looked at of those in force on `to`, for the portal's first page. */
export async function popular(
	tx: Transaction,
	{ from, to, limit }: { from: Day; to: Day; limit: number }
): Promise<{ code: string; name: string }[]> {
	return tx
		.select({ code: procedure.code, name: procedureVersion.name })
		.from(procedureVisit)
		.innerJoin(procedure, eq(procedure.id, procedureVisit.procedureId))
		.innerJoin(procedureVersion, and(eq(procedureVersion.procedureId, procedure.id), holdsOn(to)))
		.where(between({ from, to }))
		.groupBy(procedure.code, procedureVersion.name)
		.orderBy(desc(sql`sum(${procedureVisit.count})`), asc(procedure.code))
		.limit(limit);
}

export type VisitsSummary = {
	totals: Record<VisitKind, number>;
	/** Most looked at first. */
	procedures: ({ code: string; name: string } & Record<VisitKind, number>)[];
	/** Which boards are really scanned; sheets without a known board are left out. */
	places: { placeId: number; name: string; scans: number }[];
};

/** For the staff: what people look up, and which boards they scan, both days included. */
export async function visitsSummary(tx: Transaction, period: { from: Day; to: Day }): Promise<VisitsSummary> {
	const rows = await tx
		.select({
			code: procedure.code,
			name: sql<string>`(select v.name from procedure_version v where v.procedure_id = ${procedure.id}
				and v.superseded_at is null order by v.effective_from desc limit 1)`,
			kind: procedureVisit.kind,
			count: sql<number>`sum(${procedureVisit.count})::int`
		})
		.from(procedureVisit)
		.innerJoin(procedure, eq(procedure.id, procedureVisit.procedureId))
		.where(between(period))
		.groupBy(procedure.id, procedure.code, procedureVisit.kind);
	const places = await tx
		.select({
			placeId: postingPlace.id,
			name: postingPlace.name,
			scans: sql<number>`sum(${procedureVisit.count})::int`
		})
		.from(procedureVisit)
		.innerJoin(postingPlace, eq(postingPlace.id, procedureVisit.placeId))
		.where(and(between(period), eq(procedureVisit.kind, 'scan')))
		.groupBy(postingPlace.id, postingPlace.name)
		.orderBy(desc(sql`sum(${procedureVisit.count})`));

	const none = (): Record<VisitKind, number> => ({ view: 0, print: 0, scan: 0, kiosk: 0 });
	const totals = none();
	const byCode = new Map<string, VisitsSummary['procedures'][number]>();
	for (const { code, name, kind, count } of rows) {
		totals[kind] += count;
		const line = byCode.get(code) ?? { code, name, ...none() };
		line[kind] += count;
		byCode.set(code, line);
	}
	const all = (line: Record<VisitKind, number>) => line.view + line.print + line.scan + line.kiosk;
	return {
		totals,
		procedures: [...byCode.values()].sort((a, b) => all(b) - all(a) || a.code.localeCompare(b.code)),
		places
	};
}
