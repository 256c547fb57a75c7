/**
 * Another program (a city's 1022 desk, an app) against the built server, as the specification of GeoReport v2 leads it:
 * discovery, services, definition, a request with a key, and the request again once its answer is public.
 */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import * as answering from '#feedback/answering.server.ts';
import * as apiKeys from '#feedback/api-keys.server.ts';
import * as handling from '#feedback/handling.server.ts';
import * as publication from '#feedback/publication.server.ts';
import { spansIn } from '#feedback/redaction.ts';
import { feedbackCase } from '#feedback/schema.server.ts';
import { read } from '#platform/db.server.ts';
import { eq } from 'drizzle-orm';
import { actorAs } from './office.ts';

type Got = { status: number; type: string; text: string };
let key: string;

const base = (): string => `${inject('address')}/open311/v2`;
async function got(response: Response): Promise<Got> {
	return {
		status: response.status,
		type: response.headers.get('content-type') ?? '',
		text: await response.text()
	};
}
const get = async (path: string): Promise<Got> => got(await fetch(`${base()}/${path}`));
const fields = (changes: Record<string, string> = {}): Record<string, string> => ({
	api_key: key,
	jurisdiction_id: 'co-thanh',
	service_code: 'roads',
	'attribute[LOAI]': 'den',
	address_string: 'Đầu ngõ 5, tổ dân phố An Thành',
	description: `Đèn đường đầu ngõ hỏng ba hôm nay, tối rất khó đi (${Math.random()}).`,
	first_name: 'Mận',
	last_name: 'Trần Thị',
	phone: '0912 345 678',
	...changes
});
const post = async (given: Record<string, string>, format: 'json' | 'xml' = 'json'): Promise<Got> =>
	got(await fetch(`${base()}/requests.${format}`, { method: 'POST', body: new URLSearchParams(given) }));
const json = <T>(answer: Got): T => JSON.parse(answer.text) as T;
const parser = new XMLParser({
	isArray: (name) => ['request', 'error', 'service', 'attribute'].includes(name),
	parseTagValue: false
});
function xml<T>(answer: Got): T {
	expect(XMLValidator.validate(answer.text)).toBe(true);
	return parser.parse(answer.text) as T;
}
type Request = { service_request_id: string; service_notice?: string; status?: string };

beforeAll(async () => {
	const office = await actorAs('office');
	key = await apiKeys.make(office.ctx, 'Tổng đài thử nghiệm');
	await office.done();
});

describe('a program with a key', () => {
	it('finds its way: discovery, services, what a service wants', async () => {
		const { endpoints } = json<{ endpoints: { url: string }[] }>(await get('discovery.json'));
		expect(endpoints[0]!.url).toBe(base());
		const { services } = xml<{ services: { service: { service_code: string; metadata: string }[] } }>(
			await get('services.xml')
		);
		expect(services.service).toContainEqual(
			expect.objectContaining({ service_code: 'roads', metadata: 'true' })
		);
		const { attributes } = json<{ attributes: { code: string; required: boolean }[] }>(
			await get('services/roads.json')
		);
		expect(attributes.filter(({ required }) => required).map(({ code }) => code)).toEqual(['LOAI']);
	});

	it.each(['json', 'xml'] as const)(
		'hands a request in (%s), asks for it, and reads it once its answer is public',
		async (format) => {
			const given = fields();
			const answer = await post(given, format);
			expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
			expect(answer.type).toContain(format === 'json' ? 'application/json' : 'text/xml');
			const first = (whole: Got): Request =>
				format === 'json'
					? json<Request[]>(whole)[0]!
					: xml<{ service_requests: { request: Request[] } }>(whole).service_requests.request[0]!;
			const made = first(answer);
			expect(made.service_request_id).toMatch(/^PAKN\.CT\.\d{8}\.\d{4}$/);
			expect(made.service_notice).toContain('/phan-anh/tra-cuu');
			// The connection broke, the program sends again: the same request.
			expect(first(await post(given, format)).service_request_id).toBe(made.service_request_id);

			// The id came at once (realtime), so there is no token to ask with; the id itself tells nobody anything yet.
			for (const path of [`tokens/${made.service_request_id}`, `requests/${made.service_request_id}`]) {
				const none = await get(`${path}.${format}`);
				expect(none.status).toBe(404);
				expect(none.text).not.toMatch(/Mận|0912|An Thành/);
			}
			await answerAndPublish(made.service_request_id);
			const shown = await get(`requests/${made.service_request_id}.${format}`);
			expect(shown.status).toBe(200);
			expect(first(shown)).toMatchObject({
				service_request_id: made.service_request_id,
				status: 'closed',
				status_notes: 'Đã thay bóng đèn ngay trong buổi sáng.'
			});
			expect(shown.text).not.toMatch(/Mận|0912|An Thành|Đầu ngõ 5/);
		}
	);
});

describe('what cannot be taken', () => {
	const cases: [string, Record<string, string>, number, string][] = [
		['no key', { api_key: '' }, 403, 'api_key'],
		['a wrong key', { api_key: 'sai-khoa' }, 403, 'api_key'],
		['another jurisdiction', { jurisdiction_id: 'city.gov' }, 404, 'city.gov'],
		['no service', { service_code: '' }, 400, 'service_code'],
		['an unknown service', { service_code: '033' }, 404, '033'],
		['a missing attribute', { 'attribute[LOAI]': '' }, 400, 'LOAI'],
		['a wrong attribute', { 'attribute[LOAI]': 'sai' }, 400, 'LOAI'],
		['no place at all', { address_string: '' }, 400, 'address_string'],
		['half a point', { address_string: '', lat: '21.1' }, 400, 'long']
	];
	it.each(cases)('%s is refused in both formats, and said', async (_name, changes, status, says) => {
		for (const format of ['json', 'xml'] as const) {
			const answer = await post(fields(changes), format);
			expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(says)]);
			const errors =
				format === 'json'
					? json<{ code: number; description: string }[]>(answer)
					: xml<{ errors: { error: { code: string; description: string }[] } }>(answer).errors.error;
			expect(String(errors[0]!.code)).toBe(String(status));
			expect(errors[0]!.description).toMatch(/\S/);
		}
	});

	it('a key that was taken back opens nothing', async () => {
		const office = await actorAs('office');
		const short = await apiKeys.make(office.ctx, 'Ứng dụng thôi dùng');
		expect((await post(fields({ api_key: short }))).status).toBe(201);
		await apiKeys.revoke(office.ctx, (await apiKeys.list(office.ctx))[0]!.id);
		await office.done();
		expect((await post(fields({ api_key: short }))).status).toBe(403);
	});
});

async function answerAndPublish(code: string): Promise<void> {
	const [office, desk, chair, deputy] = [
		await actorAs('office'),
		await actorAs('one_stop'),
		await actorAs('chair'),
		await actorAs('vice_chair')
	];
	const [row] = await read(office.ctx, (tx) =>
		tx.select().from(feedbackCase).where(eq(feedbackCase.code, code))
	);
	const id = row!.id;
	await handling.classify(office.ctx, id, {
		class: 'local_issue',
		complexity: 'simple',
		title: 'Đèn ngõ hỏng'
	});
	await handling.assign(office.ctx, id, { unitId: desk.unitId });
	await answering.draft(desk.ctx, id, { text: 'Đã thay bóng đèn ngay trong buổi sáng.' });
	await answering.approve(chair.ctx, id);
	await answering.answer(desk.ctx, id);
	const texts = {
		title: 'Đèn đường trong ngõ hỏng',
		question: 'Đèn đường trong ngõ hỏng ba hôm nay, tối rất khó đi.',
		answer: 'Đã thay bóng đèn ngay trong buổi sáng.'
	};
	await publication.prepare(office.ctx, id, {
		texts,
		byHand: [],
		decided: Object.fromEntries(spansIn(texts).map(({ key: span }) => [span, { decision: 'hide', why: '' }])),
		taskId: null,
		pictures: {}
	});
	await publication.confirm(deputy.ctx, id);
	for (const one of [office, desk, chair, deputy]) await one.done();
}
