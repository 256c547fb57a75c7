import { isHttpError, isRedirect, type RequestEvent } from '@sveltejs/kit';
import { beforeAll, describe, expect, it } from 'vitest';
import * as accounts from '#people/accounts.server.ts';
import type { Cookie } from '#people/auth.server.ts';
import * as persons from '#people/persons.server.ts';
import * as signing from '#people/sign-in.server.ts';
import { makeWard, type TestWard } from '#people/testing.ts';
import { sql } from 'drizzle-orm';
import type { Database } from '#platform/db.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { Refusal } from '#platform/refusal.ts';
import { handle, handleError } from './hooks.server.ts';
import { guardForm } from './routes/wellformed.server.ts';

const database = useDatabase();
const password = 'sen-lua-tre-4821';
let first: TestWard;
let second: TestWard;
let mine: string;
let neighbours: string;

beforeAll(async () => {
	(globalThis as { minhBachDatabase?: Database }).minhBachDatabase = database.db;
	first = await makeWard(database.db, 'thu-nhat');
	second = await makeWard(database.db, 'thu-hai');
	await database.db.execute(sql`update ward set host = 'thu-hai.vidu.vn' where id = ${second.wardId}`);
	await accounts.give(database.db, {
		wardId: first.wardId,
		personId: first.as('culture').actor.personId,
		signInName: 'van-hoa',
		password
	});
	await accounts.give(database.db, {
		wardId: second.wardId,
		personId: second.as('culture').actor.personId,
		signInName: 'van-hoa@thu-hai',
		password
	});
	mine = await cookieOf('van-hoa', password);
	neighbours = await cookieOf('van-hoa@thu-hai', password);
});

async function cookieOf(name: string, secret: string): Promise<string> {
	const door = {
		db: database.db,
		now: new Date(),
		onlyWard: undefined,
		headers: new Headers(),
		address: '127.0.0.1'
	};
	const { cookies } = await signing.signIn(door, { name, password: secret });
	return cookies.map((cookie: Cookie) => `${cookie.name}=${encodeURIComponent(cookie.value)}`).join('; ');
}

type Asked = { route: string; cookie?: string; method?: string; headers?: Record<string, string> };

/** One request through the hook: where it was led, or what the page would have seen. */
async function ask(address: string, { route, cookie, method = 'GET', headers = {} }: Asked) {
	const url = new URL(address);
	const setCookies: string[] = [];
	const event = {
		url,
		route: { id: route },
		request: new Request(url, { method, headers: { ...headers, ...(cookie && { cookie }) } }),
		cookies: { set: (name: string) => setCookies.push(name) },
		locals: {} as App.Locals,
		getClientAddress: () => '192.0.2.1'
	} as unknown as RequestEvent;
	try {
		const response = await handle({ event, resolve: () => Promise.resolve(new Response('')) });
		return { ctx: event.locals.ctx, account: event.locals.account, headers: response.headers, setCookies };
	} catch (thrown) {
		if (!isRedirect(thrown)) throw thrown;
		return { led: thrown.location, status: thrown.status };
	}
}

const staff = '/(staff)/lam-viec/tin-bai';

describe('a request', () => {
	it('to a staff page without signing in is led to the door, and knows the way back', async () => {
		expect(await ask('http://127.0.0.1/lam-viec/tin-bai?thang=2026-06', { route: staff })).toEqual({
			led: '/dang-nhap?tiep=%2Flam-viec%2Ftin-bai%3Fthang%3D2026-06',
			status: 303
		});
		expect(
			await ask('http://127.0.0.1/lam-viec/tin-bai?/xoa', { route: staff, method: 'POST' })
		).toMatchObject({ led: '/dang-nhap?tiep=%2Flam-viec' });
	});

	it('with a forged or foreign cookie is a visitor’s', async () => {
		const forged = mine.replace(/=.{8}/, '=AAAAAAAA');
		expect(await ask('http://127.0.0.1/lam-viec/tin-bai', { route: staff, cookie: forged })).toMatchObject({
			status: 303
		});
	});

	it('of a signed-in person acts as them, is kept by nobody, and carries its locks', async () => {
		const { ctx, headers, account } = await ask('http://127.0.0.1/lam-viec/tin-bai', {
			route: staff,
			cookie: mine
		});
		expect(ctx).toMatchObject({ wardId: first.wardId, actor: first.as('culture').actor });
		expect(account!.positions.map(({ role }) => role)).toEqual(['culture']);
		expect(headers!.get('cache-control')).toBe('private, no-store');
		expect(headers!.get('x-content-type-options')).toBe('nosniff');
		expect(headers!.get('content-security-policy')).toContain('frame-ancestors');
	});

	it('believes the connection, not a header, about where it comes from', async () => {
		const asked = await ask('http://127.0.0.1/lam-viec/tin-bai', {
			route: staff,
			cookie: mine,
			headers: { 'x-forwarded-for': '203.0.113.5', 'x-minhbach-address': '203.0.113.6' }
		});
		expect(asked.ctx!.actor.kind).toBe('person');
		const fresh = await cookieOf('van-hoa', password);
		await ask('http://127.0.0.1/lam-viec/tin-bai', {
			route: staff,
			cookie: fresh,
			headers: { 'x-minhbach-address': '203.0.113.6' }
		});
		const { rows } = await database.db.execute(sql`select 1 from auth.session where ip_address like '203.%'`);
		expect(rows).toEqual([]);
	});

	it('of another ward’s person never acts in this ward', async () => {
		// At the host of a ward only its own people are somebody.
		expect(
			await ask('http://thu-hai.vidu.vn/lam-viec/tin-bai', { route: staff, cookie: mine })
		).toMatchObject({ status: 303 });
		const own = await ask('http://thu-hai.vidu.vn/lam-viec/tin-bai', { route: staff, cookie: neighbours });
		expect(own.ctx).toMatchObject({ wardId: second.wardId, actor: second.as('culture').actor });
		// At a host of nobody each works in their own.
		const generic = await ask('http://127.0.0.1/lam-viec/tin-bai', { route: staff, cookie: neighbours });
		expect(generic.ctx).toMatchObject({ wardId: second.wardId, actor: second.as('culture').actor });
	});

	it('for machines and for the desk’s screen is about the ward of the host, whoever asks', async () => {
		for (const cookie of [mine, neighbours, '']) {
			const asked = await ask('http://127.0.0.1/api/v1/procedures', {
				route: '/api/v1/procedures',
				...(cookie && { cookie })
			});
			expect(asked).toMatchObject({ ctx: { wardId: first.wardId, actor: { kind: 'visitor' } } });
			expect(asked.account).toBeUndefined();
			const own = await ask('http://thu-hai.vidu.vn/api/v1/search?q=x', {
				route: '/api/v1/search',
				...(cookie && { cookie })
			});
			expect(own).toMatchObject({ ctx: { wardId: second.wardId, actor: { kind: 'visitor' } } });
		}
		const screen = await ask('http://127.0.0.1/kiosk', { route: '/kiosk', cookie: neighbours });
		expect(screen.ctx).toMatchObject({ wardId: first.wardId, actor: { kind: 'visitor' } });
	});

	it('that no person could have typed is refused in words', async () => {
		const refused = async (address: string, method = 'GET', body?: BodyInit, type?: string) => {
			const url = new URL(address, 'http://127.0.0.1');
			const request = new Request(url, {
				method,
				...(body === undefined ? {} : { body }),
				...(type ? { headers: { 'content-type': type } } : {})
			});
			const event = {
				url,
				route: { id: '/(public)/tin-tuc' },
				request,
				cookies: { set: () => undefined },
				locals: {},
				getClientAddress: () => '192.0.2.1'
			} as unknown as RequestEvent;
			let form: FormData | undefined;
			try {
				await handle({
					event,
					resolve: async () => {
						if (method === 'POST') form = await event.request.formData();
						return new Response('');
					}
				});
			} catch (thrown) {
				if (!isHttpError(thrown)) throw thrown;
				return [thrown.status, /Hãy /.test(thrown.body.message)];
			}
			return form && Object.fromEntries(form);
		};
		expect(await refused('/tin-tuc?q=a%00b')).toEqual([400, true]);
		expect(await refused('/thu-tuc/a%00b')).toEqual([400, true]);
		expect(await refused('/tin-tuc?/default', 'POST', 'a=b')).toEqual([404, true]);
		for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x', 'application/json', 'x'])
			expect(await refused('/tin-tuc', 'POST', 'không phải biểu mẫu', type)).toEqual([400, true]);
		const endless = new ReadableStream({
			pull: (controller) => controller.error(Object.assign(new Error('too much'), { status: 413 }))
		});
		const large = new Request('http://127.0.0.1/tin-tuc', {
			method: 'POST',
			body: endless,
			headers: { 'content-type': 'multipart/form-data; boundary=x' },
			...({ duplex: 'half' } as object)
		});
		guardForm(large);
		await expect(large.formData()).rejects.toMatchObject({ status: 413 });
		const kept = await refused('/tin-tuc', 'POST', new URLSearchParams({ 'na\0me': 'Nguyễn\0 Văn\0 A' }));
		expect(kept).toEqual({ name: 'Nguyễn Văn A' });
	});

	it('that was refused, and whose page forgot to say so, is answered with the words of the refusal', () => {
		const caught = (error: unknown) =>
			handleError({
				kind: 'unknown',
				error,
				event: { url: new URL('http://127.0.0.1/x'), request: new Request('http://127.0.0.1/x') }
			} as unknown as Parameters<typeof handleError>[0]);
		expect(caught(new Refusal({ code: 'x', status: 409, message: 'Hãy tải lại trang.' }))).toEqual({
			status: 409,
			message: 'Hãy tải lại trang.'
		});
		expect(caught(new Error('ours'))).toMatchObject({ incident: expect.stringMatching(/^[2-9A-Z]{8}$/) });
	});

	it('for a public page shows the ward of the host to everyone alike, and sets no cookie', async () => {
		const page = { route: '/(public)/tin-tuc' };
		const asked = await ask('http://127.0.0.1/tin-tuc', { ...page, cookie: neighbours });
		expect(asked.ctx).toMatchObject({ wardId: first.wardId, actor: { kind: 'visitor' } });
		expect(asked.setCookies).toEqual([]);
		expect((await ask('http://127.0.0.1/tin-tuc', page)).headers!.get('cache-control')).toBeNull();
		expect((await ask('http://thu-hai.vidu.vn/tin-tuc', page)).ctx!.wardId).toBe(second.wardId);
	});

	it('of somebody with a handed-out password leads to changing it, and does nothing else', async () => {
		const once = await persons.handOutPassword(
			{ ...first.as('admin'), now: new Date() },
			first.as('radio').actor.personId
		);
		const cookie = await cookieOf(once.signInName, once.password);
		expect(await ask('http://127.0.0.1/lam-viec/tin-bai', { route: staff, cookie })).toEqual({
			led: '/lam-viec/tai-khoan/mat-khau',
			status: 303
		});
		const elsewhere = await ask('http://127.0.0.1/tep/x', { route: '/(public)/tep/[token]', cookie });
		expect(elsewhere.ctx!.actor.kind).toBe('visitor');
		const there = await ask('http://127.0.0.1/lam-viec/tai-khoan/mat-khau', {
			route: '/(staff)/lam-viec/tai-khoan/mat-khau',
			cookie
		});
		expect(there.ctx!.actor).toEqual(first.as('radio').actor);
	});
});

describe('the screen at the desk', () => {
	it('carries a second policy that keeps it where it is; other pages do not', async () => {
		const desk = await ask('http://127.0.0.1/kiosk', { route: '/kiosk/thu-tuc/[code]' });
		expect(desk.headers!.get('content-security-policy')).toContain('sandbox allow-forms');
		expect(desk.headers!.get('content-security-policy')).toContain("frame-ancestors 'none'");
		const portal = await ask('http://127.0.0.1/', { route: '/(public)' });
		expect(portal.headers!.get('content-security-policy')).not.toContain('sandbox');
	});
});
