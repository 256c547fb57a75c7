/** The page of results and its interface, asked as a visitor's browser asks them. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { storyIn } from '#content/testing.ts';
import { makeWard, type TestWard } from '#people/testing.ts';
import { useDatabase } from '#platform/testing/database.ts';
import * as words from '#search/words.server.ts';
import { GET as searchInterface } from '../../api/v1/search/+server.ts';
import { GET as suggestInterface } from '../../api/v1/suggest/+server.ts';
import { load } from './+page.server.ts';

const database = useDatabase();
let ward: TestWard;
beforeAll(async () => {
	ward = await makeWard(database.db);
	for (let n = 1; n <= 12; n++)
		await storyIn(ward, 'published', { title: `Lịch tiếp công dân đợt thứ ${n}` });
});

function event(path: string) {
	const url = new URL(path, 'https://phuong.example');
	return {
		locals: { ctx: { ...ward.robot(), actor: { kind: 'visitor' } } },
		url,
		request: new Request(url),
		setHeaders: () => undefined
	} as never;
}
type Page = {
	asked: { words: string };
	found: { total: number; pages: number; hits: { title: string }[] } | null;
	tabs: { kind: string; count: number }[];
};
const page = async (query: string) => (await load(event(`/tim?${query}`))) as Page;
async function ask(get: unknown, path: string) {
	const answer = await (get as (event: never) => Promise<Response>)(event(path));
	return {
		status: answer.status,
		body: (await answer.json()) as { items: Record<string, unknown>[]; total: number }
	};
}
const missed = async () => (await words.misses(ward.as('office'))).map((miss) => miss.words);

describe('the page of results', () => {
	it('finds without diacritics, marks what matched, and goes on over pages', async () => {
		const first = await page('q=lich+tiep+cong+dan');
		expect(first.found).toMatchObject({ total: 12, pages: 2 });
		expect(first.found!.hits).toHaveLength(10);
		expect(JSON.stringify(first.found!.hits)).toContain('<mark>');
		expect((await page('q=lich+tiep+cong+dan&trang=2')).found!.hits).toHaveLength(2);
		expect((await page('q=lich+tiep+cong+dan&loai=thu-tuc')).found!.total).toBe(0);
		expect((await page('q=')).found).toBeNull();
	});

	it('counts each kind, and looks for just these words when asked to', async () => {
		expect((await page('q=lich+tiep+cong+dan')).tabs).toEqual([
			{ kind: 'procedure', count: 0 },
			{ kind: 'article', count: 12 }
		]);
		expect((await page('q=lich+tiep+cong+dan&loai=thu-tuc')).tabs[1]).toEqual({ kind: 'article', count: 12 });
		expect((await page('q=lihc+tiep+cong+dan')).found!.total).toBe(12);
		expect((await page('q=lihc+tiep+cong+dan&dung-chu=1')).found!.total).toBe(0);
		expect((await page('q=tiep+dan+dot&dung-chu=1')).found!.total).toBe(12);
		expect(await missed()).toEqual([]);
	});

	it('keeps what found nothing, but not when it was narrowed by the person', async () => {
		await page('q=cầu+vồng+tím&loai=tin-bai');
		await page('q=cầu+vồng+tím&trang=2');
		expect(await missed()).toEqual([]);
		await page('q=cầu+vồng+tím');
		expect(await missed()).toEqual(['cau vong tim']);
	});
});

describe('the interface', () => {
	it('gives the same items as the command', async () => {
		const { status, body } = await ask(searchInterface, '/api/v1/search?q=lich+tiep&limit=3');
		expect({ status, total: body.total, items: body.items.length }).toEqual({
			status: 200,
			total: 12,
			items: 3
		});
		expect(Object.keys(body.items[0]!).sort()).toEqual(['key', 'kind', 'score', 'title', 'url']);
		expect((await ask(suggestInterface, '/api/v1/suggest?q=lich+ti')).body.items[0]).toMatchObject({
			kind: 'article',
			kindName: 'Tin, bài'
		});
		expect(await missed()).not.toContain('khong ai hoi');
	});

	it('refuses what it does not understand by name', async () => {
		for (const [query, field] of [
			['', 'q'],
			['q=a&kind=bia', 'kind'],
			['q=a&limit=51', 'limit'],
			['q=a&offset=-1', 'offset']
		]) {
			const { status, body } = await ask(searchInterface, `/api/v1/search?${query}`);
			expect([status, body]).toMatchObject([400, { field }]);
		}
	});

	it('answers any string', async () => {
		const some = [
			'',
			' ',
			'\0',
			'%',
			"'; drop table",
			'\\',
			'(((',
			'a'.repeat(5000),
			'😀',
			'‮',
			'ạ̣̣̣̣',
			'!&|*:'
		];
		const answers = async (text: string) => {
			const q = encodeURIComponent(text.toWellFormed());
			expect((await ask(searchInterface, `/api/v1/search?q=${q}`)).status).toBe(200);
			expect((await ask(suggestInterface, `/api/v1/suggest?q=${q}`)).status).toBe(200);
			await page(`q=${q}`);
		};
		for (const text of some) await answers(text);
		await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), answers), { numRuns: 60 });
	});
});
