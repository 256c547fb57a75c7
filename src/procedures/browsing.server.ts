/** What the portal needs to lead people through the catalogue: choices to narrow by, and where each procedure stands. */
import { and, asc, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Day } from '#platform/clock.ts';
import type { Transaction } from '#platform/db.server.ts';
import type { OnlineLevel } from '#search/entry.ts';
import { outlookOf, type Notice } from './outlook.ts';
import { holdsOn, type VersionOfCode } from './reading.server.ts';
import { procedure, procedureVersion } from './schema.server.ts';

export type Choice<T extends string = string> = { value: T; count: number };

/** Who applies and how files are handed in, with how many procedures of the day each. */
export async function choicesOn(
	tx: Transaction,
	on: Day
): Promise<{ applicants: Choice[]; online: Choice<OnlineLevel>[] }> {
	const { rows: applicants } = await tx.execute<Choice>(sql`
		select who as value, count(*)::int as count
		from ${procedureVersion}, unnest(${procedureVersion.applicants}) as who
		where ${holdsOn(on)} group by who order by count(*) desc, who`);
	const online = await tx
		.select({ value: procedureVersion.onlineLevel, count: count() })
		.from(procedureVersion)
		.where(holdsOn(on))
		.groupBy(procedureVersion.onlineLevel);
	return {
		applicants,
		online: online.flatMap(({ value, count: many }) => (value ? [{ value, count: many }] : []))
	};
}

export type Known = { code: string; name: string; field: string; notice: Notice | null };

/** Name and standing of these codes; a code nobody knows is not in the answer. */
export async function standingsOf(tx: Transaction, codes: string[], today: Day): Promise<Map<string, Known>> {
	if (codes.length === 0) return new Map();
	const rows = await tx
		.select({
			code: procedure.code,
			name: procedureVersion.name,
			field: procedureVersion.field,
			effectiveFrom: procedureVersion.effectiveFrom,
			effectiveTo: procedureVersion.effectiveTo,
			endKind: procedureVersion.endKind,
			replacedBy: procedureVersion.replacedBy
		})
		.from(procedureVersion)
		.innerJoin(procedure, eq(procedure.id, procedureVersion.procedureId))
		.where(and(inArray(procedure.code, codes), isNull(procedureVersion.supersededAt)));
	return new Map(
		[...Map.groupBy(rows, ({ code }) => code)].map(([code, versions]) => {
			const { current, next, last, notice } = outlookOf(versions, today);
			const shown = (current ?? next ?? last)!;
			return [code, { code, name: shown.name, field: shown.field, notice }];
		})
	);
}

/** Every procedure in force on the day, for search engines: when its text was last written. */
export async function addresses(tx: Transaction, on: Day): Promise<{ code: string; recordedAt: Date }[]> {
	return tx
		.select({ code: procedure.code, recordedAt: procedureVersion.recordedAt })
		.from(procedureVersion)
		.innerJoin(procedure, eq(procedure.id, procedureVersion.procedureId))
		.where(holdsOn(on))
		.orderBy(asc(procedure.code));
}

/** Others of the same field in force on the day, those of near names first. */
export async function neighbours(
	tx: Transaction,
	of: { code: string; name: string; field: string },
	on: Day,
	limit: number
): Promise<{ code: string; name: string }[]> {
	if (!of.field) return [];
	return tx
		.select({ code: procedure.code, name: procedureVersion.name })
		.from(procedureVersion)
		.innerJoin(procedure, eq(procedure.id, procedureVersion.procedureId))
		.where(and(holdsOn(on), eq(procedureVersion.field, of.field), sql`${procedure.code} <> ${of.code}`))
		.orderBy(desc(sql`similarity(${procedureVersion.name}, ${of.name})`), asc(procedure.code))
		.limit(limit);
}

/** One version of this procedure, also one that was corrected since: a comparison may name it. */
export async function versionById(
	tx: Transaction,
	code: string,
	id: number
): Promise<VersionOfCode | undefined> {
	const [row] = await tx
		.select()
		.from(procedureVersion)
		.innerJoin(procedure, eq(procedure.id, procedureVersion.procedureId))
		.where(and(eq(procedure.code, code), eq(procedureVersion.id, id)));
	return row && { ...row.procedure_version, code: row.procedure.code };
}
