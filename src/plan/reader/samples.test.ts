/** Reads the real plans when they lie beside the repository; they are not part of it. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PlanDocument } from '../plan-document.ts';
import { readPlanDocument, readPlanText } from './read.ts';

const folder = path.resolve(import.meta.dirname, '../../../../shared/samples/plans');
const read = (name: string): Promise<PlanDocument> =>
	readPlanDocument(new Uint8Array(readFileSync(path.join(folder, name))), name);
const titled = (document: PlanDocument, depth: number): string[] =>
	document.outline
		.filter((item) => item.depth === depth && item.title)
		.map((item) => `${item.marker} ${item.title}`);

describe.skipIf(!existsSync(folder))('real plans', () => {
	it('reads the ward plan of 2023 whole', async () => {
		const plan = await read('co-thanh-2023.txt');
		expect(plan).toMatchObject({
			superior: null,
			issuer: 'ỦY BAN NHÂN DÂN PHƯỜNG CỔ THÀNH',
			number: null,
			symbol: 'KH-UBND',
			place: 'Cổ Thành',
			date: { day: null, month: null, year: 2023 },
			year: 2023,
			annexTasks: [],
			signer: 'Nguyễn Văn Mạnh',
			signerTitle: 'CHỦ TỊCH',
			signerAuthority: 'TM.ỦY BAN NHÂN DÂN PHƯỜNG'
		});
		expect(plan.legalBasis.map((text) => /\d+\/KH-UBND/.exec(text)?.[0])).toEqual([
			'06/KH-UBND',
			'53/KH-UBND'
		]);
		expect(titled(plan, 1)).toEqual([
			'I. MỤC ĐÍCH, YÊU CẦU',
			'II. ĐỐI TƯỢNG, NỘI DUNG, HÌNH THỨC TUYÊN TRUYỀN',
			'III. TỔ CHỨC THỰC HIỆN'
		]);
		expect(titled(plan, 2)).toEqual([
			'1. Mục đích',
			'2. Yêu cầu',
			'1. Đối tượng',
			'2. Nội dung',
			'3. Hình thức tuyên truyền',
			'1. Về kinh phí',
			'2. Trách nhiệm của các cơ quan, đơn vị'
		]);
		expect(
			plan.outline
				.filter((item) => item.depth === 3)
				.map((item) => item.marker)
				.join(' ')
		).toBe('a) b) c) a) b) c) d) a) b) c) d) đ) e) g) h) a) b) c) d) đ) e)');
		expect(plan.contentAreas.map((area) => area.marker).join(' ')).toBe('a) b) c) d) đ) e) g) h)');
		expect(plan.units.map((unit) => `${unit.name}: ${unit.role}, ${unit.duties.length}`)).toEqual([
			'Văn phòng HĐND-UBND phường, Nội vụ: lead, 5',
			'Công chức văn hóa: lead, 3',
			'Công chức Tư pháp: other, 1',
			'Công chức Kế toán: lead, 1',
			'Đài phát thanh phường: coordinate, 3',
			'Ủy ban Mặt trận Tổ quốc và các đoàn thể phường: coordinate, 1'
		]);
		expect(plan.channels).toEqual(
			expect.arrayContaining(['portal', 'radio', 'zalo', 'facebook', 'slogan', 'meeting', 'notice_board'])
		);
		expect(plan.recipients).toHaveLength(6);
		expect(plan.warnings.join(' ')).toContain('không có phụ lục');
	});

	it.each(['lam-dong-thi-dua-2026', 'lao-cai-2026'])('reads %s alike as text and as Word', async (name) => {
		const [{ source: _, ...text }, { source: __, ...word }] = await Promise.all([
			read(`${name}.txt`),
			read(`${name}.docx`)
		]);
		// Where a paragraph broke only the Word file knows.
		const even = (plan: object): unknown => JSON.parse(JSON.stringify(plan).replace(/(?:\\n|\s)+/g, ' '));
		expect(even(text)).toEqual(even(word));
	});

	it('reads the plan of a province', async () => {
		const plan = await read('lam-dong-thi-dua-2026.docx');
		expect(plan).toMatchObject({
			issuer: 'ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG',
			symbol: 'KH-UBND',
			year: 2026,
			signerAuthority: 'KT. CHỦ TỊCH',
			signer: 'Nguyễn Ngọc Phúc'
		});
		expect(plan.legalBasis).toHaveLength(5);
		expect(titled(plan, 1)).toHaveLength(7);
		expect(plan.contentAreas).toHaveLength(4);
		expect(plan.units).toHaveLength(5);
		expect(plan.recipients).toHaveLength(11);
	});

	it('reads the plan of a department: inline units, and an annex that is an outline and empty forms', async () => {
		const plan = await read('lao-cai-2026.docx');
		expect(plan).toMatchObject({
			superior: 'UBND TỈNH LÀO CAI',
			issuer: 'SỞ CÔNG THƯƠNG',
			number: null,
			symbol: 'KH-SCT',
			date: { day: null, month: 4, year: 2026 },
			annexTasks: [],
			contentAreas: []
		});
		expect(plan.legalBasis).toHaveLength(9);
		expect(titled(plan, 1)).toHaveLength(6);
		expect(plan.units).toHaveLength(6);
		expect(plan.units[0]!.duties).toHaveLength(4);
	});

	it.each([60, 90, 110])('finds the same headings when the lines are %i letters wide', (width) => {
		const text = readFileSync(path.join(folder, 'co-thanh-2023.txt'), 'utf8');
		const headings = (given: string): string[] =>
			readPlanText(given).outline.map((item) => `${item.marker} ${item.title}`);
		const { outline } = readPlanText(text);
		// Each item as one long line, then broken anew.
		const head = text.slice(0, text.indexOf('I. MỤC ĐÍCH'));
		const joined = outline.flatMap((item) =>
			item.title
				? [`${item.marker} ${item.title}`, ...item.text.split('\n').filter(Boolean)]
				: [`${item.marker} ${item.text.split('\n')[0]}`, ...item.text.split('\n').slice(1)]
		);
		expect(headings(head + joined.flatMap((line) => wrap(line, width)).join('\n'))).toEqual(headings(text));
	});
});

function wrap(text: string, width: number): string[] {
	const lines = [''];
	for (const word of text.split(' ')) {
		const last = lines.at(-1)!;
		if (last && last.length + 1 + word.length > width) lines.push(word);
		else lines[lines.length - 1] = last ? `${last} ${word}` : word;
	}
	return lines;
}
