import { describe, expect, it } from 'vitest';
import { warnings, type Planned } from './calendar.ts';

const now = new Date('2026-06-15T09:00:00+07:00');
const weeks = [
	{ from: '2026-06-15', to: '2026-06-21' },
	{ from: '2026-06-22', to: '2026-06-28' }
];
let id = 0;
const planned = (at: string, title: string, more: Partial<Planned> = {}): Planned => ({
	id: ++id,
	accountId: 1,
	accountName: 'Zalo',
	plannedAt: new Date(`${at}+07:00`),
	state: 'planned',
	message: { title, summary: '', text: '' },
	storyId: id,
	...more
});
const kinds = (all: Planned[]): string[] => warnings(all, now, weeks).map(({ kind }) => kind);

describe('the calendar warns', () => {
	it('of a week with nothing, not of one that has something', () => {
		expect(kinds([])).toEqual(['empty_week', 'empty_week']);
		expect(kinds([planned('2026-06-21T23:50:00', 'Một')])).toEqual(['empty_week']);
		expect(kinds([planned('2026-06-21T23:50:00', 'Một', { state: 'cancelled' })])).toEqual([
			'empty_week',
			'empty_week'
		]);
	});

	it('of two stories on one account within an hour, not of one story on two accounts', () => {
		const week = planned('2026-06-23T08:00:00', 'Khác');
		expect(
			kinds([week, planned('2026-06-16T08:05:00', 'Một'), planned('2026-06-16T08:50:00', 'Hai')])
		).toEqual(['same_hour']);
		expect(
			kinds([week, planned('2026-06-16T08:05:00', 'Một'), planned('2026-06-16T09:05:00', 'Hai')])
		).toEqual([]);
		expect(
			kinds([
				week,
				planned('2026-06-16T08:05:00', 'Một'),
				planned('2026-06-16T08:50:00', 'Hai', { accountId: 2 })
			])
		).toEqual([]);
	});

	it('of the same words again within a month, however they are spaced', () => {
		const week = planned('2026-06-23T08:00:00', 'Khác');
		const sent = planned('2026-06-01T08:00:00', 'Nhận hồ sơ', { state: 'sent' });
		expect(kinds([week, sent, planned('2026-06-16T08:00:00', ' nhận  HỒ SƠ')])).toEqual(['same_text']);
		expect(
			kinds([
				week,
				{ ...sent, plannedAt: new Date('2026-04-01T08:00:00+07:00') },
				planned('2026-06-16T08:00:00', 'Nhận hồ sơ')
			])
		).toEqual([]);
	});
});
