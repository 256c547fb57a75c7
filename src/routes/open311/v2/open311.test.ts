/** Statement by statement of the published specification (GeoReport v2, Service Discovery), as a program meets it. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import * as apiKeys from '#feedback/api-keys.server.ts';
import { attributes, changeset, services as serviceList } from '#feedback/open311.ts';
import * as intake from '#feedback/intake.server.ts';
import { feedbackCase, feedbackPublication } from '#feedback/schema.server.ts';
import { aMessage, caseIn, rowOf, visitorOf } from '#feedback/testing.ts';
import { makeWard, testNow, type TestWard } from '#people/testing.ts';
import { read, transact } from '#platform/db.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { eq } from 'drizzle-orm';
import * as endpoint from './[...path]/+server.ts';

const database = useDatabase();
let ward: TestWard;
let other: TestWard;
let key: string;
let shown: string;
let hidden: string;

type Handler = (event: unknown) => Promise<Response>;
type Options = { of?: TestWard; now?: Date; headers?: Record<string, string>; type?: string };

async function ask(method: 'GET' | 'POST', address: string, body?: string, options: Options = {}) {
	const url = new URL(`/open311/v2/${address}`, 'https://phuong.example');
	const request = new Request(url, {
		method,
		headers: {
			...(body === undefined
				? {}
				: { 'content-type': options.type ?? 'application/x-www-form-urlencoded; charset=utf-8' }),
			...options.headers
		},
		...(body === undefined ? {} : { body })
	});
	const response = await (endpoint[method] as unknown as Handler)({
		url,
		request,
		params: { path: decodeURIComponent(url.pathname.slice('/open311/v2/'.length)) },
		locals: {
			ctx: { ...visitorOf(options.of ?? ward, options.now), actor: { kind: 'visitor' } },
			address: '192.0.2.7'
		}
	});
	const text = await response.text();
	return { status: response.status, headers: response.headers, text };
}

const json = async (address: string, options?: Options) => {
	const answer = await ask('GET', address, undefined, options);
	return { ...answer, body: JSON.parse(answer.text) as never };
};
const lists = ['service', 'attribute', 'value', 'request', 'error', 'endpoint', 'format'];
const parser = new XMLParser({ isArray: (name) => lists.includes(name), parseTagValue: false });
const parsedXml = (text: string) => {
	expect(text).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>/);
	expect(XMLValidator.validate(text)).toBe(true);
	return parser.parse(text) as Record<string, never>;
};

const form = (changes: Record<string, string | string[]> = {}): string => {
	const fields = {
		api_key: key,
		service_code: 'environment',
		address_string: 'Đầu ngõ 5, tổ dân phố An Thành',
		description: 'Rác chất đống ở đầu ngõ đã ba ngày chưa có người dọn.',
		...changes
	};
	return new URLSearchParams(
		Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))
	).toString();
};
const post = (changes: Record<string, string | string[]> = {}, options?: Options, path = 'requests.json') =>
	ask('POST', path, form(changes), options);
const made = async (changes: Record<string, string | string[]> = {}, options?: Options) => {
	const answer = await post(changes, options);
	expect(answer.status, answer.text).toBe(201);
	return (JSON.parse(answer.text) as { service_request_id: string; service_notice: string }[])[0]!;
};
const byCode = async (code: string) =>
	(await read(ward.robot(), (tx) => tx.select().from(feedbackCase).where(eq(feedbackCase.code, code))))[0]!;

async function publish(id: number, at: Date): Promise<string> {
	const row = await rowOf(ward, id);
	await transact(ward.robot(), async (tx) => {
		await tx.insert(feedbackPublication).values({
			caseId: id,
			slug: `viec-${id}`,
			state: 'published',
			title: 'Đèn đường đầu ngõ',
			question: 'Bản công khai: đèn <b>& "đầu ngõ" hỏng.\u0007',
			answer: 'Đã thay bóng đèn.',
			spans: [],
			class: 'local_issue',
			answerId: row.answerId!,
			preparedAt: at,
			preparedByPersonId: ward.as('culture').actor.personId,
			confirmedAt: at,
			confirmedByPersonId: ward.as('office').actor.personId,
			publishedAt: at
		});
		await tx.update(feedbackCase).set({ state: 'published' }).where(eq(feedbackCase.id, id));
	});
	return row.code;
}

beforeAll(async () => {
	ward = await makeWard(database.db);
	other = await makeWard(database.db, 'phuong-khac');
	key = await apiKeys.make(ward.as('office'), 'Tổng đài 1022');
	shown = await publish(await caseIn(ward, 'answered'), testNow);
	hidden = (await rowOf(ward, await caseIn(ward, 'answered'))).code;
});

describe('service discovery', () => {
	it('is there as XML and JSON with every required field', async () => {
		const { body, headers } = await json('discovery.json');
		expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
		expect(body).toMatchObject({
			changeset,
			contact: expect.any(String) as string,
			key_service: expect.any(String) as string,
			endpoints: [
				{
					specification: 'http://wiki.open311.org/GeoReport_v2',
					url: 'https://phuong.example/open311/v2',
					changeset,
					type: 'test',
					formats: ['text/xml', 'application/json']
				}
			]
		});
		const { discovery } = parsedXml((await ask('GET', 'discovery.xml')).text);
		expect(discovery).toMatchObject({
			endpoints: { endpoint: [{ formats: { format: ['text/xml', 'application/json'] } }] }
		});
	});
});

describe('formats', () => {
	it.each([
		['services.xml', 'text/xml; charset=utf-8'],
		['services.json', 'application/json; charset=utf-8'],
		['services', 'text/xml; charset=utf-8'],
		['requests.json', 'application/json; charset=utf-8'],
		['services/roads.xml', 'text/xml; charset=utf-8'],
		['khong-co.json', 'application/json; charset=utf-8']
	])('%s is %s', async (path, type) => {
		expect((await ask('GET', path)).headers.get('content-type')).toBe(type);
	});

	it('say the same in XML and in JSON (Spark)', async () => {
		const { services } = parsedXml((await ask('GET', 'services.xml')).text) as unknown as {
			services: { service: Record<string, string>[] };
		};
		const { body } = await json('services.json');
		expect(services.service).toEqual(
			(body as Record<string, unknown>[]).map((one) =>
				Object.fromEntries(Object.entries(one).map(([name, value]) => [name, String(value)]))
			)
		);
	});
});

describe('GET services', () => {
	it('lists every field of every service, without a key', async () => {
		const { status, body } = await json('services.json');
		expect(status).toBe(200);
		expect(body).toHaveLength(serviceList().of.length);
		for (const service of body as Record<string, unknown>[]) {
			expect(Object.keys(service)).toEqual([
				'service_code',
				'service_name',
				'description',
				'metadata',
				'type',
				'keywords',
				'group'
			]);
			expect(service['metadata']).toBeTypeOf('boolean');
			expect(service['type']).toBe('realtime');
		}
	});

	it('is open to pages of others', async () => {
		expect((await ask('GET', 'services.json')).headers.get('access-control-allow-origin')).toBe('*');
		const preflight = (endpoint.OPTIONS as unknown as () => Response)();
		expect(preflight.status).toBe(204);
		expect(preflight.headers.get('access-control-allow-methods')).not.toContain('POST');
	});
});

describe('jurisdiction_id', () => {
	it.each(['', 'phuong.example', 'www.phuong.example', 'thu-nghiem', 'THU-NGHIEM'])(
		'%j is this ward',
		async (id) => {
			expect((await ask('GET', `services.json?jurisdiction_id=${id}`)).status).toBe(200);
		}
	);

	it.each(['services.json', 'services/roads.json', 'requests.json', 'tokens/1.json', 'discovery.json'])(
		'of another on %s is 404, and said',
		async (path) => {
			const { status, body } = await json(`${path}?jurisdiction_id=city.gov`);
			expect(status).toBe(404);
			expect(body).toMatchObject([{ code: 404, description: expect.stringContaining('city.gov') as string }]);
		}
	);

	it('of another is refused for posting too', async () => {
		expect((await post({ jurisdiction_id: 'phuong-khac' })).status).toBe(404);
	});
});

describe('GET service definition', () => {
	it('gives every field of every attribute, in order', async () => {
		const { body } = await json('services/roads.json');
		const definition = body as { service_code: string; attributes: Record<string, unknown>[] };
		expect(definition.service_code).toBe('roads');
		expect(definition.attributes.map(({ order }) => order)).toEqual([1, 2]);
		expect(Object.keys(definition.attributes[0]!)).toEqual([
			'variable',
			'code',
			'datatype',
			'required',
			'datatype_description',
			'order',
			'description',
			'values'
		]);
		expect(definition.attributes[0]).toMatchObject({
			variable: true,
			datatype: 'singlevaluelist',
			required: true,
			values: expect.arrayContaining([{ key: 'den', name: 'Đèn đường' }]) as object
		});
		const xml = parsedXml((await ask('GET', 'services/roads.xml')).text);
		expect(xml['service_definition']).toMatchObject({
			attributes: { attribute: [{ code: 'LOAI', values: { value: expect.any(Array) as object } }, {}] }
		});
	});

	it('is there for every service whose metadata is true, and 404 for a code that is none', async () => {
		for (const code of Object.keys(attributes))
			expect((await ask('GET', `services/${code}.xml`)).status).toBe(200);
		for (const code of ['033', '__proto__', 'constructor', 'toString', 'roads%20'])
			expect((await json(`services/${code}.json`)).status, code).toBe(404);
	});
});

describe('POST requests', () => {
	it('makes one case and gives its id at once, in both formats', async () => {
		const [{ service_request_id: id }] = [
			await made({
				first_name: 'Mận',
				last_name: 'Trần Thị',
				phone: '0912 345 678',
				email: 'man@vidu.vn',
				account_id: 'tk-9',
				lat: '21.1065',
				long: '106.3932',
				media_url: 'https://anh.vidu.vn/1.jpg',
				'attribute[LOAI][]': ['rac', 'mui']
			})
		];
		const row = await byCode(id);
		expect(row).toMatchObject({
			source: 'open311',
			category: 'environment',
			latitude: 21.1065,
			longitude: 106.3932,
			anonymous: false,
			namePublic: false,
			place: 'Đầu ngõ 5, tổ dân phố An Thành'
		});
		expect(row.text).toContain('Loại ô nhiễm: Rác, Mùi, khói bụi.');
		expect(row.text).toContain('https://anh.vidu.vn/1.jpg');
		const xml = await post(
			{ description: 'Rác ở đầu ngõ bảy, xin dọn giúp trong tuần.' },
			{},
			'requests.xml'
		);
		expect(xml.status).toBe(201);
		const { service_requests } = parsedXml(xml.text) as unknown as {
			service_requests: { request: Record<string, string>[] };
		};
		expect(service_requests.request[0]!['service_request_id']).toMatch(/^PAKN\./);
		expect(service_requests.request[0]).not.toHaveProperty('token');
		expect(service_requests.request[0]).toHaveProperty('account_id');
	});

	it('sent twice is one case; another day, another text, another mark are others', async () => {
		const first = await made({ description: 'Rác ở đầu ngõ mười, sáng nay xe không đến.' });
		const again = await made({ description: 'Rác ở đầu ngõ mười, sáng nay xe không đến.' });
		expect(again).toEqual(first);
		const other = await made({ description: 'Rác ở đầu ngõ mười hai, sáng nay xe không đến.' });
		expect(other.service_request_id).not.toBe(first.service_request_id);
		const nextDay = await made(
			{ description: 'Rác ở đầu ngõ mười, sáng nay xe không đến.' },
			{ now: new Date(testNow.getTime() + 86_400_000) }
		);
		expect(nextDay.service_request_id).not.toBe(first.service_request_id);
		const mark = { headers: { 'idempotency-key': 'lan-gui-1' } };
		const marked = await made({ description: 'Đánh dấu lần gửi để không lặp lại.' }, mark);
		expect(
			await made(
				{ description: 'Đánh dấu lần gửi để không lặp lại.' },
				{ ...mark, now: new Date(testNow.getTime() + 86_400_000) }
			)
		).toMatchObject({ service_request_id: marked.service_request_id });
	});

	it('needs a key that is right and not revoked: 403', async () => {
		const before = await read(ward.robot(), (tx) => tx.$count(feedbackCase));
		for (const api_key of ['', 'sai', `${key}x`, 'x'.repeat(5000)]) {
			const { status, text } = await post({ api_key });
			expect({ status, code: (JSON.parse(text) as { code: number }[])[0]!.code }).toEqual({
				status: 403,
				code: 403
			});
		}
		expect((await post({}, { of: other })).status).toBe(403);
		const shortLived = await apiKeys.make(ward.as('office'), 'Ứng dụng thử');
		const id = (await apiKeys.list(ward.as('office')))[0]!.id;
		await apiKeys.revoke(ward.as('office'), id);
		expect((await post({ api_key: shortLived })).status).toBe(403);
		expect(await read(ward.robot(), (tx) => tx.$count(feedbackCase))).toBe(before);
	});

	it.each([
		[{ service_code: '' }, 400, 'service_code'],
		[{ service_code: '033' }, 404, '033'],
		[{ address_string: '' }, 400, 'địa điểm'],
		[{ address_string: '', lat: '21.1' }, 400, 'cùng nhau'],
		[{ lat: '91', long: '106' }, 400, 'lat'],
		[{ lat: 'NaN', long: '1e9' }, 400, 'lat'],
		[{ description: '' }, 400, 'quá ngắn'],
		[{ description: 'x'.repeat(4001) }, 400, '4000'],
		[{ email: 'khong-phai-thu' }, 400, 'thư điện tử'],
		[{ email: 'a@vidu.vn\r\nBcc: b@vidu.vn' }, 400, 'thư điện tử'],
		[{ phone: 'gọi tôi' }, 400, 'điện thoại'],
		[{ service_code: 'roads' }, 400, 'LOAI'],
		[{ service_code: 'roads', 'attribute[LOAI]': 'sai' }, 400, 'LOAI'],
		[{ service_code: 'roads', 'attribute[LOAI]': ['den', 'cay'] }, 400, 'LOAI'],
		[{ service_code: 'roads', 'attribute[LOAI]': 'den', 'attribute[TU_NGAY]': 'hôm qua' }, 400, 'TU_NGAY'],
		[{ first_name: 'x'.repeat(101) }, 400, 'Họ tên']
	] as [Record<string, string>, number, string][])('%o is %d and says %s', async (changes, status, says) => {
		const answer = await post(changes);
		expect(answer.status).toBe(status);
		const errors = JSON.parse(answer.text) as { code: number; description: string }[];
		expect(errors[0]!.code).toBe(status);
		expect(errors.map(({ description }) => description).join(' ')).toContain(says);
		const xml = parsedXml((await post(changes, {}, 'requests.xml')).text);
		expect(xml['errors']).toMatchObject({ error: expect.any(Array) as object });
	});

	it('takes a location as address, as address_id, or as a point', async () => {
		await made({
			address_string: '',
			address_id: '545483',
			description: 'Rác cạnh nhà văn hóa, xin dọn giúp.'
		});
		await made({
			address_string: '',
			lat: '21.1',
			long: '106.39',
			description: 'Rác dọc bờ mương, xin dọn giúp.'
		});
	});

	it('keeps what nobody asked for as words, and never opens an address', async () => {
		const { service_request_id } = await made({
			service_code: 'question',
			description: 'Xin hỏi lịch thu gom rác của tổ dân phố?',
			'attribute[LA]': 'giá trị lạ',
			media_url: 'file:///etc/passwd'
		});
		const { text } = await byCode(service_request_id);
		expect(text).toContain('LA: giá trị lạ.');
		expect(text).toContain('chưa mở');
	});

	it('is a form: another content type, a broken or an endless body is 400', async () => {
		expect((await ask('POST', 'requests.json', '{}', { type: 'application/json' })).status).toBe(400);
		expect((await ask('POST', 'requests.json', 'a=%E0%A4%A', {})).status).toBe(403);
		const endless = await ask('POST', 'requests.json', form({ description: 'ă'.repeat(200_000) }));
		expect(endless.status).toBe(400);
		expect((await ask('POST', 'services.json', form())).status).toBe(404);
		expect((await ask('POST', `requests/${shown}.json`, form())).status).toBe(404);
	});

	it('is slowed down per key, not for others', async () => {
		const fast = await apiKeys.make(ward.as('office'), 'Ứng dụng gửi nhanh');
		let braked;
		for (let n = 0; n < 125 && braked?.status !== 429; n++) braked = await post({ api_key: fast, lat: 'x' });
		expect(braked).toMatchObject({ status: 429 });
		expect(braked!.headers.get('retry-after')).toBe('60');
		expect((await post({ lat: 'x' })).status).toBe(400);
	});

	it('answers any field with words, never with a fault', async () => {
		const name = fc.constantFrom(
			'service_code',
			'lat',
			'long',
			'address_string',
			'email',
			'phone',
			'first_name',
			'description',
			'media_url',
			'account_id',
			'attribute[LOAI]',
			'attribute[x][]',
			'jurisdiction_id'
		);
		const value = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 60 }),
			fc.constantFrom(
				"'; drop table feedback_case; --",
				'\u202eđảo',
				'🏮'.repeat(50),
				'\ud800',
				'\0',
				'<script>alert(1)</script>',
				'9'.repeat(400)
			)
		);
		const fuzzKey = [
			await apiKeys.make(ward.as('office'), 'Thử một'),
			await apiKeys.make(ward.as('office'), 'Thử hai')
		];
		let n = 0;
		await fc.assert(
			fc.asyncProperty(fc.dictionary(name, value, { maxKeys: 4 }), async (changes) => {
				const answer = await post(
					{ ...changes, api_key: fuzzKey[n++ % 2]! },
					{},
					n % 3 ? 'requests.json' : 'requests.xml'
				);
				expect([201, 400, 404, 429]).toContain(answer.status);
				if (n % 3) JSON.parse(answer.text);
				else parsedXml(answer.text);
			}),
			{ numRuns: 60 }
		);
	});
});

describe('GET requests', () => {
	it('shows only what was published, as the public copy says, with every field', async () => {
		const { body } = await json('requests.json');
		expect(body).toHaveLength(1);
		expect((body as Record<string, unknown>[])[0]).toEqual({
			service_request_id: shown,
			status: 'closed',
			status_notes: 'Đã thay bóng đèn.',
			service_name: 'Đường, đèn, cống, cây xanh',
			service_code: 'roads',
			description: 'Đèn đường đầu ngõ\n\nBản công khai: đèn <b>& "đầu ngõ" hỏng.',
			agency_responsible: 'Ủy ban nhân dân phường thu-nghiem',
			service_notice: null,
			requested_datetime: '2026-06-15T00:00:00+07:00',
			updated_datetime: '2026-06-15T09:00:00+07:00',
			expected_datetime: null,
			address: null,
			address_id: null,
			zipcode: null,
			lat: null,
			long: null,
			media_url: null
		});
		const { text } = await ask('GET', 'requests.xml');
		expect(text).toContain('&lt;b&gt;&amp; &quot;đầu ngõ&quot; hỏng.');
		expect(text).not.toContain('\u0007');
		expect(parsedXml(text)).toMatchObject({
			service_requests: { request: [{ service_request_id: shown, status: 'closed' }] }
		});
		expect(text).not.toMatch(/Mận|0912/);
		expect((await json('requests.json', { of: other })).body).toEqual([]);
		expect((await ask('GET', 'requests.xml', undefined, { of: other })).text).toContain(
			'<service_requests/>'
		);
	});

	it.each([
		['service_request_id=SHOWN', 1],
		['service_request_id=SHOWN,HIDDEN,khong-co', 1],
		['service_request_id=HIDDEN', 0],
		// It overrides all other arguments.
		['service_request_id=SHOWN&status=open&start_date=hong', 1],
		['service_code=roads', 1],
		['service_code=roads,order', 1],
		['service_code=order', 0],
		['service_code=', 1],
		['status=closed', 1],
		['status=open', 0],
		['status=open,closed', 1],
		['start_date=2026-06-14T00:00:00Z', 1],
		['start_date=2026-06-15T00:00:00%2B07:00', 1],
		['start_date=2026-06-15T00:00:00+07:00', 1],
		['start_date=2026-06-16T00:00:00Z', 0],
		['end_date=2026-06-14T00:00:00Z', 0],
		['start_date=2026-06-01T00:00:00Z&end_date=2026-06-30T00:00:00Z', 1],
		['start_date=2026-01-01T00:00:00Z&end_date=2026-03-01T00:00:00Z', 0]
	])('?%s finds %d', async (query, many) => {
		const asked = query.replace('SHOWN', shown).replace('HIDDEN', hidden);
		const { status, body } = await json(`requests.json?${asked}`);
		expect(status).toBe(200);
		expect(body).toHaveLength(many);
	});

	it.each([
		['start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z', 400],
		['start_date=2026-06-30T00:00:00Z&end_date=2026-06-01T00:00:00Z', 400],
		['start_date=2026-06-01', 400],
		['start_date=2026-06-01T00:00:00', 400],
		['start_date=2026-02-31T99:00:00Z', 400],
		['end_date=%00', 400],
		['status=pending', 400],
		['service_code=033', 404]
	])('?%s is %d in the format of errors', async (query, wanted) => {
		const { status, body } = await json(`requests.json?${query}`);
		expect(status).toBe(wanted);
		expect(body).toMatchObject([
			{ code: wanted, description: expect.stringMatching(/[À-ỹ]|start_date/) as string }
		]);
	});

	it('goes back ninety days when nothing is said', async () => {
		const later = (days: number) => ({ now: new Date(testNow.getTime() + days * 86_400_000) });
		expect((await json('requests.json', later(89))).body).toHaveLength(1);
		expect((await json('requests.json', later(92))).body).toHaveLength(0);
	});
});

describe('GET one request', () => {
	it('gives a list of one; what is not public, not ours or not there is 404', async () => {
		expect((await json(`requests/${shown}.json`)).body).toMatchObject([{ service_request_id: shown }]);
		expect((await ask('GET', `requests/${shown}`)).status).toBe(200);
		for (const code of [hidden, 'PAKN.CT.20200101.0001', `${shown},${hidden}`, '%20', "a'b", '%F0%9F%8F%AE'])
			expect((await json(`requests/${code}.json`)).status, code).toBe(404);
		expect((await json(`requests/${shown}.json`, { of: other })).status).toBe(404);
	});
});

describe('GET tokens', () => {
	it('knows none, because ids are given at once', async () => {
		expect((await json('tokens/123.json')).status).toBe(404);
		expect((await json('tokens.json')).status).toBe(400);
		expect(parsedXml((await ask('GET', 'tokens/123.xml')).text)['errors']).toMatchObject({
			error: [{ code: '404' }]
		});
	});
});

describe('keys', () => {
	it('are made, listed and revoked by office and leaders only, shown once, journalled without the key', async () => {
		for (const role of ['culture', 'one_stop', 'superior', 'admin'] as const) {
			await expect(apiKeys.make(ward.as(role), 'Ứng dụng')).rejects.toMatchObject({ status: 403 });
			await expect(apiKeys.list(ward.as(role))).rejects.toMatchObject({ status: 403 });
			await expect(apiKeys.revoke(ward.as(role), 1)).rejects.toMatchObject({ status: 403 });
		}
		for (const name of ['', 'ab', 'x'.repeat(121)])
			await expect(apiKeys.make(ward.as('office'), name)).rejects.toMatchObject({ field: 'name' });
		await expect(apiKeys.revoke(ward.as('office'), 987654)).rejects.toMatchObject({ status: 404 });
		const mine = await apiKeys.make(ward.as('chair'), '  Ứng   dụng\nmới ');
		const [first] = await apiKeys.list(ward.as('office'));
		expect(first).toMatchObject({ name: 'Ứng dụng mới', createdBy: 'Người Chủ tịch', revokedAt: null });
		expect(JSON.stringify(await apiKeys.list(ward.as('office')))).not.toContain(mine.slice(3));
		expect(await apiKeys.list(other.as('office'))).toEqual([]);
		const { rows } = await database.db.execute<{ line: string }>(
			`select row_to_json(j)::text as line from journal_entry j where act = 'feedback_key.made'`
		);
		expect(rows.length).toBeGreaterThan(0);
		expect(rows.map(({ line }) => line).join()).not.toContain(mine.slice(3));
		await apiKeys.revoke(ward.as('office'), first!.id);
		await expect(apiKeys.revoke(ward.as('office'), first!.id)).rejects.toMatchObject({ status: 404 });
	});
});

it('a message of the web form never shows here before it is published', async () => {
	const { code } = await intake.receive(visitorOf(ward), aMessage());
	expect((await json(`requests.json?service_request_id=${code}`)).body).toEqual([]);
});
