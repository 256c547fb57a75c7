import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { read, transact } from '#platform/db.server.ts';
import { historyOf } from '#platform/journal.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import * as accounts from './accounts.server.ts';
import { createAdministrator } from './administrators.server.ts';
import * as notices from './notices.server.ts';
import { person } from './schema.server.ts';
import * as persons from './persons.server.ts';
import * as positions from './positions.server.ts';
import * as sessions from './sessions.server.ts';
import * as signing from './sign-in.server.ts';
import { makeWard, testNow, type TestWard } from './testing.ts';
import * as wards from './wards.server.ts';

const database = useDatabase();
const password = 'sen-lua-tre-4821';
let ward: TestWard;
let other: TestWard;
let n = 0;
const today = '2026-06-15';
const given = { name: 'Phạm Văn Mới', email: null, phone: '0900 000 001' };
const door = () => ({
	db: database.db,
	now: testNow,
	onlyWard: undefined,
	headers: new Headers(),
	address: '10.1.1.1'
});

beforeAll(async () => {
	other = await makeWard(database.db, 'noi-khac');
});
beforeEach(async () => {
	ward = await makeWard(database.db, `phuong-${++n}`);
	await accounts.give(database.db, {
		wardId: ward.wardId,
		personId: ward.as('admin').actor.personId,
		signInName: `quan-tri-${n}`,
		password
	});
});
const lines = (personId: number) =>
	read(ward.as('admin'), (tx) => historyOf(tx, { kind: 'person', id: personId }));

describe('a person', () => {
	it('is added and edited by the administrator only, never over somebody’s newer change', async () => {
		await expect(persons.add(ward.as('office'), given)).rejects.toMatchObject({
			code: 'people.manage_people'
		});
		const admin = ward.as('admin');
		const id = await persons.add(admin, given);
		await expect(persons.edit(other.as('admin'), id, 1, given)).rejects.toMatchObject({ code: 'not_found' });
		await persons.edit(admin, id, 1, { ...given, name: 'Phạm Văn Mới Hơn' });
		await expect(persons.edit(admin, id, 1, given)).rejects.toMatchObject({
			code: 'people.stale',
			status: 409
		});
		await expect(persons.edit(admin, id, 2, { ...given, name: 'x' })).rejects.toMatchObject({
			code: 'person.name_length',
			field: 'name'
		});
		expect((await persons.byId(admin, id)).name).toBe('Phạm Văn Mới Hơn');
		const [edited, added] = await lines(id);
		expect(added).toMatchObject({ act: 'person.added', personId: admin.actor.personId, after: given });
		expect(edited).toMatchObject({
			act: 'person.edited',
			before: given,
			after: { name: 'Phạm Văn Mới Hơn' }
		});
	});

	it('is listed for administrators only, within the ward, those who left last', async () => {
		await expect(persons.list(ward.as('chair'))).rejects.toMatchObject({ status: 403 });
		await persons.leave(ward.as('admin'), ward.as('radio').actor.personId, 'Chuyển công tác');
		const all = await persons.list(ward.as('admin'));
		expect(all.length).toBe(12);
		expect(all.at(-1)!.id).toBe(ward.as('radio').actor.personId);
		expect(all.find(({ id }) => id === ward.as('admin').actor.personId)!.account).toMatchObject({
			secondFactor: false,
			temporaryUntil: null
		});
	});

	it('gets an account with a password shown once, under a name nobody else has', async () => {
		const admin = ward.as('admin');
		const id = await persons.add(admin, given);
		await expect(persons.handOutPassword(ward.as('office'), id, 'moi')).rejects.toMatchObject({
			status: 403
		});
		await expect(persons.handOutPassword(admin, id, 'Tên có dấu')).rejects.toMatchObject({
			field: 'signInName'
		});
		await expect(persons.handOutPassword(admin, id, `quan-tri-${n}`)).rejects.toMatchObject({
			code: 'person.sign_in_name_taken',
			field: 'signInName'
		});
		await expect(persons.handOutPassword(admin, admin.actor.personId)).rejects.toMatchObject({
			code: 'people.own_password'
		});
		const once = await persons.handOutPassword(admin, id, `Moi-${n}`);
		expect(once.signInName).toBe(`moi-${n}`);
		const kept = (await persons.byId(admin, id)).account!;
		expect(kept.temporaryUntil).toEqual(new Date(testNow.getTime() + 7 * 86_400_000));
		// Nobody holds a post: the password alone opens nothing.
		await expect(
			signing.signIn(door(), { name: once.signInName, password: once.password })
		).rejects.toMatchObject({ code: 'sign_in.no_position' });
		await positions.assign(admin, id, {
			unitId: ward.unitIds.culture,
			title: 'Cộng tác viên',
			role: 'culture',
			validFrom: today
		});
		expect((await signing.signIn(door(), { name: once.signInName, password: once.password })).step).toBe(
			'in'
		);
		const again = await persons.handOutPassword(admin, id, 'bi-bo-qua');
		expect(again.signInName).toBe(once.signInName);
		await expect(
			signing.signIn(door(), { name: once.signInName, password: once.password })
		).rejects.toMatchObject({ code: 'sign_in.wrong' });
		expect((await lines(id)).map(({ act }) => act)).toEqual(
			expect.arrayContaining(['account.created', 'position.given', 'account.password_reset'])
		);
		expect(JSON.stringify(await lines(id))).not.toContain(again.password);
	});

	it('who leaves is out on every device at once, holds nothing any more, and cannot come back in', async () => {
		const admin = ward.as('admin');
		const { personId } = ward.as('culture').actor;
		await accounts.give(database.db, { wardId: ward.wardId, personId, signInName: `van-hoa-${n}`, password });
		const { cookies } = await signing.signIn(door(), { name: `van-hoa-${n}`, password });
		const headers = new Headers({
			cookie: cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
		});
		expect((await sessions.current(database.db, headers, { refresh: true })).signedIn).toBeDefined();
		await expect(persons.leave(ward.as('chair'), personId, '')).rejects.toMatchObject({ status: 403 });
		await expect(persons.leave(admin, 999_999, '')).rejects.toMatchObject({ code: 'not_found' });
		await persons.leave(admin, personId, 'Nghỉ hưu');
		expect((await sessions.current(database.db, headers, { refresh: true })).signedIn).toBeUndefined();
		await expect(signing.signIn(door(), { name: `van-hoa-${n}`, password })).rejects.toMatchObject({
			code: 'sign_in.wrong'
		});
		const gone = await persons.byId(admin, personId);
		expect(gone).toMatchObject({ leftAt: testNow, leftByPersonId: admin.actor.personId, account: null });
		expect(gone.positions.map(({ validTo }) => validTo)).toEqual([today]);
		await expect(persons.leave(admin, personId, '')).rejects.toMatchObject({ code: 'people.already_left' });
		await expect(persons.handOutPassword(admin, personId)).rejects.toMatchObject({ code: 'people.left' });
		expect((await lines(personId))[0]).toMatchObject({ act: 'person.left', note: 'Nghỉ hưu' });
	});

	it('who is the last administrator stays', async () => {
		const admin = ward.as('admin');
		const { personId, positionId } = admin.actor;
		await expect(persons.leave(admin, personId, '')).rejects.toMatchObject({ code: 'people.leave_oneself' });
		await expect(positions.end(admin, positionId, today)).rejects.toMatchObject({
			code: 'people.only_administrator'
		});
		const deputy = ward.as('office').actor.personId;
		await positions.assign(admin, deputy, {
			unitId: ward.unitIds.office,
			title: 'Quản trị thứ hai',
			role: 'admin',
			validFrom: today
		});
		// Still the only one who can sign in.
		await expect(positions.end(admin, positionId, today)).rejects.toMatchObject({
			code: 'people.only_administrator'
		});
		await accounts.give(database.db, {
			wardId: ward.wardId,
			personId: deputy,
			signInName: `van-phong-${n}`,
			password
		});
		await positions.end(admin, positionId, today);
	});
});

describe('a position', () => {
	it('needs a unit that exists on its first day, and ends with its last', async () => {
		const admin = ward.as('admin');
		const { personId } = ward.as('front').actor;
		const wanted = {
			unitId: ward.unitIds.culture,
			title: 'Kiêm nhiệm',
			role: 'culture' as const,
			validFrom: today
		};
		await expect(positions.assign(ward.as('office'), personId, wanted)).rejects.toMatchObject({
			status: 403
		});
		await expect(positions.assign(admin, 999_999, wanted)).rejects.toMatchObject({ code: 'not_found' });
		await expect(
			positions.assign(admin, personId, { ...wanted, unitId: other.unitIds.culture })
		).rejects.toMatchObject({ field: 'unitId' });
		const id = await positions.assign(admin, personId, wanted);
		await expect(positions.end(other.as('admin'), id, today)).rejects.toMatchObject({ code: 'not_found' });
		await expect(positions.end(admin, id, '2026-06-14')).rejects.toMatchObject({
			code: 'position.validity',
			field: 'validTo'
		});
		await expect(positions.end(admin, id, 'mai')).rejects.toMatchObject({ code: 'position.day' });
		const culture = () => read(admin, (tx) => positions.peopleWith(tx, ['culture'], '2026-06-16'));
		expect(await culture()).toEqual([ward.as('culture').actor.personId, personId]);
		expect(await read(admin, (tx) => positions.peopleIn(tx, [ward.unitIds.culture], today))).toContain(
			personId
		);
		await positions.end(admin, id, today);
		expect(await culture()).toEqual([ward.as('culture').actor.personId]);
		expect((await lines(personId))[0]).toMatchObject({
			act: 'position.ended',
			after: { title: 'Kiêm nhiệm', validTo: today }
		});
	});
});

describe('a notice', () => {
	it('reaches each person once per journal line, and only them', async () => {
		const ctx = ward.as('culture');
		const ids = [ward.as('chair').actor.personId, ward.as('office').actor.personId];
		const [line] = await (async () => {
			await persons.edit(ward.as('admin'), ids[0]!, 1, given);
			return lines(ids[0]!);
		})();
		const telling = {
			personIds: ids,
			entryId: line!.id,
			text: 'Có tin, bài chờ duyệt.',
			link: '/lam-viec/tin-bai/1'
		};
		const tell = () => transact(ctx, (tx) => notices.tell(tx, ctx, telling));
		expect(await tell()).toBe(2);
		expect(await tell()).toBe(0);
		await expect(
			transact(ctx, (tx) => notices.tell(tx, ctx, { ...telling, link: '//xau.example' }))
		).rejects.toThrow();
		expect(await notices.unread(ward.as('culture'))).toBe(0);
		const mine = await notices.list(ward.as('chair'));
		expect(mine).toEqual([expect.objectContaining({ text: telling.text, readAt: null })]);
		// Somebody else's cannot be marked.
		expect(await notices.markRead(ward.as('office'), mine[0]!.id)).toBeUndefined();
		expect(await notices.unread(ward.as('chair'))).toBe(1);
		expect(await notices.markRead(ward.as('chair'), mine[0]!.id)).toEqual({ link: telling.link });
		expect(await notices.unread(ward.as('chair'))).toBe(0);
		await notices.markRead(ward.as('office'), 'all');
		expect(await notices.list(ward.as('office'), { unreadOnly: true })).toEqual([]);
		await expect(notices.list(ward.robot())).rejects.toMatchObject({ status: 401 });
	});

	it('does not reach who left', async () => {
		const { personId } = ward.as('front').actor;
		await persons.leave(ward.as('admin'), personId, '');
		const [line] = await lines(personId);
		const told = await transact(ward.as('admin'), (tx) =>
			notices.tell(tx, ward.as('admin'), {
				personIds: [personId],
				entryId: line!.id,
				text: 'x',
				link: '/lam-viec'
			})
		);
		expect(told).toBe(0);
	});
});

describe('the first administrator', () => {
	it('is made by command in the only ward, or the one that is named', async () => {
		const made = { name: 'Lê Quản Trị', email: 'quantri@vidu.gov.vn' };
		await expect(createAdministrator(database.db, made)).rejects.toMatchObject({
			code: 'administrator.ward'
		});
		await expect(
			createAdministrator(database.db, { ...made, email: 'không phải thư' })
		).rejects.toMatchObject({ code: 'administrator.given' });
		const fresh = await wards.add(database.db, {
			key: `moi-${n}`,
			name: 'phường Mới',
			superior: 'UBND thành phố',
			province: 'Hải Phòng'
		});
		const first = await createAdministrator(database.db, { ...made, wardKey: fresh.key });
		expect(first.signInName).toBe(`quan-tri@${fresh.key}`);
		expect((await createAdministrator(database.db, { ...made, wardKey: fresh.key })).signInName).toBe(
			`quan-tri-2@${fresh.key}`
		);
		const at = { ...door(), now: new Date() };
		expect((await signing.signIn(at, { name: first.signInName, password: first.password })).step).toBe('in');
		const rows = await read({ db: database.db, wardId: fresh.id }, (tx) => tx.select().from(person));
		expect(rows.length).toBe(2);
	});
});

describe('the ward of a host name', () => {
	it('is the one that claims it, otherwise the first without a name of its own', async () => {
		const named = await wards.add(database.db, {
			key: `rieng-${n}`,
			name: 'phường Riêng',
			superior: 'UBND thành phố',
			province: 'Hải Phòng',
			host: `rieng-${n}.vidu.vn`
		});
		expect(await wards.atHost(database.db, `rieng-${n}.vidu.vn`)).toEqual({ id: named.id, own: true });
		expect(await wards.atHost(database.db, '127.0.0.1')).toEqual({ id: other.wardId, own: false });
	});
});
