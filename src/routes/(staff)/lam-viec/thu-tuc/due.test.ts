import { describe, expect, it } from 'vitest';
import { defaultCalendar } from '#platform/working-days.ts';
import { doneWords, dueWords } from './due.ts';

describe('the words of a due day', () => {
	const on = (dueOn: string, today: string) => dueWords(dueOn, today, defaultCalendar).words;

	it('counts working days, not the weekend', () => {
		// 2026-10-16 is a Friday.
		expect(on('2026-10-21', '2026-10-16')).toBe('còn 3 ngày làm việc');
		expect(on('2026-10-16', '2026-10-16')).toBe('hạn hôm nay');
		expect(on('2026-10-16', '2026-10-19')).toBe('quá hạn 1 ngày làm việc');
		expect(on('2026-10-16', '2026-10-18')).toBe('đã quá hạn');
		expect(on('2026-10-18', '2026-10-16')).toBe('đến hạn trong ngày nghỉ');
	});

	it('says what was done in time and what was late', () => {
		expect(doneWords('2026-10-16', '2026-10-16', defaultCalendar).words).toBe('đúng hạn');
		expect(doneWords('2026-10-16', '2026-10-20', defaultCalendar).words).toBe('chậm 2 ngày làm việc');
		expect(doneWords('2026-10-16', '2026-10-17', defaultCalendar).words).toBe('chậm 1 ngày làm việc');
	});
});
