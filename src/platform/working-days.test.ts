import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './clock.ts';
import { decisions } from './day-off-decisions.ts';
import { isWeekend, weekdaysOff } from './day-off-rules.ts';
import {
	addWorkingDays,
	defaultCalendar,
	isWorkingDay,
	makeCalendar,
	receivedOn,
	workingDaysBetween
} from './working-days.ts';

const end = (from: string, n: number) => addWorkingDays(from, n, defaultCalendar).date;
const off = (year: number) => {
	const found: string[] = [];
	for (let day = `${year}-01-01`; day.startsWith(`${year}`); day = addDays(day, 1)) {
		if (!isWeekend(day) && !isWorkingDay(day, defaultCalendar)) found.push(day.slice(5));
	}
	return found;
};

describe('the days off of a year', () => {
	it('are those that were decided', () => {
		expect(off(2023)).toEqual(
			['01-02', '01-20', '01-23', '01-24', '01-25', '01-26', '05-01', '05-02', '05-03', '09-01', '09-04'] //
		);
		expect(off(2024)).toEqual([
			...['01-01', '02-08', '02-09', '02-12', '02-13', '02-14'],
			...['04-18', '04-29', '04-30', '05-01', '09-02', '09-03']
		]);
		expect(off(2025)).toEqual([
			...['01-01', '01-27', '01-28', '01-29', '01-30', '01-31'],
			...['04-07', '04-30', '05-01', '05-02', '09-01', '09-02']
		]);
		expect(off(2026)).toEqual([
			...['01-01', '01-02', '02-16', '02-17', '02-18', '02-19', '02-20'],
			...['04-27', '04-30', '05-01', '08-31', '09-01', '09-02', '11-24']
		]);
	});

	it('follow the rules where nothing is decided, days in lieu included', () => {
		expect(off(2027)).toEqual([
			...['01-01', '02-05', '02-08', '02-09', '02-10', '02-11'],
			...['04-16', '04-30', '05-03', '09-02', '09-03', '11-24']
		]);
		// 1/1 on a Saturday, 30/4 on a Sunday before 1/5, 2/9 on a Saturday.
		expect(off(2028)).toEqual(
			expect.arrayContaining(['01-03', '04-04', '05-01', '05-02', '09-01', '09-04', '11-24'])
		);
		expect(off(2029)).toEqual(expect.arrayContaining(['09-03', '09-04', '11-26']));
		// Tết of 2030 is 2 February here, 3 February in China: 1 February is off in both, 7 February only there.
		expect(off(2030)).toEqual(
			expect.arrayContaining(['02-01', '02-04', '02-05', '02-06', '02-07', '04-12', '11-25'])
		);
		expect(off(2030)).not.toContain('02-08');
		expect(off(2020)).not.toContain('11-24');
		expect([...weekdaysOff(2020).keys()].filter((day) => day.startsWith('2020-09'))).toEqual(['2020-09-02']);
	});

	it('agree between rule and decision about what is no choice of a year', () => {
		for (const { year, off: decided } of decisions) {
			const dates = decided.map(({ date }) => date);
			for (const [day, why] of weekdaysOff(year)) {
				if (/Giỗ Tổ|30\/4|1\/5|Dương lịch|24\/11/.test(why)) expect(dates).toContain(day);
			}
		}
	});

	it('are weekdays when lost and weekend days when worked', () => {
		for (const decision of decisions) {
			for (const { date } of decision.off) expect([date, isWeekend(date)]).toEqual([date, false]);
			for (const { date } of decision.working) expect([date, isWeekend(date)]).toEqual([date, true]);
		}
	});
});

describe('the end of a term', () => {
	it('does not count the first day', () => {
		expect(addWorkingDays('2026-06-15', 5, defaultCalendar)).toEqual({
			date: '2026-06-22',
			until: 'end',
			skipped: [
				{ date: '2026-06-20', why: 'Thứ Bảy' },
				{ date: '2026-06-21', why: 'Chủ Nhật' }
			],
			tentative: false
		});
		expect(end('2026-06-12', 1)).toBe('2026-06-15');
		expect(end('2026-06-13', 1)).toBe('2026-06-15');
	});

	it('of no days is the day itself, or the next working day', () => {
		expect(end('2026-06-15', 0)).toBe('2026-06-15');
		expect(addWorkingDays('2026-04-25', 0, defaultCalendar)).toMatchObject({
			date: '2026-04-28',
			skipped: [
				{ date: '2026-04-25', why: 'Thứ Bảy' },
				{ date: '2026-04-26', why: 'Chủ Nhật, trùng Giỗ Tổ Hùng Vương (10/3 âm lịch)' },
				{ date: '2026-04-27', why: 'Nghỉ bù Giỗ Tổ Hùng Vương (10/3 âm lịch)' }
			]
		});
	});

	it('counts a Saturday people work on, and skips the weekday given for it', () => {
		expect(end('2024-05-03', 1)).toBe('2024-05-04');
		expect(end('2024-04-26', 1)).toBe('2024-05-02');
		expect(end('2026-08-21', 1)).toBe('2026-08-22');
		expect(end('2026-08-28', 1)).toBe('2026-09-03');
	});

	it('passes over Tết', () => {
		expect(end('2026-02-12', 3)).toBe('2026-02-24');
		expect(end('2025-01-24', 1)).toBe('2025-02-03');
	});

	it('of half a day ends at noon of a working day', () => {
		expect(addWorkingDays('2026-06-15', 2.5, defaultCalendar)).toMatchObject({
			date: '2026-06-18',
			until: 'noon'
		});
		expect(addWorkingDays('2026-06-12', 0.5, defaultCalendar)).toMatchObject({
			date: '2026-06-15',
			until: 'noon'
		});
		expect(() => addWorkingDays('2026-06-15', 0.3, defaultCalendar)).toThrow(RangeError);
		expect(() => addWorkingDays('2026-06-15', -1, defaultCalendar)).toThrow(RangeError);
		expect(() => addWorkingDays('2026-06-15', Number.NaN, defaultCalendar)).toThrow(RangeError);
	});

	it('says "dự kiến" where a year is not decided', () => {
		const over = addWorkingDays('2026-12-31', 2, defaultCalendar);
		expect(over.tentative).toBe(true);
		expect(over.skipped[0]).toEqual({ date: '2027-01-01', why: 'Tết Dương lịch (dự kiến)' });
		expect(addWorkingDays('2026-12-28', 3, defaultCalendar).tentative).toBe(false);
		const settled = makeCalendar({ decisions, settledYears: [2027] });
		expect(addWorkingDays('2026-12-31', 2, settled)).toMatchObject({
			tentative: false,
			skipped: [
				{ date: '2027-01-01', why: 'Tết Dương lịch' },
				{ date: '2027-01-02', why: 'Thứ Bảy' },
				{ date: '2027-01-03', why: 'Chủ Nhật' }
			]
		});
	});

	it('follows what a ward says itself above all', () => {
		const calendar = makeCalendar({
			decisions,
			own: [
				{ date: '2026-06-16', kind: 'off', reason: 'Bão số 3' },
				{ date: '2026-06-20', kind: 'working', reason: 'Làm bù ngày nghỉ bão' },
				{ date: '2026-04-27', kind: 'working', reason: 'Trực bầu cử' },
				{ date: '2026-06-21', kind: 'off', reason: 'Ngày hội toàn dân' }
			]
		});
		expect(addWorkingDays('2026-06-15', 5, calendar)).toMatchObject({
			date: '2026-06-22',
			skipped: [
				{ date: '2026-06-16', why: 'Bão số 3' },
				{ date: '2026-06-21', why: 'Chủ Nhật, Ngày hội toàn dân' }
			]
		});
		expect(isWorkingDay('2026-04-27', calendar)).toBe(true);
	});

	const anyDay = fc.integer({ min: 0, max: 60 * 365 }).map((n) => addDays('1990-01-01', n));
	const term = fc.integer({ min: 1, max: 120 });
	it('is a working day, with just as many working days up to it, the others skipped with a reason', () => {
		fc.assert(
			fc.property(anyDay, term, (from, n) => {
				const { date, skipped } = addWorkingDays(from, n, defaultCalendar);
				expect(isWorkingDay(date, defaultCalendar)).toBe(true);
				expect(workingDaysBetween(from, date, defaultCalendar)).toBe(n);
				expect(workingDaysBetween(date, from, defaultCalendar)).toBe(-n);
				expect(addDays(from, n + skipped.length)).toBe(date);
				for (const one of skipped) {
					expect(one.date > from && one.date < date).toBe(true);
					expect(one.why).not.toBe('');
				}
			})
		);
	});

	it('comes later for a longer term and never earlier for a later start', () => {
		fc.assert(
			fc.property(anyDay, term, fc.integer({ min: 1, max: 40 }), (from, n, more) => {
				expect(end(from, n + more) > end(from, n)).toBe(true);
				expect(end(addDays(from, more), n) >= end(from, n)).toBe(true);
			})
		);
	});
});

describe('what is handed in', () => {
	const at = (moment: string) => receivedOn(new Date(moment), '15:00', defaultCalendar);
	it('up to 15:00 counts for the day, later for the next working day', () => {
		expect(at('2026-06-15T15:00:00+07:00')).toMatchObject({ date: '2026-06-15', why: '' });
		expect(at('2026-06-15T15:00:01+07:00')).toMatchObject({
			date: '2026-06-16',
			why: 'Nhận sau 15:00 nên tính từ ngày làm việc tiếp theo'
		});
		expect(at('2026-06-19T16:00:00+07:00')).toMatchObject({ date: '2026-06-22' });
		// 22:00 in Vietnam, whatever the machine thinks the day is.
		expect(at('2026-06-15T15:00:00Z')).toMatchObject({ date: '2026-06-16' });
	});
	it('on a day off counts for the next working day at any hour', () => {
		expect(at('2026-06-20T08:00:00+07:00')).toMatchObject({
			date: '2026-06-22',
			why: 'Nhận vào ngày nghỉ nên tính từ ngày làm việc tiếp theo'
		});
	});
});
