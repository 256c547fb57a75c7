import { describe, expect, it } from 'vitest';
import { missingParts } from './missing.ts';
import type { ProcedureContent, ProcedureText } from './procedure.ts';
import { procedureText } from './testing.ts';

const parts = (given: Partial<Omit<ProcedureText, 'content'>>, content: Partial<ProcedureContent> = {}) =>
	missingParts(procedureText({ ...given, content })).map(({ part }) => part);
const way = procedureText().content.ways[0]!;

describe('what a text lacks of its compulsory parts (NĐ 63/2010 Điều 8)', () => {
	it.each<[string, Partial<Omit<ProcedureText, 'content'>>, Partial<ProcedureContent>]>([
		['Lĩnh vực', { field: '' }, {}],
		['Trình tự thực hiện', {}, { steps: [] }],
		['Thành phần hồ sơ', {}, { cases: [] }],
		['Số lượng hồ sơ', {}, { sets: null }],
		['Thời hạn giải quyết', {}, { ways: [{ ...way, time: { value: null, unit: null, text: '' } }] }],
		['Thời hạn giải quyết', {}, { ways: [{ ...way, time: { value: 3, unit: null, text: '3' } }] }],
		['Đối tượng thực hiện', { applicants: [] }, {}],
		['Cơ quan giải quyết', { agency: '' }, {}],
		['Phí, lệ phí', {}, { ways: [{ ...way, fees: [{ ...way.fees[0]!, kind: 'unknown' }] }] }],
		['Phí, lệ phí', {}, { ways: [{ ...way, fees: [] }] }],
		['Lý do một phần', { onlineLevel: 'partial' }, {}],
		['Kết quả', {}, { results: [] }],
		['Căn cứ pháp lý', {}, { legalBases: [] }]
	])('names %s alone', (part, given, content) => {
		expect(parts(given, content)).toEqual([part]);
	});

	it('asks for nothing more when all of it is there, and for the way and its time when there is no way', () => {
		expect(parts({})).toEqual([]);
		expect(parts({}, { ways: [] })).toEqual(['Cách thức thực hiện', 'Thời hạn giải quyết']);
	});

	it('takes the time of a case, and a time in words', () => {
		const time = { value: null, unit: null, text: 'Ngay trong ngày' };
		expect(parts({}, { ways: [{ ...way, time }] })).toEqual([]);
		const papers = procedureText().content.cases[0]!.papers;
		expect(
			parts(
				{},
				{
					ways: [{ ...way, time: { value: null, unit: null, text: '' } }],
					cases: [{ code: '', name: '', time: { value: 5, unit: 'day', text: '' }, papers }]
				}
			)
		).toEqual([]);
	});
});
