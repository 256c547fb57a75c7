import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from './clock.ts';
import { lunarDay, solarDay } from './lunar.ts';

const tet = (year: number) => solarDay({ day: 1, month: 1, year, leap: false });
const hungKings = (year: number) => solarDay({ day: 10, month: 3, year, leap: false });

describe('the Vietnamese lunar calendar', () => {
	it.each([
		[1968, '1968-01-29'],
		[2000, '2000-02-05'],
		[2023, '2023-01-22'],
		[2024, '2024-02-10'],
		[2025, '2025-01-29'],
		[2026, '2026-02-17'],
		[2027, '2027-02-06'],
		[2028, '2028-01-26'],
		[2029, '2029-02-13']
	])('knows Tết %i', (year, day) => {
		expect(tet(year)).toBe(day);
	});

	it.each([
		[1985, '1985-01-21', '1985-02-20'],
		[2007, '2007-02-17', '2007-02-18'],
		[2030, '2030-02-02', '2030-02-03']
	])('differs from the Chinese one in %i', (year, vietnamese, chinese) => {
		expect(tet(year)).toBe(vietnamese);
		expect(tet(year)).not.toBe(chinese);
	});

	it.each([
		[2023, '2023-04-29'],
		[2024, '2024-04-18'],
		[2025, '2025-04-07'],
		[2026, '2026-04-26'],
		[2027, '2027-04-16'],
		[2028, '2028-04-04'],
		[2029, '2029-04-23'],
		[2030, '2030-04-12']
	])('knows the day of the Hùng Kings %i', (year, day) => {
		expect(hungKings(year)).toBe(day);
	});

	it('knows the months that repeat', () => {
		// Leap month 2 of 2023, leap month 6 of 2025.
		expect(lunarDay('2023-03-22')).toEqual({ day: 1, month: 2, year: 2023, leap: true });
		expect(lunarDay('2025-07-25')).toEqual({ day: 1, month: 6, year: 2025, leap: true });
		expect(lunarDay('2025-08-23')).toEqual({ day: 1, month: 7, year: 2025, leap: false });
	});

	const anyDay = fc.integer({ min: 0, max: 91_000 }).map((n) => addDays('1950-01-01', n));
	it('goes there and back for any day', () => {
		fc.assert(
			fc.property(anyDay, (day) => {
				expect(solarDay(lunarDay(day))).toBe(day);
			}),
			{ numRuns: 3000 }
		);
	});

	it('steps one day at a time: the next day of the month, or the first of another', () => {
		fc.assert(
			fc.property(anyDay, (day) => {
				const today = lunarDay(day);
				const tomorrow = lunarDay(addDays(day, 1));
				if (tomorrow.day === 1) {
					expect([29, 30]).toContain(today.day);
					expect(tomorrow.year - today.year).toBe(today.month === 12 && tomorrow.month === 1 ? 1 : 0);
				} else expect(tomorrow).toEqual({ ...today, day: today.day + 1 });
			}),
			{ numRuns: 3000 }
		);
	});

	it('begins every year between 20 January and 21 February, 12 or 13 moons after the last', () => {
		for (let year = 1950; year < 2199; year++) {
			expect(tet(year).slice(5) >= '01-20' && tet(year).slice(5) <= '02-21', tet(year)).toBe(true);
			expect([353, 354, 355, 383, 384, 385]).toContain(daysBetween(tet(year), tet(year + 1)));
		}
	});
});
