/**
 * The journal (nhật ký): every act that changes something leaves a line in the transaction that made the change.
 * The same line wakes the rooms that follow the act (src/reactions.ts).
 */
import { and, desc, eq, lt } from 'drizzle-orm';
import type { Scope } from './context.ts';
import { read, type Transaction } from './db.server.ts';
import { enqueue } from './jobs.server.ts';
import { journalEntry } from './schema.server.ts';

export type Entry = {
	/** `story.published`: the thing and what happened to it. */
	act: string;
	/** The thing: kind and number. */
	subject: { kind: string; id: number | string };
	before?: unknown;
	after?: unknown;
	/** A reason a person gave, in their words. */
	note?: string | undefined;
};

let followed: (act: string) => boolean = () => false;

/** Told once at start by whoever builds the program, since platform may not look up at the rooms. */
export function setFollowed(isFollowed: (act: string) => boolean): void {
	followed = isFollowed;
}

/** Writes the line, and enqueues it for its followers, in the caller's transaction. */
export async function record(tx: Transaction, scope: Scope, entry: Entry): Promise<number> {
	const { actor } = scope;
	const [row] = await tx
		.insert(journalEntry)
		.values({
			at: scope.now,
			personId: actor.kind === 'person' ? actor.personId : null,
			positionId: actor.kind === 'person' ? actor.positionId : null,
			robot: actor.kind === 'robot' ? actor.name : actor.kind === 'visitor' ? 'visitor' : null,
			act: entry.act,
			subjectKind: entry.subject.kind,
			subjectId: String(entry.subject.id),
			before: entry.before ?? null,
			after: entry.after ?? null,
			note: entry.note ?? null
		})
		.returning({ id: journalEntry.id });
	const entryId = row!.id;
	if (followed(entry.act)) await enqueue(tx, 'react', { wardId: scope.wardId, entryId, act: entry.act });
	return entryId;
}

export type JournalLine = typeof journalEntry.$inferSelect;

/** What happened to one thing, newest first. */
export async function historyOf(
	tx: Transaction,
	subject: Entry['subject'],
	limit = 100
): Promise<JournalLine[]> {
	return tx
		.select()
		.from(journalEntry)
		.where(and(eq(journalEntry.subjectKind, subject.kind), eq(journalEntry.subjectId, String(subject.id))))
		.orderBy(desc(journalEntry.id))
		.limit(limit);
}

/** The whole journal page by page, newest first; `before` is the last id of the page before. */
export async function page(scope: Scope, before?: number, limit = 50): Promise<JournalLine[]> {
	return read(scope, (tx) =>
		tx
			.select()
			.from(journalEntry)
			.where(before ? lt(journalEntry.id, before) : undefined)
			.orderBy(desc(journalEntry.id))
			.limit(limit)
	);
}

export async function entryById(tx: Transaction, entryId: number): Promise<JournalLine | undefined> {
	const [row] = await tx.select().from(journalEntry).where(eq(journalEntry.id, entryId));
	return row;
}
