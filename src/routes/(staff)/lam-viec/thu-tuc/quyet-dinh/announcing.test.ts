import { describe, expect, it } from 'vitest';
import { headFrom, headProblems, linesFrom, linesOf, sayLine, type Line } from './announcing.ts';

const days = { today: '2026-06-15', issuedOn: '2026-06-12' };
const line = (given: Partial<Line> = {}): Line => ({
	code: '1.000894',
	name: '',
	kind: 'abolished',
	effectiveOn: '2026-07-01',
	replacedBy: '',
	drop: false,
	...given
});
const known = { name: 'Đăng ký kết hôn', field: 'Hộ tịch' };
const form = (values: Record<string, string>): FormData => {
	const data = new FormData();
	for (const [name, value] of Object.entries(values)) data.append(name, value);
	return data;
};

describe('what a line of a decision will do', () => {
	it('is said in words with the day', () => {
		expect(sayLine(line({ replacedBy: '1.116214' }), known, days)).toEqual({
			words: 'Hết hiệu lực từ ngày 01/07/2026; tờ niêm yết phải gỡ. Người dân được chỉ sang mã 1.116214.',
			problem: null
		});
		expect(sayLine(line({ kind: 'amended', effectiveOn: '2026-06-12' }), known, days).words).toMatch(
			/áp dụng ngay khi ghi/
		);
		expect(sayLine(line({ drop: true, kind: '' }), undefined, days).problem).toBeNull();
	});

	it.each([
		[line({ kind: '' }), known, /loại thay đổi/],
		[line({ kind: 'corrected' }), known, /loại thay đổi/],
		[line({ effectiveOn: '' }), known, /ngày có hiệu lực/],
		[line({ effectiveOn: '2026-06-11' }), known, /trước ngày ký/],
		[line(), undefined, /Không có mã này/],
		[line({ kind: 'new' }), known, /đã có trong danh mục/],
		[line({ kind: 'new', name: 'Tê' }), undefined, /cần có tên/],
		[line({ kind: 'replaced' }), known, /ghi mã thủ tục thay/],
		[line({ replacedBy: 'không rõ' }), known, /Thay bằng mã/]
	])('names what stands against %j', (given, procedure, problem) => {
		expect(sayLine(given, procedure, days).problem).toMatch(problem);
	});
});

describe('the form of a decision', () => {
	it('says what the head lacks', () => {
		expect(headProblems(headFrom(form({}))).map(({ field }) => field)).toEqual([
			'number',
			'issuedOn',
			'issuer'
		]);
		const wrong = headFrom(
			form({ number: '1', issuedOn: '2026-06-12', issuer: 'UBND', url: 'cong', postingLimitDays: '61' })
		);
		expect(headProblems(wrong).map(({ field }) => field)).toEqual(['url', 'postingLimitDays']);
	});

	it('joins what was pasted and what was picked, each once, with the kind said for all', () => {
		const head = headFrom(form({ kind: 'amended', effectiveOn: '2026-07-01', paste: '1.000894\tBãi bỏ' }));
		const { lines } = linesOf(head, ['1.000894', '1.001193']);
		expect(lines.map(({ code, kind }) => [code, kind])).toEqual([
			['1.000894', 'abolished'],
			['1.001193', 'amended']
		]);
	});

	it('reads its lines back', () => {
		expect(
			linesFrom(form({ 'lines.0.code': '1.000894', 'lines.0.kind': 'new', 'lines.0.drop': '1' }))
		).toEqual([line({ kind: 'new', effectiveOn: '', drop: true })]);
	});
});
