/**
 * Which act wakes whom: one table, nothing hidden. A room that needs a later room to do something records an act in
 * the journal; the worker looks it up here. Every reaction may run twice safely.
 */
import type { Ctx } from '#people/actor.ts';
import type { JournalLine } from '#platform/journal.server.ts';

export type Reaction = (ctx: Ctx, entry: JournalLine) => Promise<void>;

export const reactions: Record<string, Reaction[]> = {};

/** Does anybody follow this act? Told to the journal at start, so that unfollowed acts cost no job. */
export function isFollowed(act: string): boolean {
	return act in reactions;
}
