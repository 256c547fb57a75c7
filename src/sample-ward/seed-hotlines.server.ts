/** The register of hotlines, brought through the verbs: also one number that changed on a day. */
import type { Ctx } from '#people/actor.ts';
import { hotlineForm } from '#people/hotline.ts';
import * as register from '#people/hotlines.server.ts';
import { addDays } from '#platform/clock.ts';
import { hotlines, hotlinesFrom } from './hotlines.ts';
import type { SampleActors } from './seed-people.server.ts';

export async function seedHotlines(
	ctx: Ctx,
	actors: SampleActors,
	unitIds: Map<string, number>
): Promise<void> {
	const office: Ctx = { ...ctx, actor: actors.get('van-phong')!, now: new Date('2025-07-01T08:00:00+07:00') };
	for (const { unitKey, before, inside, ...said } of hotlines) {
		const given = hotlineForm.parse({
			...said,
			public: !inside,
			unitId: (unitKey && unitIds.get(unitKey)) ?? null,
			validFrom: hotlinesFrom
		});
		if (!before) {
			await register.add(office, given);
			continue;
		}
		const id = await register.add(office, { ...given, number: before.number });
		const { validFrom: _from, ...same } = given;
		const later = { ...office, now: new Date(`${before.until}T15:00:00+07:00`) };
		await register.change(later, id, 1, { ...same, from: addDays(before.until, 1) });
	}
}
