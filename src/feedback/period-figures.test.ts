import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeWard, type TestWard } from '#people/testing.ts';
import { useDatabase } from '#platform/testing/database.ts';
import * as answering from './answering.server.ts';
import * as handling from './handling.server.ts';
import { behind, measures, periodFigures, type CaseLine, type Measure } from './period-figures.ts';
import { matters, openTo } from './period-figures.server.ts';
import { anAnswer, caseIn, classified, receivedCase } from './testing.ts';

const database = useDatabase();
let ward: TestWard;
beforeAll(async () => {
	ward = await makeWard(database.db);
});

const at = (day: string): Date => new Date(`${day}T09:00:00+07:00`);
const march = { from: '2026-03-01', to: '2026-03-31' } as const;
const april = { from: '2026-04-01', to: '2026-04-30' } as const;
const asOf = async (span: typeof march | typeof april, day = '2026-09-01') =>
	(await matters(ward.robot(at(day)), span)).lines;
const byId = (lines: CaseLine[], id: number) => lines.find((line) => line.id === id);

async function answerOn(id: number, day: string): Promise<void> {
	await answering.draft(ward.as('one_stop', at(day)), id, { text: anAnswer });
	await answering.approve(ward.as('chair', at(day)), id);
	await answering.answer(ward.as('one_stop', at(day)), id);
}

describe('matters of a period', () => {
	it('stand as they stood at its end, whatever became of them since', async () => {
		const id = await caseIn(ward, 'assigned', at('2026-03-30'));
		await answerOn(id, '2026-04-02');
		expect(byId(await asOf(march), id)).toMatchObject({ carried: false, outcome: 'open', inTime: true });
		expect(byId(await asOf(april), id)).toMatchObject({
			carried: true,
			reopened: false,
			outcome: 'answered',
			endedOn: '2026-04-02',
			inTime: true
		});
	});

	it('are counted up to now while the period runs', async () => {
		const id = await caseIn(ward, 'assigned', at('2026-03-02'));
		await answerOn(id, '2026-03-20');
		expect(byId(await asOf(march, '2026-03-04'), id)).toMatchObject({ outcome: 'open', inTime: true });
		expect(byId(await asOf(march, '2026-03-19'), id)).toMatchObject({ outcome: 'open', inTime: false });
		expect(byId(await asOf(march), id)).toMatchObject({ outcome: 'answered', inTime: false });
	});

	it('come again when they were closed and are opened anew', async () => {
		const id = await caseIn(ward, 'answered', at('2026-03-03'));
		expect(byId(await asOf(april), id)).toBeUndefined();
		await handling.reopen(ward.as('office', at('2026-04-10')), id, 'Người dân báo đèn lại hỏng.');
		expect(byId(await asOf(april), id)).toMatchObject({ carried: true, reopened: true, outcome: 'open' });
		expect(byId(await asOf(march), id)).toMatchObject({ carried: false, outcome: 'answered' });
	});

	it('leave out rubbish, own lawful paths and what was merged', async () => {
		const ids = [];
		for (const state of ['quarantined', 'spam', 'guided', 'merged'] as const)
			ids.push(await caseIn(ward, state, at('2026-03-05')));
		const denunciation = await receivedCase(ward, {}, at('2026-03-05'));
		await handling.classify(ward.as('office', at('2026-03-05')), denunciation, {
			...classified,
			class: 'denunciation'
		});
		const lines = await asOf(march);
		for (const id of [...ids, denunciation]) expect(byId(lines, id)).toBeUndefined();
	});

	it('are opened by whoever may look at the case', async () => {
		const id = await caseIn(ward, 'assigned', at('2026-03-06'));
		expect(await openTo(ward.as('office'), [id])).toEqual(new Set([id]));
		expect(await openTo(ward.as('one_stop'), [id])).toEqual(new Set([id]));
		for (const role of ['radio', 'superior'] as const)
			expect(await openTo(ward.as(role), [id])).toEqual(new Set());
	});
});

const line = fc.record({
	id: fc.nat(),
	code: fc.constant('PAKN.T.20260101.0001'),
	receivedOn: fc.constant('2026-01-01'),
	class: fc.constantFrom('procedure', 'conduct', null),
	unitId: fc.constantFrom(1, 2, null),
	unit: fc.constant('Văn phòng'),
	carried: fc.boolean(),
	reopened: fc.boolean(),
	outcome: fc.constantFrom('answered', 'forwarded', 'refused', 'open'),
	dueOn: fc.constant(null),
	endedOn: fc.constant(null),
	inTime: fc.constantFrom(true, false, null),
	publishedAt: fc.constantFrom('/phan-anh/a', null)
}) as fc.Arbitrary<CaseLine>;

describe('figures of a period', () => {
	it('add up: every matter came from somewhere and stands somewhere, and groups make the whole', () => {
		fc.assert(
			fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
				const { total, byClass, byUnit } = periodFigures(lines);
				expect(total.carried + total.received).toBe(total.total);
				expect(total.answered + total.forwarded + total.refused + total.open + total.overdue).toBe(
					total.total
				);
				for (const groups of [byClass, byUnit])
					for (const name of Object.keys(measures) as Measure[]) {
						expect(groups.reduce((sum, row) => sum + row[name], 0)).toBe(total[name]);
						for (const row of groups) expect(behind(lines, row.key, name)).toHaveLength(row[name]);
					}
			})
		);
	});

	it('give the points of the circular over what was or should have been answered', () => {
		const some = (answered: number, late: number, overdue: number) =>
			periodFigures([
				...Array.from({ length: answered }, () => ({ ...base, inTime: true })),
				...Array.from({ length: late }, () => ({ ...base, inTime: false })),
				...Array.from({ length: overdue }, () => ({ ...base, outcome: 'open' as const, inTime: false }))
			]).points;
		const base = { ...fc.sample(line, 1)[0]!, outcome: 'answered' as const };
		expect([some(10, 0, 0), some(9, 1, 0), some(9, 0, 1), some(8, 1, 1), some(0, 0, 0)]).toEqual([
			2, 1, 1, 0, 2
		]);
	});
});
