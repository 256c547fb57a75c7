/**
 * One throw-away PostgreSQL for a run of the tests, with a migrated template database. Each test file that wants a
 * database clones the template (see ward.ts), so files never see each other's rows.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../migrate.server.ts';
import { startJobs, stopJobs } from '../jobs.server.ts';
import { startPostgres } from '../postgres.server.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		postgresUrl: string;
	}
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const dir = mkdtempSync(path.join(tmpdir(), 'minhbach-test-'));
	const server = await startPostgres(dir, { durable: false });
	const templateUrl = server.url.replace(/\/minhbach$/, '/template_ward');
	const admin = new pg.Client({ connectionString: server.url });
	await admin.connect();
	await admin.query('create database template_ward');
	await admin.end();
	const pool = new pg.Pool({ connectionString: templateUrl });
	await migrate(pool);
	await pool.end();
	await startJobs(templateUrl, { maintain: true });
	await stopJobs();
	project.provide('postgresUrl', server.url);
	return async () => {
		await server.stop();
		rmSync(dir, { recursive: true, force: true });
	};
}
