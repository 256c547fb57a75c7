import fc from 'fast-check';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { noMessage } from '#channels/message.ts';
import { leaflet } from './leaflet.server.ts';
import { notice } from './notice.server.ts';
import { contactLine, linesOf, type ToPrint } from './paper.ts';

const printed = (changes: Partial<ToPrint['message']> = {}, signed = true): ToPrint => ({
	message: {
		...noMessage,
		title: 'Nhận hồ sơ chứng thực trong ngày',
		summary: 'Quầy số hai nhận và trả kết quả trong ngày.',
		text: 'Mang theo:\n- căn cước\n- bản chính\n\nĐến trước 16 giờ.',
		link: '/t/12',
		...changes
	},
	ward: {
		name: 'phường Thành Đông',
		superiorName: 'Ủy ban nhân dân thành phố Hải Phòng',
		contact: { phone: '0220 3852 000' }
	},
	cover: { palette: 'red', motif: 'hoa sen' },
	origin: 'https://phuong.gov.vn',
	day: '2026-06-15',
	signed
});
const read = async (pdf: Buffer) => {
	const document = await getDocumentProxy(new Uint8Array(pdf));
	const { text, totalPages } = await extractText(document, { mergePages: true });
	const page = await document.getPage(1);
	const [, , width, height] = page.view as [number, number, number, number];
	return { pages: totalPages, text: text.normalize('NFC').replace(/\s+/g, ' '), width, height };
};

describe('a notice', () => {
	it('is one A4 page with everything in it: issuer, title, text, address, contact, day', async () => {
		const { pages, text, width, height } = await read(await notice(printed()));
		expect(pages).toBe(1);
		expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
		for (const part of [
			'ỦY BAN NHÂN DÂN PHƯỜNG THÀNH ĐÔNG',
			'THÔNG BÁO',
			'Nhận hồ sơ chứng thực trong ngày',
			'• căn cước',
			'Đến trước 16 giờ.',
			'https://phuong.gov.vn/t/12',
			'0220 3852 000',
			'15/06/2026'
		])
			expect(text).toContain(part);
		expect(text).not.toContain('CHƯA KÝ DUYỆT');
	});

	it('says on every page that it is not signed', async () => {
		const { text, pages } = await read(await notice(printed({ text: 'dài '.repeat(1400) }, false)));
		expect(pages).toBeGreaterThan(1);
		expect(text.split('CHƯA KÝ DUYỆT').length - 1).toBe(pages);
	});
});

describe('a leaflet', () => {
	it('is a sheet of A4 lying, two sides, cover and back outside', async () => {
		const { pages, text, width, height } = await read(await leaflet(printed()));
		expect(pages).toBe(2);
		expect(width).toBeGreaterThan(height);
		expect(text).toContain('https://phuong.gov.vn/t/12');
		expect(text).toContain('bản chính');
	});

	it('says that it is not signed', async () => {
		expect((await read(await leaflet(printed({}, false)))).text).toContain('CHƯA KÝ DUYỆT');
	});
});

describe('paper', () => {
	it('loses no word of any text, however long, on either sheet', async () => {
		const word = fc.stringMatching(/^[a-zđươ]{1,7}$/);
		const text = fc
			.array(fc.array(word, { minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 60 })
			.map((lines) => lines.map((line) => line.join(' ')).join('\n'));
		await fc.assert(
			fc.asyncProperty(text, async (given) => {
				const message = { text: given.slice(0, 3000), summary: '' };
				const words = message.text.split(/\s+/).filter(Boolean);
				for (const sheet of [notice, leaflet]) {
					const there = (await read(await sheet(printed(message)))).text.split(' ');
					let at = 0;
					// In their order, with head and foot in between.
					for (const one of words) {
						at = there.indexOf(one, at) + 1;
						expect(at, `“${one}” in ${sheet.name}`).toBeGreaterThan(0);
					}
				}
			}),
			{ numRuns: 12 }
		);
	});

	it('parts paragraphs and items', () => {
		expect(linesOf('A\n- b\n2. c\n\n \nd')).toEqual([
			{ text: 'A' },
			{ text: 'b', marker: '•' },
			{ text: 'c', marker: '2.' },
			{ text: 'd' }
		]);
		expect(contactLine({ name: '', superiorName: '', contact: {} })).toBe('');
	});
});
