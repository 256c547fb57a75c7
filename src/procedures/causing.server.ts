/**
 * The work a change causes (việc phải làm khi thủ tục thay đổi): the portal shows it by itself, boards are posted anew
 * within the limit of Luật 10/2022 Điều 12 khoản 3, old sheets come down the day they end, a story and a radio item tell
 * of the whole set. These rows are also what is counted: timeliness is `due_on` against `done_at`, and the quarter's list
 * of what was published (Điều 13 khoản 2) is what was done in its days. A due day is the day of the law, also when the
 * decision was written down here after it: late is late.
 */
import { and, eq, gt, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { dayOf, type Day } from '#platform/clock.ts';
import type { Transaction } from '#platform/db.server.ts';
import { addWorkingDays, isWorkingDay, type Calendar } from '#platform/working-days.ts';
import { posting, postingPlace, procedureChange, procedureDuty, procedureVersion } from './schema.server.ts';
import { carries } from './sheets.ts';
import type { Change } from './timelines.server.ts';

type Duty = typeof procedureDuty.$inferInsert;
type Counted = { id: number; countedFrom: Day; postBy: Day };

export async function causeDuties(
	tx: Transaction,
	ctx: Ctx,
	set: Counted,
	changes: Change[],
	calendar: Calendar
): Promise<void> {
	const today = dayOf(ctx.now);
	await dropOutdated(tx, ctx, set.id, changes);
	const places = await tx.select().from(postingPlace).where(isNull(postingPlace.retiredAt));
	const hanging = await hangingOf(tx, changes);
	const limit = { fromOn: earlier(today, set.postBy), dueOn: set.postBy };
	// One for each change and place, however many sheets have to come down there on that day.
	const down = new Map<string, Duty>();
	const duties: Duty[] = [];
	const boards: { change: Change; placeId: number }[] = [];
	for (const change of changes) {
		const base = { changeSetId: set.id, changeId: change.changeId };
		duties.push({
			...base,
			...limit,
			kind: 'portal',
			doneAt: ctx.now,
			doneNote: 'Cổng tự cập nhật và báo trước thay đổi.',
			link: `/thu-tuc/${change.code}`
		});
		const days = isPutRight(change) ? { ...limit, fromOn: today } : lastDay(change.on, set, calendar);
		for (const place of places) {
			if (change.after && !isPast(change, today) && carries(place, change.after.text.field)) {
				duties.push({ ...base, ...limit, kind: 'board', placeId: place.id });
				boards.push({ change, placeId: place.id });
			}
			if (hanging.has(`${place.id} ${change.before?.id}`))
				down.set(`${change.changeId} ${place.id}`, {
					...base,
					...days,
					kind: 'take_down',
					placeId: place.id
				});
		}
	}
	for (const duty of await endsOf(tx, set, changes, boards, today, calendar)) {
		const key = `${duty.changeId} ${duty.placeId}`;
		if (!down.has(key)) down.set(key, duty);
	}
	if (changes.some((change) => change.kind !== 'corrected' && !isPast(change, today))) {
		const ofSet = { ...limit, changeSetId: set.id };
		duties.push({ ...ofSet, kind: 'story' }, { ...ofSet, kind: 'radio' });
	}
	await insert(tx, [...duties, ...down.values()]);
}

/** A decision of a thousand procedures on ten boards is twenty thousand rows: columns as arrays, not rows of parameters. */
async function insert(tx: Transaction, duties: Duty[]): Promise<void> {
	const column = <Key extends keyof Duty>(key: Key) => sql.param(duties.map((duty) => duty[key] ?? null));
	// A sheet that is to be hung again before its end is to be taken down again.
	await tx.execute(sql`
		insert into procedure_duty (change_set_id, change_id, kind, place_id, from_on, due_on, done_at, done_note, link)
		select change_set_id, change_id, kind, place_id, from_on, due_on, done_at, coalesce(done_note, ''), link
		from unnest(${column('changeSetId')}::bigint[], ${column('changeId')}::bigint[], ${column('kind')}::text[],
			${column('placeId')}::bigint[], ${column('fromOn')}::date[], ${column('dueOn')}::date[],
			${sql.param(duties.map(({ doneAt }) => doneAt?.toISOString() ?? null))}::timestamptz[],
			${column('doneNote')}::text[], ${column('link')}::text[])
			as duty (change_set_id, change_id, kind, place_id, from_on, due_on, done_at, done_note, link)
		on conflict on constraint procedure_duty_once do update set dropped_at = null, dropped_reason = null
			where procedure_duty.done_at is null`);
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

/** What is written down about days that are over moves nothing on a board and is no news. */
const isPast = ({ after }: Change, today: Day): boolean =>
	after !== null && after.effectiveTo !== null && after.effectiveTo <= today;

/** That day, or the next on which somebody is at work. */
export const takenDownBy = (day: Day, calendar: Calendar): Day =>
	isWorkingDay(day, calendar) ? day : addWorkingDays(day, 1, calendar).date;

/** An old sheet hangs until its last day, and comes down on it or when people are next at work. */
function lastDay(on: Day, { countedFrom }: Counted, calendar: Calendar): { fromOn: Day; dueOn: Day } {
	const fromOn = later(on, countedFrom);
	return { fromOn, dueOn: takenDownBy(fromOn, calendar) };
}

/** A text put in the place of another of the same days: the sheet that hangs was never right. */
const isPutRight = ({ before, after, on }: Change): boolean => after !== null && before?.effectiveFrom === on;

/**
 * The end is known of some of the sheets that now go up, by another change of this set or an earlier one: they have to
 * come down for that change, too.
 */
async function endsOf(
	tx: Transaction,
	set: Counted,
	changes: Change[],
	boards: { change: Change; placeId: number }[],
	today: Day,
	calendar: Calendar
): Promise<Duty[]> {
	const ending = boards.filter(({ change }) => change.after?.effectiveTo);
	if (ending.length === 0) return [];
	const ids = [...new Set(ending.map(({ change }) => change.procedureId))];
	const before = await tx
		.select({
			changeSetId: procedureChange.changeSetId,
			changeId: procedureChange.id,
			procedureId: procedureChange.procedureId,
			on: procedureChange.effectiveOn
		})
		.from(procedureChange)
		.leftJoin(procedureVersion, eq(procedureVersion.id, procedureChange.afterVersionId))
		.where(
			and(
				inArray(procedureChange.procedureId, ids),
				gt(procedureChange.effectiveOn, today),
				isNull(procedureVersion.supersededAt)
			)
		)
		.orderBy(procedureChange.id);
	// The newest of a day is the one that holds.
	const ends = new Map(before.map((one) => [`${one.procedureId} ${one.on}`, one]));
	return ending.flatMap(({ change, placeId }) => {
		const end = ends.get(`${change.procedureId} ${change.after!.effectiveTo!}`);
		if (!end) return [];
		return {
			changeSetId: end.changeSetId,
			changeId: end.changeId,
			kind: 'take_down' as const,
			placeId,
			...lastDay(end.on, set, calendar)
		};
	});
}

/** `place version` of old sheets that hang, or are still to be hung by a duty that stays open. */
async function hangingOf(tx: Transaction, changes: Change[]): Promise<Set<string>> {
	const ids = changes.flatMap(({ before }) => (before?.id ? [before.id] : []));
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

/**
 * Drops what earlier changes of the same procedures asked for and nobody needs any more: boards of a text that was put
 * right or is over before it was posted, and old sheets to be taken down on a day that is no longer the day they end.
 */
async function dropOutdated(tx: Transaction, ctx: Ctx, setId: number, changes: Change[]): Promise<void> {
	const ids = [...new Set(changes.map(({ procedureId }) => procedureId))];
	const outdated = tx
		.select({ id: procedureChange.id })
		.from(procedureChange)
		.innerJoin(procedureVersion, eq(procedureVersion.id, procedureChange.afterVersionId))
		.where(
			and(
				inArray(procedureChange.procedureId, ids),
				or(isNotNull(procedureVersion.supersededAt), lte(procedureVersion.effectiveTo, dayOf(ctx.now)))
			)
		);
	// A text that was put right has no end of its own; its sheets come down for the correction.
	const moved = tx
		.select({ id: procedureChange.id })
		.from(procedureChange)
		.innerJoin(procedureVersion, eq(procedureVersion.id, procedureChange.beforeVersionId))
		.where(
			and(
				inArray(procedureChange.procedureId, ids),
				sql`${procedureChange.changeSetId} <> ${setId}`,
				isNull(procedureVersion.supersededAt),
				sql`not exists (select from procedure_version ending where ending.procedure_id = ${procedureChange.procedureId}
					and ending.superseded_at is null and ending.effective_to = ${procedureChange.effectiveOn})`
			)
		);
	for (const { kind, of, reason } of [
		{ kind: 'board', of: outdated, reason: 'Nội dung đã thay đổi tiếp trước khi tờ này được dán.' },
		{ kind: 'take_down', of: moved, reason: 'Ngày hết hiệu lực đã đổi theo quyết định ghi sau.' }
	] as const) {
		await tx
			.update(procedureDuty)
			.set({ droppedAt: ctx.now, droppedReason: reason })
			.where(
				and(
					eq(procedureDuty.kind, kind),
					isNull(procedureDuty.doneAt),
					isNull(procedureDuty.droppedAt),
					inArray(procedureDuty.changeId, of)
				)
			);
	}
}
