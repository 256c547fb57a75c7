/** The pages of procedures, asked as a visitor's browser asks them, and drawn as the browser gets them. */
import { isHttpError, isRedirect } from '@sveltejs/kit';
import fc from 'fast-check';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeWard, testNow, type TestWard } from '#people/testing.ts';
import { read, transact } from '#platform/db.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import * as catalogue from '#procedures/catalogue.server.ts';
import * as faq from '#procedures/faq.server.ts';
import * as ratings from '#procedures/ratings.server.ts';
import { procedureText } from '#procedures/testing.ts';
import * as visits from '#procedures/visits.server.ts';
import { load as sheet } from './[code]/in/+page.server.ts';
import Sheet from './[code]/in/+page@.svelte';
import { actions, load as rating } from './[code]/danh-gia/+page.server.ts';
import Rating from './[code]/danh-gia/+page.svelte';
import { load as comparison } from './[code]/so-sanh/+page.server.ts';
import Comparison from './[code]/so-sanh/+page.svelte';
import { load as one } from './[code]/+page.server.ts';
import One from './[code]/+page.svelte';
import { load as list } from './+page.server.ts';
import { load as changed } from './thay-doi/+page.server.ts';
import Changed from './thay-doi/+page.svelte';

const database = useDatabase();
let ward: TestWard;
const phone = 'Mozilla/5.0 (Linux; Android 10) Chrome/130.0 Mobile Safari/537.36';
const wardShown = {
	name: 'phường Thử',
	superiorName: 'Ủy ban nhân dân thành phố',
	sample: true,
	contact: {}
};

type Load = (event: never) => unknown;
type Data = Record<string, never>;
function event(path: string, code?: string, now = testNow, form?: Record<string, string | string[]>) {
	const url = new URL(path, 'https://phuong.example');
	const body = form && new FormData();
	for (const [name, values] of Object.entries(form ?? {}))
		for (const value of [values].flat()) body!.append(name, value);
	return {
		locals: { ctx: { ...ward.robot(now), actor: { kind: 'visitor' } }, address: `203.0.113.${path.length}` },
		params: code === undefined ? {} : { code },
		url,
		request: new Request(url, { headers: { 'user-agent': phone }, ...(body && { method: 'POST', body }) }),
		setHeaders: () => undefined
	} as never;
}
const dataOf = async (load: unknown, path: string, code?: string, now?: Date): Promise<Data> =>
	(await (load as Load)(event(path, code, now))) as Data;
const html = (component: unknown, data: Data, form: unknown = null): { body: string; head: string } => {
	const { body, head } = render(component as Component, {
		props: { data: { ward: wardShown, ...data }, form, params: {} }
	});
	return { body: body.replaceAll(/<!--.*?-->/g, '').replaceAll(/\s+/g, ' '), head };
};
const status = async (work: Promise<unknown>): Promise<number> => {
	try {
		await work;
		return 200;
	} catch (thrown) {
		if (isHttpError(thrown)) return thrown.status;
		throw thrown;
	}
};
const apply = (head: catalogue.SetHead, proposed: catalogue.Proposed[]) =>
	transact(ward.robot(), (tx) => catalogue.apply(tx, ward.robot(), head, proposed));

const nasty = 'Thủ tục </script><script>alert(1)</script> & "thử"';
beforeAll(async () => {
	ward = await makeWard(database.db);
	const text = procedureText({
		code: '1.000001',
		name: 'Đăng ký khai sinh',
		agency: 'Ủy ban nhân dân cấp xã'
	});
	await apply({ kind: 'inventory', title: 'Danh mục' }, [
		{ what: 'text', text, effectiveFrom: '2026-01-01' },
		{
			what: 'text',
			text: procedureText({
				code: '1.000002',
				name: nasty,
				onlineLevel: 'none',
				content: { note: '<img src=x onerror=alert(1)>' }
			}),
			effectiveFrom: '2026-01-01'
		},
		{
			what: 'text',
			text: procedureText({ code: '1.000003', name: 'Việc sẽ bãi bỏ' }),
			effectiveFrom: '2026-01-01'
		}
	]);
	await apply(
		{
			kind: 'decision',
			title: 'Công bố',
			number: '58/QĐ-UBND',
			issuedOn: '2026-06-10',
			issuer: 'Ủy ban nhân dân thành phố'
		},
		[
			{
				what: 'text',
				text: {
					...text,
					agency: 'Công an cấp xã',
					content: { ...text.content, conditions: 'Trong 60 ngày.' }
				},
				effectiveFrom: '2026-07-01',
				kind: 'amended'
			},
			{
				what: 'end',
				code: '1.000003',
				how: 'replaced',
				on: '2026-07-01',
				replacedBy: ['1.000001', '1.999999']
			}
		]
	);
	await faq.add(ward.as('one_stop'), '1.000001', { question: 'Mang giấy gì?', answer: 'Mang thẻ căn cước.' });
});
const july = new Date('2026-07-01T00:00:00+07:00');
const juneEnd = new Date('2026-06-30T23:59:59+07:00');

describe('a procedure’s page', () => {
	it('answers how long, how much, which papers and where before the rest, and tells of the coming change', async () => {
		const { body } = html(One, await dataOf(one, '/thu-tuc/1.000001', '1.000001'));
		const places = [
			'Bao lâu có kết quả?',
			'3 ngày làm việc',
			'Hết bao nhiêu tiền?',
			'Miễn phí',
			'Cần những giấy tờ gì?',
			'Tờ khai',
			'Nộp ở đâu',
			'Làm theo thứ tự nào?',
			'Ủy ban nhân dân cấp xã',
			'Mang giấy gì?'
		].map((words) => body.indexOf(words));
		expect(places).toEqual(places.toSorted((a, b) => a - b));
		expect(places[0]).toBeGreaterThan(0);
		expect(body).toContain('Từ ngày 01 tháng 7 năm 2026 thủ tục này thay đổi');
		expect(body).toContain('href="/thu-tuc/1.000001?ngay=2026-07-01"');
	});

	it('switches by itself at the beginning of the day, and still shows what held before', async () => {
		const agency = async (path: string, now?: Date) =>
			((await dataOf(one, path, '1.000001', now)) as unknown as { text: { agency: string } }).text.agency;
		expect(await agency('/', juneEnd)).toBe('Ủy ban nhân dân cấp xã');
		expect(await agency('/', july)).toBe('Công an cấp xã');
		expect(await agency('/?ngay=2026-06-30', july)).toBe('Ủy ban nhân dân cấp xã');
		const { body, head } = html(One, await dataOf(one, '/?ngay=2026-06-30', '1.000001', july));
		expect(body).toContain('Đây là nội dung áp dụng vào ngày 30/06/2026, không phải hôm nay');
		expect(head).toContain('noindex');
	});

	it('of an ended procedure stays, says so and leads to what replaced it', async () => {
		const before = html(One, await dataOf(one, '/', '1.000003'));
		expect(before.body).toContain('Từ ngày 01 tháng 7 năm 2026 thủ tục này được thay thế');
		const { body } = html(One, await dataOf(one, '/', '1.000003', july));
		expect(body).toContain('đã được thay thế từ ngày 01 tháng 7 năm 2026');
		expect(body).toContain('href="/thu-tuc/1.000001"');
		expect(body).toContain('thủ tục mã 1.999999');
		expect(body).not.toContain('/thu-tuc/1.000003/in"');
	});

	it('lets nothing of the text run, in the page or in what search engines read', async () => {
		const { body, head } = html(One, await dataOf(one, '/', '1.000002'));
		expect(body + head).not.toMatch(/<script>alert|<img src=x/);
		const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(head)![1]!;
		expect(JSON.parse(json)).toMatchObject({
			'@type': 'GovernmentService',
			name: nasty,
			identifier: '1.000002',
			url: 'https://phuong.example/thu-tuc/1.000002'
		});
	});

	it('that nobody knows is not found, whatever stands in the address', async () => {
		for (const load of [one, sheet, comparison, rating]) {
			for (const code of [
				'9.999999',
				'',
				'../..',
				'%',
				"1' or 1=1",
				'x'.repeat(5000),
				'\u0000',
				'1.000001\n'
			]) {
				expect(await status(dataOf(load, '/', code)), code).toBe(code.trim() === '1.000001' ? 200 : 404);
			}
		}
	});

	it('answers every query, never with an error of ours', async () => {
		await fc.assert(
			fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 20 }), async (words) => {
				const q = encodeURIComponent(words.toWellFormed());
				expect(await status(dataOf(one, `/?ngay=${q}`, '1.000001'))).toBe(200);
				expect([200, 404]).toContain(await status(dataOf(comparison, `/?tu=${q}&den=${q}`, '1.000001')));
				expect(
					await status(
						dataOf(list, `/thu-tuc?q=${q}&linh-vuc=${q}&doi-tuong=${q}&truc-tuyen=${q}&trang=${q}`)
					)
				).toBe(200);
				expect(await status(dataOf(changed, `/?linh-vuc=${q}&loai=${q}&trang=${q}`))).toBe(200);
			}),
			{ numRuns: 40 }
		);
		for (const day of ['0000-01-01', '9999-12-31', '2026-02-30', '2026-13-01']) {
			expect(await dataOf(one, `/?ngay=${day}`, '1.000001')).toMatchObject({ badDay: true, askedDay: null });
		}
	});
});

describe('the list', () => {
	it('begins with fields and news, and narrows without words', async () => {
		expect(await dataOf(list, '/thu-tuc')).toMatchObject({
			list: null,
			choices: { fields: [{ value: 'Hộ tịch', count: 3 }] },
			home: { recent: [{ code: '1.000003' }, { code: '1.000001' }] }
		});
		expect(await dataOf(list, '/thu-tuc?truc-tuyen=tai-quay')).toMatchObject({
			list: { total: 1, items: [{ code: '1.000002' }] }
		});
	});
});

describe('what changed', () => {
	it('is told by day, what is still to come first, with decision and replacement in words', async () => {
		const { body } = html(Changed, await dataOf(changed, '/thu-tuc/thay-doi'));
		expect(body).toContain('Sắp có hiệu lực');
		expect(body).toContain('Quyết định 58/QĐ-UBND ngày 10 tháng 6 năm 2026 của Ủy ban nhân dân thành phố');
		expect(body).toContain(
			'Được thay bằng: <a class="textlink" href="/thu-tuc/1.000001">1.000001</a>, 1.999999.'
		);
		const later = await dataOf(changed, '/?loai=amended', undefined, july);
		expect(later).toMatchObject({ upcoming: [], past: [{ code: '1.000001', kind: 'amended' }] });
	});

	it('is shown side by side, by days or by versions', async () => {
		const byDays = await dataOf(comparison, '/?tu=2026-06-30&den=2026-07-01', '1.000001');
		const { body } = html(Comparison, byDays);
		expect(body).toMatch(/<del[^>]*>Ủy ban nhân dân<\/del>|<del[^>]*>Ủy ban nhân dân/);
		expect(body).toMatch(/<ins[^>]*>Công an/);
		expect(body).toContain('Trong 60 ngày.');
		const { older, newer } = byDays as unknown as { older: { id: number }; newer: { id: number } };
		const byNumber = await dataOf(comparison, `/?tu=${older.id}&den=${newer.id}`, '1.000001');
		expect(byNumber).toMatchObject({ fields: byDays['fields'] });
		expect(await dataOf(comparison, '/', '1.000001')).toMatchObject({ older, newer });
		// A version of another procedure is none of this one.
		expect(await status(dataOf(comparison, `/?tu=${older.id}`, '1.000002'))).toBe(404);
	});
});

describe('the sheet', () => {
	it('carries ward, day and the code that tells whether it is current, and no way around the portal', async () => {
		const data = (await dataOf(sheet, '/', '1.000001')) as unknown as { sheetUrl: string };
		const { body } = html(Sheet, data as never);
		expect(data.sheetUrl).toMatch(/^https:\/\/phuong\.example\/niem-yet\/.+/);
		expect(body).toContain('<svg');
		expect(body).toContain('ngày 15 tháng 6 năm 2026');
		expect(body).toContain('Nội dung này thay đổi từ ngày 01 tháng 7 năm 2026');
		expect(body).not.toContain('<nav');
	});

	it('and the page are counted apart', async () => {
		await visits.flush();
		const summary = () =>
			read(ward.robot(), (tx) => visits.visitsSummary(tx, { from: '2026-06-15', to: '2026-06-15' }));
		const before = (await summary()).totals;
		await dataOf(sheet, '/', '1.000001');
		await dataOf(one, '/', '1.000001');
		await dataOf(one, '/?ngay=2026-07-01', '1.000001');
		await visits.flush();
		const after = (await summary()).totals;
		expect([after.print - before.print, after.view - before.view]).toEqual([1, 1]);
	});
});

describe('rating', () => {
	type Action = (event: never) => Promise<unknown>;
	const press = async (name: 'cham' | 'gop-y', form: Record<string, string | string[]>): Promise<unknown> => {
		try {
			return await (actions[name] as Action)(event('/thu-tuc/1.000001/danh-gia', '1.000001', testNow, form));
		} catch (thrown) {
			if (isRedirect(thrown)) return thrown.location;
			throw thrown;
		}
	};

	it('takes one press, then asks what was not clear, then thanks; all without script', async () => {
		const next = (await press('cham', { diem: '2' })) as string;
		expect(next).toMatch(/^\/thu-tuc\/1\.000001\/danh-gia\?ma=[\w-]{20,}$/);
		const asks = html(Rating, await dataOf(rating, next, '1.000001')).body;
		expect(asks).toContain('Chỗ nào chưa rõ?');
		const ma = next.split('=')[1]!;
		const thanks = (await press('gop-y', {
			ma,
			'chua-ro': ['fee', 'words'],
			'gop-y': 'Tiền nộp ở đâu?'
		})) as string;
		expect(html(Rating, await dataOf(rating, thanks, '1.000001')).body).toContain('Cảm ơn ông/bà');
		const summary = await read(ward.robot(), (tx) =>
			ratings.ratingsSummary(tx, { from: '2026-06-15', to: '2026-06-15' })
		);
		expect(summary.comments).toMatchObject([{ score: 2, comment: 'Tiền nộp ở đâu?' }]);
	});

	it('warns of a number in the comment before keeping it, and keeps it when the person insists', async () => {
		const ma = ((await press('cham', { diem: '3' })) as string).split('=')[1]!;
		const comment = 'Gọi lại cho tôi số 0912345678';
		const warned = await press('gop-y', { ma, 'gop-y': comment, 'chua-ro': 'time' });
		expect(warned).toMatchObject({ status: 422, data: { warned: true, given: { comment } } });
		const { body } = html(
			Rating,
			await dataOf(rating, `/?ma=${ma}`, '1.000001'),
			(warned as { data: unknown }).data
		);
		expect(body).toContain('xóa số đó');
		expect(body).toContain(comment);
		expect(await press('gop-y', { ma, 'gop-y': comment, 'giu-so': 'co' })).toContain('xong=1');
	});

	it('refuses what is no score and a token of nobody with words', async () => {
		expect(await press('cham', { diem: '9' })).toMatchObject({
			status: 422,
			data: { refusal: { message: 'Hãy chọn một mức từ 1 đến 5.' } }
		});
		expect(await press('gop-y', { ma: 'x', 'gop-y': 'Khó hiểu' })).toMatchObject({ status: 404 });
	});
});
