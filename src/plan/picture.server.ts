/**
 * The picture of one plan: its tasks with units, areas, evidence and standing, loaded at once in a handful of queries.
 * Lists, boards, calendars, coverage and the public progress are all looks at this one picture, so their figures agree.
 */
import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { dayOf, type Day } from '#platform/clock.ts';
import type { Transaction } from '#platform/db.server.ts';
import { notFound } from '#platform/refusal.ts';
import { unit, unitSuccession } from '#people/schema.server.ts';
import type { Ctx } from '#people/actor.ts';
import type { Channel } from './channel.ts';
import { rootOf } from './evidence.server.ts';
import { planState, type PlanState } from './plan.ts';
import { maySeePlan, type PlanFacts, type TaskFacts } from './policy.ts';
import {
	contentArea,
	evidence,
	plan,
	task,
	taskClosure,
	taskContentArea,
	taskUnit
} from './schema.server.ts';
import { productCount, standingOf, type Recurrence, type Standing } from './task.ts';

export type PlanRow = typeof plan.$inferSelect;
export type AreaRow = Pick<
	typeof contentArea.$inferSelect,
	'id' | 'key' | 'marker' | 'shortName' | 'text' | 'ordinal'
>;
export type UnitName = { id: number; name: string; shortName: string };
export type ProofRow = {
	id: number;
	contentAreaKey: string | null;
	channel: Channel;
	count: number;
	sourceKind: string;
	sourceId: string | null;
	day: Day;
};
export type ClosureRow = typeof taskClosure.$inferSelect;

export type TaskView = {
	id: number;
	/** First version of the task: the same in every version of the plan. */
	rootId: number;
	no: number;
	title: string;
	product: string | null;
	measureCount: number | null;
	measureUnit: string | null;
	recurrence: Recurrence;
	periodFrom: Day | null;
	periodTo: Day | null;
	deadlineOn: Day | null;
	deadlineText: string | null;
	channels: Channel[];
	lead: UnitName | null;
	leadText: string | null;
	cooperating: UnitName[];
	cooperatingText: string | null;
	areas: AreaRow[];
	budgetAmount: number | null;
	budgetLine: string | null;
	sourceLine: number | null;
	doubts: string[];
	lockVersion: number;
	closure: ClosureRow | null;
	/** Evidence in force, of every version of the task. */
	proofs: ProofRow[];
	standing: Standing;
	/** What the policy judges by. */
	facts: TaskFacts;
};

export type Picture = {
	plan: PlanRow;
	planFacts: PlanFacts;
	state: PlanState;
	areas: AreaRow[];
	tasks: TaskView[];
	today: Day;
};

export async function pictureOf(tx: Transaction, ctx: Ctx, planId: number): Promise<Picture> {
	const [row] = await tx.select().from(plan).where(eq(plan.id, planId));
	if (!row || !maySeePlan(ctx.actor, { issued: row.issuedAt !== null })) throw notFound('kế hoạch này');
	const planFacts = await planFactsOf(tx, row);
	const areas = await areasOf(tx, planId);
	const tasks = await tx
		.select({ task, rootId: rootOf })
		.from(task)
		.where(eq(task.planId, planId))
		.orderBy(asc(task.no), asc(task.id));
	const roots = tasks.map(({ rootId }) => rootId);
	const units = await unitsById(tx);
	const heirs = await successors(tx);
	const links = await areaLinks(tx, planId);
	const helpers = await helpersOf(tx, planId);
	const proofs = await proofsOf(tx, roots);
	const closures = await closuresOf(tx, roots);
	const today = dayOf(ctx.now);

	return {
		plan: row,
		planFacts,
		state: planState(row, planFacts.successor === 'issued'),
		areas,
		today,
		tasks: tasks.map(({ task: one, rootId }) => {
			const own = proofs.get(rootId) ?? [];
			const closure = closures.get(rootId) ?? null;
			const done = productCount(own);
			const standing = standingOf(one, row.year, done, closure, today);
			const cooperatingIds = helpers.get(one.id) ?? [];
			const {
				wardId: _ward,
				planId: _plan,
				lineageId: _lineage,
				leadUnitId,
				createdAt: _created,
				...facts
			} = one;
			return {
				...facts,
				rootId,
				lead: leadUnitId === null ? null : (units.get(leadUnitId) ?? null),
				cooperating: cooperatingIds.flatMap((id) => units.get(id) ?? []),
				areas: areas.filter(({ id }) => links.get(one.id)?.has(id)),
				closure,
				proofs: own,
				standing,
				facts: {
					plan: planFacts,
					leadUnitIds: leadUnitId === null ? [] : heirs(leadUnitId),
					cooperatingUnitIds: cooperatingIds.flatMap(heirs),
					done,
					required: standing.required,
					unitOfMeasure: one.measureUnit,
					closing: closure && {
						kind: closure.kind,
						byPersonId: closure.byPersonId,
						askedOfPersonId: closure.confirmationAskedOfPersonId,
						confirmed: closure.confirmedAt !== null
					}
				}
			};
		})
	};
}

export async function planFactsOf(
	tx: Transaction,
	row: Pick<PlanRow, 'id' | 'issuedAt'>
): Promise<PlanFacts> {
	const [next] = await tx
		.select({ issuedAt: plan.issuedAt })
		.from(plan)
		.where(eq(plan.replacesPlanId, row.id));
	return { issued: row.issuedAt !== null, successor: next ? (next.issuedAt ? 'issued' : 'draft') : 'none' };
}

export async function areasOf(tx: Transaction, planId: number): Promise<AreaRow[]> {
	const { id, key, marker, shortName, text, ordinal } = contentArea;
	return tx
		.select({ id, key, marker, shortName, text, ordinal })
		.from(contentArea)
		.where(eq(contentArea.planId, planId))
		.orderBy(asc(ordinal), asc(id));
}

async function unitsById(tx: Transaction): Promise<Map<number, UnitName>> {
	const rows = await tx.select({ id: unit.id, name: unit.name, shortName: unit.shortName }).from(unit);
	return new Map(rows.map((row) => [row.id, row]));
}

/** A unit and all that took over its work since: whoever stands in for it may act on its tasks. */
export async function successors(tx: Transaction): Promise<(unitId: number) => number[]> {
	const rows = await tx.select().from(unitSuccession);
	return (unitId) => {
		const found = new Set([unitId]);
		for (const id of found) {
			for (const row of rows) if (row.predecessorId === id) found.add(row.successorId);
		}
		return [...found];
	};
}

async function areaLinks(tx: Transaction, planId: number): Promise<Map<number, Set<number>>> {
	const rows = await tx
		.select({ taskId: taskContentArea.taskId, areaId: taskContentArea.contentAreaId })
		.from(taskContentArea)
		.innerJoin(task, eq(task.id, taskContentArea.taskId))
		.where(eq(task.planId, planId));
	const links = new Map<number, Set<number>>();
	for (const { taskId, areaId } of rows) links.set(taskId, (links.get(taskId) ?? new Set()).add(areaId));
	return links;
}

async function helpersOf(tx: Transaction, planId: number): Promise<Map<number, number[]>> {
	const rows = await tx
		.select({ taskId: taskUnit.taskId, unitId: taskUnit.unitId })
		.from(taskUnit)
		.innerJoin(task, eq(task.id, taskUnit.taskId))
		.where(eq(task.planId, planId))
		.orderBy(asc(taskUnit.unitId));
	return gathered(rows.map(({ taskId, unitId }) => [taskId, unitId]));
}

async function proofsOf(tx: Transaction, roots: number[]): Promise<Map<number, ProofRow[]>> {
	if (roots.length === 0) return new Map();
	const rows = await tx
		.select({
			rootId: rootOf,
			id: evidence.id,
			contentAreaKey: evidence.contentAreaKey,
			channel: sql<Channel>`${evidence.channel}`,
			count: evidence.count,
			sourceKind: evidence.sourceKind,
			sourceId: evidence.sourceId,
			occurredAt: evidence.occurredAt
		})
		.from(evidence)
		.innerJoin(task, eq(task.id, evidence.taskId))
		.where(and(inArray(rootOf, roots), isNull(evidence.withdrawnAt)))
		.orderBy(asc(evidence.occurredAt), asc(evidence.id));
	return gathered(rows.map(({ rootId, occurredAt, ...row }) => [rootId, { ...row, day: dayOf(occurredAt) }]));
}

/** How each task ended; a closure of an older version holds for the newer, unless it was reopened. */
async function closuresOf(tx: Transaction, roots: number[]): Promise<Map<number, ClosureRow>> {
	if (roots.length === 0) return new Map();
	const rows = await tx
		.select({ rootId: rootOf, closure: taskClosure })
		.from(taskClosure)
		.innerJoin(task, eq(task.id, taskClosure.taskId))
		.where(and(inArray(rootOf, roots), isNull(taskClosure.reopenedAt)))
		.orderBy(asc(taskClosure.id));
	return new Map(rows.map(({ rootId, closure }) => [rootId, closure]));
}

function gathered<K, V>(entries: [K, V][]): Map<K, V[]> {
	const map = new Map<K, V[]>();
	for (const [key, value] of entries) {
		const values = map.get(key);
		if (values) values.push(value);
		else map.set(key, [value]);
	}
	return map;
}

/** The plan in force for a year: the issued version no issued version replaces. */
export async function planInForce(tx: Transaction, year: number): Promise<PlanRow | undefined> {
	const issued = await tx
		.select()
		.from(plan)
		.where(and(eq(plan.year, year), isNotNull(plan.issuedAt)))
		.orderBy(asc(plan.issuedOn), asc(plan.id));
	const replaced = new Set(issued.map((row) => row.replacesPlanId));
	return issued.filter((row) => !replaced.has(row.id)).at(-1);
}
