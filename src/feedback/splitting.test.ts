import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contents } from './contents.ts';
import { partsOf, segmentsOf, suggested, type Belongs } from './splitting.ts';

const letters = (text: string): string => text.replace(/\s+/g, '');
const sentences = fc
	.array(
		fc.oneof(
			fc.constantFrom(
				'Đèn đường đầu ngõ hỏng ba hôm nay.',
				'Hồ sơ nộp ở TP. Hải Phòng chưa trả!',
				'Cán bộ nói năng khó nghe;',
				'Vì sao?',
				'1. Rác đổ bừa bãi\n',
				'\n\n'
			),
			fc.string({ maxLength: 40, unit: 'grapheme' })
		),
		{ maxLength: 120 }
	)
	.map((parts) => parts.join(' '));

describe('cutting a message into sentences', () => {
	it('loses nothing and leaves no gap, whatever was written, and never gives more than can be looked at', () => {
		fc.assert(
			fc.property(sentences, (text) => {
				const segments = segmentsOf(text);
				expect(segments.map((segment) => segment.text).join('')).toBe(text);
				expect(segments.length).toBeLessThanOrEqual(60);
				segments.forEach((segment, at) => expect(segment.start).toBe(at === 0 ? 0 : segments[at - 1]!.end));
			})
		);
	});

	it('puts every sentence into a part, and common ones into each', () => {
		fc.assert(
			fc.property(
				sentences,
				fc.array(fc.constantFrom<Belongs>(1, 2, 3, 'all'), { maxLength: 60 }),
				(text, to) => {
					const segments = segmentsOf(text);
					const belongs = segments.map((_segment, at) => to[at] ?? 1);
					const parts = partsOf(segments, belongs);
					segments.forEach((segment, at) => {
						const where = belongs[at]!;
						const wanted = where === 'all' ? parts : [parts[where - 1]!];
						for (const part of wanted) expect(letters(part)).toContain(letters(segment.text));
					});
				}
			)
		);
	});

	it('keeps short beginnings with what follows, and abbreviations whole enough to read', () => {
		expect(segmentsOf('1. Đèn đường hỏng. 2. Rác đổ bừa ở chợ.').map(({ text }) => text.trim())).toEqual([
			'1. Đèn đường hỏng.',
			'2. Rác đổ bừa ở chợ.'
		]);
		expect(segmentsOf('')).toEqual([{ start: 0, end: 0, text: '' }]);
	});

	it('suggests the contents that were found, and "common" for what lies between', () => {
		const text =
			'Kính gửi phường. Đèn đường đầu ngõ 5 hỏng ba hôm nay. Ngoài ra hồ sơ khai sinh của tôi quá hẹn chưa trả.';
		const segments = segmentsOf(text);
		expect(suggested(segments, contents(text)).filter((one) => one !== 'all')).toEqual([1, 2]);
		expect(suggested(segments, [{ start: 0, end: text.length }])).toEqual(segments.map(() => 1));
	});
});
