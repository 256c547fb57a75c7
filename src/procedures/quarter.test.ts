import { describe, expect, it } from 'vitest';
import { quarterAfter, quarterBefore, quarterNamed, quarterOf } from './quarter.ts';

describe('a quarter of the calendar', () => {
	it('has its first and last day, also across the year', () => {
		expect(quarterNamed('2026-q4')).toEqual({
			key: '2026-Q4',
			label: 'quý IV năm 2026',
			from: '2026-10-01',
			to: '2026-12-31'
		});
		expect(quarterOf('2028-02-29')).toMatchObject({ key: '2028-Q1', to: '2028-03-31' });
		expect(quarterBefore(quarterOf('2026-01-01')).key).toBe('2025-Q4');
		expect(quarterAfter(quarterOf('2026-12-31')).key).toBe('2027-Q1');
		for (const wrong of ['2026-Q5', '2026', 'quý 4', '1999-Q1']) expect(quarterNamed(wrong)).toBeUndefined();
	});
});
