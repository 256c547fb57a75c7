/** What changed in the catalogue (thay đổi của thủ tục), for the public page, a procedure's own page and the list of what was published. */
import { and, between, count, desc, eq, gte, inArray, isNotNull, isNull, lt, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { addDays, startOfDay, type Day } from '#platform/clock.ts';
import type { Transaction } from '#platform/db.server.ts';
import type { ChangeKind } from './procedure.ts';
import { changeSet, procedure, procedureChange, procedureDuty, procedureVersion } from './schema.server.ts';

export type Changed = {
	id: number;
	changeSetId: number;
	setKind: 'decision' | 'import' | 'edit' | 'inventory';
	setTitle: string;
	code: string;
	/** Of the text after the change; of the text before it when there is none after. */
	name: string;
	field: string;
	kind: ChangeKind;
	effectiveOn: Day;
	countedFrom: Day;
	postBy: Day;
	/** Of the announcement decision. */
	number: string | null;
	issuedOn: Day | null;
	issuer: string | null;
	url: string | null;
	beforeVersionId: number | null;
	afterVersionId: number | null;
	replacedBy: string[];
	recordedAt: Date;
};

const before = alias(procedureVersion, 'before_version');
const after = alias(procedureVersion, 'after_version');
const field = sql<string>`coalesce(${after.field}, ${before.field})`;

const columns = {
	id: procedureChange.id,
	changeSetId: procedureChange.changeSetId,
	setKind: changeSet.kind,
	setTitle: changeSet.title,
	code: procedure.code,
	name: sql<string>`coalesce(${after.name}, ${before.name})`,
	field,
	kind: procedureChange.kind,
	effectiveOn: procedureChange.effectiveOn,
	countedFrom: procedureChange.countedFrom,
	postBy: procedureChange.postBy,
	number: changeSet.number,
	issuedOn: changeSet.issuedOn,
	issuer: changeSet.issuer,
	url: changeSet.url,
	beforeVersionId: procedureChange.beforeVersionId,
	afterVersionId: procedureChange.afterVersionId,
	replacedBy: procedureChange.replacedBy,
	recordedAt: procedureChange.recordedAt
};

const shown = (tx: Transaction) =>
	tx
		.select(columns)
		.from(procedureChange)
		.innerJoin(changeSet, eq(changeSet.id, procedureChange.changeSetId))
		.innerJoin(procedure, eq(procedure.id, procedureChange.procedureId))
		.leftJoin(after, eq(after.id, procedureChange.afterVersionId))
		.leftJoin(before, eq(before.id, procedureChange.beforeVersionId));

export type Asked = {
	from: Day;
	to: Day;
	field?: string | undefined;
	kind?: ChangeKind | undefined;
	limit: number;
	offset: number;
};

/** Changes that take effect in the days, newest first. Taking stock of the catalogue changed nothing for anybody. */
export async function changesBetween(tx: Transaction, asked: Asked): Promise<Changed[]> {
	return shown(tx)
		.where(
			and(
				between(procedureChange.effectiveOn, asked.from, asked.to),
				sql`${changeSet.kind} <> 'inventory'`,
				asked.field === undefined ? undefined : sql`${field} = ${asked.field}`,
				asked.kind ? eq(procedureChange.kind, asked.kind) : undefined
			)
		)
		.orderBy(desc(procedureChange.effectiveOn), desc(procedureChange.id))
		.limit(asked.limit)
		.offset(asked.offset);
}

/** Every change of one procedure, newest first, its taking stock too. */
export async function changesOf(tx: Transaction, code: string): Promise<Changed[]> {
	return shown(tx)
		.where(eq(procedure.code, code))
		.orderBy(desc(procedureChange.effectiveOn), desc(procedureChange.id));
}

export async function changesOfSet(tx: Transaction, changeSetId: number): Promise<Changed[]> {
	return shown(tx).where(eq(procedureChange.changeSetId, changeSetId)).orderBy(field, procedure.code);
}

export type Published = Changed & {
	/** Where and when: ways of publicity (hình thức công khai) that were done. */
	done: { kind: string; placeId: number | null; at: Date }[];
};

/**
 * What was published in the days, with form and time (Luật 10/2022 Điều 13 khoản 2: the list of each quarter): the duties
 * that were done in them. A story or a radio item tells of its whole set but for what was only put right.
 */
export async function publishedIn(tx: Transaction, days: { from: Day; to: Day }): Promise<Published[]> {
	const inDays = and(
		gte(procedureDuty.doneAt, startOfDay(days.from)),
		lt(procedureDuty.doneAt, startOfDay(addDays(days.to, 1)))
	);
	const { kind, placeId, doneAt } = procedureDuty;
	const ofOne = await tx
		.select({ changeId: procedureDuty.changeId, kind, placeId, at: doneAt })
		.from(procedureDuty)
		.where(and(isNotNull(procedureDuty.changeId), inDays));
	const ofSet = await tx
		.select({ changeId: procedureChange.id, kind, placeId, at: doneAt })
		.from(procedureDuty)
		.innerJoin(procedureChange, eq(procedureChange.changeSetId, procedureDuty.changeSetId))
		.where(and(isNull(procedureDuty.changeId), ne(procedureChange.kind, 'corrected'), inDays));
	const done = [...ofOne, ...ofSet].map((one) => ({ ...one, changeId: one.changeId!, at: one.at! }));
	const ofChange = Map.groupBy(done, ({ changeId }) => changeId);
	if (ofChange.size === 0) return [];
	const rows = await shown(tx)
		.where(inArray(procedureChange.id, [...ofChange.keys()]))
		.orderBy(field, procedure.code, procedureChange.id);
	return rows.map((row) => ({
		...row,
		done: ofChange
			.get(row.id)!
			.map(({ changeId: _, ...how }) => how)
			.sort((a, b) => a.at.getTime() - b.at.getTime())
	}));
}

/** How many changes took effect in the days. */
export async function countBetween(tx: Transaction, days: { from: Day; to: Day }): Promise<number> {
	const [row] = await tx
		.select({ count: count() })
		.from(procedureChange)
		.innerJoin(changeSet, eq(changeSet.id, procedureChange.changeSetId))
		.where(
			and(between(procedureChange.effectiveOn, days.from, days.to), sql`${changeSet.kind} <> 'inventory'`)
		);
	return row!.count;
}
