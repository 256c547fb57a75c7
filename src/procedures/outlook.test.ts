import { expect, it } from 'vitest';
import { noticeBadge, outlookOf } from './outlook.ts';

const version = (from: string, to: string | null = null, endKind: 'amended' | 'abolished' | null = null) => ({
	effectiveFrom: from,
	effectiveTo: to,
	endKind,
	replacedBy: []
});

it('switches at the beginning of the day a new text takes effect', () => {
	const versions = [version('2026-07-01'), version('2026-01-01', '2026-07-01', 'amended')];
	const before = outlookOf(versions, '2026-06-30');
	expect(before.current).toBe(versions[1]);
	expect(before.next).toBe(versions[0]);
	expect(before.notice).toMatchObject({ kind: 'changes', on: '2026-07-01' });
	const after = outlookOf(versions, '2026-07-01');
	expect([after.current, after.notice]).toEqual([versions[0], null]);
});

it('says that a procedure ends, ended, or is still to come', () => {
	const ending = [version('2026-01-01', '2027-01-01', 'abolished')];
	expect(outlookOf(ending, '2026-12-31').notice).toMatchObject({ kind: 'ends', how: 'abolished' });
	expect(outlookOf(ending, '2027-01-01')).toMatchObject({ last: ending[0], notice: { kind: 'ended' } });
	expect(outlookOf(ending, '2025-12-31').notice?.kind).toBe('starts');
	expect(outlookOf([], '2026-01-01')).toMatchObject({ current: undefined, notice: null });
});

it('does not call a pause a change: the text that comes later is announced when nothing holds', () => {
	const paused = [version('2026-01-01', '2026-03-01', 'abolished'), version('2026-09-01')];
	expect(outlookOf(paused, '2026-02-01').notice?.kind).toBe('ends');
	expect(outlookOf(paused, '2026-05-01').notice).toMatchObject({ kind: 'starts', on: '2026-09-01' });
});

it('says it in few words for a list', () => {
	expect(noticeBadge({ kind: 'ends', on: '2027-01-01', how: 'abolished', replacedBy: [] })).toEqual({
		label: 'Hết hiệu lực từ 01/01/2027',
		tone: 'warn'
	});
});
