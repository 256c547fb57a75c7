import { beforeEach, describe, expect, it } from 'vitest';
import { read } from '#platform/db.server.ts';
import { dayOffForm } from '#platform/day-off-form.ts';
import { historyOf } from '#platform/journal.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { addWorkingDays } from '#platform/working-days.ts';
import { calendarOf } from '#platform/working-days.server.ts';
import * as daysOff from './days-off.server.ts';
import { makeWard, type TestWard } from './testing.ts';

const database = useDatabase();
let ward: TestWard;
let n = 0;
beforeEach(async () => {
	ward = await makeWard(database.db, `ngay-nghi-${++n}`);
});
const storm = {
	kind: 'off' as const,
	from: '2026-06-18',
	to: '2026-06-22',
	reason: 'Nghỉ tránh bão',
	document: 'Công điện 12/CĐ-UBND'
};
const end = (from: string, days: number) =>
	read(ward.as('office'), async (tx) => addWorkingDays(from, days, await calendarOf(tx)));
const history = (kind: string, id: string | number) =>
	read(ward.as('office'), (tx) => historyOf(tx, { kind, id }));

describe('the days off of a ward', () => {
	it('are written down by the office or the administrator, move the deadlines, and go again', async () => {
		await expect(daysOff.add(ward.as('culture'), storm)).rejects.toMatchObject({
			code: 'people.edit_days_off',
			status: 403
		});
		expect(await daysOff.add(ward.as('office'), storm)).toEqual(['2026-06-18', '2026-06-19', '2026-06-22']);
		expect(await end('2026-06-17', 1)).toMatchObject({
			date: '2026-06-23',
			skipped: [
				{ date: '2026-06-18', why: 'Nghỉ tránh bão' },
				{ date: '2026-06-19', why: 'Nghỉ tránh bão' },
				{ date: '2026-06-20', why: 'Thứ Bảy' },
				{ date: '2026-06-21', why: 'Chủ Nhật' },
				{ date: '2026-06-22', why: 'Nghỉ tránh bão' }
			]
		});
		const { lines } = await daysOff.ofYear(ward.as('radio'), 2026);
		const mine = lines.find(({ date }) => date === '2026-06-22')!;
		expect(mine).toMatchObject({ from: 'ward', working: false, document: 'Công điện 12/CĐ-UBND' });
		expect(lines.filter(({ working }) => working).map(({ date }) => date)).toEqual([
			'2026-01-10',
			'2026-08-22'
		]);
		await expect(daysOff.remove(ward.as('chair'), mine.ownId!)).rejects.toMatchObject({ status: 403 });
		await expect(daysOff.remove(ward.as('admin'), 999_999)).rejects.toMatchObject({ code: 'not_found' });
		await daysOff.remove(ward.as('admin'), mine.ownId!);
		expect((await end('2026-06-17', 1)).date).toBe('2026-06-22');
		expect((await history('day_off', '2026-06-18'))[0]).toMatchObject({
			act: 'day_off.added',
			after: { dates: ['2026-06-18', '2026-06-19', '2026-06-22'] }
		});
		expect((await history('day_off', '2026-06-22'))[0]).toMatchObject({ act: 'day_off.removed' });
	});

	it('are refused where they change nothing or are written down already', async () => {
		const office = ward.as('office');
		await expect(
			daysOff.add(office, { ...storm, from: '2026-06-20', to: '2026-06-21' })
		).rejects.toMatchObject({ code: 'day_off.no_change', field: 'from' });
		await expect(daysOff.add(office, { ...storm, kind: 'working', to: '2026-06-19' })).rejects.toMatchObject({
			code: 'day_off.no_change'
		});
		await daysOff.add(office, storm);
		await expect(
			daysOff.add(office, { ...storm, kind: 'working', from: '2026-06-18', to: '2026-06-18' })
		).rejects.toMatchObject({ code: 'day_off.taken', field: 'from' });
	});

	it('belong to one ward', async () => {
		const neighbour = await makeWard(database.db, `lang-gieng-${n}`);
		await daysOff.add(neighbour.as('office'), storm);
		await daysOff.confirmYear(neighbour.as('office'), { year: 2027, document: 'Thông báo 1/TB' });
		expect((await end('2026-06-17', 1)).date).toBe('2026-06-18');
		expect((await daysOff.ofYear(ward.as('office'), 2027)).standing).toBe('tentative');
	});
});

describe('a year', () => {
	it('is tentative until somebody compared it with its decision', async () => {
		const office = ward.as('office');
		expect(await end('2026-12-31', 1)).toMatchObject({ date: '2027-01-04', tentative: true });
		const given = { year: 2027, document: 'Thông báo 99/TB-BNV' };
		await expect(daysOff.confirmYear(ward.as('justice'), given)).rejects.toMatchObject({ status: 403 });
		await daysOff.confirmYear(office, given);
		expect(await end('2026-12-31', 1)).toMatchObject({ date: '2027-01-04', tentative: false });
		expect(await daysOff.ofYear(office, 2027)).toMatchObject({
			standing: 'confirmed',
			confirmed: { document: given.document }
		});
		await expect(daysOff.confirmYear(office, given)).rejects.toMatchObject({ code: 'day_off.year_taken' });
		await expect(daysOff.reopenYear(ward.as('one_stop'), 2027)).rejects.toMatchObject({ status: 403 });
		await daysOff.reopenYear(office, 2027);
		await expect(daysOff.reopenYear(office, 2027)).rejects.toMatchObject({ code: 'not_found' });
		expect((await history('day_off_year', 2027)).map(({ act }) => act)).toEqual([
			'day_off.year_reopened',
			'day_off.year_confirmed'
		]);
		expect((await daysOff.ofYear(office, 2026)).standing).toBe('decided');
	});
});

describe('what is typed', () => {
	const fields = (given: Record<string, string>) =>
		dayOffForm
			.safeParse({ kind: 'off', from: '2027-02-05', to: '', reason: 'Tết', document: '', ...given })
			.error?.issues.map(({ path }) => path[0]);
	it('is held to real days and a reason', () => {
		expect(fields({})).toBeUndefined();
		expect(fields({ from: '2027-02-30' })).toEqual(['from']);
		expect(fields({ from: '1999-12-31' })).toEqual(['from']);
		expect(fields({ to: '2027-02-04' })).toEqual(['to']);
		expect(fields({ to: '2027-03-08' })).toEqual(['to']);
		expect(fields({ to: '2027-03-07' })).toBeUndefined();
		expect(fields({ kind: 'half', reason: ' ' })).toEqual(['kind', 'reason']);
	});
});
