/** Who is told that procedures changed, and in which words; follows a line of the journal (src/reactions.ts). */
import type { Ctx } from '#people/actor.ts';
import * as notices from '#people/notices.server.ts';
import { peopleWith } from '#people/positions.server.ts';
import { dayOf } from '#platform/clock.ts';
import { transact } from '#platform/db.server.ts';
import * as format from '#platform/format.ts';
import type { JournalLine } from '#platform/journal.server.ts';
import { toldOf } from './story-duties.server.ts';
import { newsworthy } from './telling.ts';

/** The desk changes its papers, the office looks after it, culture writes, the radio reads. */
const concerned = ['one_stop', 'office', 'culture', 'radio'] as const;

/** The change set a line is about. */
export function setOf(line: JournalLine): number {
	const { changeSetId } = (line.after ?? {}) as { changeSetId?: number };
	return changeSetId ?? Number(line.subjectId);
}

/** Tells them, all but whoever did it. Runs twice without harm: a line tells a person once. */
export async function tell(ctx: Ctx, line: JournalLine): Promise<void> {
	await transact(ctx, async (tx) => {
		const told = await toldOf(tx, setOf(line));
		// Taking stock of what has long been in force changes nothing for anybody.
		if (!told || told.set.kind === 'inventory' || told.changes.length === 0) return;
		const people = await peopleWith(tx, concerned, dayOf(ctx.now));
		const news = newsworthy(told.changes);
		const days = told.changes.map(({ effectiveOn }) => effectiveOn).sort();
		const by = told.set.number ? `Quyết định ${told.set.number}: ` : '';
		const text =
			news.length > 0
				? `${by}${format.number(news.length)} thủ tục thay đổi, ${new Set(days).size > 1 ? 'sớm nhất ' : ''}từ ngày ${format.date(days[0]!)}. Hãy xem việc cần làm.`
				: `${by}đính chính ${format.number(told.changes.length)} thủ tục; tờ niêm yết cần thay. Hãy xem việc cần làm.`;
		await notices.tell(tx, ctx, {
			personIds: people.filter((id) => id !== line.personId),
			entryId: line.id,
			text: format.capitalise(text),
			link: `/lam-viec/thu-tuc/quyet-dinh/${told.set.id}`
		});
	});
}
