import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#platform/clock.ts';
import {
	monthEnd,
	occurrences,
	occurrencesOf,
	productCount,
	recurrences,
	requiredCount,
	spanOf,
	standingOf,
	type Recurrence,
	type Timing
} from './task.ts';

const timing = (more: Partial<Timing> = {}): Timing => ({
	recurrence: 'none',
	measureCount: null,
	periodFrom: null,
	periodTo: null,
	deadlineOn: null,
	...more
});

describe('occurrences', () => {
	it('asks for four a month of 48 a year', () => {
		const all = occurrencesOf(timing({ recurrence: 'monthly', measureCount: 48 }), 2026);
		expect(all).toHaveLength(12);
		expect(new Set(all.map(({ planned }) => planned))).toEqual(new Set([4]));
		expect(all[1]).toEqual({ from: '2026-02-01', due: '2026-02-28', planned: 4 });
	});

	it('follows the weeks from Monday to Sunday', () => {
		const weeks = occurrencesOf(
			timing({ recurrence: 'weekly', periodFrom: '2026-01-01', periodTo: '2026-01-20' }),
			2026
		);
		expect(weeks.map(({ due }) => due)).toEqual(['2026-01-04', '2026-01-11', '2026-01-18', '2026-01-20']);
	});

	it('knows quarters, halves and years, clipped to the period', () => {
		const due = (recurrence: Recurrence) =>
			occurrencesOf(timing({ recurrence, periodFrom: '2026-02-10', periodTo: '2026-11-30' }), 2026).map(
				(one) => one.due
			);
		expect(due('quarterly')).toEqual(['2026-03-31', '2026-06-30', '2026-09-30', '2026-11-30']);
		expect(due('half_yearly')).toEqual(['2026-06-30', '2026-11-30']);
		expect(due('yearly')).toEqual(['2026-11-30']);
		expect(due('ongoing')).toHaveLength(10);
	});

	it('gives a single task its deadline, and a plan year when nothing is said', () => {
		expect(occurrencesOf(timing({ deadlineOn: '2026-08-31', periodTo: '2026-12-31' }), 2026)).toEqual([
			{ from: '2026-01-01', due: '2026-08-31', planned: 1 }
		]);
		expect(spanOf(timing(), 2023)).toEqual({ from: '2023-01-01', to: '2023-12-31' });
		expect(spanOf(timing({ periodFrom: '2026-05-01', deadlineOn: '2026-03-01' }), 2026)).toEqual({
			from: '2026-03-01',
			to: '2026-03-01'
		});
	});

	const anyTiming = fc
		.record({
			recurrence: fc.constantFrom(...(Object.keys(recurrences) as Recurrence[])),
			measureCount: fc.option(fc.integer({ min: 1, max: 2000 }), { nil: null }),
			start: fc.integer({ min: 0, max: 364 }),
			length: fc.integer({ min: 0, max: 500 })
		})
		.map(({ recurrence, measureCount, start, length }) =>
			timing({
				recurrence,
				measureCount,
				periodFrom: addDays('2026-01-01', start),
				periodTo: addDays('2026-01-01', start + length)
			})
		);

	it('covers every day of the span once, and plans exactly the measure', () => {
		fc.assert(
			fc.property(anyTiming, (task) => {
				const all = occurrencesOf(task, 2026);
				const span = spanOf(task, 2026);
				expect(all[0]!.from).toBe(span.from);
				expect(all.at(-1)!.due).toBe(span.to);
				for (const [at, one] of all.entries()) {
					expect(one.from <= one.due).toBe(true);
					if (at > 0) expect(one.from).toBe(addDays(all[at - 1]!.due, 1));
				}
				const sum = all.reduce((total, { planned }) => total + planned, 0);
				expect(sum).toBe(task.measureCount ?? all.length);
				if (task.recurrence !== 'ongoing') expect(requiredCount(task, 2026)).toBe(sum);
			})
		);
	});

	it('is the same summed over months as asked at once', () => {
		fc.assert(
			fc.property(anyTiming, (task) => {
				const months = Array.from({ length: 36 }, (_, at) => ({
					year: 2026 + Math.floor(at / 12),
					month: (at % 12) + 1
				}));
				const byMonth = months.flatMap(({ year, month }) =>
					occurrences(task, 2026, `${year}-${String(month).padStart(2, '0')}-01`, monthEnd(year, month))
				);
				expect(byMonth).toEqual(occurrencesOf(task, 2026));
			})
		);
	});
});

describe('what is done', () => {
	it('counts a source once, however many content areas it is about', () => {
		const row = (id: number, sourceId: string | null, count = 1) => ({
			id,
			sourceKind: sourceId ? 'story' : 'manual',
			sourceId,
			count
		});
		expect(productCount([row(1, '7'), row(2, '7'), row(3, '8', 2), row(4, null), row(5, null, 3)])).toBe(7);
	});
});

describe('where a task stands', () => {
	const monthly = timing({ recurrence: 'monthly', measureCount: 12 });
	const at = (
		done: number,
		today: string,
		closing: Parameters<typeof standingOf>[3] = null,
		task = monthly
	) => standingOf(task, 2026, done, closing, today);

	it('is overdue as soon as a month passed without its product', () => {
		expect(at(5, '2026-07-01')).toMatchObject({ state: 'overdue', behind: 1 });
		expect(at(6, '2026-07-01')).toMatchObject({ state: 'in_progress', behind: 0, nextDue: '2026-07-31' });
	});

	it('is near its day a week before, unless the product of the month is there', () => {
		expect(at(6, '2026-07-25').state).toBe('due_soon');
		expect(at(6, '2026-07-23').state).toBe('in_progress');
		expect(at(7, '2026-07-25')).toMatchObject({ state: 'in_progress', nextDue: '2026-08-31' });
	});

	it('has not begun before its first day, and is not late on its last', () => {
		const once = timing({ periodFrom: '2026-04-01', deadlineOn: '2026-08-31' });
		expect(at(0, '2026-03-31', null, once).state).toBe('planned');
		expect(at(0, '2026-08-31', null, once)).toMatchObject({ state: 'due_soon', daysLeft: 0 });
		expect(at(0, '2026-09-01', null, once)).toMatchObject({ state: 'overdue', behind: 1 });
		expect(at(1, '2026-09-01', null, once)).toMatchObject({ state: 'in_progress', ready: true });
	});

	it('is done or waived when it was closed, and says when the product went missing after', () => {
		expect(at(12, '2026-12-31', { kind: 'done' })).toMatchObject({ state: 'done', lacking: false });
		expect(at(11, '2026-12-31', { kind: 'done' })).toMatchObject({ state: 'done', lacking: true });
		expect(at(0, '2026-12-31', { kind: 'waived' })).toMatchObject({ state: 'waived', lacking: false });
	});

	it('calls "thường xuyên" late only when its whole time passed without anything', () => {
		const ongoing = timing({ recurrence: 'ongoing' });
		expect(at(0, '2026-11-01', null, ongoing)).toMatchObject({
			state: 'in_progress',
			behind: 0,
			required: 1
		});
		expect(at(0, '2027-01-01', null, ongoing)).toMatchObject({ state: 'overdue', behind: 1 });
	});
});
