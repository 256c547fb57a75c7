import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { makeWard } from '#people/testing.ts';
import { transact } from './db.server.ts';
import { work } from './jobs.server.ts';
import { record, setFollowed } from './journal.server.ts';
import { useDatabase } from './testing/database.ts';

const database = useDatabase();
afterEach(() => setFollowed(() => false));

async function jobs(): Promise<unknown[]> {
	return (await database.db.execute(sql`select data from pgboss.job where name = 'react'`)).rows;
}

describe('a journal line that somebody follows', () => {
	it('brings its job with it, or neither is there', async () => {
		setFollowed((act) => act === 'thing.followed');
		const ward = await makeWard(database.db);
		const ctx = ward.as('office');
		await transact(ctx, (tx) => record(tx, ctx, { act: 'thing.quiet', subject: { kind: 'thing', id: 1 } }));
		expect(await jobs()).toEqual([]);
		await expect(
			transact(ctx, async (tx) => {
				await record(tx, ctx, { act: 'thing.followed', subject: { kind: 'thing', id: 1 } });
				throw new Error('on purpose');
			})
		).rejects.toThrow('on purpose');
		expect(await jobs()).toEqual([]);
		const entryId = await transact(ctx, (tx) =>
			record(tx, ctx, { act: 'thing.followed', subject: { kind: 'thing', id: 1 } })
		);
		expect(await jobs()).toEqual([{ data: { wardId: ward.wardId, entryId, act: 'thing.followed' } }]);
	});
});

describe('the worker', () => {
	it('does many in one go, in order; one that fails does not bring the others again', async () => {
		setFollowed(() => true);
		const ward = await makeWard(database.db, 'nhieu-viec');
		const ctx = ward.as('office');
		const entries: number[] = [];
		for (let at = 0; at < 30; at++)
			entries.push(
				await transact(ctx, (tx) =>
					record(tx, ctx, { act: 'thing.done', subject: { kind: 'thing', id: at } })
				)
			);
		const seen: number[] = [];
		await work('react', ({ entryId }) => {
			if (entries.includes(entryId)) seen.push(entryId);
			return entryId === entries[3] ? Promise.reject(new Error('on purpose')) : Promise.resolve();
		});
		await expect.poll(() => seen.length, { timeout: 15_000 }).toBeGreaterThanOrEqual(30);
		expect(seen.slice(0, 30)).toEqual(entries);
		const { rows } = await database.db.execute(
			sql`select (data ->> 'entryId')::int as id, state from pgboss.job where name = 'react' and state <> 'completed'`
		);
		expect(rows).toEqual([{ id: entries[3], state: 'retry' }]);
	});
});
