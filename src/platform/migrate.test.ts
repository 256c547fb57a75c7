import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { describe, expect, it } from 'vitest';
import { migrate } from './migrate.server.ts';
import { useDatabase } from './testing/database.ts';

const database = useDatabase();
const src = fileURLToPath(new URL('..', import.meta.url));

describe('migrations', () => {
	it('find nothing to do a second time', async () => {
		expect(await migrate(database.db.$client)).toEqual([]);
	});

	it('refuse a file that was changed after it had been applied, and leave nothing of one that fails', async () => {
		const dir = mkdtempSync(path.join(tmpdir(), 'minhbach-migrations-'));
		try {
			writeFileSync(path.join(dir, '9001-first.sql'), 'create table first_try (id int);');
			expect(await migrate(database.db.$client, dir)).toEqual(['9001-first.sql']);
			writeFileSync(path.join(dir, '9001-first.sql'), 'create table first_try (id bigint);');
			await expect(migrate(database.db.$client, dir)).rejects.toThrow(/was changed/);
			writeFileSync(path.join(dir, '9001-first.sql'), 'create table first_try (id int);');
			writeFileSync(path.join(dir, '9002-broken.sql'), 'create table second_try (id int); select nonsense;');
			await expect(migrate(database.db.$client, dir)).rejects.toThrow(/9002-broken/);
			const { rows } = await database.db.execute(
				sql`select from information_schema.tables where table_name = 'second_try'`
			);
			expect(rows).toEqual([]);
		} finally {
			rmSync(dir, { recursive: true, force: true });
			await database.db.execute(sql`drop table if exists first_try`);
		}
	});

	it('and the tables the queries know are the same, column by column', async () => {
		const schemas = readdirSync(src).flatMap((room) => {
			try {
				return readdirSync(path.join(src, room))
					.filter((file) => file.endsWith('schema.server.ts'))
					.map((file) => path.join(src, room, file));
			} catch {
				return []; // a file beside the rooms
			}
		});
		expect(schemas.length).toBeGreaterThanOrEqual(3);
		const described: string[] = [];
		for (const file of schemas) {
			for (const table of Object.values((await import(file)) as Record<string, unknown>)) {
				if (!(table instanceof PgTable)) continue;
				const { name, schema, columns } = getTableConfig(table);
				if (schema && schema !== 'public') continue;
				for (const column of columns)
					described.push(`${name}.${column.name}${column.notNull ? '' : ' null'}`);
			}
		}
		const { rows } = await database.db.execute<{ line: string }>(sql`
			select table_name || '.' || column_name || case is_nullable when 'YES' then ' null' else '' end as line
			from information_schema.columns where table_schema = 'public' and table_name not in ('migration', 'worker_heartbeat')`);
		expect(described.sort()).toEqual(rows.map((row) => row.line).sort());
	});
});
