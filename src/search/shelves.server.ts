/**
 * The shelves of this process: each ward's index in memory, brought up to date before every look. What is new since is
 * asked by snapshot (migrations/0016-search.sql), so a change is found from the moment it is committed, in every process.
 */
import { inArray, sql } from 'drizzle-orm';
import { read, readAtOnce, type Database, type Transaction } from '#platform/db.server.ts';
import type { Looker } from './find.server.ts';
import type { Kind } from './entry.ts';
import { lexiconOf, plainLexicon, type Lexicon } from './lexicon.ts';
import { searchEntry, searchWord } from './schema.server.ts';
import { tokens } from './fold.ts';
import { QUOTED } from './highlight.ts';
import { laidOut, type LaidOut } from './name.ts';
import { emptyShelf, put, supersede, type Row, type Shelf } from './shelf.ts';

export type Held = {
	/** Another one whenever anything was taken in: what was worked out of an older edition no longer holds. */
	edition: number;
	shelf: Shelf;
	lexicon: Lexicon;
	/** What had been seen when the shelf was last brought up to date; null: nothing yet. */
	snapshot: string | null;
	running: Promise<void> | null;
	next: Promise<void> | null;
	/** The first part of the texts of entries, as far as they are quoted: by the row, which is never rewritten. */
	texts: Map<number, LaidOut>;
};

let editions = 0;

const held = new WeakMap<Database, Map<number, Held>>();

export async function upToDate(ctx: Looker): Promise<Held> {
	let wards = held.get(ctx.db);
	if (!wards) held.set(ctx.db, (wards = new Map()));
	let own = wards.get(ctx.wardId);
	if (!own) {
		own = {
			edition: ++editions,
			shelf: emptyShelf(),
			lexicon: plainLexicon(),
			snapshot: null,
			running: null,
			next: null,
			texts: new Map()
		};
		wards.set(ctx.wardId, own);
	}
	await refreshed(ctx, own);
	return own;
}

/**
 * All who ask in the same moment share one look at the database, and all who come while one is running share the next:
 * it begins after they came, so it sees what they may expect.
 */
function refreshed(ctx: Looker, own: Held): Promise<void> {
	own.next ??= (own.running ?? aMoment()).then(() => {
		own.next = null;
		const running = refresh(ctx, own);
		own.running = running
			.catch(() => undefined)
			.then(() => {
				own.running = null;
			});
		return running;
	});
	return own.next;
}

const aMoment = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Entries that no longer hold are kept in memory until there are too many of them. */
const MOST_DEAD = 2000;

async function refresh(ctx: Looker, own: Held): Promise<void> {
	if (own.shelf.docs.length - own.shelf.alive > Math.max(MOST_DEAD, own.shelf.alive)) {
		own.shelf = emptyShelf();
		own.edition = ++editions;
		own.texts.clear();
		own.snapshot = null;
	}
	if (own.snapshot !== null && !(await hasChanged(ctx, own))) return;
	await read(ctx, async (tx) => {
		const { rows } = await tx.execute<{ snapshot: string } & Change>(
			sql`select pg_current_snapshot()::text as snapshot, c.id, c.kind, c.key
				from (select 1) one left join search_change c
				on ${own.snapshot === null ? sql`true` : sql`not pg_visible_in_snapshot(c.stamp::text::xid8, ${own.snapshot}::pg_snapshot)`}
				order by c.id`
		);
		const changes = rows.filter((row) => row.id !== null);
		if (changes.length > 0 || own.snapshot === null) await take(tx, own, changes);
		own.snapshot = rows[0]!.snapshot;
	});
}

/** Nearly always nothing has: that is asked in one round trip, and by the index of stamps. */
async function hasChanged(ctx: Looker, own: Held): Promise<boolean> {
	const seen = own.snapshot!;
	if (!/^\d+:\d+:[\d,]*$/.test(seen)) throw new Error(`no snapshot: ${seen}`);
	const oldest = seen.slice(0, seen.indexOf(':'));
	const [row] = await readAtOnce<{ snapshot: string; changed: boolean }>(
		ctx,
		`select pg_current_snapshot()::text as snapshot, exists (
			select from search_change where stamp >= ${oldest}
			and not pg_visible_in_snapshot(stamp::text::xid8, '${seen}'::pg_snapshot)) as changed`
	);
	if (!row!.changed) own.snapshot = row!.snapshot;
	return row!.changed;
}

type Change = { id: number | null; kind: Kind | 'words'; key: string | null };

async function take(tx: Transaction, own: Held, changes: Change[]): Promise<void> {
	const first = own.snapshot === null;
	const of = changes.filter(
		(change): change is Change & { id: number; kind: Kind } => change.kind !== 'words'
	);
	const rows = first
		? await entries(tx)
		: of.length > 0
			? await entries(
					tx,
					of.map(({ id }) => Number(id))
				)
			: [];
	if (first || of.length < changes.length) {
		const lines = await tx.select({ said: searchWord.said, means: searchWord.means }).from(searchWord);
		own.lexicon = lines.length > 0 ? lexiconOf(lines) : plainLexicon();
	}
	// The texts of a ward are few; of a hundred thousand entries only those that are shown are fetched.
	const texts =
		rows.length <= MOST_TEXTS / 2
			? await tx
					.select({ id: searchEntry.id, text: sql<string>`left(${searchEntry.body}, ${QUOTED + 1})` })
					.from(searchEntry)
					.where(
						inArray(
							searchEntry.id,
							rows.map(({ id }) => id)
						)
					)
			: [];
	for (const { id, kind, key } of of) supersede(own.shelf, Number(id), kind, key);
	for (const row of rows) put(own.shelf, row);
	own.edition = ++editions;
	for (const { id, text } of texts) keepText(own, id, text);
}

async function entries(tx: Transaction, changeIds?: number[]): Promise<Row[]> {
	const rows = await tx
		.select({
			id: searchEntry.id,
			changeId: searchEntry.changeId,
			kind: searchEntry.kind,
			key: searchEntry.key,
			url: searchEntry.url,
			title: searchEntry.title,
			codes: searchEntry.codes,
			aliases: searchEntry.aliases,
			bodyWords: searchEntry.bodyWords,
			field: searchEntry.field,
			applicants: searchEntry.applicants,
			online: searchEntry.online,
			shownFrom: searchEntry.shownFrom,
			shownTo: searchEntry.shownTo,
			publishedAt: searchEntry.publishedAt
		})
		.from(searchEntry)
		.where(changeIds ? inArray(searchEntry.changeId, changeIds) : undefined)
		.orderBy(searchEntry.id);
	return rows.map(({ field, applicants, online, shownFrom, shownTo, ...row }) => ({
		...row,
		facets: {
			...(field && { field }),
			...(applicants.length > 0 && { applicants }),
			...(online && { online })
		},
		from: shownFrom?.getTime() ?? Number.NEGATIVE_INFINITY,
		to: shownTo?.getTime() ?? Number.POSITIVE_INFINITY
	}));
}

const MOST_TEXTS = 4000;

function keepText(own: Held, id: number, text: string): LaidOut {
	if (own.texts.size >= MOST_TEXTS) own.texts.delete(own.texts.keys().next().value!);
	const laid = laidOut(text, tokens(text.slice(0, QUOTED)), (stem) => own.shelf.ids.get(stem) ?? -1);
	own.texts.set(id, laid);
	return laid;
}

/** Texts of the few entries that are shown, for the part around what matched. */
export async function textsOf(ctx: Looker, own: Held, ids: number[]): Promise<LaidOut[]> {
	const found = ids.map((id) => own.texts.get(id));
	const missing = ids.filter((_, at) => !found[at]);
	if (missing.length > 0) {
		const rows = await readAtOnce<{ id: number; text: string }>(
			ctx,
			`select id, left(body, ${QUOTED + 1}) as text from search_entry where id in (${missing.map(Number).join()})`
		);
		for (const { id, text } of rows) found[ids.indexOf(id)] = keepText(own, id, text);
	}
	return found.map((laid) => laid ?? nothing);
}

/** Of an entry that went while it was looked for. */
const nothing = laidOut('', [], () => -1);
