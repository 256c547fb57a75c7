/** Acting (giữ chức danh nào khi làm việc): from a signed-in account to the person and the position they act in today. */
import { and, asc, eq, gte, isNull, lte, or } from 'drizzle-orm';
import { dayOf } from '#platform/clock.ts';
import { read, type Database } from '#platform/db.server.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Ctx, PersonActor } from './actor.ts';
import { session } from './auth-schema.server.ts';
import type { Role } from './role.ts';
import { person, position, unit } from './schema.server.ts';

export type Held = { id: number; title: string; role: Role; unitId: number; unitName: string };

/** The actor of this account now, and every position held today; undefined when they left or hold none. */
export async function actorOf(
	db: Database,
	account: { wardId: number; userId: string; positionId: number | null },
	now: Date
): Promise<{ actor: PersonActor; positions: Held[] } | undefined> {
	const day = dayOf(now);
	const rows = await read({ db, wardId: account.wardId }, (tx) =>
		tx
			.select({
				personId: person.id,
				name: person.name,
				id: position.id,
				title: position.title,
				role: position.role,
				unitId: unit.id,
				unitName: unit.name
			})
			.from(person)
			.innerJoin(position, eq(position.personId, person.id))
			.innerJoin(unit, eq(unit.id, position.unitId))
			.where(
				and(
					eq(person.userId, account.userId),
					isNull(person.leftAt),
					lte(position.validFrom, day),
					or(isNull(position.validTo), gte(position.validTo, day))
				)
			)
			.orderBy(asc(position.id))
	);
	const chosen = rows.find(({ id }) => id === account.positionId) ?? rows[0];
	if (!chosen) return undefined;
	return {
		actor: {
			kind: 'person',
			personId: chosen.personId,
			positionId: chosen.id,
			name: chosen.name,
			title: chosen.title,
			role: chosen.role,
			unitId: chosen.unitId,
			unitName: chosen.unitName
		},
		positions: rows.map(({ id, title, role, unitId, unitName }) => ({ id, title, role, unitId, unitName }))
	};
}

/** Chooses the position to act in, for this session only; it must be held today. */
export async function choosePosition(
	ctx: Ctx,
	account: { sessionId: string; positions: Held[] },
	positionId: number
): Promise<Held> {
	const wanted = account.positions.find(({ id }) => id === positionId);
	if (!wanted) {
		throw new Refusal({
			code: 'position.not_held',
			status: 403,
			field: 'positionId',
			message:
				'Hôm nay đồng chí không giữ chức danh này. Hãy tải lại trang và chọn trong danh sách chức danh đang giữ.'
		});
	}
	await ctx.db.update(session).set({ positionId }).where(eq(session.id, account.sessionId));
	return wanted;
}
