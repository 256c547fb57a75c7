/**
 * Changing the catalogue (danh mục thủ tục hành chính). Import, decision and edit all come through `apply`: one lock,
 * one transaction, versions, changes, duties, index and journal together, or nothing.
 */
import { randomBytes } from 'node:crypto';
import { and, asc, count, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { dayOf, isDay, type Day } from '#platform/clock.ts';
import { transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { Refusal, refuseIfAny, type RefusalDetail } from '#platform/refusal.ts';
import * as index from '#search/index.server.ts';
import { causeDuties } from './causing.server.ts';
import { fingerprintOf, tidied } from './fingerprint.server.ts';
import { entryOf } from './indexing.ts';
import { refusals } from './policy.ts';
import type { ChangeKind, ProcedureText } from './procedure.ts';
import type { VersionOfCode } from './reading.server.ts';
import { changeSet, procedure, procedureChange, procedureVersion, violations } from './schema.server.ts';
import { endOn, putText, type Blocked, type Span, type Step, type Timeline } from './timeline.ts';

export type Proposed =
	| {
			what: 'text';
			text: ProcedureText;
			/** Null: from today, unless the same text holds already. */
			effectiveFrom: Day | null;
			kind?: ChangeKind;
	  }
	| { what: 'end'; code: string; how: 'abolished' | 'replaced'; on: Day; replacedBy: string[] };

export type SetHead = {
	kind: 'decision' | 'import' | 'edit' | 'inventory';
	title: string;
	number?: string;
	issuedOn?: Day;
	issuer?: string;
	url?: string;
	fileId?: number;
	postingLimitDays?: number;
};

export type Applied = {
	/** Null: nothing changed. */
	changeSetId: number | null;
	added: number;
	amended: number;
	ended: number;
	corrected: number;
	unchanged: number;
};

/** What a change came to in the tables. */
export type Change = Step<VersionOfCode | ProcedureText> & {
	code: string;
	procedureId: number;
	changeId: number;
};

/** The first taking stock of an empty catalogue causes no work; later files do. */
export async function importKind(tx: Transaction): Promise<'inventory' | 'import'> {
	const [row] = await tx.select({ count: count() }).from(procedure);
	return row!.count === 0 ? 'inventory' : 'import';
}

/** Writes all proposed changes. Refuses as a whole, naming the code, when one of them is impossible. */
export async function apply(
	tx: Transaction,
	ctx: Ctx,
	head: SetHead,
	proposed: Proposed[]
): Promise<Applied> {
	await lockCatalogue(tx, ctx);
	const today = dayOf(ctx.now);
	const wanted = proposed.map((one) => (one.what === 'text' ? { ...one, text: tidied(one.text) } : one));
	refuseTwice(wanted);
	const codes = [...new Set(wanted.map((one) => (one.what === 'text' ? one.text.code : one.code)))];
	const known = await load(tx, codes);
	const steps: (Step<VersionOfCode | ProcedureText> & { code: string })[] = [];
	const blocked: RefusalDetail[] = [];
	let unchanged = 0;
	for (const one of wanted) {
		const code = one.what === 'text' ? one.text.code : one.code;
		const timeline = known.timelines.get(code) ?? { spans: [], superseded: [] };
		known.timelines.set(code, timeline);
		const step = one.what === 'text' ? putOne(timeline, one, head, today) : endOn(timeline, one);
		if (typeof step === 'string') blocked.push(why(code, one, step));
		else if (step) steps.push({ ...step, code });
		else unchanged++;
	}
	refuseIfAny(blocked);
	const counted = {
		added: steps.filter(({ kind }) => kind === 'new').length,
		amended: steps.filter(({ kind, after }) => after && (kind === 'amended' || kind === 'replaced')).length,
		ended: steps.filter(({ after }) => !after).length,
		corrected: steps.filter(({ kind }) => kind === 'corrected').length,
		unchanged
	};
	if (steps.length === 0) return { changeSetId: null, ...counted };

	const [set] = await tx
		.insert(changeSet)
		.values({
			...head,
			recordedAt: ctx.now,
			recordedByPersonId: ctx.actor.kind === 'person' ? ctx.actor.personId : null
		})
		.returning();
	const changes = await write(tx, ctx, set!, known, steps);
	await causeDuties(tx, ctx, set!, changes);
	await reindex(tx, ctx, codes);
	await record(tx, ctx, {
		act: 'procedures.changed',
		subject: { kind: 'change_set', id: set!.id },
		after: {
			changeSetId: set!.id,
			kind: head.kind,
			title: head.title,
			...(head.number ? { number: head.number } : {}),
			...counted,
			codes: [...new Set(steps.map(({ code }) => code))].slice(0, 50)
		}
	});
	return { changeSetId: set!.id, ...counted };
}

export type Edit = {
	text: ProcedureText;
	/** First day of the new text; not looked at for a correction. */
	effectiveFrom: Day;
	/** The version the officer started from; null: a procedure the catalogue does not have. */
	baseVersionId: number | null;
	/** Mends what we showed wrongly, for the same days; the law did not change. */
	correction: boolean;
	reason?: string;
};

/** An officer's own change to one procedure. Refuses when somebody else changed it meanwhile. */
export async function edit(ctx: Ctx, given: Edit): Promise<Applied> {
	refuseIfAny(refusals(ctx.actor, 'edit'));
	const text = tidied(given.text);
	return transact(
		ctx,
		async (tx) => {
			await lockCatalogue(tx, ctx);
			const { timelines } = await load(tx, [text.code]);
			const spans = timelines.get(text.code)?.spans ?? [];
			const base = spans.find(({ id }) => id === given.baseVersionId);
			if (given.baseVersionId === null && spans.length > 0) {
				throw new Refusal(violations['procedure_code_unique']!);
			}
			if (given.baseVersionId !== null && !base) {
				throw new Refusal({
					code: 'procedure.stale',
					status: 409,
					message:
						'Trong lúc đồng chí sửa, người khác đã lưu bản mới của thủ tục này. Hãy tải lại trang, xem bản mới rồi sửa tiếp.'
				});
			}
			const from = given.correction && base ? base.effectiveFrom : given.effectiveFrom;
			const title = `${given.correction ? 'Đính chính' : base ? 'Sửa' : 'Thêm'} thủ tục ${text.code}${given.reason ? `: ${given.reason}` : ''}`;
			const applied = await apply(tx, ctx, { kind: 'edit', title: title.slice(0, 500) }, [
				{ what: 'text', text, effectiveFrom: from }
			]);
			if (applied.changeSetId !== null) {
				await record(tx, ctx, {
					act: 'procedure.edited',
					subject: { kind: 'procedure', id: text.code },
					after: { changeSetId: applied.changeSetId, effectiveFrom: from, correction: given.correction },
					note: given.reason
				});
			}
			return applied;
		},
		violations
	);
}

/** Two changes at once would both read the timeline of before. */
async function lockCatalogue(tx: Transaction, ctx: Ctx): Promise<void> {
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('procedures', ${ctx.wardId}))`);
}

type Known = { timelines: Map<string, Timeline<VersionOfCode | ProcedureText>>; ids: Map<string, number> };

async function load(tx: Transaction, codes: string[]): Promise<Known> {
	const known: Known = { timelines: new Map(), ids: new Map() };
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
		const timeline = known.timelines.get(one.code) ?? { spans: [], superseded: [] };
		known.timelines.set(one.code, timeline);
		if (version) timeline.spans.push({ ...version, text: { ...version, code: one.code } });
	}
	return known;
}

function refuseTwice(proposed: Proposed[]): void {
	const seen = new Set<string>();
	for (const one of proposed) {
		const key =
			one.what === 'text' ? `${one.text.code} ${one.effectiveFrom ?? ''}` : `${one.code} ${one.on} end`;
		if (seen.has(key)) {
			throw new Refusal({
				code: 'procedure.twice',
				message: `Thủ tục ${key.split(' ')[0]!} có hai nội dung cho cùng một ngày. Hãy giữ lại một.`
			});
		}
		seen.add(key);
	}
}

function putOne(
	timeline: Timeline<VersionOfCode | ProcedureText>,
	one: Proposed & { what: 'text' },
	head: SetHead,
	today: Day
): Step<VersionOfCode | ProcedureText> | undefined {
	const fingerprint = fingerprintOf(one.text);
	const says = ({ fingerprint: other, effectiveTo }: Span<unknown>): boolean =>
		other === fingerprint && (effectiveTo === null || effectiveTo > today);
	if (one.effectiveFrom === null && timeline.spans.some(says)) return undefined;
	const from = one.effectiveFrom ?? today;
	if (!isDay(from)) {
		throw new Refusal({
			code: 'procedure.day',
			field: 'effectiveFrom',
			message: `Ngày hiệu lực của thủ tục ${one.text.code} chưa đúng. Hãy nhập ngày có thật.`
		});
	}
	return putText(timeline, {
		fingerprint,
		text: one.text,
		from,
		correction: head.kind === 'edit' || head.kind === 'inventory',
		kind: one.kind
	});
}

function why(code: string, one: Proposed, blocked: Blocked): RefusalDetail {
	const on = one.what === 'end' ? one.on.split('-').reverse().join('/') : '';
	const says: Record<Blocked, string> = {
		not_in_force: `không có trong danh mục, hoặc không còn hiệu lực trước ngày ${on}. Hãy xem lại mã và ngày.`,
		later_version: `đã có bản mới có hiệu lực từ ngày ${on} trở đi. Hãy mở thủ tục và xem các bản sắp có hiệu lực.`,
		ends_already: `đã được ghi là hết hiệu lực từ ngày ${on} theo cách khác. Hãy mở thủ tục để xem.`
	};
	return { code: `procedure.${blocked}`, field: 'lines', message: `Thủ tục ${code} ${says[blocked]}` };
}

type Row = typeof procedureVersion.$inferInsert;
const CHUNK = 400;

function* chunks<T>(all: T[]): Generator<T[]> {
	for (let from = 0; from < all.length; from += CHUNK) yield all.slice(from, from + CHUNK);
}

/** The rows: first old ones make room, then new ones take it. */
async function write(
	tx: Transaction,
	ctx: Ctx,
	set: typeof changeSet.$inferSelect,
	known: Known,
	steps: (Step<VersionOfCode | ProcedureText> & { code: string })[]
): Promise<Change[]> {
	const fresh = [...new Set(steps.map(({ code }) => code))].filter((code) => !known.ids.has(code));
	for (const some of chunks(fresh)) {
		const rows = await tx
			.insert(procedure)
			.values(some.map((code) => ({ code, createdAt: ctx.now })))
			.returning();
		for (const { code, id } of rows) known.ids.set(code, id);
	}
	const touched = [...new Set(steps.map(({ code }) => code))].map((code) => known.timelines.get(code)!);
	const gone = touched.flatMap(({ superseded }) => superseded.flatMap(({ id }) => (id === null ? [] : [id])));
	if (gone.length > 0) {
		await tx
			.update(procedureVersion)
			.set({ supersededAt: ctx.now })
			.where(inArray(procedureVersion.id, gone));
	}
	const closing = touched.flatMap(({ spans }) => spans.filter(({ id }) => id !== null));
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
					changeSetId: set.id,
					procedureId: known.ids.get(step.code)!,
					kind: step.kind,
					beforeVersionId: step.before?.id ?? null,
					afterVersionId: step.after?.id ?? null,
					effectiveOn: step.on,
					countedFrom: set.issuedOn ?? dayOf(ctx.now),
					// Set right below, where the calendar is at hand.
					postBy: set.issuedOn ?? dayOf(ctx.now),
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

function rowOf(
	span: Span<VersionOfCode | ProcedureText>,
	procedureId: number,
	changeSetId: number,
	ctx: Ctx
): Row {
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

/** Beyond this many one sweep over the whole catalogue is quicker than one by one. */
const ONE_BY_ONE = 40;

async function reindex(tx: Transaction, ctx: Ctx, codes: string[]): Promise<void> {
	const all = codes.length > ONE_BY_ONE;
	const rows = await tx
		.select()
		.from(procedureVersion)
		.innerJoin(procedure, eq(procedure.id, procedureVersion.procedureId))
		.where(and(isNull(procedureVersion.supersededAt), all ? undefined : inArray(procedure.code, codes)));
	const entries = rows.map((row) => entryOf({ ...row.procedure_version, code: row.procedure.code }));
	if (all) return index.replaceAll(tx, ctx, 'procedure', entries);
	const ofCode = Map.groupBy(entries, ({ key }) => key);
	for (const code of codes) {
		await index.replace(tx, ctx, { kind: 'procedure', key: code }, ofCode.get(code) ?? []);
	}
}
