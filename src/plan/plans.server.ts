/** Reading plans: the list, one plan with its versions, and what the public may see of its progress. */
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import { read, type Transaction } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import type { StoredFile } from '#platform/files.server.ts';
import { notFound, type RefusalDetail } from '#platform/refusal.ts';
import { file, journalEntry } from '#platform/schema.server.ts';
import type { Ctx } from '#people/actor.ts';
import { person, unit } from '#people/schema.server.ts';
import { channels } from './channel.ts';
import { planState, whatChanged, type Change, type ComparedTask, type PlanState } from './plan.ts';
import { pictureOf, planInForce, successors, type PlanRow, type TaskView } from './picture.server.ts';
import { maySeePlan, planRefusals, receiptRefusals, type PlanAct } from './policy.ts';
import { evidence, plan, planRecipient, task } from './schema.server.ts';
import { recurrences, type TaskState } from './task.ts';

export type PlanLine = Pick<
	PlanRow,
	'id' | 'year' | 'title' | 'number' | 'symbol' | 'issuedOn' | 'issuer' | 'createdAt' | 'replacesPlanId'
> & {
	state: PlanState;
	tasks: number;
	received: number;
	recipients: number;
};

/** All plans this person may see, newest year first. */
export async function list(ctx: Ctx): Promise<PlanLine[]> {
	return read(ctx, async (tx) => {
		const rows = await tx.select().from(plan).orderBy(desc(plan.year), desc(plan.id));
		const replaced = new Set(rows.filter((row) => row.issuedAt).map((row) => row.replacesPlanId));
		const counts = await tx.select({ planId: task.planId }).from(task);
		const receipts = await tx
			.select({ planId: planRecipient.planId, unitId: planRecipient.unitId, at: planRecipient.receivedAt })
			.from(planRecipient);
		return rows
			.filter((row) => maySeePlan(ctx.actor, { issued: row.issuedAt !== null }))
			.map((row) => {
				const { id, year, title, number, symbol, issuedOn, issuer, createdAt, replacesPlanId } = row;
				const own = receipts.filter((one) => one.planId === id && one.unitId !== null);
				return {
					id,
					year,
					title,
					number,
					symbol,
					issuedOn,
					issuer,
					createdAt,
					replacesPlanId,
					state: planState(row, replaced.has(id)),
					tasks: counts.filter((one) => one.planId === id).length,
					recipients: own.length,
					received: own.filter((one) => one.at !== null).length
				};
			});
	});
}

/** The plan in force of a year, or undefined. */
export async function current(ctx: Ctx, year: number): Promise<PlanRow | undefined> {
	return read(ctx, (tx) => planInForce(tx, year));
}

export async function byId(ctx: Ctx, planId: number) {
	return read(ctx, async (tx) => {
		const picture = await pictureOf(tx, ctx, planId);
		const acts: PlanAct[] = ['correct', 'issue', 'change', 'discard'];
		const [source] = picture.plan.sourceFileId
			? await tx
					.select({ token: file.token, name: file.name })
					.from(file)
					.where(eq(file.id, picture.plan.sourceFileId))
			: [];
		return {
			...picture,
			source: source ?? null,
			recipients: await recipientsOf(tx, ctx, picture.plan),
			versions: await versionsOf(tx, ctx, picture.plan),
			history: await historyOf(tx, planId),
			reasons: Object.fromEntries(
				acts.map((act) => [act, planRefusals(ctx.actor, act, picture.planFacts)])
			) as Record<PlanAct, RefusalDetail[]>
		};
	});
}

async function recipientsOf(tx: Transaction, ctx: Ctx, row: PlanRow) {
	const heirs = await successors(tx);
	const rows = await tx
		.select({ recipient: planRecipient, unitName: unit.name, receivedBy: person.name })
		.from(planRecipient)
		.leftJoin(unit, eq(unit.id, planRecipient.unitId))
		.leftJoin(person, eq(person.id, planRecipient.receivedByPersonId))
		.where(eq(planRecipient.planId, row.id))
		.orderBy(asc(planRecipient.ordinal), asc(planRecipient.id));
	return rows.map(({ recipient, unitName, receivedBy }) => ({
		id: recipient.id,
		text: recipient.text,
		ordinal: recipient.ordinal,
		unitName,
		receivedAt: recipient.receivedAt,
		receivedBy,
		reasons: receiptRefusals(ctx.actor, {
			unitIds: recipient.unitId === null ? [] : heirs(recipient.unitId),
			received: recipient.receivedAt !== null,
			issued: row.issuedAt !== null
		})
	}));
}

/** The chain of versions a plan belongs to, oldest first. */
async function versionsOf(tx: Transaction, ctx: Ctx, row: PlanRow) {
	const all = await tx.select().from(plan).where(eq(plan.year, row.year));
	const chain = [row];
	for (let before = row.replacesPlanId; before !== null;) {
		const [found] = await tx.select().from(plan).where(eq(plan.id, before));
		if (!found) break;
		chain.unshift(found);
		before = found.replacesPlanId;
	}
	for (let next = all.find((one) => one.replacesPlanId === row.id); next;) {
		chain.push(next);
		const id: number = next.id;
		next = all.find((one) => one.replacesPlanId === id);
	}
	return chain
		.filter((one) => maySeePlan(ctx.actor, { issued: one.issuedAt !== null }))
		.map((one, at, seen) => ({
			id: one.id,
			number: one.number,
			issuedOn: one.issuedOn,
			createdAt: one.createdAt,
			state: planState(
				one,
				seen.slice(at + 1).some((later) => later.issuedAt !== null)
			)
		}));
}

async function historyOf(tx: Transaction, planId: number) {
	return tx
		.select({
			id: journalEntry.id,
			at: journalEntry.at,
			act: journalEntry.act,
			note: journalEntry.note,
			before: journalEntry.before,
			after: journalEntry.after,
			who: person.name
		})
		.from(journalEntry)
		.leftJoin(person, eq(person.id, journalEntry.personId))
		.where(and(eq(journalEntry.subjectKind, 'plan'), eq(journalEntry.subjectId, String(planId))))
		.orderBy(desc(journalEntry.id))
		.limit(100);
}

/** What this version changes against the one it replaces; undefined when it replaces none. */
export async function changes(
	ctx: Ctx,
	planId: number
): Promise<{ against: { id: number; number: string | null }; changes: Change[] } | undefined> {
	return read(ctx, async (tx) => {
		const now = await pictureOf(tx, ctx, planId);
		if (now.plan.replacesPlanId === null) return undefined;
		const before = await pictureOf(tx, ctx, now.plan.replacesPlanId);
		return {
			against: { id: before.plan.id, number: before.plan.number },
			changes: whatChanged(before.tasks.map(compared), now.tasks.map(compared))
		};
	});
}

function compared(one: TaskView): ComparedTask {
	return {
		id: one.id,
		rootId: one.rootId,
		no: one.no,
		title: one.title,
		facts: {
			'Sản phẩm': one.product ?? '',
			'Số lượng': measureWords(one) ?? '',
			'Nội dung': one.areas.map((area) => area.shortName).join(', '),
			'Đơn vị chủ trì': one.lead?.name ?? one.leadText ?? '',
			'Đơn vị phối hợp': one.cooperating.map((unitName) => unitName.shortName).join(', '),
			'Chu kỳ': recurrences[one.recurrence],
			'Bắt đầu': one.periodFrom ?? '',
			'Kết thúc': one.periodTo ?? '',
			Hạn: one.deadlineOn ?? '',
			'Thời hạn trong văn bản': one.deadlineText ?? '',
			'Hình thức': one.channels.map((channel) => channels[channel]).join(', '),
			'Kinh phí': one.budgetAmount === null ? '' : String(one.budgetAmount)
		}
	};
}

export function measureWords(one: {
	measureCount: number | null;
	measureUnit: string | null;
}): string | null {
	return one.measureCount === null
		? null
		: `${one.measureCount.toLocaleString('vi-VN')} ${one.measureUnit ?? 'sản phẩm'}`;
}

/** The document a plan was read from, for those who may see the plan. */
export async function sourceFile(ctx: Ctx, planId: number): Promise<StoredFile> {
	return read(ctx, async (tx) => {
		const [row] = await tx.select().from(plan).where(eq(plan.id, planId));
		const visible = row && maySeePlan(ctx.actor, { issued: row.issuedAt !== null });
		const found = visible && row.sourceFileId !== null ? await files.byId(tx, row.sourceFileId) : undefined;
		if (!found) throw notFound('tệp của kế hoạch');
		return found;
	});
}

export type PublicProgress = {
	plan: { id: number; year: number; title: string; number: string; issuedOn: string; issuer: string | null };
	total: number;
	counts: Record<TaskState, number>;
	areas: { key: string; marker: string; shortName: string; text: string }[];
	tasks: {
		no: number;
		title: string;
		product: string | null;
		measure: string | null;
		lead: string | null;
		areaKeys: string[];
		timing: string;
		state: TaskState;
		done: number;
		required: number;
		/** Published things anybody can open. */
		links: { title: string; url: string; day: string }[];
	}[];
};

/** For the portal: the plan in force of a year and how far it is; only what is public anyway. */
export async function publicProgress(ctx: Ctx, year: number): Promise<PublicProgress | undefined> {
	return read(ctx, async (tx) => {
		const row = await planInForce(tx, year);
		if (!row) return undefined;
		const { tasks, areas, plan: own } = await pictureOf(tx, ctx, row.id);
		const roots = tasks.flatMap((one) => one.proofs.map((proof) => proof.id));
		const links = roots.length
			? await tx
					.select({
						id: evidence.id,
						title: evidence.title,
						url: evidence.url,
						sourceKind: evidence.sourceKind
					})
					.from(evidence)
					.where(and(inArray(evidence.id, roots), isNull(evidence.withdrawnAt)))
			: [];
		const open = new Map(
			links.filter((one) => one.url && one.sourceKind !== 'manual').map((one) => [one.id, one])
		);
		const counts: Record<TaskState, number> = {
			planned: 0,
			in_progress: 0,
			due_soon: 0,
			overdue: 0,
			done: 0,
			waived: 0
		};
		for (const one of tasks) counts[one.standing.state] += 1;
		return {
			plan: {
				id: own.id,
				year: own.year,
				title: own.title,
				number: own.number!,
				issuedOn: own.issuedOn!,
				issuer: own.issuer
			},
			total: tasks.length,
			counts,
			areas: areas.map(({ key, marker, shortName, text }) => ({ key, marker, shortName, text })),
			tasks: tasks.map((one) => ({
				no: one.no,
				title: one.title,
				product: one.product,
				measure: measureWords(one),
				lead: one.lead?.name ?? one.leadText,
				areaKeys: one.areas.map((area) => area.key),
				timing:
					one.deadlineText ??
					(one.recurrence === 'none' ? (one.deadlineOn ?? '') : recurrences[one.recurrence]),
				state: one.standing.state,
				done: one.facts.done,
				required: one.standing.required,
				links: [
					...new Map(
						one.proofs.flatMap((proof) => {
							const link = open.get(proof.id);
							return link
								? [[link.url!, { title: link.title, url: link.url!, day: proof.day }] as const]
								: [];
						})
					).values()
				].reverse()
			}))
		};
	});
}
