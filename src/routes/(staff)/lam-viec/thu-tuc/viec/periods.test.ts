import { describe, expect, it } from 'vitest';
import { isPeriod, periodOf, periodsUntil, sayPeriod } from './periods.ts';

describe('quarters', () => {
	it('begin and end on the right days, also over the year', () => {
		expect(periodOf('2026-Q1')).toEqual({ from: '2026-01-01', to: '2026-03-31' });
		expect(periodOf('2026-Q4')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
	});
	it('go back from today over the year', () => {
		expect(periodsUntil('2026-02-01').slice(0, 3)).toEqual(['2026-Q1', '2025-Q4', '2025-Q3']);
		expect(periodsUntil('2026-11-23')[0]).toBe('2026-Q4');
	});
	it('are said and read', () => {
		expect(sayPeriod('2026-Q3')).toBe('Quý 3/2026');
		expect([isPeriod('2026-Q5'), isPeriod('2026-Q1')]).toEqual([false, true]);
	});
});
