/** The workbook officers fill in: the same columns that are read, so that what was written out reads back the same. */
import ExcelJS from 'exceljs';
import type { Day } from '#platform/clock.ts';
import type { ProcedureText } from '../procedure.ts';
import { columns } from './columns.ts';

type Listed = { text: ProcedureText; effectiveFrom: Day | null };

async function book(rows: Listed[], example: boolean): Promise<Buffer> {
	const workbook = new ExcelJS.Workbook();
	const sheet = workbook.addWorksheet('Thủ tục', { views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }] });
	sheet.columns = columns.map(({ head, width }) => ({ header: head, width, style: { numFmt: '@' } }));
	sheet.getRow(1).font = { bold: true, color: { argb: 'FFFFFFFF' } };
	sheet.getRow(1).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF8F1219' } };
	sheet.getRow(1).alignment = { wrapText: true, vertical: 'middle' };
	sheet.getRow(1).height = 32;
	for (const { text, effectiveFrom } of rows) {
		const row = sheet.addRow(columns.map((column) => column.write(text, { effectiveFrom })));
		row.alignment = { wrapText: true, vertical: 'top' };
	}
	if (example) {
		const letter = sheet.getColumn(columns.findIndex(({ key }) => key === 'online') + 1).letter;
		for (let row = 2; row <= 400; row++) {
			sheet.getCell(`${letter}${row}`).dataValidation = {
				type: 'list',
				allowBlank: true,
				formulae: ['"Toàn trình,Một phần,Không"']
			};
		}
		const help = workbook.addWorksheet('Hướng dẫn');
		help.columns = [{ width: 32 }, { width: 90 }];
		help.addRow(['Cột trong trang “Thủ tục”', 'Cách ghi']).font = { bold: true };
		for (const { head, hint } of columns)
			help.addRow([head, hint]).alignment = { wrapText: true, vertical: 'top' };
		help.addRow([]);
		help.addRow(['Dòng trống', 'Được bỏ qua. Cột không dùng có thể xóa, trừ Mã thủ tục và Tên thủ tục.']);
	}
	return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Empty, with notes on every column. */
export const templateXlsx = (): Promise<Buffer> => book([], true);

/** The catalogue as a workbook that can be changed in Excel and read back. */
export const exportXlsx = (rows: Listed[]): Promise<Buffer> => book(rows, false);

/** Only the headings, in the form Excel opens with Vietnamese letters. */
export const templateCsv = (): string => `\ufeff${columns.map(({ head }) => `"${head}"`).join(',')}\r\n`;
