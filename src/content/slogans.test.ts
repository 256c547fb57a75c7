import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeWard, testNow, type TestWard } from '#people/testing.ts';
import { evidence, plan, task } from '#plan/schema.server.ts';
import { read, transact } from '#platform/db.server.ts';
import { journalEntry } from '#platform/schema.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { slogan } from './schema.server.ts';
import { longestIn, sloganStates, stateOf, tidied, type SloganInput } from './slogan.ts';
import * as slogans from './slogans.server.ts';

const database = useDatabase();
let ward: TestWard;
let taskId: number;

beforeAll(async () => {
	ward = await makeWard(database.db);
	const office = ward.as('office');
	taskId = await transact(office, async (tx) => {
		const by = office.actor.personId;
		const [planned] = await tx
			.insert(plan)
			.values({
				year: 2026,
				title: 'Kế hoạch',
				number: '1',
				issuedOn: '2026-01-05',
				createdAt: testNow,
				createdByPersonId: by,
				issuedAt: testNow,
				issuedByPersonId: by
			})
			.returning();
		const [one] = await tx
			.insert(task)
			.values({ planId: planned!.id, no: 1, title: 'Treo khẩu hiệu', createdAt: testNow })
			.returning();
		return one!.id;
	});
});

const input = (changes: Partial<SloganInput> = {}): SloganInput => ({
	text: 'Hồ sơ trực tuyến, kết quả đúng hẹn',
	size: 'ngang-6x08',
	style: 'red_gold',
	place: 'Cổng trụ sở phường',
	hangsFrom: '2026-06-15',
	hangsTo: '2026-07-15',
	taskId: null,
	storyId: null,
	...changes
});
const code = (work: Promise<unknown>): Promise<string> =>
	work.then(
		() => 'done',
		(error: { code?: string }) => error.code ?? String(error)
	);
const acts = (id: number): Promise<string[]> =>
	read(ward.robot(), async (tx) =>
		(
			await tx
				.select()
				.from(journalEntry)
				.where(and(eq(journalEntry.subjectKind, 'slogan'), eq(journalEntry.subjectId, String(id))))
				.orderBy(journalEntry.id)
		).map(({ act }) => act)
	);
const approved = async (changes: Partial<SloganInput> = {}): Promise<number> => {
	const id = await slogans.create(ward.as('culture'), input(changes));
	await slogans.approve(ward.as('chair'), id, 1);
	return id;
};
const later = (day: string): Date => new Date(`${day}T09:00:00+07:00`);

describe('a slogan', () => {
	it('goes its way from the words to the street and down again, each step in the journal', async () => {
		const id = await slogans.create(ward.as('culture'), input({ text: ' Vì  nhân dân \r\n\n phục vụ ' }));
		expect(await slogans.get(ward.as('front'), id)).toMatchObject({
			text: 'Vì nhân dân\nphục vụ',
			state: 'to_approve'
		});
		await slogans.approve(ward.as('vice_chair'), id, 1);
		expect((await slogans.get(ward.as('culture'), id)).state).toBe('to_hang');
		await slogans.hang(ward.as('culture'), id, { on: '2026-06-15', count: 4 });
		expect((await slogans.get(ward.as('culture'), id)).state).toBe('hanging');
		expect((await slogans.get(ward.as('culture', later('2026-07-16')), id)).state).toBe('overdue');
		await slogans.takeDown(ward.as('culture', later('2026-07-16')), id, '2026-07-16');
		expect(await slogans.get(ward.as('culture'), id)).toMatchObject({ state: 'down', hungCount: 4 });
		expect(await acts(id)).toEqual(['slogan.written', 'slogan.approved', 'slogan.hung', 'slogan.taken_down']);
	});

	it('counts for its task once it hangs, not before', async () => {
		const id = await approved({ taskId });
		const proofs = () =>
			read(ward.robot(), (tx) =>
				tx
					.select()
					.from(evidence)
					.where(eq(evidence.sourceId, String(id)))
			);
		expect(await proofs()).toEqual([]);
		await slogans.hang(ward.as('culture'), id, { on: '2026-06-15', count: 1 });
		expect(await proofs()).toMatchObject([{ taskId, channel: 'slogan', sourceKind: 'slogan' }]);
	});

	it('refuses bad words, places, days, sizes, tasks, each beside its field', async () => {
		const bad: [Partial<SloganInput>, string][] = [
			[{ text: 'Vì' }, 'slogan.text'],
			[{ text: 'một '.repeat(31) }, 'slogan.text'],
			[{ place: ' ' }, 'slogan.place'],
			[{ size: '9x9' }, 'slogan.size'],
			[{ style: 'green' }, 'slogan.style'],
			[{ hangsFrom: '2026-02-30' }, 'slogan.hangsFrom'],
			[{ hangsTo: '2026-06-14' }, 'slogan.hangsTo'],
			[{ hangsTo: '2028-06-14' }, 'slogan.hangsTo'],
			[{ taskId: 999_999 }, 'slogan.taskId']
		];
		for (const [changes, expected] of bad)
			expect(await code(slogans.create(ward.as('culture'), input(changes)))).toBe(expected);
	});

	it('is written by those who write, approved by a leader who did not write it', async () => {
		expect(await code(slogans.create(ward.as('residential'), input()))).toBe('slogan.role');
		expect(await code(slogans.create(ward.as('accountant'), input()))).toBe('slogan.role');
		const id = await slogans.create(ward.as('chair'), input());
		expect(await code(slogans.approve(ward.as('culture'), id, 1))).toBe('slogan.role');
		expect(await code(slogans.approve(ward.as('chair'), id, 1))).toBe('slogan.own_work');
		expect(await code(slogans.approve(ward.as('vice_chair'), id, 1))).toBe('done');
		expect(await code(slogans.approve(ward.as('vice_chair'), id, 2))).toBe('slogan.approved');
	});

	it('keeps the rule about the writer in the database too', async () => {
		const id = await slogans.create(ward.as('chair'), input());
		const { personId } = ward.as('chair').actor;
		const work = transact(ward.robot(), (tx) =>
			tx.update(slogan).set({ approvedAt: testNow, approvedByPersonId: personId }).where(eq(slogan.id, id))
		);
		await expect(work).rejects.toThrow();
	});

	it('loses its approval with any change, and keeps it when nothing changed', async () => {
		const id = await approved();
		await slogans.revise(ward.as('office'), id, input(), 2);
		expect((await slogans.get(ward.as('office'), id)).state).toBe('to_hang');
		expect(await code(slogans.revise(ward.as('office'), id, input({ place: 'Chợ' }), 1))).toBe(
			'slogan.changed_meanwhile'
		);
		await slogans.revise(ward.as('office'), id, input({ place: 'Chợ Sặt' }), 2);
		const after = await slogans.get(ward.as('office'), id);
		expect(after).toMatchObject({ state: 'to_approve', approvedByPersonId: null, place: 'Chợ Sặt' });
		expect(after.refusals.print[0]!.code).toBe('slogan.not_approved');
		expect(await code(slogans.hang(ward.as('office'), id, { on: '2026-06-15', count: 1 }))).toBe(
			'slogan.not_approved'
		);
		expect(await code(slogans.approve(ward.as('chair'), id, 2))).toBe('slogan.changed_meanwhile');
	});

	it('is not changed, hung twice or removed once it hangs, nor taken down before', async () => {
		const id = await approved();
		expect(await code(slogans.takeDown(ward.as('culture'), id, '2026-06-15'))).toBe('slogan.not_hanging');
		expect(await code(slogans.hang(ward.as('culture'), id, { on: '2026-06-16', count: 1 }))).toBe(
			'slogan.hungOn'
		);
		expect(await code(slogans.hang(ward.as('culture'), id, { on: '2026-06-14', count: 1 }))).toBe(
			'slogan.hung_before_approval'
		);
		expect(await code(slogans.hang(ward.as('culture'), id, { on: '2026-06-15', count: 0 }))).toBe(
			'slogan.hung_count'
		);
		await slogans.hang(ward.as('culture'), id, { on: '2026-06-15', count: 1 });
		expect(await code(slogans.hang(ward.as('culture'), id, { on: '2026-06-15', count: 1 }))).toBe(
			'slogan.hung'
		);
		expect(await code(slogans.revise(ward.as('culture'), id, input(), 3))).toBe('slogan.hung');
		expect(await code(slogans.remove(ward.as('culture'), id))).toBe('slogan.hung');
		expect(await code(slogans.takeDown(ward.as('culture'), id, '2026-06-14'))).toBe('slogan.taken_down_on');
		expect(await code(slogans.takeDown(ward.as('culture'), id, 'x'))).toBe('slogan.takenDownOn');
	});

	it('is removed while it never hung, and is not found after that', async () => {
		const id = await slogans.create(ward.as('culture'), input());
		await slogans.remove(ward.as('culture'), id);
		expect(await code(slogans.get(ward.as('culture'), id))).toBe('not_found');
		expect(await code(slogans.remove(ward.as('culture'), id))).toBe('not_found');
		expect((await acts(id)).at(-1)).toBe('slogan.removed');
	});

	it('is listed for the ward’s staff only, what is down last', async () => {
		const all = await slogans.list(ward.as('office'));
		const downAt = all.findIndex(({ state }) => state === 'down');
		expect(all.slice(downAt).every(({ state }) => state === 'down')).toBe(true);
		expect(await code(slogans.list(ward.as('residential')))).toBe('slogan.role');
		const other = await makeWard(database.db, 'phuong-khac');
		expect(await slogans.list(other.as('office'))).toEqual([]);
		expect(await code(slogans.get(other.as('office'), all[0]!.id))).toBe('not_found');
	});
});

describe('the rules of slogans', () => {
	it('reads the limit of the ward, within reason', () => {
		expect([{}, { sloganLength: 80 }, { sloganLength: 5 }, { sloganLength: 'x' }].map(longestIn)).toEqual([
			120, 80, 30, 120
		]);
	});

	it('keeps line breaks, and composes decomposed letters', () => {
		expect(tidied('Vì  dân\r\n \nphục vụ'.normalize('NFD'))).toBe('Vì dân\nphục vụ');
	});

	it('has words for every state', () => {
		const facts = {
			writtenByPersonId: 1,
			approvedAt: null,
			hungOn: null,
			takenDownOn: null,
			hangsFrom: '2026-06-01',
			hangsTo: '2026-06-10'
		};
		expect(sloganStates[stateOf(facts, '2026-06-20')]).toBe('Chờ duyệt');
		expect(stateOf({ ...facts, hungOn: '2026-06-01' }, '2026-06-10')).toBe('hanging');
	});
});
