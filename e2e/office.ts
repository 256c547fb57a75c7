/** The office's side of a journey, done by its verbs on the running program's own database. */
import { sql } from 'drizzle-orm';
import { inject } from 'vitest';
import type { Ctx, PersonActor } from '#people/actor.ts';
import type { Role } from '#people/role.ts';
import { openDatabase, type Database } from '#platform/db.server.ts';
import { startJobs, stopJobs } from '#platform/jobs.server.ts';
import { runningUrl } from '#platform/postgres.server.ts';
import { settings } from '#platform/settings.ts';

export type Acting = { ctx: Ctx; db: Database; unitId: number; done: () => Promise<void> };
let jobs = 0;

/** The first person of the first ward who holds this role. */
export async function actorAs(role: Role): Promise<Acting> {
	// Seals and receipts are made with the key that lies beside the data.
	settings().DATA_DIR = inject('dataDir');
	const url = (await runningUrl(inject('dataDir')))!;
	const db = openDatabase(url, { max: 2 });
	if (jobs++ === 0) await startJobs(url, { maintain: false });
	const { rows } = await db.execute<Omit<PersonActor, 'kind'> & { wardId: number }>(sql`
		select person.id as "personId", position.id as "positionId", person.name, position.title, position.role,
			unit.id as "unitId", unit.name as "unitName", position.ward_id as "wardId"
		from position join person on person.id = position.person_id join unit on unit.id = position.unit_id
		where position.role = ${role} order by position.ward_id, position.id limit 1`);
	const { wardId, ...actor } = rows[0]!;
	return {
		ctx: { wardId, actor: { kind: 'person', ...actor }, now: new Date(), db },
		db,
		unitId: actor.unitId,
		done: async () => {
			if (--jobs === 0) await stopJobs();
			await db.$client.end();
		}
	};
}
