import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#platform/clock.ts';
import {
	actsOf,
	completion,
	coverageByArea,
	coverageByChannel,
	monthsBetween,
	regularity,
	settle,
	settleTask,
	sum,
	UNNAMED,
	timeliness,
	usualRule,
	type ProgressTask,
	type Proof
} from './progress.ts';
import { recurrences, type Recurrence } from './task.ts';

let nextId = 1;
const proof = (day: string, more: Partial<Proof> = {}): Proof => ({
	id: nextId++,
	contentAreaKey: null,
	channel: 'portal',
	count: 1,
	sourceKind: 'manual',
	sourceId: null,
	day,
	...more
});
const task = (more: Partial<ProgressTask> = {}): ProgressTask => ({
	id: nextId++,
	no: 1,
	recurrence: 'monthly',
	measureCount: 12,
	periodFrom: null,
	periodTo: null,
	deadlineOn: null,
	areaKeys: ['a'],
	channels: ['portal'],
	proofs: [],
	waived: false,
	...more
});
const year = monthsBetween('2026-01-01', '2026-12-31');

const anyTask = fc
	.record({
		recurrence: fc.constantFrom(...(Object.keys(recurrences) as Recurrence[])),
		measureCount: fc.option(fc.integer({ min: 1, max: 60 }), { nil: null }),
		areaKeys: fc.subarray(['a', 'b', 'c']),
		channels: fc.subarray(['portal', 'radio']),
		days: fc.array(
			fc.record({
				day: fc.integer({ min: 0, max: 364 }),
				key: fc.constantFrom('a', 'b', null),
				count: fc.integer({ min: 0, max: 4 })
			}),
			{ maxLength: 15 }
		),
		waived: fc.boolean()
	})
	.map(({ days, ...more }) =>
		task({
			...more,
			proofs: days.map(({ day, key, count }) =>
				proof(addDays('2026-01-01', day), { contentAreaKey: key, count })
			)
		})
	);
const anyDay = fc.integer({ min: -10, max: 380 }).map((days) => addDays('2026-01-01', days));

describe('settling', () => {
	it('lets what is left over make up for what is missing, and then serve the next', () => {
		expect(
			settle([
				{ planned: 2, done: 0, ended: true },
				{ planned: 1, done: 4, ended: true },
				{ planned: 2, done: 0, ended: true },
				{ planned: 1, done: 0, ended: false }
			]).map(({ onTime, late, missing, pending }) => [onTime, late, missing, pending])
		).toEqual([
			[0, 2, 0, 0],
			[1, 0, 0, 0],
			[1, 0, 1, 0],
			[0, 0, 0, 1]
		]);
	});

	it('loses and makes nothing: the parts sum up to what was planned, and no more is used than was done', () => {
		const times = fc.array(fc.record({ planned: fc.nat(9), done: fc.nat(9) }), { maxLength: 14 });
		fc.assert(
			fc.property(times, fc.nat(14), (given, ended) => {
				const tallies = settle(given.map((one, at) => ({ ...one, ended: at < ended })));
				for (const one of tallies) {
					expect(one.onTime + one.late + one.missing + one.pending).toBe(one.planned);
					for (const part of Object.values(one)) expect(part).toBeGreaterThanOrEqual(0);
				}
				const total = sum(tallies);
				expect(total.onTime + total.late).toBeLessThanOrEqual(total.done);
			})
		);
	});
});

describe('coverage', () => {
	it('plans exactly what the tasks ask for: over areas and over channels alike', () => {
		fc.assert(
			fc.property(fc.array(anyTask, { maxLength: 6 }), anyDay, (tasks, today) => {
				const wanted = tasks
					.filter((one) => !one.waived)
					.flatMap((one) => actsOf(one, 2026).occurrences)
					.reduce((all, one) => all + one.planned, 0);
				for (const matrix of [
					coverageByArea(tasks, 2026, ['a', 'b', 'c'], year, today),
					coverageByChannel(tasks, 2026, ['portal', 'radio'], year, today)
				]) {
					expect(matrix.rows.reduce((all, row) => all + row.total.planned, 0)).toBe(wanted);
					for (const row of matrix.rows) {
						expect(row.cells).toHaveLength(12);
						expect(sum(row.cells)).toEqual(row.total);
					}
					expect(matrix.filled).toBeLessThanOrEqual(matrix.due);
				}
			})
		);
	});

	it('shows every proof in exactly one cell, with its number', () => {
		fc.assert(
			fc.property(fc.array(anyTask, { maxLength: 6 }), anyDay, (tasks, today) => {
				const matrix = coverageByArea(tasks, 2026, ['a', 'b', 'c'], year, today);
				const shown = matrix.rows
					.flatMap((row) => row.cells.flatMap((cell) => cell.proofIds))
					.sort((a, b) => a - b);
				expect(shown).toEqual(tasks.flatMap((one) => one.proofs.map(({ id }) => id)).sort((a, b) => a - b));
			})
		);
	});

	it('says what is there, late, missing, still to come, and beyond the plan', () => {
		const tasks = [
			task({ measureCount: 12, proofs: [proof('2026-01-20'), proof('2026-03-05'), proof('2026-03-25')] })
		];
		const [row] = coverageByArea(tasks, 2026, ['a'], year, '2026-05-10').rows;
		expect(row!.cells.slice(0, 6).map((cell) => cell.state)).toEqual([
			'done',
			'late',
			'done',
			'missing',
			'planned',
			'planned'
		]);
		const extra = coverageByArea(
			[task({ areaKeys: ['b'], proofs: [proof('2026-01-02', { contentAreaKey: 'a' })] })],
			2026,
			['a', 'b'],
			year,
			'2026-05-10'
		);
		expect(extra.rows[0]!.cells[0]).toMatchObject({ state: 'extra', planned: 0, done: 1 });
	});

	it('does not let a print run make up for anything else, and counts it as one act', () => {
		const leaflets = task({
			recurrence: 'none',
			measureCount: 1500,
			deadlineOn: '2026-03-31',
			proofs: [proof('2026-01-05', { count: 600 }), proof('2026-01-06', { count: 900 })]
		});
		const [row] = coverageByArea([leaflets, task()], 2026, ['a'], year, '2026-05-10').rows;
		expect(row!.cells.slice(0, 3).map((cell) => [cell.done, cell.planned, cell.missing])).toEqual([
			[2, 1, 1],
			[0, 1, 1],
			[0, 2, 1]
		]);
	});

	it('says when a month was served by what came before it', () => {
		const [row] = coverageByArea(
			[task({ proofs: [proof('2026-01-02'), proof('2026-01-09')] })],
			2026,
			['a'],
			year,
			'2026-05-10'
		).rows;
		expect(row!.cells.slice(0, 3).map((cell) => cell.state)).toEqual(['done', 'ahead', 'missing']);
	});

	it('puts evidence without area on the only area of its task, or apart', () => {
		const rows = (areaKeys: string[]) =>
			coverageByArea(
				[task({ areaKeys, proofs: [proof('2026-01-02')] })],
				2026,
				['a', 'b'],
				year,
				'2026-02-01'
			).rows;
		expect(rows(['a'])[0]!.cells[0]!.done).toBe(1);
		expect(rows(['a', 'b']).find((row) => row.key === UNNAMED)!.cells[0]!.done).toBe(1);
	});

	it('counts a story on two areas once in each, and a source once in a cell', () => {
		const story = { sourceKind: 'story', sourceId: '7' };
		const tasks = [
			task({
				areaKeys: ['a', 'b'],
				proofs: ['a', 'b', 'a'].map((contentAreaKey) => proof('2026-01-02', { ...story, contentAreaKey }))
			})
		];
		const rows = coverageByArea(tasks, 2026, ['a', 'b'], year, '2026-02-01').rows;
		expect(rows.map((row) => row.cells[0]!.done)).toEqual([1, 1]);
	});
});

describe('one task over its times', () => {
	it('calls what came after the last day late', () => {
		const once = task({
			recurrence: 'none',
			measureCount: null,
			deadlineOn: '2026-03-31',
			proofs: [proof('2026-04-02')]
		});
		expect(settleTask(once, 2026, '2026-05-01')).toMatchObject({
			planned: 1,
			onTime: 0,
			late: 1,
			missing: 0
		});
		expect(settleTask(task({ ...once, proofs: [proof('2025-12-30')] }), 2026, '2026-05-01')).toMatchObject({
			onTime: 1,
			late: 0
		});
	});
});

describe('timeliness', () => {
	const window = { from: '2026-01-01', to: '2026-12-31' };

	it('counts times, each once, however many products it asks for', () => {
		const leaflets = task({
			recurrence: 'none',
			measureCount: 1500,
			deadlineOn: '2026-02-28',
			proofs: [proof('2026-02-01', { count: 1499 })]
		});
		const monthly = task({ proofs: [proof('2026-01-05'), proof('2026-03-05'), proof('2026-03-06')] });
		expect(timeliness([leaflets, monthly, task({ waived: true })], 2026, '2026-04-10', window)).toEqual({
			onTime: 2,
			late: 1,
			missing: 1,
			share: 0.5,
			lateTaskIds: [monthly.id],
			missingTaskIds: [leaflets.id]
		});
	});

	it('says nothing before anything has ended', () => {
		expect(timeliness([task()], 2026, '2026-01-10', window).share).toBeNull();
	});
});

describe('completion of the plan', () => {
	const window = { from: '2026-01-01', to: '2026-03-31' };
	const value = (tasks: ProgressTask[], rule = {}) =>
		completion(tasks, 2026, window, '2026-04-10', { ...usualRule, ...rule }).value;
	const full = task({ proofs: ['2026-01-05', '2026-02-05', '2026-03-05'].map((day) => proof(day)) });
	const part = task({
		measureCount: 24,
		proofs: ['2026-01-05', '2026-01-06', '2026-02-05'].map((day) => proof(day))
	});
	const late = task({ proofs: ['2026-01-05', '2026-03-05', '2026-03-06'].map((day) => proof(day)) });

	it('counts whole tasks, shares or products', () => {
		expect(value([full, part])).toBe(0.5);
		expect(value([full, part], { count: 'share' })).toBe(0.75);
		expect(value([full, part], { count: 'product' })).toBeCloseTo(6 / 9);
	});

	it('may count what came late half', () => {
		expect(value([late])).toBe(1);
		expect(value([late], { late: 'half' })).toBe(0.5);
		expect(value([late], { late: 'half', count: 'share' })).toBeCloseTo(2.5 / 3);
	});

	it('counts a waived task as not done, or leaves it out', () => {
		const waived = task({ waived: true });
		expect(value([full, waived])).toBe(0.5);
		expect(value([full, waived], { waived: 'left_out' })).toBe(1);
	});

	it('says nothing when nothing was due, and names the tasks behind the figure', () => {
		expect(value([task({ recurrence: 'none', deadlineOn: '2026-12-01' })])).toBeNull();
		expect(completion([full, part], 2026, window, '2026-04-10', usualRule)).toMatchObject({
			doneTaskIds: [full.id],
			openTaskIds: [part.id]
		});
	});

	it('lies between 0 and 1, and half for late is never more', () => {
		fc.assert(
			fc.property(
				fc.array(anyTask, { maxLength: 5 }),
				anyDay,
				fc.constantFrom('whole', 'share', 'product'),
				(tasks, today, count) => {
					const given = (lateRule: 'full' | 'half') =>
						completion(tasks, 2026, { from: '2026-01-01', to: '2026-12-31' }, today, {
							...usualRule,
							count,
							late: lateRule
						}).value;
					const [whole, half] = [given('full'), given('half')];
					if (whole === null) return;
					expect(whole).toBeGreaterThanOrEqual(0);
					expect(whole).toBeLessThanOrEqual(1 + 1e-9);
					expect(half!).toBeLessThanOrEqual(whole + 1e-9);
				}
			)
		);
	});
});

describe('regularity', () => {
	it('counts the times that were kept and finds the longest gap', () => {
		const weekly = task({
			recurrence: 'weekly',
			measureCount: null,
			periodFrom: '2026-01-05',
			periodTo: '2026-02-08',
			proofs: ['2026-01-06', '2026-01-13', '2026-02-03'].map((day) => proof(day))
		});
		expect(regularity(weekly, 2026, '2026-02-05')).toMatchObject({
			kept: 2,
			ended: 4,
			longestGap: 21,
			gapFrom: '2026-01-13',
			gapTo: '2026-02-03'
		});
		expect(regularity(weekly, 2026, '2026-02-05')!.emptyTimes.map((one) => one.due)).toEqual([
			'2026-01-25',
			'2026-02-01'
		]);
	});

	it('is not asked of a task that happens once, or has not begun', () => {
		expect(regularity(task({ recurrence: 'none' }), 2026, '2026-02-05')).toBeNull();
		expect(regularity(task({ periodFrom: '2026-03-01' }), 2026, '2026-02-05')).toBeNull();
	});
});
