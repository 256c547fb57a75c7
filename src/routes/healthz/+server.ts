import { sql } from 'drizzle-orm';
import { log } from '#platform/log.server.ts';
import type { RequestHandler } from './$types';

/** 200 when the database answers and the worker gave a sign of life in the last half minute. */
export const GET: RequestHandler = async ({ locals }) => {
	let status = 'database';
	try {
		const { rows } = await locals.ctx.db.execute<{ alive: boolean }>(
			sql`select exists (select from worker_heartbeat where at > now() - interval '30 seconds') as alive`
		);
		status = rows[0]?.alive ? 'ok' : 'worker';
	} catch (error) {
		log.error({ err: error }, 'health check: the database does not answer');
	}
	return Response.json(
		{ status },
		{ status: status === 'ok' ? 200 : 503, headers: { 'cache-control': 'no-store' } }
	);
};
