import { describe, expect, it } from 'vitest';
import { addDays } from '#platform/clock.ts';
import { Refusal } from '#platform/refusal.ts';
import { nextPeriod, periodOf, usualPeriods } from './period.ts';

describe('the data window of a report', () => {
	it.each([
		['2026-Q1', '2025-12-15', '2026-03-14', 'quý I năm 2026'],
		['2026-H1', '2025-12-15', '2026-06-14', '6 tháng đầu năm 2026'],
		['2026-Q3', '2026-06-15', '2026-09-14', 'quý III năm 2026'],
		['2026', '2025-12-15', '2026-12-14', 'năm 2026'],
		['2026-01', '2025-12-15', '2026-01-14', 'tháng 01 năm 2026'],
		['2026-11', '2026-10-15', '2026-11-14', 'tháng 11 năm 2026']
	])('of %s runs from %s to %s', (key, from, to, label) => {
		expect(periodOf(key)).toMatchObject({ from, to, label });
	});

	it('leaves no day out and counts none twice, from month to month', () => {
		let month = periodOf('2024-01');
		for (let i = 0; i < 40; i++) {
			const next = nextPeriod(month);
			expect(next.from).toBe(addDays(month.to, 1));
			month = next;
		}
	});

	it('of a year is that of its four quarters', () => {
		expect(periodOf('2026-Q1').from).toBe(periodOf('2026').from);
		expect(periodOf('2026-Q4').to).toBe(periodOf('2026').to);
		expect(nextPeriod(periodOf('2026-Q4')).key).toBe('2027-Q1');
	});

	it.each(['', 'quý I', '2026-13', '2026-Q5', '2026-H3', '26-01', '2026-1', "2026'; drop"])(
		'is refused for %j in words',
		(key) => {
			expect(() => periodOf(key)).toThrow(Refusal);
		}
	);

	it('follows another closing day when the level above sets one', () => {
		expect(periodOf('2026-03', { closingDay: 20, dueDay: 22 })).toMatchObject({
			from: '2026-02-21',
			to: '2026-03-20',
			dueOn: '2026-03-22'
		});
	});

	it('has no report of its own for the second and fourth quarter', () => {
		expect(usualPeriods(2026).map((period) => period.key)).toEqual(['2026-Q1', '2026-H1', '2026-Q3', '2026']);
	});
});
