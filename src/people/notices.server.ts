/** Notice (thông báo): what a person is told inside the workspace, with the way to the thing it is about. */
import { and, count, desc, eq, inArray, isNull, lt } from 'drizzle-orm';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import { person as self, type Ctx } from './actor.ts';
import { notice, person } from './schema.server.ts';

export type Notice = { id: number; at: Date; text: string; link: string; readAt: Date | null };
export type Telling = { personIds: number[]; entryId: number; text: string; link: string };

/**
 * Tells people about a line of the journal, each person once per line, also when the reaction runs twice.
 * Who did the act knows already: leave them out of `personIds`. Returns how many were newly told.
 */
export async function tell(
	tx: Transaction,
	ctx: Ctx,
	{ personIds, entryId, text, link }: Telling
): Promise<number> {
	if (!link.startsWith('/') || link.startsWith('//'))
		throw new Error(`a notice leads inside the site, not to ${link}`);
	if (personIds.length === 0) return 0;
	// Who left the ward's service is not told any more.
	const there = await tx
		.select({ id: person.id })
		.from(person)
		.where(and(inArray(person.id, personIds), isNull(person.leftAt)));
	if (there.length === 0) return 0;
	const told = await tx
		.insert(notice)
		.values(there.map(({ id }) => ({ personId: id, entryId, at: ctx.now, text, link })))
		.onConflictDoNothing({ target: [notice.personId, notice.entryId] })
		.returning({ id: notice.id });
	return told.length;
}

/** My notices, newest first; `before` is the last id of the page before. */
export async function list(
	ctx: Ctx,
	options: { before?: number | undefined; limit?: number; unreadOnly?: boolean } = {}
): Promise<Notice[]> {
	const { personId } = self(ctx);
	return read(ctx, (tx) =>
		tx
			.select({ id: notice.id, at: notice.at, text: notice.text, link: notice.link, readAt: notice.readAt })
			.from(notice)
			.where(
				and(
					eq(notice.personId, personId),
					options.before ? lt(notice.id, options.before) : undefined,
					options.unreadOnly ? isNull(notice.readAt) : undefined
				)
			)
			.orderBy(desc(notice.id))
			.limit(options.limit ?? 30)
	);
}

export async function unread(ctx: Ctx): Promise<number> {
	const { personId } = self(ctx);
	return read(ctx, async (tx) => {
		const [row] = await tx
			.select({ n: count() })
			.from(notice)
			.where(and(eq(notice.personId, personId), isNull(notice.readAt)));
		return row!.n;
	});
}

/** Marks one of my notices, or all of them, as read. Somebody else's are not there for me. */
export async function markRead(ctx: Ctx, which: number | 'all'): Promise<{ link: string } | undefined> {
	const { personId } = self(ctx);
	return transact(ctx, async (tx) => {
		const mine = and(eq(notice.personId, personId), which === 'all' ? undefined : eq(notice.id, which));
		await tx
			.update(notice)
			.set({ readAt: ctx.now })
			.where(and(mine, isNull(notice.readAt)));
		if (which === 'all') return undefined;
		const [found] = await tx.select({ link: notice.link }).from(notice).where(mine);
		return found;
	});
}
