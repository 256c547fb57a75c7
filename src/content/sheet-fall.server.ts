/** How a signature falls: what it covered is another, so nothing leaves by it any more. */
import { desc, eq } from 'drizzle-orm';
import * as deliveries from '#channels/deliveries.server.ts';
import type { Ctx } from '#people/actor.ts';
import type { Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { approvalSheet } from './schema.server.ts';

export type SheetRow = typeof approvalSheet.$inferSelect;

/** The last signature over a story, whether it still holds or not. */
export async function latest(tx: Transaction, storyId: number): Promise<SheetRow | undefined> {
	const [row] = await tx
		.select()
		.from(approvalSheet)
		.where(eq(approvalSheet.storyId, storyId))
		.orderBy(desc(approvalSheet.id))
		.limit(1);
	return row;
}

/** Something the signature covered is another: what was to go out by it stays here. Without a signature nothing falls. */
export async function fall(tx: Transaction, ctx: Ctx, storyId: number, why: string): Promise<void> {
	const last = await latest(tx, storyId);
	if (!last) return;
	const stopped = await deliveries.cancelOfStory(tx, ctx, storyId, `Phiếu duyệt không còn hiệu lực. ${why}`);
	await record(tx, ctx, {
		act: 'sheet.fallen',
		subject: { kind: 'story', id: storyId },
		after: { sheetId: last.id, stopped },
		note: why
	});
}
