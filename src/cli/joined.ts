/** A command that needs the database: opens or joins it, acts as the robot of the command line, and lets go again. */
import { eq } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { now } from '#platform/now.server.ts';
import type { Database } from '#platform/db.server.ts';
import { startJobs, stopJobs } from '#platform/jobs.server.ts';
import { setFollowed } from '#platform/journal.server.ts';
import { joinProgram } from '#platform/program.server.ts';
import { Refusal } from '#platform/refusal.ts';
import { ward } from '#platform/schema.server.ts';
import { settings } from '#platform/settings.ts';
import { isFollowed } from '../reactions.ts';

export async function withDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
	const program = await joinProgram(settings());
	try {
		setFollowed(isFollowed);
		await startJobs(program.url, { maintain: true });
		return await work(program.db);
	} finally {
		await stopJobs();
		await program.close();
	}
}

/** The ward named by --ward, or the first one of the installation. */
export async function wardCtx(db: Database, key: string | undefined): Promise<Ctx> {
	const [row] = await db
		.select()
		.from(ward)
		.where(key ? eq(ward.key, key) : undefined)
		.orderBy(ward.id)
		.limit(1);
	if (!row) {
		throw new Refusal({
			code: 'cli.no_ward',
			message: key
				? `Chưa có phường nào mang mã “${key}”. Hãy xem các mã bằng lệnh: wards list.`
				: 'Chưa có phường nào trên máy chủ này. Hãy thêm bằng lệnh: wards add, hoặc khởi động bản dùng thử bằng npm start.'
		});
	}
	return { wardId: row.id, actor: { kind: 'robot', name: 'dong-lenh' }, now: now(), db };
}
