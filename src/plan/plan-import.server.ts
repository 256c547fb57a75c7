/** A plan document comes in: read, understood, stored as a draft with its text and its file. */
import { refuseIfAny } from '#platform/refusal.ts';
import type { Ctx } from '#people/actor.ts';
import { draftFromDocument } from './plan-drafts.server.ts';
import { planRefusals } from './policy.ts';
import { readPlanDocument } from './reader/read.ts';

export type Upload = { name: string; bytes: Uint8Array };

/** Asked before reading: who may not import learns it at once, and costs no work. */
export async function importDocument(ctx: Ctx, upload: Upload): Promise<number> {
	refuseIfAny(planRefusals(ctx.actor, 'import'));
	const document = await readPlanDocument(upload.bytes, upload.name);
	return draftFromDocument(ctx, { ...upload, document, text: document.source?.lines.join('\n') ?? '' });
}
