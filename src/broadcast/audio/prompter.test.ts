import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingTime } from '../episode.ts';
import { barOf, levelOf, measure } from './level.ts';
import { advance, boundSpeed, leftOf, sentences } from './prompter.ts';

const text =
	'Kính chào bà con. Hôm nay, phường mở thêm quầy số hai!\nMời bà con đến từ tám giờ sáng, mang theo căn cước.';
const words = sentences(text).flatMap((one) => one.words);

describe('teleprompter', () => {
	it('shows every word once, in order, and knows where paragraphs end', () => {
		expect(words).toEqual(text.split(/\s+/));
		expect(sentences(text).map(({ from }) => from)).toEqual([0, 4, 12]);
		expect(sentences(text).map(({ endsParagraph }) => endsParagraph)).toEqual([false, true, true]);
		expect(sentences(' \n ')).toEqual([]);
	});

	it('takes as long as the reading was estimated, in however many steps', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 100, max: 320 }),
				fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 60 }),
				(speed, steps) => {
					const place = steps.reduce((at, ms) => advance(words, at, ms, speed), 0);
					const spent = steps.reduce((sum, ms) => sum + ms, 0);
					const whole = words.reduce((sum, word) => sum + readingTime(word, speed), 0);
					expect(leftOf(words, place, speed)).toBeCloseTo(Math.max(0, whole - spent), 3);
				}
			)
		);
		expect(leftOf(words, 0, 200)).toBeCloseTo(readingTime(text, 200), -2);
	});

	it('stays where it is when the speed changes, and within bounds', () => {
		const place = advance(words, 0, 3000, 200);
		expect(advance(words, place, 0, 300)).toBe(place);
		expect(advance(words, place, 1000, 300)).toBeGreaterThan(advance(words, place, 1000, 120));
		expect(advance(words, 0, 1e9, 100)).toBe(words.length);
		expect([boundSpeed(5), boundSpeed(204), boundSpeed(9999)]).toEqual([100, 200, 320]);
	});
});

describe('the level of a microphone', () => {
	const speech = (size: number) =>
		Array.from({ length: 40 }, (_, at) =>
			measure(Float32Array.from({ length: 512 }, (_, i) => (at % 4 === 0 ? 0 : size) * Math.sin(i / 5)))
		);

	it.each([
		[0, 'silent'],
		[0.0005, 'silent'],
		[0.01, 'quiet'],
		[0.1, 'good'],
		[0.6, 'good'],
		[1, 'loud']
	])('of a voice of %s is %s', (size, level) => {
		expect(levelOf(speech(size))).toBe(level);
	});

	it('of nothing heard yet is silent, and the bar goes from nothing to full', () => {
		expect(levelOf([])).toBe('silent');
		expect([
			barOf({ peak: 0, mean: 0 }),
			barOf({ peak: 0.0316, mean: 0 }),
			barOf({ peak: 1, mean: 0 })
		]).toEqual([0, 50, 100]);
	});
});
