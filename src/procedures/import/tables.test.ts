import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { columns } from './columns.ts';
import { readProcedures } from './read.ts';
import { templateXlsx } from './template.ts';

type Fill = (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void;

async function workbook(fill: Fill): Promise<Uint8Array> {
	const book = new ExcelJS.Workbook();
	fill(book.addWorksheet('Danh mục'), book);
	return Buffer.from(await book.xlsx.writeBuffer());
}
/** The same package with one part written otherwise, as no spreadsheet would write it. */
function rewritten(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
	const parts = unzipSync(bytes);
	return zipSync({ ...parts, [part]: strToU8(change(strFromU8(parts[part]!))) });
}
const sheet1 = 'xl/worksheets/sheet1.xml';
const refusalOf = (bytes: Uint8Array): unknown => {
	try {
		return readProcedures(bytes);
	} catch (thrown) {
		return thrown;
	}
};

describe('workbooks as offices make them', { timeout: 60_000 }, () => {
	it('reads two rows of headings, fields across the table and merged cells', async () => {
		const bytes = await workbook((sheet) => {
			sheet.addRow(['PHỤ LỤC I']);
			sheet.addRow([
				'STT',
				'Mã TTHC',
				'Tên thủ tục hành chính',
				'Thời hạn giải quyết',
				'',
				'Cơ quan thực hiện',
				'Phí, lệ phí (nếu có)'
			]);
			sheet.addRow(['', '', '', 'Trực tiếp', 'Trực tuyến', '', '']);
			sheet.mergeCells('D2:E2');
			sheet.mergeCells('B2:B3');
			sheet.mergeCells('C2:C3');
			sheet.addRow(['I', 'LĨNH VỰC CHỨNG THỰC (02 TTHC)']);
			sheet.mergeCells('B4:G4');
			sheet.addRow([
				'1',
				'1.000101',
				'Thử một',
				'2 ngày làm việc',
				'1 ngày làm việc',
				'Ủy ban nhân dân xã',
				'8.000 đồng'
			]);
			sheet.addRow(['2', '1.000102', 'Thử hai', '5 ngày', '', '', 'Không thu']);
			sheet.mergeCells('F5:F6');
			sheet.addRow(['II. Lĩnh vực Đất đai']);
			sheet.addRow(['3', '1.000103', 'Thử ba', '0,5 ngày làm việc', '', '', '']);
		});
		const { rows, bad } = readProcedures(bytes);
		expect(bad).toEqual([]);
		expect(rows.map(({ text }) => [text.code, text.field, text.agency])).toEqual([
			['1.000101', 'Chứng thực', 'Ủy ban nhân dân xã'],
			['1.000102', 'Chứng thực', 'Ủy ban nhân dân xã'],
			['1.000103', 'Đất đai', '']
		]);
		expect(rows[0]!.text.content.ways).toMatchObject([
			{ way: 'direct', time: { value: 2 }, fees: [{ amount: 8000 }] },
			{ way: 'online', time: { value: 1 } }
		]);
		expect(rows[2]!.text.content.ways[0]!.time).toMatchObject({ value: 0.5, unit: 'working_day' });
	});

	it('keeps a row that lacks its code apart from a row that names a field', async () => {
		const { rows, bad } = readProcedures(
			await workbook((sheet) => {
				sheet.addRow(['Mã thủ tục', 'Tên thủ tục']);
				sheet.addRow(['', 'Quên mã']);
				sheet.addRow(['1.000001', '']);
				sheet.addRow(['1.000002', 'Được']);
			})
		);
		expect(rows.map(({ text }) => text.code)).toEqual(['1.000002']);
		expect(bad.map(({ row, column }) => [row, column])).toEqual([
			[2, 'Mã thủ tục'],
			[3, 'Tên thủ tục']
		]);
	});

	it('reads several sheets, and neither hidden ones nor the example of the template', async () => {
		const { rows } = readProcedures(
			await workbook((sheet, book) => {
				sheet.addRow(['Mã', 'Tên']);
				sheet.addRow(['1.000001', 'Một']);
				const other = book.addWorksheet('Đất đai');
				other.addRow(['Tên thủ tục', 'Mã thủ tục']);
				other.addRow(['Hai', '1.000002']);
				book.addWorksheet('Ví dụ').addRows([
					['Mã', 'Tên'],
					['1.000003', 'Ba']
				]);
				const hidden = book.addWorksheet('Cũ', { state: 'hidden' });
				hidden.addRows([
					['Mã', 'Tên'],
					['1.000004', 'Bốn']
				]);
			})
		);
		expect(rows.map(({ at }) => at)).toEqual(['trang “Danh mục”, dòng 2', 'trang “Đất đai”, dòng 2']);
	});

	it('takes what cells hold: parts in other letters, links, days, formulas; names formulas that failed', async () => {
		const { rows, bad } = readProcedures(
			await workbook((sheet) => {
				sheet.addRow(['Mã', 'Tên', 'Ngày hiệu lực', 'Đường dẫn', 'Số bộ', 'Lĩnh vực']);
				sheet.addRow([
					'1.000001',
					{ richText: [{ text: 'Tên ' }, { font: { bold: true }, text: 'hai phần' }] },
					new Date('2026-07-01T00:00:00Z'),
					{ text: 'https://example.vn/a', hyperlink: 'https://example.vn/a' },
					{ formula: '1+1', result: 2 },
					'Hộ tịch'
				]);
				sheet.addRow([
					'1.000002',
					'Lỗi',
					'',
					'',
					{ formula: 'A1', result: { error: '#REF!' } } as never,
					'x'
				]);
				sheet.addRow(['1.000003', 'Chưa tính', '', '', { formula: 'A1' } as never, 'x']);
			})
		);
		expect(rows).toMatchObject([
			{
				effectiveFrom: '2026-07-01',
				text: { name: 'Tên hai phần', content: { portalUrl: 'https://example.vn/a', sets: 2 } }
			}
		]);
		expect(bad.map(({ row, column }) => [row, column])).toEqual([
			[3, 'Số bộ'],
			[4, 'Số bộ']
		]);
	});

	it('believes a code kept as a number only when no zero can be missing', async () => {
		const { rows, bad } = readProcedures(
			await workbook((sheet) => {
				sheet.addRow(['Mã', 'Tên']);
				for (const code of [1.000894, 2.0008939999999, 1.00089, 2, 1000894])
					sheet.addRow([code, `Thử ${String(code)}`]);
			})
		);
		expect(rows.map(({ text }) => text.code)).toEqual(['1.000894', '2.000894']);
		expect(bad.map(({ row, column }) => [row, column])).toEqual([
			[4, 'Mã'],
			[5, 'Mã'],
			[6, 'Mã']
		]);
		const texts = readProcedures(Buffer.from('Mã,Tên\n1.00089,Bị cụt\n1.000894,Còn đủ\n'));
		expect(texts.rows.map(({ text }) => text.code)).toEqual(['1.000894']);
		expect(texts.bad).toMatchObject([{ row: 2, column: 'Mã' }]);
	});

	it('tells another kind of package from a damaged workbook', () => {
		const other = zipSync({ 'word/document.xml': strToU8('<w:document/>') });
		expect(refusalOf(other)).toMatchObject({ name: 'Refusal', code: 'import.kind' });
	});

	it('says of hidden rows that they are read', async () => {
		const { rows } = readProcedures(
			await workbook((sheet) => {
				sheet.addRow(['Mã', 'Tên']);
				sheet.addRow(['1.000001', 'Dòng ẩn']).hidden = true;
			})
		);
		expect(rows[0]!.warnings).toHaveLength(1);
	});

	it('reads ways from their column, and a reason beside the level', async () => {
		const { rows, bad } = readProcedures(
			await workbook((sheet) => {
				sheet.addRow([
					'Mã',
					'Tên',
					'Cách thức thực hiện',
					'Thời hạn',
					'Lệ phí',
					'Phí trực tuyến',
					'Mức độ DVC'
				]);
				sheet.addRow([
					'1.000001',
					'Thử',
					'Trực tiếp, trực tuyến hoặc qua bưu chính công ích',
					'3 ngày làm việc',
					'10.000 đồng',
					'Miễn phí',
					'Một phần (phải xem bản chính)'
				]);
				sheet.addRow(['1.000002', 'Thử', 'bồ câu', '', '', '', '']);
			})
		);
		expect(rows[0]!.text).toMatchObject({
			onlineLevel: 'partial',
			content: {
				onlineReason: 'phải xem bản chính',
				ways: [
					{ way: 'direct', time: { value: 3 }, fees: [{ amount: 10_000 }] },
					{ way: 'online', fees: [{ kind: 'free' }] },
					{ way: 'postal', time: { value: 3 }, fees: [{ amount: 10_000 }] }
				]
			}
		});
		expect(bad).toMatchObject([{ row: 3, column: 'Cách thức thực hiện' }]);
	});

	it('is not impressed by what a file claims of itself', async () => {
		const small = await workbook((sheet) => {
			sheet.addRow(['Mã', 'Tên']);
			sheet.addRow(['1.000001', 'Một']);
		});
		const claims = rewritten(small, sheet1, (xml) =>
			xml.replace(
				'</sheetData>',
				'<row r="1048576"><c r="XFD1048576"/></row></sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>' +
					'<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>'
			)
		);
		const before = performance.now();
		expect(readProcedures(claims).rows).toHaveLength(1);
		expect(performance.now() - before).toBeLessThan(10_000);
	});

	it('refuses tens of thousands of rows and a file that unpacks without end', async () => {
		const small = await workbook((sheet) => sheet.addRows([['Mã', 'Tên']]));
		const rows = Array.from(
			{ length: 25_000 },
			(_none, at) =>
				`<row r="${at + 2}"><c r="A${at + 2}" t="inlineStr"><is><t>1.${String(at).padStart(6, '0')}</t></is></c></row>`
		).join('');
		const many = rewritten(small, sheet1, (xml) => xml.replace('</sheetData>', `${rows}</sheetData>`));
		expect(refusalOf(many)).toMatchObject({ name: 'Refusal', code: 'import.too_large' });
		const bomb = rewritten(small, sheet1, (xml) => xml + ' '.repeat(63_000_000));
		expect(bomb.length).toBeLessThan(1_000_000);
		expect(refusalOf(bomb)).toMatchObject({ name: 'Refusal', code: 'import.too_large' });
		const lines = `Mã,Tên\n${Array.from({ length: 5001 }, (_none, at) => `1.${String(at).padStart(6, '0')},Tên`).join('\n')}`;
		expect(refusalOf(Buffer.from(lines))).toMatchObject({ code: 'import.too_many' });
	});
});

describe('tables of text', () => {
	it.each([
		[
			'semicolons among many commas',
			'Mã thủ tục;Tên thủ tục;Kết quả\n1.000001;"Một, hai, ba, bốn, năm";"a, b, c, d"\n'
		],
		['tabs', 'Mã thủ tục\tTên thủ tục\tKết quả\n1.000001\tMột, hai, ba, bốn, năm\ta, b, c, d\n'],
		[
			'a mark of Excel',
			'sep=;\r\nMã thủ tục;Tên thủ tục;Kết quả\r\n1.000001;Một, hai, ba, bốn, năm;a, b, c, d\r\n'
		]
	])('reads %s', (_name, text) => {
		expect(readProcedures(Buffer.from(text)).rows).toMatchObject([
			{ text: { name: 'Một, hai, ba, bốn, năm', content: { results: ['a, b, c, d'] } } }
		]);
	});

	it('reads UTF-16 and refuses other alphabets in one sentence', () => {
		const text = 'Mã thủ tục,Tên thủ tục\n1.000001,Đăng ký thử\n';
		const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
		expect(readProcedures(utf16).rows).toMatchObject([{ text: { name: 'Đăng ký thử' } }]);
		const windows = Buffer.from([0x4d, 0xe3, 0x20, 0x74, 0x68, 0xf2, 0x2c, 0x54, 0xea, 0x6e, 0x0a]);
		expect(refusalOf(windows)).toMatchObject({ name: 'Refusal', code: 'import.kind' });
	});
});

describe('whatever a file holds', { timeout: 60_000 }, () => {
	const piece = fc.oneof(
		fc.string({ unit: 'grapheme', maxLength: 12 }),
		fc.constantFrom(
			...'- + * • | ; ( ) (/ Bước 1: Trường hợp: Mã: 1.000001 1.2 31/02/2026 46204 5 ngày 8.000 đồng (miễn) toàn trình http:// = @'.split(
				' '
			)
		),
		fc.constant('\n')
	);
	const cell = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join(' '));

	it('is read or named row by row, under every heading', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.array(cell, { maxLength: columns.length }), { minLength: 1, maxLength: 4 }),
				async (cells) => {
					const bytes = await workbook((sheet) => {
						sheet.addRow(columns.map(({ head }) => head));
						sheet.addRows(cells);
					});
					const { rows, bad } = readProcedures(bytes);
					expect(rows.length + bad.length).toBeLessThanOrEqual(cells.length);
				}
			),
			{ numRuns: 60 }
		);
	});

	it('is refused in words when its bytes are damaged', async () => {
		const whole = await templateXlsx();
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
				fc.nat(whole.length),
				(flips, cut) => {
					const bytes = Buffer.from(whole.subarray(0, cut % 3 === 0 ? cut : whole.length));
					for (const [at, value] of flips) if (at < bytes.length) bytes[at] = value;
					const outcome = refusalOf(bytes) as { name?: string; rows?: unknown };
					expect(outcome.name === 'Refusal' || Array.isArray(outcome.rows)).toBe(true);
				}
			),
			{ numRuns: 150 }
		);
	});
});
