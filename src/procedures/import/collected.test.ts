import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feeOf, feeRead, notesApart } from './fee.ts';
import { agencyOf, decisionOf, formApart, resultsRead, stepsOf } from './prose.ts';
import { readProcedures } from './read.ts';
import { cleaned, dayOfText, levelOf, onlineOf, waysOf } from './values.ts';

const read = (records: unknown[]) => readProcedures(Buffer.from(JSON.stringify({ records })));
const base = { code: '1.000001', name: 'Thủ tục thử' };

describe('fees and what stands beside them', () => {
	it.each([
		['Từ 5.000 đến 20.000 đồng', { kind: 'range', amount: 5000, amountTo: 20_000 }],
		['50 nghìn đồng', { kind: 'amount', amount: 50_000 }],
		['Thu 15.000đ/lần', { kind: 'amount', amount: 15_000 }],
		['12,5 USD', { kind: 'amount', amount: 12.5, currency: 'USD' }],
		['0', { kind: 'free', amount: 0 }],
		['Không phải nộp phí', { kind: 'free' }],
		['8.000 đồng một bản, từ bản thứ hai 3.000 đồng', { kind: 'other', amount: null }],
		['Theo bảng giá của tỉnh', { kind: 'other', text: 'Theo bảng giá của tỉnh' }]
	])('%s', (printed, expected) => {
		expect(feeOf(printed, '')).toMatchObject(expected);
	});

	it('does not promise "Miễn phí" where the note says who sets the amount, and keeps exemptions beside it', () => {
		const { fee, contradicted } = feeRead(
			'Miễn phí',
			'Mức thu do Hội đồng nhân dân tỉnh quyết định. Miễn cho hộ nghèo; người khuyết tật.'
		);
		expect(contradicted).toBe(true);
		expect(fee).toMatchObject({
			kind: 'other',
			amount: null,
			text: 'Mức thu do Hội đồng nhân dân tỉnh quyết định.',
			note: 'Miễn cho hộ nghèo; người khuyết tật.'
		});
		expect(feeRead('Miễn phí', 'Miễn lệ phí cho hộ nghèo.').fee.kind).toBe('other');
	});

	it.each([
		'Miễn lệ phí. Bản sao thêm có thu phí theo mức quy định.',
		'Không thu đối với mọi trường hợp.',
		''
	])('stays free beside: %s', (note) => {
		expect(feeRead('Miễn phí', note)).toMatchObject({
			contradicted: false,
			fee: { kind: 'free', amount: 0 }
		});
	});

	it('parts the note of the fee from the words about handing in', () => {
		expect(notesApart('(8.000 đồng/bản (đã gồm thuế).)- Nộp tại quầy số 3.')).toEqual({
			note: '8.000 đồng/bản (đã gồm thuế).',
			description: '- Nộp tại quầy số 3.'
		});
		expect(notesApart('(/trang) Từ trang thứ ba 500 đồng.')).toEqual({
			note: '(/trang) Từ trang thứ ba 500 đồng.',
			description: ''
		});
		expect(notesApart('(trừ ngày nghỉ). Sáng thứ Bảy vẫn nhận.')).toEqual({
			note: '',
			description: '(trừ ngày nghỉ). Sáng thứ Bảy vẫn nhận.'
		});
		expect(notesApart('((Mức phí do tỉnh quyết định))').note).not.toContain('((');
		expect(notesApart('(Mức phí do tỉnh quyết định và bị cắt nga')).toMatchObject({ description: '' });
	});
});

describe('longer texts', () => {
	it('parts results and reads the words people look for', () => {
		expect(
			resultsRead(
				'Giấy AMã: KQ.X99.000001Giấy BMã: 000.00.00.X99-KQ12Từ khóagiấy a, giấy bMô tảKhông có thông tinChọn cơ quan'
			)
		).toEqual({ results: ['Giấy A', 'Giấy B'], keywords: ['giấy a', 'giấy b'], nameless: false });
		expect(resultsRead('...Mã: KQ.X99.000001Từ khóaKhông có thông tin').nameless).toBe(true);
	});

	it('keeps alternatives together and numbers only what is a step', () => {
		expect(stepsOf('Ghi chung. Bước 1. Nộp; - Bước 2. Nhận.')).toEqual([
			{ name: 'Bước 1', text: 'Ghi chung.\nNộp;' },
			{ name: 'Bước 2', text: 'Nhận.' }
		]);
		expect(stepsOf('- Nộp hồ sơ. - Nhận kết quả.').map(({ text }) => text)).toEqual([
			'Nộp hồ sơ.',
			'Nhận kết quả.'
		]);
		expect(stepsOf('Nếu nộp trực tiếp thì đến quầy. - Nếu nộp trực tuyến thì vào cổng.')).toHaveLength(1);
	});

	it('takes the name of a file off the paper it was run together with', () => {
		expect(formApart('Tờ khai theo Thông tư số 99/2099/TT-BXX (bản chính)Mau to khai 01.docx')).toEqual({
			name: 'Tờ khai theo Thông tư số 99/2099/TT-BXX (bản chính)',
			form: 'Mau to khai 01.docx'
		});
		expect(formApart('Đơn viết theo quy địnhđơn mẫu.pdf')).toEqual({
			name: 'Đơn viết theo quy định',
			form: 'đơn mẫu.pdf'
		});
		expect(formApart('Ảnh chụp hồ sơ.pdf')).toEqual({ name: 'Ảnh chụp hồ sơ.pdf', form: null });
	});

	it('knows a paragraph from a name, and a decision from its day', () => {
		expect(agencyOf('Ủy ban nhân dân xã, Công an cấp Xã.')).toEqual({
			agency: 'Ủy ban nhân dân xã, Công an cấp xã',
			leaked: ''
		});
		expect(agencyOf(`tiến hành ${'kiểm tra giấy tờ và '.repeat(12)}`).agency).toBe('');
		expect(decisionOf('Quyết định số 12/QĐ-BXX ngày 05/01/2026')).toEqual({
			decision: '12/QĐ-BXX',
			decidedOn: '2026-01-05'
		});
		expect(decisionOf('QĐ/0007-BXX')).toEqual({ decision: 'QĐ/0007-BXX', decidedOn: null });
	});
});

describe('words for choices', () => {
	it('reads ways, levels and days in many spellings', () => {
		expect(waysOf('Trực tiếp hoặc qua dịch vụ bưu chính công ích')).toEqual(['direct', 'postal']);
		expect(waysOf('DIRECT_AND_ONLINE')).toEqual(['direct', 'online']);
		expect(waysOf('chim bồ câu')).toEqual([]);
		expect(onlineOf('Một phần (chưa toàn trình)')).toBe('partial');
		expect(onlineOf('Mức độ 4')).toBe('full');
		expect(levelOf('Cấp Tỉnh; Cấp Xã')).toBe('Cấp tỉnh, Cấp xã');
		expect(dayOfText('ngày 1 tháng 7 năm 2026')).toBe('2026-07-01');
		expect(dayOfText('46204')).toBe('2026-07-01');
		expect(dayOfText('12345678')).toBeUndefined();
	});

	it('cleans what pages leave behind and nothing else', () => {
		expect(cleaned('<p>Trẻ em&nbsp;&lt; 6 tuổi</p><br/>k\u200eý  tên')).toBe('Trẻ em < 6 tuổi\n\nký tên');
		expect(cleaned('từ 5 < x và y > 2')).toBe('từ 5 < x và y > 2');
		expect(cleaned('Không có thông tin')).toBe('');
	});
});

describe('a collected list', () => {
	it('tells what the source cut off, by its own length', () => {
		const cut = (text: string) => text.padEnd(200, ' và cứ thế').slice(0, 200);
		const { rows } = read(
			['Nộp hồ sơ', 'Xem hồ sơ', 'Trả hồ sơ', 'Đủ câu.'].map((steps, at) => ({
				...base,
				code: `1.00000${at}`,
				steps: at < 3 ? cut(steps) : steps
			}))
		);
		expect(rows.map(({ text }) => text.content.steps[0]!.text.endsWith('…'))).toEqual([
			true,
			true,
			true,
			false
		]);
		expect(rows.map(({ warnings }) => warnings.length)).toEqual([1, 1, 1, 0]);
	});

	it('keeps every way of the same channel, in one order', () => {
		const method = (channel: string, time: string) => ({ channel, time, fee: '', fee_note: '' });
		const { rows } = read([
			{
				...base,
				methods: [
					method('Trực tuyến', '2 ngày'),
					method('Trực tiếp', '7 ngày'),
					method('Trực tiếp', '2 ngày')
				]
			}
		]);
		expect(rows[0]!.text.content.ways.map(({ way, time }) => [way, time.value])).toEqual([
			['direct', 7],
			['direct', 2],
			['online', 2]
		]);
	});

	it('brings the rest of the steps back from the field of the agency', () => {
		const { rows } = read([
			{
				...base,
				steps: '+ Nộp hồ sơ tại quầy. +',
				agency: `tiến hành ${'kiểm tra giấy tờ và '.repeat(12)}trả.`
			}
		]);
		expect(rows[0]!.text.agency).toBe('');
		expect(rows[0]!.text.content.steps.at(-1)!.text).toContain('Cơ quan thực hiện tiến hành');
	});

	it('names fields of a wrong kind', () => {
		const { rows, bad } = read([
			{ ...base, code: 1000894 },
			{ ...base, agency: ['Ủy ban'] },
			{ ...base, documents: {} },
			{ ...base, documents: ['Đơn'] },
			{ ...base, methods: [{ channel: 'chim bồ câu' }] },
			{ ...base, methods: [{ channel: 'Trực tiếp', time: 5 }] },
			{ ...base, applicants: [1] },
			{ ...base, effectiveFrom: '30/02/2026' },
			null
		]);
		expect(rows).toEqual([]);
		expect(bad.map(({ row, column }) => [row, column])).toEqual([
			[1, 'code'],
			[2, 'agency'],
			[3, 'documents'],
			[4, 'documents'],
			[5, 'methods'],
			[6, 'time'],
			[7, 'applicants'],
			[8, 'effectiveFrom'],
			[9, '']
		]);
		expect(bad.every(({ message }) => /Hãy/.test(message))).toBe(true);
	});

	it('does not lose itself in what is nested without end', () => {
		const deep = `${'{"data":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
		expect(readProcedures(Buffer.from(deep)).bad).toHaveLength(1);
		const inside = `[{"code":"1.000001","name":"Thử thôi","methods":${'['.repeat(20_000)}${']'.repeat(20_000)}}]`;
		expect(readProcedures(Buffer.from(inside)).bad).toHaveLength(1);
	});
});

it('never fails on what fields may say', () => {
	const piece = fc.constantFrom(
		...'- + * • Bước 1: Mã: KQ. ( ) (/ .; \n Từ khóa Mô tả <p> & .docx 1.000 đồng Miễn phí 5 ngày từ đến [ ] ^ $ \\'.split(
			' '
		),
		'Hộ',
		'Đơn'
	);
	const printed = fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(' '));
	fc.assert(
		fc.property(fc.array(printed, { minLength: 8, maxLength: 8 }), ([a, b, c, d, e, f, g, h]) => {
			const { rows, bad } = read([
				{
					...base,
					field: a,
					agency: b,
					decision: c,
					steps: d,
					result: e,
					applicants: [f, g],
					methods: [{ channel: 'Trực tiếp', time: g, fee: h, fee_note: a }],
					documents: [{ name: b, copies: c }],
					note: h
				}
			]);
			expect(rows.length + bad.length).toBe(1);
		})
	);
});

describe('the portal’s answer', () => {
	it('reads numbers or words, milliseconds or days, one answer or several', () => {
		const data = {
			code: '2.000002',
			name: 'Thủ tục trên cổng',
			id: '019d2bfa-0000-7000-8000-000000000001',
			isProvince: true,
			isWard: true,
			categoriesDetails: [{ name: 'Hộ tịch' }],
			procedureProposal: { proposalNumber: '9/QĐ-BXX', decisionDate: 1_767_546_000_000 },
			executionMethods: [
				{
					submissionMethod: 'POSTAL',
					processingTime: '5',
					processingTimeUnit: 'OTHER',
					fees: [{ value: '10.000', currencyName: 'Đồng', description: '(Miễn cho hộ nghèo.)' }]
				},
				{ submissionMethod: 'DIRECT', processingTime: 2, processingTimeUnit: 'DAY', fees: [] }
			],
			executionCases: [
				{
					name: 'Một',
					profileComponents: [
						{ name: 'Đơn', originalQty: 1, copyQty: 20_240, attachments: [{ fileName: 'Don.docx' }] }
					]
				}
			]
		};
		const { rows, bad } = readProcedures(Buffer.from(JSON.stringify([{ code: 'OK', data }])));
		expect(bad).toEqual([]);
		expect(rows[0]!.text).toMatchObject({
			field: 'Hộ tịch',
			level: 'Cấp tỉnh, Cấp xã',
			decidedOn: '2026-01-05',
			content: {
				portalUrl: 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfa-0000-7000-8000-000000000001',
				ways: [
					{ way: 'direct', time: { value: 2, unit: 'day' } },
					{
						way: 'postal',
						time: { value: 5, unit: null },
						fees: [{ amount: 10_000, note: 'Miễn cho hộ nghèo.' }]
					}
				],
				cases: [{ papers: [{ originals: 1, copies: null, forms: [{ name: 'Don.docx' }] }] }]
			}
		});
		expect(rows[0]!.warnings).toHaveLength(1);
	});
});
