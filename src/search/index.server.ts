/**
 * The way into the index: a room that owns public things hands their entries over in the transaction of the change,
 * so what is found and what is public are never apart.
 */
import { and, eq, inArray, lt } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import type { Transaction } from '#platform/db.server.ts';
import type { Entry, Kind } from './entry.ts';
import { stems } from './fold.ts';
import { searchChange, searchEntry } from './schema.server.ts';

/** All rows of one thing are replaced; several entries are windows in time of the same thing; none: it is found no more. */
export async function replace(
	tx: Transaction,
	_ctx: Ctx,
	thing: { kind: Kind; key: string },
	entries: Entry[]
): Promise<void> {
	const changeId = await begin(tx, thing.kind, thing.key);
	await insert(tx, changeId, entries);
	await sweep(tx, changeId, and(eq(searchChange.kind, thing.kind), eq(searchChange.key, thing.key)));
}

/** Everything of a kind at once, as after an import. */
export async function replaceAll(tx: Transaction, _ctx: Ctx, kind: Kind, entries: Entry[]): Promise<void> {
	const changeId = await begin(tx, kind, null);
	await insert(tx, changeId, entries);
	await sweep(tx, changeId, eq(searchChange.kind, kind));
}

/** The ward's own words changed. */
export async function wordsChanged(tx: Transaction): Promise<void> {
	await sweep(tx, await begin(tx, 'words', null), eq(searchChange.kind, 'words'));
}

async function begin(tx: Transaction, kind: Kind | 'words', key: string | null): Promise<number> {
	const [row] = await tx.insert(searchChange).values({ kind, key }).returning({ id: searchChange.id });
	return row!.id;
}

/** What stood before falls away; what another transaction is at work on is left to whoever comes next. */
async function sweep(tx: Transaction, before: number, which: ReturnType<typeof and>): Promise<void> {
	const behind = tx
		.select({ id: searchChange.id })
		.from(searchChange)
		.where(and(lt(searchChange.id, before), which))
		.for('update', { skipLocked: true });
	await tx.delete(searchChange).where(inArray(searchChange.id, behind));
}

/** Longer bodies are cut: what stands so far down is nothing people look for. */
const LONGEST_BODY = 20_000;
const CHUNK = 400;

async function insert(tx: Transaction, changeId: number, entries: Entry[]): Promise<void> {
	const rows = entries.map(({ kind, key, url, title, codes, aliases, body, facets, ...rest }) => ({
		changeId,
		kind,
		key,
		url,
		title: plain(title),
		codes: codes.map(plain),
		aliases: aliases.map(plain),
		body: plain(body).slice(0, LONGEST_BODY),
		bodyWords: [...new Set(stems(body.slice(0, LONGEST_BODY)))].join(' '),
		field: facets.field ?? null,
		applicants: facets.applicants ?? [],
		online: facets.online ?? null,
		...rest
	}));
	for (let at = 0; at < rows.length; at += CHUNK)
		await tx.insert(searchEntry).values(rows.slice(at, at + CHUNK));
}

/** A text the database takes. */
const plain = (text: string): string => text.replaceAll('\u0000', '');
