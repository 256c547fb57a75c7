import { describe, expect, it } from 'vitest';
import type { PlanDocument } from '../plan-document.ts';
import { fixtureBytes } from './fixtures/fixture.ts';
import { readPlanDocument } from './read.ts';

const read = (name: string): Promise<PlanDocument> => readPlanDocument(fixtureBytes(name), name);
const outlineOf = (document: PlanDocument): string[] =>
	document.outline.map((item) => `${item.depth} ${item.marker} ${item.title}`.trim());
const unitsOf = (document: PlanDocument): [string, string, string[]][] =>
	document.units.map((unit) => [unit.name, unit.role, unit.duties]);

describe('a Word plan whose markers are automatic numbers', async () => {
	const document = await read('hoa-sen.docx');

	it('gives the head, both agencies apart from the two columns', () => {
		expect(document).toMatchObject({
			superior: null,
			issuer: 'ỦY BAN NHÂN DÂN PHƯỜNG HOA SEN',
			number: '07/KH-UBND',
			symbol: 'KH-UBND',
			place: 'Phường Hoa Sen',
			date: { day: 9, month: 2, year: 2026 },
			title:
				'Truyền thông về cải cách hành chính và dịch vụ công trực tuyến trên địa bàn phường Hoa Sen năm 2026',
			year: 2026
		});
	});

	it('parts two documents of one sentence and leaves out a proposal', () => {
		expect(document.legalBasis).toEqual([
			'Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ về Chương trình tổng thể cải cách hành chính nhà nước',
			'Kế hoạch số 15/KH-UBND ngày 12/01/2026 của Ủy ban nhân dân thành phố',
			'Quyết định số 88/QĐ-UBND ngày 20/01/2026 của Chủ tịch Ủy ban nhân dân thành phố về phân công nhiệm vụ'
		]);
	});

	it('counts the markers that stand nowhere in the text', () => {
		expect(outlineOf(document)).toEqual([
			'1 I. MỤC ĐÍCH, YÊU CẦU',
			'2 1. Mục đích',
			'2 2. Yêu cầu',
			'3 a)',
			'3 b)',
			'1 II. ĐỐI TƯỢNG, NỘI DUNG VÀ HÌNH THỨC',
			'2 1. Đối tượng truyền thông',
			'4 -',
			'4 -',
			'2 2. Nội dung truyền thông',
			'3 a)',
			'3 b)',
			'3 c)',
			'2 3. Hình thức truyền thông',
			'4 -',
			'4 -',
			'1 III. TỔ CHỨC THỰC HIỆN',
			'2 1. Văn phòng HĐND và UBND phường',
			'4 -',
			'4 -',
			'2 2. Phòng Văn hóa - Xã hội',
			'2 3. Phòng Kinh tế, Hạ tầng và Đô thị; Công an phường',
			'2 4. Kinh phí thực hiện'
		]);
		expect(document.outline[1]!.text).toBe(
			'Giúp người dân nắm rõ thủ tục, giảm số lần đi lại khi làm hồ sơ.'
		);
	});

	it('tells content, audience and channels', () => {
		expect(document.contentAreas).toEqual([
			{ marker: 'a)', text: 'Cách nộp hồ sơ trực tuyến và theo dõi kết quả.' },
			{ marker: 'b)', text: 'Lịch làm việc của Trung tâm Phục vụ hành chính công.' },
			{ marker: 'c)', text: 'Số điện thoại tiếp nhận phản ánh, kiến nghị.' }
		]);
		expect(document.audiences).toEqual([
			'Cán bộ, công chức của phường',
			'Người dân và doanh nghiệp trên địa bàn'
		]);
		expect(document.channels).toEqual(['portal', 'radio', 'zalo', 'leaflet']);
	});

	it('names the units by heading, bold words and several before one colon; money is no unit', () => {
		expect(unitsOf(document)).toEqual([
			[
				'Văn phòng HĐND và UBND phường',
				'lead',
				['Chủ trì theo dõi việc thực hiện Kế hoạch.', 'Tổng hợp kết quả, báo cáo trước ngày 10/12/2026.']
			],
			['Phòng Văn hóa - Xã hội', 'coordinate', ['Phối hợp với các đơn vị biên tập tin, bài hằng tháng.']],
			['Phòng Kinh tế, Hạ tầng và Đô thị', 'other', ['Cung cấp thông tin thuộc lĩnh vực phụ trách.']],
			['Công an phường', 'other', ['Cung cấp thông tin thuộc lĩnh vực phụ trách.']]
		]);
	});

	it('reads the annex through merged cells, sections, numbers of columns, a repeated head and a cut row', () => {
		expect(document.annexTasks).toEqual([
			{
				no: '01',
				task: 'Xây dựng Kế hoạch truyền thông',
				product: 'Kế hoạch',
				lead: 'Phòng Văn hóa - Xã hội',
				coordinate: 'Văn phòng HĐND và UBND',
				deadline: 'Tháng 02/2026'
			},
			{
				no: '02',
				task: 'Đăng tin, bài về dịch vụ công trực tuyến',
				product: '04 tin, bài/tháng',
				lead: 'Phòng Văn hóa - Xã hội',
				coordinate: null,
				deadline: 'Hằng tháng'
			},
			{
				no: '03',
				task: 'Phát thanh chuyên mục hỏi đáp',
				product: '12 chuyên mục',
				lead: 'Phòng Văn hóa - Xã hội',
				coordinate: 'Các tổ dân phố',
				deadline: 'Quý III, IV/2026'
			},
			{
				no: '04',
				task: 'Phát tờ rơi hướng dẫn nộp hồ sơ tại nhà văn hóa các tổ dân phố',
				product: 'Tờ rơi',
				lead: 'Trung tâm Phục vụ hành chính công',
				coordinate: null,
				deadline: 'Thường xuyên'
			},
			{
				no: '05',
				task: 'Họp rút kinh nghiệm',
				product: 'Biên bản',
				lead: 'Văn phòng HĐND và UBND',
				coordinate: 'các đơn vị liên quan',
				deadline: 'Trước ngày 05 của tháng liền kề'
			}
		]);
	});

	it('tells recipients from the signature', () => {
		expect(document.recipients).toEqual([
			'Ủy ban nhân dân thành phố (để báo cáo)',
			'Thường trực Đảng ủy phường',
			'Lưu: VT, VHXH'
		]);
		expect(document).toMatchObject({
			signer: 'Lê Thị Hòa Bình',
			signerTitle: 'PHÓ CHỦ TỊCH',
			signerAuthority: 'TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH'
		});
		expect(document.warnings).toEqual([]);
	});

	it('says on which line of the text each thing stands', () => {
		const { lines, outline, contentAreas, units, annexTasks } = document.source!;
		expect(lines[outline[1]! - 1]).toBe('1. Mục đích');
		expect(lines[contentAreas[2]! - 1]).toContain('Số điện thoại tiếp nhận');
		expect(lines[units[0]!.duties[1]! - 1]).toContain('trước ngày 10/12/2026');
		expect(lines[annexTasks[2]! - 1]).toContain('Phát thanh chuyên mục hỏi đáp');
	});
});

describe('the same plan printed as PDF', async () => {
	const [pdf, word] = await Promise.all([read('hoa-sen.pdf'), read('hoa-sen.docx')]);

	it('reads the same from a Buffer, as the command line hands it over, and leaves the bytes whole', async () => {
		const buffer = Buffer.from(fixtureBytes('hoa-sen.pdf'));
		expect(await readPlanDocument(buffer, 'hoa-sen.pdf')).toEqual(pdf);
		expect(buffer.subarray(0, 5).toString()).toBe('%PDF-');
	});

	it('reads like the Word file', () => {
		for (const part of [
			'issuer',
			'number',
			'place',
			'date',
			'title',
			'year',
			'legalBasis',
			'contentAreas',
			'audiences',
			'channels',
			'units',
			'recipients',
			'signer',
			'signerTitle',
			'signerAuthority'
		] as const)
			expect(pdf[part]).toEqual(word[part]);
		expect(pdf.outline.map((item) => item.marker)).toEqual(word.outline.map((item) => item.marker));
	});

	it('rebuilds the annex from the places on the page and says so', () => {
		expect(pdf.annexTasks.map(({ no, task, deadline }) => ({ no, task, deadline }))).toEqual(
			word.annexTasks.map(({ no, task, deadline }) => ({ no, task, deadline }))
		);
		expect(pdf.annexTasks[0]).toEqual(word.annexTasks[0]);
		expect(pdf.warnings.join(' ')).toContain('dựng lại từ chữ');
	});
});

describe('a decision that carries the plan', async () => {
	const document = await read('doi-thong-quyet-dinh.docx');

	it('takes number, date, grounds and end from the decision, title and outline from the plan', () => {
		expect(document).toMatchObject({
			superior: 'UBND THÀNH PHỐ BÌNH MINH',
			issuer: 'ỦY BAN NHÂN DÂN PHƯỜNG ĐỒI THÔNG',
			number: '362/QĐ-UBND',
			symbol: 'QĐ-UBND',
			date: { day: 28, month: 12, year: 2025 },
			title: 'Tuyên truyền cải cách hành chính năm 2026',
			year: 2026,
			legalBasis: [
				'Luật Tổ chức chính quyền địa phương số 72/2025/QH15',
				'Kết luận số 19-KL/TU ngày 10/11/2025 của Ban Thường vụ Thành ủy'
			],
			recipients: ['Như Điều 2', 'Lưu: VT.'],
			signer: 'Trần Quang Khải',
			signerTitle: 'CHỦ TỊCH',
			signerAuthority: null
		});
		expect(document.outline.map((item) => item.marker)).toEqual([
			'I.',
			'-',
			'II.',
			'1.',
			'2.',
			'-',
			'-',
			'III.',
			'1.',
			'2.',
			'3.',
			'4.'
		]);
		expect(document.warnings.join(' ')).toContain('ban hành kèm theo văn bản khác');
	});

	it('finds units in sentences without a colon', () => {
		expect(document.units.map(({ name, role }) => `${name}: ${role}`)).toEqual([
			'Văn phòng: lead',
			'Phòng Văn hóa - Xã hội: other',
			'Trung tâm Phục vụ hành chính công: other',
			'Ủy ban Mặt trận Tổ quốc Việt Nam phường: coordinate'
		]);
	});

	it('keeps the bullets of a content item with it, and no goal among them', () => {
		expect(document.contentAreas.map((area) => area.marker)).toEqual(['1.', '2.']);
		expect(document.contentAreas[1]!.text).toContain('Tổ công nghệ số đến từng nhà');
	});
});

describe('text whose two columns of the head are one space apart', async () => {
	const document = await read('suoi-ngoc.txt');

	it('tells the agencies, number and place apart', () => {
		expect(document).toMatchObject({
			superior: 'UBND THÀNH PHỐ SAO MAI',
			issuer: 'ỦY BAN NHÂN DÂN PHƯỜNG SUỐI NGỌC',
			number: '12/KH-UBND',
			place: 'Suối Ngọc',
			date: { day: 5, month: 1, year: 2026 },
			title: 'TUYÊN TRUYỀN CẢI CÁCH HÀNH CHÍNH NĂM 2026',
			legalBasis: [
				'Kế hoạch số 31/KH-UBND ngày 20/12/2025 của UBND thành phố Sao Mai về tuyên truyền cải cách hành chính năm 2026'
			]
		});
	});

	it('reads markers with strokes and bullets under a heading', () => {
		expect(
			document.outline.filter((item) => item.depth < 3).map((item) => `${item.marker} ${item.title}`)
		).toEqual([
			'I/ MỤC ĐÍCH - YÊU CẦU',
			'1/ Mục đích',
			'2/ Yêu cầu',
			'II/ NỘI DUNG, HÌNH THỨC TUYÊN TRUYỀN',
			'1/ Nội dung',
			'2/ Hình thức',
			'III/ THỜI GIAN THỰC HIỆN',
			'IV/ TỔ CHỨC THỰC HIỆN'
		]);
		expect(document.contentAreas.map((area) => area.marker)).toEqual(['a.', 'b.', 'c.', 'd.', 'e.']);
	});

	it('takes bullets as units and what hangs under them as duties', () => {
		expect(unitsOf(document)).toEqual([
			['Văn phòng HĐND-UBND phường', 'lead', ['Chủ trì tham mưu, theo dõi.']],
			[
				'Công chức Văn hóa - Xã hội',
				'other',
				['Viết tin, bài.', 'Mỗi tháng 02 tin trên trang thông tin điện tử.', 'Mỗi quý 01 chuyên mục.']
			],
			['Đài truyền thanh phường', 'coordinate', ['Phối hợp phát sóng.']],
			['UBMTTQ và các đoàn thể phường', 'coordinate', ['Tuyên truyền đến đoàn viên, hội viên.']],
			['Các tổ dân phố, trường học', 'other', ['Niêm yết tại nhà văn hóa.']]
		]);
		expect(document.signer).toBe('Phạm Thị Lan Anh');
		expect(document.recipients).toEqual([
			'UBND thành phố (b/c)',
			'TT Đảng ủy, HĐND phường',
			'Như mục IV',
			'Lưu VT.'
		]);
	});
});

describe('text with tables between bars', async () => {
	const document = await read('dong-tam.txt');

	it('leaves open what the draft leaves open', () => {
		expect(document).toMatchObject({
			issuer: 'ỦY BAN NHÂN DÂN XÃ ĐỒNG TÂM',
			number: '45/KH-UBND',
			place: 'Đồng Tâm',
			date: { day: null, month: null, year: null }
		});
		expect(document.warnings.join(' ')).toContain('Ngày ban hành còn để trống: ngày, tháng, năm');
	});

	it('reads a table of tasks in the body whose columns stand in another order', () => {
		expect(document.annexTasks).toEqual([
			{
				no: '1',
				task: 'Ban hành kế hoạch',
				product: null,
				lead: 'Văn phòng',
				coordinate: null,
				deadline: 'Quý I/2026'
			},
			{
				no: '2',
				task: 'Tổ chức cuộc thi trực tuyến',
				product: null,
				lead: 'Phòng Văn hóa – Xã hội',
				coordinate: null,
				deadline: '2026 - 2030'
			},
			{ no: '3', task: 'Báo cáo kết quả', product: null, lead: null, coordinate: null, deadline: 'Hằng năm' }
		]);
	});

	it('finds every unit and neither money nor the closing', () => {
		expect(document.units.map((unit) => unit.name)).toEqual([
			'Văn phòng HĐND và UBND xã',
			'Phòng Văn hóa - Xã hội',
			'Phòng Kinh tế',
			'Công an xã',
			'Ban Chỉ huy Quân sự xã',
			'Trưởng các thôn'
		]);
		expect(document.signer).toBe('Đỗ Văn Hùng');
	});
});

describe('text of a PDF that kept its columns', async () => {
	const document = await read('ben-da.txt');

	it('reads three grounds of one sentence', () => {
		expect(document.legalBasis).toEqual([
			'Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ',
			'Kế hoạch số 21/KH-UBND ngày 10/12/2025 của UBND tỉnh',
			'Quyết định số 1085/QĐ-TTg ngày 15/9/2022 của Thủ tướng Chính phủ'
		]);
	});

	it('takes the year of the title, not of the date', () =>
		expect([document.year, document.date.year]).toEqual([2026, 2025]));

	it('finds the signer among recipients that a page broke', () => {
		expect(document.recipients).toEqual(['Đảng ủy phường', 'HĐND phường', 'Các phòng, ban', 'Lưu: VT.']);
		expect([document.signer, document.signerTitle]).toEqual(['Vũ Minh Đức', 'CHỦ TỊCH']);
	});

	it('rebuilds rows whose number stands in their middle', () => {
		expect(document.annexTasks).toEqual([
			{
				no: '1',
				task: 'Ban hành Kế hoạch tuyên truyền năm 2026',
				product: null,
				lead: 'Phòng Văn hóa - Xã hội',
				coordinate: 'Văn phòng',
				deadline: 'Tháng 01/2026'
			},
			{
				no: '2',
				task: 'Tổ chức hội nghị quán triệt nhiệm vụ cải cách hành chính',
				product: null,
				lead: 'Văn phòng',
				coordinate: 'Các phòng chuyên môn',
				deadline: 'Quý I/2026'
			},
			{
				no: '3',
				task: 'Duy trì chuyên mục trên đài truyền thanh phường',
				product: null,
				lead: 'Đài truyền thanh',
				coordinate: 'Phòng Văn hóa - Xã hội',
				deadline: 'Thường xuyên'
			},
			{
				no: '4',
				task: 'Kiểm tra việc niêm yết thủ tục',
				product: null,
				lead: 'Văn phòng',
				coordinate: null,
				deadline: 'Quý II, IV/2026'
			}
		]);
	});
});

describe('text whose annex was flattened to one cell after the other', async () => {
	const document = await read('truc-lam.txt');

	it('lays the lines back into their columns and warns', () => {
		expect(document.annexTasks).toEqual([
			{
				no: '1',
				task: 'Xây dựng kế hoạch tuyên truyền cải cách hành chính',
				product: 'Kế hoạch',
				lead: 'Phòng Văn hóa - Xã hội',
				coordinate: 'Văn phòng',
				deadline: 'Tháng 01/2026'
			},
			{
				no: '2',
				task: 'Biên tập và phát sóng chuyên mục “Cải cách hành chính”',
				product: '24 chuyên mục',
				lead: 'Đài truyền thanh',
				coordinate: 'Phòng Văn hóa - Xã hội; Trung tâm Phục vụ hành chính công',
				deadline: 'Hằng tháng'
			},
			{
				no: '3',
				task: 'Treo khẩu hiệu tại trụ sở',
				product: 'Khẩu hiệu',
				lead: 'Văn phòng',
				coordinate: null,
				deadline: 'Quý I/2026'
			}
		]);
		expect(document.warnings.join(' ')).toContain('dựng lại từ chữ');
	});
});

describe('the same plan as an old Word file, which loses automatic numbers and merged cells', async () => {
	const [old, word] = await Promise.all([read('hoa-sen.doc'), read('hoa-sen.docx')]);

	it('still finds head, grounds, content, units and end', () => {
		for (const part of [
			'issuer',
			'number',
			'date',
			'title',
			'legalBasis',
			'audiences',
			'channels',
			'units',
			'recipients',
			'signer'
		] as const)
			expect(old[part]).toEqual(word[part]);
		expect(old.contentAreas.map((area) => area.text)).toEqual(word.contentAreas.map((area) => area.text));
		expect(old.annexTasks.map(({ no, task, deadline }) => ({ no, task, deadline }))).toEqual(
			word.annexTasks.map(({ no, task, deadline }) => ({ no, task, deadline }))
		);
		expect(old.warnings.join(' ')).toContain('không đánh số thứ tự');
	});
});
