/** Two changes at once would both read the catalogue of before: one at a time. */
import { sql } from 'drizzle-orm';
import type { Transaction } from '#platform/db.server.ts';

/** Held until the transaction ends; taken again freely. */
export async function lock(tx: Transaction): Promise<void> {
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('procedures', current_ward()))`);
}
