import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { read, transact } from '#platform/db.server.ts';
import { historyOf } from '#platform/journal.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { makeWard, testNow, type TestWard } from '#people/testing.ts';
import * as drafts from './plan-drafts.server.ts';
import * as issuing from './plan-issue.server.ts';
import * as plans from './plans.server.ts';
import * as taskEdit from './task-edit.server.ts';
import * as tasks from './tasks.server.ts';
import { landEvidence } from './evidence.server.ts';
import { plan, planRecipient, task } from './schema.server.ts';
import { issuedPlan, january, newPlan, newTask, useFiles } from './testing.ts';

useFiles();

describe('plans', () => {
	const database = useDatabase();
	let ward: TestWard;
	let count = 0;
	beforeAll(async () => {
		ward = await makeWard(database.db);
	});
	/** A ward of its own where the year matters. */
	const freshWard = () => makeWard(database.db, `phuong-${(count += 1)}`);
	const actsOf = (kind: string, id: number, of = ward) =>
		read(of.as('office'), async (tx) => (await historyOf(tx, { kind, id })).map((line) => line.act));
	const header = (lockVersion: number) => ({
		lockVersion,
		title: 'Tên đã sửa của kế hoạch',
		year: 2026,
		superior: null,
		issuer: 'UBND phường',
		symbol: 'KH-UBND',
		place: null,
		signer: null,
		signerTitle: null,
		signerAuthority: null,
		legalBasis: ['Căn cứ thử'],
		audiences: []
	});

	it('are drafted whole: areas, tasks, recipients', async () => {
		const id = await drafts.draft(ward.as('office'), newPlan(ward));
		const view = await plans.byId(ward.as('chair'), id);
		expect(view).toMatchObject({ state: 'draft', plan: { year: 2026, number: null } });
		expect(view.areas.map((area) => area.key)).toEqual(['policy', 'digital']);
		expect(view.tasks.map((one) => [one.no, one.lead?.id, one.areas.length])).toEqual([
			[1, ward.unitIds.culture, 2],
			[2, ward.unitIds.radio, 1],
			[3, ward.unitIds.justice, 1]
		]);
		expect(view.recipients.map((one) => [one.text, one.unitName])).toEqual([
			['- Đơn vị Văn hóa;', 'Đơn vị Văn hóa'],
			['- Đơn vị Mặt trận, đoàn thể;', 'Đơn vị Mặt trận, đoàn thể'],
			['- Lưu: VP.', null]
		]);
		expect(await actsOf('plan', id)).toEqual(['plan.drafted']);
	});

	it('are written by the office and the leaders only, and drafts are not shown to all', async () => {
		await expect(drafts.draft(ward.as('culture'), newPlan(ward))).rejects.toMatchObject({
			code: 'plan.not_keeper',
			status: 403
		});
		const id = await drafts.draft(ward.as('office'), newPlan(ward));
		for (const role of ['front', 'residential', 'superior'] as const) {
			await expect(plans.byId(ward.as(role), id)).rejects.toMatchObject({ code: 'not_found' });
			expect((await plans.list(ward.as(role))).some((one) => one.id === id)).toBe(false);
		}
		expect((await plans.list(ward.as('culture'))).some((one) => one.id === id)).toBe(true);
	});

	it('are corrected in place, and nobody overwrites another without seeing it', async () => {
		const id = await drafts.draft(ward.as('office'), newPlan(ward));
		await drafts.correctHeader(ward.as('office'), id, header(1));
		expect((await plans.byId(ward.as('office'), id)).plan).toMatchObject({
			title: 'Tên đã sửa của kế hoạch',
			lockVersion: 2,
			understood: { legalBasis: ['Căn cứ thử'] }
		});
		await expect(drafts.correctHeader(ward.as('chair'), id, header(1))).rejects.toMatchObject({
			code: 'plan.changed_meanwhile'
		});
		await expect(drafts.correctHeader(ward.as('radio'), id, header(2))).rejects.toMatchObject({
			code: 'plan.not_keeper'
		});
		await expect(drafts.correctHeader(ward.as('office'), 999_999, header(1))).rejects.toMatchObject({
			code: 'not_found'
		});
		expect(await actsOf('plan', id)).toEqual(['plan.header_corrected', 'plan.drafted']);
	});

	it('keep the key of an area that is renamed, give new ones a key, and drop what is gone', async () => {
		const id = await drafts.draft(ward.as('office'), newPlan(ward));
		await drafts.correctAreas(ward.as('office'), id, 1, [
			{ key: 'digital', marker: 'a', shortName: 'Số', text: 'Chuyển đổi số' },
			{ key: null, marker: 'b', shortName: 'Đường dây nóng', text: 'Đường dây nóng của phường' }
		]);
		const view = await plans.byId(ward.as('office'), id);
		expect(view.areas.map((area) => [area.key, area.shortName])).toEqual([
			['digital', 'Số'],
			['duong-day-nong', 'Đường dây nóng']
		]);
		expect(view.tasks[0]!.areas.map((area) => area.key)).toEqual(['digital']);
	});

	it('show all reasons against issuing at once', async () => {
		const id = await drafts.draft(
			ward.as('office'),
			newPlan(ward, { issuer: null, tasks: [newTask('Chưa ai làm')] })
		);
		const reasons = await issuing.reasonsAgainstIssue(ward.as('culture'), id, {
			number: 'tám',
			issuedOn: '2027-05-01'
		});
		expect(reasons.map((one) => one.code)).toEqual([
			'plan.not_keeper',
			'plan.issuer_missing',
			'plan.tasks_without_lead',
			'plan.number_form',
			'plan.date_ahead',
			'plan.date_year'
		]);
		await expect(issuing.issue(ward.as('office'), id, { number: '', issuedOn: '' })).rejects.toMatchObject({
			code: 'plan.issuer_missing',
			reasons: expect.arrayContaining([expect.objectContaining({ code: 'plan.number_missing' })])
		});
		const empty = await drafts.draft(ward.as('office'), newPlan(ward, { tasks: [] }));
		expect(
			(
				await issuing.reasonsAgainstIssue(ward.as('office'), empty, { number: '09', issuedOn: '2026-01-20' })
			).map((one) => one.code)
		).toEqual(['plan.no_tasks']);
	});

	it('are frozen once issued: by the verbs, and by the database behind them', async () => {
		const own = await freshWard();
		const id = await issuedPlan(own, '8');
		const view = await plans.byId(own.as('office'), id);
		expect(view).toMatchObject({ state: 'in_force', plan: { number: '08/KH-UBND', issuedOn: '2026-01-20' } });
		expect(view.reasons.correct.map((one) => one.code)).toEqual(['plan.issued']);
		const taskId = view.tasks[0]!.id;
		for (const change of [
			() => drafts.correctHeader(own.as('office'), id, header(view.plan.lockVersion)),
			() => drafts.correctAreas(own.as('office'), id, view.plan.lockVersion, []),
			() => drafts.correctRecipients(own.as('office'), id, view.plan.lockVersion, []),
			() => drafts.discard(own.as('office'), id),
			() => issuing.issue(own.as('office'), id, { number: '09', issuedOn: '2026-01-21' }),
			() => taskEdit.create(own.as('office'), id, newTask('Thêm sau')),
			() => taskEdit.update(own.as('office'), taskId, 1, newTask('Đổi tên')),
			() => taskEdit.remove(own.as('office'), [taskId])
		]) {
			await expect(change()).rejects.toMatchObject({ code: 'plan.issued' });
		}
		for (const change of [
			(tx: Parameters<Parameters<typeof transact>[1]>[0]) =>
				tx.update(task).set({ title: 'Lén sửa' }).where(eq(task.id, taskId)),
			(tx: Parameters<Parameters<typeof transact>[1]>[0]) => tx.delete(task).where(eq(task.id, taskId)),
			(tx: Parameters<Parameters<typeof transact>[1]>[0]) =>
				tx.update(plan).set({ number: '09/KH-UBND' }).where(eq(plan.id, id))
		]) {
			await expect(transact(own.as('office'), async (tx) => void (await change(tx)))).rejects.toThrow();
		}
		expect(await actsOf('plan', id, own)).toEqual(['plan.issued', 'plan.drafted']);
	});

	it('take a number once a year', async () => {
		const own = await freshWard();
		await issuedPlan(own, '15');
		const next = await drafts.draft(own.as('office'), newPlan(own));
		await expect(
			issuing.issue(own.as('office'), next, { number: '15/kh-ubnd'.toUpperCase(), issuedOn: '2026-02-01' })
		).rejects.toMatchObject({ code: 'plan.number_taken', field: 'number' });
		const before = await drafts.draft(own.as('office'), newPlan(own, { year: 2025 }));
		await issuing.issue(own.as('office'), before, { number: '15', issuedOn: '2025-01-10' });
	});

	it('are changed by a new version that takes the place of the old one when it is issued', async () => {
		const own = await freshWard();
		const first = await issuedPlan(own);
		await expect(issuing.startChange(own.as('culture'), first, 'Theo chỉ đạo mới')).rejects.toMatchObject({
			code: 'plan.not_keeper'
		});
		await expect(issuing.startChange(own.as('office'), first, '')).rejects.toMatchObject({
			code: 'plan.change_reason',
			field: 'reason'
		});
		const second = await issuing.startChange(own.as('office'), first, 'Thành phố yêu cầu thêm nội dung');
		await expect(issuing.startChange(own.as('office'), first, 'Một lần nữa')).rejects.toMatchObject({
			code: 'plan.replaced_already'
		});
		expect((await plans.current(own.as('office'), 2026))!.id).toBe(first);

		const copy = await plans.byId(own.as('office'), second);
		expect(copy.tasks.map((one) => one.rootId)).toEqual(
			(await plans.byId(own.as('office'), first)).tasks.map((one) => one.id)
		);
		expect((await plans.changes(own.as('office'), second))!.changes).toEqual([]);
		const [one, two] = copy.tasks;
		await taskEdit.update(own.as('office'), one!.id, one!.lockVersion, {
			...newTask('Đăng tin bài trên cổng thông tin'),
			no: undefined,
			leadUnitId: own.unitIds.culture,
			measureCount: 24,
			measureUnit: 'tin, bài'
		});
		await taskEdit.remove(own.as('office'), [two!.id]);
		await taskEdit.create(
			own.as('office'),
			second,
			newTask('Việc mới', { leadUnitId: own.unitIds.one_stop })
		);
		const { changes } = (await plans.changes(own.as('office'), second))!;
		expect(changes.map((change) => [change.kind, change.task.title])).toEqual([
			['changed', 'Đăng tin bài trên cổng thông tin'],
			['added', 'Việc mới'],
			['dropped', 'Phát chuyên mục trên đài']
		]);
		expect(changes[0]).toMatchObject({
			differences: expect.arrayContaining([
				{ label: 'Số lượng', before: '12 tin, bài', after: '24 tin, bài' }
			])
		});

		await expect(
			issuing.issue(own.as('office'), second, { number: '20', issuedOn: '2026-01-10' })
		).rejects.toMatchObject({ code: 'plan.date_before_replaced' });
		await issuing.issue(own.as('chair'), second, { number: '20', issuedOn: '2026-06-01' });
		expect((await plans.current(own.as('office'), 2026))!.id).toBe(second);
		expect((await plans.byId(own.as('office'), first)).state).toBe('replaced');
		expect(
			(await plans.byId(own.as('office'), second)).versions.map((version) => [version.id, version.state])
		).toEqual([
			[first, 'replaced'],
			[second, 'in_force']
		]);
		expect(await actsOf('plan', first, own)).toEqual(['plan.replaced', 'plan.issued', 'plan.drafted']);
	});

	it('carry the evidence of a task over to its successor', async () => {
		const own = await freshWard();
		const first = await issuedPlan(own);
		const [old] = (await plans.byId(own.as('office'), first)).tasks;
		await transact(own.robot(), (tx) =>
			landEvidence(tx, own.robot(), {
				taskId: old!.id,
				contentAreaKeys: ['policy', 'digital'],
				channel: 'portal',
				title: 'Bài một',
				url: '/tin-tuc/bai-mot',
				occurredAt: testNow,
				sourceKind: 'story',
				sourceId: 1
			})
		);
		const second = await issuing.startChange(own.as('office'), first, 'Điều chỉnh giữa năm');
		await issuing.issue(own.as('office'), second, { number: '21', issuedOn: '2026-06-01' });
		const [next] = (await plans.byId(own.as('office'), second)).tasks;
		expect(next!.facts.done).toBe(1);
		const view = await tasks.byId(own.as('culture'), next!.id);
		expect(view.evidence).toHaveLength(2);
		expect(view.history.map((line) => line.act)).toContain('evidence.landed');
		expect((await tasks.byId(own.as('culture'), old!.id)).newerTaskId).toBe(next!.id);
	});

	it('take the place of the plan the year has already, task by task where the words are the same', async () => {
		const own = await freshWard();
		const first = await issuedPlan(own);
		const [old, radio] = (await plans.byId(own.as('office'), first)).tasks;
		await transact(own.robot(), (tx) =>
			landEvidence(tx, own.robot(), {
				taskId: old!.id,
				contentAreaKeys: ['policy'],
				channel: 'portal',
				title: 'Bài một',
				url: null,
				occurredAt: testNow,
				sourceKind: 'story',
				sourceId: 5
			})
		);
		const again = newPlan(own);
		const readAnew = await drafts.draft(own.as('office'), {
			...again,
			tasks: [
				{ ...again.tasks[0]!, title: 'ĐĂNG TIN, BÀI TRÊN CỔNG THÔNG TIN' },
				newTask('Việc khác hẳn', { leadUnitId: own.unitIds.radio })
			]
		});
		await issuing.issue(own.as('office'), readAnew, { number: '30', issuedOn: '2026-06-01' });
		const view = await plans.byId(own.as('office'), readAnew);
		expect(view.plan.replacesPlanId).toBe(first);
		expect(view.tasks.map((one) => [one.rootId === old!.id, one.facts.done])).toEqual([
			[true, 1],
			[false, 0]
		]);
		expect((await plans.byId(own.as('office'), first)).state).toBe('replaced');
		expect(
			(await plans.changes(own.as('office'), readAnew))!.changes
				.filter((change) => change.kind === 'dropped')
				.map((change) => change.task.id)
		).toContain(radio!.id);
	});

	it('show the document they were read from to those who may see them', async () => {
		const id = await drafts.draft(
			ward.as('office'),
			newPlan(ward, { upload: { name: 'ke-hoach.txt', bytes: new TextEncoder().encode('Kế hoạch') } })
		);
		expect(await plans.sourceFile(ward.as('culture'), id)).toMatchObject({
			name: 'ke-hoach.txt',
			access: 'staff'
		});
		await expect(plans.sourceFile(ward.as('front'), id)).rejects.toMatchObject({ code: 'not_found' });
		const without = await drafts.draft(ward.as('office'), newPlan(ward));
		await expect(plans.sourceFile(ward.as('office'), without)).rejects.toMatchObject({ code: 'not_found' });
	});

	it('are thrown away while they are drafts', async () => {
		const id = await drafts.draft(ward.as('office'), newPlan(ward));
		await expect(drafts.discard(ward.as('justice'), id)).rejects.toMatchObject({ code: 'plan.not_keeper' });
		await drafts.discard(ward.as('office'), id);
		await expect(plans.byId(ward.as('office'), id)).rejects.toMatchObject({ code: 'not_found' });
		expect(await actsOf('plan', id)).toEqual(['plan.discarded', 'plan.drafted']);
	});

	it('are received by those they were sent to', async () => {
		const own = await freshWard();
		const id = await issuedPlan(own);
		const { recipients } = await plans.byId(own.as('front'), id);
		const front = recipients.find((one) => one.text.includes('Mặt trận'))!;
		expect(front.reasons).toEqual([]);
		await expect(issuing.confirmReceipt(own.as('radio'), front.id)).rejects.toMatchObject({
			code: 'plan.not_recipient'
		});
		await issuing.confirmReceipt(own.as('front'), front.id);
		await expect(issuing.confirmReceipt(own.as('front'), front.id)).rejects.toMatchObject({
			code: 'plan.received_already'
		});
		await expect(issuing.confirmReceipt(own.as('front'), 999_999)).rejects.toMatchObject({
			code: 'not_found'
		});
		const [row] = await read(own.as('office'), (tx) =>
			tx.select().from(planRecipient).where(eq(planRecipient.id, front.id))
		);
		expect(row).toMatchObject({ receivedByPersonId: own.as('front').actor.personId });
		expect((await actsOf('plan', id, own))[0]).toBe('plan.received');
		expect((await plans.list(own.as('office')))[0]).toMatchObject({ received: 1, recipients: 2 });
	});

	it('show the public what is public', async () => {
		const own = await freshWard();
		const visitor = { ...own.robot(), actor: { kind: 'visitor' as const } };
		expect(await plans.publicProgress(visitor, 2026)).toBeUndefined();
		const id = await issuedPlan(own);
		const [first] = (await plans.byId(own.as('office'), id)).tasks;
		await transact(own.robot(), (tx) =>
			landEvidence(tx, own.robot(), {
				taskId: first!.id,
				contentAreaKeys: ['policy', 'digital'],
				channel: 'portal',
				title: 'Bài một',
				url: '/tin-tuc/bai-mot',
				occurredAt: january,
				sourceKind: 'story',
				sourceId: 1
			})
		);
		const progress = (await plans.publicProgress(visitor, 2026))!;
		expect(progress).toMatchObject({ total: 3, plan: { number: '08/KH-UBND' } });
		expect(progress.counts.overdue).toBe(2);
		expect(progress.tasks[0]).toMatchObject({
			done: 1,
			required: 12,
			measure: '12 tin, bài',
			links: [{ title: 'Bài một', url: '/tin-tuc/bai-mot', day: '2026-01-20' }]
		});
	});
});
