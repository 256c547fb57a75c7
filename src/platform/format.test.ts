import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as format from './format.ts';

describe('dates', () => {
	it('writes a day with slashes and two digits', () => {
		expect(format.date('2026-01-05')).toBe('05/01/2026');
		expect(format.date('2026-11-22')).toBe('22/11/2026');
	});

	it('writes a document date with a zero for days below 10 and for months 1 and 2 only', () => {
		expect(format.documentDate('2026-01-05')).toBe('ngày 05 tháng 01 năm 2026');
		expect(format.documentDate('2026-02-10')).toBe('ngày 10 tháng 02 năm 2026');
		expect(format.documentDate('2026-03-09')).toBe('ngày 09 tháng 3 năm 2026');
		expect(format.documentDate('2026-12-31')).toBe('ngày 31 tháng 12 năm 2026');
	});

	it('sees a moment from Vietnam, whatever the machine thinks', () => {
		const lateEvening = new Date('2026-03-31T17:30:00Z');
		expect(format.date(lateEvening)).toBe('01/04/2026');
		expect(format.time(lateEvening)).toBe('00:30');
		expect(format.dateTime(lateEvening)).toBe('00:30, 01/04/2026');
		expect(format.isoDay(lateEvening)).toBe('2026-04-01');
		expect(format.date('2026-03-31T17:30:00.000Z')).toBe('01/04/2026');
	});

	it('names the day of the week and the month', () => {
		expect(format.weekdayDate('2026-01-05')).toBe('Thứ Hai, 05/01/2026');
		expect(format.weekdayDate('2026-11-22')).toBe('Chủ Nhật, 22/11/2026');
		expect(format.month('2026-01')).toBe('tháng 01/2026');
		expect(format.month('2026-10-03')).toBe('tháng 10/2026');
	});

	it('does not make a date of something else', () => {
		expect(() => format.date('2026-13-45')).toThrow(RangeError);
	});
});

describe('words for days', () => {
	const today = '2026-11-22';
	it.each([
		['2026-11-22', 'hôm nay'],
		['2026-11-21', 'hôm qua'],
		['2026-11-23', 'ngày mai'],
		['2026-11-19', '3 ngày trước'],
		['2026-11-25', '3 ngày nữa'],
		['2026-10-23', '30 ngày trước'],
		['2026-10-22', '22/10/2026']
	])('%s is %s', (day, words) => {
		expect(format.relativeDay(day, today)).toBe(words);
	});

	it('counts calendar days, not spans of 24 hours', () => {
		expect(format.relativeDay(new Date('2026-11-21T16:59:00Z'), new Date('2026-11-21T17:01:00Z'))).toBe(
			'hôm qua'
		);
	});

	it.each([
		['2026-11-25', 'còn 3 ngày'],
		['2026-11-22', 'hạn hôm nay'],
		['2026-11-20', 'quá hạn 2 ngày']
	])('a deadline on %s is "%s"', (day, words) => {
		expect(format.due(day, today)).toBe(words);
	});
});

describe('numbers', () => {
	it('puts dots between thousands and a comma before decimals', () => {
		expect(format.number(0)).toBe('0');
		expect(format.number(999)).toBe('999');
		expect(format.number(1234567)).toBe('1.234.567');
		expect(format.number(-1234.56, 1)).toBe('-1.234,6');
		expect(format.number(-0.04, 1)).toBe('0,0');
		expect(format.money(9_600_000)).toBe('9.600.000 đồng');
	});

	it('can always be read back', () => {
		fc.assert(
			fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (n) => {
				expect(Number(format.number(n).replaceAll('.', ''))).toBe(n === 0 ? 0 : n);
			})
		);
	});

	it('shows no share of nothing', () => {
		expect(format.percent(7, 8, 1)).toBe('87,5%');
		expect(format.percent(0, 0)).toBe('–');
	});

	it('counts things without a plural and says when there are none', () => {
		expect(format.count(1, 'tin, bài')).toBe('1 tin, bài');
		expect(format.count(1200, 'tin, bài')).toBe('1.200 tin, bài');
		expect(format.count(0, 'tin, bài')).toBe('chưa có tin, bài nào');
	});

	it('gives file sizes a person can compare', () => {
		expect(format.fileSize(512)).toBe('512 byte');
		expect(format.fileSize(340_200)).toBe('340 KB');
		expect(format.fileSize(999_900)).toBe('1,0 MB');
		expect(format.fileSize(1_250_000)).toBe('1,3 MB');
	});

	it('begins a line with a large letter, also đ', () => {
		expect(format.capitalise('đang làm')).toBe('Đang làm');
	});
});
