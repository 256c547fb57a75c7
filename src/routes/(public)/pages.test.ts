/** The pages and files of the portal, asked as a visitor's browser asks them. */
import { isHttpError } from '@sveltejs/kit';
import { beforeAll, describe, expect, it } from 'vitest';
import * as publishing from '#content/publishing.server.ts';
import { storyIn } from '#content/testing.ts';
import * as published from '#content/published.server.ts';
import { makeWard, type TestWard } from '#people/testing.ts';
import * as drafts from '#plan/plan-drafts.server.ts';
import { issuedPlan, newPlan } from '#plan/testing.ts';
import { transact } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { GET as feed } from './feed.xml/+server.ts';
import { load as home } from './+page.server.ts';
import { load as plan } from './ke-hoach/+page.server.ts';
import { GET as planDocument } from './ke-hoach/[nam]/van-ban/+server.ts';
import { GET as robots } from './robots.txt/+server.ts';
import { GET as sitemap } from './sitemap.xml/+server.ts';
import { GET as sendFile } from './tep/[token]/+server.ts';
import { load as newsList } from './tin-tuc/+page.server.ts';
import { load as article } from './tin-tuc/[slug]/+page.server.ts';
import { GET as picture } from './tin-tuc/[slug]/anh.jpg/+server.ts';

const database = useDatabase();
let ward: TestWard;
let other: TestWard;
let slug: string;
let withdrawnSlug: string;

/** The parts of a request event these pages use. */
function ask(
	path: string,
	params: Record<string, string> = {},
	of: TestWard = ward,
	headers: HeadersInit = {}
) {
	const set: Record<string, string> = {};
	const url = new URL(path, 'https://phuong.example');
	return {
		locals: { ctx: { ...of.robot(), actor: { kind: 'visitor' } } },
		url,
		params,
		request: new Request(url, { headers }),
		setHeaders: (more: Record<string, string>) => void Object.assign(set, more),
		set
	} as never;
}
type Answer = Record<string, never>;
const run = async (load: unknown, event: never): Promise<Answer> =>
	(await (load as (event: never) => Promise<Answer>)(event)) ?? {};
async function errorOf(work: Promise<unknown>) {
	try {
		await work;
	} catch (thrown) {
		if (isHttpError(thrown)) return { status: thrown.status, body: thrown.body };
		throw thrown;
	}
	throw new Error('nothing was thrown');
}

beforeAll(async () => {
	ward = await makeWard(database.db);
	other = await makeWard(database.db, 'phuong-khac');
	await storyIn(ward, 'published', { title: 'Lịch tiếp công dân tháng sáu' });
	await storyIn(ward, 'draft', { title: 'Bản nháp không ai được thấy' });
	const goes = await storyIn(ward, 'published', { title: 'Bài viết sẽ phải gỡ xuống', areas: ['digital'] });
	const cards = (await published.list(ward.robot())).stories;
	slug = cards.find((one) => one.title.startsWith('Lịch'))!.slug;
	withdrawnSlug = cards.find((one) => one.title.startsWith('Bài viết'))!.slug;
	await publishing.withdraw(ward.as('office'), goes, {
		reason: 'Ngày ghi trong bài chưa đúng.',
		notice: 'Bài đã gỡ vì ngày ghi chưa đúng.'
	});
});

describe('the news', () => {
	it('shows what is published and nothing else, also on the home page, the feed and the site map', async () => {
		const list = await run(newsList, ask('/tin-tuc'));
		expect(list).toMatchObject({ total: 1, stories: [{ slug }] });
		expect(await run(home, ask('/'))).toMatchObject({ stories: [{ slug }], progress: null });
		for (const get of [feed, sitemap] as unknown as ((event: never) => Promise<Response>)[]) {
			const text = await (await get(ask('/feed.xml'))).text();
			expect(text).toContain(`https://phuong.example/tin-tuc/${slug}`);
			expect(text).not.toContain('ban-nhap');
			expect(text).not.toContain(withdrawnSlug);
		}
	});

	it('takes an unknown area, month or page for no filter', async () => {
		expect(await run(newsList, ask('/tin-tuc?noi-dung=bia&thang=2020-13&trang=-5'))).toMatchObject({
			area: null,
			month: null,
			page: 1,
			total: 1
		});
		expect(await run(newsList, ask('/tin-tuc?trang=1e9'))).toMatchObject({ page: 1 });
	});

	it('may be kept for a minute by anybody', async () => {
		const event = ask('/tin-tuc') as { set: Record<string, string> };
		await run(newsList, event as never);
		expect(event.set['cache-control']).toBe('public, max-age=60');
	});
});

describe('an article', () => {
	it('comes with its own address', async () => {
		expect(await run(article, ask(`/tin-tuc/${slug}`, { slug }))).toMatchObject({
			article: { title: 'Lịch tiếp công dân tháng sáu', updatedAt: null },
			address: `https://phuong.example/tin-tuc/${slug}`
		});
	});

	it('has a picture for other sites to show, until it is withdrawn', async () => {
		const get = picture as unknown as (event: never) => Promise<Response>;
		const answer = await get(ask('/', { slug }));
		expect(answer.headers.get('content-type')).toBe('image/jpeg');
		expect([...new Uint8Array(await answer.arrayBuffer()).subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
		expect(await errorOf(get(ask('/', { slug: withdrawnSlug })))).toMatchObject({ status: 404 });
	});

	it('that was withdrawn leaves its dated notice at the address, and no word of its text', async () => {
		const answer = await errorOf(run(article, ask('/', { slug: withdrawnSlug })));
		expect(answer).toMatchObject({
			status: 410,
			body: { withdrawn: { notice: 'Bài đã gỡ vì ngày ghi chưa đúng.', on: '2026-06-15' } }
		});
		expect(JSON.stringify(answer)).not.toContain('Ngày ghi trong bài');
	});

	it('nobody wrote, or of another ward, is not found', async () => {
		expect(await errorOf(run(article, ask('/', { slug: 'khong-co' })))).toMatchObject({ status: 404 });
		expect(await errorOf(run(article, ask('/', { slug }, other)))).toMatchObject({ status: 404 });
	});
});

describe('files', () => {
	const put = (name: string, access: 'public' | 'staff') =>
		transact(ward.as('culture'), (tx) =>
			files.put(tx, ward.as('culture'), { name, bytes: new TextEncoder().encode('Lịch tuần') }, access)
		);
	const get = (token: string, headers: HeadersInit = {}, of = ward): Promise<Response> =>
		(sendFile as unknown as (event: never) => Promise<Response>)(
			ask(`/tep/${token}`, { token }, of, headers)
		);

	it('of public pages are sent as what they are, and only once to the same browser', async () => {
		const { token } = await put('lịch tuần.txt', 'public');
		const answer = await get(token);
		expect(await answer.text()).toBe('Lịch tuần');
		expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
		expect(answer.headers.get('content-disposition')).toBe(
			"attachment; filename*=UTF-8''l%E1%BB%8Bch%20tu%E1%BA%A7n.txt"
		);
		expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
		expect((await get(token, { 'if-none-match': answer.headers.get('etag')! })).status).toBe(304);
	});

	it('of staff, of another ward, or of nobody are not found', async () => {
		const hidden = await put('noi-bo.txt', 'staff');
		const shown = await put('cong-khai.txt', 'public');
		expect(await errorOf(get(hidden.token))).toMatchObject({ status: 404 });
		expect(await errorOf(get(shown.token, {}, other))).toMatchObject({ status: 404 });
		for (const token of ['aaaaaaaaaaaaaaaaaaaaaaaa', '../../etc/passwd', '']) {
			expect(await errorOf(get(token)), token).toMatchObject({ status: 404 });
		}
	});
});

describe('the plan', () => {
	const document = (nam: string) =>
		(planDocument as unknown as (event: never) => Promise<Response>)(
			ask(`/ke-hoach/${nam}/van-ban`, { nam })
		);

	it('is honest when there is none', async () => {
		expect(await run(plan, ask('/ke-hoach'))).toMatchObject({ plan: null, years: [] });
		expect(await errorOf(document('2026'))).toMatchObject({ status: 404 });
		expect(await errorOf(document('x'))).toMatchObject({ status: 404 });
	});

	it('shows the issued one with its tasks, delays included, and its own document; a draft stays inside', async () => {
		await issuedPlan(ward, '08', { sourceText: 'KẾ HOẠCH số 08' });
		await drafts.draft(ward.as('office'), newPlan(ward, { year: 2025 }));
		expect(await run(plan, ask('/ke-hoach'))).toMatchObject({
			year: 2026,
			years: [2026],
			past: false,
			plan: { number: '08/KH-UBND', total: 3, hasSource: true, counts: { late: 2, doing: 1 } }
		});
		expect(await run(plan, ask('/ke-hoach?noi-dung=digital&tinh-trang=late'))).toMatchObject({
			area: { key: 'digital' },
			stage: 'late',
			plan: { total: 3, tasks: [{ no: 1 }, { no: 2 }] }
		});
		expect(await run(plan, ask('/ke-hoach?nam=2025&noi-dung=khac&tinh-trang=toString'))).toMatchObject({
			year: 2026,
			area: null,
			stage: null
		});
		expect(await run(home, ask('/'))).toMatchObject({ progress: { year: 2026, total: 3 } });
		const answer = await document('2026');
		expect(answer.headers.get('content-disposition')).toContain('ke-hoach-2026.txt');
		expect(await answer.text()).toBe('KẾ HOẠCH số 08');
		expect(await errorOf(document('2025'))).toMatchObject({ status: 404 });
	});
});

it('keeps search engines away from a sample ward, and shows them the way in a real one', async () => {
	const text = async () =>
		(await (robots as unknown as (event: never) => Promise<Response>)(ask('/robots.txt'))).text();
	expect(await text()).toBe('User-agent: *\nDisallow: /\n');
	await database.db.execute(`update ward set sample = false where id = ${ward.wardId}`);
	expect(await text()).toContain('Sitemap: https://phuong.example/sitemap.xml');
});
