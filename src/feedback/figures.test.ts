import { beforeAll, describe, expect, it } from 'vitest';
import { makeWard, type TestWard } from '#people/testing.ts';
import { useDatabase } from '#platform/testing/database.ts';
import * as figures from './figures.server.ts';
import { caseIn, receivedCase, visitorOf } from './testing.ts';

const database = useDatabase();
let ward: TestWard;
beforeAll(async () => {
	ward = await makeWard(database.db);
});

const zero = {
	received: 0,
	answered: 0,
	timed: 0,
	inTime: 0,
	late: 0,
	open: 0,
	forwarded: 0,
	refused: 0,
	published: 0
};
const row = (key: string, received: number) => ({ ...zero, key, label: key, received });

describe('figures of feedback', () => {
	it('count what came in and what became of it; rubbish and own lawful paths are not feedback', async () => {
		const span = { from: '2026-01-01', to: '2026-12-31' } as const;
		const now = new Date('2026-03-10T09:00:00+07:00');
		await caseIn(ward, 'answered', now);
		await caseIn(ward, 'forwarded', now);
		await caseIn(ward, 'refused', now);
		await caseIn(ward, 'guided', now);
		await caseIn(ward, 'spam', now);
		await receivedCase(ward, {}, now);
		const soon = await figures.count(ward.robot(now), span);
		expect(soon.total).toMatchObject({
			received: 4,
			answered: 1,
			timed: 1,
			inTime: 1,
			late: 0,
			open: 1,
			forwarded: 1,
			refused: 1
		});
		expect(soon.points).toBe(2);
		expect(soon.medianDays).toBe(0);
		// What is still open after its day is late too.
		const later = await figures.count(ward.robot(new Date('2026-05-10T09:00:00+07:00')), span);
		expect(later.total.late).toBe(1);
		expect(later.points).toBe(0);
		const other = await figures.count(ward.robot(now), { from: '2026-04-01', to: '2026-04-30' });
		expect(other.total.received).toBe(0);
	});

	it('shows everybody no unit so small that it points to a person', async () => {
		const shown = await figures.forEverybody(visitorOf(ward, new Date('2026-03-10T09:00:00+07:00')), {
			from: '2026-01-01',
			to: '2026-12-31'
		});
		expect(shown.byUnit.every(({ received }) => received >= 3)).toBe(true);
	});

	it('puts few cases of conduct together with others, so that no sum gives them away', () => {
		const few = figures.withoutSmallConduct([row('procedure', 5), row('praise', 2), row('conduct', 1)]);
		expect(few.map(({ key, received }) => [key, received])).toEqual([
			['procedure', 5],
			['rest', 3]
		]);
		expect(figures.withoutSmallConduct([row('conduct', 1)])).toEqual([]);
		const many = [row('procedure', 5), row('conduct', 3)];
		expect(figures.withoutSmallConduct(many)).toEqual(many);
	});
});
