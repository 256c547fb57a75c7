import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, tidied } from '../fingerprint.server.ts';
import type { ProcedureText } from '../procedure.ts';
import { procedureText } from '../testing.ts';
import { columns } from './columns.ts';
import { laidOver } from './keeping.ts';
import { readProcedures } from './read.ts';
import { exportXlsx, templateXlsx } from './template.ts';

/** The cell of this column in the second row, written over. */
async function withCell(bytes: Buffer, key: string, value: string): Promise<Buffer> {
	const book = new ExcelJS.Workbook();
	await book.xlsx.load(bytes as unknown as ExcelJS.Buffer);
	book.getWorksheet('Thủ tục')!.getCell(2, columns.findIndex((column) => column.key === key) + 1).value =
		value;
	return Buffer.from(await book.xlsx.writeBuffer());
}

const word = fc.constantFrom(
	...'giấy tờ khai, (mẫu 01) | bản; chính: - + 8.000 đồng\n"Điều" 5 NĐ/CP Ủy ban…'.split(' ')
);
const words = (least: number, most: number) =>
	fc.array(word, { minLength: least, maxLength: most }).map((parts) => parts.join(' '));
const name = words(3, 9).map((text) => `Thủ tục ${text}`);
const time = fc.record({
	value: fc.constantFrom(null, 1, 2.5, 15),
	unit: fc.constantFrom(null, 'working_day' as const, 'day' as const, 'hour' as const),
	text: words(0, 4)
});
const fee = fc.record({
	name: fc.constantFrom('', 'Lệ phí'),
	kind: fc.constantFrom(
		'free' as const,
		'amount' as const,
		'range' as const,
		'other' as const,
		'unknown' as const
	),
	amount: fc.constantFrom(null, 0, 8000),
	amountTo: fc.constantFrom(null, 20_000),
	currency: fc.constantFrom('VND' as const, 'USD' as const),
	text: words(0, 4),
	note: words(0, 6),
	validFrom: fc.constantFrom(null, '2026-08-08'),
	validTo: fc.constantFrom(null, '2032-01-01')
});
const procedures: fc.Arbitrary<ProcedureText> = fc
	.record({
		name,
		field: words(0, 3),
		agency: words(0, 4),
		applicants: fc.array(
			words(1, 3).filter((text) => text.trim() !== ''),
			{ maxLength: 3 }
		),
		onlineLevel: fc.constantFrom(null, 'full' as const, 'partial' as const, 'none' as const),
		decision: words(0, 2),
		decidedOn: fc.constantFrom(null, '2026-02-28'),
		ways: fc.array(
			fc.record({
				way: fc.constantFrom('direct' as const, 'online' as const, 'postal' as const),
				time,
				localTime: fc.option(time),
				fees: fc.array(fee, { maxLength: 2 }),
				description: words(0, 5)
			}),
			{ maxLength: 4 }
		),
		papers: fc.array(
			fc.record({
				name: words(2, 6).map((text) => `Đơn ${text}`),
				originals: fc.constantFrom(null, 0, 1),
				copies: fc.constantFrom(null, 0, 2),
				required: fc.constantFrom(null, true, false),
				forms: fc
					.boolean()
					.map((one) => (one ? [{ name: 'Mẫu', url: 'https://example.vn/m.docx', fileToken: null }] : []))
			}),
			{ maxLength: 3 }
		),
		steps: fc.array(
			fc.record({ name: fc.constantFrom('', 'Bước 1'), text: words(1, 8).map((text) => `Nộp ${text}`) }),
			{
				maxLength: 3
			}
		),
		keywords: fc.array(
			words(1, 2).map((text) => `từ ${text}`),
			{ maxLength: 2 }
		),
		note: words(0, 5)
	})
	.map(({ ways, papers, steps, keywords, note, ...text }) =>
		tidied(
			procedureText({
				...text,
				content: {
					ways,
					steps,
					keywords,
					note,
					cases: papers.length > 0 ? [{ code: '', name: '', time: null, papers }] : []
				}
			})
		)
	);

describe('out to a workbook and back', () => {
	it('changes nothing of what nobody touched, whatever the catalogue holds', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(procedures, { minLength: 1, maxLength: 4 }), async (some) => {
				const texts = some.map((text, at) => ({ ...text, code: `1.00000${at}` }));
				const { rows, bad } = readProcedures(
					await exportXlsx(texts.map((text) => ({ text, effectiveFrom: null })))
				);
				expect(bad).toEqual([]);
				expect(rows.map((row, at) => fingerprintOf(tidied(laidOver(texts[at]!, row))))).toEqual(
					texts.map((text) => fingerprintOf(text))
				);
			}),
			{ numRuns: 60 }
		);
	});

	it('says the same the second time, whatever stood in the catalogue before', async () => {
		await fc.assert(
			fc.asyncProperty(procedures, procedures, async (before, said) => {
				const [row] = readProcedures(await exportXlsx([{ text: said, effectiveFrom: null }])).rows;
				// As a workbook and as a list without cells.
				for (const { cells, ...plain } of [row!]) {
					for (const one of [plain, { ...plain, cells }]) {
						const once = tidied(laidOver(before, one as typeof plain));
						expect(fingerprintOf(tidied(laidOver(once, one as typeof plain)))).toBe(fingerprintOf(once));
					}
				}
			}),
			{ numRuns: 60 }
		);
	});

	it('changes only the part whose cell was changed, and keeps what no cell can hold', async () => {
		const fees = [
			{
				kind: 'amount' as const,
				amount: 8000,
				name: 'Lệ phí',
				text: '8.000 đồng',
				note: '',
				validTo: '2032-01-01'
			}
		];
		const text = procedureText({
			content: {
				ways: [
					{
						way: 'direct',
						time: { value: 3, unit: 'working_day', text: '' },
						fees,
						description: 'Tại quầy số 2.'
					},
					{ way: 'online', time: { value: 3, unit: 'working_day', text: '' }, fees }
				] as never
			}
		});
		const bytes = await withCell(
			await exportXlsx([{ text, effectiveFrom: null }]),
			'time:direct',
			'2 ngày làm việc'
		);
		const [row] = readProcedures(bytes).rows;
		const { ways } = laidOver(text, row!).content;
		expect(ways).toMatchObject([
			{
				time: { value: 2 },
				fees: [{ name: 'Lệ phí', validTo: '2032-01-01' }],
				description: 'Tại quầy số 2.'
			},
			{ time: { value: 3 }, fees: [{ validTo: '2032-01-01' }] }
		]);
	});

	it('reads a filled template without a warning, and its example is no data', async () => {
		const empty = await templateXlsx();
		expect(readProcedures(empty)).toEqual({ rows: [], bad: [] });
		const book = new ExcelJS.Workbook();
		await book.xlsx.load(empty as unknown as ExcelJS.Buffer);
		const shown = book.getWorksheet('Ví dụ')!.getRow(2).values as string[];
		book.getWorksheet('Thủ tục')!.getRow(2).values = shown;
		const { rows, bad } = readProcedures(Buffer.from(await book.xlsx.writeBuffer()));
		expect(bad).toEqual([]);
		expect(rows).toMatchObject([
			{
				warnings: [],
				effectiveFrom: '2026-07-01',
				text: {
					onlineLevel: 'partial',
					applicants: { length: 2 },
					content: {
						sets: 1,
						steps: [{ name: 'Bước 1' }, { name: 'Bước 2' }],
						ways: [
							{ way: 'direct', localTime: { value: 1.5 }, fees: [{ kind: 'amount', amount: 8000 }] },
							{ way: 'online', fees: [{ kind: 'free' }] }
						],
						cases: [{ papers: [{ originals: 1 }, { copies: 1, required: false }] }]
					}
				}
			}
		]);
	});
});
