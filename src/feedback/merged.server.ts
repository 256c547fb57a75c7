/** The cases that were merged into one: what their senders are told when something becomes of it. */
import { inArray } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import type { Transaction } from '#platform/db.server.ts';
import type { CaseAct } from './case.ts';
import { addStep, type CaseRow } from './facts.server.ts';
import { feedbackCase } from './schema.server.ts';

/** Everything that was merged into this case, and into those in their turn. */
export async function mergedInto(tx: Transaction, id: number): Promise<CaseRow[]> {
	const found: CaseRow[] = [];
	for (let level = [id]; level.length > 0;) {
		const rows = await tx.select().from(feedbackCase).where(inArray(feedbackCase.mergedIntoCaseId, level));
		level = rows.map((row) => row.id).filter((one) => !found.some(({ id: known }) => known === one));
		found.push(...rows.filter((row) => level.includes(row.id)));
	}
	return found;
}

/** Tells everybody whose case was merged into this one; returns how many they are. */
export async function tellMerged(
	tx: Transaction,
	ctx: Ctx,
	id: number,
	act: CaseAct,
	told: string
): Promise<number> {
	const others = await mergedInto(tx, id);
	for (const other of others)
		await addStep(tx, ctx, { caseId: other.id, act, from: 'merged', to: 'merged', told, notify: true });
	return others.length;
}
