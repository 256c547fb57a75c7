import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { read, transact } from '#platform/db.server.ts';
import { historyOf } from '#platform/journal.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { makeWard, testNow, type TestWard } from '#people/testing.ts';
import { landEvidence } from './evidence.server.ts';
import * as byHand from './evidence-by-hand.server.ts';
import * as drafts from './plan-drafts.server.ts';
import * as plans from './plans.server.ts';
import * as progress from './progress.server.ts';
import * as closing from './task-closing.server.ts';
import * as taskEdit from './task-edit.server.ts';
import { taskReminder } from './schema.server.ts';
import * as tasks from './tasks.server.ts';
import { issuedPlan, newPlan, newTask, useFiles } from './testing.ts';

useFiles();

const database = useDatabase();
let ward: TestWard;
let count = 0;
const actsOf = (id: number) =>
	read(ward.as('office'), async (tx) => (await historyOf(tx, { kind: 'task', id })).map((line) => line.act));

describe('tasks of a draft', () => {
	let planId: number;
	beforeAll(async () => {
		ward = await makeWard(database.db, 'du-thao');
		planId = await drafts.draft(ward.as('office'), newPlan(ward));
	});
	const own = async () => (await plans.byId(ward.as('office'), planId)).tasks;

	it('are added at the end, corrected, dropped', async () => {
		const id = await taskEdit.create(
			ward.as('office'),
			planId,
			newTask('Treo băng rôn', { leadUnitId: ward.unitIds.culture, contentAreaKeys: ['digital'] })
		);
		const added = (await own()).at(-1)!;
		expect(added).toMatchObject({ id, no: 4, title: 'Treo băng rôn' });
		await taskEdit.update(ward.as('office'), id, 1, {
			...newTask('Treo khẩu hiệu'),
			no: 9,
			measureCount: 8,
			measureUnit: 'khẩu hiệu',
			channels: ['slogan']
		});
		expect((await own()).at(-1)).toMatchObject({
			no: 9,
			title: 'Treo khẩu hiệu',
			areas: [],
			lead: null,
			measureCount: 8,
			channels: ['slogan']
		});
		await taskEdit.remove(ward.as('office'), [id]);
		expect((await own()).some((one) => one.id === id)).toBe(false);
		expect(await actsOf(id)).toEqual(['task.dropped', 'task.corrected', 'task.created']);
	});

	it('refuse what cannot be', async () => {
		const [first] = await own();
		await expect(
			taskEdit.create(ward.as('culture'), planId, newTask('Không có quyền'))
		).rejects.toMatchObject({ code: 'plan.not_keeper' });
		await expect(
			taskEdit.create(ward.as('office'), 999_999, newTask('Không có kế hoạch'))
		).rejects.toMatchObject({ code: 'not_found' });
		await expect(
			taskEdit.create(ward.as('office'), planId, newTask('Nội dung lạ', { contentAreaKeys: ['khong-co'] }))
		).rejects.toMatchObject({ code: 'task.unknown_area', field: 'contentAreaKeys' });
		await expect(
			taskEdit.create(ward.as('office'), planId, newTask('Nội dung lạ', { leadUnitId: 999_999 }))
		).rejects.toMatchObject({ code: 'task.unknown_unit' });
		await expect(
			taskEdit.create(
				ward.as('office'),
				planId,
				newTask('Sai kỳ', { periodFrom: '2026-05-01', periodTo: '2026-04-01' })
			)
		).rejects.toMatchObject({ code: 'task.period', field: 'periodTo' });
		await expect(
			taskEdit.update(ward.as('office'), first!.id, 77, { ...newTask('Cũ'), no: 1 })
		).rejects.toMatchObject({ code: 'plan.changed_meanwhile' });
		await expect(
			taskEdit.update(ward.as('office'), 999_999, 1, { ...newTask('Cũ'), no: 1 })
		).rejects.toMatchObject({ code: 'not_found' });
		await expect(
			taskEdit.update(ward.as('office'), first!.id, first!.lockVersion, { ...newTask('Trùng số'), no: 2 })
		).rejects.toMatchObject({ code: 'task.no_taken', field: 'no' });
		await expect(taskEdit.merge(ward.as('office'), [first!.id])).rejects.toMatchObject({
			code: 'task.merge_two'
		});
	});

	it('become one of several, with the areas and units of all', async () => {
		const [a, b, c] = await Promise.all([
			taskEdit.create(
				ward.as('office'),
				planId,
				newTask('Viết kịch bản.', {
					leadUnitId: ward.unitIds.radio,
					contentAreaKeys: ['policy'],
					channels: ['radio'],
					no: 21
				})
			),
			taskEdit.create(
				ward.as('office'),
				planId,
				newTask('Phát sóng', {
					leadUnitId: ward.unitIds.culture,
					contentAreaKeys: ['digital'],
					measureCount: 24,
					measureUnit: 'chuyên mục',
					no: 22
				})
			),
			taskEdit.create(ward.as('office'), planId, newTask('Ghi âm', { doubts: ['Chưa rõ'], no: 23 }))
		]);
		expect(await taskEdit.merge(ward.as('office'), [a!, b!, c!])).toBe(a);
		const merged = (await own()).find((one) => one.id === a)!;
		expect(merged).toMatchObject({
			title: 'Viết kịch bản; Phát sóng; Ghi âm',
			measureCount: 24,
			channels: ['radio'],
			doubts: ['Chưa rõ']
		});
		expect(merged.lead!.id).toBe(ward.unitIds.radio);
		expect(merged.cooperating.map((one) => one.id)).toEqual([ward.unitIds.culture]);
		expect(merged.areas.map((area) => area.key)).toEqual(['policy', 'digital']);
		await taskEdit.keep(ward.as('office'), a!);
		await taskEdit.renumber(ward.as('office'), planId);
		expect((await own()).map((one) => [one.no, one.doubts.length])).toEqual([
			[1, 0],
			[2, 0],
			[3, 0],
			[4, 0]
		]);
		expect(await actsOf(a!)).toEqual(['task.kept', 'task.merged', 'task.created']);
	});
});

describe('tasks of an issued plan', () => {
	let taskId: number;
	let radioId: number;
	let meetingId: number;
	let planId: number;
	beforeEach(async () => {
		ward = await makeWard(database.db, `thuc-hien-${(count += 1)}`);
		planId = await issuedPlan(ward);
		[taskId, radioId, meetingId] = (await plans.byId(ward.as('office'), planId)).tasks.map(
			(one) => one.id
		) as [number, number, number];
	});
	const evidence = (more = {}) => ({
		title: 'Hội nghị ngày Pháp luật',
		channel: 'meeting' as const,
		contentAreaKeys: [],
		occurredOn: '2026-06-10',
		url: 'https://example.vn/tin',
		count: 1,
		quantity: 120,
		quantityUnit: 'người dự',
		note: null,
		...more
	});
	const land = (id: number, sourceId: number, more = {}) =>
		transact(ward.robot(), (tx) =>
			landEvidence(tx, ward.robot(), {
				taskId: id,
				contentAreaKeys: [],
				channel: 'portal',
				title: `Bài ${sourceId}`,
				url: null,
				occurredAt: testNow,
				sourceKind: 'story',
				sourceId,
				...more
			})
		);

	it('are done only when the product is there', async () => {
		const ctx = ward.as('justice');
		await expect(closing.markDone(ctx, meetingId)).rejects.toMatchObject({ code: 'task.product_missing' });
		await byHand.add(ctx, meetingId, evidence());
		await expect(closing.markDone(ward.as('radio'), meetingId)).rejects.toMatchObject({
			code: 'task.not_yours',
			status: 403
		});
		await closing.markDone(ctx, meetingId, {
			note: 'Đã tổ chức',
			askPersonId: ward.as('chair').actor.personId
		});
		const view = await tasks.byId(ctx, meetingId);
		expect(view.task.standing.state).toBe('done');
		expect(view.evidence[0]).toMatchObject({
			quantity: 120,
			quantityUnit: 'người dự',
			addedBy: 'Người Tư pháp'
		});
		await expect(closing.markDone(ctx, meetingId)).rejects.toMatchObject({ code: 'task.closed_already' });
		expect(await actsOf(meetingId)).toEqual(['task.confirmation_asked', 'task.done', 'evidence.added']);
	});

	it('are confirmed by a second person, never by the one who reported', async () => {
		await byHand.add(ward.as('office'), meetingId, evidence());
		await expect(closing.confirm(ward.as('chair'), meetingId)).rejects.toMatchObject({
			code: 'task.not_closed'
		});
		await closing.markDone(ward.as('office'), meetingId);
		await expect(closing.confirm(ward.as('office'), meetingId)).rejects.toMatchObject({
			code: 'task.confirm_own'
		});
		await expect(closing.confirm(ward.as('front'), meetingId)).rejects.toMatchObject({
			code: 'task.not_asked'
		});
		await expect(
			closing.askConfirmation(ward.as('justice'), meetingId, ward.as('office').actor.personId)
		).rejects.toMatchObject({ code: 'task.confirm_own' });
		await expect(closing.askConfirmation(ward.as('justice'), meetingId, 999_999)).rejects.toMatchObject({
			code: 'task.asked_unknown'
		});
		await closing.askConfirmation(ward.as('justice'), meetingId, ward.as('front').actor.personId);
		await closing.confirm(ward.as('front'), meetingId);
		await expect(closing.confirm(ward.as('chair'), meetingId)).rejects.toMatchObject({
			code: 'task.confirmed_already'
		});
		expect((await actsOf(meetingId)).slice(0, 3)).toEqual([
			'task.confirmed',
			'task.confirmation_asked',
			'task.done'
		]);
	});

	it('are waived with a reason by somebody with the right, and can be opened again', async () => {
		await expect(
			closing.waive(ward.as('justice'), meetingId, 'Không tổ chức được hội nghị')
		).rejects.toMatchObject({ code: 'task.may_not_waive' });
		await expect(closing.waive(ward.as('chair'), meetingId, 'ngắn')).rejects.toMatchObject({
			code: 'task.reason_missing',
			field: 'reason'
		});
		await closing.waive(ward.as('chair'), meetingId, 'Thành phố đã tổ chức chung cho các phường');
		await expect(byHand.add(ward.as('justice'), meetingId, evidence())).rejects.toMatchObject({
			code: 'task.closed'
		});
		await expect(closing.reopen(ward.as('justice'), meetingId, 'Tổ chức lại')).rejects.toMatchObject({
			code: 'task.may_not_reopen'
		});
		await expect(closing.reopen(ward.as('office'), meetingId, '')).rejects.toMatchObject({
			code: 'task.reopen_reason'
		});
		await closing.reopen(ward.as('office'), meetingId, 'Phường tổ chức riêng');
		expect((await tasks.byId(ward.as('office'), meetingId)).task.closure).toBeNull();
		expect(await actsOf(meetingId)).toEqual(['task.reopened', 'task.waived']);
	});

	it('say when the product of a done task went missing', async () => {
		await byHand.add(ward.as('justice'), meetingId, evidence());
		await closing.markDone(ward.as('justice'), meetingId);
		const [row] = (await tasks.byId(ward.as('justice'), meetingId)).evidence;
		await expect(byHand.takeBack(ward.as('radio'), row!.id, 'Không phải việc này')).rejects.toMatchObject({
			code: 'task.not_yours'
		});
		await expect(byHand.takeBack(ward.as('justice'), row!.id, '')).rejects.toMatchObject({
			code: 'evidence.reason_missing'
		});
		await byHand.takeBack(ward.as('justice'), row!.id, 'Nhầm hội nghị');
		await expect(byHand.takeBack(ward.as('justice'), row!.id, 'Nhầm hội nghị')).rejects.toMatchObject({
			code: 'evidence.withdrawn_already'
		});
		await expect(byHand.takeBack(ward.as('justice'), 999_999, 'Nhầm hội nghị')).rejects.toMatchObject({
			code: 'not_found'
		});
		expect((await tasks.byId(ward.as('office'), meetingId)).task.standing).toMatchObject({
			state: 'done',
			lacking: true
		});
	});

	it('take evidence that can be looked at, from those who work on them', async () => {
		await expect(byHand.add(ward.as('radio'), meetingId, evidence())).rejects.toMatchObject({
			code: 'task.not_yours'
		});
		await expect(
			byHand.add(ward.as('front'), meetingId, evidence({ occurredOn: '2026-07-01' }))
		).rejects.toMatchObject({ code: 'evidence.ahead', field: 'occurredOn' });
		await expect(byHand.add(ward.as('front'), meetingId, evidence({ url: null }))).rejects.toMatchObject({
			code: 'evidence.nothing_to_see'
		});
		await expect(
			byHand.add(ward.as('front'), meetingId, evidence({ contentAreaKeys: ['digital'] }))
		).rejects.toMatchObject({ code: 'evidence.unknown_area' });
		await byHand.add(
			ward.as('front'),
			meetingId,
			evidence({ url: null, note: 'Biên bản lưu tại Văn phòng' })
		);
		await byHand.add(ward.as('culture'), taskId, evidence({ contentAreaKeys: ['policy', 'digital'] }));
		const view = await tasks.byId(ward.as('culture'), taskId);
		expect(view.evidence).toHaveLength(2);
		expect(view.task.facts.done).toBe(1);
	});

	it('keep the file of their evidence for those who may see the task', async () => {
		await byHand.add(ward.as('justice'), meetingId, evidence({ url: null }), {
			name: 'bien-ban.txt',
			bytes: new TextEncoder().encode('Biên bản')
		});
		const [row] = (await tasks.byId(ward.as('justice'), meetingId)).evidence;
		expect(await tasks.evidenceFile(ward.as('front'), meetingId, row!.fileToken!)).toMatchObject({
			name: 'bien-ban.txt'
		});
		await expect(
			tasks.evidenceFile(ward.as('residential'), meetingId, row!.fileToken!)
		).rejects.toMatchObject({ code: 'not_found' });
		await expect(tasks.evidenceFile(ward.as('front'), meetingId, 'khac')).rejects.toMatchObject({
			code: 'not_found'
		});
	});

	it('remind those who hold the lead unit', async () => {
		await expect(closing.remind(ward.as('radio'), radioId, 'Nhớ phát chuyên mục')).rejects.toMatchObject({
			code: 'task.may_not_remind'
		});
		await expect(closing.remind(ward.as('office'), radioId, '')).rejects.toMatchObject({
			code: 'task.remind_text',
			field: 'text'
		});
		expect(await closing.remind(ward.as('office'), radioId, 'Nhớ phát chuyên mục tuần này')).toEqual([
			{ personId: ward.as('radio').actor.personId, name: 'Người Truyền thanh' }
		]);
		const rows = await read(ward.as('office'), (tx) => tx.select().from(taskReminder));
		expect(rows).toMatchObject([{ taskId: radioId, text: 'Nhớ phát chuyên mục tuần này' }]);
		expect(await actsOf(radioId)).toEqual(['task.reminded']);
	});

	it('are listed by unit, area, state, month and words, and only as far as one may see', async () => {
		const numbers = async (role: Parameters<TestWard['as']>[0], filter: tasks.Filter = {}) =>
			(await tasks.list(ward.as(role), filter))!.tasks.map((one) => one.no);
		expect(await numbers('office')).toEqual([1, 2, 3]);
		expect(await numbers('front')).toEqual([3]);
		expect(await numbers('residential')).toEqual([]);
		expect(await numbers('superior')).toEqual([1, 2, 3]);
		expect(await numbers('office', { unitId: ward.unitIds.office })).toEqual([1]);
		expect(await numbers('radio', { mine: true })).toEqual([2]);
		expect(await numbers('office', { areaKey: 'policy' })).toEqual([1, 3]);
		expect(await numbers('office', { state: 'overdue' })).toEqual([1, 2]);
		expect(await numbers('office', { month: '2026-08' })).toEqual([1, 2, 3]);
		expect(await numbers('office', { month: '2026-09' })).toEqual([1, 2]);
		expect(await numbers('office', { words: 'Hội Nghị' })).toEqual([3]);
		await expect(tasks.byId(ward.as('residential'), meetingId)).rejects.toMatchObject({ code: 'not_found' });
		expect((await tasks.choices(ward.as('radio')))[0]).toMatchObject({ no: 2, mine: true });
		const nowhere = await makeWard(database.db, `trong-${count}`);
		expect(await tasks.list(nowhere.as('office'))).toBeUndefined();
	});

	it('are counted in the overview, and every figure opens its rows', async () => {
		for (const month of [1, 2, 3, 4, 5]) {
			await land(taskId, month, {
				contentAreaKeys: [month % 2 ? 'policy' : 'digital'],
				occurredAt: new Date(`2026-0${month}-25T09:00:00+07:00`)
			});
		}
		const seen = await progress.overview(ward.as('office'), { to: '2026-05-31' });
		expect(seen.timeliness).toMatchObject({ missingTaskIds: [radioId] });
		expect(seen.overdue.map((one) => one.id)).toEqual([radioId]);
		expect(seen.completion).toMatchObject({ doneTaskIds: [taskId], openTaskIds: [radioId], value: 0.5 });
		expect(seen.regularity.find((one) => one.taskId === taskId)).toMatchObject({ kept: 5, ended: 5 });
		const march = seen.byArea.rows.find((row) => row.key === 'policy')!.cells[2]!;
		expect(march).toMatchObject({ done: 1 });
		const rows = await progress.behind(ward.as('office'), { areaKey: 'policy', month: '2026-03' });
		expect(rows.evidence.map((row) => [row.id, row.title, row.taskNo])).toEqual([
			[march.proofIds[0], 'Bài 3', 1]
		]);
		expect((await progress.behind(ward.as('office'), { channel: 'portal' })).evidence).toHaveLength(5);
		expect((await progress.behind(ward.as('front'), { channel: 'portal' })).evidence).toEqual([]);
		await expect(
			progress.overview((await makeWard(database.db, `khong-${count}`)).as('office'))
		).rejects.toMatchObject({ code: 'not_found' });
	});
});
