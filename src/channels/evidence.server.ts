/** What reached its channel counts for the plan: its evidence lands on its task in the same transaction. */
import type { Ctx } from '#people/actor.ts';
import { landEvidence, withdrawEvidence } from '#plan/evidence.server.ts';
import type { Channel } from '#plan/channel.ts';
import type { Transaction } from '#platform/db.server.ts';
import type { Outlet } from './forms.ts';
import type { delivery } from './schema.server.ts';

/** Under which of the plan's forms a delivery is counted. */
export const planChannel: Record<Outlet, Channel> = {
	zalo: 'zalo',
	facebook: 'facebook',
	email: 'other',
	push: 'other',
	webhook: 'other',
	screen: 'notice_board',
	slogan: 'slogan',
	notice_board: 'notice_board',
	leaflet: 'leaflet',
	meeting: 'meeting'
};

export async function landOnTask(
	tx: Transaction,
	ctx: Ctx,
	row: typeof delivery.$inferSelect,
	kind: Outlet
): Promise<void> {
	if (!row.taskId || !row.sentAt) return;
	await landEvidence(tx, ctx, {
		taskId: row.taskId,
		contentAreaKeys: row.areaKeys,
		channel: planChannel[kind],
		title: row.message.title,
		url: row.remoteUrl ?? row.message.link,
		occurredAt: row.sentAt,
		sourceKind: 'delivery',
		sourceId: row.id
	});
}

export async function withdrawFromTask(tx: Transaction, ctx: Ctx, id: number, reason: string): Promise<void> {
	await withdrawEvidence(tx, ctx, { sourceKind: 'delivery', sourceId: id, reason });
}
