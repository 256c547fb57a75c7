/** The catalogue as open data: its list by what people filter by, and what can be counted about it. */
import { and, asc, count, eq, gte, inArray, lte, ne, sql, type SQL } from 'drizzle-orm';
import type { Day } from '#platform/clock.ts';
import type { Transaction } from '#platform/db.server.ts';
import type { OnlineLevel } from '#search/entry.ts';
import type { ChangeKind } from './procedure.ts';
import { holdsOn, type VersionOfCode } from './reading.server.ts';
import { changeSet, procedure, procedureChange, procedureVersion } from './schema.server.ts';

/** A version without its long text. */
export type ListedVersion = Pick<
	VersionOfCode,
	| 'code'
	| 'name'
	| 'field'
	| 'level'
	| 'agency'
	| 'applicants'
	| 'onlineLevel'
	| 'decision'
	| 'decidedOn'
	| 'effectiveFrom'
	| 'effectiveTo'
	| 'endKind'
	| 'replacedBy'
	| 'recordedAt'
>;

export type Wanted = {
	on: Day;
	/** Exact, but letters large or small. */
	field?: string | undefined;
	applicant?: string | undefined;
	online?: OnlineLevel | undefined;
	/** Only these, in this order. */
	codes?: string[] | undefined;
	limit: number;
	offset: number;
};

const listed = {
	code: procedure.code,
	name: procedureVersion.name,
	field: procedureVersion.field,
	level: procedureVersion.level,
	agency: procedureVersion.agency,
	applicants: procedureVersion.applicants,
	onlineLevel: procedureVersion.onlineLevel,
	decision: procedureVersion.decision,
	decidedOn: procedureVersion.decidedOn,
	effectiveFrom: procedureVersion.effectiveFrom,
	effectiveTo: procedureVersion.effectiveTo,
	endKind: procedureVersion.endKind,
	replacedBy: procedureVersion.replacedBy,
	recordedAt: procedureVersion.recordedAt
};

function matching({ on, field, applicant, online, codes }: Wanted): SQL {
	return and(
		holdsOn(on),
		field ? sql`lower(${procedureVersion.field}) = lower(${field})` : undefined,
		applicant
			? sql`exists (select from unnest(${procedureVersion.applicants}) as one where lower(one) = lower(${applicant}))`
			: undefined,
		online ? eq(procedureVersion.onlineLevel, online) : undefined,
		codes ? inArray(procedure.code, codes) : undefined
	)!;
}

export async function list(
	tx: Transaction,
	wanted: Wanted
): Promise<{ items: ListedVersion[]; total: number }> {
	if (wanted.codes?.length === 0) return { items: [], total: 0 };
	const where = matching(wanted);
	const [counted] = await tx
		.select({ total: count() })
		.from(procedureVersion)
		.innerJoin(procedure, eq(procedure.id, procedureVersion.procedureId))
		.where(where);
	const items = await tx
		.select(listed)
		.from(procedureVersion)
		.innerJoin(procedure, eq(procedure.id, procedureVersion.procedureId))
		.where(where)
		.orderBy(
			...(wanted.codes ? [sql`array_position(${sql.param(wanted.codes)}::text[], ${procedure.code})`] : []),
			asc(procedureVersion.field),
			asc(procedureVersion.name),
			asc(procedure.code)
		)
		.limit(wanted.limit)
		.offset(wanted.offset);
	return { items, total: counted!.total };
}

/** Fields of the day with how many procedures each has, the largest first. */
export async function fieldsOn(tx: Transaction, on: Day): Promise<{ field: string; count: number }[]> {
	return tx
		.select({ field: procedureVersion.field, count: count() })
		.from(procedureVersion)
		.where(holdsOn(on))
		.groupBy(procedureVersion.field)
		.orderBy(sql`count(*) desc`, asc(procedureVersion.field));
}

export type Statistics = {
	total: number;
	byField: { field: string; count: number }[];
	byOnlineLevel: Record<OnlineLevel | 'unknown', number>;
	changes: Record<ChangeKind, number>;
};

/** What can be counted on that day; changes are those that take effect in its year, the first inventory apart. */
export async function statistics(tx: Transaction, on: Day): Promise<Statistics> {
	const byField = await fieldsOn(tx, on);
	const levels = await tx
		.select({ level: procedureVersion.onlineLevel, count: count() })
		.from(procedureVersion)
		.where(holdsOn(on))
		.groupBy(procedureVersion.onlineLevel);
	const year = on.slice(0, 4);
	const kinds = await tx
		.select({ kind: procedureChange.kind, count: count() })
		.from(procedureChange)
		.innerJoin(changeSet, eq(changeSet.id, procedureChange.changeSetId))
		.where(
			and(
				ne(changeSet.kind, 'inventory'),
				gte(procedureChange.effectiveOn, `${year}-01-01`),
				lte(procedureChange.effectiveOn, `${year}-12-31`)
			)
		)
		.groupBy(procedureChange.kind);
	const byOnlineLevel = { full: 0, partial: 0, none: 0, unknown: 0 };
	for (const one of levels) byOnlineLevel[one.level ?? 'unknown'] = one.count;
	const changes = { new: 0, amended: 0, replaced: 0, abolished: 0, corrected: 0 };
	for (const one of kinds) changes[one.kind] = one.count;
	return { total: byField.reduce((sum, one) => sum + one.count, 0), byField, byOnlineLevel, changes };
}

/** When the catalogue was last written to; null: never. */
export async function lastChange(tx: Transaction): Promise<Date | null> {
	const [row] = await tx
		.select({ at: sql<string | null>`max(${procedureVersion.recordedAt})` })
		.from(procedureVersion);
	return row?.at ? new Date(row.at) : null;
}
