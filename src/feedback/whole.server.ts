/**
 * The whole message (toàn văn như đã gửi) of a case that was split: kept beside the parts as it came, read-only. It says
 * what every part says, so only whoever may see every part reads it, and masked when one of them is masked for them.
 */
import { eq, or } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import type { Transaction } from '#platform/db.server.ts';
import { factsOf, type CaseRow } from './facts.server.ts';
import { masked } from './masking.ts';
import { sight } from './policy.ts';
import { feedbackCase, feedbackWhole } from './schema.server.ts';

type Part = Pick<CaseRow, 'id' | 'originalCaseId'>;
const rootId = ({ id, originalCaseId }: Part): number => originalCaseId ?? id;

/** At the first splitting; a part that is divided further was not sent as it stands. */
export async function keep(tx: Transaction, ctx: Ctx, row: Part & { text: string }): Promise<void> {
	if (row.originalCaseId !== null) return;
	await tx
		.insert(feedbackWhole)
		.values({ caseId: row.id, text: row.text, splitAt: ctx.now })
		.onConflictDoNothing();
}

/** Takes it out of the tables: whoever calls puts it into a seal, or it is to be forgotten. */
export async function take(tx: Transaction, row: Part): Promise<string | undefined> {
	const [gone] = await tx
		.delete(feedbackWhole)
		.where(eq(feedbackWhole.caseId, rootId(row)))
		.returning();
	return gone?.text;
}

export type Whole = { text: string; masked: boolean };

export async function shownTo(tx: Transaction, ctx: Ctx, row: Part): Promise<Whole | null> {
	const root = rootId(row);
	const [whole] = await tx.select().from(feedbackWhole).where(eq(feedbackWhole.caseId, root));
	if (!whole) return null;
	const parts = await tx
		.select()
		.from(feedbackCase)
		.where(or(eq(feedbackCase.id, root), eq(feedbackCase.originalCaseId, root)));
	const sights = [];
	for (const part of parts) sights.push(sight(ctx.actor, await factsOf(tx, part)));
	if (sights.includes('none')) return null;
	const hide = sights.includes('masked');
	return { text: hide ? masked(whole.text) : whole.text, masked: hide };
}
