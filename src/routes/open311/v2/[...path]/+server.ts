/** Open311 GeoReport v2 of the ward of this host: reading is open to all, handing in needs a key. */
import {
	addressed,
	changeset,
	contentTypes,
	definition,
	isService,
	queried,
	services,
	specification,
	written,
	Wrong,
	type Format,
	type Value
} from '#feedback/open311.ts';
import * as open311 from '#feedback/open311.server.ts';
import { bodyOf } from './body.ts';
import type { RequestHandler } from './$types';

const openToAll = { 'access-control-allow-origin': '*' };

function answer(
	format: Format,
	status: number,
	root: string,
	value: Value,
	headers: Record<string, string>
): Response {
	return new Response(written(format, root, value), {
		status,
		headers: { 'content-type': contentTypes[format], ...headers }
	});
}

type Event = Parameters<RequestHandler>[0];

async function answered(
	event: Event,
	headers: Record<string, string>,
	work: (asked: ReturnType<typeof addressed>) => Promise<[number, string, Value, Record<string, string>?]>
): Promise<Response> {
	const asked = addressed(event.params.path);
	try {
		const [status, root, value, more] = await work(asked);
		return answer(asked.format, status, root, value, { ...headers, ...more });
	} catch (thrown) {
		if (!(thrown instanceof Wrong)) throw thrown;
		const errors = { item: 'error', of: thrown.errors };
		return answer(asked.format, thrown.status, 'errors', errors, {
			...headers,
			'cache-control': 'no-store',
			...(thrown.status === 429 || thrown.status >= 500 ? { 'retry-after': '60' } : {})
		});
	}
}

/** One host is one ward; a program that names another is told so. */
async function checkJurisdiction(event: Event, given: string | null): Promise<void> {
	const id = given
		?.trim()
		.toLowerCase()
		.replace(/^www\./, '');
	if (!id) return;
	const { ids } = await open311.jurisdiction(event.locals.ctx);
	const known = [...ids, event.url.hostname, event.url.host].map((one) =>
		one.toLowerCase().replace(/^www\./, '')
	);
	if (!known.includes(id))
		throw new Wrong(404, `Không có jurisdiction_id ${id.slice(0, 100)} ở địa chỉ này.`);
}

const noSuch = (): Wrong =>
	new Wrong(
		404,
		'Không có tài nguyên này. Có: discovery, services, requests, tokens (đuôi .xml hoặc .json).'
	);

export const GET: RequestHandler = (event) =>
	answered(event, { ...openToAll, 'cache-control': 'public, max-age=60' }, async ({ resource, id }) => {
		const { searchParams } = event.url;
		const { ctx } = event.locals;
		await checkJurisdiction(event, searchParams.get('jurisdiction_id'));
		if (resource === 'discovery' && id === null) return [200, 'discovery', await discovery(event)];
		if (resource === 'services') {
			if (id === null) return [200, 'services', services()];
			if (!isService(id)) throw new Wrong(404, `Không có loại việc (service_code) ${id.slice(0, 60)}.`);
			return [200, 'service_definition', definition(id)];
		}
		if (resource === 'requests') {
			if (id === null)
				return [200, 'service_requests', await open311.list(ctx, queried(searchParams, ctx.now))];
			const found = await open311.list(
				ctx,
				queried(new URLSearchParams({ service_request_id: id }), ctx.now)
			);
			if (id.trim() === '' || id.includes(',') || found.of.length === 0)
				throw new Wrong(404, 'Không có phản ánh công khai nào mang mã này.');
			return [200, 'service_requests', found];
		}
		if (resource === 'tokens') {
			if (!id) throw new Wrong(400, 'Thiếu token.');
			// Codes are given at once (type realtime), so no token was ever handed out.
			throw new Wrong(404, 'Không có token này: mã phản ánh đã có ngay trong câu trả lời khi gửi.');
		}
		throw noSuch();
	});

async function discovery(event: Event): Promise<Value> {
	const { name, sample } = await open311.jurisdiction(event.locals.ctx);
	const { origin } = event.url;
	return {
		changeset,
		contact: `Ủy ban nhân dân ${name}: ${origin}/duong-day-nong`,
		key_service: `Xin khóa (api_key) của Văn phòng Ủy ban nhân dân ${name}: ${origin}/duong-day-nong`,
		endpoints: {
			item: 'endpoint',
			of: [
				{
					specification,
					url: `${origin}/open311/v2`,
					changeset,
					type: sample ? 'test' : 'production',
					formats: { item: 'format', of: ['text/xml', 'application/json'] }
				}
			]
		}
	};
}

export const POST: RequestHandler = (event) =>
	answered(event, { 'cache-control': 'no-store' }, async ({ resource, id }) => {
		if (resource !== 'requests' || id !== null) throw noSuch();
		const form = await bodyOf(event.request);
		await checkJurisdiction(
			event,
			form.get('jurisdiction_id') ?? event.url.searchParams.get('jurisdiction_id')
		);
		const made = await open311.post(event.locals.ctx, form, {
			mark: event.request.headers.get('idempotency-key')?.slice(0, 200) || null,
			origin: event.url.origin,
			address: event.locals.address
		});
		return [201, 'service_requests', made];
	});

/** Pages of others may read; handing in is for programs. */
export const OPTIONS: RequestHandler = () =>
	new Response(null, {
		status: 204,
		headers: {
			...openToAll,
			'access-control-allow-methods': 'GET, HEAD, OPTIONS',
			'access-control-max-age': '86400'
		}
	});
