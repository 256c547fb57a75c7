/** What a sheet of paper of a story is printed from: its edition for that outlet, as it stands. */
import { eq } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { notFound } from '#platform/refusal.ts';
import { ward } from '#platform/schema.server.ts';
import { contactOf, wardInSentence } from '#procedures/print/set.ts';
import { editionsIn, toldOf } from '../editions.server.ts';
import { load } from '../facts.server.ts';
import * as sheets from '../sheets.server.ts';
import type { ToPrint } from './paper.ts';

export async function toPrint(
	ctx: Ctx,
	storyId: number,
	outlet: 'notice_board' | 'leaflet' | 'slogan',
	origin: string
): Promise<ToPrint> {
	const { signed, parts } = await sheets.look(ctx, storyId);
	return read(ctx, async (tx) => {
		const loaded = await load(tx, ctx, storyId, 'look');
		const told = await toldOf(tx, ctx, storyId, loaded.revision, false);
		const editions = await editionsIn(tx, loaded, told);
		const edition = editions.find((one) => one.outlet === outlet);
		const [there] = await tx.select().from(ward).where(eq(ward.id, ctx.wardId));
		if (!edition || !there) throw notFound('bản in này');
		return {
			message: edition.message,
			ward: {
				name: wardInSentence(there.name),
				superiorName: there.superiorName,
				contact: contactOf(there.settings)
			},
			cover: loaded.revision.cover,
			origin,
			day: dayOf(ctx.now),
			// A sheet signs the editions that are wanted; of the others nothing was signed.
			signed: signed !== null && parts.some((part) => part.outlet === outlet)
		};
	});
}
