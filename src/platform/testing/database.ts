/** A database of its own for a test file, cloned from the migrated template. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { openDatabase, type Database } from '../db.server.ts';
import { startJobs, stopJobs } from '../jobs.server.ts';

export type TestDatabase = { db: Database; url: string };

/** Call at the top of a test file; `get()` works inside tests. */
export function useDatabase(): { readonly db: Database; readonly url: string } {
	let opened: TestDatabase | undefined;
	beforeAll(async () => {
		const base = inject('postgresUrl');
		const name = `test_${randomBytes(6).toString('hex')}`;
		const admin = new pg.Client({ connectionString: base });
		await admin.connect();
		await admin.query(`create database ${name} template template_ward`);
		await admin.end();
		const url = base.replace(/\/minhbach$/, `/${name}`);
		opened = { db: openDatabase(url, { max: 5 }), url };
		await startJobs(url, { maintain: false });
	});
	afterAll(async () => {
		await stopJobs();
		await opened?.db.$client.end();
	});
	return {
		get db() {
			if (!opened) throw new Error('the database is there only inside tests and hooks');
			return opened.db;
		},
		get url() {
			if (!opened) throw new Error('the database is there only inside tests and hooks');
			return opened.url;
		}
	};
}
