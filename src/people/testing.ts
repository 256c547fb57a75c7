/** A small ward for tests: its people are named by their role, and act through `as('culture')`. */
import type { Database } from '#platform/db.server.ts';
import { transact } from '#platform/db.server.ts';
import { ward } from '#platform/schema.server.ts';
import type { Ctx, PersonActor } from './actor.ts';
import { roles, type Role } from './role.ts';
import { person, position, unit } from './schema.server.ts';

export type TestWard = {
	wardId: number;
	/** The scope of a person with this role; `now` can be set for the call. */
	as: (role: Role, now?: Date) => Ctx & { actor: PersonActor };
	robot: (now?: Date) => Ctx;
	unitIds: Record<Role, number>;
};

export const testNow = new Date('2026-06-15T09:00:00+07:00');

export async function makeWard(db: Database, key = 'thu-nghiem'): Promise<TestWard> {
	const [row] = await db
		.insert(ward)
		.values({
			key,
			name: `phường ${key}`,
			shortName: key,
			placeName: key,
			superiorName: 'Ủy ban nhân dân thành phố Hải Phòng',
			provinceName: 'thành phố Hải Phòng',
			sample: true
		})
		.returning();
	const wardId = row!.id;
	const scope: Ctx = { wardId, actor: { kind: 'robot', name: 'test' }, now: testNow, db };
	const actors = {} as Record<Role, PersonActor>;
	const unitIds = {} as Record<Role, number>;
	await transact(scope, async (tx) => {
		for (const [role, label] of Object.entries(roles) as [Role, string][]) {
			const [unitRow] = await tx
				.insert(unit)
				.values({
					key: role,
					name: `Đơn vị ${label}`,
					shortName: label,
					kind: role === 'superior' ? 'superior' : 'office'
				})
				.returning();
			const [personRow] = await tx
				.insert(person)
				.values({ name: `Người ${label}`, signInName: `${role}@${key}`, createdAt: testNow })
				.returning();
			const [positionRow] = await tx
				.insert(position)
				.values({ personId: personRow!.id, unitId: unitRow!.id, title: label, role, validFrom: '2026-01-01' })
				.returning();
			unitIds[role] = unitRow!.id;
			actors[role] = {
				kind: 'person',
				personId: personRow!.id,
				positionId: positionRow!.id,
				name: personRow!.name,
				title: label,
				role,
				unitId: unitRow!.id,
				unitName: unitRow!.name
			};
		}
	});
	return {
		wardId,
		as: (role, now = testNow) => ({ wardId, actor: actors[role], now, db }),
		robot: (now = testNow) => ({ wardId, actor: { kind: 'robot', name: 'test' }, now, db }),
		unitIds
	};
}
