/** Words lead through the one search; its order is kept, what is not in force on the day is left out. */
import { beforeAll, expect, it, vi } from 'vitest';
import { makeWard, type TestWard } from '#people/testing.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { procedure } from '#sample-ward/procedure-writing.ts';
import type * as find from '#search/find.server.ts';
import { GET as list } from '../api/v1/procedures/+server.ts';
import { tell } from './testing.ts';
import { load } from './tim/+page.server.ts';

const { asked } = vi.hoisted(() => ({ asked: [] as unknown[] }));
vi.mock('#search/find.server.ts', () => ({
	search: (_ctx: unknown, ask: unknown): Promise<Partial<find.Found>> => {
		asked.push(ask);
		const hits = ['3.000001', '1.000001', '9.999999', '2.000001'].map((key) => ({ key }) as find.Hit);
		return Promise.resolve({ hits, total: hits.length, understoodAs: 'giấy độc thân' });
	}
}));

const database = useDatabase();
let ward: TestWard;
beforeAll(async () => {
	ward = await makeWard(database.db);
	const text = (code: string, name: string) => procedure({ code, name, field: 'Hộ tịch' });
	await tell(ward, [
		{ text: text('1.000001', 'Việc A') },
		{ text: text('2.000001', 'Việc B'), from: '2026-07-01' },
		{ text: text('3.000001', 'Việc C') }
	]);
});

function ask(path: string) {
	const url = new URL(path, 'https://phuong.example');
	const ctx = { ...ward.robot(), actor: { kind: 'visitor' } };
	return { locals: { ctx }, url, params: {}, request: new Request(url) } as never;
}

it('at the desk and for machines alike', async () => {
	expect(await load(ask('/kiosk/tim?q=giay+doc+than'))).toMatchObject({
		total: 2,
		understoodAs: 'giấy độc thân',
		items: [{ code: '3.000001' }, { code: '1.000001' }]
	});
	expect(asked.at(-1)).toMatchObject({ words: 'giay doc than', kind: 'procedure', keepMisses: true });

	const answer = async (query: string) => (await list(ask(`/api/v1/procedures?${query}`))).json();
	expect(await answer('q=giay+doc+than')).toMatchObject({
		total: 2,
		understoodAs: 'giấy độc thân',
		items: [{ code: '3.000001' }, { code: '1.000001' }]
	});
	expect(await answer('q=x&limit=1&offset=1')).toMatchObject({ total: 2, items: [{ code: '1.000001' }] });
	expect(await answer('q=x&on=2026-07-01&field=H%E1%BB%99+t%E1%BB%8Bch')).toMatchObject({
		items: [{ code: '3.000001' }, { code: '1.000001' }, { code: '2.000001' }]
	});
	// Machines that search leave no trace for the officer to learn from.
	expect(asked.at(-1)).not.toHaveProperty('keepMisses');
});
