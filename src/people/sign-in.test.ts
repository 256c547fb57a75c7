import { createHmac } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { historyOf } from '#platform/journal.server.ts';
import { Refusal } from '#platform/refusal.ts';
import { useDatabase } from '#platform/testing/database.ts';
import * as accounts from './accounts.server.ts';
import { actorOf, choosePosition } from './acting.server.ts';
import { session, user } from './auth-schema.server.ts';
import type { Cookie } from './auth.server.ts';
import * as own from './own-account.server.ts';
import * as persons from './persons.server.ts';
import { position } from './schema.server.ts';
import * as sessions from './sessions.server.ts';
import * as signing from './sign-in.server.ts';
import { makeWard, testNow, type TestWard } from './testing.ts';
import { limits, networkOf } from './throttle.server.ts';

const password = 'sen-lua-tre-4821';
const database = useDatabase();
let ward: TestWard;
let other: TestWard;
/** Every test comes from an address of its own, so that no test is slowed by another's attempts. */
let lastAddress = 0;

beforeAll(async () => {
	ward = await makeWard(database.db, 'dang-nhap');
	other = await makeWard(database.db, 'ben-canh');
	for (const [where, role, signInName] of [
		[ward, 'culture', 'van-hoa'],
		[ward, 'admin', 'quan-tri'],
		[ward, 'radio', 'truyen-thanh'],
		[ward, 'justice', 'tu-phap'],
		[ward, 'front', 'mat-tran'],
		[ward, 'accountant', 'ke-toan'],
		[ward, 'office', 'van-phong'],
		[other, 'culture', 'van-hoa@ben-canh']
	] as const) {
		await accounts.give(database.db, {
			wardId: where.wardId,
			personId: where.as(role).actor.personId,
			signInName,
			password
		});
	}
});

function door(changed: Partial<signing.Door> = {}): signing.Door {
	return {
		db: database.db,
		now: testNow,
		onlyWard: undefined,
		headers: new Headers(),
		address: `10.0.0.${++lastAddress}`,
		...changed
	};
}

function carrying(cookies: Cookie[]): Headers {
	return new Headers({
		cookie: cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
	});
}

async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
	const error = await work.then(
		() => undefined,
		(thrown: unknown) => thrown
	);
	expect(error).toBeInstanceOf(Refusal);
	return error as Refusal;
}

async function signedIn(name: string): Promise<{ headers: Headers; account: sessions.SignedIn }> {
	const { cookies } = await signing.signIn(door(), { name, password });
	const headers = carrying(cookies);
	const { signedIn: account } = await sessions.current(database.db, headers, { refresh: true });
	return { headers, account: account! };
}

const here = (headers: Headers, account: sessions.SignedIn): own.Own => ({
	...account,
	headers,
	address: '10.9.9.9'
});

describe('signing in', () => {
	it('lets a person in, however the phone wrote the name, and leaves a line in the journal', async () => {
		const { account } = await signedIn(' Van-Hoa ');
		const acting = await actorOf(database.db, account, testNow);
		expect(acting!.actor).toEqual(ward.as('culture').actor);
		const [line] = await read(ward.as('admin'), (tx) =>
			historyOf(tx, { kind: 'person', id: acting!.actor.personId })
		);
		expect(line).toMatchObject({ act: 'account.signed_in', personId: acting!.actor.personId });
	});

	it('sets a cookie scripts cannot read and other sites cannot send along', async () => {
		const { cookies } = await signing.signIn(door(), { name: 'van-hoa', password });
		expect(cookies.map(({ options }) => [options.httpOnly, options.sameSite, options.path])).toEqual([
			[true, 'lax', '/']
		]);
	});

	it('answers a wrong password and an unknown name alike', async () => {
		const wrong = await refusalOf(signing.signIn(door(), { name: 'van-hoa', password: 'sai-mat-khau-roi' }));
		const unknown = await refusalOf(
			signing.signIn(door(), { name: 'khong-co-ai', password: 'sai-mat-khau-roi' })
		);
		const impossible = await refusalOf(
			signing.signIn(door(), { name: 'Không Có!', password: 'sai-mat-khau-roi' })
		);
		expect(wrong.code).toBe('sign_in.wrong');
		expect([unknown, impossible].map(({ code, message, status }) => ({ code, message, status }))).toEqual(
			[wrong, wrong].map(({ code, message, status }) => ({ code, message, status }))
		);
	});

	it('asks for what was left empty', async () => {
		expect((await refusalOf(signing.signIn(door(), { name: ' ', password }))).field).toBe('name');
		expect((await refusalOf(signing.signIn(door(), { name: 'van-hoa', password: '' }))).field).toBe(
			'password'
		);
	});

	it('at the host of one ward keeps the people of another out, and their session is gone', async () => {
		const refusal = await refusalOf(
			signing.signIn(door({ onlyWard: ward.wardId }), { name: 'van-hoa@ben-canh', password })
		);
		expect(refusal.code).toBe('sign_in.other_ward');
		const rows = await database.db
			.select()
			.from(session)
			.innerJoin(user, eq(user.id, session.userId))
			.where(eq(user.username, 'van-hoa@ben-canh'));
		expect(rows).toEqual([]);
	});

	it('of another ward finds no person in this one, whatever the cookie says', async () => {
		const { account } = await signedIn('van-hoa@ben-canh');
		expect(account.wardId).toBe(other.wardId);
		expect(await actorOf(database.db, { ...account, wardId: ward.wardId }, testNow)).toBeUndefined();
		expect((await actorOf(database.db, account, testNow))!.actor).toEqual(other.as('culture').actor);
	});

	it('needs a position held on that day', async () => {
		const early = await refusalOf(
			signing.signIn(door({ now: new Date('2025-12-31T10:00:00+07:00') }), { name: 'van-hoa', password })
		);
		expect(early.code).toBe('sign_in.no_position');
	});
});

describe('the brake', () => {
	it('stops guessing at one name from one address, and opens again after a quarter of an hour', async () => {
		const at = door();
		for (let n = 0; n < limits.nameAtAddress; n++) {
			expect(
				(await refusalOf(signing.signIn(at, { name: 'tu-phap', password: 'doan-thu-xem-sao' }))).code
			).toBe('sign_in.wrong');
		}
		const stopped = await refusalOf(signing.signIn(at, { name: 'tu-phap', password }));
		expect([stopped.code, stopped.status]).toEqual(['sign_in.throttled', 429]);
		// A header that claims another address changes nothing: the address is the connection's.
		const pretending = { ...at, headers: new Headers({ 'x-forwarded-for': '203.0.113.9' }) };
		expect((await refusalOf(signing.signIn(pretending, { name: 'tu-phap', password }))).code).toBe(
			'sign_in.throttled'
		);
		// The person itself, elsewhere, is not locked out.
		expect((await signing.signIn(door(), { name: 'tu-phap', password })).step).toBe('in');
		const later = { ...at, now: new Date(testNow.getTime() + 16 * 60_000) };
		expect((await signing.signIn(later, { name: 'tu-phap', password })).step).toBe('in');
	});

	it('stops trying many names from one address', async () => {
		const at = door();
		await database.db.execute(
			sql`insert into auth.sign_in_attempt (at, name_hash, address) select ${testNow.toISOString()}, 'ten-' || n, ${at.address} from generate_series(1, ${limits.address}) n`
		);
		expect((await refusalOf(signing.signIn(at, { name: 'van-hoa', password }))).code).toBe(
			'sign_in.throttled'
		);
	});

	it('counts many at once before it looks at any password', async () => {
		const at = door();
		const answers = await Promise.all(
			Array.from({ length: limits.nameAtAddress + 4 }, () =>
				refusalOf(signing.signIn(at, { name: 'mat-tran', password: 'doan-thu-xem-sao' }))
			)
		);
		expect(answers.filter(({ code }) => code === 'sign_in.wrong').length).toBeLessThanOrEqual(
			limits.nameAtAddress
		);
	});

	it('forgives slips once the right password comes', async () => {
		const at = door();
		for (let n = 0; n < limits.nameAtAddress - 1; n++)
			await refusalOf(signing.signIn(at, { name: 'ke-toan', password: 'go-nham-mat-roi' }));
		await signing.signIn(at, { name: 'ke-toan', password });
		expect((await refusalOf(signing.signIn(at, { name: 'ke-toan', password: 'go-nham-mat-roi' }))).code).toBe(
			'sign_in.wrong'
		);
	});

	it('takes a whole network of the newer internet for one address', () => {
		expect(networkOf('2001:db8:1:2::5')).toBe(networkOf('2001:0db8:1:2:ffff:1:2:3'));
		expect(networkOf('2001:db8:1:2::5')).not.toBe(networkOf('2001:db8:1:3::5'));
		expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
		expect(networkOf('::1')).toBe('0:0:0:0::/64');
	});
});

describe('a session', () => {
	it('is out at once when it is revoked, on this device or another', async () => {
		const first = await signedIn('truyen-thanh');
		const second = await signedIn('truyen-thanh');
		const ctx = ward.as('radio');
		const mine = here(first.headers, first.account);
		const devices = await own.devices(ctx, mine);
		expect(devices.map(({ here }) => here).sort()).toEqual([false, true]);
		await own.signOutDevice(ctx, mine, devices.find(({ here }) => !here)!.id);
		expect((await sessions.current(database.db, second.headers, { refresh: true })).signedIn).toBeUndefined();
		expect((await sessions.current(database.db, first.headers, { refresh: true })).signedIn).toBeDefined();
	});

	it('of somebody else cannot be revoked', async () => {
		const theirs = await signedIn('van-hoa');
		const mine = await signedIn('truyen-thanh');
		const refusal = await refusalOf(
			own.signOutDevice(ward.as('radio'), here(mine.headers, mine.account), theirs.account.sessionId)
		);
		expect(refusal.code).toBe('not_found');
		expect((await sessions.current(database.db, theirs.headers, { refresh: true })).signedIn).toBeDefined();
	});

	it('ends with signing out', async () => {
		const { headers } = await signedIn('truyen-thanh');
		const cookies = await signing.signOut(database.db, headers);
		expect(cookies.some(({ options }) => options.maxAge === 0)).toBe(true);
		expect((await sessions.current(database.db, headers, { refresh: true })).signedIn).toBeUndefined();
	});

	it('acts in the position chosen in it, and only in one held today', async () => {
		const ctx = ward.as('culture');
		const today = '2026-06-15';
		const [second] = await database.db.transaction(async (tx) => {
			await tx.execute(sql`select set_config('minhbach.ward', ${String(ward.wardId)}, true)`);
			return tx
				.insert(position)
				.values([
					{
						personId: ctx.actor.personId,
						unitId: ward.unitIds.radio,
						title: 'Phụ trách phát thanh',
						role: 'radio',
						validFrom: today,
						validTo: today
					},
					{
						personId: ctx.actor.personId,
						unitId: ward.unitIds.office,
						title: 'Sắp tới',
						role: 'office',
						validFrom: addDays(today, 1)
					}
				])
				.returning({ id: position.id });
		});
		const { headers, account } = await signedIn('van-hoa');
		const acting = (await actorOf(database.db, account, testNow))!;
		expect(acting.actor.role).toBe('culture');
		expect(acting.positions.map(({ role }) => role)).toEqual(['culture', 'radio']);
		await choosePosition(ctx, { ...account, positions: acting.positions }, second!.id);
		const again = (await sessions.current(database.db, headers, { refresh: true })).signedIn!;
		expect((await actorOf(database.db, again, testNow))!.actor).toMatchObject({
			role: 'radio',
			title: 'Phụ trách phát thanh'
		});
		const tomorrow = new Date(testNow.getTime() + 86_400_000);
		expect((await actorOf(database.db, again, tomorrow))!.actor.role).toBe('culture');
		const refusal = await refusalOf(
			choosePosition(ctx, { ...account, positions: acting.positions }, second!.id + 1)
		);
		expect(refusal.code).toBe('position.not_held');
	});
});

describe('one’s own password', () => {
	it('is changed with the old one, keeps this device and signs the others out', async () => {
		const ctx = ward.as('accountant');
		const elsewhere = await signedIn('ke-toan');
		const { headers, account } = await signedIn('ke-toan');
		const mine = here(headers, account);
		const wanted = 'ruong-lua-chin-vang';
		const change = (given: Partial<{ current: string; wanted: string; again: string }>) =>
			own.changePassword(ctx, mine, { current: password, wanted, again: wanted, ...given });
		expect((await refusalOf(change({ current: 'khong-phai-the' }))).field).toBe('currentPassword');
		expect((await refusalOf(change({ wanted: 'matkhau1234', again: 'matkhau1234' }))).code).toBe(
			'password.common'
		);
		expect((await refusalOf(change({ again: 'ruong-lua-chin-van' }))).field).toBe('newPasswordAgain');
		expect((await refusalOf(change({ wanted: password, again: password }))).code).toBe('password.same');
		const cookies = await change({});
		expect(
			(await sessions.current(database.db, elsewhere.headers, { refresh: true })).signedIn
		).toBeUndefined();
		expect((await sessions.current(database.db, carrying(cookies), { refresh: true })).signedIn?.userId).toBe(
			account.userId
		);
		expect((await refusalOf(signing.signIn(door(), { name: 'ke-toan', password }))).code).toBe(
			'sign_in.wrong'
		);
		expect((await signing.signIn(door(), { name: 'ke-toan', password: wanted })).step).toBe('in');
	});

	it('handed out by an administrator dies after a week and has to be changed', async () => {
		const admin = ward.as('admin');
		const { personId } = ward.as('one_stop').actor;
		const { signInName, password: once } = await persons.handOutPassword(admin, personId);
		const expired = new Date(testNow.getTime() + 8 * 86_400_000);
		expect(
			(await refusalOf(signing.signIn(door({ now: expired }), { name: signInName, password: once }))).code
		).toBe('sign_in.temporary_expired');
		const { cookies } = await signing.signIn(door(), { name: signInName, password: once });
		const headers = carrying(cookies);
		const account = (await sessions.current(database.db, headers, { refresh: true })).signedIn!;
		expect(account.temporaryPassword).toBe(true);
		const after = await own.changePassword(ward.as('one_stop'), here(headers, account), {
			current: once,
			wanted: 'ben-do-xua-con-day',
			again: 'ben-do-xua-con-day'
		});
		expect(
			(await sessions.current(database.db, carrying(after), { refresh: true })).signedIn!.temporaryPassword
		).toBe(false);
	});
});

/** The code an authenticator app shows at this moment (RFC 6238). */
function codeOf(secret: string, at = Date.now()): string {
	const bits = [...secret.replaceAll(' ', '')]
		.map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
		.join('');
	const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
	const digest = createHmac('sha1', key).update(counter).digest();
	const offset = digest.at(-1)! & 15;
	return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

describe('the second factor', () => {
	it('is set up with a code, asked at the next signing in, replaced by a backup code once, and taken off', async () => {
		const ctx = ward.as('office');
		const begun = await signedIn('van-phong');
		const mine = here(begun.headers, begun.account);
		expect((await refusalOf(own.beginSecondFactor(ctx, mine, 'khong-phai-the'))).field).toBe('password');
		const setup = await own.beginSecondFactor(ctx, mine, password);
		expect(setup.svg).toContain('<svg');
		expect(setup.backupCodes.length).toBe(10);
		// Not on yet: a picture nobody scanned locks nobody out.
		expect((await signing.signIn(door(), { name: 'van-phong', password })).step).toBe('in');
		const wrongCode = String((Number(codeOf(setup.secret)) + 1) % 1_000_000).padStart(6, '0');
		expect((await refusalOf(own.confirmSecondFactor(ctx, mine, wrongCode))).field).toBe('code');
		const cookies = await own.confirmSecondFactor(ctx, mine, codeOf(setup.secret));
		const headers = carrying(cookies);
		const account = (await sessions.current(database.db, headers, { refresh: true })).signedIn!;
		expect(account.secondFactor).toBe(true);

		const first = await signing.signIn(door(), { name: 'van-phong', password });
		expect(first.step).toBe('second_factor');
		const waiting = carrying(first.cookies.filter(({ options }) => options.maxAge !== 0));
		expect((await sessions.current(database.db, waiting, { refresh: true })).signedIn).toBeUndefined();
		expect((await refusalOf(signing.confirm(door({ headers: waiting }), wrongCode))).code).toBe(
			'sign_in.wrong_code'
		);
		expect((await signing.confirm(door({ headers: waiting }), codeOf(setup.secret))).step).toBe('in');
		expect((await refusalOf(signing.confirm(door({ headers: waiting }), codeOf(setup.secret)))).code).toBe(
			'sign_in.start_again'
		);

		const backup = setup.backupCodes[0]!.toUpperCase().replace('-', ' ');
		const next = async () =>
			carrying(
				(await signing.signIn(door(), { name: 'van-phong', password })).cookies.filter(
					({ options }) => options.maxAge !== 0
				)
			);
		expect((await signing.confirm(door({ headers: await next() }), backup)).step).toBe('in');
		expect((await refusalOf(signing.confirm(door({ headers: await next() }), backup))).code).toBe(
			'sign_in.wrong_code'
		);

		const signedInNow = here(headers, account);
		expect((await own.newBackupCodes(ctx, signedInNow, password)).length).toBe(10);
		expect(
			(
				await refusalOf(
					own.switchOffSecondFactor(ctx, signedInNow, password, { administers: true, production: true })
				)
			).code
		).toBe('second_factor.required');
		await own.switchOffSecondFactor(ctx, signedInNow, password, { administers: false, production: true });
		expect((await signing.signIn(door(), { name: 'van-phong', password })).step).toBe('in');
		const lines = await read(ctx, (tx) => historyOf(tx, { kind: 'person', id: ctx.actor.personId }));
		expect(lines.map(({ act }) => act)).toEqual(
			expect.arrayContaining([
				'account.second_factor_on',
				'account.backup_codes_renewed',
				'account.second_factor_off'
			])
		);
	});

	it('stops guessing codes', async () => {
		const ctx = ward.as('justice');
		const { headers, account } = await signedIn('tu-phap');
		const setup = await own.beginSecondFactor(ctx, here(headers, account), password);
		await own.confirmSecondFactor(ctx, here(headers, account), codeOf(setup.secret));
		const begun = await signing.signIn(door(), { name: 'tu-phap', password });
		const waiting = carrying(begun.cookies.filter(({ options }) => options.maxAge !== 0));
		const wrongCode = String((Number(codeOf(setup.secret)) + 1) % 1_000_000).padStart(6, '0');
		const codes: string[] = [];
		for (let n = 0; n < 6; n++)
			codes.push((await refusalOf(signing.confirm(door({ headers: waiting }), wrongCode))).code);
		expect(codes.slice(0, 5)).toEqual(Array(5).fill('sign_in.wrong_code'));
		expect(codes[5]).toBe('sign_in.start_again');
		expect((await refusalOf(signing.confirm(door({ headers: waiting }), codeOf(setup.secret)))).code).toBe(
			'sign_in.start_again'
		);
		// An administrator helps out, for a reason that stays in the journal.
		const admin = ward.as('admin');
		expect((await refusalOf(persons.dropSecondFactor(admin, ctx.actor.personId, 'mất'))).field).toBe(
			'reason'
		);
		await persons.dropSecondFactor(admin, ctx.actor.personId, 'Mất điện thoại, đã xác minh trực tiếp');
		expect((await signing.signIn(door(), { name: 'tu-phap', password })).step).toBe('in');
	});
});

describe('the tables of signing in', () => {
	it('are closed to the role of every ward’s transaction', async () => {
		for (const table of ['"user"', 'session', 'account', 'two_factor', 'sign_in_attempt']) {
			await expect(
				read(ward.as('admin'), (tx) => tx.execute(sql.raw(`select * from auth.${table}`)))
			).rejects.toThrow();
		}
	});
});
