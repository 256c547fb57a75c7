/** The workbook officers fill in: the same columns that are read, so that what was written out reads back the same. */
import ExcelJS from 'exceljs';
import type { Day } from '#platform/clock.ts';
import { procedureTextShape, type ProcedureText } from '../procedure.ts';
import { columns, written } from './columns.ts';

type Listed = { text: ProcedureText; effectiveFrom: Day | null };

/** Invented, and said to be: nobody is to copy a time or a fee from it. */
const example: Listed = {
	effectiveFrom: '2026-07-01',
	text: procedureTextShape.parse({
		code: '9.000001',
		name: 'Ví dụ: xác nhận điều gì đó cho người dân (không phải thủ tục có thật)',
		field: 'Hộ tịch',
		level: 'Cấp xã',
		agency: 'Ủy ban nhân dân cấp xã',
		applicants: ['Công dân Việt Nam', 'Người Việt Nam định cư ở nước ngoài'],
		onlineLevel: 'partial',
		decision: '123/QĐ-UBND',
		decidedOn: '2026-06-20',
		content: {
			steps: [
				{ name: 'Bước 1', text: 'Nộp hồ sơ tại Trung tâm Phục vụ hành chính công hoặc trực tuyến.' },
				{ name: 'Bước 2', text: 'Nhận kết quả theo giấy hẹn.' }
			],
			ways: [
				{
					way: 'direct',
					time: { value: 3, unit: 'working_day', text: '3 ngày làm việc' },
					localTime: { value: 1.5, unit: 'working_day', text: '1,5 ngày làm việc' },
					fees: [
						{ kind: 'amount', amount: 8000, text: '8.000 đồng', note: 'miễn cho hộ nghèo, người khuyết tật' }
					]
				},
				{
					way: 'online',
					time: { value: 3, unit: 'working_day', text: '3 ngày làm việc' },
					localTime: { value: 1.5, unit: 'working_day', text: '1,5 ngày làm việc' },
					fees: [{ kind: 'free', amount: 0, text: 'Miễn phí' }]
				}
			],
			cases: [
				{
					papers: [
						{ name: 'Tờ khai theo mẫu', originals: 1, copies: null },
						{ name: 'Giấy tờ chứng minh', originals: null, copies: 1, required: false }
					]
				}
			],
			sets: 1,
			results: ['Giấy xác nhận'],
			conditions: 'Không có.',
			legalBases: [{ code: '01/2026/QH16', name: 'Tên văn bản' }],
			place: 'Trung tâm Phục vụ hành chính công phường',
			onlineReason: 'Phải xuất trình bản chính để đối chiếu',
			portalUrl: 'https://dichvucong.gov.vn/',
			keywords: ['tên gọi hằng ngày', 'tên viết tắt'],
			note: 'Điều người dân hay hỏi.'
		}
	})
};

const head = 'FF8F1219';

function listSheet(book: ExcelJS.Workbook, name: string, rows: Listed[]): ExcelJS.Worksheet {
	const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }] });
	sheet.columns = columns.map((column) => ({
		header: column.head,
		width: column.width,
		style: { numFmt: '@' }
	}));
	const heading = sheet.getRow(1);
	heading.font = { bold: true, color: { argb: 'FFFFFFFF' } };
	heading.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: head } };
	heading.alignment = { wrapText: true, vertical: 'middle' };
	heading.height = 32;
	columns.forEach(({ hint }, at) => (heading.getCell(at + 1).note = hint));
	for (const { text, effectiveFrom } of rows) {
		const row = sheet.addRow(columns.map((column) => written(column, text, effectiveFrom)));
		row.alignment = { wrapText: true, vertical: 'top' };
	}
	return sheet;
}

/** Choices a cell offers; what is typed otherwise is still read. */
const choices: Record<string, string> = {
	online: 'Toàn trình,Một phần,Không',
	channels: 'Trực tiếp; Trực tuyến; Bưu chính,Trực tiếp; Trực tuyến,Trực tiếp'
};
const FILLED_ROWS = 400;

function offerChoices(sheet: ExcelJS.Worksheet): void {
	for (const [key, offered] of Object.entries(choices)) {
		const { letter } = sheet.getColumn(columns.findIndex((column) => column.key === key) + 1);
		for (let row = 2; row <= FILLED_ROWS; row++) {
			sheet.getCell(`${letter}${row}`).dataValidation = {
				type: 'list',
				allowBlank: true,
				showErrorMessage: false,
				formulae: [`"${offered}"`]
			};
		}
	}
}

function helpSheet(book: ExcelJS.Workbook): void {
	const help = book.addWorksheet('Hướng dẫn');
	help.columns = [{ width: 34 }, { width: 95 }];
	const add = (cells: string[]): ExcelJS.Row => {
		const row = help.addRow(cells);
		row.alignment = { wrapText: true, vertical: 'top' };
		return row;
	};
	add(['Cột trong trang “Thủ tục”', 'Cách ghi']).font = { bold: true };
	for (const column of columns) add([column.head, column.hint]);
	add([]);
	add(['Cột không dùng', 'Có thể xóa, trừ Mã thủ tục và Tên thủ tục. Thứ tự cột tùy ý.']);
	add(['Ô bỏ trống', 'Không xóa nội dung đã có trong danh mục.']);
	add(['Nhiều dòng trong một ô', 'Bấm Alt + Enter để xuống dòng.']);
	add([
		'Nhập lần đầu',
		'Hệ thống cho xem trước và chỉ ra từng ô chưa đúng; chưa ghi gì cho đến khi bấm Nhập.'
	]);
}

async function bytesOf(book: ExcelJS.Workbook): Promise<Buffer> {
	return Buffer.from(await book.xlsx.writeBuffer());
}

/** Empty, with an example beside and notes on every column. */
export function templateXlsx(): Promise<Buffer> {
	const book = new ExcelJS.Workbook();
	offerChoices(listSheet(book, 'Thủ tục', []));
	listSheet(book, 'Ví dụ', [example]);
	helpSheet(book);
	return bytesOf(book);
}

/** The catalogue as a workbook that can be changed in Excel and read back. */
export function exportXlsx(rows: Listed[]): Promise<Buffer> {
	const book = new ExcelJS.Workbook();
	offerChoices(listSheet(book, 'Thủ tục', rows));
	helpSheet(book);
	return bytesOf(book);
}

/** Only the headings, in the form Excel opens with Vietnamese letters. */
export const templateCsv = (): string => `\ufeff${columns.map((column) => `"${column.head}"`).join(',')}\r\n`;
