/**
 * Announcement decisions (quyết định công bố thủ tục hành chính; NĐ 63/2010 Điều 13-15): a list of codes with the kind of
 * change, as of a day known in advance.
 */
import { and, count, desc, eq, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { dayOf, isDay, type Day } from '#platform/clock.ts';
import { transact, type Transaction } from '#platform/db.server.ts';
import * as format from '#platform/format.ts';
import { Refusal, refuseIfAny, type RefusalDetail } from '#platform/refusal.ts';
import { lock } from './catalogue-lock.server.ts';
import { apply, type Proposed } from './catalogue.server.ts';
import { changesOfSet, type Changed } from './changes.server.ts';
import { textOf } from './compare.ts';
import { dutiesOfSet, type Duty } from './duties.server.ts';
import { refusals } from './policy.ts';
import { standingOn, type ChangeKind, type ProcedureText } from './procedure.ts';
import { versionsOfCodes, type VersionOfCode } from './reading.server.ts';
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
		title: tidy(given.title),
		lines: given.lines.map((line) => ({ ...line, code: tidy(line.code).toUpperCase() }))
	};
	refuseIfAny(problemsOf({ ...head, lines }));
	return transact(
		ctx,
		async (tx) => {
			await lock(tx);
			await refuseKnown(tx, head);
			const known = await versionsOfCodes(
				tx,
				lines.map(({ code }) => code)
			);
			const found = lines.map((line) => proposedOf(line, known.get(line.code) ?? [], head));
			refuseIfAny(found.filter((one) => 'message' in one));
			const proposed = found.filter((one) => 'what' in one);
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

/** The same decision twice, before anything is said of its lines: those would only be told that they hold already. */
async function refuseKnown(tx: Transaction, { number, issuedOn }: Pick<Announcement, 'number' | 'issuedOn'>) {
	const [known] = await tx
		.select({ recordedAt: changeSet.recordedAt })
		.from(changeSet)
		.where(and(sql`lower(${changeSet.number}) = lower(${number})`, eq(changeSet.issuedOn, issuedOn)));
	if (!known) return;
	throw new Refusal({
		...violations['change_set_decision_once']!,
		message: `Quyết định số ${number} ngày ${format.date(issuedOn)} đã được ghi ngày ${format.date(dayOf(known.recordedAt))}. Hãy mở quyết định đó trong danh sách.`
	});
}

function problemsOf(given: Announcement): RefusalDetail[] {
	const { number, issuedOn, issuer, title, url, postingLimitDays: limit = 5, lines } = given;
	const problems: RefusalDetail[] = [];
	const say = (field: string, message: string) =>
		problems.push({ code: `decision.${field}`, field, message });
	if (number.length < 3) say('number', 'Hãy ghi số, ký hiệu của quyết định, ví dụ: 3249/QĐ-UBND.');
	if (!isDay(issuedOn)) say('issuedOn', 'Ngày ký quyết định chưa đúng. Hãy nhập lại.');
	if (issuer.length < 3) say('issuer', 'Hãy ghi cơ quan ban hành quyết định.');
	if (title.length < 5) say('title', 'Hãy ghi trích yếu của quyết định.');
	if (url && !/^https?:\/\/\S+$/i.test(url))
		say('url', 'Địa chỉ phải bắt đầu bằng https:// hoặc http://. Hãy xem lại.');
	if (!Number.isInteger(limit) || limit < 0 || limit > 60)
		say('postingLimitDays', 'Hạn niêm yết từ 0 đến 60 ngày làm việc. Hãy nhập lại.');
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

function proposedOf(
	line: AnnouncedLine,
	versions: VersionOfCode[],
	head: { number: string; issuedOn: Day }
): Proposed | RefusalDetail {
	const { code, kind, effectiveOn, replacedBy = [], text } = line;
	if (kind === 'abolished' || (kind === 'replaced' && !text))
		return { what: 'end', code, how: kind, on: effectiveOn, replacedBy };
	const holding = versions.find((one) => standingOn(one, effectiveOn) === 'in_force');
	const refused = (what: string, message: string): RefusalDetail => ({
		code: `decision.${what}`,
		field: 'lines',
		message: `Thủ tục ${code} ${message}`
	});
	if (kind === 'new' && text && holding) {
		return refused(
			'not_new',
			`đã có trong danh mục vào ngày ${format.date(effectiveOn)}. Hãy chọn “Sửa đổi, bổ sung”, hoặc bỏ dòng này.`
		);
	}
	if (kind === 'new' && !text && !holding) {
		return refused(
			'text_missing',
			'là thủ tục mới nhưng chưa có nội dung. Hãy nhập nội dung từ tệp hoặc thêm thủ tục trước, rồi ghi quyết định.'
		);
	}
	if (kind !== 'new' && !holding) {
		return refused(
			'unknown',
			`không có trong danh mục, hoặc không có hiệu lực vào ngày ${format.date(effectiveOn)}. Hãy xem lại mã và ngày.`
		);
	}
	const says = text ?? textOf(holding!);
	return {
		what: 'text',
		text: { ...says, code, decision: head.number, decidedOn: head.issuedOn },
		effectiveFrom: effectiveOn,
		kind
	};
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
