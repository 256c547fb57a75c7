/**
 * Due days counted anew when what they follow from has changed: the calendar, a limit, the hour after which the next day
 * counts. Only what is open moves; nothing is written where nothing moves, so it may run as often as anybody likes.
 */
import { asc, eq, isNotNull } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { transact, type Transaction } from '#platform/db.server.ts';
import * as format from '#platform/format.ts';
import * as notices from '#people/notices.server.ts';
import { record } from '#platform/journal.server.ts';
import { dueIn, type CaseRow } from './facts.server.ts';
import { feedbackCase } from './schema.server.ts';
import { holdersOf } from './telling.server.ts';

type Moved = { row: CaseRow; from: string; to: string; entryId: number };

/** Counts every open case of the ward anew; returns those whose day moved. */
export async function recount(ctx: Ctx): Promise<number> {
	return transact(ctx, async (tx) => {
		const moved = await recountIn(tx, ctx);
		return moved.length;
	});
}

/** Follows a change, and tells each person once how many of their days moved. */
export async function recountAfter(ctx: Ctx): Promise<void> {
	await transact(ctx, async (tx) => {
		const byPerson = new Map<number, Moved[]>();
		for (const one of await recountIn(tx, ctx))
			for (const personId of await holdersOf(tx, ctx, one.row))
				byPerson.set(personId, [...(byPerson.get(personId) ?? []), one]);
		for (const [personId, moved] of byPerson) {
			const [one] = moved;
			await notices.tell(tx, ctx, {
				personIds: [personId],
				// Not the line that is followed: another room may have told this person of it already.
				entryId: one!.entryId,
				text:
					moved.length === 1
						? `Lịch hoặc thời hạn đã đổi: hạn của phản ánh ${one!.row.code} chuyển từ ${format.date(one!.from)} sang ${format.date(one!.to)}.`
						: `Lịch hoặc thời hạn đã đổi: ${format.number(moved.length)} phản ánh có hạn mới. Hãy xem lại danh sách.`,
				link: moved.length === 1 ? `/lam-viec/phan-anh/${one!.row.id}` : '/lam-viec/phan-anh'
			});
		}
	});
}

async function recountIn(tx: Transaction, ctx: Ctx): Promise<Moved[]> {
	const rows = await tx
		.select()
		.from(feedbackCase)
		.where(isNotNull(feedbackCase.dueOn))
		.orderBy(asc(feedbackCase.id))
		.for('no key update');
	const moved: Moved[] = [];
	for (const row of rows) {
		const due = await dueIn(tx, ctx, row);
		if (!due || JSON.stringify(sorted(due)) === JSON.stringify(sorted(row.due))) continue;
		await tx
			.update(feedbackCase)
			.set({ due, dueOn: due.on, dueStep: due.step })
			.where(eq(feedbackCase.id, row.id));
		// The same day counted another way (a day off inside a weekend) is no news.
		if (due.on === row.dueOn) continue;
		const entryId = await record(tx, ctx, {
			act: 'feedback.recounted',
			subject: { kind: 'feedback', id: row.id },
			before: { dueOn: row.dueOn },
			after: { dueOn: due.on, code: row.code }
		});
		moved.push({ row, from: row.dueOn!, to: due.on, entryId });
	}
	return moved;
}

/** JSON of the database comes back with its keys in another order. */
const sorted = (value: object | null): unknown =>
	value && Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b)));
