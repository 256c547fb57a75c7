/**
 * The duty to tell of a change set, tied to the story that does it: the draft is begun once, and the duty is done when
 * the story is public. Follows lines of the journal (src/reactions.ts), so everything here may run twice.
 */
import { and, asc, eq, isNull, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Ctx } from '#people/actor.ts';
import { transact, type Transaction } from '#platform/db.server.ts';
import { record, type JournalLine } from '#platform/journal.server.ts';
import { changeSet, procedure, procedureChange, procedureDuty, procedureVersion } from './schema.server.ts';
import type { ToldChange, ToldSet } from './telling.ts';

const before = alias(procedureVersion, 'before_version');
const after = alias(procedureVersion, 'after_version');

export type ToldOf = { set: ToldSet & { id: number; title: string; kind: string }; changes: ToldChange[] };

/** What is to be told of a change set; undefined: no such set. */
export async function toldOf(tx: Transaction, changeSetId: number): Promise<ToldOf | undefined> {
	const [set] = await tx
		.select({
			id: changeSet.id,
			title: changeSet.title,
			kind: changeSet.kind,
			number: changeSet.number,
			issuedOn: changeSet.issuedOn,
			issuer: changeSet.issuer
		})
		.from(changeSet)
		.where(eq(changeSet.id, changeSetId));
	if (!set) return undefined;
	// Two plain joins, as everywhere: one on "after, else before" reads every version for every change.
	const name = sql<string>`coalesce(${after.name}, ${before.name})`;
	const changes = await tx
		.select({
			code: procedure.code,
			name,
			kind: procedureChange.kind,
			effectiveOn: procedureChange.effectiveOn,
			replacedBy: procedureChange.replacedBy
		})
		.from(procedureChange)
		.innerJoin(procedure, eq(procedure.id, procedureChange.procedureId))
		.leftJoin(after, eq(after.id, procedureChange.afterVersionId))
		.leftJoin(before, eq(before.id, procedureChange.beforeVersionId))
		.where(eq(procedureChange.changeSetId, changeSetId))
		.orderBy(
			asc(procedureChange.effectiveOn),
			sql`coalesce(${after.field}, ${before.field})`,
			asc(procedure.code)
		);
	return { set, changes };
}

/** The open duty to write of this set that has no story yet, locked, so that two workers begin one draft. */
export async function waitingForStory(tx: Transaction, changeSetId: number): Promise<number | undefined> {
	const [duty] = await tx
		.select({ id: procedureDuty.id })
		.from(procedureDuty)
		.where(
			and(
				eq(procedureDuty.changeSetId, changeSetId),
				eq(procedureDuty.kind, 'story'),
				isNull(procedureDuty.link),
				isNull(procedureDuty.doneAt),
				isNull(procedureDuty.droppedAt)
			)
		)
		.for('update');
	return duty?.id;
}

const linkOf = (storyId: number): string => `/lam-viec/tin-bai/${storyId}`;

export async function storyBegun(tx: Transaction, ctx: Ctx, dutyId: number, storyId: number): Promise<void> {
	const link = linkOf(storyId);
	await tx.update(procedureDuty).set({ link }).where(eq(procedureDuty.id, dutyId));
	await record(tx, ctx, {
		act: 'procedure_duty.story_begun',
		subject: { kind: 'procedure_duty', id: dutyId },
		after: { storyId, link }
	});
}

/** The story is public: what it was written for is done, at the moment it came out. */
export async function storyPublished(ctx: Ctx, line: JournalLine): Promise<void> {
	const link = linkOf(Number(line.subjectId));
	await transact(ctx, async (tx) => {
		const done = await tx
			.update(procedureDuty)
			.set({ doneAt: line.at, doneByPersonId: line.personId })
			.where(openWith(link))
			.returning({ id: procedureDuty.id });
		for (const { id } of done)
			await record(tx, ctx, {
				act: 'procedure_duty.finished',
				subject: { kind: 'procedure_duty', id },
				after: { ids: [id], count: 1, link }
			});
	});
}

/** The draft was thrown away: the duty waits for a story again. */
export async function storyRemoved(ctx: Ctx, line: JournalLine): Promise<void> {
	const link = linkOf(Number(line.subjectId));
	await transact(ctx, async (tx) => {
		const left = await tx
			.update(procedureDuty)
			.set({ link: null })
			.where(openWith(link))
			.returning({ id: procedureDuty.id });
		for (const { id } of left)
			await record(tx, ctx, {
				act: 'procedure_duty.story_gone',
				subject: { kind: 'procedure_duty', id },
				before: { link }
			});
	});
}

const openWith = (link: string): SQL | undefined =>
	and(
		eq(procedureDuty.kind, 'story'),
		eq(procedureDuty.link, link),
		isNull(procedureDuty.doneAt),
		isNull(procedureDuty.droppedAt)
	);
