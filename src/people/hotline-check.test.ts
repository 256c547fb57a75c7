import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNumbers, mentions } from './hotline-check.ts';

const line = { name: 'Đường dây nóng', email: '', validFrom: '2025-07-01', validTo: null, succeedsId: null };
const register = [
	{ ...line, id: 1, number: '0220 3888 311', validTo: '2026-03-31' },
	{ ...line, id: 2, number: '0220 3888 312', validFrom: '2026-04-01', validTo: '2026-05-31', succeedsId: 1 },
	{
		...line,
		id: 3,
		number: '0220.3888.313',
		email: 'phananh@vidu.vn',
		validFrom: '2026-06-01',
		succeedsId: 2
	},
	{ ...line, id: 4, number: '1022', name: 'Tổng đài 1022' },
	{ ...line, id: 5, number: '0912 000 111', validFrom: '2027-01-01' }
];
const check = (text: string, day = '2026-06-15') => findNumbers(text, register, day);

describe('numbers of a text beside the register', () => {
	it.each([
		'Gọi 0220 3888 313 để phản ánh.',
		'Gọi (+84) 220 3888 313 hoặc 02203888313.',
		'Tổng đài 1022 trả lời cả ngày.',
		'Thư gửi PhanAnh@vidu.vn.',
		'Kế hoạch số 1022/KH-UBND ngày 15/06/2026, kinh phí 1.022.000 đồng, nhà số 1022.',
		'Mã thủ tục 1.012537; mã hồ sơ 012.345.67.89.01.23.45'
	])('is silent about what holds or is no telephone: %s', (text) => {
		expect(check(text)).toEqual([]);
	});

	it('names an old number with what came after it, over several changes', () => {
		const text = 'Mọi phản ánh xin gọi 0220.3888.311 trong giờ hành chính.';
		const [found] = check(text);
		expect(found).toMatchObject({ why: 'old', kind: 'phone', suggestion: '0220.3888.313' });
		expect(text.slice(found!.start, found!.end)).toBe('0220.3888.311');
		// On the day the first change held, the second line was right.
		expect(check(text, '2026-04-10')[0]).toMatchObject({ suggestion: '0220 3888 312' });
		expect(check(text, '2026-01-10')).toEqual([]);
	});

	it('names what the register does not know, and what has not begun', () => {
		expect(check('Gọi 0987 654 321').map(({ why }) => why)).toEqual(['unknown']);
		expect(check('Gọi tổng đài số 1900 9999')).toHaveLength(1);
		expect(check('Hãy gọi số 1080 để hỏi')).toMatchObject([{ text: '1080', why: 'unknown' }]);
		expect(check('cũ@vidu.vn và la@vidu.vn').map(({ text }) => text)).toContain('la@vidu.vn');
		expect(check('Gọi 0912000111')[0]?.message).toContain('chưa dùng đến');
	});

	it('answers any text, with places that are in it and in order', () => {
		fc.assert(
			fc.property(
				fc.string({
					unit: fc.constantFrom('0', '1', '9', ' ', '.', '+84', '(', ')', '-', 'gọi ', '@a.vn', 'x'),
					maxLength: 60
				}),
				(text) => {
					let last = -1;
					for (const found of check(text)) {
						expect(text.slice(found.start, found.end)).toBe(found.text);
						expect(found.start).toBeGreaterThanOrEqual(last);
						last = found.start;
					}
				}
			)
		);
	});
});

describe('a number named in a text', () => {
	it.each([
		['Gọi 0220.3888.311 nhé', '0220 3888 311', true],
		['Gọi (+84) 220 3888 311', '0220 3888 311', true],
		['Gọi 02203888312', '0220 3888 311', false],
		['mã 10220388831', '0220 3888 31', false],
		['Tổng đài 1022.', '1022', true],
		['1.022 đồng, 10221', '1022', false],
		['không có số nào', '', false]
	])('%s: %s', (text, number, is) => {
		expect(mentions(text, number)).toBe(is);
	});
});
