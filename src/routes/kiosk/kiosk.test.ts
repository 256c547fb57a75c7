/** The pages of the desk's screen, asked as its browser asks them. */
import { isHttpError } from '@sveltejs/kit';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeWard, type TestWard } from '#people/testing.ts';
import { read } from '#platform/db.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import * as faqs from '#procedures/faq.server.ts';
import { visitsSummary, flush } from '#procedures/visits.server.ts';
import { dong, everyWay, procedure, workingDays } from '#sample-ward/procedure-writing.ts';
import { load as start } from './+page.server.ts';
import { lockedIn } from './locked-in.ts';
import { tell } from './testing.ts';
import { load as find } from './tim/+page.server.ts';
import { load as show } from './thu-tuc/[code]/+page.server.ts';

const database = useDatabase();
let ward: TestWard;
let other: TestWard;

const text = (code: string, name: string, field: string, portalUrl: string | null = null) =>
	procedure({
		code,
		name,
		field,
		content: { ways: everyWay(workingDays(3), [dong(8000)]), portalUrl }
	});

beforeAll(async () => {
	ward = await makeWard(database.db);
	other = await makeWard(database.db, 'phuong-khac');
	await tell(ward, [
		{ text: text('1.001193', 'Đăng ký khai sinh', 'Hộ tịch', 'https://dichvucong.gov.vn/p/1') },
		{ text: text('1.000894', 'Đăng ký kết hôn', 'Hộ tịch') },
		{
			text: text('1.011606', 'Công nhận hộ nghèo', 'Giảm nghèo'),
			to: '2026-06-01',
			endKind: 'replaced',
			replacedBy: ['1.116214']
		},
		{ text: text('1.116214', 'Rà soát hộ nghèo', 'Giảm nghèo'), from: '2026-07-01' },
		...Array.from({ length: 10 }, (_, n) => ({
			text: text(`2.00090${n}`, `Chứng thực việc ${n}`, 'Chứng thực')
		}))
	]);
});

const browser = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140' };
function ask(path: string, params: Record<string, string> = {}, of = ward) {
	const url = new URL(path, 'https://phuong.example');
	return {
		locals: { ctx: { ...of.robot(), actor: { kind: 'visitor' } } },
		url,
		params,
		request: new Request(url, { headers: browser })
	} as never;
}
type Answer = Record<string, unknown>;
const run = async (load: unknown, event: never) =>
	(await (load as (event: never) => Promise<Answer>)(event)) as Answer;
const codes = (answer: Answer) => (answer['items'] as { code: string }[]).map(({ code }) => code);

describe('the start page', () => {
	it('shows a tile for what the catalogue of today has, and none for what it has not', async () => {
		const answer = await run(start, ask('/kiosk'));
		expect((answer['tiles'] as { key: string }[]).map(({ key }) => key)).toEqual([
			'sinh-con',
			'ket-hon',
			'chung-thuc'
		]);
		expect(answer['total']).toBe(12);
		expect((await run(start, ask('/kiosk', {}, other)))['tiles']).toEqual([]);
	});
});

describe('looking up', () => {
	it('goes by matter, by field, or lists the fields', async () => {
		expect(codes(await run(find, ask('/kiosk/tim?viec=sinh-con')))).toEqual(['1.001193']);
		expect(codes(await run(find, ask('/kiosk/tim?linh-vuc=h%E1%BB%99+t%E1%BB%8Bch'))).sort()).toEqual([
			'1.000894',
			'1.001193'
		]);
		const fields = await run(find, ask('/kiosk/tim?viec=khong-co'));
		expect(fields).toMatchObject({ asked: null });
		expect(fields['fields']).toEqual([
			{ field: 'Chứng thực', count: 10 },
			{ field: 'Hộ tịch', count: 2 }
		]);
	});

	it('turns pages, and any number of a page leads to one there is', async () => {
		const first = await run(find, ask('/kiosk/tim?viec=chung-thuc'));
		expect(first).toMatchObject({ total: 10, page: 1, pages: 2 });
		expect(codes(first).length).toBe(8);
		for (const [asked, page] of Object.entries({ '2': 2, '99': 2, '-5': 1, x: 1, '1e400': 2, '1.5': 1 }))
			expect([asked, (await run(find, ask(`/kiosk/tim?viec=chung-thuc&trang=${asked}`)))['page']]).toEqual([
				asked,
				page
			]);
	});

	it('says so when nothing is found', async () => {
		expect(await run(find, ask('/kiosk/tim?linh-vuc=a%00b'))).toMatchObject({ total: 0 });
		const answer = await run(find, ask('/kiosk/tim?q=zzzz'));
		expect(answer).toMatchObject({ total: 0, items: [], asked: { words: 'zzzz' } });
	});
});

describe('a procedure', () => {
	beforeEach(() => flush());
	it('is shown whole, with squares to take it home, and counted as seen at the desk', async () => {
		await faqs.add(ward.as('one_stop'), '1.001193', {
			question: 'Con sinh ở nhà thì cần giấy gì?',
			answer: 'Văn bản của người làm chứng.'
		});
		const answer = await run(show, ask('/kiosk/thu-tuc/1.001193', { code: '1.001193' }));
		expect(answer).toMatchObject({
			standing: 'in_force',
			procedure: { code: '1.001193', name: 'Đăng ký khai sinh' },
			portal: { address: 'https://dichvucong.gov.vn/p/1' },
			faqs: [{ question: 'Con sinh ở nhà thì cần giấy gì?' }]
		});
		expect(answer['takeHome']).toMatch(/^data:image\/svg\+xml,/);
		expect((answer['sections'] as { key: string }[]).map(({ key }) => key)).toEqual(
			expect.arrayContaining(['time', 'fee', 'papers'])
		);
		await flush();
		const seen = await read(ward.as('office'), (tx) =>
			visitsSummary(tx, { from: '2026-01-01', to: '2026-12-31' })
		);
		expect(seen.totals).toMatchObject({ kiosk: 1, view: 0 });
	});

	it('that ended says what takes its place, one to come from when; an unknown one is not found', async () => {
		expect(await run(show, ask('/', { code: '1.011606' }))).toMatchObject({
			standing: 'ended',
			procedure: { effectiveTo: '2026-06-01', replacedBy: ['1.116214'] }
		});
		expect(await run(show, ask('/', { code: '1.116214' }))).toMatchObject({
			standing: 'upcoming',
			procedure: { effectiveFrom: '2026-07-01' }
		});
		for (const [code, of] of [
			['9.999999', ward],
			['1.0\u0000', ward],
			['1.001193', other]
		] as const) {
			const missing = await run(show, ask('/', { code }, of)).catch((thrown: unknown) => thrown);
			expect(isHttpError(missing) && missing.status).toBe(404);
		}
	});
});

it('is locked in: no new windows, no downloads, nothing sent or framed from outside', () => {
	expect(lockedIn).not.toMatch(/allow-(popups|downloads|top-navigation)/);
	for (const rule of ["form-action 'self'", "frame-src 'self'", "connect-src 'self'"])
		expect(lockedIn.split('; ')).toContain(rule);
});
