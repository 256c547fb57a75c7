import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { speak } from './speak.ts';

const cases = ['cases.tsv', 'cases-2.tsv', 'cases-3.tsv'].flatMap((name) =>
	readFileSync(new URL(name, import.meta.url), 'utf8')
		.split('\n')
		.filter((line) => line && !line.startsWith('# '))
		.map((line) => line.split('\t') as [string, string])
);

describe('the spoken form', () => {
	it('says at least 98 of 100 written cases exactly', () => {
		const wrong = cases.filter(([written, spoken]) => speak(written) !== spoken);
		if (wrong.length > 0)
			console.log(
				wrong.map(([written, spoken]) => `${written}\n  ${speak(written)}\n  ${spoken}`).join('\n')
			);
		expect(cases.length).toBeGreaterThanOrEqual(300);
		expect(wrong.length / cases.length).toBeLessThanOrEqual(0.02);
	});

	it('spoken again stays as it is', () => {
		for (const [written] of cases) expect(speak(speak(written))).toBe(speak(written));
	});

	const pieces = fc.oneof(
		fc.constantFrom(...cases.map(([written]) => written)),
		fc.string({ unit: 'grapheme', maxLength: 12 }),
		fc.constantFrom(' ', ', ', '. ', ' - ', '/', '\n', '(', ')', '%', '…')
	);
	const texts = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(''));

	it('leaves no digit, bracket or sign unread, whatever the text, and is stable', () => {
		fc.assert(
			fc.property(texts, (text) => {
				const spoken = speak(text);
				expect(spoken).not.toMatch(/[\d%&+=<>~|\\@#*_^()[\]{}/$°²³]/);
				expect(speak(spoken)).toBe(spoken);
			}),
			{ numRuns: 500 }
		);
	});

	it('keeps as many lines as were written', () => {
		fc.assert(
			fc.property(
				texts,
				(text) => speak(text).split('\n').length === text.replace(/\r\n?/g, '\n').split('\n').length
			)
		);
	});

	it('says the words of a ward its own way', () => {
		expect(speak('Khu Chí Linh, tổ 2', { ownWords: { 'Chí Linh': 'Chí-Linh' } })).toBe(
			'Khu Chí-Linh, tổ hai'
		);
		expect(speak('105 nghìn', { region: 'south' })).toBe('một trăm lẻ năm nghìn');
	});
});
