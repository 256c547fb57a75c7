import { isHttpError, isRedirect } from '@sveltejs/kit';
import { beforeAll, describe, expect, it } from 'vitest';
import { hotlineForm } from '#people/hotline.ts';
import * as register from '#people/hotlines.server.ts';
import type { Role } from '#people/role.ts';
import { makeWard, type TestWard } from '#people/testing.ts';
import { useDatabase } from '#platform/testing/database.ts';
import * as publicPage from '../../../(public)/duong-day-nong/+page.server.ts';
import * as sheet from '../../../(public)/duong-day-nong/in/+page.server.ts';
import { portalWard } from '../../../(public)/ward.server.ts';
import * as staffLine from '../../../(staff)/lam-viec/duong-day-nong/[id]/+page.server.ts';
import * as staffList from '../../../(staff)/lam-viec/duong-day-nong/+page.server.ts';
import * as staffNew from '../../../(staff)/lam-viec/duong-day-nong/them/+page.server.ts';
import { GET } from './+server.ts';

const database = useDatabase();
let ward: TestWard;
let other: TestWard;
let secretId: number;

type Anything = (event: unknown) => unknown;
const visitor = (of: TestWard) => ({ ...of.robot(), actor: { kind: 'visitor' as const } });
const event = (path: string, ctx: object, more: object = {}) => {
	const url = new URL(path, 'https://phuong.example');
	return {
		url,
		params: {},
		locals: { ctx },
		request: new Request(url),
		setHeaders: () => undefined,
		...more
	};
};
const api = async (query = '', of = ward) => {
	const response = await (GET as unknown as (event: unknown) => Promise<Response>)(
		event(`/api/v1/hotlines${query}`, visitor(of))
	);
	return { status: response.status, body: (await response.json()) as Record<string, never> };
};
const send = async (action: unknown, values: Record<string, string>, ctx: object, params: object = {}) => {
	const body = new FormData();
	for (const [name, value] of Object.entries(values)) body.set(name, value);
	const request = new Request('https://phuong.example/', { method: 'POST', body });
	try {
		return await (action as Anything)(event('/', ctx, { params, request }));
	} catch (thrown) {
		if (isRedirect(thrown)) return thrown.location;
		if (isHttpError(thrown)) return thrown.status;
		throw thrown;
	}
};
const said = {
	kind: 'office',
	name: 'Đường dây nóng của phường',
	number: '0220 3888 311',
	hours: 'giờ làm việc',
	takesFeedback: 'on',
	public: 'on',
	validFrom: '2026-01-01'
};

beforeAll(async () => {
	ward = await makeWard(database.db);
	other = await makeWard(database.db, 'phuong-khac');
	await register.add(ward.as('office'), hotlineForm.parse(said));
	secretId = await register.add(
		ward.as('office'),
		hotlineForm.parse({ ...said, name: 'Số trong nhà', number: '0220 3888 000', public: '' })
	);
	await register.add(
		ward.as('office'),
		hotlineForm.parse({ ...said, name: 'Số năm sau', number: '0220 3888 777', validFrom: '2027-01-01' })
	);
});

describe('what everybody gets', () => {
	it('is the public lines of the day, in the interface and on the page; nothing of another ward', async () => {
		const { body } = await api();
		expect(body).toMatchObject({
			total: 1,
			items: [{ number: '0220 3888 311', dial: '02203888311', email: null, takesFeedback: true }]
		});
		expect((await api('?on=2027-02-01')).body['total']).toBe(2);
		expect((await api('?on=2025-02-01')).body['total']).toBe(0);
		expect((await api('?on=hom-nay')).status).toBe(400);
		expect((await api('', other)).body['total']).toBe(0);
		const page = await (publicPage.load as unknown as Anything)(event('/duong-day-nong', visitor(ward)));
		const printed = await (sheet.load as unknown as Anything)(event('/duong-day-nong/in', visitor(ward)));
		for (const shown of [page, printed]) {
			expect(JSON.stringify(shown)).toContain('0220 3888 311');
			expect(JSON.stringify(shown)).not.toContain('0220 3888 000');
			expect(JSON.stringify(shown)).not.toContain('0220 3888 777');
		}
	});

	it('carries the number into the footer of every page', async () => {
		expect((await portalWard(visitor(ward))).contact).toEqual({
			phone: '0220 3888 311',
			hours: 'giờ làm việc'
		});
		expect((await portalWard(visitor(other))).contact).toEqual({});
	});
});

describe('the register of the office', () => {
	const list = (role: Role) =>
		(staffList.load as unknown as Anything)(event('/lam-viec/duong-day-nong', ward.as(role))) as Promise<{
			lines: { name: string }[];
			refusals: unknown[];
		}>;

	it('is read by everybody in service, with the reason why a button is grey', async () => {
		const radio = await list('radio');
		expect(radio.lines.map(({ name }) => name)).toContain('Số trong nhà');
		expect(radio.refusals).toHaveLength(1);
		expect((await list('chair')).refusals).toEqual([]);
	});

	it('hands a wrong form back with what was typed, and leads on from a right one', async () => {
		const add = (staffNew.actions as Record<string, unknown>)['default'];
		const wrong = await send(add, { ...said, number: 'gọi tôi' }, ward.as('office'));
		expect(wrong).toMatchObject({
			status: 422,
			data: { values: { number: 'gọi tôi' }, refusal: { reasons: [{ field: 'number' }] } }
		});
		expect(await send(add, said, ward.as('culture'))).toMatchObject({ status: 403 });
		expect(await send(add, { ...said, name: 'Số thứ hai', takesFeedback: '' }, ward.as('office'))).toBe(
			'/lam-viec/duong-day-nong?xong=them'
		);
	});

	it('changes, corrects, ends and moves a line; a line of another ward is not there', async () => {
		const { doi, sua, thoi } = staffLine.actions as Record<string, unknown>;
		const params = { id: String(secretId) };
		const move = (staffList.actions as Record<string, unknown>)['xep'];
		expect(await send(move, { id: String(secretId), where: 'up' }, ward.as('office'))).toContain('xong=xep');
		expect(await send(move, { id: 'x', where: 'up' }, ward.as('office'))).toMatchObject({ status: 422 });
		const changed = { ...said, lockVersion: '1', from: '2026-06-20', public: '' };
		expect(await send(doi, changed, other.as('office'), params)).toMatchObject({ status: 404 });
		const led = String(await send(doi, changed, ward.as('office'), params));
		expect(led).toMatch(/^\/lam-viec\/duong-day-nong\/\d+\?xong=doi$/);
		expect(await send(doi, changed, ward.as('office'), params)).toMatchObject({ status: 409 });
		expect(
			await send(sua, { ...said, lockVersion: '2', name: 'Tên đúng' }, ward.as('office'), params)
		).toContain('xong=sua');
		expect(
			await send(thoi, { lockVersion: '3', validTo: '2026-02-30' }, ward.as('office'), params)
		).toMatchObject({ data: { tried: 'thoi', refusal: { field: 'validTo' } } });
		expect(await send(thoi, { lockVersion: 'x' }, ward.as('office'), params)).toBe(404);
		const view = (await (staffLine.load as unknown as Anything)(
			event('/', ward.as('radio'), { params })
		)) as { lineage: { id: number }[] };
		expect(view.lineage).toHaveLength(2);
	});
});
