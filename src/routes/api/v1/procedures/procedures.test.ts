/** The catalogue as open data, asked as a program asks it. */
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeWard, type TestWard } from '#people/testing.ts';
import { useDatabase } from '#platform/testing/database.ts';
import * as faqs from '#procedures/faq.server.ts';
import { dong, everyWay, procedure, workingDays } from '#sample-ward/procedure-writing.ts';
import { tell } from '../../../kiosk/testing.ts';
import { GET as table } from '../procedures.csv/+server.ts';
import { GET as whole } from '../procedures.json/+server.ts';
import { GET as statistics } from '../statistics/+server.ts';
import { GET as list } from './+server.ts';
import { GET as one } from './[code]/+server.ts';

const database = useDatabase();
let ward: TestWard;
let other: TestWard;

const birth = procedure({
	code: '1.001193',
	name: 'Đăng ký khai sinh',
	field: 'Hộ tịch',
	applicants: ['Công dân Việt Nam'],
	onlineLevel: 'full',
	content: { ways: everyWay(workingDays(2.5), [dong(8000, 'Miễn cho hộ nghèo.')]), seenIn: 'so-tay.xlsx' }
});

beforeAll(async () => {
	ward = await makeWard(database.db);
	other = await makeWard(database.db, 'phuong-khac');
	await tell(ward, [
		{
			text: { ...birth, name: 'Khai sinh, bản cũ' },
			from: '2025-07-01',
			to: '2026-06-01',
			endKind: 'amended'
		},
		{ text: birth, from: '2026-06-01' },
		{
			text: procedure({
				code: '2.000815',
				name: '=HYPERLINK("x","Chứng thực bản sao")',
				field: 'Chứng thực',
				applicants: ['Tổ chức'],
				onlineLevel: null
			})
		},
		{
			text: procedure({ code: '1.011606', name: 'Công nhận hộ nghèo', field: 'Giảm nghèo' }),
			to: '2026-06-01',
			endKind: 'replaced',
			replacedBy: ['1.116214']
		},
		{
			text: procedure({ code: '1.116214', name: 'Rà soát hộ nghèo', field: 'Giảm nghèo' }),
			from: '2027-01-01'
		}
	]);
});

type Given = { params?: Record<string, string>; headers?: HeadersInit; of?: TestWard };
async function fetched(get: unknown, address: string, { params = {}, headers, of = ward }: Given = {}) {
	const url = new URL(address, 'https://phuong.example');
	const response = await (get as (event: unknown) => Promise<Response>)({
		url,
		params,
		request: new Request(url, headers ? { headers } : {}),
		locals: { ctx: { ...of.robot(), actor: { kind: 'visitor' } } }
	});
	return {
		status: response.status,
		headers: response.headers,
		bytes: Buffer.from(await response.arrayBuffer())
	};
}
async function ask(get: unknown, address: string, given: Given = {}) {
	const { bytes, ...answer } = await fetched(get, address, given);
	const body = (bytes.length > 0 ? JSON.parse(bytes.toString('utf8')) : null) as Record<string, unknown>;
	return { ...answer, body };
}
const codes = (body: Record<string, unknown>) =>
	(body['items'] as { code: string }[]).map(({ code }) => code);

describe('the list', () => {
	it('holds what is in force on the day', async () => {
		const today = await ask(list, '/api/v1/procedures');
		expect(today.body).toMatchObject({ total: 2, on: '2026-06-15', limit: 50, offset: 0 });
		expect(codes(today.body)).toEqual(['2.000815', '1.001193']);
		expect((today.body['items'] as object[])[1]).toMatchObject({
			name: 'Đăng ký khai sinh',
			standing: 'in_force',
			url: 'https://phuong.example/thu-tuc/1.001193'
		});
		expect(codes((await ask(list, '/?on=2026-05-31')).body).sort()).toEqual([
			'1.001193',
			'1.011606',
			'2.000815'
		]);
		expect(codes((await ask(list, '/?on=2027-01-01')).body)).toContain('1.116214');
		expect((await ask(list, '/', { of: other })).body).toMatchObject({ total: 0, items: [] });
	});

	it('is narrowed and paged', async () => {
		const found = async (query: string) => codes((await ask(list, `/?${query}`)).body);
		expect(await found('field=h%E1%BB%98+t%E1%BB%8Bch')).toEqual(['1.001193']);
		expect(await found('applicant=c%C3%B4ng+d%C3%A2n+vi%E1%BB%87t+nam&online=full')).toEqual(['1.001193']);
		expect(await found('online=partial')).toEqual([]);
		expect(await found('limit=1&offset=1')).toEqual(['1.001193']);
		expect(await found('offset=9')).toEqual([]);
		expect(await found('q=zzzzzz')).toEqual([]);
	});

	it('names what is wrong in the question', async () => {
		for (const [query, field] of [
			['limit=0', 'limit'],
			['limit=501', 'limit'],
			['offset=-1', 'offset'],
			['online=maybe', 'online'],
			['on=2026-02-30', 'on'],
			['on=hom-nay', 'on'],
			[`q=${'x'.repeat(301)}`, 'q'],
			[`field=${'x'.repeat(301)}`, 'field']
		]) {
			const { status, body, headers } = await ask(list, `/?${query}`);
			expect([query, status, body['field']]).toEqual([query, 400, field]);
			expect(headers.get('content-type')).toContain('application/problem+json');
		}
		expect((await ask(list, '/?q=%00&field=%00')).status).toBe(200);
	});
});

describe('one procedure', () => {
	const get = (code: string, query = '') => ask(one, `/${query}`, { params: { code } });
	it('says everything but what is only the officer’s, with its versions', async () => {
		await faqs.add(ward.as('one_stop'), '1.001193', { question: 'Ai được làm thay?', answer: 'Ông, bà.' });
		const { body } = await get('1.001193');
		expect(body['faqs']).toEqual([{ question: 'Ai được làm thay?', answer: 'Ông, bà.' }]);
		expect(body).toMatchObject({
			code: '1.001193',
			name: 'Đăng ký khai sinh',
			content: { ways: [{ way: 'direct', time: { value: 2.5 } }, {}, {}] },
			versions: [
				{ effectiveFrom: '2026-06-01', standing: 'in_force' },
				{
					effectiveFrom: '2025-07-01',
					effectiveTo: '2026-06-01',
					standing: 'ended',
					name: 'Khai sinh, bản cũ'
				}
			]
		});
		expect(JSON.stringify(body)).not.toMatch(/so-tay|sheetToken|fingerprint/);
		expect((await get('1.001193', '?on=2026-05-31')).body).toMatchObject({ name: 'Khai sinh, bản cũ' });
	});

	it('that ended or is to come is still told of, unless a day is asked for', async () => {
		expect((await get('1.011606')).body).toMatchObject({ standing: 'ended', replacedBy: ['1.116214'] });
		expect((await get('1.116214')).body).toMatchObject({ standing: 'upcoming' });
		expect((await get('1.011606', '?on=2026-06-01')).body).toMatchObject({
			status: 404,
			code: 'procedure.not_in_force'
		});
	});

	it('is not found by another code, in another ward, or by nonsense', async () => {
		expect((await get('9.999999')).status).toBe(404);
		expect((await get("' or 1=1")).status).toBe(404);
		expect((await get('\u0000')).status).toBe(404);
		expect((await ask(one, '/', { params: { code: '1.001193' }, of: other })).status).toBe(404);
		expect((await get('1.001193', '?on=x')).status).toBe(400);
	});
});

describe('the whole catalogue', () => {
	it('comes as JSON, as a file when wanted, and not twice unchanged', async () => {
		const first = await ask(whole, '/api/v1/procedures.json');
		expect(first.body).toMatchObject({ total: 2, on: '2026-06-15' });
		expect(first.headers.get('content-disposition')).toBeNull();
		expect(first.headers.get('last-modified')).toBe('Mon, 15 Jun 2026 02:00:00 GMT');
		const file = await ask(whole, '/api/v1/procedures.json?download');
		expect(file.headers.get('content-disposition')).toBe('attachment; filename="thu-tuc-2026-06-15.json"');
		const again = await ask(whole, '/', { headers: { 'if-none-match': first.headers.get('etag')! } });
		expect(again).toMatchObject({ status: 304, body: null });
		expect((await ask(whole, '/?on=x')).status).toBe(400);
	});

	it('comes as a table that Excel reads and no cell of which is a formula', async () => {
		const { bytes, headers } = await fetched(table, '/api/v1/procedures.csv');
		expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
		expect(headers.get('content-type')).toContain('text/csv');
		expect(headers.get('access-control-allow-origin')).toBe('*');
		const rows = parse(bytes, { bom: true, columns: true }) as Record<string, string>[];
		expect(rows.length).toBe(2);
		expect(rows[0]!['ten']).toBe(`'=HYPERLINK("x","Chứng thực bản sao")`);
		expect(rows[1]).toMatchObject({
			ma: '1.001193',
			muc_do_truc_tuyen: 'Dịch vụ công trực tuyến toàn trình',
			hieu_luc_tu: '2026-06-01',
			hieu_luc_den: ''
		});
		expect(rows[1]!['thoi_han']).toContain('2,5 ngày làm việc');
		expect(rows[1]!['phi_le_phi']).toContain('Miễn cho hộ nghèo.');
		const again = await fetched(table, '/', { headers: { 'if-none-match': headers.get('etag')! } });
		expect([again.status, again.bytes.length]).toEqual([304, 0]);
		expect((await fetched(table, '/?on=x')).status).toBe(400);
		const before = await fetched(table, '/?on=2026-05-31');
		expect(before.bytes.toString('utf8')).toContain('Khai sinh, bản cũ');
	});
});

it('statistics count what is in force, by field and level', async () => {
	const { body } = await ask(statistics, '/api/v1/statistics');
	expect(body).toMatchObject({
		on: '2026-06-15',
		procedures: {
			total: 2,
			byField: [
				{ field: 'Chứng thực', count: 1 },
				{ field: 'Hộ tịch', count: 1 }
			],
			byOnlineLevel: { full: 1, partial: 0, none: 0, unknown: 1 }
		},
		// The first inventory is no change.
		changes: { year: 2026, byKind: { new: 0, amended: 0, replaced: 0, abolished: 0, corrected: 0 } },
		stories: { published: 0 }
	});
});
