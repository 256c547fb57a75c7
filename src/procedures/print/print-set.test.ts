import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { procedureTextShape, type ProcedureText } from '../procedure.ts';
import { isPrintablePdf } from './forms.server.ts';
import { printSet } from './print-set.server.ts';
import { qrOf } from './qr.ts';
import type { PrintedForm, PrintSet, SheetToPrint } from './set.ts';

const text = (more: Partial<ProcedureText> = {}): ProcedureText =>
	procedureTextShape.parse({
		code: '1.000894',
		name: 'Đăng ký kết hôn, ghi đủ dấu: Ữ ễ ằ ợ ỹ Đ ẩ',
		field: 'Hộ tịch',
		agency: 'Ủy ban nhân dân cấp xã',
		applicants: ['Công dân Việt Nam'],
		decision: '1872/QĐ-BTP',
		decidedOn: '2020-09-04',
		content: {
			ways: [
				{
					way: 'direct',
					time: { value: 2.5, unit: 'working_day' },
					fees: [{ kind: 'free', note: 'Miễn cho mọi trường hợp.' }]
				}
			],
			cases: [{ papers: [{ name: 'Tờ khai đăng ký kết hôn', originals: 1 }] }],
			steps: [{ text: 'Hai bên cùng đến nộp hồ sơ.' }]
		},
		...more
	});
const long = (paragraphs: number): ProcedureText =>
	text({
		code: '2.000815',
		name: 'Thủ tục có rất nhiều bước',
		content: {
			...text().content,
			steps: Array.from({ length: paragraphs }, (_, index) => ({
				name: `Bước ${index + 1}`,
				text: `Người dân làm việc thứ ${index + 1} theo hướng dẫn của cán bộ tiếp nhận, ký tên và giữ giấy hẹn. `.repeat(
					4
				)
			}))
		}
	});
const sheet = (no: number, procedure = text(), forms: PrintedForm[] = []): SheetToPrint => ({
	no,
	version: { ...procedure, sheetToken: `token-${no}`, effectiveFrom: '2026-07-01', effectiveTo: null },
	forms
});
const set = (sheets: SheetToPrint[], more: Partial<PrintSet> = {}): PrintSet => ({
	ward: {
		name: 'phường Cổ Thành',
		superiorName: 'Ủy ban nhân dân thành phố Hải Phòng',
		contact: { phone: '0225 3000 111' }
	},
	place: { id: 7, name: 'Nhà văn hóa An Thành', address: 'Tổ dân phố An Thành' },
	sheets,
	contents: [],
	of: 254,
	slip: null,
	origin: 'https://phuong.example',
	day: '2026-11-23',
	listOf: '2026-11-23',
	paper: 'A4',
	...more
});
async function pagesOf(pdf: Uint8Array): Promise<string[]> {
	const { text: pages } = await extractText(await getDocumentProxy(new Uint8Array(pdf)));
	return pages.map((page) => page.normalize('NFC').replaceAll(/\s+/g, ' '));
}
async function blankPdf(pages: number): Promise<Uint8Array> {
	const pdf = await PDFDocument.create();
	for (let page = 0; page < pages; page++) pdf.addPage([300, 400 + page]);
	return pdf.save();
}

describe('a printed sheet', () => {
	it('says whose it is, its number, its procedure with every mark, and where feedback goes', async () => {
		const [page = '', ...more] = await pagesOf(await printSet(set([sheet(12)])));
		expect(more).toEqual([]);
		for (const words of [
			'ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG',
			'ỦY BAN NHÂN DÂN PHƯỜNG CỔ THÀNH',
			'Nhà văn hóa An Thành',
			'Tờ 12',
			'Đăng ký kết hôn, ghi đủ dấu: Ữ ễ ằ ợ ỹ Đ ẩ',
			'Mã thủ tục: 1.000894',
			'Áp dụng từ ngày 01/07/2026, theo Quyết định số 1872/QĐ-BTP ngày 04/09/2020',
			'2,5 ngày làm việc',
			'Miễn phí',
			'Tờ khai đăng ký kết hôn',
			'1 bản chính',
			'điện thoại 0225 3000 111',
			'In ngày 23/11/2026'
		]) {
			expect(page).toContain(words);
		}
	});

	it('prints decomposed letters, strange signs and endless words without losing the page', async () => {
		const strange = text({
			name: 'Cấp bản sao trích lục'.normalize('NFD'),
			agency: `\u2610 Phường \u2192 tỉnh \u{1f600} ${'x'.repeat(400)}`
		});
		const page = (await pagesOf(await printSet(set([sheet(1, strange)])))).join(' ');
		expect(page).toContain('Cấp bản sao trích lục');
		expect(page).toContain('[ ] Phường -> tỉnh');
		expect([...page.matchAll(/x{10,}/g)].reduce((sum, [run]) => sum + run.length, 0)).toBe(400);
	});

	it('flows over as many pages as it needs, numbered, with no heading left alone at the foot', async () => {
		const pages = await pagesOf(await printSet(set([sheet(3, long(40))])));
		expect(pages.length).toBeGreaterThan(4);
		const whole = pages.join(' ');
		for (let step = 1; step <= 40; step++) expect(whole).toContain(`Bước ${step}:`);
		for (const [index, page] of pages.entries()) {
			expect(page).toContain(`trang ${index + 1}/${pages.length}`);
			expect(page).toContain('Tờ 3');
			if (index > 0) expect(page).toContain('2.000815, tiếp theo');
			expect(page).not.toMatch(/(Trình tự thực hiện|Đối tượng thực hiện|Cơ quan thực hiện)\s*Phản ánh/);
		}
	});

	it('says until when it holds when the end is known', async () => {
		const ending = sheet(1);
		ending.version.effectiveTo = '2027-01-01';
		const [page = ''] = await pagesOf(await printSet(set([ending])));
		expect(page).toContain('Áp dụng từ ngày 01/07/2026 đến trước ngày 01/01/2027');
	});
});

describe('a print set', () => {
	it('begins with a cover and the contents by field', async () => {
		const pages = await pagesOf(
			await printSet(
				set([sheet(1), sheet(2, long(1))], {
					of: 2,
					contents: [
						{ no: 1, code: '1.000894', name: 'Đăng ký kết hôn', field: 'Hộ tịch' },
						{ no: 2, code: '2.000815', name: 'Chứng thực bản sao', field: 'Chứng thực' }
					]
				})
			)
		);
		expect(pages[0]).toContain('NIÊM YẾT CÔNG KHAI THỦ TỤC HÀNH CHÍNH');
		expect(pages[0]).toContain('2 thủ tục, đúng với danh mục ngày 23/11/2026');
		expect(pages[1]).toMatch(
			/Hộ tịch.*1 Đăng ký kết hôn 1\.000894.*Chứng thực.*2 Chứng thực bản sao 2\.000815/
		);
		expect(pages[2]).toMatch(/Tờ 1(?![0-9/])/);
		expect(pages[3]).toMatch(/Tờ 2(?![0-9/])/);
	});

	it('puts a work slip in front of what changes', async () => {
		const pages = await pagesOf(
			await printSet(
				set([sheet(5)], {
					slip: {
						hang: [],
						replace: [{ no: 5, name: 'Đăng ký kết hôn', oldFrom: '2025-07-01' }],
						takeDown: [{ no: 9, name: 'Công nhận hộ nghèo', code: '1.011606', oldFrom: '2025-07-01' }]
					}
				})
			)
		);
		expect(pages[0]).toContain('Tờ 5: Đăng ký kết hôn (gỡ tờ áp dụng từ 01/07/2025)');
		expect(pages[0]).toContain('Tờ 9: Công nhận hộ nghèo (1.011606');
		expect(pages[0]).not.toContain('Dán thêm');
	});

	it('puts forms right behind their procedure: PDF pages, pictures, and words where a form lies elsewhere', async () => {
		const picture = await sharp({ create: { width: 40, height: 60, channels: 3, background: '#fff' } })
			.jpeg()
			.toBuffer();
		const pdf = await printSet(
			set([
				sheet(1, text(), [
					{ kind: 'pdf', name: 'Tờ khai', bytes: await blankPdf(2) },
					{ kind: 'elsewhere', name: 'Mẫu đơn Word', address: 'https://phuong.example/tep/abc' }
				]),
				sheet(2, text(), [{ kind: 'image', name: 'Mẫu ảnh', bytes: picture }]),
				sheet(3, text(), [{ kind: 'pdf', name: 'Tờ khai', bytes: await blankPdf(1) }])
			])
		);
		const document = await PDFDocument.load(pdf);
		expect(document.getPages().map((page) => Math.round(page.getWidth()))).toEqual([
			595, 595, 300, 300, 595, 595, 595, 300
		]);
		const pages = await pagesOf(pdf);
		expect(pages[1]).toContain('Mẫu đơn Word https://phuong.example/tep/abc');
		expect(pages[4]).toMatch(/Tờ 2(?![0-9/])/);
		expect(pages[5]).toContain('Biểu mẫu của tờ 2: Mẫu ảnh');
	});

	it('knows a PDF it can take pages from', async () => {
		expect(await isPrintablePdf(await blankPdf(1))).toBe(true);
		expect(await isPrintablePdf(Buffer.from('%PDF-1.7 broken'))).toBe(false);
	});

	it('has A3 pages with larger letters, and a page that says so when there is nothing to print', async () => {
		const a3 = await PDFDocument.load(await printSet(set([sheet(1)], { paper: 'A3' })));
		expect(Math.round(a3.getPage(0).getHeight())).toBe(1191);
		expect(await pagesOf(await printSet(set([])))).toEqual([
			expect.stringContaining('Không có tờ nào cần in')
		]);
	});
});

describe('the QR code', () => {
	it('draws exactly the dark parts of the code', () => {
		const { size, parts } = qrOf('https://phuong.example/niem-yet/token-1?noi=7');
		expect(
			parts.every(({ x, y, width }) => x >= 0 && y >= 0 && width > 0 && x + width <= size && y < size)
		).toBe(true);
		// The corner every scanner looks for: seven dark parts, a light one after.
		expect(parts[0]).toEqual({ x: 0, y: 0, width: 7 });
		expect(parts.filter(({ y, x }) => y === 6 && x === 0)).toEqual([{ x: 0, y: 6, width: 7 }]);
	});
});
