import { sql } from 'drizzle-orm';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, it } from 'vitest';
import { caseIn } from '#feedback/testing.ts';
import type { Role } from '#people/role.ts';
import type { TestWard } from '#people/testing.ts';
import { makeWard } from '#people/testing.ts';
import { landEvidence } from '#plan/evidence.server.ts';
import { issuedPlan } from '#plan/testing.ts';
import { announce } from '#procedures/announcements.server.ts';
import { aCatalogue } from '#procedures/testing.ts';
import { transact } from '#platform/db.server.ts';
import { page } from '#platform/journal.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { TO_FILL } from './narrative.ts';
import * as reports from './reports.server.ts';

const database = useDatabase();
const july = new Date('2026-07-20T09:00:00+07:00');
let ward: TestWard;

/** Lands `times` stories on the first task, the first on this day. */
async function land(day: string, times: number, from = 1): Promise<void> {
	const ctx = ward.as('culture', new Date(`${day}T10:00:00+07:00`));
	const { rows } = await database.db.execute<{ id: number }>(
		sql`select id from task where ward_id = ${ward.wardId} order by no limit 1`
	);
	await transact(ctx, async (tx) => {
		for (let at = 0; at < times; at++) {
			await landEvidence(tx, ctx, {
				taskId: Number(rows[0]!.id),
				contentAreaKeys: ['policy', 'digital'],
				channel: 'portal',
				title: `Tin số ${from + at}`,
				url: `/tin-tuc/tin-so-${from + at}`,
				occurredAt: ctx.now,
				sourceKind: 'story',
				sourceId: from + at
			});
		}
	});
}

beforeAll(async () => {
	ward = await makeWard(database.db, 'bao-cao');
	await issuedPlan(ward);
	await land('2026-03-14', 2, 1);
	await land('2026-03-15', 1, 3);
});

const edited = (row: reports.ReportRow) => ({
	title: row.title,
	sections: row.sections.map(({ id, text }) => ({
		id,
		text: text.includes(TO_FILL) ? 'Đã làm rõ nguyên nhân.' : text
	})),
	addressees: ['Ủy ban nhân dân thành phố Hải Phòng'],
	recipients: ['Như trên'],
	signer: 'Nguyễn Thử Nghiệm',
	signerTitle: 'Chủ tịch',
	signerAuthority: ['TM. Ủy ban nhân dân']
});

describe('a report', () => {
	it('tells how procedures were published: changes in force, work in time, days it took', async () => {
		const office = ward.as('office', new Date('2026-05-06T09:00:00+07:00'));
		const [code] = await aCatalogue(office, 1);
		await announce(office, {
			number: '77/QĐ-UBND',
			issuedOn: '2026-05-05',
			issuer: 'Ủy ban nhân dân thành phố',
			title: 'Bãi bỏ thủ tục thử nghiệm',
			lines: [{ code: code!, kind: 'abolished', effectiveOn: '2026-06-01' }]
		});
		const id = await reports.draft(ward.as('office', july), '2026-Q2');
		const { row } = await reports.byId(ward.as('office', july), id);
		expect(row.figures.procedures).toMatchObject({
			changes: 1,
			publicity: [
				{ kind: 'portal', count: 1, inTime: 1, averageDays: 1 },
				{ kind: 'story', count: 1, inTime: 0, overdue: 1 },
				{ kind: 'radio', count: 1, inTime: 0, overdue: 1 }
			]
		});
		const told = row.sections.find((section) => section.id === 'results-procedures')!.text;
		expect(told).toContain('01 lượt thủ tục');
		expect(told).toContain('- Viết tin, bài: 01 việc, 0 việc đúng hạn, 01 việc quá hạn chưa làm;');
	});

	it('tells of feedback with the matters behind every number, open to whoever may look at them', async () => {
		const march = new Date('2026-03-05T09:00:00+07:00');
		await caseIn(ward, 'answered', march);
		await caseIn(ward, 'assigned', march);
		const id = await reports.draft(ward.as('office', july), '2026-03');
		const { row } = await reports.byId(ward.as('office', july), id);
		const { matters } = row.figures;
		expect(matters?.total).toMatchObject({ received: 2, total: 2, answered: 1, inTime: 1, overdue: 1 });
		expect(matters?.byUnit.map(({ total }) => total)).toEqual([2]);
		// A page gets the numbers, never the list of cases.
		expect(matters?.lines).toEqual([]);
		const told = row.sections.find((section) => section.id === 'results-feedback')!.text;
		expect(told).toContain('tiếp nhận trong kỳ 02');
		expect(told).toContain('Trả lời đúng hạn 01/02 việc đến hạn (50,0%)');

		const behind = (role: Role, measure = 'overdue', group: string | null = null) =>
			reports.casesBehind(ward.as(role, july), id, { measure, group });
		expect((await behind('office')).lines.map(({ outcome }) => outcome)).toEqual(['open']);
		expect((await behind('chair', 'total', matters!.byClass[0]!.key)).lines).toHaveLength(2);
		expect(await behind('radio')).toMatchObject({ lines: [], others: 1 });
		await expect(behind('superior')).rejects.toThrow(/Không tìm thấy báo cáo/);
		for (const [measure, group] of [
			['constructor', null],
			['total', 'unit:99']
		] as const)
			await expect(behind('office', measure, group)).rejects.toThrow(/Không tìm thấy số liệu/);

		const { bytes } = await reports.asDocx(ward.as('office', july), id, 'https://phuong.example');
		const { value } = await mammoth.extractRawText({ buffer: bytes });
		expect(value).toContain('Đang giải quyết, quá hạn');
		expect(value).not.toMatch(/PAKN\.|Mận/);
	});

	it('counts what happened inside its days, and a story about two areas once', async () => {
		const office = ward.as('office', july);
		const id = await reports.draft(office, '2026-Q1');
		const { row } = await reports.byId(office, id);
		expect(row.figures.stories).toBe(2);
		expect(row.figures.channels.find((one) => one.channel === 'portal')).toMatchObject({
			products: 2,
			entries: 2
		});
		expect(row.figures.tasks[0]!.evidence.map((one) => one.title).sort()).toEqual(['Tin số 1', 'Tin số 2']);
		expect((await page(office)).find((line) => line.act === 'report.drafted')).toMatchObject({
			subjectId: String(id)
		});
		await expect(reports.draft(office, '2026-Q1')).rejects.toThrow(/đã có báo cáo/);
	});

	it('is refused to whoever does not keep it, for words that are no period, and for a time that has not begun', async () => {
		await expect(reports.draft(ward.as('radio', july), '2026-H1')).rejects.toThrow(/Văn phòng và lãnh đạo/);
		await expect(reports.draft(ward.as('office', july), 'quý I')).rejects.toThrow(/Không hiểu kỳ/);
		await expect(reports.draft(ward.as('office', july), '2026-12')).rejects.toThrow(/chưa bắt đầu/);
		await expect(reports.draft(ward.as('office', july), '2025')).rejects.toThrow(/chưa có kế hoạch/);
		await expect(reports.byId(ward.as('office', july), 999_999)).rejects.toThrow(/Không tìm thấy/);
	});

	it('is edited, counted anew without losing a word of the officer, frozen, numbered, and then never changes', async () => {
		const office = ward.as('office', july);
		const id = await reports.draft(office, '2026-H1');
		const first = (await reports.byId(office, id)).row;
		await expect(reports.freeze(office, id, first.lockVersion)).rejects.toThrow(/Nguyên nhân/);
		await reports.edit(office, id, first.lockVersion, edited(first));
		await expect(reports.edit(office, id, first.lockVersion, edited(first))).rejects.toThrow(/vừa sửa/);
		await land('2026-05-05', 1, 4);
		await reports.recount(office, id);
		const again = (await reports.byId(office, id)).row;
		expect(again.figures.stories).toBe(first.figures.stories + 1);
		expect(again.sections.find((section) => section.id === 'causes')!.text).toBe('Đã làm rõ nguyên nhân.');

		expect((await reports.list(ward.as('superior', july))).map((row) => row.id)).not.toContain(id);
		await reports.freeze(office, id, again.lockVersion);
		await expect(reports.edit(office, id, again.lockVersion + 1, edited(again))).rejects.toThrow(/đã chốt/);
		await expect(
			database.db.execute(sql`update report set title = 'khác' where id = ${id}`)
		).rejects.toThrow();
		await expect(reports.issue(office, id, { number: 'abc', issuedOn: '2026-07-20' })).rejects.toThrow(
			/Số báo cáo/
		);
		await reports.issue(office, id, { number: '7', issuedOn: '2026-07-20' });
		const issued = (await reports.byId(ward.as('superior', july), id)).row;
		expect(issued).toMatchObject({ number: '07/BC-UBND', issuedOn: '2026-07-20' });

		const { bytes } = await reports.asDocx(office, id, 'https://phuong.example');
		const { value } = await mammoth.extractRawText({ buffer: bytes });
		for (const words of [
			'Số: 07/BC-UBND',
			'BÁO CÁO',
			'Đã làm rõ nguyên nhân.',
			'Tin số 4',
			'Nguyễn Thử Nghiệm'
		]) {
			expect(value).toContain(words);
		}
		const next = await reports.supplement(office, id);
		expect((await reports.byId(office, next)).row.supplementsReportId).toBe(id);
		await expect(reports.discard(office, id)).rejects.toThrow(/đã chốt/);
		await reports.discard(office, next);
	});

	it('does not exist for another ward', async () => {
		const [row] = await reports.list(ward.as('office', july));
		const other = await makeWard(database.db, 'phuong-ben');
		await expect(reports.byId(other.as('chair', july), row!.id)).rejects.toThrow(/Không tìm thấy/);
		expect(await reports.list(other.as('chair', july))).toEqual([]);
	});
});
