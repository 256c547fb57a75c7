/**
 * The work a change causes (việc phải làm khi thủ tục thay đổi): the portal shows it by itself, boards are posted anew
 * within the limit of Luật 10/2022 Điều 12 khoản 3, old sheets come down the day they end, a story and a radio item tell
 * of the whole set.
 */
import { and, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { dayOf, type Day } from '#platform/clock.ts';
import type { Transaction } from '#platform/db.server.ts';
import { addWorkingDays, isWorkingDay, type Calendar } from '#platform/working-days.ts';
import { calendarOf } from '#platform/working-days.server.ts';
import type { Change } from './catalogue.server.ts';
import {
	posting,
	postingPlace,
	procedureChange,
	procedureDuty,
	procedureVersion,
	type changeSet
} from './schema.server.ts';
import { carries } from './sheets.ts';

type Duty = typeof procedureDuty.$inferInsert;
const CHUNK = 2000;

export async function causeDuties(
	tx: Transaction,
	ctx: Ctx,
	set: typeof changeSet.$inferSelect,
	changes: Change[]
): Promise<void> {
	const calendar = await calendarOf(tx);
	const today = dayOf(ctx.now);
	const countedFrom = set.issuedOn ?? today;
	const postBy = addWorkingDays(countedFrom, set.postingLimitDays, calendar).date;
	await tx.update(procedureChange).set({ postBy }).where(eq(procedureChange.changeSetId, set.id));
	if (set.kind === 'inventory') return;

	await dropOutdated(tx, ctx, changes);
	const places = await tx.select().from(postingPlace).where(isNull(postingPlace.retiredAt));
	const hanging = await hangingOf(tx, changes);
	const duties: Duty[] = [];
	for (const change of changes) {
		const base = { changeSetId: set.id, changeId: change.changeId };
		duties.push({
			...base,
			kind: 'portal',
			fromOn: today,
			dueOn: later(postBy, today),
			doneAt: ctx.now,
			doneNote: 'Cổng tự cập nhật và báo trước thay đổi.',
			link: `/thu-tuc/${change.code}`
		});
		for (const place of places) {
			const hangs = hanging.has(`${place.id} ${change.before?.id}`);
			if (change.after && carries(place, change.after.text.field)) {
				duties.push({
					...base,
					kind: 'board',
					placeId: place.id,
					fromOn: today,
					dueOn: later(postBy, today)
				});
			}
			if (hangs) {
				const fromOn = later(change.on, today);
				duties.push({
					...base,
					kind: 'take_down',
					placeId: place.id,
					fromOn,
					dueOn: workingDayFrom(fromOn, calendar)
				});
			}
		}
	}
	if (changes.some(({ kind }) => kind !== 'corrected')) {
		const fields = { changeSetId: set.id, fromOn: today, dueOn: later(postBy, today) };
		duties.push({ ...fields, kind: 'story' }, { ...fields, kind: 'radio' });
	}
	for (let from = 0; from < duties.length; from += CHUNK) {
		await tx.insert(procedureDuty).values(duties.slice(from, from + CHUNK));
	}
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);

/** That day, or the next on which somebody is at work. */
const workingDayFrom = (day: Day, calendar: Calendar): Day =>
	isWorkingDay(day, calendar) ? day : addWorkingDays(day, 1, calendar).date;

/** `place version` of old sheets that hang, or are still to be hung by a duty that stays open. */
async function hangingOf(tx: Transaction, changes: Change[]): Promise<Set<string>> {
	const ids = changes.flatMap(({ before }) => (before?.id == null ? [] : [before.id]));
	if (ids.length === 0) return new Set();
	const rows = await tx
		.select({ placeId: posting.placeId, versionId: posting.versionId })
		.from(posting)
		.where(and(inArray(posting.versionId, ids), isNull(posting.takenDownAt)));
	const due = await tx
		.select({ placeId: procedureDuty.placeId, versionId: procedureChange.afterVersionId })
		.from(procedureDuty)
		.innerJoin(procedureChange, eq(procedureChange.id, procedureDuty.changeId))
		.where(
			and(
				eq(procedureDuty.kind, 'board'),
				inArray(procedureChange.afterVersionId, ids),
				isNull(procedureDuty.doneAt),
				isNull(procedureDuty.droppedAt)
			)
		);
	return new Set([...rows, ...due].map(({ placeId, versionId }) => `${placeId} ${versionId}`));
}

/** Boards need not be given a sheet any more that was put right, or is over, before it was posted. */
async function dropOutdated(tx: Transaction, ctx: Ctx, changes: Change[]): Promise<void> {
	const ids = [...new Set(changes.map(({ procedureId }) => procedureId))];
	const outdated = tx
		.select({ id: procedureChange.id })
		.from(procedureChange)
		.innerJoin(procedureVersion, eq(procedureVersion.id, procedureChange.afterVersionId))
		.where(
			and(
				inArray(procedureChange.procedureId, ids),
				or(
					isNotNull(procedureVersion.supersededAt),
					sql`${procedureVersion.effectiveTo} <= ${dayOf(ctx.now)}::date`
				)
			)
		);
	await tx
		.update(procedureDuty)
		.set({ droppedAt: ctx.now, droppedReason: 'Nội dung đã thay đổi tiếp trước khi tờ này được dán.' })
		.where(
			and(
				eq(procedureDuty.kind, 'board'),
				isNull(procedureDuty.doneAt),
				isNull(procedureDuty.droppedAt),
				inArray(procedureDuty.changeId, outdated)
			)
		);
}
