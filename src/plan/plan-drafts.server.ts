/** A plan while it is being written (dự thảo): read from a document or made by hand, corrected, thrown away. */
import { asc, desc, eq, sql } from 'drizzle-orm';
import { dayOf, isDay, type Day } from '#platform/clock.ts';
import { transact, type Transaction } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import { ward } from '#platform/schema.server.ts';
import { person, type Ctx } from '#people/actor.ts';
import { unit } from '#people/schema.server.ts';
import { freeKey, withKeys } from './area-keys.ts';
import type { PlanDocument } from './plan-document.ts';
import type { AreaInput, HeaderInput } from './plan-form.ts';
import { maySeePlan, planRefusals } from './policy.ts';
import { planFactsOf, type PlanRow } from './picture.server.ts';
import { contentArea, evidence, plan, planRecipient, task, violations } from './schema.server.ts';
import { sourceLines } from './source-lines.ts';
import { insertTask, type NewTask } from './task-edit.server.ts';
import { taskDrafts } from './task-drafts.ts';
import { matchUnits, type Register } from './unit-match.ts';

export type NewPlan = {
	year: number;
	title: string;
	superior: string | null;
	issuer: string | null;
	symbol: string | null;
	place: string | null;
	signer: string | null;
	signerTitle: string | null;
	signerAuthority: string | null;
	areas: AreaInput[];
	tasks: NewTask[];
	recipients: string[];
	/** The document it was read from. */
	understood?: PlanDocument;
	sourceText?: string;
	upload?: { name: string; bytes: Uint8Array };
};

/** Stores a new draft whole. Also how the sample ward and a plan written by hand begin. */
export async function draft(ctx: Ctx, given: NewPlan): Promise<number> {
	refuseIfAny(planRefusals(ctx.actor, 'import'));
	const { personId } = person(ctx);
	return transact(
		ctx,
		async (tx) => {
			const file = given.upload ? await files.put(tx, ctx, given.upload) : undefined;
			const [row] = await tx
				.insert(plan)
				.values({
					year: given.year,
					title: given.title.normalize('NFC').trim(),
					superior: given.superior,
					issuer: given.issuer,
					symbol: given.symbol,
					place: given.place,
					signer: given.signer,
					signerTitle: given.signerTitle,
					signerAuthority: given.signerAuthority,
					sourceFileId: file?.id ?? null,
					sourceText: given.sourceText ?? null,
					// The lines stand in source_text already.
					understood: given.understood?.source
						? { ...given.understood, source: { ...given.understood.source, lines: [] } }
						: (given.understood ?? {}),
					createdAt: ctx.now,
					createdByPersonId: personId
				})
				.returning({ id: plan.id });
			const planId = row!.id;
			await writeAreas(tx, planId, given.areas);
			for (const [at, one] of given.tasks.entries())
				await insertTask(tx, ctx, planId, { ...one, no: one.no ?? at + 1 });
			await writeRecipients(tx, planId, given.recipients, await registerOf(tx, ctx), startOf(given.year));
			await record(tx, ctx, {
				act: 'plan.drafted',
				subject: { kind: 'plan', id: planId },
				after: { year: given.year, title: given.title, tasks: given.tasks.length, file: file?.name ?? null }
			});
			return planId;
		},
		violations
	);
}

export type ReadDocument = { name: string; bytes?: Uint8Array; text: string; document: PlanDocument };

/** Stores what was read from a document: header, areas, proposed tasks, recipients, the text and the file itself. */
export async function draftFromDocument(ctx: Ctx, read: ReadDocument): Promise<number> {
	refuseIfAny(planRefusals(ctx.actor, 'import'));
	const { document } = read;
	const year = document.year ?? document.date.year ?? Number(dayOf(ctx.now).slice(0, 4));
	const source = sourceLines(read.text);
	const { areas, tasks } = await transact(ctx, async (tx) => {
		const known = await knownAreas(tx);
		const found = withKeys(document.contentAreas, known);
		return {
			areas: found,
			tasks: taskDrafts(document, {
				areas: found.map((area) => ({ ...area, key: area.key! })),
				register: await registerOf(tx, ctx),
				on: documentDay(document) ?? startOf(year),
				year,
				source
			})
		};
	});
	return draft(ctx, {
		year,
		title: document.title ?? read.name.replace(/\.[^.]*$/, ''),
		superior: document.superior,
		issuer: document.issuer,
		symbol: document.symbol,
		place: document.place,
		signer: document.signer,
		signerTitle: document.signerTitle,
		signerAuthority: document.signerAuthority,
		areas,
		tasks: tasks.map((one) => ({ ...one, periodTo: null, budgetAmount: null, budgetLine: null })),
		recipients: document.recipients,
		understood: document,
		sourceText: read.text,
		...(read.bytes ? { upload: { name: read.name, bytes: read.bytes } } : {})
	});
}

/** Corrects the header and the lists beside it; refuses when somebody else saved in between. */
export async function correctHeader(ctx: Ctx, planId: number, given: HeaderInput): Promise<void> {
	await transact(
		ctx,
		async (tx) => {
			const before = await correctable(tx, ctx, planId);
			const { lockVersion, legalBasis, audiences, ...header } = given;
			await touch(tx, before, lockVersion, {
				...header,
				understood: { ...before.understood, legalBasis, audiences }
			});
			await record(tx, ctx, {
				act: 'plan.header_corrected',
				subject: { kind: 'plan', id: planId },
				before: headerOf(before),
				after: header
			});
		},
		violations
	);
}

/** The list of content areas as it should be: what is missing from it is dropped, an unknown key is new. */
export async function correctAreas(
	ctx: Ctx,
	planId: number,
	lockVersion: number,
	areas: AreaInput[]
): Promise<void> {
	await transact(
		ctx,
		async (tx) => {
			const row = await correctable(tx, ctx, planId);
			await touch(tx, row, lockVersion, {});
			const before = await tx
				.select()
				.from(contentArea)
				.where(eq(contentArea.planId, planId))
				.orderBy(asc(contentArea.ordinal));
			const kept = new Set(areas.map((area) => area.key));
			for (const old of before)
				if (!kept.has(old.key)) await tx.delete(contentArea).where(eq(contentArea.id, old.id));
			await writeAreas(tx, planId, areas, before);
			await record(tx, ctx, {
				act: 'plan.areas_corrected',
				subject: { kind: 'plan', id: planId },
				before: before.map(({ key, marker, shortName, text }) => ({ key, marker, shortName, text })),
				after: areas
			});
		},
		violations
	);
}

export async function correctRecipients(
	ctx: Ctx,
	planId: number,
	lockVersion: number,
	recipients: string[]
): Promise<void> {
	await transact(ctx, async (tx) => {
		const row = await correctable(tx, ctx, planId);
		await touch(tx, row, lockVersion, {});
		const before = await tx
			.select({ text: planRecipient.text })
			.from(planRecipient)
			.where(eq(planRecipient.planId, planId));
		await tx.delete(planRecipient).where(eq(planRecipient.planId, planId));
		await writeRecipients(
			tx,
			planId,
			recipients,
			await registerOf(tx, ctx),
			row.issuedOn ?? startOf(row.year)
		);
		await record(tx, ctx, {
			act: 'plan.recipients_corrected',
			subject: { kind: 'plan', id: planId },
			before: [...new Set(before.map(({ text }) => text))],
			after: recipients
		});
	});
}

/** Throws a draft away. What was issued is never thrown away. */
export async function discard(ctx: Ctx, planId: number): Promise<void> {
	await transact(ctx, async (tx) => {
		const row = await lockedPlan(tx, ctx, planId);
		refuseIfAny(planRefusals(ctx.actor, 'discard', await planFactsOf(tx, row)));
		const [used] = await tx
			.select({ id: evidence.id })
			.from(evidence)
			.innerJoin(task, eq(task.id, evidence.taskId))
			.where(eq(task.planId, planId))
			.limit(1);
		if (used) {
			throw new Refusal({
				code: 'plan.has_evidence',
				status: 409,
				message:
					'Nhiệm vụ của dự thảo này đã có minh chứng nên không xóa được. Hãy chuyển tin bài sang nhiệm vụ khác trước.'
			});
		}
		await tx.delete(plan).where(eq(plan.id, planId));
		await record(tx, ctx, {
			act: 'plan.discarded',
			subject: { kind: 'plan', id: planId },
			before: headerOf(row)
		});
	});
}

/** The plan, locked against others who write at the same moment. */
export async function lockedPlan(tx: Transaction, ctx: Ctx, planId: number): Promise<PlanRow> {
	const [row] = await tx.select().from(plan).where(eq(plan.id, planId)).for('update');
	if (!row || !maySeePlan(ctx.actor, { issued: row.issuedAt !== null })) throw notFound('kế hoạch này');
	return row;
}

export async function correctable(tx: Transaction, ctx: Ctx, planId: number): Promise<PlanRow> {
	const row = await lockedPlan(tx, ctx, planId);
	refuseIfAny(planRefusals(ctx.actor, 'correct', await planFactsOf(tx, row)));
	return row;
}

async function touch(
	tx: Transaction,
	row: PlanRow,
	lockVersion: number,
	values: Partial<typeof plan.$inferInsert>
): Promise<void> {
	if (row.lockVersion !== lockVersion) throw changedMeanwhile();
	await tx
		.update(plan)
		.set({ ...values, lockVersion: sql`${plan.lockVersion} + 1` })
		.where(eq(plan.id, row.id));
}

export const changedMeanwhile = () =>
	new Refusal({
		code: 'plan.changed_meanwhile',
		status: 409,
		message:
			'Người khác vừa lưu thay đổi ở phần này. Hãy tải lại trang để thấy bản mới, rồi nhập lại phần của đồng chí.'
	});

async function writeAreas(
	tx: Transaction,
	planId: number,
	areas: AreaInput[],
	present: { id: number; key: string }[] = []
): Promise<void> {
	const taken = new Set(areas.flatMap((area) => area.key ?? []));
	for (const [at, { key: given, ...area }] of areas.entries()) {
		const key = given ?? freeKey(area.shortName, taken);
		const old = present.find((one) => one.key === key);
		if (old)
			await tx
				.update(contentArea)
				.set({ ...area, ordinal: at + 1 })
				.where(eq(contentArea.id, old.id));
		else await tx.insert(contentArea).values({ ...area, planId, key, ordinal: at + 1 });
	}
}

/** A line that stands for several units ("Các tổ dân phố") is a row for each: each of them confirms for itself. */
async function writeRecipients(
	tx: Transaction,
	planId: number,
	lines: string[],
	register: Register,
	on: Day
): Promise<void> {
	for (const [at, text] of lines.entries()) {
		const kept = /^\s*[-–]?\s*Lưu\b/iu.test(text);
		const unitIds = kept ? [] : matchUnits(text, register, on).unitIds;
		const rows = (unitIds.length ? unitIds : [null]).map((unitId) => ({
			planId,
			text,
			unitId,
			ordinal: at + 1
		}));
		await tx.insert(planRecipient).values(rows);
	}
}

export async function registerOf(tx: Transaction, ctx: Ctx): Promise<Register> {
	const units = await tx.select().from(unit).orderBy(asc(unit.id));
	const [own] = await tx.select({ name: ward.shortName }).from(ward).where(eq(ward.id, ctx.wardId));
	return { units, wardName: own?.name ?? '' };
}

/** Areas of all plans, newest first: the same subject keeps its key, so that years can be compared. */
async function knownAreas(tx: Transaction): Promise<AreaInput[]> {
	const { key, marker, shortName, text } = contentArea;
	return tx
		.select({ key, marker, shortName, text })
		.from(contentArea)
		.innerJoin(plan, eq(plan.id, contentArea.planId))
		.orderBy(desc(plan.year), desc(plan.id), asc(contentArea.ordinal));
}

export function documentDay(document: PlanDocument): Day | null {
	const { day, month, year } = document.date;
	if (!day || !month || !year) return null;
	const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
	return isDay(text) ? text : null;
}

const startOf = (year: number): Day => `${year}-01-01`;

function headerOf(row: PlanRow) {
	const { year, title, superior, issuer, symbol, place, signer, signerTitle, signerAuthority } = row;
	return { year, title, superior, issuer, symbol, place, signer, signerTitle, signerAuthority };
}
