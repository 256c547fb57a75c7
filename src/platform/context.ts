/** Who acts, where and when. Every verb takes it first; nothing is ambient, so tests and jobs build the same thing. */
import type { Database } from './db.server.ts';

/** A person acting in a position, a named robot of ours, or a visitor of the portal. */
export type Doer =
	| { kind: 'person'; personId: number; positionId: number; name: string }
	| { kind: 'robot'; name: string }
	| { kind: 'visitor' };

export type Scope = {
	/** The ward (row-level security lets nothing else through). */
	wardId: number;
	actor: Doer;
	now: Date;
	db: Database;
};
