import { describe, expect, it } from 'vitest';
import { codesIn, readLines } from './lines.ts';

describe('the pasted list of a decision', () => {
	it('reads bare codes, numbered lines and names', () => {
		const { lines } = readLines(
			'1.011606\n2) 1.011607 - Công nhận hộ nghèo thường xuyên\n\n3. 1.011608: Thoát nghèo'
		);
		expect(lines.map(({ code, name, line }) => [line, code, name])).toEqual([
			[1, '1.011606', ''],
			[2, '1.011607', 'Công nhận hộ nghèo thường xuyên'],
			[4, '1.011608', 'Thoát nghèo']
		]);
	});

	it('reads rows of a table, with the kind in a cell of its own', () => {
		const { lines } = readLines(
			'1\t2.000913\tSửa đổi, bổ sung, hủy bỏ giao dịch\tBãi bỏ\n2\tĐăng ký kết hôn\t1.000894\tsửa đổi, bổ sung'
		);
		expect(lines).toMatchObject([
			{ code: '2.000913', name: 'Sửa đổi, bổ sung, hủy bỏ giao dịch', kind: 'abolished' },
			{ code: '1.000894', name: 'Đăng ký kết hôn', kind: 'amended' }
		]);
	});

	it('does not take a name for a kind', () => {
		expect(readLines('2.000913 Sửa đổi, bổ sung, hủy bỏ giao dịch').lines[0]!.kind).toBeNull();
	});

	it('reads what takes its place, and a code with the number of a case', () => {
		expect(readLines('1.011606 Công nhận hộ nghèo -> 1.116214, 1.116215').lines[0]).toMatchObject({
			code: '1.011606',
			name: 'Công nhận hộ nghèo',
			replacedBy: ['1.116214', '1.116215']
		});
		expect(readLines('2.000815.01 Chứng thực').lines[0]!.code).toBe('2.000815');
	});

	it('names lines without a code and codes that stand twice', () => {
		const read = readLines('Danh mục thủ tục\n1.000894\n1.000894 Đăng ký kết hôn\nHT-KH.05 Thủ tục khác');
		expect(read.unread).toEqual([{ line: 1, text: 'Danh mục thủ tục' }]);
		expect(read.twice).toEqual(['1.000894']);
		expect(read.lines.map(({ code }) => code)).toEqual(['1.000894', 'HT-KH.05']);
	});

	it('finds codes however they are separated', () => {
		expect(codesIn('1.116214,1.116215; 1.116214\nlà')).toEqual(['1.116214', '1.116215']);
	});
});
