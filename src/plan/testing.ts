/** A small plan for tests: two areas, three tasks of the culture, radio and justice units. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { settings } from '#platform/settings.ts';
import type { TestWard } from '#people/testing.ts';
import { draft, type NewPlan } from './plan-drafts.server.ts';
import { issue } from './plan-issue.server.ts';
import type { NewTask } from './task-edit.server.ts';

export const newTask = (title: string, more: Partial<NewTask> = {}): NewTask => ({
	title,
	product: null,
	measureCount: null,
	measureUnit: null,
	contentAreaKeys: [],
	leadUnitId: null,
	leadText: null,
	cooperatingUnitIds: [],
	cooperatingText: null,
	recurrence: 'none',
	periodFrom: null,
	periodTo: null,
	deadlineOn: null,
	deadlineText: null,
	channels: [],
	budgetAmount: null,
	budgetLine: null,
	...more
});

export const newPlan = (ward: TestWard, more: Partial<NewPlan> = {}): NewPlan => ({
	year: 2026,
	title: 'Tuyên truyền cải cách hành chính năm 2026',
	superior: null,
	issuer: 'Ủy ban nhân dân phường thử nghiệm',
	symbol: 'KH-UBND',
	place: 'Thử Nghiệm',
	signer: null,
	signerTitle: 'CHỦ TỊCH',
	signerAuthority: null,
	areas: [
		{ key: 'policy', marker: 'a', shortName: 'Chủ trương', text: 'Chủ trương, chính sách' },
		{
			key: 'digital',
			marker: 'b',
			shortName: 'Chuyển đổi số',
			text: 'Chuyển đổi số, dịch vụ công trực tuyến'
		}
	],
	tasks: [
		newTask('Đăng tin bài trên cổng thông tin', {
			contentAreaKeys: ['policy', 'digital'],
			leadUnitId: ward.unitIds.culture,
			cooperatingUnitIds: [ward.unitIds.office],
			recurrence: 'monthly',
			measureCount: 12,
			measureUnit: 'tin, bài',
			channels: ['portal']
		}),
		newTask('Phát chuyên mục trên đài', {
			contentAreaKeys: ['digital'],
			leadUnitId: ward.unitIds.radio,
			recurrence: 'weekly',
			channels: ['radio']
		}),
		newTask('Lồng ghép trong hội nghị', {
			contentAreaKeys: ['policy'],
			leadUnitId: ward.unitIds.justice,
			cooperatingUnitIds: [ward.unitIds.front],
			deadlineOn: '2026-08-31',
			channels: ['meeting']
		})
	],
	recipients: ['- Đơn vị Văn hóa;', '- Đơn vị Mặt trận, đoàn thể;', '- Lưu: VP.'],
	...more
});

export const january = new Date('2026-01-20T09:00:00+07:00');

export async function issuedPlan(
	ward: TestWard,
	number = '08',
	more: Partial<NewPlan> = {}
): Promise<number> {
	const ctx = ward.as('office', january);
	const planId = await draft(ctx, newPlan(ward, more));
	await issue(ctx, planId, { number, issuedOn: '2026-01-20' });
	return planId;
}

/** Files of a test file go into a directory of their own, which is gone afterwards. */
export function useFiles(): void {
	const dir = mkdtempSync(path.join(tmpdir(), 'minhbach-files-'));
	beforeAll(() => {
		settings().FILES_URL = `file:${dir}`;
	});
	afterAll(() => rmSync(dir, { recursive: true, force: true }));
}
