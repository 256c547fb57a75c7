import { describe, expect, it } from 'vitest';
import { motifs } from './cover-motifs.ts';
import { draw } from './cover.ts';

describe('drawn covers', () => {
	it('gives the same story the same picture', () => {
		expect(draw('green', 'hòm thư')).toEqual(draw('green', 'hòm thư'));
		expect(draw('green', 'hòm thư').inks).not.toEqual(draw('red', 'hòm thư').inks);
	});

	it('knows a motif in capitals, decomposed, or inside a longer phrase', () => {
		expect(draw('red', 'Trống Đồng'.normalize('NFD')).shapes).toBe(motifs['trống đồng']);
		expect(draw('red', 'chiếc điện thoại nhỏ').shapes).toBe(motifs['điện thoại']);
	});

	it('draws something for any words', () => {
		for (const words of ['', 'con mèo', '<script>']) {
			expect(draw('no such palette', words).shapes.length).toBeGreaterThan(0);
			expect(draw('no such palette', words).ground.d).toMatch(/^M[-\d]/);
		}
	});

	it('holds only paths that a browser can draw', () => {
		for (const [motif, shapes] of Object.entries(motifs)) {
			for (const shape of shapes) expect(shape.d, motif).toMatch(/^M[-MLHVCSAZmlhvcsaz\d. ]+$/);
		}
	});
});
