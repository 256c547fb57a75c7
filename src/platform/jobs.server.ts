/**
 * Work for later, in the same database (pg-boss): a job is enqueued in the transaction that needs it, so both happen
 * or neither. Handlers may run twice and must not mind.
 */
import { sql } from 'drizzle-orm';
import { fromDrizzle, PgBoss, type JobWithMetadata } from 'pg-boss';
import type { Transaction } from './db.server.ts';
import { log } from './log.server.ts';

const QUEUES = {
	/** A journal entry somebody follows, see src/reactions.ts. */
	react: { retryLimit: 8, retryDelay: 5, retryBackoff: true, retryDelayMax: 3600 }
} as const;

export type QueueName = keyof typeof QUEUES;
export type JobData = { react: { wardId: number; entryId: number; act: string } };

let boss: PgBoss | undefined;

/** Connects this process to the queues. `maintain` is for the one process that also works them off. */
export async function startJobs(url: string, options: { maintain: boolean }): Promise<void> {
	const starting = new PgBoss({
		connectionString: url,
		max: options.maintain ? 3 : 1,
		supervise: options.maintain,
		schedule: false,
		migrate: options.maintain,
		registerInstance: options.maintain,
		openTelemetry: { enabled: false }
	});
	starting.on('error', (error) => log.error({ err: error }, 'job queue'));
	await starting.start();
	if (options.maintain) {
		for (const [name, queue] of Object.entries(QUEUES)) {
			await starting.createQueue(name, queue);
			await starting.updateQueue(name, queue);
		}
		// Verbs enqueue while they act as the role that owns nothing.
		await starting.getDb().executeSql(`
			grant usage on schema pgboss to minhbach_app;
			grant select, insert, update, delete on all tables in schema pgboss to minhbach_app;
			grant execute on all functions in schema pgboss to minhbach_app`);
	}
	boss = starting;
}

export async function stopJobs(): Promise<void> {
	await boss?.stop({ graceful: true, timeout: 5000 });
	boss = undefined;
}

/** Enqueues inside the caller's transaction. */
export async function enqueue<Name extends QueueName>(
	tx: Transaction,
	name: Name,
	data: JobData[Name]
): Promise<void> {
	if (!boss) throw new Error('jobs are not started in this process');
	await boss.send(name, data, { db: fromDrizzle(tx, sql) });
}

/** Works a queue off, one job after another in order of arrival; one that fails is tried again without the others. */
export async function work<Name extends QueueName>(
	name: Name,
	handle: (data: JobData[Name]) => Promise<void>
): Promise<void> {
	if (!boss) throw new Error('jobs are not started in this process');
	await boss.work(
		name,
		{ pollingIntervalSeconds: 0.5, batchSize: 50, perJobResults: true, includeMetadata: true } as const,
		async (jobs: JobWithMetadata<JobData[Name]>[]) => {
			const results: { id: string; status: 'completed' | 'failed'; output?: object }[] = [];
			for (const { id, data } of jobs.toSorted((a, b) => a.createdOn.getTime() - b.createdOn.getTime())) {
				try {
					await handle(data);
					results.push({ id, status: 'completed' });
				} catch (error) {
					log.error({ err: error, job: id, queue: name }, 'a job failed; it is tried again');
					results.push({ id, status: 'failed', output: { message: String(error) } });
				}
			}
			return results;
		}
	);
}
