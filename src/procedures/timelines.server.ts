/** The timelines of procedures as rows: loaded for a change, and written back with what the change came to. */
import { randomBytes } from 'node:crypto';
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { dayOf, type Day } from '#platform/clock.ts';
import type { Transaction } from '#platform/db.server.ts';
import type { ProcedureText } from './procedure.ts';
import type { VersionOfCode } from './reading.server.ts';
import { procedure, procedureChange, procedureVersion, type changeSet } from './schema.server.ts';
import type { Span, Step, Timeline } from './timeline.ts';

/** What stands in a timeline: stored, or about to be. */
export type Text = VersionOfCode | ProcedureText;
export type CodeStep = Step<Text> & { code: string };
/** What a change came to in the tables. */
export type Change = CodeStep & { procedureId: number; changeId: number };
export type Known = { timelines: Map<string, Timeline<Text>>; ids: Map<string, number> };

/** The timelines of these codes; an empty one for a code nobody knows. */
export async function load(tx: Transaction, codes: string[]): Promise<Known> {
	const known: Known = { timelines: new Map(codes.map((code) => [code, empty()])), ids: new Map() };
	if (codes.length === 0) return known;
	const rows = await tx
		.select()
		.from(procedure)
		.leftJoin(
			procedureVersion,
			and(eq(procedureVersion.procedureId, procedure.id), isNull(procedureVersion.supersededAt))
		)
		.where(inArray(procedure.code, codes))
		.orderBy(asc(procedureVersion.effectiveFrom));
	for (const { procedure: one, procedure_version: version } of rows) {
		known.ids.set(one.code, one.id);
		if (version)
			known.timelines.get(one.code)!.spans.push({ ...version, text: { ...version, code: one.code } });
	}
	return known;
}

const empty = (): Timeline<Text> => ({ spans: [], superseded: [] });

const CHUNK = 400;

function* chunks<T>(all: T[]): Generator<T[]> {
	for (let from = 0; from < all.length; from += CHUNK) yield all.slice(from, from + CHUNK);
}

/** The rows: first old ones make room, then new ones take it. */
export async function write(
	tx: Transaction,
	ctx: Ctx,
	set: typeof changeSet.$inferSelect,
	days: { countedFrom: Day; postBy: Day },
	known: Known,
	steps: CodeStep[]
): Promise<Change[]> {
	const codes = [...new Set(steps.map(({ code }) => code))];
	for (const some of chunks(codes.filter((code) => !known.ids.has(code)))) {
		const rows = await tx
			.insert(procedure)
			.values(some.map((code) => ({ code, createdAt: ctx.now })))
			.returning();
		for (const { code, id } of rows) known.ids.set(code, id);
	}
	await makeRoom(
		tx,
		ctx,
		codes.map((code) => known.timelines.get(code)!)
	);
	const made = steps.flatMap(({ after, code }) => (after ? [{ span: after, code }] : []));
	for (const some of chunks(made)) {
		const rows = await tx
			.insert(procedureVersion)
			.values(some.map(({ span, code }) => rowOf(span, known.ids.get(code)!, set.id, ctx)))
			.returning({ id: procedureVersion.id });
		rows.forEach(({ id }, at) => (some[at]!.span.id = id));
	}
	const changes: Change[] = [];
	for (const some of chunks(steps)) {
		const rows = await tx
			.insert(procedureChange)
			.values(
				some.map((step) => ({
					...days,
					changeSetId: set.id,
					procedureId: known.ids.get(step.code)!,
					kind: step.kind,
					beforeVersionId: step.before?.id ?? null,
					afterVersionId: step.after?.id ?? null,
					effectiveOn: step.on,
					replacedBy: step.replacedBy,
					recordedAt: ctx.now
				}))
			)
			.returning({ id: procedureChange.id });
		rows.forEach(({ id }, at) => {
			const step = some[at]!;
			changes.push({ ...step, procedureId: known.ids.get(step.code)!, changeId: id });
		});
	}
	return changes;
}

/** Rows that were put right step aside; those that end earlier now say so. Only then is there room for new ones. */
async function makeRoom(tx: Transaction, ctx: Ctx, timelines: Timeline<Text>[]): Promise<void> {
	const gone = timelines.flatMap(({ superseded }) =>
		superseded.flatMap(({ id }) => (id === null ? [] : [id]))
	);
	if (gone.length > 0) {
		await tx
			.update(procedureVersion)
			.set({ supersededAt: ctx.now })
			.where(inArray(procedureVersion.id, gone));
	}
	const closing = timelines.flatMap(({ spans }) => spans.filter(({ id }) => id !== null));
	for (const some of chunks(closing)) {
		const values = sql.join(
			some.map(
				(span) =>
					sql`(${span.id}::bigint, ${span.effectiveTo}::date, ${span.endKind}::text, ${sql.param(span.replacedBy)}::text[])`
			),
			sql`, `
		);
		await tx.execute(
			sql`update procedure_version v set effective_to = n.effective_to, end_kind = n.end_kind, replaced_by = n.replaced_by
				from (values ${values}) as n (id, effective_to, end_kind, replaced_by)
				where v.id = n.id and (v.effective_to, v.end_kind, v.replaced_by) is distinct from (n.effective_to, n.end_kind, n.replaced_by)`
		);
	}
}

function rowOf(
	span: Span<Text>,
	procedureId: number,
	changeSetId: number,
	ctx: Ctx
): typeof procedureVersion.$inferInsert {
	const { name, field, level, agency, applicants, onlineLevel, content, decision, decidedOn } = span.text;
	return {
		procedureId,
		changeSetId,
		effectiveFrom: span.effectiveFrom,
		effectiveTo: span.effectiveTo,
		endKind: span.endKind,
		replacedBy: span.replacedBy,
		name,
		field,
		level,
		agency,
		applicants,
		onlineLevel,
		content,
		decision,
		decidedOn,
		fingerprint: span.fingerprint,
		// Short enough for a small square on paper, long enough that nobody guesses one.
		sheetToken: randomBytes(12).toString('base64url'),
		recordedAt: ctx.now
	};
}

/** The day the posting limit of a set counts from: of the decision, or of recording when no decision is known. */
export const countedFrom = (set: { issuedOn?: Day | null | undefined }, recordedAt: Date): Day =>
	set.issuedOn ?? dayOf(recordedAt);
