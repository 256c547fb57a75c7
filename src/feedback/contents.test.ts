import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contents } from './contents.ts';

const kinds = (text: string): string[] => contents(text).map((content) => content.class);

describe('the contents of a message', () => {
	it('leaves one matter whole, its request and its question with it', () => {
		const text =
			'Kính gửi phường. Đèn đường ngõ 12 hỏng hai tuần nay. Buổi tối tối om. Bao giờ phường sửa? Xin cảm ơn.';
		expect(contents(text)).toMatchObject([{ start: 0, end: text.length, text, class: 'local_issue' }]);
	});

	it('tells matters apart by what they are about', () => {
		expect(
			kinds(
				'Hồ sơ khai sinh của con tôi quá hẹn 10 ngày chưa trả. Ngoài ra, rác thải chất đống trước cổng chợ, mùi hôi thối.'
			)
		).toEqual(['procedure', 'local_issue']);
		expect(
			kinds(
				'1. Đèn đường ngõ 5 hỏng.\n2. Cán bộ một cửa quát tháo người già.\n3. Cho hỏi làm căn cước ở đâu?'
			)
		).toEqual(['local_issue', 'conduct', 'question']);
	});

	it('leaves the greeting and the sender to no content', () => {
		const text =
			'Kính gửi UBND phường. Tôi tên là Nguyễn Văn An. Cống thoát nước tắc, ngập cả ngõ. Cán bộ một cửa quát tháo dân. Trân trọng.';
		const found = contents(text);
		expect(found).toHaveLength(2);
		expect(found[0]!.text.startsWith('Cống')).toBe(true);
		expect(found[1]!.text).toBe('Cán bộ một cửa quát tháo dân.');
	});

	it('has nothing to split in an empty message', () => {
		expect(contents(' \r\n ')).toEqual([]);
	});

	it('keeps to the text, in order, without overlap, whatever it is', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
				let last = 0;
				for (const { start, end, text: said } of contents(text)) {
					expect(start).toBeGreaterThanOrEqual(last);
					expect(end).toBeGreaterThan(start);
					expect(text.slice(start, end)).toBe(said);
					last = end;
				}
			})
		);
	});
});
