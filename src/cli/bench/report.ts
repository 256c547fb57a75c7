import { sql } from 'drizzle-orm';
import { actorOf } from '#people/acting.server.ts';
import { person } from '#people/schema.server.ts';
import { openProgram } from '#platform/program.server.ts';
import { readSettings } from '#platform/settings.ts';
import { startJobs, stopJobs } from '#platform/jobs.server.ts';
import * as reports from '#reports/reports.server.ts';
import { seed } from '#sample-ward/seed.server.ts';
import type { Ctx } from '#people/actor.ts';
import type { Measured } from '../bench.ts';
import { inNewFolder, timed } from './measure.ts';

const EVIDENCES = 5000;

/** The report of a year with five thousand evidences, counted and written to Word, beside reading those rows bare. */
export function run(): Promise<Measured[]> {
	return inNewFolder(async (dataDir) => {
		const program = await openProgram(readSettings({ DATA_DIR: dataDir }));
		try {
			await startJobs(program.url, { maintain: true });
			const now = new Date('2026-12-20T09:00:00+07:00');
			await seed(program.db, now);
			await program.db.execute(sql`
				insert into evidence (ward_id, task_id, content_area_key, channel, title, url, occurred_at, added_at, source_kind, source_id)
				select t.ward_id, t.id, 'digital', 'portal', 'Minh chứng đo tốc độ số ' || n, '/tin-tuc/do-toc-do-' || n,
					timestamptz '2026-01-05' + n * interval '95 minutes', now(), 'bench', n::text
				from generate_series(1, ${EVIDENCES}::int) n
				join lateral (select id, ward_id from task where plan_id = (select max(id) from plan where year = 2026) order by id offset (n % 25) limit 1) t on true`);
			const [office] = await program.db
				.select()
				.from(person)
				.where(sql`sign_in_name = 'van-phong'`);
			if (!office) throw new Error('the sample ward has no office');
			const acting = office.userId
				? await actorOf(program.db, { wardId: office.wardId, userId: office.userId, positionId: null }, now)
				: undefined;
			const ctx: Ctx = {
				wardId: office.wardId,
				actor: acting?.actor ?? { kind: 'robot', name: 'do-toc-do' },
				now,
				db: program.db
			};
			return [
				{
					figure: `report of a year with ${EVIDENCES} evidences`,
					milliseconds: await timed(5, () => reports.printNow(ctx, '2026', 'http://127.0.0.1'), 1),
					reference: 'reading those rows bare',
					referenceMilliseconds: await timed(5, () => program.db.execute(sql`select * from evidence`), 1),
					bound: 'under 2 s'
				}
			];
		} finally {
			await stopJobs();
			await program.close();
		}
	});
}
