import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { toDocx } from '#platform/office-document/to-docx.server.ts';
import { publishedDocument, publishedLines } from './published-list.ts';
import { quarterNamed } from './quarter.ts';

const lines = publishedLines(
	[
		{
			code: '1.000894',
			name: 'Đăng ký kết hôn',
			kind: 'amended',
			number: '100/QĐ-UBND',
			issuedOn: '2026-10-09',
			done: [
				{ kind: 'board', placeId: 7, at: new Date('2026-10-12T10:00:00+07:00') },
				// Half past one in Vietnam is still the day before in London.
				{ kind: 'portal', placeId: null, at: new Date('2026-10-09T01:30:00+07:00') }
			]
		}
	],
	[{ placeName: 'Nhà văn hóa An Thành', day: '2026-10-12', sheets: 28 }],
	new Map([[7, 'Nhà văn hóa An Thành']])
);

describe('the list of what was published', () => {
	it('says contents, form and time, the earliest form first', () => {
		expect(lines).toEqual([
			{
				content: 'Đăng ký kết hôn (1.000894)',
				basis: 'Sửa đổi, bổ sung; Quyết định số 100/QĐ-UBND ngày 09/10/2026',
				forms: [
					{ form: 'Đăng trên cổng thông tin điện tử', day: '2026-10-09' },
					{ form: 'Niêm yết tại Nhà văn hóa An Thành', day: '2026-10-12' }
				]
			},
			{
				content: 'Niêm yết 28 thủ tục hành chính',
				basis: '',
				forms: [{ form: 'Niêm yết tại Nhà văn hóa An Thành', day: '2026-10-12' }]
			}
		]);
	});

	it('becomes a Word document, also when nothing changed', async () => {
		const head = {
			issuer: 'Ủy ban nhân dân phường Cổ Thành',
			place: 'Cổ Thành',
			quarter: quarterNamed('2026-Q4')!,
			day: '2026-12-31'
		};
		const words = async (of: typeof lines) =>
			(await mammoth.extractRawText({ buffer: await toDocx(publishedDocument(head, of)) })).value;
		const text = await words(lines);
		for (const one of [
			'quý IV năm 2026',
			'từ ngày 01/10/2026 đến ngày 31/12/2026',
			'Đăng ký kết hôn (1.000894)',
			'12/10/2026: Niêm yết tại Nhà văn hóa An Thành'
		])
			expect(text).toContain(one);
		expect(await words([])).toContain('không có thủ tục hành chính nào thay đổi');
	});
});
