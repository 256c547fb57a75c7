/** How what was typed is heard: sounds, dialects, concepts, what was nearly said, and what is done elsewhere. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awayIn } from './away.ts';
import { conceptsOf } from './concepts.ts';
import { fold } from './fold.ts';
import { plainLexicon, popularityOf } from './lexicon.ts';
import { nearlySaid } from './likeness.ts';
import { formulate, type Term } from './meaning.ts';
import { read, typedWords, type Vocabulary } from './reading.ts';
import { heardWith, isSyllable, shapeOf, SILENT, TOO_MUCH, withoutKeys } from './syllable.ts';
import { nearTo, addNear, type NearWords } from './spelling.ts';

const lexicon = plainLexicon();

/** A vocabulary of a few names. */
function knowing(...names: string[]): Vocabulary {
	const words = names.flatMap((name) => typedWords(name));
	const near: NearWords = new Map();
	for (const { stem } of words) addNear(near, stem);
	const stems = new Set(words.map(({ stem }) => stem));
	const pairs = new Set(
		names.flatMap((name) => {
			const row = typedWords(name);
			return row.slice(1).map((word, at) => `${row[at]!.stem} ${word.stem}`);
		})
	);
	return {
		level: (stem) => (stems.has(stem) ? 0 : 2),
		near: (stem) => nearTo(near, stem),
		shapes: (stem) => words.filter((word) => word.stem === stem).map(({ text }) => shapeOf(text)),
		pair: (first, second) => pairs.has(`${first} ${second}`),
		beginsWord: () => false
	};
}
const heard = (typed: string, ...names: string[]) =>
	read(typedWords(typed), knowing(...names))
		.words.map(({ stem }) => stem)
		.join(' ');

describe('sounds', () => {
	it('takes what sounds alike for the word its neighbour asks for, in any region', () => {
		expect(heard('dám hộ', 'giám hộ')).toBe('giam ho');
		expect(heard('di trúc', 'di chúc')).toBe('di chuc');
		expect(heard('tạm chú', 'tạm trú', 'ghi chú')).toBe('tam tru');
		expect(heard('khai sanh', 'khai sinh')).toBe('khai sinh');
		expect(heard('khai xinh', 'khai sinh')).toBe('khai sinh');
	});

	it('leaves alone what is known, has another tone, or is a little word', () => {
		expect(heard('tạm chú', 'tạm chú', 'ghi chú', 'tạm trú')).toBe('tam chu');
		expect(heard('tạm chủ', 'tạm trú', 'chủ hộ')).toBe('tam chu');
		expect(heard('phòng cho', 'phòng trọ', 'cho thuê')).toBe('phong cho');
	});

	it('reads words run together with a doubled key', () => {
		expect(heard('ketthon', 'kết hôn', 'thôn')).toBe('ket hon');
	});
});

describe('a syllable', () => {
	it('is never given up while more letters may still make one, with typing keys among them or without', () => {
		const pieces = fc.string({
			unit: fc.constantFrom(...'aeoiuydghnmtcfsxrjw169'),
			minLength: 1,
			maxLength: 9
		});
		fc.assert(
			fc.property(pieces, (piece) => {
				const heard = [...piece].reduce((so, letter) => heardWith(so, letter.charCodeAt(0)), SILENT);
				if (heard !== TOO_MUCH) return;
				expect(isSyllable(piece)).toBe(false);
				const read = withoutKeys(piece);
				expect(read === null || !isSyllable(fold(read))).toBe(true);
			}),
			{ numRuns: 5000 }
		);
	});
});

describe('concepts', () => {
	const keys = (text: string) => conceptsOf(typedWords(text), true).map(({ key }) => key);

	it('are the same in other words', () => {
		expect(keys('rớt cccd')).toEqual(keys('thất lạc thẻ căn cước'));
		expect(keys('dẹp tiệm')).toEqual(keys('giải thể hộ kinh doanh'));
		expect(keys('người Hàn Quốc')).toEqual(keys('nước ngoài'));
		expect(keys('đóng cửa 3 tháng')).toEqual(keys('đóng cửa vài tháng'));
	});

	it('tell the dead from the lost, an aunt from a will, a child from a grown-up', () => {
		expect(keys('bố mới mất').at(-1)).toBe(keys('qua đời')[0]);
		expect(keys('bố mất căn cước')).toContain(keys('đánh rơi')[0]);
		expect(keys('dì')).not.toEqual(keys('di'));
		expect(keys('8 tuổi')).toEqual(keys('dưới 14 tuổi'));
		expect(keys('30 tuổi')).toEqual(keys('đủ 14 tuổi'));
	});
});

describe('what was nearly said', () => {
	const terms = (text: string): Term[] =>
		typedWords(text).map((word) => ({ ...word, left: 1, beginning: false, span: -1, foreign: false }));
	const names = (text: string) =>
		nearlySaid(terms(text), lexicon, true).map(({ meaning }) =>
			meaning.map(({ text: one }) => one).join(' ')
		);

	it('is a line in another order, with other words between', () => {
		expect(names('căn cước của em bị rớt')[0]).toContain('cấp lại thẻ căn cước');
		expect(names('tiền hàng tháng bà 80 tuổi lãnh').join()).toContain('hưu trí xã hội');
	});

	it('is nothing where too little of a line was said', () => {
		expect(names('cầu vồng tím')).toEqual([]);
	});
});

describe('what is done elsewhere', () => {
	const away = (text: string) => {
		const words = typedWords(text);
		return awayIn(
			words,
			words.map(() => 1),
			lexicon,
			true
		).length;
	};

	it('is heard only where the question is mostly that', () => {
		expect(away('xin ly hôn đơn phương')).toBe(1);
		expect(away('nộp phạt nguội')).toBe(1);
		expect(away('giấy độc thân sau khi ly hôn')).toBe(0);
	});

	it('is not taken for a part of its name', () => {
		const words = typedWords('xin ly hôn');
		const all = formulate(words, { words, cost: 0, changed: false }, lexicon, () => [], false);
		expect(all[0]!.trust).toBeLessThan(0.5);
	});
});

it('knows what people come for day after day, the first of it most', () => {
	const [birth, death] = ['dang ki khai sinh', 'dang ki khai tu'].map(popularityOf);
	expect(birth).toBeGreaterThan(death!);
	expect(death).toBeGreaterThan(0);
	expect(popularityOf('cong bo hoat dong ben thuy noi dia')).toBe(0);
});
