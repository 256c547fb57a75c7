/**
 * The way into the index: a room that owns public things hands their entries over in the transaction of the change,
 * so what is found and what is public are never apart.
 */
import type { Ctx } from '#people/actor.ts';
import type { Transaction } from '#platform/db.server.ts';
import type { Entry, Kind } from './entry.ts';

/** All rows of one thing are replaced; several entries are windows in time of the same thing; none: it is found no more. */
// eslint-disable-next-line @typescript-eslint/require-await
export async function replace(
	_tx: Transaction,
	_ctx: Ctx,
	_thing: { kind: Kind; key: string },
	_entries: Entry[]
): Promise<void> {}

/** Everything of a kind at once, as after an import. */
// eslint-disable-next-line @typescript-eslint/require-await
export async function replaceAll(
	_tx: Transaction,
	_ctx: Ctx,
	_kind: Kind,
	_entries: Entry[]
): Promise<void> {}
