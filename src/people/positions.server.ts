/** Position (chức danh, vị trí công tác): from a day to a day, in a unit, with the role it has in the system. */
import { and, asc, eq, gte, inArray, isNotNull, isNull, lte, ne, or, type SQL } from 'drizzle-orm';
import { dayOf, isDay, type Day } from '#platform/clock.ts';
import { transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import type { Ctx } from './actor.ts';
import * as policy from './policy.ts';
import type { PositionGiven } from './person-form.ts';
import type { Role } from './role.ts';
import { person, position, unit, violations } from './schema.server.ts';
import { validOn } from './unit.ts';

export type Position = {
	id: number;
	personId: number;
	title: string;
	role: Role;
	unitId: number;
	unitName: string;
	validFrom: Day;
	validTo: Day | null;
	lockVersion: number;
};

/** The SQL of "holds it on that day". */
export function heldOn(day: Day): SQL {
	return and(lte(position.validFrom, day), or(isNull(position.validTo), gte(position.validTo, day)))!;
}

/** Numbers of the persons who hold one of these roles on that day (today when left out: give `dayOf(ctx.now)`). */
export async function peopleWith(tx: Transaction, roles: readonly Role[], day: Day): Promise<number[]> {
	const rows = await tx
		.selectDistinct({ id: person.id })
		.from(person)
		.innerJoin(position, eq(position.personId, person.id))
		.where(and(inArray(position.role, [...roles]), isNull(person.leftAt), heldOn(day)))
		.orderBy(asc(person.id));
	return rows.map(({ id }) => id);
}

/** Numbers of the persons who hold a position in one of these units on that day. */
export async function peopleIn(tx: Transaction, unitIds: readonly number[], day: Day): Promise<number[]> {
	if (unitIds.length === 0) return [];
	const rows = await tx
		.selectDistinct({ id: person.id })
		.from(person)
		.innerJoin(position, eq(position.personId, person.id))
		.where(and(inArray(position.unitId, [...unitIds]), isNull(person.leftAt), heldOn(day)))
		.orderBy(asc(person.id));
	return rows.map(({ id }) => id);
}

/** Is this person the only one who can still administer the ward that day and signs in? */
export async function isOnlyAdministrator(
	tx: Transaction,
	personId: number,
	day: Day,
	exceptPositionId = 0
): Promise<boolean> {
	const administrators = await tx
		.select({ personId: person.id, positionId: position.id })
		.from(position)
		.innerJoin(person, eq(person.id, position.personId))
		.where(
			and(
				eq(position.role, 'admin'),
				isNull(person.leftAt),
				isNotNull(person.userId),
				heldOn(day),
				ne(position.id, exceptPositionId)
			)
		);
	const others = administrators.filter((one) => one.personId !== personId);
	if (others.length > 0) return false;
	// Without the excepted position: does one of this person's own remain? Then it is safe to end that one.
	if (exceptPositionId) return administrators.length === 0;
	return administrators.length > 0;
}

export async function assign(ctx: Ctx, personId: number, given: PositionGiven): Promise<number> {
	return transact(
		ctx,
		async (tx) => {
			refuseIfAny(policy.refusals(ctx.actor, 'manage_people'));
			const [holder] = await tx.select().from(person).where(eq(person.id, personId));
			if (!holder) throw notFound('người này');
			if (holder.leftAt) {
				throw new Refusal({
					code: 'people.left',
					message: 'Người này đã thôi công tác nên không nhận thêm chức danh được.'
				});
			}
			const [where] = await tx.select().from(unit).where(eq(unit.id, given.unitId));
			if (!where)
				throw new Refusal({
					code: 'position.unit',
					field: 'unitId',
					message: 'Hãy chọn một đơn vị trong danh sách.'
				});
			if (!validOn(where, given.validFrom)) {
				throw new Refusal({
					code: 'position.unit_not_valid',
					field: 'unitId',
					message: `Vào ngày bắt đầu đã chọn, đơn vị “${where.name}” không còn hoặc chưa có hiệu lực. Hãy chọn đơn vị khác hoặc sửa ngày.`
				});
			}
			const [row] = await tx
				.insert(position)
				.values({ personId, ...given })
				.returning({ id: position.id });
			await record(tx, ctx, {
				act: 'position.given',
				subject: { kind: 'person', id: personId },
				after: { ...given, unit: where.name }
			});
			return row!.id;
		},
		violations
	);
}

/** Ends a position with the last day it is held. Whoever acts in it is moved to another one, or out, the day after. */
export async function end(ctx: Ctx, id: number, lastDay: string): Promise<void> {
	await transact(
		ctx,
		async (tx) => {
			refuseIfAny(policy.refusals(ctx.actor, 'manage_people'));
			const [held] = await tx.select().from(position).where(eq(position.id, id)).for('update');
			if (!held) throw notFound('chức danh này');
			if (!isDay(lastDay))
				throw new Refusal({
					code: 'position.day',
					field: 'validTo',
					message: 'Hãy chọn ngày cuối cùng giữ chức danh.'
				});
			const onlyAdministrator =
				held.role === 'admin' && (await isOnlyAdministrator(tx, held.personId, dayOf(ctx.now), held.id));
			refuseIfAny(policy.endPositionRefusals(ctx.actor, { onlyAdministrator }));
			await tx
				.update(position)
				.set({ validTo: lastDay, lockVersion: held.lockVersion + 1 })
				.where(eq(position.id, id));
			await record(tx, ctx, {
				act: 'position.ended',
				subject: { kind: 'person', id: held.personId },
				before: { title: held.title, validTo: held.validTo },
				after: { title: held.title, validTo: lastDay }
			});
		},
		violations
	);
}
