/**
 * Fills an empty installation with the sample wards. Everything goes through the verbs the officers use, each at its own
 * moment of the year, so the journal, the revisions and the evidence are what real work would have left.
 *
 * It is one transaction around all of them (the verbs' own become savepoints): a power cut leaves no half ward.
 */
import { sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import type { Database } from '#platform/db.server.ts';
import { ward as wardTable } from '#platform/schema.server.ts';
import { seedFeedback, seedNeighbours } from './seed-feedback.server.ts';
import { seedHotlines } from './seed-hotlines.server.ts';
import { seedPeople } from './seed-people.server.ts';
import { closeFinished, seedEvidence, seedPlans } from './seed-plans.server.ts';
import { seedProcedures } from './seed-procedures.server.ts';
import { seedRadio } from './seed-radio.server.ts';
import { seedStories } from './seed-stories.server.ts';
import { neighbourWard, ward } from './ward.ts';
import type { SampleWard } from './types.ts';

export async function seed(db: Database, now: Date): Promise<void> {
	await db.transaction(async (tx) => {
		const inside = tx as unknown as Database;
		const wardIds = new Map<string, number>();
		for (const sample of [ward, neighbourWard]) wardIds.set(sample.key, await addWard(inside, sample));
		for (const [key, wardId] of wardIds) {
			const ctx: Ctx = { wardId, actor: { kind: 'robot', name: 'du-lieu-mau' }, now, db: inside };
			const { actors, unitIds } = await seedPeople(ctx, key);
			if (key !== ward.key) {
				await seedNeighbours(ctx);
				continue;
			}
			await seedHotlines(ctx, actors, unitIds);
			const taskIds = await seedPlans(ctx, unitIds, actors);
			await seedEvidence(ctx, taskIds, actors);
			await seedProcedures(ctx, actors, unitIds);
			await seedStories(ctx, actors, taskIds);
			await seedFeedback(ctx, actors, taskIds);
			await seedRadio(ctx, actors, taskIds);
			await closeFinished(ctx, actors);
		}
		await tx.execute(sql`reset role`);
	});
}

async function addWard(db: Database, sample: SampleWard): Promise<number> {
	const [row] = await db
		.insert(wardTable)
		.values({
			key: sample.key,
			name: sample.name,
			shortName: sample.shortName,
			placeName: sample.place,
			superiorName: sample.superiorName,
			provinceName: 'thành phố Hải Phòng',
			officialCode: sample.officialCode,
			host: sample.key === ward.key ? null : `${sample.key}.localhost`,
			sample: true
		})
		.returning({ id: wardTable.id });
	return row!.id;
}
