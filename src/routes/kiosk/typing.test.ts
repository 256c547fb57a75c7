import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pressed, tones, withTone, type Press, type Tone } from './typing.ts';

/** "khai tử" typed key by key: letters, spaces as space, a tone by its name in brackets. */
function type(keys: string): string {
	const presses = [...keys.matchAll(/\[(\p{L}+)\]|(.)/gu)].map(([, tone, letter]): Press => {
		if (tone) return { tone: tone as Tone };
		return letter === ' ' ? 'space' : { letter: letter! };
	});
	return presses.reduce(pressed, '');
}

describe('the keyboard of the screen', () => {
	it.each([
		['khai tư[hỏi]', 'khai tử'],
		['kêt[sắc] hôn', 'kết hôn'],
		['giây[sắc] phep[sắc]', 'giấy phép'],
		['qua[sắc]', 'quá'],
		['quyên[huyền]', 'quyền'],
		['gia[huyền]', 'già'],
		['gi[huyền]', 'gì'],
		['hoa[huyền]', 'hòa'],
		['hoan[huyền]', 'hoàn'],
		['ngươi[huyền]', 'người'],
		['ngoai[huyền]', 'ngoài'],
		['thuê[sắc]', 'thuế'],
		['đươc[nặng]', 'được'],
		['mu[sắc]a', 'múa']
	])('types %s as %s', (keys, words) => {
		expect(type(keys)).toBe(words);
	});

	it('changes a tone and takes it away again', () => {
		expect(withTone('tư', 'sắc')).toBe('tứ');
		expect(withTone('tứ', 'hỏi')).toBe('tử');
		expect(withTone('tử', 'hỏi')).toBe('tư');
		expect(withTone('đkk', 'sắc')).toBe('đkk');
		expect(withTone('kết hôn ', 'sắc')).toBe('kết hôn ');
	});

	it('deletes whole letters, makes no double spaces, and stops somewhere', () => {
		expect(pressed('hộ', 'delete')).toBe('h');
		expect(pressed('', 'delete')).toBe('');
		expect(pressed('hộ ', 'space')).toBe('hộ ');
		expect(pressed('', 'space')).toBe('');
		expect(pressed('hộ tịch', 'clear')).toBe('');
		expect(type('a'.repeat(500)).length).toBe(120);
	});

	it('never loses a letter to a tone', () => {
		const words = fc.string({ unit: fc.constantFrom(...'abcđeêghiklmnoôơpqrstuưvxyăâ ') });
		const tone = fc.constantFrom(...(Object.keys(tones) as Tone[]));
		const bare = (text: string) => text.normalize('NFD').replaceAll(/[\u0300\u0301\u0303\u0309\u0323]/g, '');
		fc.assert(
			fc.property(words, tone, (typed, name) => {
				const toned = withTone(typed, name);
				expect(bare(toned)).toBe(bare(typed));
				expect(toned).toBe(toned.normalize('NFC'));
			})
		);
	});
});
