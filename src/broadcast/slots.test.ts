import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#platform/clock.ts';
import { defaultCalendar } from '#platform/working-days.ts';
import { readingTime } from './episode.ts';
import { defaultSettings } from './settings.ts';
import { daysOf, hoursProblems, momentOf, weekdayOf, type SlotRule } from './slots.ts';

const rule = (changes: Partial<SlotRule>): SlotRule => ({
	recurrence: 'weekly',
	weekdays: [],
	weeks: [],
	monthDays: [],
	dates: [],
	atMinute: 330,
	onDayOff: 'keep',
	validFrom: '2026-01-01',
	validTo: null,
	...changes
});
const days = (changes: Partial<SlotRule>, from: string, to: string) =>
	daysOf(rule(changes), from, to, defaultCalendar);

describe('the days of a slot', () => {
	it('follow the week, the month, the weekday of a month, and single dates', () => {
		expect(days({ weekdays: [1, 4] }, '2026-06-01', '2026-06-14')).toEqual([
			'2026-06-01',
			'2026-06-04',
			'2026-06-08',
			'2026-06-11'
		]);
		expect(days({ recurrence: 'monthly_day', monthDays: [31] }, '2026-02-01', '2026-04-30')).toEqual([
			'2026-02-28',
			'2026-03-31',
			'2026-04-30'
		]);
		expect(
			days({ recurrence: 'monthly_weekday', weekdays: [2], weeks: [1, -1] }, '2026-06-01', '2026-06-30')
		).toEqual(['2026-06-02', '2026-06-30']);
		expect(days({ recurrence: 'dates', dates: ['2026-06-05'] }, '2026-06-01', '2026-06-30')).toEqual([
			'2026-06-05'
		]);
		expect(days({ weekdays: [1], validTo: '2026-06-07' }, '2026-06-01', '2026-06-30')).toEqual([
			'2026-06-01'
		]);
	});

	it('keep, skip or leave a day off', () => {
		// 30/4 and 1/5/2026 are Thursday and Friday, both off.
		expect(days({ weekdays: [4] }, '2026-04-27', '2026-05-04')).toEqual(['2026-04-30']);
		expect(days({ weekdays: [4], onDayOff: 'skip' }, '2026-04-27', '2026-05-04')).toEqual([]);
		expect(days({ weekdays: [4], onDayOff: 'next_day' }, '2026-04-27', '2026-05-04')).toEqual(['2026-05-04']);
	});

	it('moved ones lie on working days, in order, each once', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 700 }),
				fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
				(start, weekdays) => {
					const from = addDays('2026-01-01', start);
					const found = days({ weekdays, onDayOff: 'next_day' }, from, addDays(from, 20));
					expect(found).toEqual([...new Set(found)].sort());
					expect(found.every((day) => defaultCalendar.on(day).working)).toBe(true);
				}
			)
		);
	});

	it('are of Vietnam', () => {
		expect(weekdayOf('2026-06-15')).toBe(1);
		expect(momentOf('2026-06-15', 1025).toISOString()).toBe('2026-06-15T10:05:00.000Z');
	});
});

describe('the hours of a station', () => {
	const at = (changes: object) =>
		hoursProblems(
			{ day: '2026-06-15', atMinute: 330, durationMs: 600_000, ...changes },
			{ ...defaultSettings, silentDays: [{ date: '2026-06-16', why: 'Quốc tang' }] }
		).map(({ code }) => code);
	it('allow what lies inside, and say what speaks against the rest', () => {
		expect(at({})).toEqual([]);
		expect(at({ atMinute: 329 })).toEqual(['outside']);
		expect(at({ atMinute: 370 })).toEqual(['outside']);
		expect(at({ day: '2026-06-20' })).toEqual(['outside']);
		expect(at({ day: '2026-06-16' })).toEqual(['silent']);
		expect(at({ durationMs: 16 * 60_000 })).toEqual(['too_long']);
	});
});

it('reading takes longer with more syllables and with breaths', () => {
	expect(readingTime('một hai ba bốn năm sáu bảy tám chín mười', 200)).toBe(3000);
	expect(readingTime('một, hai.', 200)).toBe(600 + 200 + 500);
});
