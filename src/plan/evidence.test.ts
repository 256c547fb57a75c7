import { asc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { read, transact } from '#platform/db.server.ts';
import { historyOf } from '#platform/journal.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { makeWard, testNow, type TestWard } from '#people/testing.ts';
import { landEvidence, withdrawEvidence, type Landing } from './evidence.server.ts';
import { evidence, plan, task } from './schema.server.ts';

describe('evidence that lands by itself', () => {
	const database = useDatabase();
	let ward: TestWard;
	let planId: number;

	beforeAll(async () => {
		ward = await makeWard(database.db);
		planId = await makePlan();
	});

	async function makePlan(replaces: number | null = null): Promise<number> {
		const ctx = ward.as('office');
		return transact(ctx, async (tx) => {
			const [row] = await tx
				.insert(plan)
				.values({
					year: 2026,
					title: 'Kế hoạch thử',
					createdAt: testNow,
					createdByPersonId: ctx.actor.personId,
					replacesPlanId: replaces
				})
				.returning();
			return row!.id;
		});
	}

	async function makeTask(no: number, inPlan = planId, lineageId: number | null = null): Promise<number> {
		return transact(ward.as('office'), async (tx) => {
			const [row] = await tx
				.insert(task)
				.values({ planId: inPlan, no, title: `Nhiệm vụ thử ${no}`, lineageId, createdAt: testNow })
				.returning();
			return row!.id;
		});
	}

	const story = (taskId: number, more: Partial<Landing> = {}): Landing => ({
		taskId,
		contentAreaKeys: ['policy', 'digital'],
		channel: 'portal',
		title: 'Nộp hồ sơ trực tuyến ở phường',
		url: '/tin-tuc/nop-ho-so',
		occurredAt: testNow,
		sourceKind: 'story',
		sourceId: more.sourceId ?? taskId,
		...more
	});
	const land = (landing: Landing, ctx = ward.robot()) =>
		transact(ctx, (tx) => landEvidence(tx, ctx, landing));
	const rowsOf = (taskId: number) =>
		read(ward.as('office'), (tx) =>
			tx.select().from(evidence).where(eq(evidence.taskId, taskId)).orderBy(asc(evidence.contentAreaKey))
		);
	const actsOf = (taskId: number) =>
		read(ward.as('office'), async (tx) =>
			(await historyOf(tx, { kind: 'task', id: taskId })).map((line) => line.act)
		);

	it('is one row for each content area, or one without', async () => {
		const [a, b] = [await makeTask(1), await makeTask(2)];
		await land(story(a));
		await land(story(b, { contentAreaKeys: [], count: 3 }));
		expect((await rowsOf(a)).map((row) => [row.contentAreaKey, row.count])).toEqual([
			['digital', 1],
			['policy', 1]
		]);
		expect((await rowsOf(b)).map((row) => [row.contentAreaKey, row.count, row.sourceId])).toEqual([
			[null, 3, String(b)]
		]);
		expect(await actsOf(a)).toEqual(['evidence.landed']);
	});

	it('lands once however often it is sent, also at the same time', async () => {
		const id = await makeTask(3);
		await Promise.all([land(story(id)), land(story(id)), land(story(id))]);
		expect(await rowsOf(id)).toHaveLength(2);
		expect(await actsOf(id)).toEqual(['evidence.landed']);
	});

	it('takes a new title and link, and the areas it is about now', async () => {
		const id = await makeTask(4);
		await land(story(id));
		await land(
			story(id, { title: 'Tên mới', url: '/tin-tuc/ten-moi', contentAreaKeys: ['digital', 'rights'] })
		);
		const rows = await rowsOf(id);
		expect(rows.map((row) => [row.contentAreaKey, row.title, row.withdrawnAt !== null])).toEqual([
			['digital', 'Tên mới', false],
			['policy', 'Nộp hồ sơ trực tuyến ở phường', true],
			['rights', 'Tên mới', false]
		]);
	});

	it('stays withdrawn with a reason until the source returns', async () => {
		const id = await makeTask(5);
		const ctx = ward.as('culture');
		const withdraw = () =>
			transact(ctx, (tx) =>
				withdrawEvidence(tx, ctx, { sourceKind: 'story', sourceId: id, reason: 'Tin bài đã gỡ.' })
			);
		await land(story(id));
		await withdraw();
		await withdraw();
		expect((await rowsOf(id)).map((row) => [row.withdrawnReason, row.withdrawnByPersonId])).toEqual([
			['Tin bài đã gỡ.', ctx.actor.personId],
			['Tin bài đã gỡ.', ctx.actor.personId]
		]);
		await land(story(id));
		expect((await rowsOf(id)).every((row) => row.withdrawnAt === null && row.withdrawnReason === null)).toBe(
			true
		);
		expect(await actsOf(id)).toEqual(['evidence.landed', 'evidence.withdrawn', 'evidence.landed']);
	});

	it('follows the task into the next version of the plan instead of landing again', async () => {
		const first = await makeTask(6);
		await land(story(first, { sourceId: 'x' }));
		const next = await makeTask(6, await makePlan(planId), first);
		await land(story(next, { sourceId: 'x', title: 'Sửa tên' }));
		expect(await rowsOf(next)).toEqual([]);
		expect((await rowsOf(first)).map((row) => row.title)).toEqual(['Sửa tên', 'Sửa tên']);
	});

	it('does not land on a task of another ward or of nobody', async () => {
		const there = await makeWard(database.db, 'noi-khac');
		const id = await makeTask(7);
		await expect(land(story(id), there.robot())).rejects.toMatchObject({ code: 'not_found' });
		await expect(land(story(999_999))).rejects.toMatchObject({ code: 'not_found' });
	});
});
