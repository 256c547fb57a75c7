/**
 * Migrations are SQL files read by people, `migrations/0001-what-it-does.sql`, forward only, each in one transaction.
 * An applied file may not change any more: its fingerprint is kept beside its name.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';

const migrationsDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../migrations');
/** Any constant: two programs that start together migrate one after the other. */
const LOCK = 7_207_202;

/** Applies what is missing and returns the names of what was applied. */
export async function migrate(pool: pg.Pool, dir = migrationsDir): Promise<string[]> {
	const client = await pool.connect();
	const applied: string[] = [];
	try {
		await client.query('select pg_advisory_lock($1)', [LOCK]);
		await client.query(
			'create table if not exists migration (name text primary key, fingerprint text not null, applied_at timestamptz not null default now())'
		);
		const { rows } = await client.query<{ name: string; fingerprint: string }>(
			'select name, fingerprint from migration'
		);
		const known = new Map(rows.map((row) => [row.name, row.fingerprint]));
		for (const name of readdirSync(dir)
			.filter((file) => file.endsWith('.sql'))
			.sort()) {
			const text = readFileSync(path.join(dir, name), 'utf8');
			const fingerprint = createHash('sha256').update(text).digest('hex');
			const before = known.get(name);
			if (before === fingerprint) continue;
			if (before)
				throw new Error(`migration ${name} was changed after it had been applied; write a new one instead`);
			try {
				await client.query('begin');
				await client.query(text);
				await client.query('insert into migration (name, fingerprint) values ($1, $2)', [name, fingerprint]);
				await client.query('commit');
			} catch (error) {
				await client.query('rollback');
				throw new Error(`migration ${name} failed`, { cause: error });
			}
			applied.push(name);
		}
		await client.query('select pg_advisory_unlock($1)', [LOCK]);
	} finally {
		// Ends the session, and with it the lock, also after an error.
		client.release(true);
	}
	return applied;
}
