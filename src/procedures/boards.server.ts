/** What every board needs on a day: computed from the catalogue of the day and what is written down as hanging there. */
import { and, asc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { person } from '#people/schema.server.ts';
import { addDays, dayOf, type Day } from '#platform/clock.ts';
import type { Transaction } from '#platform/db.server.ts';
import { file } from '#platform/schema.server.ts';
import * as boardNumbers from './board-numbers.server.ts';
import * as places from './places.server.ts';
import { standingOn, type Standing } from './procedure.ts';
import { holdsOn } from './reading.server.ts';
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
/** A sheet with its number on the board (board-numbers.ts). */
export type BoardSheet = Head & { no: number };
export type HangingSheet = BoardSheet & {
	postingId: number;
	postedOn: Day;
	postedBy: string;
	photoToken: string | null;
	note: string;
};
export type PlaceBoard = Board<BoardSheet, HangingSheet>;

async function hangingAt(
	tx: Transaction,
	placeIds: number[],
	numbers: Map<number, Map<number, number>>
): Promise<Map<number, HangingSheet[]>> {
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
	const numbered = rows.map((row) => ({ ...row, no: numbers.get(row.placeId)!.get(row.procedureId)! }));
	return Map.groupBy(numbered, ({ placeId }) => placeId);
}

/** What holds on the day or is announced for later: the parts a board needs; texts stay where they are. */
async function headsFrom(tx: Transaction, from: Day): Promise<Head[]> {
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
				or(isNull(procedureVersion.effectiveTo), gt(procedureVersion.effectiveTo, from))
			)
		)
		.orderBy(asc(procedureVersion.field), asc(procedureVersion.name), asc(procedure.code));
}

/** The sheets of a place on a day, in the order of the catalogue. */
function sheetsOn(
	place: { fields: string[] },
	heads: Head[],
	day: Day,
	numbers: Map<number, number>
): Sheets {
	const on = (standing: Standing) =>
		sheetsOf(
			place,
			heads.filter((head) => standingOn(head, day) === standing)
		).map((sheet) => ({ ...sheet, no: numbers.get(sheet.procedureId)! }));
	return { holding: on('in_force'), upcoming: on('upcoming') };
}
type Sheets = { holding: BoardSheet[]; upcoming: BoardSheet[] };

const boardFrom = (place: places.Place, { holding, upcoming }: Sheets, hanging: HangingSheet[]): PlaceBoard =>
	boardOf(place, holding, upcoming, hanging);

/** One board on a day: today, or a day to come ("what is it to be on Monday?"). */
export async function boardAt(
	tx: Transaction,
	place: places.Place,
	day: Day
): Promise<{ board: PlaceBoard; sheets: BoardSheet[] }> {
	const numbers = await boardNumbers.read(tx, [place], day);
	const sheets = sheetsOn(place, await headsFrom(tx, day), day, numbers.get(place.id)!);
	const hanging = (await hangingAt(tx, [place.id], numbers)).get(place.id) ?? [];
	return { board: boardFrom(place, sheets, hanging), sheets: sheets.holding };
}

export type PlaceLine = {
	place: places.Place;
	hanging: number;
	/** New sheets, also those announced for a day to come. */
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
	const numbers = await boardNumbers.read(tx, all, today);
	const hanging = await hangingAt(
		tx,
		all.map(({ id }) => id),
		numbers
	);
	const heads = await headsFrom(tx, today);
	const turns = turningDays(heads, today);
	const last = await lastChanges(tx);
	return all.map((place) => {
		const here = hanging.get(place.id) ?? [];
		const mine = numbers.get(place.id)!;
		const board = boardFrom(place, sheetsOn(place, heads, today, mine), here);
		const known = new Set(board.current.map(({ hanging: one }) => one.postingId));
		let next: PlaceLine['next'] = null;
		for (const day of turns) {
			const then = boardFrom(place, sheetsOn(place, heads, day, mine), here);
			// Only what that day itself brings: sheets that are right today and have to come down then.
			const count = [...then.toTakeDown, ...then.toReplace.flatMap(({ old }) => old)].filter(
				({ postingId }) => known.has(postingId)
			).length;
			if (count > 0) {
				next = { day, count };
				break;
			}
		}
		return {
			place,
			hanging: here.length,
			toHang: board.toHang.length + board.toAnnounce.length,
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
	const heads = await headsFrom(tx, today);
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

/** Fields of the catalogue of a day, by name. */
export async function fieldsOn(tx: Transaction, day: Day): Promise<string[]> {
	const rows = await tx
		.selectDistinct({ field: procedureVersion.field })
		.from(procedureVersion)
		.where(and(holdsOn(day), sql`${procedureVersion.field} <> ''`))
		.orderBy(asc(procedureVersion.field));
	return rows.map(({ field }) => field);
}
