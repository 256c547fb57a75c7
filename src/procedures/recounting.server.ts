/**
 * Due days that were written down before the days off of their term were known (nghỉ Tết, nghỉ bù, a storm): counted
 * anew when the calendar changes, of what is open and of what was done, which may not have been late after all. A due
 * day follows from the calendar and nothing else, so this may run twice, and a day off taken back puts all as it was.
 */
import { and, eq, gte, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import * as notices from '#people/notices.server.ts';
import { peopleWith } from '#people/positions.server.ts';
import { addDays, dayOf, type Day } from '#platform/clock.ts';
import { transact, type Transaction } from '#platform/db.server.ts';
import * as format from '#platform/format.ts';
import { record, type JournalLine } from '#platform/journal.server.ts';
import { addWorkingDays, type Calendar } from '#platform/working-days.ts';
import { calendarOf } from '#platform/working-days.server.ts';
import { lock } from './catalogue-lock.server.ts';
import { takenDownBy } from './causing.server.ts';
import { sayMoved } from './recounted.ts';
import { changeSet, procedureChange, procedureDuty, procedureVersion } from './schema.server.ts';

/** `open`: duties still to be done, of those that moved. */
export type Moved = { changeSetId: number; from: Day; to: Day; duties: number; open: number };

/** What is older has long been reported. */
const DAYS_BACK = 400;

/** The sheet that hung was never right: it comes down within the limit, not on the day a text ends. */
const isPutRight = sql<boolean>`(${procedureChange.afterVersionId} is not null
	and ${procedureVersion.effectiveFrom} = ${procedureChange.effectiveOn})`;

/** Counts everything of the ward anew. Nothing is written where nothing moves. */
export async function recount(ctx: Ctx): Promise<Moved[]> {
	return transact(ctx, (tx) => recountAll(tx, ctx));
}

/** Follows a change of the calendar, and tells those who keep the boards. */
export async function recountAfter(ctx: Ctx, line: JournalLine): Promise<void> {
	await transact(ctx, async (tx) => {
		// What is done asks nobody for anything.
		const moved = (await recountAll(tx, ctx)).filter(({ open }) => open > 0);
		const [one] = moved;
		if (!one) return;
		const open = moved.reduce((sum, set) => sum + set.open, 0);
		const people = await peopleWith(tx, ['one_stop', 'office', 'culture', 'radio'], dayOf(ctx.now));
		await notices.tell(tx, ctx, {
			personIds: people.filter((id) => id !== line.personId),
			entryId: line.id,
			text:
				moved.length === 1
					? `Lịch nghỉ đã đổi: hạn của ${format.number(open)} việc do thủ tục thay đổi chuyển từ ${format.date(one.from)} sang ${format.date(one.to)}.`
					: `Lịch nghỉ đã đổi: ${format.number(open)} việc do thủ tục thay đổi có hạn mới. Hãy xem lại việc cần làm.`,
			link: moved.length === 1 ? `/lam-viec/thu-tuc/quyet-dinh/${one.changeSetId}` : '/lam-viec/thu-tuc/viec'
		});
	});
}

async function recountAll(tx: Transaction, ctx: Ctx): Promise<Moved[]> {
	// A decision that is being written down has read the calendar already: its duties are there once it lets go.
	await lock(tx);
	const calendar = await calendarOf(tx);
	const since = addDays(dayOf(ctx.now), -DAYS_BACK);
	const down = await moveTakingDown(tx, since, calendar);
	const moved: Moved[] = [];
	for (const set of await setsSince(tx, since, [...down.keys()])) {
		const to = addWorkingDays(set.countedFrom, set.limitDays, calendar).date;
		const limits = to === set.postBy ? [] : await moveLimit(tx, set.id, to);
		const sheets = down.get(set.id) ?? [];
		const rows = [...limits, ...sheets];
		if (rows.length === 0) continue;
		const [sheet] = sheets;
		const limit = { from: set.countedFrom, old: set.postBy, due: to };
		const notes = limits.length > 0 ? [sayMoved(limit, calendar)] : [];
		if (sheet) notes.push(sayMoved({ ...sheet, from: addDays(sheet.fromOn, -1) }, calendar, 'Hạn gỡ tờ cũ'));
		const { old: from, due } = limits.length > 0 ? limit : sheet!;
		const open = rows.filter(({ doneAt }) => doneAt === null).length;
		moved.push({ changeSetId: set.id, from, to: due, duties: rows.length, open });
		await record(tx, ctx, {
			act: 'procedure_duty.recounted',
			subject: { kind: 'change_set', id: set.id },
			before: { dueOn: from },
			after: { dueOn: due, duties: rows.length, open },
			note: notes.join(' ')
		});
	}
	return moved;
}

type CountedSet = { id: number; limitDays: number; countedFrom: Day; postBy: Day };

/** Sets with a limit of these days, and those named. All changes of a set count from one day and have one limit. */
async function setsSince(tx: Transaction, since: Day, named: number[]): Promise<CountedSet[]> {
	return tx
		.select({
			id: changeSet.id,
			limitDays: changeSet.postingLimitDays,
			countedFrom: sql<Day>`min(${procedureChange.countedFrom})::text`,
			postBy: sql<Day>`min(${procedureChange.postBy})::text`
		})
		.from(changeSet)
		.innerJoin(procedureChange, eq(procedureChange.changeSetId, changeSet.id))
		.where(
			and(
				// Taking stock causes no work.
				ne(changeSet.kind, 'inventory'),
				or(gte(procedureChange.postBy, since), inArray(changeSet.id, named))
			)
		)
		.groupBy(changeSet.id)
		.orderBy(changeSet.id);
}

/** Returns the duties that moved. */
async function moveLimit(tx: Transaction, changeSetId: number, to: Day): Promise<{ doneAt: Date | null }[]> {
	await tx.update(procedureChange).set({ postBy: to }).where(eq(procedureChange.changeSetId, changeSetId));
	const putRight = tx
		.select({ id: procedureChange.id })
		.from(procedureChange)
		.innerJoin(procedureVersion, eq(procedureVersion.id, procedureChange.beforeVersionId))
		.where(and(eq(procedureChange.changeSetId, changeSetId), isPutRight));
	return tx
		.update(procedureDuty)
		.set({ dueOn: to, fromOn: sql`least(${procedureDuty.fromOn}, ${to}::date)` })
		.where(
			and(
				eq(procedureDuty.changeSetId, changeSetId),
				isNull(procedureDuty.droppedAt),
				sql`(${procedureDuty.kind} <> 'take_down' or ${procedureDuty.changeId} in ${putRight})`
			)
		)
		.returning({ doneAt: procedureDuty.doneAt });
}

type Sheet = { fromOn: Day; old: Day; due: Day; doneAt: Date | null };

/** Old sheets come down on their last day or when people are next at work. By change set. */
async function moveTakingDown(
	tx: Transaction,
	since: Day,
	calendar: Calendar
): Promise<Map<number, Sheet[]>> {
	const rows = await tx
		.select({
			id: procedureDuty.id,
			changeSetId: procedureDuty.changeSetId,
			fromOn: procedureDuty.fromOn,
			old: procedureDuty.dueOn,
			doneAt: procedureDuty.doneAt
		})
		.from(procedureDuty)
		.innerJoin(procedureChange, eq(procedureChange.id, procedureDuty.changeId))
		.leftJoin(procedureVersion, eq(procedureVersion.id, procedureChange.beforeVersionId))
		.where(
			and(
				eq(procedureDuty.kind, 'take_down'),
				isNull(procedureDuty.droppedAt),
				gte(procedureDuty.dueOn, since),
				sql`${isPutRight} is not true`
			)
		)
		.orderBy(procedureDuty.id);
	const moving = rows
		.map((row) => ({ ...row, due: takenDownBy(row.fromOn, calendar) }))
		.filter(({ old, due }) => old !== due);
	for (const [due, some] of Map.groupBy(moving, (row) => row.due)) {
		const ids = some.map(({ id }) => id);
		await tx
			.update(procedureDuty)
			.set({ dueOn: due })
			.where(sql`${procedureDuty.id} = any(${sql.param(ids)}::bigint[])`);
	}
	return Map.groupBy(moving, ({ changeSetId }) => changeSetId);
}
