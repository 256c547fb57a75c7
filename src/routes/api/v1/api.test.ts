/** The machine interface, asked as a program asks it. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { storyIn } from '#content/testing.ts';
import * as publishing from '#content/publishing.server.ts';
import { makeWard, type TestWard } from '#people/testing.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { GET as articles } from './articles/+server.ts';
import { GET as article } from './articles/[slug]/+server.ts';
import { GET as openapi } from './openapi.json/+server.ts';
import { fallback } from './[...rest]/+server.ts';

const database = useDatabase();
let ward: TestWard;
let other: TestWard;

type Given = { params?: Record<string, string>; headers?: HeadersInit; of?: TestWard; account?: unknown };
async function ask(get: unknown, address: string, { params = {}, headers, of = ward, account }: Given = {}) {
	const url = new URL(address, 'https://phuong.example');
	const response = await (get as (event: unknown) => Promise<Response>)({
		url,
		params,
		request: new Request(url, headers ? { headers } : {}),
		locals: { ctx: { ...of.robot(), actor: { kind: 'visitor' } }, account }
	});
	const text = await response.text();
	const body = (text ? JSON.parse(text) : null) as Record<string, unknown>;
	return { status: response.status, headers: response.headers, body };
}

beforeAll(async () => {
	ward = await makeWard(database.db);
	other = await makeWard(database.db, 'phuong-khac');
	await storyIn(ward, 'published', { title: 'Lịch tiếp công dân tháng sáu' });
	await storyIn(ward, 'published', { title: 'Nộp hồ sơ tại nhà trong ba bước', areas: ['digital'] });
	await storyIn(ward, 'draft', { title: 'Bản nháp không ai được thấy' });
	const goes = await storyIn(ward, 'published', { title: 'Bài viết sẽ phải gỡ xuống' });
	await publishing.withdraw(ward.as('office'), goes, {
		reason: 'Ngày ghi trong bài chưa đúng.',
		notice: 'Bài đã gỡ vì ngày ghi chưa đúng.'
	});
});

describe('articles', () => {
	it('lists what is published, page by page until it is empty', async () => {
		const first = await ask(articles, '/api/v1/articles?limit=1');
		expect(first.body).toMatchObject({ total: 2, page: 1, pages: 2 });
		const second = await ask(articles, '/api/v1/articles?limit=1&page=2');
		const third = await ask(articles, '/api/v1/articles?limit=1&page=3');
		const keys = [first, second, third].map(({ body }) => (body['items'] as unknown[]).length);
		expect(keys).toEqual([1, 1, 0]);
		expect(JSON.stringify([first.body, second.body])).not.toContain('nháp');
		expect((await ask(articles, '/api/v1/articles?area=digital')).body).toMatchObject({
			total: 1,
			items: [{ title: 'Nộp hồ sơ tại nhà trong ba bước', areas: ['digital'] }]
		});
		expect((await ask(articles, '/api/v1/articles', { of: other })).body).toMatchObject({ total: 0 });
	});

	it('gives one whole, says why one was taken off, and knows no others', async () => {
		const slug = 'lich-tiep-cong-dan-thang-sau';
		const whole = await ask(article, '/', { params: { slug } });
		expect(whole.body).toMatchObject({ key: slug, url: `https://phuong.example/tin-tuc/${slug}` });
		expect(whole.body['html']).toContain('quầy số hai');
		const gone = await ask(article, '/', { params: { slug: 'bai-viet-se-phai-go-xuong' } });
		expect(gone.status).toBe(410);
		expect(gone.headers.get('content-type')).toContain('application/problem+json');
		expect(gone.body).toMatchObject({ title: 'Bài đã gỡ vì ngày ghi chưa đúng.', status: 410 });
		expect((await ask(article, '/', { params: { slug: 'khong-co' } })).status).toBe(404);
	});
});

describe('every answer', () => {
	it('names a wrong parameter in Vietnamese instead of guessing', async () => {
		for (const wrong of ['0', '101', '-1', '1e9', 'x', '1.5', ' 5', '99999999999999999999']) {
			const { status, body, headers } = await ask(articles, `/?limit=${encodeURIComponent(wrong)}`);
			expect({ wrong, status, field: body['field'] }).toEqual({ wrong, status: 400, field: 'limit' });
			expect(body['title']).toContain('số nguyên từ 1 đến 100');
			expect(headers.get('cache-control')).toBe('no-store');
		}
	});

	it('may be read by any page and kept for a minute, and is not sent twice unchanged', async () => {
		const first = await ask(articles, '/api/v1/articles');
		expect(first.headers.get('access-control-allow-origin')).toBe('*');
		expect(first.headers.get('cache-control')).toBe('public, max-age=60');
		const etag = first.headers.get('etag')!;
		const again = await ask(articles, '/api/v1/articles', { headers: { 'if-none-match': `"x", W/${etag}` } });
		expect(again).toMatchObject({ status: 304, body: null });
		const signedIn = await ask(articles, '/api/v1/articles', { account: {} });
		expect(signedIn.headers.get('cache-control')).toBeNull();
	});

	it('at an unknown address is a problem too', async () => {
		expect(await ask(fallback, '/api/v1/bia')).toMatchObject({
			status: 404,
			body: { code: 'api.not_found' }
		});
	});
});

describe('the description', () => {
	it('names every address there is, and every part it refers to', async () => {
		const { body } = await ask(openapi, '/api/v1/openapi.json');
		const text = JSON.stringify(body);
		const schemas = Object.keys((body['components'] as { schemas: object }).schemas);
		const referred = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map((match) => match[1]!);
		expect(referred.filter((name) => !schemas.includes(name))).toEqual([]);

		const here = path.dirname(fileURLToPath(import.meta.url));
		const routes = (readdirSync(here, { recursive: true }) as string[])
			.filter((file) => file.endsWith('+server.ts'))
			.map((file) => `/${path.dirname(file)}`.replaceAll(/\[(\w+)\]/g, '{$1}'))
			.filter((route) => !['/openapi.json', '/[...rest]'].includes(route));
		expect(Object.keys(body['paths'] as object).sort()).toEqual(routes.sort());
	});
});
