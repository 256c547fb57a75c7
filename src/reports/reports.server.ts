/**
 * Report (báo cáo định kỳ kết quả thực hiện kế hoạch): counted, drafted, edited, frozen, numbered. A frozen report never
 * changes; a correction is a new report that supplements it (NĐ 30/2020, Điều 18).
 */
import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { behind, measures, type CaseLine, type Measure } from '#feedback/period-figures.ts';
import { openTo } from '#feedback/period-figures.server.ts';
import { person, type Ctx } from '#people/actor.ts';
import { isDay } from '#platform/clock.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { toDocx } from '#platform/office-document/to-docx.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import { ward } from '#platform/schema.server.ts';
import { reportDocument, type Printed } from './document.ts';
import { count } from './figures.server.ts';
import { narrate, refreshed, TO_FILL, type Section } from './narrative.ts';
import { periodOf } from './period.ts';
import { maySee, refusals, type ReportAct, type ReportFacts } from './policy.ts';
import { report, violations } from './schema.server.ts';

export type ReportRow = typeof report.$inferSelect;
export type Supplement = { id: number; frozenAt: Date | null };

/** Sample people print no name under a signature; a real ward types it. */
const usualAuthority = ['TM. Ủy ban nhân dân'];

async function factsOf(tx: Transaction, row: ReportRow): Promise<ReportFacts> {
	const [later] = await tx
		.select({ id: report.id })
		.from(report)
		.where(eq(report.supplementsReportId, row.id));
	return {
		frozen: row.frozenAt !== null,
		issued: row.issuedAt !== null,
		unfilled: row.sections
			.filter((section) => section.text.includes(TO_FILL))
			.map((section) => section.heading),
		supplemented: later !== undefined
	};
}

async function load(
	tx: Transaction,
	ctx: Ctx,
	id: number,
	lock: boolean
): Promise<{ row: ReportRow; facts: ReportFacts }> {
	const query = tx.select().from(report).where(eq(report.id, id));
	const [row] = lock ? await query.for('update') : await query;
	if (!row) throw notFound('báo cáo này');
	const facts = await factsOf(tx, row);
	if (!maySee(ctx.actor, facts)) throw notFound('báo cáo này');
	return { row, facts };
}

export async function list(ctx: Ctx): Promise<ReportRow[]> {
	const all = maySee(ctx.actor, { issued: false });
	return read(ctx, (tx) =>
		tx
			.select()
			.from(report)
			.where(all ? undefined : isNotNull(report.issuedAt))
			.orderBy(desc(report.toOn), desc(report.id))
			.limit(200)
	);
}

export async function byId(
	ctx: Ctx,
	id: number
): Promise<{ row: ReportRow; facts: ReportFacts; reasons: Record<ReportAct, ReturnType<typeof refusals>> }> {
	return read(ctx, async (tx) => {
		const { row, facts } = await load(tx, ctx, id, false);
		const acts: ReportAct[] = [
			'draft',
			'edit',
			'recount',
			'freeze',
			'issue',
			'supplement',
			'discard',
			'download'
		];
		const reasons = Object.fromEntries(acts.map((one) => [one, refusals(ctx.actor, one, facts)])) as Record<
			ReportAct,
			ReturnType<typeof refusals>
		>;
		return { row: withoutLines(row), facts, reasons };
	});
}

/** The lines behind the figures of feedback name cases: they leave the server one question at a time, by {@link casesBehind}. */
function withoutLines(row: ReportRow): ReportRow {
	const { matters } = row.figures;
	return matters ? { ...row, figures: { ...row.figures, matters: { ...matters, lines: [] } } } : row;
}

export type CasesBehind = {
	/** As the report found them, those that whoever asks may look at. */
	lines: CaseLine[];
	/** How many others there are. */
	others: number;
	group: string | null;
	measure: Measure;
};

/** Which matters a figure of feedback was counted from: by class or unit (`class:conduct`, `unit:12`) and column. */
export async function casesBehind(
	ctx: Ctx,
	id: number,
	asked: { group: string | null; measure: string }
): Promise<CasesBehind & { row: ReportRow; groupLabel: string | null }> {
	const { row } = await read(ctx, (tx) => load(tx, ctx, id, false));
	const { matters } = row.figures;
	if (!matters || !Object.hasOwn(measures, asked.measure)) throw notFound('số liệu này');
	const group = [...matters.byClass, ...matters.byUnit].find(({ key }) => key === asked.group);
	if (asked.group !== null && !group) throw notFound('số liệu này');
	const measure = asked.measure as Measure;
	const all = behind(matters.lines, asked.group, measure);
	const open = await openTo(
		ctx,
		all.map((line) => line.id)
	);
	const lines = all.filter((line) => open.has(line.id));
	return {
		row: withoutLines(row),
		group: asked.group,
		groupLabel: group?.label ?? null,
		measure,
		lines,
		others: all.length - lines.length
	};
}

/** The ward's names as they stand in a sentence and on paper. */
async function wardOf(tx: Transaction, ctx: Ctx) {
	const [row] = await tx.select().from(ward).where(eq(ward.id, ctx.wardId));
	if (!row) throw new Error(`ward ${ctx.wardId} is gone`);
	const name = row.name.replace(/^(Phường|Xã|Đặc khu)(?=\s)/, (word) => word.toLocaleLowerCase('vi'));
	return { ...row, name };
}

/** Counts the period and drafts its report. */
export async function draft(ctx: Ctx, periodKey: string): Promise<number> {
	refuseIfAny(refusals(ctx.actor, 'draft'));
	const author = person(ctx);
	const period = periodOf(periodKey);
	const figures = await count(ctx, period);
	return transact(
		ctx,
		async (tx) => {
			const here = await wardOf(tx, ctx);
			const [row] = await tx
				.insert(report)
				.values({
					period: period.key,
					fromOn: period.from,
					toOn: period.to,
					planId: figures.plan.id,
					title: `Kết quả thực hiện Kế hoạch tuyên truyền cải cách hành chính ${period.label}`,
					figures,
					sections: narrate(figures, here.name),
					addressees: reportAddressees(here.superiorName, here.settings),
					recipients: [
						'Như trên',
						'Thường trực Đảng ủy, HĐND phường',
						'Chủ tịch, các Phó Chủ tịch UBND phường',
						'UB MTTQ Việt Nam phường'
					],
					signerTitle: 'Chủ tịch',
					signerAuthority: usualAuthority,
					createdAt: ctx.now,
					createdByPersonId: author.personId,
					countedAt: ctx.now
				})
				.returning({ id: report.id });
			await record(tx, ctx, {
				act: 'report.drafted',
				subject: { kind: 'report', id: row!.id },
				after: { period: period.key }
			});
			return row!.id;
		},
		violations
	);
}

/** Who receives it: the ward's setting, or the committee above it. Agencies change, so this is data of the ward. */
function reportAddressees(superior: string, settings: Record<string, unknown>): string[] {
	const given = settings['reportAddressees'];
	return Array.isArray(given) && given.every((one) => typeof one === 'string') && given.length > 0
		? given
		: [superior];
}

export type Edit = {
	title: string;
	sections: { id: string; text: string }[];
	addressees: string[];
	recipients: string[];
	signer: string | null;
	signerTitle: string;
	signerAuthority: string[];
};

/** Saves what the officer changed; a section that differs from before counts as edited from then on. */
export async function edit(ctx: Ctx, id: number, lockVersion: number, given: Edit): Promise<void> {
	const title = clean(given.title);
	if (title.length < 10 || title.length > 500) {
		throw new Refusal({
			code: 'report.title',
			field: 'title',
			message: 'Trích yếu cần từ 10 đến 500 ký tự. Hãy viết lại.'
		});
	}
	if (given.sections.some((section) => section.text.length > 20_000)) {
		throw new Refusal({
			code: 'report.too_long',
			message: 'Một mục dài quá 20.000 ký tự. Hãy rút gọn hoặc chuyển vào phụ lục.'
		});
	}
	if (!clean(given.signerTitle)) {
		throw new Refusal({
			code: 'report.signer',
			field: 'signerTitle',
			message: 'Chưa có chức vụ người ký. Hãy nhập, ví dụ: Chủ tịch.'
		});
	}
	await transact(
		ctx,
		async (tx) => {
			const { row, facts } = await load(tx, ctx, id, true);
			refuseIfAny(refusals(ctx.actor, 'edit', facts));
			sameVersion(row, lockVersion);
			const sections = row.sections.map((section): Section => {
				const text = given.sections
					.find((one) => one.id === section.id)
					?.text.normalize('NFC')
					.replace(/\r\n?/g, '\n')
					.trim();
				return text === undefined || text === section.text ? section : { ...section, text, edited: true };
			});
			await tx
				.update(report)
				.set({
					title,
					sections,
					addressees: given.addressees.map(clean).filter(Boolean),
					recipients: given.recipients.map(clean).filter(Boolean),
					signer: given.signer ? clean(given.signer) : null,
					signerTitle: clean(given.signerTitle),
					signerAuthority: given.signerAuthority.map(clean).filter(Boolean),
					lockVersion: sql`${report.lockVersion} + 1`
				})
				.where(eq(report.id, id));
			await record(tx, ctx, {
				act: 'report.edited',
				subject: { kind: 'report', id },
				after: {
					sections: sections
						.filter((section, at) => section !== row.sections[at])
						.map((section) => section.id)
				}
			});
		},
		violations
	);
}

/** Counts anew. Sections a person wrote stay as they are. */
export async function recount(ctx: Ctx, id: number): Promise<void> {
	const { row: seen } = await byId(ctx, id);
	const figures = await count(ctx, periodOf(seen.period));
	await transact(
		ctx,
		async (tx) => {
			const { row, facts } = await load(tx, ctx, id, true);
			refuseIfAny(refusals(ctx.actor, 'recount', facts));
			const here = await wardOf(tx, ctx);
			await tx
				.update(report)
				.set({
					figures,
					planId: figures.plan.id,
					sections: refreshed(row.sections, narrate(figures, here.name)),
					countedAt: ctx.now,
					lockVersion: sql`${report.lockVersion} + 1`
				})
				.where(eq(report.id, id));
			await record(tx, ctx, { act: 'report.recounted', subject: { kind: 'report', id } });
		},
		violations
	);
}

/** Freezes text and figures as they stand on the screen (chốt số liệu). */
export async function freeze(ctx: Ctx, id: number, lockVersion: number): Promise<void> {
	await transact(
		ctx,
		async (tx) => {
			const { row, facts } = await load(tx, ctx, id, true);
			refuseIfAny(refusals(ctx.actor, 'freeze', facts));
			sameVersion(row, lockVersion);
			await tx
				.update(report)
				.set({
					frozenAt: ctx.now,
					frozenByPersonId: person(ctx).personId,
					lockVersion: sql`${report.lockVersion} + 1`
				})
				.where(eq(report.id, id));
			await record(tx, ctx, {
				act: 'report.frozen',
				subject: { kind: 'report', id },
				after: { period: row.period, asOf: row.figures.asOf }
			});
		},
		violations
	);
}

/** Number and day from the register, after the signature (vào số văn bản đi). */
export async function issue(
	ctx: Ctx,
	id: number,
	given: { number: string; issuedOn: string }
): Promise<void> {
	const match = /^\s*(\d{1,5})\s*(?:\/\s*([A-ZĐ]+-[A-ZĐ0-9.]+))?\s*$/iu.exec(given.number);
	if (!match) {
		throw new Refusal({
			code: 'report.number',
			field: 'number',
			message: 'Số báo cáo gồm chữ số, ví dụ 125 hoặc 125/BC-UBND. Hãy nhập lại theo sổ văn bản đi.'
		});
	}
	if (!isDay(given.issuedOn)) {
		throw new Refusal({
			code: 'report.day',
			field: 'issuedOn',
			message: 'Ngày ban hành không có trong lịch. Hãy chọn lại ngày.'
		});
	}
	const number = `${match[1]!.padStart(2, '0')}/${(match[2] ?? 'BC-UBND').toLocaleUpperCase('vi')}`;
	await transact(
		ctx,
		async (tx) => {
			const { row, facts } = await load(tx, ctx, id, true);
			refuseIfAny(refusals(ctx.actor, 'issue', facts));
			if (given.issuedOn < row.figures.period.from) {
				throw new Refusal({
					code: 'report.day',
					field: 'issuedOn',
					message: 'Ngày ban hành không thể trước kỳ báo cáo. Hãy chọn lại ngày.'
				});
			}
			await tx
				.update(report)
				.set({ number, issuedOn: given.issuedOn, issuedAt: ctx.now, issuedByPersonId: person(ctx).personId })
				.where(eq(report.id, id));
			await record(tx, ctx, {
				act: 'report.issued',
				subject: { kind: 'report', id },
				after: { number, issuedOn: given.issuedOn, period: row.period }
			});
		},
		violations
	);
}

/** A correction of a frozen report: a new one for the same period, counted anew, that says which one it supplements. */
export async function supplement(ctx: Ctx, id: number): Promise<number> {
	const author = person(ctx);
	const { row: seen } = await byId(ctx, id);
	const figures = await count(ctx, periodOf(seen.period));
	return transact(
		ctx,
		async (tx) => {
			const { row, facts } = await load(tx, ctx, id, true);
			refuseIfAny(refusals(ctx.actor, 'supplement', facts));
			const here = await wardOf(tx, ctx);
			const [made] = await tx
				.insert(report)
				.values({
					period: row.period,
					fromOn: row.fromOn,
					toOn: row.toOn,
					planId: figures.plan.id,
					title: `${row.title.replace(/ \(bổ sung\)$/, '')} (bổ sung)`,
					figures,
					sections: narrate(figures, here.name),
					addressees: row.addressees,
					recipients: row.recipients,
					signer: row.signer,
					signerTitle: row.signerTitle,
					signerAuthority: row.signerAuthority,
					createdAt: ctx.now,
					createdByPersonId: author.personId,
					countedAt: ctx.now,
					supplementsReportId: id
				})
				.returning({ id: report.id });
			await record(tx, ctx, {
				act: 'report.supplemented',
				subject: { kind: 'report', id },
				after: { byReportId: made!.id }
			});
			return made!.id;
		},
		violations
	);
}

/** Throws a draft away; what was frozen stays for ever. */
export async function discard(ctx: Ctx, id: number): Promise<void> {
	await transact(
		ctx,
		async (tx) => {
			const { row, facts } = await load(tx, ctx, id, true);
			refuseIfAny(refusals(ctx.actor, 'discard', facts));
			await tx.delete(report).where(and(eq(report.id, id), isNull(report.frozenAt)));
			await record(tx, ctx, {
				act: 'report.discarded',
				subject: { kind: 'report', id },
				before: { period: row.period, title: row.title, sections: row.sections }
			});
		},
		violations
	);
}

/** The Word file of a stored report, with the figures as they stand in it. */
export async function asDocx(ctx: Ctx, id: number, origin: string): Promise<{ bytes: Buffer; name: string }> {
	const { row, here } = await read(ctx, async (tx) => ({
		...(await load(tx, ctx, id, false)),
		here: await wardOf(tx, ctx)
	}));
	const bytes = await toDocx(reportDocument(printed(row, here, origin)));
	return {
		bytes,
		name: `bao-cao-${row.period.toLowerCase()}${row.supplementsReportId ? '-bo-sung' : ''}.docx`
	};
}

/** A report counted now and written straight to Word, stored nowhere: for the command line. */
export async function printNow(ctx: Ctx, periodKey: string, origin: string): Promise<Buffer> {
	refuseIfAny(refusals(ctx.actor, 'draft'));
	const period = periodOf(periodKey);
	const figures = await count(ctx, period);
	const here = await read(ctx, (tx) => wardOf(tx, ctx));
	return toDocx(
		reportDocument(
			printed(
				{
					title: `Kết quả thực hiện Kế hoạch tuyên truyền cải cách hành chính ${period.label}`,
					number: null,
					issuedOn: null,
					toOn: period.to,
					figures,
					sections: narrate(figures, here.name),
					addressees: reportAddressees(here.superiorName, here.settings),
					recipients: ['Như trên'],
					signer: null,
					signerTitle: 'Chủ tịch',
					signerAuthority: usualAuthority
				},
				here,
				origin
			)
		)
	);
}

type Printable = Pick<
	ReportRow,
	| 'title'
	| 'number'
	| 'issuedOn'
	| 'toOn'
	| 'figures'
	| 'sections'
	| 'addressees'
	| 'recipients'
	| 'signer'
	| 'signerTitle'
	| 'signerAuthority'
>;

function printed(row: Printable, here: { name: string; placeName: string }, origin: string): Printed {
	return {
		...row,
		issuer: `Ủy ban nhân dân ${here.name}`,
		place: here.placeName,
		year: Number(row.toOn.slice(0, 4)),
		origin
	};
}

function sameVersion(row: ReportRow, lockVersion: number): void {
	if (row.lockVersion === lockVersion) return;
	throw new Refusal({
		code: 'report.changed_meanwhile',
		status: 409,
		message:
			'Người khác vừa sửa báo cáo này. Nội dung đồng chí gõ vẫn còn trên trang; hãy sao lại phần của mình, tải lại trang rồi sửa tiếp.'
	});
}

function clean(text: string): string {
	return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
