import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#platform/clock.ts';
import { defaultCalendar, makeCalendar } from '#platform/working-days.ts';
import { explained } from './due-words.ts';
import { dueOf, inTime, type DueAsked, type Pause } from './due.ts';
import { limitFor, defaultLimits, type Limit } from './limits.ts';
import { rungsReached } from './reminder.ts';

const at = (text: string): Date => new Date(`${text}:00+07:00`);
const asked = (receivedAt: string, days: number, changes: Partial<DueAsked> = {}): DueAsked => ({
	step: 'answer',
	receivedAt: at(receivedAt),
	limit: { days, basis: 'Quy chế của phường' },
	cutoff: '17:00',
	pauses: [],
	extensionDays: 0,
	now: at('2028-01-01T08:00'),
	...changes
});
const due = (...given: Parameters<typeof asked>) => dueOf(asked(...given), defaultCalendar);
const pause = (from: string, to: string | null): Pause => ({
	from: at(from),
	to: to === null ? null : at(to)
});

describe('a due date', () => {
	it('crosses Tết 2026: five days off and the weekends around them are not counted', () => {
		const found = due('2026-02-12T09:00', 5);
		expect([found.on, found.from, found.fromWhy, found.tentative]).toEqual([
			'2026-02-26',
			'2026-02-12',
			'',
			false
		]);
		expect(found.skipped.map(({ date }) => date)).toEqual([
			'2026-02-14',
			'2026-02-15',
			'2026-02-16',
			'2026-02-17',
			'2026-02-18',
			'2026-02-19',
			'2026-02-20',
			'2026-02-21',
			'2026-02-22'
		]);
	});

	it('crosses Tết 2027, and says that its days off are not decided yet', () => {
		const found = due('2027-02-03T09:00', 5);
		expect([found.on, found.tentative]).toEqual(['2027-02-17', true]);
		expect(found.skipped.map(({ date }) => date)).toContain('2027-02-11');
		expect(explained(found).at(-1)).toMatch(/dự kiến.*tính lại/);
	});

	it('moves when the days off of 2027 are decided otherwise', () => {
		const decided = makeCalendar({
			decisions: [],
			own: [
				{ date: '2027-02-04', kind: 'off', reason: 'Tết Nguyên đán' },
				{ date: '2027-02-11', kind: 'working', reason: 'Làm việc' }
			]
		});
		// One day lost before Tết, one won after it.
		expect(dueOf(asked('2027-02-03T09:00', 5), decided).on).toBe('2027-02-17');
		expect(dueOf(asked('2027-02-03T09:00', 1), decided).on).toBe('2027-02-11');
	});

	it('counts Saturdays that make up for a day off, and a message of that Saturday from the same day', () => {
		// Saturday 10/01/2026 is worked for Friday 02/01, Saturday 22/08/2026 for Monday 31/08.
		expect(due('2026-01-09T09:00', 1).on).toBe('2026-01-10');
		expect(due('2026-08-22T09:00', 1)).toMatchObject({ from: '2026-08-22', fromWhy: '', on: '2026-08-24' });
		expect(due('2026-08-28T09:00', 1).on).toBe('2026-09-03');
	});

	it('counts what came after the hour, or on a day off, from the next working day', () => {
		expect(due('2026-06-15T17:00', 5)).toMatchObject({ from: '2026-06-15', on: '2026-06-22' });
		expect(due('2026-06-15T17:01', 5)).toMatchObject({
			from: '2026-06-16',
			fromWhy: 'Nhận sau 17:00 nên tính từ ngày làm việc tiếp theo',
			on: '2026-06-23'
		});
		expect(due('2026-06-20T09:00', 5)).toMatchObject({
			from: '2026-06-22',
			fromWhy: 'Nhận vào ngày nghỉ nên tính từ ngày làm việc tiếp theo',
			on: '2026-06-29'
		});
		// The last evening before Tết.
		expect(due('2026-02-13T17:30', 5)).toMatchObject({ from: '2026-02-23', on: '2026-03-02' });
	});

	it('stands still while the sender is asked, over Tết too', () => {
		const waited = due('2026-02-09T10:00', 10, { pauses: [pause('2026-02-12T10:00', '2026-02-24T10:00')] });
		// Friday 13/02, Monday 23/02 and Tuesday 24/02 were waited.
		expect([waited.pausedDays, waited.on]).toEqual([3, '2026-03-05']);
	});

	it('counts an open pause until now, a pause within a day not at all, several together', () => {
		const open = due('2026-06-15T09:00', 5, {
			pauses: [pause('2026-06-16T09:00', null)],
			now: at('2026-06-18T09:00')
		});
		expect([open.pausedDays, open.on]).toEqual([2, '2026-06-24']);
		const several = [
			pause('2026-06-16T08:00', '2026-06-16T16:00'),
			pause('2026-06-17T08:00', '2026-06-18T08:00'),
			pause('2026-06-19T08:00', '2026-06-22T08:00')
		];
		expect(due('2026-06-15T09:00', 5, { pauses: several }).pausedDays).toBe(2);
	});

	it('adds an extension, and is kept on its last day', () => {
		const found = due('2026-06-15T09:00', 5, { extensionDays: 3 });
		expect(found.on).toBe('2026-06-25');
		expect(inTime(found.on, at('2026-06-25T23:59'))).toBe(true);
		expect(inTime(found.on, at('2026-06-26T00:00'))).toBe(false);
	});

	it('explains itself', () => {
		const words = explained(
			due('2026-02-13T17:30', 10, {
				extensionDays: 2,
				pauses: [pause('2026-02-24T09:00', '2026-02-25T09:00')]
			})
		);
		expect(words).toEqual([
			'Tính từ Thứ Hai, 23/02/2026, ngày này không tính vào hạn. Nhận sau 17:00 nên tính từ ngày làm việc tiếp theo.',
			'Thời hạn 10 ngày làm việc. Căn cứ: Quy chế của phường.',
			'Cộng 1 ngày làm việc chờ người gửi bổ sung thông tin.',
			'Cộng 2 ngày làm việc gia hạn.',
			'Không tính: 16/02 đến 20/02 (Tết Nguyên đán); 8 ngày cuối tuần (14/02, 15/02, 21/02, 22/02, 28/02, 01/03, 07/03, 08/03).'
		]);
	});

	it('is a working day with exactly so many working days before it, whatever is asked', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 3000 }),
				fc.integer({ min: 0, max: 23 }),
				fc.integer({ min: 1, max: 30 }),
				fc.integer({ min: 0, max: 20 }),
				(offset, hour, days, extensionDays) => {
					const day = addDays('2023-01-01', offset);
					const found = due(`${day}T${String(hour).padStart(2, '0')}:30`, days, { extensionDays });
					expect(defaultCalendar.on(found.on).working).toBe(true);
					let worked = 0;
					for (let on = addDays(found.from, 1); on <= found.on; on = addDays(on, 1))
						if (defaultCalendar.on(on).working) worked++;
					expect(worked).toBe(days + extensionDays);
					// Every day from the receipt on is either worked or told as skipped.
					const skipped = new Set(found.skipped.map(({ date }) => date));
					for (let on = addDays(day, 1); on <= found.on; on = addDays(on, 1))
						expect(skipped.has(on)).toBe(!defaultCalendar.on(on).working);
				}
			),
			{ numRuns: 400 }
		);
	});

	it('is what the command says', () => {
		const days = [
			['2026-02-12T09:00', 5],
			['2026-02-13T17:30', 10],
			['2027-02-03T09:00', 15],
			['2026-08-22T18:00', 2],
			['2026-12-31T09:00', 5],
			['2026-06-20T09:00', 3]
		] as const;
		const { stdout } = spawnSync(
			process.execPath,
			['src/cli.ts', 'deadline', '--lines', '--cutoff', '17:00'],
			{ input: days.map((line) => JSON.stringify(line)).join('\n'), encoding: 'utf8' }
		);
		const said = stdout
			.trimEnd()
			.split('\n')
			.map((line) => JSON.parse(line) as { date: string; skipped: unknown });
		expect(
			days.map(([moment, many]) => due(moment, many)).map(({ on, skipped }) => ({ on, skipped }))
		).toEqual(said.map(({ date, skipped }) => ({ on: date, skipped })));
	});
});

describe('a limit', () => {
	const own = (changes: Partial<Limit>): Limit => ({
		step: 'normal',
		class: null,
		source: null,
		days: 7,
		basis: 'Quyết định của tỉnh',
		validFrom: '2026-01-01',
		validTo: null,
		...changes
	});
	const wanted = { step: 'normal', class: 'conduct', source: 'phone', on: '2026-06-15' } as const;

	it('is the most special one that was valid on the day of receipt, else the default', () => {
		expect(limitFor(wanted, [])).toBe(defaultLimits.find(({ step }) => step === 'normal'));
		const limits = [
			own({ days: 7 }),
			own({ days: 3, class: 'conduct' }),
			own({ days: 6, source: 'phone' }),
			own({ days: 2, class: 'conduct', source: 'phone', validTo: '2026-06-14' }),
			own({ days: 1, class: 'conduct', validFrom: '2026-07-01' })
		];
		expect(limitFor(wanted, limits).days).toBe(3);
		expect(limitFor({ ...wanted, on: '2026-06-14' }, limits).days).toBe(2);
		expect(limitFor({ ...wanted, on: '2026-07-01' }, limits).days).toBe(1);
		expect(limitFor({ ...wanted, class: null, source: 'web' }, limits).days).toBe(7);
		expect(limitFor({ ...wanted, on: '2025-12-31' }, limits).days).toBe(10);
	});
});

describe('the ladder of reminders', () => {
	const settings = { remindOfficer: 2, remindHead: 0, remindLeader: -1 };
	const reached = (today: string) => rungsReached('2026-06-22', today, settings, defaultCalendar);

	it('reaches the officer two working days ahead, the head on the day, the leader a working day after', () => {
		expect(reached('2026-06-17')).toEqual([]);
		// Thursday: Friday and Monday are left; the weekend counts for nothing.
		expect(reached('2026-06-18')).toEqual(['officer']);
		expect(reached('2026-06-21')).toEqual(['officer']);
		expect(reached('2026-06-22')).toEqual(['officer', 'head']);
		expect(reached('2026-06-23')).toEqual(['officer', 'head', 'leader']);
	});
});
