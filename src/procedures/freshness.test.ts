import { describe, expect, it } from 'vitest';
import { freshnessOf } from './freshness.ts';

const version = (id: number, effectiveFrom: string, effectiveTo: string | null = null, more = {}) => ({
	id,
	effectiveFrom,
	effectiveTo,
	endKind: null as 'amended' | 'abolished' | 'replaced' | null,
	replacedBy: [] as string[],
	supersededAt: null as Date | null,
	...more
});
const old = version(1, '2026-01-01', '2026-07-01', { endKind: 'amended' });
const now = version(2, '2026-07-01', '2027-01-01', { endKind: 'replaced', replacedBy: ['1.116214'] });

describe('a scanned sheet', () => {
	it('turns at the first moment of the day something changes', () => {
		const both = [now, old];
		expect(freshnessOf(old, both, '2026-06-30')).toMatchObject({
			state: 'current',
			notice: { kind: 'changes' }
		});
		expect(freshnessOf(now, both, '2026-06-30')).toMatchObject({ state: 'not_yet', meanwhile: { id: 1 } });
		expect(freshnessOf(old, both, '2026-07-01')).toEqual({
			state: 'changed',
			shown: now,
			corrected: false,
			since: '2026-07-01'
		});
		expect(freshnessOf(now, both, '2026-12-31')).toMatchObject({
			state: 'current',
			notice: { kind: 'ends' }
		});
		for (const sheet of both) {
			expect(freshnessOf(sheet, both, '2027-01-01')).toEqual({
				state: 'ended',
				on: '2027-01-01',
				how: 'replaced',
				replacedBy: ['1.116214'],
				next: undefined
			});
		}
	});

	it('is not current once its text was put right, even on the same days', () => {
		const wrong = version(3, '2026-07-01', null, { supersededAt: new Date('2026-07-05T08:00:00+07:00') });
		expect(freshnessOf(wrong, [now, old], '2026-07-06')).toMatchObject({
			state: 'changed',
			corrected: true,
			shown: { id: 2 }
		});
		expect(freshnessOf(wrong, [old], '2026-08-01')).toMatchObject({ state: 'ended', how: 'abolished' });
	});

	it('says what begins after a gap', () => {
		const later = version(4, '2026-09-01');
		expect(freshnessOf(old, [old, later], '2026-08-01')).toMatchObject({ state: 'ended', next: { id: 4 } });
	});
});
