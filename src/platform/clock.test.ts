import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, daysBetween, isDay, parseMoment, startOfDay } from './clock.ts';

describe('Vietnamese days', () => {
	it('change at midnight in Vietnam, not in Greenwich', () => {
		expect(dayOf(new Date('2026-11-21T16:59:59Z'))).toBe('2026-11-21');
		expect(dayOf(new Date('2026-11-21T17:00:00Z'))).toBe('2026-11-22');
	});

	it('begin at the moment startOfDay says', () => {
		fc.assert(
			fc.property(
				fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
				(moment) => {
					const day = dayOf(moment);
					const start = startOfDay(day);
					expect(start.getTime()).toBeLessThanOrEqual(moment.getTime());
					expect(moment.getTime() - start.getTime()).toBeLessThan(86_400_000);
					expect(dayOf(start)).toBe(day);
				}
			)
		);
	});

	it('add and subtract like a calendar', () => {
		expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
		expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
		fc.assert(
			fc.property(fc.integer({ min: -9000, max: 9000 }), (days) => {
				expect(daysBetween('2026-06-15', addDays('2026-06-15', days))).toBe(days);
			})
		);
	});

	it('know a real day from a made-up one', () => {
		expect(['2026-02-28', '2024-02-29'].every(isDay)).toBe(true);
		expect(['2026-02-30', '2026-13-01', '26-1-1', ''].some(isDay)).toBe(false);
	});

	it('read a moment without an offset as Vietnamese time', () => {
		expect(parseMoment('2026-03-02').toISOString()).toBe('2026-03-02T01:00:00.000Z');
		expect(parseMoment('2026-03-02T23:59').toISOString()).toBe('2026-03-02T16:59:00.000Z');
		expect(parseMoment('2026-03-02T00:00:00Z').toISOString()).toBe('2026-03-02T00:00:00.000Z');
	});
});
