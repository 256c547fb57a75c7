/**
 * Units and their history. A name is corrected in place only when it was misspelled; when the unit itself is renamed,
 * joined or divided, a new row follows the old one from a day on, so that a plan of then still names the office of then.
 */
import { and, asc, eq, gt, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { addDays, dayOf, isDay, type Day } from '#platform/clock.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import { ward } from '#platform/schema.server.ts';
import type { Ctx } from './actor.ts';
import * as policy from './policy.ts';
import { person, position, unit, unitSuccession, violations } from './schema.server.ts';
import { withoutMarks } from './sign-in-name.ts';
import { staleVersion } from './stale.ts';
import { validOn } from './unit.ts';
import type { SuccessionGiven, UnitGiven } from './unit-form.ts';
import { matchUnitName, type UnitNameMatch } from './unit-names.ts';

export type Unit = Omit<typeof unit.$inferSelect, 'wardId'> & {
	predecessorIds: number[];
	successorIds: number[];
};

/** Every unit there is and was, with what came before and after; the old ones last. */
export async function list(ctx: Pick<Ctx, 'db' | 'wardId'>): Promise<Unit[]> {
	return read(ctx, all);
}

export async function all(tx: Transaction): Promise<Unit[]> {
	const rows = await tx
		.select()
		.from(unit)
		.orderBy(sql`${unit.validTo} is not null`, sql`${unit.validTo} desc nulls first`, asc(unit.id));
	const links = await tx.select().from(unitSuccession);
	return rows.map(({ wardId: _ward, ...row }) => ({
		...row,
		predecessorIds: links.filter((link) => link.successorId === row.id).map((link) => link.predecessorId),
		successorIds: links.filter((link) => link.predecessorId === row.id).map((link) => link.successorId)
	}));
}

/** The units that existed on that day. */
export async function unitsOn(tx: Transaction, day: Day): Promise<Unit[]> {
	return (await all(tx)).filter((one) => validOn(one, day));
}

/** The unit a printed name meant on that day; see unit-names.ts for what counts as the same name. */
export async function unitByName(tx: Transaction, name: string, day: Day): Promise<UnitNameMatch<Unit>> {
	const [own] = await tx
		.select({ name: ward.shortName })
		.from(ward)
		.where(eq(ward.id, sql`current_ward()`));
	return matchUnitName(name, await all(tx), day, own?.name);
}

export async function add(ctx: Ctx, given: UnitGiven): Promise<number> {
	return transact(
		ctx,
		async (tx) => {
			refuseIfAny(policy.refusals(ctx.actor, 'edit_units'));
			const [row] = await tx
				.insert(unit)
				.values({ ...given, key: await freeKey(tx, given.shortName) })
				.returning({ id: unit.id });
			await record(tx, ctx, { act: 'unit.added', subject: { kind: 'unit', id: row!.id }, after: given });
			return row!.id;
		},
		violations
	);
}

/** Corrects what was misspelled or left out. The name changes everywhere, also in what is past. */
export async function correct(ctx: Ctx, id: number, lockVersion: number, given: UnitGiven): Promise<void> {
	await transact(
		ctx,
		async (tx) => {
			refuseIfAny(policy.refusals(ctx.actor, 'edit_units'));
			const { name, shortName, kind, abbreviation, officialCode, validFrom, ...before } = await locked(
				tx,
				id
			);
			if (before.lockVersion !== lockVersion) throw staleVersion();
			await tx
				.update(unit)
				.set({ ...given, lockVersion: lockVersion + 1 })
				.where(eq(unit.id, id));
			await record(tx, ctx, {
				act: 'unit.corrected',
				subject: { kind: 'unit', id },
				before: { name, shortName, kind, abbreviation, officialCode, validFrom },
				after: given
			});
		},
		violations
	);
}

/**
 * A new unit takes the place of one (renamed) or several (joined) from a day on. The old ones end the day before; who
 * holds a position in them goes on in the new one, so nobody is without a post overnight.
 */
export async function succeed(ctx: Ctx, predecessorIds: number[], given: SuccessionGiven): Promise<number> {
	const { from, ...named } = given;
	const lastDay = addDays(from, -1);
	return transact(
		ctx,
		async (tx) => {
			refuseIfAny(policy.refusals(ctx.actor, 'edit_units'));
			const olds = await tx
				.select()
				.from(unit)
				.where(inArray(unit.id, predecessorIds))
				.orderBy(asc(unit.id))
				.for('update');
			if (predecessorIds.length === 0 || olds.length !== new Set(predecessorIds).size)
				throw notFound('đơn vị này');
			const ended = olds.find((old) => !validOn(old, lastDay));
			if (ended) {
				throw new Refusal({
					code: 'unit.not_valid_before',
					field: 'from',
					message: `“${ended.name}” không còn hoặc chưa có hiệu lực vào ngày liền trước. Hãy xem lại ngày tên mới có hiệu lực.`
				});
			}
			const [row] = await tx
				.insert(unit)
				.values({ ...named, key: await freeKey(tx, named.shortName), validFrom: from, validTo: null })
				.returning({ id: unit.id });
			for (const old of olds) {
				await tx.insert(unitSuccession).values({ predecessorId: old.id, successorId: row!.id });
				await tx
					.update(unit)
					.set({ validTo: lastDay, lockVersion: old.lockVersion + 1 })
					.where(eq(unit.id, old.id));
				await moveHolders(tx, old.id, row!.id, from);
			}
			await record(tx, ctx, {
				act: 'unit.succeeded',
				subject: { kind: 'unit', id: row!.id },
				before: olds.map(({ id, name }) => ({ id, name })),
				after: given
			});
			return row!.id;
		},
		violations
	);
}

async function moveHolders(tx: Transaction, oldId: number, newId: number, from: Day): Promise<void> {
	// Not begun before that day: they simply begin in the new unit.
	await tx
		.update(position)
		.set({ unitId: newId })
		.where(and(eq(position.unitId, oldId), gte(position.validFrom, from)));
	const going = await tx
		.select()
		.from(position)
		.where(and(eq(position.unitId, oldId), or(isNull(position.validTo), gte(position.validTo, from))));
	for (const { personId, title, role, validTo, id } of going) {
		await tx.insert(position).values({ personId, unitId: newId, title, role, validFrom: from, validTo });
		await tx
			.update(position)
			.set({ validTo: addDays(from, -1) })
			.where(eq(position.id, id));
	}
}

/** Ends a unit that nothing follows, with its last day. */
export async function retire(ctx: Ctx, id: number, lastDay: string, reason: string): Promise<void> {
	await transact(
		ctx,
		async (tx) => {
			refuseIfAny(policy.refusals(ctx.actor, 'edit_units'));
			const before = await locked(tx, id);
			if (!isDay(lastDay))
				throw new Refusal({
					code: 'unit.day',
					field: 'validTo',
					message: 'Hãy chọn ngày cuối cùng đơn vị còn hoạt động.'
				});
			const staying = await tx
				.select({ name: person.name })
				.from(position)
				.innerJoin(person, eq(person.id, position.personId))
				.where(and(eq(position.unitId, id), or(isNull(position.validTo), gt(position.validTo, lastDay))));
			if (staying.length > 0) {
				throw new Refusal({
					code: 'unit.people_remain',
					field: 'validTo',
					message: `Sau ngày này đơn vị vẫn còn người giữ chức danh: ${staying.map(({ name }) => name).join(', ')}. Hãy kết thúc các chức danh đó, hoặc lập đơn vị kế tục để chuyển họ sang.`
				});
			}
			await tx
				.update(unit)
				.set({ validTo: lastDay, lockVersion: before.lockVersion + 1 })
				.where(eq(unit.id, id));
			await record(tx, ctx, {
				act: 'unit.retired',
				subject: { kind: 'unit', id },
				before: { validTo: before.validTo },
				after: { validTo: lastDay },
				note: reason.normalize('NFC').trim() || undefined
			});
		},
		violations
	);
}

/** Who holds a position in each unit today: unit number to names. */
export async function holders(ctx: Ctx): Promise<Map<number, string[]>> {
	const day = dayOf(ctx.now);
	const rows = await read(ctx, (tx) =>
		tx
			.select({ unitId: position.unitId, name: person.name })
			.from(position)
			.innerJoin(person, eq(person.id, position.personId))
			.where(
				and(
					isNull(person.leftAt),
					lte(position.validFrom, day),
					or(isNull(position.validTo), gte(position.validTo, day))
				)
			)
			.orderBy(asc(position.id))
	);
	const byUnit = Map.groupBy(rows, ({ unitId }) => unitId);
	return new Map([...byUnit].map(([unitId, found]) => [unitId, [...new Set(found.map(({ name }) => name))]]));
}

async function locked(tx: Transaction, id: number): Promise<typeof unit.$inferSelect> {
	const [found] = await tx.select().from(unit).where(eq(unit.id, id)).for('update');
	if (!found) throw notFound('đơn vị này');
	return found;
}

/** A short name made into a key: `phong-vhxh`, `phong-vhxh-2` when that is taken. */
async function freeKey(tx: Transaction, shortName: string): Promise<string> {
	const wanted =
		withoutMarks(shortName)
			.toLowerCase()
			.replaceAll(/[^a-z0-9]+/g, '-')
			.replaceAll(/^-+|-+$/g, '') || 'don-vi';
	const taken = new Set((await tx.select({ key: unit.key }).from(unit)).map(({ key }) => key));
	for (let n = 1; ; n++) {
		const key = n === 1 ? wanted : `${wanted}-${n}`;
		if (!taken.has(key)) return key;
	}
}
