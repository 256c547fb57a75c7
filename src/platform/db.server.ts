/**
 * The way to the database. Domain code never holds a bare connection: it works inside `transact` or `read`, which
 * set the ward (for row-level security) and step down to the role that owns nothing, for that transaction only.
 */
import { sql } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Scope } from './context.ts';
import { log } from './log.server.ts';
import { Refusal, type RefusalDetail } from './refusal.ts';

export type Database = NodePgDatabase & { $client: pg.Pool };
export type Transaction = Parameters<Parameters<NodePgDatabase['transaction']>[0]>[0];

// Counts and money arrive as bigint; ours stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// A day is a text `YYYY-MM-DD`; the driver would make it a moment in the machine's time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

export function openDatabase(url: string, options: { max?: number } = {}): Database {
	const pool = new pg.Pool({ connectionString: url, max: options.max ?? 10, application_name: 'minhbach' });
	// An idle connection that breaks (server restart) is replaced by the pool; without a listener Node would end.
	pool.on('error', () => undefined);
	// One that breaks between two statements of a transaction has nobody listening either; its next statement fails.
	pool.on('connect', (client) => client.on('error', () => undefined));
	return Object.assign(drizzle(pool), { $client: pool });
}

/** What each named constraint means to a person: the database is the last judge, and this is how it speaks. */
export type Violations = Record<string, RefusalDetail>;

/** Runs `work` in one transaction of the scope's ward. All of it happens, or none. */
export async function transact<T>(
	scope: Scope,
	work: (tx: Transaction) => Promise<T>,
	violations: Violations = {}
): Promise<T> {
	try {
		return await scope.db.transaction(async (tx) => {
			await enter(tx, scope.wardId);
			return work(tx);
		});
	} catch (error) {
		throw refusalFor(error, violations) ?? error;
	}
}

/** Like {@link transact} for reading: one consistent picture, and the database refuses any write. */
export async function read<T>(
	scope: Pick<Scope, 'db' | 'wardId'>,
	work: (tx: Transaction) => Promise<T>
): Promise<T> {
	try {
		return await scope.db.transaction(
			async (tx) => {
				await enter(tx, scope.wardId);
				return work(tx);
			},
			{ accessMode: 'read only', isolationLevel: 'repeatable read' }
		);
	} catch (error) {
		throw impossibleValue(error) ?? error;
	}
}

/**
 * Like {@link read}, in a single round trip, for one small question that is asked before everything else: statements
 * sent together are one transaction, so ward and role end with it. Without parameters: `statement` is ours, whole.
 */
export async function readAtOnce<T>(scope: Pick<Scope, 'db' | 'wardId'>, statement: string): Promise<T[]> {
	const ward = Number(scope.wardId);
	const results = (await scope.db.$client.query(
		`select set_config('minhbach.ward', '${ward}', true), set_config('role', 'minhbach_app', true); ${statement}`
	)) as unknown as pg.QueryResult[];
	return results.at(-1)!.rows as T[];
}

async function enter(tx: Transaction, wardId: number): Promise<void> {
	await tx.execute(
		sql`select set_config('minhbach.ward', ${String(wardId)}, true), set_config('role', 'minhbach_app', true)`
	);
}

function refusalFor(error: unknown, violations: Violations): Refusal | undefined {
	const cause = error instanceof Error && error.cause ? error.cause : error;
	const constraint = (cause as { constraint?: string }).constraint;
	const detail = constraint ? violations[constraint] : undefined;
	return detail ? new Refusal(detail) : impossibleValue(error);
}

/** Not a number, out of range, no day of any calendar, no letter: PostgreSQL's words for values no column can hold. */
const impossible = new Set(['22P02', '22003', '22007', '22008', '22021', '22P05']);

/**
 * What was sent can be nowhere in the tables, so it came from outside of our pages: refused, and logged, because a slip
 * of ours would look the same.
 */
function impossibleValue(error: unknown): Refusal | undefined {
	const cause = error instanceof Error && error.cause ? error.cause : error;
	if (!impossible.has(String((cause as { code?: string }).code))) return undefined;
	// Without the values: they may be about somebody.
	const { query } = error as { query?: string };
	log.warn({ why: (cause as Error).message, query: query?.slice(0, 300) }, 'a value no column can hold');
	return Object.assign(
		new Refusal({
			code: 'input.impossible',
			message:
				'Có giá trị gửi đến không dùng được (số quá lớn, ngày không có thật hoặc sai dạng). Hãy tải lại trang, xem lại các ô rồi làm lại.'
		}),
		{ cause: error }
	);
}
