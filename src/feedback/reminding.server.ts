/**
 * Reminding (đôn đốc): the worker asks every few minutes which rungs have been reached. Each rung is written down before
 * anybody is told, so it is told once per due date; a person with many cases gets one notice for all of them.
 */
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import * as notices from '#people/notices.server.ts';
import { heldOn, peopleWith } from '#people/positions.server.ts';
import { person, position } from '#people/schema.server.ts';
import { dayOf, startOfDay, type Day } from '#platform/clock.ts';
import { transact, type Transaction } from '#platform/db.server.ts';
import * as format from '#platform/format.ts';
import { record } from '#platform/journal.server.ts';
import { addWorkingDays, isWorkingDay, type Calendar } from '#platform/working-days.ts';
import { calendarOf } from '#platform/working-days.server.ts';
import type { CaseRow } from './facts.server.ts';
import { REPLY_DAYS, rungsReached, type Rung } from './reminder.ts';
import { feedbackCase, feedbackPause, feedbackReminder } from './schema.server.ts';
import { settingsIn } from './settings.server.ts';
import { holdersOf } from './telling.server.ts';

type Due = { row: CaseRow; on: Day; rungs: Rung[]; waits: boolean };
type Told = { code: string; link: string; on: Day; waits: boolean; entryId: number };

/** Nobody is woken by it: only on working days, from the hour the office opens. */
const FROM_HOUR = 7;

/** Returns how many rungs were newly told. */
export async function remindDue(ctx: Ctx): Promise<number> {
	return transact(ctx, async (tx) => {
		const calendar = await calendarOf(tx);
		const today = dayOf(ctx.now);
		const opens = startOfDay(today).getTime() + FROM_HOUR * 3_600_000;
		if (!isWorkingDay(today, calendar) || ctx.now.getTime() < opens) return 0;
		const byPerson = new Map<number, Told[]>();
		let many = 0;
		for (const due of [
			...(await dueCases(tx, today, calendar)),
			...(await unanswered(tx, today, calendar))
		]) {
			const fresh = await writeDown(tx, ctx, due);
			if (fresh.length === 0) continue;
			many += fresh.length;
			const entryId = await record(tx, ctx, {
				act: 'feedback.reminded',
				subject: { kind: 'feedback', id: due.row.id },
				after: { code: due.row.code, dueOn: due.on, rungs: fresh }
			});
			const people = new Set<number>();
			for (const rung of fresh) for (const id of await peopleOf(tx, ctx, rung, due.row)) people.add(id);
			const told = {
				code: due.row.code,
				link: `/lam-viec/phan-anh/${due.row.id}`,
				on: due.on,
				waits: due.waits,
				entryId
			};
			for (const id of people) byPerson.set(id, [...(byPerson.get(id) ?? []), told]);
		}
		for (const [personId, cases] of byPerson) await tellOnce(tx, ctx, personId, cases, today);
		return many;
	});
}

async function dueCases(tx: Transaction, today: Day, calendar: Calendar): Promise<Due[]> {
	const settings = await settingsIn(tx);
	const rows = await tx
		.select()
		.from(feedbackCase)
		.where(isNotNull(feedbackCase.dueOn))
		.orderBy(asc(feedbackCase.dueOn), asc(feedbackCase.id));
	return rows.map((row) => ({
		row,
		on: row.dueOn!,
		rungs: rungsReached(row.dueOn!, today, settings, calendar),
		waits: false
	}));
}

/** Whoever was asked and never replied must not be forgotten: the clock stands, so nothing else would remind of it. */
async function unanswered(tx: Transaction, today: Day, calendar: Calendar): Promise<Due[]> {
	const rows = await tx
		.select({ row: feedbackCase, since: feedbackPause.fromAt })
		.from(feedbackCase)
		.innerJoin(feedbackPause, and(eq(feedbackPause.caseId, feedbackCase.id), isNull(feedbackPause.toAt)))
		.where(eq(feedbackCase.state, 'waiting'))
		.orderBy(asc(feedbackCase.id));
	return rows
		.map(({ row, since }) => ({ row, on: addWorkingDays(dayOf(since), REPLY_DAYS, calendar).date }))
		.filter(({ on }) => on <= today)
		.map((due) => ({ ...due, rungs: ['officer', 'head'], waits: true }));
}

async function writeDown(tx: Transaction, ctx: Ctx, due: Due): Promise<Rung[]> {
	if (due.rungs.length === 0) return [];
	const written = await tx
		.insert(feedbackReminder)
		.values(due.rungs.map((rung) => ({ caseId: due.row.id, rung, dueOn: due.on, at: ctx.now })))
		.onConflictDoNothing()
		.returning({ rung: feedbackReminder.rung });
	return written.map(({ rung }) => rung);
}

/** Titles of those who lead a unit; where nobody has one, the office stands in. */
const LEADS_A_UNIT = /^(?:trưởng|giám đốc|chánh văn phòng|chỉ huy trưởng|chủ tịch)/iu;

async function peopleOf(tx: Transaction, ctx: Ctx, rung: Rung, row: CaseRow): Promise<number[]> {
	const today = dayOf(ctx.now);
	if (rung === 'officer') return holdersOf(tx, ctx, row);
	if (rung === 'leader') return peopleWith(tx, ['chair', 'vice_chair'], today);
	const posts =
		row.unitId === null
			? []
			: await tx
					.select({ id: person.id, title: position.title })
					.from(position)
					.innerJoin(person, eq(person.id, position.personId))
					.where(and(eq(position.unitId, row.unitId), isNull(person.leftAt), heldOn(today)));
	const heads = posts.filter(({ title }) => LEADS_A_UNIT.test(title)).map(({ id }) => id);
	return heads.length > 0 ? heads : peopleWith(tx, ['office'], today);
}

/** One notice for a person, however many cases there are, also after the program stood still for days. */
async function tellOnce(
	tx: Transaction,
	ctx: Ctx,
	personId: number,
	cases: Told[],
	today: Day
): Promise<void> {
	const [first] = cases;
	const late = cases.filter(({ on, waits }) => !waits && on < today).length;
	const waits = cases.filter((one) => one.waits).length;
	await notices.tell(tx, ctx, {
		personIds: [personId],
		entryId: first!.entryId,
		text:
			cases.length === 1
				? sayOne(first!, today)
				: `${format.number(cases.length)} phản ánh cần làm ngay${[
						late > 0 ? `${format.number(late)} quá hạn` : '',
						waits > 0 ? `${format.number(waits)} chưa thấy người gửi trả lời` : ''
					]
						.filter(Boolean)
						.map((part, at) => (at === 0 ? `: ${part}` : `, ${part}`))
						.join('')}. Hãy mở danh sách để xem.`,
		link: cases.length === 1 ? first!.link : '/lam-viec/phan-anh'
	});
}

function sayOne({ code, on, waits }: Told, today: Day): string {
	if (waits)
		return `Phản ánh ${code}: người gửi chưa trả lời câu hỏi sau ${REPLY_DAYS} ngày làm việc. Hãy gọi hỏi, làm tiếp hoặc kết thúc có lý do.`;
	return on < today
		? `Phản ánh ${code} đã quá hạn từ ${format.weekdayDate(on)}. Hãy xử lý ngay hoặc gia hạn có lý do.`
		: `Phản ánh ${code} ${on === today ? 'đến hạn hôm nay' : `đến hạn ${format.weekdayDate(on)}`}.`;
}
