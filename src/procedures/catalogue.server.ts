/**
 * Changing the catalogue (danh mục thủ tục hành chính). Import, decision and edit all come through `apply`: one lock,
 * one transaction, versions, changes, duties, index and journal together, or nothing.
 */
import { and, count, eq, inArray, isNull } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { dayOf, type Day } from '#platform/clock.ts';
import { transact, type Transaction } from '#platform/db.server.ts';
import * as format from '#platform/format.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny, type RefusalDetail } from '#platform/refusal.ts';
import { addWorkingDays } from '#platform/working-days.ts';
import { calendarOf } from '#platform/working-days.server.ts';
import * as index from '#search/index.server.ts';
import * as boardNumbers from './board-numbers.server.ts';
import { lock } from './catalogue-lock.server.ts';
import { causeDuties } from './causing.server.ts';
import { fingerprintOf, tidied } from './fingerprint.server.ts';
import { entryOf } from './indexing.ts';
import { refusals } from './policy.ts';
import type { ProcedureText } from './procedure.ts';
import { codeOf, settled, type Proposed } from './proposals.server.ts';
import { changeSet, procedure, procedureVersion, violations } from './schema.server.ts';
import { endOn, putText, type Blocked, type Step, type Timeline } from './timeline.ts';
import { countedFrom, load, write, type CodeStep, type Text } from './timelines.server.ts';

export type { Proposed };

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

/** The first taking stock of an empty catalogue causes no work; later files do. Nobody fills it meanwhile. */
export async function importKind(tx: Transaction): Promise<'inventory' | 'import'> {
	await lock(tx);
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
	await lock(tx);
	const today = dayOf(ctx.now);
	const wanted = settled(ctx, proposed);
	const known = await load(tx, [...new Set(wanted.map(codeOf))]);
	const steps: CodeStep[] = [];
	const blocked: RefusalDetail[] = [];
	for (const one of wanted) {
		const code = codeOf(one);
		const timeline = known.timelines.get(code)!;
		const step =
			one.what === 'text' ? putOne(timeline, one, head, today) : endOn(timeline, { ...one, today });
		if (typeof step === 'string') blocked.push(why(one, step));
		else if (step) steps.push({ ...step, code });
	}
	refuseIfAny(blocked);
	const counted = {
		added: steps.filter(({ kind, before }) => kind === 'new' && !before).length,
		amended: steps.filter(({ kind, before, after }) => before && after && kind !== 'corrected').length,
		ended: steps.filter(({ after }) => !after).length,
		corrected: steps.filter(({ kind }) => kind === 'corrected').length,
		unchanged: wanted.length - steps.length
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
	const calendar = await calendarOf(tx);
	const counting = countedFrom(head, ctx.now);
	const days = {
		countedFrom: counting,
		postBy: addWorkingDays(counting, set!.postingLimitDays, calendar).date
	};
	const changes = await write(tx, ctx, set!, days, known, steps);
	if (head.kind !== 'inventory') await causeDuties(tx, ctx, { id: set!.id, ...days }, changes, calendar);
	await boardNumbers.keep(tx, ctx);
	const codes = [...new Set(steps.map(({ code }) => code))];
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
			codes: codes.slice(0, 50)
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
	const reason = given.reason?.normalize('NFC').trim();
	return transact(
		ctx,
		async (tx) => {
			await lock(tx);
			const base = await baseOf(tx, text.code, given);
			const from = given.correction && base ? base.effectiveFrom : given.effectiveFrom;
			const title = `${given.correction ? 'Đính chính' : base ? 'Sửa' : 'Thêm'} thủ tục ${text.code}${reason ? `: ${reason}` : ''}`;
			const applied = await apply(tx, ctx, { kind: 'edit', title: title.slice(0, 500) }, [
				{ what: 'text', text, effectiveFrom: from }
			]);
			if (applied.changeSetId !== null) {
				await record(tx, ctx, {
					act: 'procedure.edited',
					subject: { kind: 'procedure', id: text.code },
					before: base ? { versionId: base.id } : undefined,
					after: { changeSetId: applied.changeSetId, effectiveFrom: from, correction: given.correction },
					note: reason
				});
			}
			return applied;
		},
		violations
	);
}

/** The version an edit starts from, as long as it is still the one the new text would take the place of. */
async function baseOf(
	tx: Transaction,
	code: string,
	{ baseVersionId, correction, effectiveFrom }: Edit
): Promise<{ id: number; effectiveFrom: Day } | null> {
	const known = await load(tx, [code]);
	const { spans } = known.timelines.get(code)!;
	if (baseVersionId === null) {
		if (spans.length > 0) throw new Refusal(violations['procedure_code_unique']!);
		return null;
	}
	if (!known.ids.has(code)) throw notFound('thủ tục này');
	const base = spans.find(({ id }) => id === baseVersionId);
	if (!base) {
		throw new Refusal({
			code: 'procedure.stale',
			status: 409,
			message:
				'Trong lúc đồng chí sửa, người khác đã lưu bản mới của thủ tục này. Hãy tải lại trang, xem bản mới rồi sửa tiếp.'
		});
	}
	const later = spans.find(
		(span) => span.effectiveFrom > base.effectiveFrom && span.effectiveFrom <= effectiveFrom
	);
	if (!correction && later) {
		throw new Refusal({
			code: 'procedure.later_text',
			status: 409,
			field: 'effectiveFrom',
			message: `Từ ngày ${format.date(later.effectiveFrom)} thủ tục này đã có nội dung khác. Hãy mở bản đó và sửa tiếp từ bản đó, hoặc chọn ngày sớm hơn.`
		});
	}
	return { id: baseVersionId, effectiveFrom: base.effectiveFrom };
}

function putOne(
	timeline: Timeline<Text>,
	one: Proposed & { what: 'text' },
	head: SetHead,
	today: Day
): Step<Text> | undefined {
	const fingerprint = fingerprintOf(one.text);
	if (
		one.effectiveFrom === null &&
		timeline.spans.some(
			(span) => span.fingerprint === fingerprint && (span.effectiveTo === null || span.effectiveTo > today)
		)
	)
		return undefined;
	return putText(timeline, {
		fingerprint,
		text: one.text,
		from: one.effectiveFrom ?? today,
		correction: head.kind === 'edit' || head.kind === 'inventory',
		kind: one.kind
	});
}

function why(one: Proposed, blocked: Blocked): RefusalDetail {
	const on = one.what === 'end' ? format.date(one.on) : '';
	const says: Record<Blocked, string> = {
		not_in_force: `không có trong danh mục, hoặc không còn hiệu lực trước ngày ${on}. Hãy xem lại mã và ngày.`,
		later_version: `đã có bản mới có hiệu lực từ ngày ${on} trở đi. Hãy mở thủ tục và xem các bản sắp có hiệu lực.`,
		ends_already: `đã được ghi là hết hiệu lực từ ngày ${on} theo cách khác. Hãy mở thủ tục để xem.`
	};
	return {
		code: `procedure.${blocked}`,
		field: 'lines',
		message: `Thủ tục ${codeOf(one)} ${says[blocked]}`
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
