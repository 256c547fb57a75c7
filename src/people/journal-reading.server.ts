/** The journal as administrators and leaders read it: with the names of those who acted, page by page. */
import { and, asc, desc, eq, gte, like, lt } from 'drizzle-orm';
import { addDays, isDay, startOfDay } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { refuseIfAny } from '#platform/refusal.ts';
import { journalEntry } from '#platform/schema.server.ts';
import type { Ctx } from './actor.ts';
import * as policy from './policy.ts';
import { person, position } from './schema.server.ts';

export type JournalFilter = {
	before?: number | undefined;
	personId?: number | undefined;
	/** First part of the act: `story`, `account`. */
	room?: string | undefined;
	day?: string | undefined;
};
export type JournalRow = {
	id: number;
	at: Date;
	act: string;
	subjectKind: string;
	subjectId: string;
	note: string | null;
	before: unknown;
	after: unknown;
	robot: string | null;
	personId: number | null;
	personName: string | null;
	title: string | null;
};

export async function journal(
	ctx: Ctx,
	filter: JournalFilter,
	limit = 40
): Promise<{ rows: JournalRow[]; more: boolean }> {
	refuseIfAny(policy.refusals(ctx.actor, 'read_journal'));
	const { before, personId, room, day } = filter;
	const rows = await read(ctx, (tx) =>
		tx
			.select({
				id: journalEntry.id,
				at: journalEntry.at,
				act: journalEntry.act,
				subjectKind: journalEntry.subjectKind,
				subjectId: journalEntry.subjectId,
				note: journalEntry.note,
				before: journalEntry.before,
				after: journalEntry.after,
				robot: journalEntry.robot,
				personId: journalEntry.personId,
				personName: person.name,
				title: position.title
			})
			.from(journalEntry)
			.leftJoin(person, eq(person.id, journalEntry.personId))
			.leftJoin(position, eq(position.id, journalEntry.positionId))
			.where(
				and(
					before ? lt(journalEntry.id, before) : undefined,
					personId ? eq(journalEntry.personId, personId) : undefined,
					room && /^[a-z]+$/.test(room) ? like(journalEntry.act, `${room}.%`) : undefined,
					day && isDay(day)
						? and(gte(journalEntry.at, startOfDay(day)), lt(journalEntry.at, startOfDay(addDays(day, 1))))
						: undefined
				)
			)
			.orderBy(desc(journalEntry.id))
			.limit(limit + 1)
	);
	return { rows: rows.slice(0, limit), more: rows.length > limit };
}

/** Everybody who can have left a line, for the filter. */
export async function writers(ctx: Ctx): Promise<{ id: number; name: string }[]> {
	refuseIfAny(policy.refusals(ctx.actor, 'read_journal'));
	return read(ctx, (tx) =>
		tx.select({ id: person.id, name: person.name }).from(person).orderBy(asc(person.name))
	);
}
