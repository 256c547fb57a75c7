import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, likeness } from './likeness.ts';

const alike = (one: string, other: string): number => likeness(fingerprintOf(one), fingerprintOf(other));

const lamp =
	'Đèn đường đầu ngõ 12 phố Lê Lợi hỏng đã hai tuần nay, buổi tối rất tối, người già và trẻ em đi lại nguy hiểm. Đề nghị phường cho sửa sớm.';

describe('the likeness of two messages', () => {
	it('is whole for the same words, however they were typed', () => {
		const typed = 'den duong dau ngo 12 pho le loi hong da hai tuan nay buoi toi rat toi';
		expect(alike(lamp, lamp.normalize('NFD').toUpperCase())).toBe(1);
		expect(alike(lamp, `  ${lamp.replaceAll(' ', '\r\n')} 😀`)).toBe(1);
		expect(alike('Đèn đường đầu ngõ 12 phố Lê Lợi hỏng đã hai tuần nay; buổi tối rất tối!', typed)).toBe(1);
	});

	it('stays high when a few words change and low for another matter', () => {
		const again = lamp.replace('hai tuần', '15 ngày').replace('Đề nghị phường', 'Mong phường');
		expect(alike(lamp, again)).toBeGreaterThan(0.6);
		const other =
			'Rác thải chất đống trước cổng chợ đã hai tuần nay, mùi rất hôi, người đi chợ phải bịt mũi. Đề nghị phường cho dọn sớm.';
		expect(alike(lamp, other)).toBeLessThan(0.35);
		expect(alike(lamp, 'Cho tôi hỏi làm giấy khai sinh cần giấy tờ gì?')).toBeLessThan(0.1);
	});

	it('is nothing where there are no words', () => {
		expect(fingerprintOf(' …!? 😀')).toEqual([]);
		expect(alike('', '')).toBe(0);
		expect(likeness(fingerprintOf(lamp), [1, 2, 3])).toBe(0);
	});

	it('estimates the share of word pairs both have', () => {
		const words = Array.from({ length: 400 }, (_, at) => `từ${at}`);
		const half = [...words.slice(0, 200), ...words.slice(200).map((word) => `khác${word}`)];
		// 199 of 599 pairs.
		expect(Math.abs(alike(words.join(' '), half.join(' ')) - 1 / 3)).toBeLessThan(0.15);
	});

	it('fits the column and answers any text, the same both ways', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
				const sketch = fingerprintOf(one);
				expect([0, 64]).toContain(sketch.length);
				expect(sketch.every((value) => value === (value | 0))).toBe(true);
				expect(alike(one, other)).toBe(alike(other, one));
			})
		);
	});
});
