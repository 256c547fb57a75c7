import { describe, expect, it } from 'vitest';
import { readDeadline, readRecurrence } from './deadline-words.ts';
import { measuresIn } from './measure-words.ts';

describe('the measure in words', () => {
	const first = (text: string) => {
		const [one] = measuresIn(text);
		return one ? [one.count, one.unit, one.per] : undefined;
	};

	it.each([
		['48 chuyên mục', [48, 'chuyên mục', null]],
		['Tối thiểu 04 tin, bài/tháng', [4, 'tin, bài', 'monthly']],
		['Mỗi quý ít nhất 01 bài viết', [1, 'bài viết', 'quarterly']],
		['In 1.500 tờ rơi phát tại các tổ dân phố', [1500, 'tờ rơi', null]],
		['02 (hai) hội nghị', [2, 'hội nghị', null]],
		['01 chuyên mục mỗi tuần', [1, 'chuyên mục', 'weekly']],
		['Bảng số liệu hằng tháng; 12 bảng số liệu', [12, 'bảng số liệu', null]]
	])('reads %s', (text, wanted) => expect(first(text)).toEqual(wanted));

	it.each([
		'100% thủ tục được niêm yết',
		'năm 2023 tin bài được đăng',
		'Kế hoạch số 06/KH-UBND',
		'giai đoạn 2021 - 2025',
		'Kịp thời đăng tin, bài',
		'mức độ 3, 4'
	])('finds no measure in %s', (text) => expect(measuresIn(text)).toEqual([]));

	it('finds all of them in their order', () => {
		expect(measuresIn('12 tin, bài; 4 phóng sự').map((one) => one.words)).toEqual([
			'12 tin, bài',
			'4 phóng sự'
		]);
	});
});

describe('the deadline in words', () => {
	const on = (words: string) => readDeadline(words, 2026).on;

	it.each([
		['Trước ngày 15/3/2026', '2026-03-14'],
		['Chậm nhất ngày 15 tháng 3 năm 2026', '2026-03-15'],
		['Ngày 30/6', '2026-06-30'],
		['Tháng 02/2026', '2026-02-28'],
		['Trong tháng 9', '2026-09-30'],
		['Quý II/2026', '2026-06-30'],
		['Quý III, IV/2026', '2026-12-31'],
		['quý 1 và quý 2', '2026-06-30'],
		['6 tháng đầu năm', '2026-06-30'],
		['Trong năm 2026', '2026-12-31'],
		['Năm 2027', '2027-12-31'],
		['Tháng 4 và tháng 10 năm 2026', '2026-10-31']
	])('reads %s', (words, day) => expect(on(words)).toBe(day));

	it.each([
		['Thường xuyên', 'ongoing'],
		['Hàng tháng', 'monthly'],
		['Hằng quý', 'quarterly'],
		['Trước ngày 05 của tháng liền kề', 'monthly'],
		['Trước ngày 20 tháng cuối quý', 'quarterly'],
		['Hàng năm', 'yearly'],
		['6 tháng một lần', 'half_yearly'],
		['01 lần/tuần', 'weekly']
	])('reads %s as recurring, without a day', (words, recurrence) => {
		expect(readDeadline(words, 2026)).toMatchObject({ recurrence, on: null });
	});

	it('keeps the words, and says what it cannot compute instead of guessing', () => {
		expect(readDeadline('Theo phân công tại Kế hoạch', 2026)).toMatchObject({
			on: null,
			recurrence: null,
			words: 'Theo phân công tại Kế hoạch'
		});
		expect(readDeadline('Theo phân công tại Kế hoạch', 2026).doubt).toContain('Không tính được ngày');
		expect(readDeadline('2024 - 2030', 2026)).toMatchObject({ on: null });
		expect(readDeadline('2024 - 2030', 2026).doubt).toContain('nhiều năm');
		expect(readDeadline('Ngày 31/02/2026', 2026)).toMatchObject({ on: null });
		expect(readDeadline('', 2026)).toMatchObject({ on: null, doubt: null });
	});

	it('begins when the words say so, and asks when two rhythms stand together', () => {
		expect(readDeadline('Hằng tháng, từ tháng 3 năm 2026', 2026).from).toBe('2026-03-01');
		expect(readDeadline('Quý III, IV/2026', 2026).from).toBe('2026-07-01');
		expect(readDeadline('Định kỳ (tuần/tháng)', 2026)).toMatchObject({ recurrence: 'weekly' });
		expect(readDeadline('Định kỳ (tuần/tháng)', 2026).doubt).toContain('hãy chọn');
	});

	it('takes no month, no residential group for a rhythm', () => {
		expect(readRecurrence('Niêm yết thủ tục tại tổ dân phố')).toBeNull();
		expect(readRecurrence('Trong tháng 9')).toBeNull();
	});
});
