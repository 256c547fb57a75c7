import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breaths, LONGEST_BREATH } from './breath.ts';
import { hintsOf } from './hints.ts';
import { speak } from './speak.ts';

const written = ['cases.tsv', 'cases-2.tsv', 'cases-3.tsv'].flatMap((name) =>
	readFileSync(new URL(name, import.meta.url), 'utf8')
		.split('\n')
		.filter((line) => line && !line.startsWith('# '))
		.map((line) => line.split('\t')[0]!)
);
const texts = fc
	.array(fc.tuple(fc.constantFrom(...written), fc.constantFrom(' ', ', ', '. ', '\n', ' và ', ' - ', '; ')), {
		maxLength: 12
	})
	.map((parts) => parts.flat().join(''));
const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);

describe('breath', () => {
	it('breaks a long sentence at a comma or before a joining word, evenly', () => {
		const long =
			'Từ ngày mùng một tháng bảy năm hai nghìn không trăm hai mươi sáu, bà con nộp hồ sơ tại Trung tâm Phục vụ hành chính công phường hoặc nộp trực tuyến tại nhà để không phải đi lại nhiều lần.';
		expect(breaths(long)).toEqual([
			[
				{
					text: 'Từ ngày mùng một tháng bảy năm hai nghìn không trăm hai mươi sáu,',
					pause: 'short'
				},
				{
					text: 'bà con nộp hồ sơ tại Trung tâm Phục vụ hành chính công phường',
					pause: 'short'
				},
				{ text: 'hoặc nộp trực tuyến tại nhà để không phải đi lại nhiều lần.', pause: 'long' }
			]
		]);
		expect(breaths('Xin chào bà con.\n\nHôm nay trời nắng.')).toHaveLength(2);
	});

	it('loses no word of any text, changes none, and chops nothing short', () => {
		fc.assert(
			fc.property(texts, (text) => {
				const spoken = speak(text);
				const lines = breaths(spoken);
				expect(lines.flat().flatMap((piece) => wordsOf(piece.text))).toEqual(wordsOf(spoken));
				for (const line of lines) {
					expect(line.at(-1)!.pause).toBe('long');
					for (const { text: piece, pause } of line)
						if (pause === 'short') expect(wordsOf(piece).length).toBeGreaterThanOrEqual(5);
				}
			}),
			{ numRuns: 100 }
		);
	});

	it('nearly every piece of real sentences is within a breath', () => {
		const pieces = written.flatMap((text) => breaths(speak(text)).flat());
		const long = pieces.filter(({ text }) => wordsOf(text).length > LONGEST_BREATH);
		expect(long.length / pieces.length).toBeLessThan(0.02);
	});
});

describe('a text built of sentences', () => {
	it('has every one of them in its spoken form, in order, with no digit, sign or short word left', () => {
		// Each by itself stands in the whole: nothing is lost where sentences meet.
		const sentences = written.filter((text) => /^\p{Lu}.*[^.:,]\.$/u.test(text));
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 10 }), (some) => {
				const spoken = speak(some.join('\n'));
				expect(spoken.split('\n')).toEqual(some.map((one) => speak(one)));
				expect(spoken).not.toMatch(/[\d%&+=<>~|@#*_()[\]{}/$°²³]/);
				expect(spoken).not.toMatch(/(?<!\p{L})[B-DĐF-HK-NP-TVX]{2,}(?!\p{L})/u);
				expect(speak(spoken)).toBe(spoken);
			}),
			{ numRuns: 100 }
		);
	});
});

describe('hints', () => {
	it('tell how foreign words are said, which letters nobody explained, and which names are long', () => {
		expect(
			hintsOf(speak('Quét mã QR trên website, gọi KTV; Quỹ Bảo Trợ Trẻ Em Thành Phố Cảng mời bà con.'))
		).toEqual([
			{ word: 'website', said: 'oép-sai', why: 'foreign' },
			{ word: 'ca-tê-vê', said: null, why: 'spelled' },
			{ word: 'Quỹ Bảo Trợ Trẻ Em Thành Phố Cảng', said: null, why: 'long_name' }
		]);
		expect(hintsOf(speak('Trang Flickr'))).toEqual([{ word: 'Flickr', said: null, why: 'foreign' }]);
		expect(hintsOf('Bà con đến Nhà văn hóa, đi ba ki-lô-mét.')).toEqual([]);
		expect(hintsOf('Xem website', { web: 'website' })).toEqual([]);
	});
});
