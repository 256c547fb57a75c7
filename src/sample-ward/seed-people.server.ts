/** The sample wards' units and persons as rows. */
import type { Ctx, PersonActor } from '#people/actor.ts';
import { person, position, unit, unitSuccession } from '#people/schema.server.ts';
import { transact } from '#platform/db.server.ts';
import { people } from './people.ts';
import { units } from './ward.ts';

export type SampleActors = Map<string, PersonActor>;
export type SampleUnits = Map<string, number>;

/** Makes the units and persons of one ward; returns who can act, by sign-in name, and the units by key. */
export async function seedPeople(
	ctx: Ctx,
	wardKey: string
): Promise<{ actors: SampleActors; unitIds: SampleUnits }> {
	const unitIds: SampleUnits = new Map();
	const actors: SampleActors = new Map();
	await transact(ctx, async (tx) => {
		const ours = units.filter((one) => one.wardKey === wardKey);
		for (const one of ours) {
			const [row] = await tx
				.insert(unit)
				.values({
					key: one.key,
					name: one.name,
					shortName: one.shortName,
					kind: one.kind,
					abbreviation: one.symbol,
					officialCode: one.officialCode,
					validFrom: one.validFrom,
					validTo: one.validTo
				})
				.returning({ id: unit.id });
			unitIds.set(one.key, row!.id);
		}
		for (const one of ours) {
			for (const before of one.predecessorKeys) {
				await tx
					.insert(unitSuccession)
					.values({ predecessorId: unitIds.get(before)!, successorId: unitIds.get(one.key)! });
			}
		}
		for (const one of people.filter((candidate) => candidate.wardKey === wardKey)) {
			const [row] = await tx
				.insert(person)
				.values({ name: one.name, signInName: one.key, createdAt: ctx.now })
				.returning({ id: person.id });
			for (const held of one.positions) {
				const unitId = unitIds.get(held.unitKey)!;
				const [made] = await tx
					.insert(position)
					.values({
						personId: row!.id,
						unitId,
						title: held.title,
						role: held.role,
						validFrom: held.validFrom,
						validTo: held.validTo
					})
					.returning({ id: position.id });
				if (actors.has(one.key)) continue; // the first position is the one they act in
				actors.set(one.key, {
					kind: 'person',
					personId: row!.id,
					positionId: made!.id,
					name: one.name,
					title: held.title,
					role: held.role,
					unitId,
					unitName: ours.find((candidate) => candidate.key === held.unitKey)!.name
				});
			}
		}
	});
	return { actors, unitIds };
}
