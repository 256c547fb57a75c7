/** What has to be done because procedures changed: reading it, ending it, and how well the limit was kept. */
import { and, asc, between, eq, inArray, isNotNull, isNull, lte, not, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Ctx } from '#people/actor.ts';
import { hasRole, isLeader, person } from '#people/actor.ts';
import { dayOf, type Day } from '#platform/clock.ts';
import { transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import { workingDaysBetween } from '#platform/working-days.ts';
import { calendarOf } from '#platform/working-days.server.ts';
import { after, moot, nothingToTakeDown } from './duty-moot.server.ts';
import { refusals } from './policy.ts';
import type { DutyKind } from './procedure.ts';
import {
	changeSet,
	postingPlace,
	procedure,
	procedureChange,
	procedureDuty,
	procedureVersion
} from './schema.server.ts';

export type Duty = {
	id: number;
	kind: DutyKind;
	changeSetId: number;
	setTitle: string;
	/** Of the one procedure it is about; null for story and radio, which tell of the whole set. */
	code: string | null;
	name: string | null;
	effectiveOn: Day | null;
	afterVersionId: number | null;
	placeId: number | null;
	placeName: string | null;
	fromOn: Day;
	dueOn: Day;
	doneAt: Date | null;
	doneByPersonId: number | null;
	doneNote: string;
	link: string | null;
	droppedAt: Date | null;
	droppedReason: string | null;
};

const before = alias(procedureVersion, 'before_version');

const columns = {
	id: procedureDuty.id,
	kind: procedureDuty.kind,
	changeSetId: procedureDuty.changeSetId,
	setTitle: changeSet.title,
	code: procedure.code,
	name: sql<string | null>`coalesce(${after.name}, ${before.name})`,
	effectiveOn: procedureChange.effectiveOn,
	afterVersionId: procedureChange.afterVersionId,
	placeId: procedureDuty.placeId,
	placeName: postingPlace.name,
	fromOn: procedureDuty.fromOn,
	dueOn: procedureDuty.dueOn,
	doneAt: procedureDuty.doneAt,
	doneByPersonId: procedureDuty.doneByPersonId,
	doneNote: procedureDuty.doneNote,
	link: procedureDuty.link,
	droppedAt: procedureDuty.droppedAt,
	droppedReason: procedureDuty.droppedReason
};

// Two plain joins: one on "after, else before" cannot use the key and takes seconds after a large import.
const duties = (tx: Transaction, where: SQL | undefined): Promise<Duty[]> =>
	tx
		.select(columns)
		.from(procedureDuty)
		.innerJoin(changeSet, eq(changeSet.id, procedureDuty.changeSetId))
		.leftJoin(procedureChange, eq(procedureChange.id, procedureDuty.changeId))
		.leftJoin(procedure, eq(procedure.id, procedureChange.procedureId))
		.leftJoin(after, eq(after.id, procedureChange.afterVersionId))
		.leftJoin(before, eq(before.id, procedureChange.beforeVersionId))
		.leftJoin(postingPlace, eq(postingPlace.id, procedureDuty.placeId))
		.where(where)
		.orderBy(asc(procedureDuty.dueOn), asc(procedureDuty.kind), asc(procedureDuty.id));

const open = and(isNull(procedureDuty.doneAt), isNull(procedureDuty.droppedAt));

/** What is open, most urgent first; `mine`: what the actor's post does. Later days are left out unless `ahead`. */
export async function openDuties(
	tx: Transaction,
	ctx: Ctx,
	asked: { mine?: boolean; kind?: DutyKind; ahead?: boolean } = {}
): Promise<Duty[]> {
	const today = dayOf(ctx.now);
	const all = await duties(
		tx,
		and(
			open,
			not(moot(today)),
			asked.kind ? eq(procedureDuty.kind, asked.kind) : undefined,
			asked.ahead ? undefined : lte(procedureDuty.fromOn, today)
		)
	);
	if (!asked.mine) return all;
	const { actor } = ctx;
	if (hasRole(actor, 'office', 'one_stop', 'justice') || isLeader(actor)) return all;
	if (actor.kind !== 'person') return [];
	// Everybody else: what their post tells of, and the boards their unit looks after.
	const boards = await tx
		.select({ id: postingPlace.id })
		.from(postingPlace)
		.where(eq(postingPlace.unitId, actor.unitId));
	const own = new Set(boards.map(({ id }) => id));
	const told = hasRole(actor, 'culture') ? 'story' : hasRole(actor, 'radio') ? 'radio' : undefined;
	return all.filter(({ kind, placeId }) => kind === told || (placeId !== null && own.has(placeId)));
}

export async function dutiesOfSet(tx: Transaction, changeSetId: number): Promise<Duty[]> {
	return duties(tx, eq(procedureDuty.changeSetId, changeSetId));
}

/** Of these changes, the open duties that no work is left of as the days have passed. */
export async function settledByDays(tx: Transaction, changeIds: number[], today: Day): Promise<Set<number>> {
	if (changeIds.length === 0) return new Set();
	const rows = await tx
		.select({ id: procedureDuty.id })
		.from(procedureDuty)
		.innerJoin(procedureChange, eq(procedureChange.id, procedureDuty.changeId))
		.leftJoin(after, eq(after.id, procedureChange.afterVersionId))
		.where(and(open, inArray(procedureDuty.changeId, changeIds), moot(today)));
	return new Set(rows.map(({ id }) => id));
}

/** A person says it is done. Boards end by the posting register, so that a photo and a date stand behind them. */
export async function finish(
	ctx: Ctx,
	dutyId: number,
	given: { note: string; link?: string }
): Promise<void> {
	const { personId } = person(ctx);
	refuseIfAny(refusals(ctx.actor, 'finish_duty'));
	const note = given.note.normalize('NFC').trim();
	if (note.length < 5 || note.length > 1000) {
		throw new Refusal({
			code: 'duty.note',
			field: 'note',
			message:
				'Hãy ghi ngắn gọn đã làm thế nào (từ 5 đến 1.000 ký tự), ví dụ: phát trong bản tin 17 giờ ngày 20/11.'
		});
	}
	await transact(ctx, async (tx) => {
		const [duty] = await tx.select().from(procedureDuty).where(eq(procedureDuty.id, dutyId)).for('update');
		if (!duty) throw notFound('việc này');
		if (duty.kind === 'board' || duty.kind === 'take_down') {
			throw new Refusal({
				code: 'duty.by_posting',
				message: 'Việc dán, gỡ được ghi ở sổ niêm yết. Hãy mở bảng đó và bấm “Đã dán” hoặc “Đã gỡ”.'
			});
		}
		if (duty.doneAt ?? duty.droppedAt) {
			throw new Refusal({
				code: 'duty.ended',
				status: 409,
				message: 'Việc này đã xong hoặc không còn cần làm. Hãy tải lại trang để xem.'
			});
		}
		await end(tx, ctx, [dutyId], { note, link: given.link ?? duty.link, personId });
	});
}

/** Ends duties by an act of another file of the room (a posting, a publication). Returns how many. */
export async function finishFor(
	tx: Transaction,
	ctx: Ctx,
	of: {
		kind: DutyKind;
		versionIds?: number[];
		changeIds?: number[];
		placeId?: number;
		link: string | null;
		note?: string;
	}
): Promise<number> {
	const { kind, versionIds, changeIds, placeId } = of;
	if (versionIds?.length === 0 || changeIds?.length === 0) return 0;
	// A sheet that is put up is the text after the change; one that comes down is the text before.
	const version = kind === 'take_down' ? procedureChange.beforeVersionId : procedureChange.afterVersionId;
	const rows = await tx
		.select({ id: procedureDuty.id })
		.from(procedureDuty)
		.leftJoin(procedureChange, eq(procedureChange.id, procedureDuty.changeId))
		.where(
			and(
				open,
				eq(procedureDuty.kind, kind),
				versionIds ? inArray(version, versionIds) : undefined,
				changeIds ? inArray(procedureDuty.changeId, changeIds) : undefined,
				placeId === undefined ? undefined : eq(procedureDuty.placeId, placeId)
			)
		);
	const personId = ctx.actor.kind === 'person' ? ctx.actor.personId : null;
	const ids = rows.map(({ id }) => id);
	if (ids.length > 0) await end(tx, ctx, ids, { note: of.note ?? '', link: of.link, personId });
	return ids.length;
}

async function end(
	tx: Transaction,
	ctx: Ctx,
	ids: number[],
	how: { note: string; link: string | null; personId: number | null }
): Promise<void> {
	await tx
		.update(procedureDuty)
		.set({ doneAt: ctx.now, doneByPersonId: how.personId, doneNote: how.note, link: how.link })
		.where(inArray(procedureDuty.id, ids));
	await record(tx, ctx, {
		act: 'procedure_duty.finished',
		subject: { kind: 'procedure_duty', id: ids[0]! },
		after: { ids: ids.slice(0, 50), count: ids.length, link: how.link },
		note: how.note || undefined
	});
}

export type Timeliness = {
	kind: DutyKind;
	count: number;
	inTime: number;
	/** Done after the limit. */
	late: number;
	/** Not done although the limit is over. */
	overdue: number;
	/** Working days from the decision to the deed, the first day not counted; null when nothing was done. */
	averageDays: number | null;
};

/** How the limit was kept by duties that fell due in the days, ends included. */
export async function timeliness(
	tx: Transaction,
	ctx: Ctx,
	days: { from: Day; to: Day }
): Promise<Timeliness[]> {
	const calendar = await calendarOf(tx);
	const today = dayOf(ctx.now);
	const rows = await tx
		.select({
			kind: procedureDuty.kind,
			dueOn: procedureDuty.dueOn,
			doneAt: procedureDuty.doneAt,
			issuedOn: changeSet.issuedOn,
			recordedAt: changeSet.recordedAt
		})
		.from(procedureDuty)
		.innerJoin(changeSet, eq(changeSet.id, procedureDuty.changeSetId))
		.leftJoin(procedureChange, eq(procedureChange.id, procedureDuty.changeId))
		.where(
			and(
				isNull(procedureDuty.droppedAt),
				between(procedureDuty.dueOn, days.from, days.to),
				// A board that was never posted stays counted; what never had to be taken down does not.
				or(isNotNull(procedureDuty.doneAt), sql`not coalesce(${nothingToTakeDown(today)}, false)`)
			)
		);
	return [...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, some]) => {
		const done = some.filter((row): row is typeof row & { doneAt: Date } => row.doneAt !== null);
		const took = done.map((row) =>
			workingDaysBetween(row.issuedOn ?? dayOf(row.recordedAt), dayOf(row.doneAt), calendar)
		);
		return {
			kind,
			count: some.length,
			inTime: done.filter((row) => dayOf(row.doneAt) <= row.dueOn).length,
			late: done.filter((row) => dayOf(row.doneAt) > row.dueOn).length,
			overdue: some.filter((row) => row.doneAt === null && row.dueOn < today).length,
			averageDays: took.length > 0 ? took.reduce((sum, one) => sum + one, 0) / took.length : null
		};
	});
}
