/** Who has a story open: a sign of life every few seconds from the editor, forgotten soon after it stops. */
import { and, asc, eq, gt, ne } from 'drizzle-orm';
import { person as actorOf, type Ctx } from '#people/actor.ts';
import { person } from '#people/schema.server.ts';
import { read, transact } from '#platform/db.server.ts';
import { load } from './facts.server.ts';
import { storyPresence } from './schema.server.ts';

/** Three missed signs: gone. */
const FORGET = 45_000;

export type Present = { personId: number; name: string };

/** I have it open. Leaves no journal line: it changes nothing that lasts. */
export async function touch(ctx: Ctx, storyId: number): Promise<Present[]> {
	const { personId } = actorOf(ctx);
	await transact(ctx, async (tx) => {
		await load(tx, ctx, storyId, 'look');
		await tx
			.insert(storyPresence)
			.values({ storyId, personId, at: ctx.now })
			.onConflictDoUpdate({ target: [storyPresence.storyId, storyPresence.personId], set: { at: ctx.now } });
	});
	return others(ctx, storyId);
}

/** I closed it. */
export async function leave(ctx: Ctx, storyId: number): Promise<void> {
	const { personId } = actorOf(ctx);
	await transact(ctx, async (tx) => {
		await tx
			.delete(storyPresence)
			.where(and(eq(storyPresence.storyId, storyId), eq(storyPresence.personId, personId)));
	});
}

/** Everybody else who has it open. */
export async function others(ctx: Ctx, storyId: number): Promise<Present[]> {
	const { personId } = actorOf(ctx);
	return read(ctx, async (tx) => {
		await load(tx, ctx, storyId, 'look');
		return tx
			.select({ personId: person.id, name: person.name })
			.from(storyPresence)
			.innerJoin(person, eq(person.id, storyPresence.personId))
			.where(
				and(
					eq(storyPresence.storyId, storyId),
					ne(storyPresence.personId, personId),
					gt(storyPresence.at, new Date(ctx.now.getTime() - FORGET))
				)
			)
			.orderBy(asc(storyPresence.at));
	});
}
