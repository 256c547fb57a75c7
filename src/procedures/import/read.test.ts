import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProcedures } from './read.ts';
import { columns } from './columns.ts';
import { templateCsv, templateXlsx } from './template.ts';
import { feeOf } from './fee.ts';
import { applicantsOf, copiesOf, dayOfText, timeOf } from './values.ts';
import { resultsOf, stepsOf } from './prose.ts';

const json = (value: unknown) => Buffer.from(JSON.stringify(value));
const refusalOf = (bytes: Uint8Array): unknown => {
	try {
		return readProcedures(bytes);
	} catch (thrown) {
		return thrown;
	}
};
const csv = (text: string) => Buffer.from(text);

async function workbook(rows: unknown[][]): Promise<Buffer> {
	const book = new ExcelJS.Workbook();
	const sheet = book.addWorksheet('Danh mục');
	for (const row of rows) sheet.addRow(row);
	return Buffer.from(await book.xlsx.writeBuffer());
}

describe('values as sources print them', () => {
	it.each([
		['5 Ngày làm việc', 5, 'working_day'],
		['02 Giờ', 2, 'hour'],
		['2,5 ngày làm việc', 2.5, 'working_day'],
		['Không quá 15 ngày', 15, 'day'],
		['03 (ba) ngày làm việc', 3, 'working_day'],
		['1', 1, null],
		['Không quy định', null, null],
		['Khác', null, null],
		['0', null, null]
	])('time %s', (printed, value, unit) => {
		expect(timeOf(printed)).toMatchObject({ value, unit });
	});

	it.each([
		['Miễn phí', '', { kind: 'free', amount: 0 }],
		['Phí : 0 Đồng', '', { kind: 'free', amount: 0 }],
		['50,000 Việt Nam Đồng', '', { kind: 'amount', amount: 50_000 }],
		['1.250.000 đồng', '', { kind: 'amount', amount: 1_250_000 }],
		['Phí: 250.000 VND - 1.250.000 VND', '', { kind: 'range', amount: 250_000, amountTo: 1_250_000 }],
		['10 USD', '', { kind: 'amount', amount: 10, currency: 'USD' }],
		['', '', { kind: 'unknown' }],
		['Không quy định', '', { kind: 'unknown' }],
		['Miễn phí', '(Mức thu do Hội đồng nhân dân tỉnh quyết định)', { kind: 'other' }],
		['8.000 đồng', '(miễn cho hộ nghèo)', { kind: 'amount', amount: 8000, note: 'miễn cho hộ nghèo' }]
	])('fee %s %s', (printed, note, expected) => {
		expect(feeOf(printed, note)).toMatchObject(expected);
	});

	it.each([
		['1 bản chính,1 bản sao', 1, 1, false],
		['Bản chính: 1 Bản sao: 0', 1, 0, false],
		['02', 2, null, false],
		['20240 bản chính,1 bản sao', null, 1, true],
		['', null, null, false]
	])('copies %s', (printed, originals, copies, doubtful) => {
		expect(copiesOf(printed)).toEqual({ originals, copies, doubtful });
	});

	it('mends what a comma tore apart, and keeps days real', () => {
		expect(applicantsOf(['Tổ chức (trừ doanh nghiệp', 'HTX)', 'Cán bộ', 'công chức', 'viên chức'])).toEqual([
			'Tổ chức (trừ doanh nghiệp, HTX)',
			'Cán bộ, công chức, viên chức'
		]);
		expect(dayOfText('01/07/2026')).toBe('2026-07-01');
		expect(dayOfText('31/02/2026')).toBeUndefined();
	});

	it('parts steps and results that were run together', () => {
		expect(stepsOf('Bước 1: Nộp đơn. - Bước 2: Nhận giấy.')).toEqual([
			{ name: 'Bước 1', text: 'Nộp đơn.' },
			{ name: 'Bước 2', text: 'Nhận giấy.' }
		]);
		expect(
			resultsOf('Giấy phépMã: KQ.G15.000055Văn bản từ chốiMã: KQ.G15.000056Từ khóaKhông có thông tin')
		).toEqual(['Giấy phép', 'Văn bản từ chối']);
	});
});

describe('reading a file', () => {
	it('reads the collected shape, gaps and all', async () => {
		const { rows, bad } = readProcedures(
			json({
				records: [
					{
						code: '1.000894',
						name: 'Thử  nghiệm ',
						field: 'Không có thông tin',
						applicants: [],
						methods: [{ channel: 'Dịch vụ bưu chính', time: '3', fee: '', fee_note: '' }],
						documents: [{ name: 'Đơn', copies: '' }]
					}
				]
			})
		);
		expect(bad).toEqual([]);
		expect(rows[0]!.text).toMatchObject({
			code: '1.000894',
			name: 'Thử nghiệm',
			field: '',
			content: { ways: [{ way: 'postal', time: { value: 3, unit: null } }] }
		});
		expect(rows[0]!.warnings).toHaveLength(1);
	});

	it('reads the national portal’s own answer', async () => {
		const { rows } = readProcedures(
			json({
				code: 'OK',
				data: {
					code: '2.000815',
					name: 'Chứng thực thử',
					isWard: true,
					isFullProcess: false,
					category: { name: 'Chứng thực' },
					executionMethods: [
						{
							submissionMethod: 'DIRECT',
							processingTime: 1,
							processingTimeUnit: 'WORKING_DAY',
							fees: [{ type: 'Phí', value: 2000, currencyName: 'VND', description: 'mỗi trang' }]
						}
					],
					executionCases: [
						{
							name: 'Thường',
							profileComponents: [{ name: 'Bản chính', originalQty: 1, copyQty: 0, required: true }]
						}
					]
				}
			})
		);
		expect(rows[0]!.text).toMatchObject({
			onlineLevel: 'partial',
			level: 'Cấp xã',
			content: {
				ways: [
					{
						way: 'direct',
						time: { value: 1, unit: 'working_day' },
						fees: [{ amount: 2000, note: 'mỗi trang' }]
					}
				],
				cases: [{ name: 'Thường', papers: [{ name: 'Bản chính', originals: 1, copies: 0, required: true }] }]
			}
		});
	});

	it('names bad records by number and field, and keeps the others', async () => {
		const { rows, bad } = readProcedures(
			json([
				{ code: '1.000001', name: 'Được' },
				{ code: 'không mã', name: 'Sai mã' },
				{ code: '1.000002', name: '' },
				{ code: '1.000003', name: 'Sai kiểu', methods: 'trực tiếp' },
				'chữ',
				{ code: '1.000004', name: 'Hai lần' },
				{ code: '1.000004', name: 'Hai lần' }
			])
		);
		expect(rows.map(({ text }) => text.code)).toEqual(['1.000001']);
		expect(bad.map(({ row, column }) => [row, column])).toEqual([
			[2, 'Mã thủ tục'],
			[3, 'Tên thủ tục'],
			[4, 'methods'],
			[5, ''],
			[6, 'Mã thủ tục'],
			[7, 'Mã thủ tục']
		]);
	});

	it('finds the headings of a workbook under its titles, in any order and spelling', async () => {
		const { rows, bad } = readProcedures(
			await workbook([
				['DANH MỤC THỦ TỤC HÀNH CHÍNH'],
				[
					'STT',
					'TÊN TTHC',
					'Mã TTHC',
					'Thời hạn giải quyết',
					'Phí, lệ phí',
					'Thành phần hồ sơ',
					'Ngày hiệu lực'
				],
				['1', '2', '3', '4', '5', '6', '7'],
				['Lĩnh vực Hộ tịch'],
				[
					1,
					'Thử một',
					'1.000001',
					'3 ngày làm việc',
					'8.000 đồng (miễn cho hộ nghèo)',
					'Đơn | 1 bản chính\nẢnh | 2 bản sao',
					'01/07/2026'
				],
				[2, 'Thử hai', 1.00089, '', 'Miễn phí', '', new Date('2026-07-01T00:00:00Z')],
				[],
				[3, 'Thử ba', '1.000003', '', '', '', '31/02/2026']
			])
		);
		expect(rows).toHaveLength(1);
		expect(rows[0]).toMatchObject({
			at: 'dòng 5',
			effectiveFrom: '2026-07-01',
			text: {
				content: {
					ways: [{ way: 'direct', fees: [{ kind: 'amount', amount: 8000, note: 'miễn cho hộ nghèo' }] }],
					cases: [
						{
							papers: [
								{ name: 'Đơn', originals: 1 },
								{ name: 'Ảnh', copies: 2 }
							]
						}
					]
				}
			}
		});
		expect(bad.map(({ row, column }) => [row, column])).toEqual([
			[6, 'Mã TTHC'],
			[8, 'Ngày hiệu lực']
		]);
	});

	it('reads text tables with semicolons, quoted line breaks and a mark at the beginning', async () => {
		const { rows, bad } = readProcedures(
			csv(
				'\ufeffMã thủ tục;Tên thủ tục;Kết quả\r\n1.000001;"Thử; nghiệm";"Giấy A\nGiấy B"\r\n;;\r\nx;Sai mã;\r\n'
			)
		);
		expect(rows[0]!.text).toMatchObject({ name: 'Thử; nghiệm', content: { results: ['Giấy A', 'Giấy B'] } });
		expect(bad).toMatchObject([{ row: 5, column: 'Mã thủ tục' }]);
	});

	it('reads its own templates as empty lists', async () => {
		expect(readProcedures(await templateXlsx())).toEqual({ rows: [], bad: [] });
		expect(readProcedures(csv(templateCsv()))).toEqual({ rows: [], bad: [] });
	});

	it.each([
		['empty', Buffer.alloc(0)],
		['binary', Buffer.from([0, 1, 2, 3])],
		['a PDF', Buffer.from('%PDF-1.7 nothing')],
		['a page saved from a browser', csv('<!DOCTYPE html><table></table>')],
		['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0])],
		['a damaged workbook', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(400, 7)])],
		['half a JSON', csv('{"records": [')],
		['another JSON', csv('{"a": 1}')],
		['a table without the headings', csv('a,b\n1,2\n')]
	])('refuses %s in one sentence', (_name, bytes) => {
		expect(refusalOf(bytes)).toMatchObject({
			name: 'Refusal',
			field: 'file',
			code: expect.stringMatching(/^import\./) as string
		});
	});

	it('never fails on what cells may hold', async () => {
		const heads = columns.map(({ head }) => head);
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: heads.length }), {
					maxLength: 4
				}),
				async (cells) => {
					const quoted = [heads, ...cells].map((row) =>
						row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')
					);
					const { rows, bad } = readProcedures(csv(quoted.join('\n')));
					expect(rows.length + bad.length).toBeLessThanOrEqual(cells.length);
				}
			)
		);
		await fc.assert(
			fc.asyncProperty(fc.jsonValue(), async (value) => {
				readProcedures(
					json({
						records: [value, { code: '1.000001', name: 'Thử nghiệm', methods: [value], documents: value }]
					})
				);
			})
		);
	});
});
