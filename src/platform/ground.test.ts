import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { makeWard } from '#people/testing.ts';
import { person } from '#people/schema.server.ts';
import { read, transact } from './db.server.ts';
import { record } from './journal.server.ts';
import { useDatabase } from './testing/database.ts';

/** Tables that are not a ward's: the wards themselves, the list of migrations, the worker's sign of life. */
const shared = ['migration', 'ward', 'worker_heartbeat'];

describe('the lock between wards', () => {
	const database = useDatabase();

	it('stands, forced, on every table of the wards', async () => {
		const { rows } = await database.db.execute<{ name: string; locked: boolean; has_ward: boolean }>(sql`
			select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as locked,
				exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'ward_id' and a.attnotnull) as has_ward
			from pg_class c join pg_namespace n on n.oid = c.relnamespace
			where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1`);
		expect(rows.length).toBeGreaterThan(5);
		expect(rows.filter((row) => !shared.includes(row.name) && !(row.locked && row.has_ward))).toEqual([]);
	});

	it('hides the rows of another ward, and refuses to write them', async () => {
		const here = await makeWard(database.db, 'o-day');
		const there = await makeWard(database.db, 'noi-khac');
		const names = await read(here.as('admin'), (tx) => tx.select({ wardId: person.wardId }).from(person));
		expect(new Set(names.map((row) => row.wardId))).toEqual(new Set([here.wardId]));
		await expect(
			transact(here.as('admin'), (tx) =>
				tx.insert(person).values({ wardId: there.wardId, name: 'Người lạ', createdAt: new Date() })
			)
		).rejects.toThrow();
	});

	it('shows nothing when no ward was set', async () => {
		const rows = await database.db.transaction(async (tx) => {
			await tx.execute(sql`set local role minhbach_app`);
			return tx.select().from(person);
		});
		expect(rows).toEqual([]);
	});
});

describe('a value that no column can hold', () => {
	const database = useDatabase();

	it('is refused in words, wherever it is met', async () => {
		const ward = await makeWard(database.db);
		const scope = ward.as('office');
		for (const id of [Number.NaN, 1e40, 1.5, Infinity]) {
			const asked = read(scope, (tx) => tx.select().from(person).where(eq(person.id, id)));
			await expect(asked).rejects.toMatchObject({ name: 'Refusal', code: 'input.impossible', status: 422 });
		}
		const now = new Date();
		for (const values of [
			{ name: 'a\0b', createdAt: now },
			{ name: 'Người lạ', createdAt: now, email: 'x', leftAt: sql`${'2026-02-30'}::timestamptz` }
		])
			await expect(
				transact(scope, (tx) => tx.insert(person).values(values as typeof person.$inferInsert))
			).rejects.toMatchObject({ code: 'input.impossible' });
		// A fault of ours stays a fault.
		await expect(read(scope, (tx) => tx.execute(sql`select 1 / 0`))).rejects.not.toMatchObject({
			name: 'Refusal'
		});
	});
});

describe('the journal', () => {
	const database = useDatabase();

	it('cannot be changed or emptied, not even by the owner', async () => {
		const ward = await makeWard(database.db);
		await transact(ward.as('office'), (tx) =>
			record(tx, ward.as('office'), { act: 'test.done', subject: { kind: 'test', id: 1 } })
		);
		for (const statement of [
			'update journal_entry set act = act',
			'delete from journal_entry',
			'truncate journal_entry cascade'
		]) {
			await expect(database.db.execute(sql.raw(statement))).rejects.toThrow();
		}
	});

	it('loses its line when the work around it fails', async () => {
		const ward = await makeWard(database.db, 'roi-lai');
		await expect(
			transact(ward.as('office'), async (tx) => {
				await record(tx, ward.as('office'), { act: 'test.lost', subject: { kind: 'test', id: 2 } });
				throw new Error('on purpose');
			})
		).rejects.toThrow('on purpose');
		const { rows } = await database.db.execute(sql`select from journal_entry where act = 'test.lost'`);
		expect(rows).toEqual([]);
	});
});
