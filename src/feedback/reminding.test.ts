import { eq, inArray } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Role } from '#people/role.ts';
import * as daysOff from '#people/days-off.server.ts';
import { notice } from '#people/schema.server.ts';
import { makeWard, type TestWard } from '#people/testing.ts';
import { read } from '#platform/db.server.ts';
import { historyOf, page } from '#platform/journal.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { reactions } from '../reactions.ts';
import * as handling from './handling.server.ts';
import { recount, recountAfter } from './recounting.server.ts';
import * as reminding from './reminding.server.ts';
import { feedbackReminder } from './schema.server.ts';
import * as settings from './settings.server.ts';
import * as telling from './telling.server.ts';
import { caseIn, receivedCase, rowOf } from './testing.ts';

const database = useDatabase();
const aWard = (key: string): Promise<TestWard> => makeWard(database.db, key);
const at = (text: string): Date => new Date(`${text}:00+07:00`);
const noticesOf = (ward: TestWard, role: Role) =>
	read(ward.robot(), (tx) =>
		tx
			.select({ text: notice.text, link: notice.link })
			.from(notice)
			.where(eq(notice.personId, ward.as(role).actor.personId))
			.orderBy(notice.id)
	);

describe('reminding', () => {
	it('climbs from the officer to the head to the leader, each once for the due date', async () => {
		const ward = await aWard('nhac-han');
		// Assigned on Monday 15/6/2026, simple: due on Monday 22/6.
		const id = await caseIn(ward, 'assigned');
		const remind = (moment: string) => reminding.remindDue(ward.robot(at(moment)));
		expect(await remind('2026-06-17T10:00')).toBe(0);
		// Before the office opens, and on days off, nobody is woken.
		expect(await remind('2026-06-18T06:30')).toBe(0);
		expect(await remind('2026-06-18T10:00')).toBe(1);
		expect(await remind('2026-06-18T10:05')).toBe(0);
		expect(await remind('2026-06-20T10:00')).toBe(0);
		expect(await remind('2026-06-22T10:00')).toBe(1);
		expect(await remind('2026-06-23T10:00')).toBe(1);
		expect(await remind('2026-06-24T10:00')).toBe(0);

		const texts = async (role: Role) => (await noticesOf(ward, role)).map(({ text }) => text);
		expect(await texts('one_stop')).toEqual([expect.stringMatching(/đến hạn Thứ Hai, 22\/06\/2026/)]);
		expect(await texts('office')).toEqual([expect.stringMatching(/đến hạn hôm nay/)]);
		expect(await texts('chair')).toEqual([expect.stringMatching(/đã quá hạn từ Thứ Hai, 22\/06\/2026/)]);
		expect(await texts('vice_chair')).toHaveLength(1);
		expect(await texts('radio')).toEqual([]);
		const journal = await read(ward.robot(), (tx) => historyOf(tx, { kind: 'feedback', id }));
		expect(journal.filter(({ act }) => act === 'feedback.reminded')).toHaveLength(3);
	});

	it('reminds of a moved day anew, and of a closed case never', async () => {
		const ward = await aWard('nhac-lai');
		const id = await caseIn(ward, 'assigned');
		expect(await reminding.remindDue(ward.robot(at('2026-06-18T10:00')))).toBe(1);
		await handling.extend(ward.as('office', at('2026-06-18T11:00')), id, {
			days: 3,
			reason: 'Phải chờ thiết bị về phường.'
		});
		expect(await reminding.remindDue(ward.robot(at('2026-06-19T10:00')))).toBe(0);
		expect(await reminding.remindDue(ward.robot(at('2026-06-23T10:00')))).toBe(1);
		const rows = await read(ward.robot(), (tx) =>
			tx.select().from(feedbackReminder).where(eq(feedbackReminder.caseId, id))
		);
		expect(rows.map(({ dueOn }) => dueOn)).toEqual(['2026-06-22', '2026-06-25']);
		const done = await aWard('nhac-viec-xong');
		await caseIn(done, 'answered');
		expect(await reminding.remindDue(done.robot(at('2026-09-01T10:00')))).toBe(0);
	});

	it('catches up after standing still with one notice for each person, however many cases', async () => {
		const ward = await aWard('dung-lau');
		for (let n = 0; n < 5; n++) await caseIn(ward, 'assigned');
		await receivedCase(ward);
		// Weeks later: all rungs of all cases at once.
		expect(await reminding.remindDue(ward.robot(at('2026-07-13T10:00')))).toBe(18);
		for (const role of ['one_stop', 'office', 'chair', 'vice_chair'] as Role[]) {
			const told = await noticesOf(ward, role);
			expect(told, role).toHaveLength(1);
			expect(told[0]!.text).toMatch(
				role === 'one_stop' ? /^5 phản ánh.*5 quá hạn/ : /^6 phản ánh.*6 quá hạn/
			);
			expect(told[0]!.link).toBe('/lam-viec/phan-anh');
		}
		expect(await reminding.remindDue(ward.robot(at('2026-07-13T10:05')))).toBe(0);
	});

	it('does not forget who was asked and never replied', async () => {
		const ward = await aWard('khong-tra-loi');
		await caseIn(ward, 'waiting');
		// Ten working days after Monday 15/6.
		expect(await reminding.remindDue(ward.robot(at('2026-06-26T10:00')))).toBe(0);
		expect(await reminding.remindDue(ward.robot(at('2026-06-29T10:00')))).toBe(2);
		expect(await reminding.remindDue(ward.robot(at('2026-06-30T10:00')))).toBe(0);
		expect((await noticesOf(ward, 'one_stop'))[0]!.text).toMatch(/chưa trả lời câu hỏi sau 10 ngày làm việc/);
	});

	it('follows the settings of the ward', async () => {
		const ward = await aWard('nhac-som');
		await settings.save(ward.as('office'), { remindOfficer: 5 }, 0);
		await caseIn(ward, 'assigned');
		expect(await reminding.remindDue(ward.robot(at('2026-06-15T10:00')))).toBe(1);
	});
});

describe('counting anew', () => {
	it('moves the days of open cases when days off are decided, tells who has them, and back again', async () => {
		const ward = await aWard('tinh-lai');
		const id = await caseIn(ward, 'assigned');
		const closed = await caseIn(ward, 'answered');
		expect((await rowOf(ward, id)).dueOn).toBe('2026-06-22');
		await daysOff.add(ward.as('office'), {
			from: '2026-06-18',
			to: '2026-06-19',
			kind: 'off',
			reason: 'Nghỉ chống bão'
		} as Parameters<typeof daysOff.add>[1]);
		const [line] = (await page(ward.robot())).filter(({ act }) => act === 'day_off.added');
		expect(reactions['day_off.added']).toContain(recountAfter);
		for (let twice = 0; twice < 2; twice++)
			for (const react of reactions['day_off.added']!) await react(ward.robot(), line!);
		const moved = await rowOf(ward, id);
		expect(moved.dueOn).toBe('2026-06-24');
		expect(moved.due!.skipped.map(({ why }) => why)).toContain('Nghỉ chống bão');
		expect((await rowOf(ward, closed)).dueOn).toBeNull();
		expect((await noticesOf(ward, 'one_stop')).map(({ text }) => text)).toEqual([
			expect.stringMatching(/chuyển từ 22\/06\/2026 sang 24\/06\/2026/)
		]);
		expect(await recount(ward.robot())).toBe(0);
	});

	it('follows a limit the ward writes down, and an hour it sets', async () => {
		const ward = await aWard('thoi-han-moi');
		const id = await caseIn(ward, 'assigned', at('2026-06-15T16:30'));
		expect((await rowOf(ward, id)).dueOn).toBe('2026-06-22');
		await settings.addLimit(ward.as('office'), {
			step: 'simple',
			class: 'local_issue',
			source: null,
			days: 3,
			basis: 'Quyết định của tỉnh',
			validFrom: '2026-06-01',
			validTo: null
		});
		expect(await recount(ward.robot())).toBe(1);
		expect((await rowOf(ward, id)).dueOn).toBe('2026-06-18');
		await settings.save(ward.as('office'), { cutoff: '16:00' }, 0);
		expect(await recount(ward.robot())).toBe(1);
		expect((await rowOf(ward, id)).dueOn).toBe('2026-06-19');
		for (const act of ['feedback_limit.added', 'feedback_limit.ended', 'feedback_setting.changed'])
			expect(reactions[act]).toContain(recountAfter);
	});
});

describe('telling', () => {
	it.each([
		['feedback.received', 'received', ['office']],
		['feedback.assigned', 'assigned', ['one_stop']],
		['feedback.drafted', 'drafted', ['chair', 'vice_chair']],
		// The office hands on what was approved; whoever approved knows.
		['feedback.approved', 'approved', ['office', 'one_stop']],
		['feedback.guided', 'guided', ['chair', 'vice_chair']]
	] as [string, Parameters<typeof caseIn>[1], Role[]][])(
		'%s reaches those whose turn it is, once, without a word of the content',
		async (act, state, wanted) => {
			const ward = await aWard(`bao-${act.split('.')[1]!.replace('_', '-')}`);
			const id = await caseIn(ward, state);
			const [line] = (await read(ward.robot(), (tx) => historyOf(tx, { kind: 'feedback', id }))).filter(
				(one) => one.act === act
			);
			for (let twice = 0; twice < 2; twice++)
				for (const react of reactions[act]!) await react(ward.robot(), line!);
			const told = await read(ward.robot(), (tx) =>
				tx
					.select()
					.from(notice)
					.where(inArray(notice.entryId, [line!.id]))
			);
			expect(told.map(({ personId }) => personId).toSorted((a, b) => a - b)).toEqual(
				wanted
					.map((role) => ward.as(role).actor.personId)
					.filter((personId) => personId !== line!.personId)
					.toSorted((a, b) => a - b)
			);
			for (const { text, link } of told) {
				expect(text).toContain((await rowOf(ward, id)).code);
				expect(text).not.toMatch(/Đèn|Mận|0912/);
				expect(link).toBe(`/lam-viec/phan-anh/${id}`);
			}
		}
	);

	it('does not ring for what waits in quarantine', async () => {
		const ward = await aWard('khong-bao');
		const id = await caseIn(ward, 'quarantined');
		const [line] = await read(ward.robot(), (tx) => historyOf(tx, { kind: 'feedback', id }));
		await telling.tell(ward.robot(), line!);
		expect(await noticesOf(ward, 'office')).toEqual([]);
	});
});
