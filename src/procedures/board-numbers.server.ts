/** Giving the sheets of every board their numbers, and reading them. See migrations/0030-board-number.sql. */
import { and, asc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { dayOf, type Day } from '#platform/clock.ts';
import { transact, type Transaction } from '#platform/db.server.ts';
import { numbersOf, type Numbered } from './board-numbers.ts';
import { lock } from './catalogue-lock.server.ts';
import { boardNumber, posting, postingPlace, procedure, procedureVersion } from './schema.server.ts';
import { carries } from './sheets.ts';

type Place = { id: number; fields: string[] };
/** By place, then by procedure. */
type Numbers = Map<number, Map<number, number>>;

/** The numbers of these boards: as given, and for what has none yet as it will be given. */
export async function read(tx: Transaction, places: Place[], today: Day): Promise<Numbers> {
	const kept = await given(tx, places);
	const catalogue = await carriedFrom(tx, today);
	const hanging = await hangingAt(tx, places);
	return new Map(
		places.map((place) => {
			const listed = catalogue.filter(({ field }) => carries(place, field));
			const ids = new Set(listed.map(({ procedureId }) => procedureId));
			const gone = (hanging.get(place.id) ?? []).filter((id) => !ids.has(id));
			const carried = new Map<number, Numbered>();
			for (const procedureId of gone) carried.set(procedureId, { procedureId, replaces: [] });
			for (const one of listed) if (!carried.has(one.procedureId)) carried.set(one.procedureId, one);
			return [place.id, numbersOf([...carried.values()], kept.get(place.id) ?? new Map())];
		})
	);
}

/** Writes down the numbers of every board as they are now, and sweeps what is no longer used. */
export async function keep(tx: Transaction, ctx: Ctx): Promise<void> {
	await lock(tx);
	const places = await tx.select().from(postingPlace).where(isNull(postingPlace.retiredAt));
	const kept = await given(tx, places);
	const now = await read(tx, places, dayOf(ctx.now));
	const fresh: { placeId: number; procedureId: number; no: number }[] = [];
	const stale: { placeId: number; procedureId: number }[] = [];
	for (const [placeId, numbers] of now) {
		const before = kept.get(placeId) ?? new Map<number, number>();
		for (const [procedureId, no] of numbers)
			if (before.get(procedureId) !== no) fresh.push({ placeId, procedureId, no });
		for (const procedureId of before.keys())
			if (!numbers.has(procedureId)) stale.push({ placeId, procedureId });
	}
	const column = (values: number[]) => sql.param(values);
	if (stale.length > 0)
		await tx.execute(sql`
			delete from board_number n using unnest(${column(stale.map(({ placeId }) => placeId))}::bigint[],
				${column(stale.map(({ procedureId }) => procedureId))}::bigint[]) as s (place_id, procedure_id)
			where n.place_id = s.place_id and n.procedure_id = s.procedure_id`);
	if (fresh.length > 0)
		await tx.execute(sql`
			insert into board_number (place_id, procedure_id, no, given_at)
			select place_id, procedure_id, no, ${ctx.now.toISOString()}::timestamptz
			from unnest(${column(fresh.map(({ placeId }) => placeId))}::bigint[],
				${column(fresh.map(({ procedureId }) => procedureId))}::bigint[],
				${column(fresh.map(({ no }) => no))}::integer[]) as f (place_id, procedure_id, no)
			on conflict (ward_id, place_id, procedure_id) do update set no = excluded.no, given_at = excluded.given_at`);
}

/** The worker's: boards of before there were numbers, and numbers that days that passed set free. */
export const keepAll = (ctx: Ctx): Promise<void> => transact(ctx, (tx) => keep(tx, ctx));

async function given(tx: Transaction, places: Place[]): Promise<Numbers> {
	if (places.length === 0) return new Map();
	const rows = await tx
		.select()
		.from(boardNumber)
		.where(
			inArray(
				boardNumber.placeId,
				places.map(({ id }) => id)
			)
		)
		.orderBy(asc(boardNumber.givenAt), asc(boardNumber.no), asc(boardNumber.procedureId));
	return new Map(
		[...Map.groupBy(rows, ({ placeId }) => placeId)].map(([placeId, here]) => [
			placeId,
			new Map(here.map(({ procedureId, no }) => [procedureId, no]))
		])
	);
}

/** What holds or is announced for later, in the order of the catalogue; each field a procedure has or will have. */
async function carriedFrom(tx: Transaction, from: Day): Promise<(Numbered & { field: string })[]> {
	const rows = await tx
		.select({
			procedureId: procedureVersion.procedureId,
			code: procedure.code,
			field: procedureVersion.field
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
	const replaced = await tx
		.select({ procedureId: procedureVersion.procedureId, by: procedureVersion.replacedBy })
		.from(procedureVersion)
		.where(and(isNull(procedureVersion.supersededAt), eq(procedureVersion.endKind, 'replaced')));
	const replaces = new Map<string, number[]>();
	for (const { procedureId, by } of replaced)
		for (const code of by) replaces.set(code, [...(replaces.get(code) ?? []), procedureId]);
	return rows.map(({ procedureId, code, field }) => ({
		procedureId,
		field,
		replaces: replaces.get(code) ?? []
	}));
}

async function hangingAt(tx: Transaction, places: Place[]): Promise<Map<number, number[]>> {
	if (places.length === 0) return new Map();
	const rows = await tx
		.selectDistinct({ placeId: posting.placeId, procedureId: posting.procedureId })
		.from(posting)
		.where(
			and(
				isNull(posting.takenDownAt),
				inArray(
					posting.placeId,
					places.map(({ id }) => id)
				)
			)
		);
	return new Map(
		[...Map.groupBy(rows, ({ placeId }) => placeId)].map(([placeId, here]) => [
			placeId,
			here.map(({ procedureId }) => procedureId)
		])
	);
}
