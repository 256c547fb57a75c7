/**
 * The duty to read a change set out on the radio, tied to the broadcast that does it: it is done when the loudspeakers
 * have played it, by the log of the consoles. May run twice.
 */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import type { Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { procedureDuty } from './schema.server.ts';

/** What was read out of these sets is done, at the moment it was on the air. */
export async function aired(
	tx: Transaction,
	ctx: Ctx,
	of: { changeSetIds: number[]; at: Date; link: string }
): Promise<void> {
	if (of.changeSetIds.length === 0) return;
	const done = await tx
		.update(procedureDuty)
		.set({ doneAt: of.at, link: of.link, doneNote: 'Đã phát trên loa, theo nhật ký máy phát.' })
		.where(
			and(
				eq(procedureDuty.kind, 'radio'),
				inArray(procedureDuty.changeSetId, of.changeSetIds),
				isNull(procedureDuty.doneAt),
				isNull(procedureDuty.droppedAt)
			)
		)
		.returning({ id: procedureDuty.id });
	for (const { id } of done)
		await record(tx, ctx, {
			act: 'procedure_duty.finished',
			subject: { kind: 'procedure_duty', id },
			after: { ids: [id], count: 1, link: of.link }
		});
}
