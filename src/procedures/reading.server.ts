/** Reading the catalogue: what a procedure says on a day, and which versions it has. Everything here is public. */
import { and, asc, desc, eq, gt, inArray, isNull, lte, or, type SQL } from 'drizzle-orm';
import type { Transaction } from '#platform/db.server.ts';
import { procedure, procedureVersion } from './schema.server.ts';

export type Version = typeof procedureVersion.$inferSelect;
/** A version with the code of its procedure. */
export type VersionOfCode = Version & { code: string };

/** Of the rows not superseded, those that hold on the day. */
export const holdsOn = (on: string): SQL =>
	and(
		isNull(procedureVersion.supersededAt),
		lte(procedureVersion.effectiveFrom, on),
		or(isNull(procedureVersion.effectiveTo), gt(procedureVersion.effectiveTo, on))
	)!;

/** Codes come from addresses: a zero byte PostgreSQL would not even compare belongs to none. */
const isCode = (code: string): boolean => !code.includes('\u0000');

/** What the procedure says on that day; undefined when it says nothing then. */
export async function versionOn(
	tx: Transaction,
	code: string,
	on: string
): Promise<VersionOfCode | undefined> {
	if (!isCode(code)) return undefined;
	const [row] = await tx
		.select()
		.from(procedure)
		.innerJoin(procedureVersion, eq(procedureVersion.procedureId, procedure.id))
		.where(and(eq(procedure.code, code), holdsOn(on)));
	return row && { ...row.procedure_version, code: row.procedure.code };
}

/** Every version that was not superseded, newest days first. Empty: no such procedure. */
export async function versionsOf(tx: Transaction, code: string): Promise<VersionOfCode[]> {
	if (!isCode(code)) return [];
	const rows = await tx
		.select()
		.from(procedure)
		.innerJoin(procedureVersion, eq(procedureVersion.procedureId, procedure.id))
		.where(and(eq(procedure.code, code), isNull(procedureVersion.supersededAt)))
		.orderBy(desc(procedureVersion.effectiveFrom));
	return rows.map((row) => ({ ...row.procedure_version, code: row.procedure.code }));
}

/** The whole catalogue of a day, by field and then by name. */
export async function catalogueOn(tx: Transaction, on: string): Promise<VersionOfCode[]> {
	const rows = await tx
		.select()
		.from(procedureVersion)
		.innerJoin(procedure, eq(procedureVersion.procedureId, procedure.id))
		.where(holdsOn(on))
		.orderBy(asc(procedureVersion.field), asc(procedureVersion.name), asc(procedure.code));
	return rows.map((row) => ({ ...row.procedure_version, code: row.procedure.code }));
}

/** The version a printed sheet belongs to, also when it was superseded since. */
export async function versionByToken(tx: Transaction, token: string): Promise<VersionOfCode | undefined> {
	const [row] = await tx
		.select()
		.from(procedureVersion)
		.innerJoin(procedure, eq(procedureVersion.procedureId, procedure.id))
		.where(eq(procedureVersion.sheetToken, token));
	return row && { ...row.procedure_version, code: row.procedure.code };
}

/** Every version that was not superseded of each of these codes, oldest days first. */
export async function versionsOfCodes(
	tx: Transaction,
	codes: string[]
): Promise<Map<string, VersionOfCode[]>> {
	if (codes.length === 0) return new Map();
	const rows = await tx
		.select()
		.from(procedureVersion)
		.innerJoin(procedure, eq(procedure.id, procedureVersion.procedureId))
		.where(and(isNull(procedureVersion.supersededAt), inArray(procedure.code, codes)))
		.orderBy(asc(procedureVersion.effectiveFrom));
	return Map.groupBy(
		rows.map((row) => ({ ...row.procedure_version, code: row.procedure.code })),
		({ code }) => code
	);
}
