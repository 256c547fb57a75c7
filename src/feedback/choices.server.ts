/** What an officer chooses from: units that work today, with the people who hold a post in them. */
import { and, asc, eq, isNull, ne, notInArray } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { heldOn } from '#people/positions.server.ts';
import { person, position, unit } from '#people/schema.server.ts';
import { validOn } from '#people/unit.ts';
import { unitByName } from '#people/units.server.ts';
import { dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { refuseIfAny } from '#platform/refusal.ts';
import { unitNames, type UnitKey } from './likely-unit.ts';
import { refusals } from './policy.ts';

export type UnitChoice = { id: number; name: string; people: { id: number; name: string; title: string }[] };

export async function unitChoices(ctx: Ctx): Promise<UnitChoice[]> {
	refuseIfAny(refusals(ctx.actor, 'list'));
	return read(ctx, async (tx) => {
		const today = dayOf(ctx.now);
		const units = (
			await tx.select().from(unit).where(ne(unit.kind, 'superior')).orderBy(asc(unit.id))
		).filter((one) => validOn(one, today));
		const people = await tx
			.selectDistinct({ id: person.id, name: person.name, title: position.title, unitId: position.unitId })
			.from(position)
			.innerJoin(person, eq(person.id, position.personId))
			.where(and(isNull(person.leftAt), notInArray(position.role, ['admin', 'superior']), heldOn(today)))
			.orderBy(asc(person.id));
		return units.map(({ id, name }) => ({
			id,
			name,
			people: people
				.filter(({ unitId }) => unitId === id)
				.map(({ id: personId, name: personName, title }) => ({ id: personId, name: personName, title }))
		}));
	});
}

/** The unit a suggestion means, when the ward has it by its usual name today. */
export async function unitNamed(ctx: Ctx, key: UnitKey | null): Promise<number | null> {
	if (!key) return null;
	return read(ctx, async (tx) => {
		// Suggestions kept before units had keys hold the name itself.
		const match = await unitByName(tx, unitNames[key] ?? key, dayOf(ctx.now));
		return match.unit?.id ?? null;
	});
}
