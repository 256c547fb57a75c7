import fc from 'fast-check';
import sharp from 'sharp';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { bannerPdf, bannerPng, bannerSvg, drawBanner } from './banner.server.ts';
import { balanced, bannerSizes, fit, reach, smallLetters, type BannerSize } from './banner.ts';
import { measureText } from './outline.server.ts';

const sizes = Object.keys(bannerSizes) as BannerSize[];
const banner = (text: string, size: BannerSize = 'ngang-6x08') => ({
	text,
	size,
	style: 'red_gold' as const,
	wardName: 'phường Thành Đông'
});
const words = fc.constantFrom(
	...'nghiêng nghiệng ĐẨY Ẵ ý Ổ dân, phục vụ trách nhiệm kỷ cương; 24/7 https://phuong.gov.vn xã'.split(' ')
);
const slogan = fc.array(words, { minLength: 1, maxLength: 30 }).map((all) => all.join(' '));
const inkOf = (d: string): { left: number; right: number; top: number; bottom: number } => {
	const numbers = [...d.matchAll(/-?\d+(?:\.\d+)?/g)].map(([one]) => Number(one));
	const [xs, ys] = [numbers.filter((_, at) => at % 2 === 0), numbers.filter((_, at) => at % 2 === 1)];
	return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
};

describe('a banner', () => {
	it('keeps every word, in order, and all ink inside its frame, whatever the slogan and the size', () => {
		fc.assert(
			fc.property(slogan, fc.constantFrom(...sizes), (text, size) => {
				const { width, height, shapes, setting } = drawBanner(banner(text, size));
				expect(setting.lines.join(' ')).toBe(text.toLocaleUpperCase('vi'));
				const frame = Math.min(width, height) * 0.045;
				let below = 0;
				for (const { d } of shapes.slice(1, 1 + setting.lines.length)) {
					const ink = inkOf(d);
					expect(ink.left).toBeGreaterThan(frame);
					expect(ink.right).toBeLessThan(width - frame);
					expect(ink.top).toBeGreaterThan(Math.max(frame, below));
					below = ink.bottom;
				}
				const name = inkOf(shapes[1 + setting.lines.length]!.d);
				expect(name.top).toBeGreaterThan(below);
				expect(name.bottom).toBeLessThan(height - frame);
			}),
			{ numRuns: 60 }
		);
	});

	it('breaks where the sense pauses and not inside a word of two syllables', () => {
		const { setting } = drawBanner(
			banner('Đẩy mạnh cải cách hành chính, xây dựng chính quyền gần dân, vì dân')
		);
		expect(setting.lines).toEqual(['ĐẨY MẠNH CẢI CÁCH HÀNH CHÍNH,', 'XÂY DỰNG CHÍNH QUYỀN GẦN DÂN, VÌ DÂN']);
		expect(drawBanner(banner('Nộp hồ sơ ở nhà', 'pano-3x2')).setting.lines).toEqual(['NỘP HỒ SƠ', 'Ở NHÀ']);
	});

	it('leaves the lines alone that somebody broke by hand', () => {
		const { setting } = drawBanner(banner('Vì nhân dân\nphục vụ'));
		expect(setting.lines).toEqual(['VÌ NHÂN DÂN', 'PHỤC VỤ']);
	});

	it('makes exactly as many lines as asked for, none empty', () => {
		fc.assert(
			fc.property(
				fc.array(words, { minLength: 1, maxLength: 20 }),
				fc.integer({ min: 1, max: 12 }),
				(all, count) => {
					fc.pre(count <= all.length);
					const width = (from: number, to: number) => all.slice(from, to + 1).join(' ').length;
					const lines = balanced(all, width, count);
					expect(lines).toHaveLength(count);
					expect(lines.every(Boolean)).toBe(true);
					expect(lines.join(' ')).toBe(all.join(' '));
				}
			)
		);
	});

	it('gives shorter slogans letters at least as large', () => {
		const room = { width: 5000, height: 600, tallest: 500 };
		const measure = (text: string) => measureText(text, 'bold');
		const short = fit('MỘT CỬA', room, measure);
		const long = fit(
			'MỘT CỬA LIÊN THÔNG HIỆN ĐẠI, THÂN THIỆN, ĐÚNG HẸN, TẬN TÂM VỚI MỌI NGƯỜI',
			room,
			measure
		);
		expect(short.size).toBeGreaterThan(long.size);
		expect(short.size).toBeLessThanOrEqual(500);
	});

	it('warns of letters too small for a street', () => {
		expect(reach(300)).toEqual({ letterCm: 21, metres: 55 });
		expect(smallLetters('ngang-6x08', 300)).toBeNull();
		expect(smallLetters('ngang-6x08', 90)).toContain('chữ chỉ cao 6 cm');
		expect(smallLetters('dung-08x24', 90)).toBeNull();
	});
});

describe('the files of a banner', () => {
	it('measures the ink of stacked diacritics', () => {
		expect(measureText('Ẫ', 'bold').top).toBeGreaterThan(measureText('A', 'bold').top + 0.2);
		expect(measureText('Ặ', 'bold').bottom).toBeGreaterThan(0.1);
	});

	it('is a PDF at one to ten with bleed, its letters outlines', async () => {
		const pdf = await bannerPdf(banner('Vì nhân dân phục vụ'), '2026-06-15');
		const bytes = pdf.toString('latin1');
		expect(bytes).toContain('/TrimBox');
		expect(bytes).toContain('/BleedBox');
		const document = await getDocumentProxy(new Uint8Array(pdf));
		expect(document.numPages).toBe(1);
		const [left, , right] = /\/TrimBox \[([\d. ]+)\]/.exec(bytes)![1]!.split(' ').map(Number) as [
			number,
			number,
			number
		];
		// 600 mm.
		expect(right - left).toBeCloseTo(1700.79, 1);
	});

	it('is a picture in the colours and proportion of the banner', async () => {
		const png = await bannerPng(banner('Vì nhân dân phục vụ', 'dung-08x24'), 900);
		const { width, height } = await sharp(png).metadata();
		expect([width, height]).toEqual([300, 900]);
		const { data } = await sharp(png).extract({ left: 2, top: 2, width: 1, height: 1 }).raw().toBuffer({
			resolveWithObject: true
		});
		expect(data[0]).toBeGreaterThan(180);
		expect(data[1]).toBeLessThan(60);
	});

	it('escapes nothing because it draws letters: no word of the slogan stands in the SVG', () => {
		expect(bannerSvg(banner('<script>alert(1)</script>'))).not.toContain('script');
	});
});
