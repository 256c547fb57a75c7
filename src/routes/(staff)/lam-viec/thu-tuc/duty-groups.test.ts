import { describe, expect, it } from 'vitest';
import { defaultCalendar } from '#platform/working-days.ts';
import type { Duty } from '#procedures/duties.server.ts';
import { grouped } from './duty-groups.ts';
import { dutyLine } from './duty-lines.server.ts';

let id = 0;
const line = (given: Partial<Duty>) =>
	dutyLine(
		{
			id: ++id,
			kind: 'board',
			changeSetId: 1,
			setTitle: 'Quyết định',
			code: '1.000894',
			name: 'Đăng ký kết hôn',
			effectiveOn: '2026-10-01',
			afterVersionId: 1,
			placeId: 7,
			placeName: 'Nhà văn hóa',
			fromOn: '2026-10-01',
			dueOn: '2026-10-21',
			doneAt: null,
			doneByPersonId: null,
			doneNote: '',
			link: null,
			droppedAt: null,
			droppedReason: null,
			...given
		},
		'2026-10-16',
		defaultCalendar
	);

describe('duties in groups', () => {
	it('puts the sheets of one board together, also of several decisions, and the most urgent group first', () => {
		const groups = grouped([
			line({}),
			line({ changeSetId: 2, dueOn: '2026-10-20' }),
			line({ placeId: 8, dueOn: '2026-10-14' }),
			line({ kind: 'story', placeId: null, placeName: null, code: null, dueOn: '2026-10-15' })
		]);
		expect(groups.map(({ first, duties }) => [first.kind, first.placeId, duties.length])).toEqual([
			['board', 8, 1],
			['story', null, 1],
			['board', 7, 2]
		]);
		expect(groups[2]!.first.dueOn).toBe('2026-10-20');
		expect(groups[0]!.first.done).toBe('overdue');
	});

	it('keeps what is done and what is for later apart, after what is left', () => {
		const groups = grouped([
			line({ doneAt: new Date('2026-10-10T09:00:00+07:00') }),
			line({ fromOn: '2026-10-30', dueOn: '2026-10-30' }),
			line({}),
			line({ doneAt: new Date('2026-10-30T09:00:00+07:00') })
		]);
		expect(groups.map(({ first }) => first.done)).toEqual(['open', 'ahead', 'done']);
		expect(groups[2]!.duties.map(({ done }) => done).sort()).toEqual(['done', 'late']);
	});

	it('tells each set by its own story', () => {
		const story = { kind: 'story' as const, placeId: null, placeName: null };
		expect(grouped([line(story), line({ ...story, changeSetId: 2 })])).toHaveLength(2);
	});
});
