/** What every board needs on a day: computed from the catalogue of the day and what is written down as hanging there. */
import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { person } from '#people/schema.server.ts';
import { addDays, dayOf, type Day } from '#platform/clock.ts';
import type { Transaction } from '#platform/db.server.ts';
import { file } from '#platform/schema.server.ts';
import * as places from './places.server.ts';
import { standingOn } from './procedure.ts';
import { posting, procedure, procedureVersion } from './schema.server.ts';
import { boardOf, sheetsOf, type Board } from './sheets.ts';

type Head = {
	versionId: number;
	procedureId: number;
	code: string;
	name: string;
	field: string;
	effectiveFrom: Day;
	effectiveTo: Day | null;
};
/** A sheet with its number on the board. */
export type BoardSheet = Head & { no: number };
export type HangingSheet = Head & {
	postingId: number;
	postedOn: Day;
	postedBy: string;
	photoToken: string | null;
	note: string;
};
export type PlaceBoard = Board<BoardSheet, HangingSheet>;

async function hangingAt(tx: Transaction, placeIds: number[]): Promise<Map<number, HangingSheet[]>> {
	if (placeIds.length === 0) return new Map();
	const rows = await tx
		.select({
			placeId: posting.placeId,
			postingId: posting.id,
			procedureId: posting.procedureId,
			versionId: posting.versionId,
			code: procedure.code,
			name: procedureVersion.name,
			field: procedureVersion.field,
			effectiveFrom: procedureVersion.effectiveFrom,
			effectiveTo: procedureVersion.effectiveTo,
			postedOn: posting.postedOn,
			postedBy: person.name,
			photoToken: file.token,
			note: posting.note
		})
		.from(posting)
		.innerJoin(procedureVersion, eq(procedureVersion.id, posting.versionId))
		.innerJoin(procedure, eq(procedure.id, posting.procedureId))
		.innerJoin(person, eq(person.id, posting.postedByPersonId))
		.leftJoin(file, eq(file.id, posting.photoFileId))
		.where(and(inArray(posting.placeId, placeIds), isNull(posting.takenDownAt)))
		.orderBy(asc(procedureVersion.field), asc(procedureVersion.name), asc(posting.id));
	return Map.groupBy(rows, ({ placeId }) => placeId);
}

/** The parts of a version a board needs; texts stay where they are. */
async function headsBetween(tx: Transaction, from: Day, to: Day): Promise<Head[]> {
	return tx
		.select({
			versionId: procedureVersion.id,
			procedureId: procedureVersion.procedureId,
			code: procedure.code,
			name: procedureVersion.name,
			field: procedureVersion.field,
			effectiveFrom: procedureVersion.effectiveFrom,
			effectiveTo: procedureVersion.effectiveTo
		})
		.from(procedureVersion)
		.innerJoin(procedure, eq(procedure.id, procedureVersion.procedureId))
		.where(
			and(
				isNull(procedureVersion.supersededAt),
				lte(procedureVersion.effectiveFrom, to),
				or(isNull(procedureVersion.effectiveTo), gt(procedureVersion.effectiveTo, from))
			)
		)
		.orderBy(asc(procedureVersion.field), asc(procedureVersion.name), asc(procedure.code));
}

/** The sheets of a place on a day, numbered. */
function sheetsOn(place: { fields: string[] }, heads: Head[], day: Day): BoardSheet[] {
	const holding = heads.filter((head) => standingOn(head, day) === 'in_force');
	return sheetsOf(place, holding).map((sheet, index) => ({ ...sheet, no: index + 1 }));
}

/** One board on a day: today, or a day to come ("what is it to be on Monday?"). */
export async function boardAt(
	tx: Transaction,
	place: places.Place,
	day: Day
): Promise<{ board: PlaceBoard; sheets: BoardSheet[] }> {
	const sheets = sheetsOn(place, await headsBetween(tx, day, day), day);
	const hanging = (await hangingAt(tx, [place.id])).get(place.id) ?? [];
	return { board: boardOf(place, sheets, hanging), sheets };
}

export type PlaceLine = {
	place: places.Place;
	hanging: number;
	toHang: number;
	toReplace: number;
	toTakeDown: number;
	/** What is there to do first, day by day, within the next weeks; empty when nothing is known to change. */
	next: { day: Day; count: number } | null;
	/** Day of the last sheet hung or taken down. */
	lastChange: Day | null;
};

/** How far ahead the overview looks. */
const LOOK_AHEAD = 60;

/** Every board the person sees, with its work of today and the next day that brings more. */
export async function overview(tx: Transaction, ctx: Pick<Ctx, 'actor' | 'now'>): Promise<PlaceLine[]> {
	const all = await places.list(tx, ctx);
	const today = dayOf(ctx.now);
	const hanging = await hangingAt(
		tx,
		all.map(({ id }) => id)
	);
	const heads = await headsBetween(tx, today, addDays(today, LOOK_AHEAD));
	const turns = turningDays(heads, today);
	const last = await lastChanges(tx);
	return all.map((place) => {
		const here = hanging.get(place.id) ?? [];
		const board = boardOf(place, sheetsOn(place, heads, today), here);
		const known = new Set(board.current.map(({ hanging: one }) => one.postingId));
		let next: PlaceLine['next'] = null;
		for (const day of turns) {
			const then = boardOf(place, sheetsOn(place, heads, day), here);
			// Only what that day itself brings: sheets that are right today and wrong then, and new ones.
			const count =
				then.toReplace.filter(({ old }) => old.some(({ postingId }) => known.has(postingId))).length +
				then.toTakeDown.filter(({ postingId }) => known.has(postingId)).length +
				then.toHang.filter(({ versionId }) => !board.toHang.some((one) => one.versionId === versionId))
					.length;
			if (count > 0) {
				next = { day, count };
				break;
			}
		}
		return {
			place,
			hanging: here.length,
			toHang: board.toHang.length,
			toReplace: board.toReplace.length,
			toTakeDown: board.toTakeDown.length,
			next,
			lastChange: last.get(place.id) ?? null
		};
	});
}

/** The days on which the catalogue changes, as far as is known today. */
function turningDays(heads: Head[], today: Day): Day[] {
	const days = heads.flatMap(({ effectiveFrom, effectiveTo }) => [
		effectiveFrom,
		effectiveTo ?? effectiveFrom
	]);
	return [...new Set(days)].filter((day) => today < day && day <= addDays(today, LOOK_AHEAD)).sort();
}

/** The next days on which this board changes, for "what is it to be then?". */
export async function daysAhead(tx: Transaction, place: places.Place, today: Day): Promise<Day[]> {
	const heads = await headsBetween(tx, today, addDays(today, LOOK_AHEAD));
	return turningDays(sheetsOf(place, heads), today);
}

async function lastChanges(tx: Transaction): Promise<Map<number, Day>> {
	const rows = await tx
		.select({
			placeId: posting.placeId,
			day: sql<Day>`max(greatest(${posting.postedOn}, ${posting.takenDownOn}))::text`
		})
		.from(posting)
		.groupBy(posting.placeId);
	return new Map(rows.map(({ placeId, day }) => [placeId, day]));
}
