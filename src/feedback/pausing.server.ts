/** Pause (tạm dừng thời hạn): the days of waiting for the sender's reply are not counted. At most one is open. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import type { Transaction } from '#platform/db.server.ts';
import { feedbackPause } from './schema.server.ts';

export async function openPause(tx: Transaction, ctx: Ctx, caseId: number): Promise<void> {
	await tx.insert(feedbackPause).values({ caseId, fromAt: ctx.now });
}

/** Does nothing when none is open. */
export async function closePause(tx: Transaction, ctx: Ctx, caseId: number): Promise<void> {
	await tx
		.update(feedbackPause)
		.set({ toAt: ctx.now })
		.where(and(eq(feedbackPause.caseId, caseId), isNull(feedbackPause.toAt)));
}
