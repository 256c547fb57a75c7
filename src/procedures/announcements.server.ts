/**
 * Announcement decisions (quyết định công bố thủ tục hành chính; NĐ 63/2010 Điều 13-15): a list of codes with the kind of
 * change, as of a day known in advance.
 */
import { count, desc, eq } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { isDay, type Day } from '#platform/clock.ts';
import { transact, type Transaction } from '#platform/db.server.ts';
import { Refusal, refuseIfAny, type RefusalDetail } from '#platform/refusal.ts';
import { apply, type Proposed } from './catalogue.server.ts';
import { changesOfSet, type Changed } from './changes.server.ts';
import { textOf } from './compare.ts';
import { dutiesOfSet, type Duty } from './duties.server.ts';
import { refusals } from './policy.ts';
import type { ChangeKind, ProcedureText } from './procedure.ts';
import { versionsOf } from './reading.server.ts';
import { changeSet, procedureChange, violations } from './schema.server.ts';

export type AnnouncedLine = {
	code: string;
	kind: ChangeKind;
	effectiveOn: Day;
	replacedBy?: string[];
	/** The new text; without it an amendment keeps the text and names the decision, until the text is entered. */
	text?: ProcedureText;
};

export type Announcement = {
	number: string;
	issuedOn: Day;
	issuer: string;
	title: string;
	url?: string;
	fileId?: number;
	postingLimitDays?: number;
	lines: AnnouncedLine[];
};

/** Writes the decision and everything it changes. Returns its change set. */
export async function announce(ctx: Ctx, given: Announcement): Promise<number> {
	refuseIfAny(refusals(ctx.actor, 'announce'));
	const { lines, ...head } = {
		...given,
		number: tidy(given.number),
		issuer: tidy(given.issuer),
		title: tidy(given.title)
	};
	refuseIfAny(problemsOf({ ...head, lines }));
	return transact(
		ctx,
		async (tx) => {
			const proposed: Proposed[] = [];
			const unknown: RefusalDetail[] = [];
			for (const line of lines) {
				const one = await proposedOf(tx, line, head);
				if ('message' in one) unknown.push(one);
				else proposed.push(one);
			}
			refuseIfAny(unknown);
			const { changeSetId } = await apply(tx, ctx, { ...head, kind: 'decision' }, proposed);
			if (changeSetId === null) {
				throw new Refusal({
					code: 'decision.nothing',
					status: 409,
					message: 'Danh mục đã đúng như quyết định này nên không có gì thay đổi. Hãy xem lại các dòng.'
				});
			}
			return changeSetId;
		},
		violations
	);
}

const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

function problemsOf({ number, issuedOn, issuer, title, lines }: Announcement): RefusalDetail[] {
	const problems: RefusalDetail[] = [];
	const say = (field: string, message: string) =>
		problems.push({ code: `decision.${field}`, field, message });
	if (number.length < 3) say('number', 'Hãy ghi số, ký hiệu của quyết định, ví dụ: 3249/QĐ-UBND.');
	if (!isDay(issuedOn)) say('issuedOn', 'Ngày ký quyết định chưa đúng. Hãy nhập lại.');
	if (issuer.length < 3) say('issuer', 'Hãy ghi cơ quan ban hành quyết định.');
	if (title.length < 5) say('title', 'Hãy ghi trích yếu của quyết định.');
	if (lines.length === 0) say('lines', 'Quyết định chưa có thủ tục nào. Hãy thêm ít nhất một mã.');
	for (const line of lines) {
		if (!isDay(line.effectiveOn))
			say('lines', `Thủ tục ${line.code}: ngày có hiệu lực chưa đúng. Hãy nhập lại.`);
		else if (isDay(issuedOn) && line.effectiveOn < issuedOn)
			say('lines', `Thủ tục ${line.code}: ngày có hiệu lực trước ngày ký quyết định. Hãy xem lại.`);
		if (line.kind === 'corrected')
			say('lines', `Thủ tục ${line.code}: đính chính không cần quyết định. Hãy sửa trực tiếp thủ tục đó.`);
	}
	return problems;
}

async function proposedOf(
	tx: Transaction,
	line: AnnouncedLine,
	head: { number: string; issuedOn: Day }
): Promise<Proposed | RefusalDetail> {
	const { code, kind, effectiveOn, replacedBy = [], text } = line;
	const announced = { decision: head.number, decidedOn: head.issuedOn };
	if (kind === 'abolished' || (kind === 'replaced' && !text)) {
		return { what: 'end', code, how: kind, on: effectiveOn, replacedBy };
	}
	if (text) return { what: 'text', text: { ...text, code, ...announced }, effectiveFrom: effectiveOn, kind };
	if (kind === 'new') {
		return {
			code: 'decision.text_missing',
			field: 'lines',
			message: `Thủ tục mới ${code} chưa có nội dung. Hãy nhập nội dung từ tệp hoặc thêm thủ tục trước, rồi ghi quyết định.`
		};
	}
	const versions = await versionsOf(tx, code);
	const base = versions.find(
		(one) => one.effectiveFrom <= effectiveOn && (one.effectiveTo ?? '9999') > effectiveOn
	);
	if (!base) {
		return {
			code: 'decision.unknown',
			field: 'lines',
			message: `Thủ tục ${code} không có trong danh mục, hoặc không còn hiệu lực vào ngày đó. Hãy xem lại mã và ngày.`
		};
	}
	return { what: 'text', text: { ...textOf(base), ...announced }, effectiveFrom: effectiveOn, kind };
}

export type ListedSet = typeof changeSet.$inferSelect & { changes: number };

const PER_PAGE = 30;

/** Sets, newest first; `kind` narrows them to decisions. `more`: there is another page. */
export async function listSets(
	tx: Transaction,
	asked: { kind?: 'decision' | 'import' | 'edit' | 'inventory'; page: number }
): Promise<{ sets: ListedSet[]; more: boolean }> {
	const rows = await tx
		.select({ set: changeSet, changes: count(procedureChange.id) })
		.from(changeSet)
		.leftJoin(procedureChange, eq(procedureChange.changeSetId, changeSet.id))
		.where(asked.kind ? eq(changeSet.kind, asked.kind) : undefined)
		.groupBy(changeSet.id)
		.orderBy(desc(changeSet.recordedAt), desc(changeSet.id))
		.limit(PER_PAGE + 1)
		.offset((Math.max(1, asked.page) - 1) * PER_PAGE);
	return {
		sets: rows.slice(0, PER_PAGE).map(({ set, changes }) => ({ ...set, changes })),
		more: rows.length > PER_PAGE
	};
}

export type WholeSet = { set: typeof changeSet.$inferSelect; changes: Changed[]; duties: Duty[] };

/** A set with what it changed and the work it caused; undefined: no such set. */
export async function setById(tx: Transaction, id: number): Promise<WholeSet | undefined> {
	const [set] = await tx.select().from(changeSet).where(eq(changeSet.id, id));
	if (!set) return undefined;
	return { set, changes: await changesOfSet(tx, id), duties: await dutiesOfSet(tx, id) };
}
