import { beforeAll, describe, expect, it } from 'vitest';
import { read } from '#platform/db.server.ts';
import { historyOf } from '#platform/journal.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { hotlineChangeForm, hotlineForm, sameNumber, type HotlineGiven } from './hotline.ts';
import * as hotlines from './hotlines.server.ts';
import type { Role } from './role.ts';
import { makeWard, type TestWard } from './testing.ts';

const database = useDatabase();
let ward: TestWard;
let other: TestWard;
beforeAll(async () => {
	ward = await makeWard(database.db);
	other = await makeWard(database.db, 'phuong-khac');
});

const given = (changes: Record<string, unknown> = {}): HotlineGiven =>
	hotlineForm.parse({
		kind: 'office',
		name: 'Đường dây nóng của phường',
		number: '0220 3888 311',
		hours: 'giờ hành chính',
		takesFeedback: 'on',
		public: 'on',
		validFrom: '2026-01-01',
		...changes
	});
const changed = (from: string, changes: Record<string, unknown> = {}) =>
	hotlineChangeForm.parse({ ...given(), number: '0220 3888 999', from, ...changes });
const rowOf = async (id: number, of = ward) =>
	(await hotlines.list(of.as('office'))).find((row) => row.id === id)!;
const publicOn = (day: string, of = ward) => read(of.robot(), (tx) => hotlines.publicOn(tx, day));
const actsOf = async (id: number) =>
	(await read(ward.robot(), (tx) => historyOf(tx, { kind: 'hotline', id }))).map(({ act }) => act);

describe('what is typed about a hotline', () => {
	it.each([
		[{ number: '', email: '', url: '', postalAddress: '' }, 'number'],
		[{ number: '12' }, 'number'],
		[{ number: 'gọi tôi' }, 'number'],
		[{ number: '1'.repeat(16) }, 'number'],
		[{ email: 'a@b' }, 'email'],
		[{ url: 'javascript:alert(1)' }, 'url'],
		[{ name: ' ' }, 'name'],
		[{ kind: 'khac' }, 'kind'],
		[{ validFrom: '2026-02-30' }, 'validFrom'],
		[{ purpose: 'x'.repeat(501) }, 'purpose']
	])('is refused beside its field: %o', (changes, field) => {
		const parsed = hotlineForm.safeParse({ ...given(), ...changes });
		expect(parsed.error?.issues[0]?.path[0]).toBe(field);
		expect(parsed.error?.issues[0]?.message).toMatch(/[À-ỹ]/);
	});

	it('knows one number in two ways of writing', () => {
		expect(sameNumber('+84 220 3888 311')).toBe(sameNumber('0220.3888.311'));
		expect(sameNumber('1022')).toBe('1022');
	});
});

describe('the register', () => {
	it('is changed by office, leaders and administrator only; read by everybody in service', async () => {
		for (const role of ['culture', 'radio', 'one_stop', 'superior'] as Role[])
			await expect(hotlines.add(ward.as(role), given())).rejects.toMatchObject({ status: 403 });
		await expect(hotlines.list({ ...ward.robot(), actor: { kind: 'visitor' } })).rejects.toMatchObject({
			status: 401
		});
		for (const role of ['office', 'chair', 'vice_chair', 'admin'] as Role[])
			expect(
				await hotlines.add(ward.as(role), given({ public: '', name: `Số của ${role}` }))
			).toBeGreaterThan(0);
		expect((await hotlines.list(ward.as('radio'))).length).toBe(4);
		expect(await publicOn('2026-06-15')).toEqual([]);
		expect(await hotlines.list(other.as('office'))).toEqual([]);
	});

	it('follows a number with another from a day on, and each day shows its own', async () => {
		const id = await hotlines.add(ward.as('office'), given());
		const next = await hotlines.change(ward.as('chair'), id, 1, changed('2026-07-01'));
		expect(await rowOf(id)).toMatchObject({ validTo: '2026-06-30', number: '0220 3888 311', lockVersion: 2 });
		expect(await rowOf(next)).toMatchObject({ validFrom: '2026-07-01', validTo: null, succeedsId: id });
		expect((await publicOn('2026-06-30')).map((row) => row.number)).toEqual(['0220 3888 311']);
		expect((await publicOn('2026-07-01')).map((row) => row.number)).toEqual(['0220 3888 999']);
		// A change between the two is put in the row.
		const between = await hotlines.change(
			ward.as('office'),
			id,
			2,
			changed('2026-06-20', { number: '0220 3888 555' })
		);
		expect(await rowOf(between)).toMatchObject({
			validFrom: '2026-06-20',
			validTo: '2026-06-30',
			succeedsId: id
		});
		expect(await rowOf(next)).toMatchObject({ succeedsId: between });
		expect(await actsOf(next)).toEqual(['hotline.changed']);

		const said = (day: string) => read(ward.robot(), (tx) => hotlines.feedbackLine(tx, day));
		expect(await said('2026-06-25')).toBe('0220 3888 555 (giờ hành chính)');
		expect(await said('2025-12-31')).toBe('');
		const since = (printed: string, today: string) =>
			read(ward.robot(), (tx) => hotlines.feedbackChangedAfter(tx, printed, today));
		expect(await since('2026-06-10', '2026-06-18')).toBeNull();
		expect(await since('2026-06-10', '2026-06-25')).toBe('2026-06-20');
		expect(await since('2026-06-10', '2026-07-05')).toBe('2026-07-01');
		expect(await since('2026-07-01', '2026-07-05')).toBeNull();
		expect(await since('2025-06-10', '2026-07-05')).toBeNull();
		for (const one of await hotlines.list(ward.as('office')))
			if (one.validTo === null && one.public)
				await hotlines.end(ward.as('office'), one.id, one.lockVersion, '2026-07-10', 'xong');
	});

	it('refuses a change on a day the line does not reach, an old page, an unknown unit or line', async () => {
		const office = ward.as('office');
		const id = await hotlines.add(office, given({ validFrom: '2026-03-01' }));
		for (const from of ['2026-02-01', '2026-03-01'])
			await expect(hotlines.change(office, id, 1, changed(from))).rejects.toMatchObject({
				code: 'hotline.not_valid_before',
				field: 'from'
			});
		await expect(hotlines.change(office, id, 9, changed('2026-07-01'))).rejects.toMatchObject({
			status: 409
		});
		await expect(hotlines.change(office, 987654, 1, changed('2026-07-01'))).rejects.toMatchObject({
			status: 404
		});
		await expect(hotlines.add(office, { ...given(), unitId: other.unitIds.office })).rejects.toMatchObject({
			field: 'unitId'
		});
		await expect(hotlines.correct(other.as('office'), id, 1, given())).rejects.toMatchObject({ status: 404 });
		await hotlines.end(office, id, 1, '2026-06-14', 'Bàn giao');
		await expect(hotlines.change(office, id, 2, changed('2026-07-01'))).rejects.toMatchObject({
			code: 'hotline.not_valid_before'
		});
		await expect(hotlines.end(office, id, 2, '2026-08-01', '')).rejects.toMatchObject({
			code: 'hotline.ended'
		});
		expect(await actsOf(id)).toEqual(['hotline.ended', 'hotline.added']);
	});

	it('corrects a slip in place, says before and after, and a sheet of then is known as wrong', async () => {
		const office = ward.as('office', new Date('2026-09-10T09:00:00+07:00'));
		const id = await hotlines.add(office, given({ validFrom: '2026-09-01', number: '0220 3888 400' }));
		await hotlines.correct(office, id, 1, given({ validFrom: '2026-09-01', number: '0220 3888 401' }));
		const [line] = await read(ward.robot(), (tx) => historyOf(tx, { kind: 'hotline', id }));
		expect(line).toMatchObject({
			act: 'hotline.corrected',
			before: { number: '0220 3888 400' },
			after: { number: '0220 3888 401' }
		});
		const since = (printed: string) =>
			read(ward.robot(), (tx) => hotlines.feedbackChangedAfter(tx, printed, '2026-09-12'));
		expect(await since('2026-09-05')).toBe('2026-09-10');
		expect(await since('2026-09-11')).toBeNull();
		await expect(hotlines.correct(office, id, 1, given())).rejects.toMatchObject({ code: 'people.stale' });
		await hotlines.end(office, id, 2, '2026-12-31', '');
		await expect(hotlines.correct(office, id, 3, given({ validFrom: '2027-02-01' }))).rejects.toMatchObject({
			code: 'hotline.validity',
			field: 'validFrom'
		});
	});

	it('ends on a day from its first on, and moves among the lines that hold', async () => {
		const office = ward.as('office', new Date('2027-03-01T09:00:00+07:00'));
		const ids = [];
		for (const name of ['Một', 'Hai số', 'Ba số'])
			ids.push(await hotlines.add(office, given({ name, validFrom: '2027-01-01' })));
		const names = async () => (await publicOn('2027-03-01')).map((row) => row.name);
		expect(await names()).toEqual(['Một', 'Hai số', 'Ba số']);
		await hotlines.move(office, ids[2]!, 'up');
		expect(await names()).toEqual(['Một', 'Ba số', 'Hai số']);
		await hotlines.move(office, ids[0]!, 'down');
		expect(await names()).toEqual(['Ba số', 'Một', 'Hai số']);
		await expect(hotlines.move(ward.as('culture'), ids[0]!, 'up')).rejects.toMatchObject({ status: 403 });
		await expect(hotlines.move(office, 987654, 'up')).rejects.toMatchObject({ status: 404 });
		for (const day of ['2026-12-31', '', '2027-02-30'])
			await expect(hotlines.end(office, ids[0]!, 1, day, '')).rejects.toMatchObject({ field: 'validTo' });
		await hotlines.end(office, ids[0]!, 1, '2027-01-01', '');
		expect(await names()).toEqual(['Ba số', 'Hai số']);
	});
});
