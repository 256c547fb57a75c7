/** Reading tasks: the lists, the board, the calendar, one task with everything about it. */
import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { read, type Transaction } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import type { StoredFile } from '#platform/files.server.ts';
import { notFound, type RefusalDetail } from '#platform/refusal.ts';
import { file, journalEntry } from '#platform/schema.server.ts';
import type { Ctx } from '#people/actor.ts';
import { person, position } from '#people/schema.server.ts';
import { isNull } from 'drizzle-orm';
import { dayOf, type Day } from '#platform/clock.ts';
import { validOn } from '#people/unit.ts';
import { rootOf } from './evidence.server.ts';
import { pictureOf, planInForce, type Picture, type TaskView } from './picture.server.ts';
import { maySeeTask, taskRefusals, type TaskAct } from './policy.ts';
import { evidence, plan, task, taskReminder } from './schema.server.ts';
import { occurrencesOf, type TaskState } from './task.ts';

export type Filter = {
	unitId?: number | undefined;
	/** `none`: tasks without a content area. */
	areaKey?: string | undefined;
	state?: TaskState | undefined;
	/** `2026-03`: something of it falls due in this month. */
	month?: string | undefined;
	mine?: boolean | undefined;
	words?: string | undefined;
};

/** The tasks of a plan (of the plan in force this year, when none is named) this person may see. */
export async function list(
	ctx: Ctx,
	filter: Filter = {},
	planId?: number
): Promise<(Omit<Picture, 'tasks'> & { tasks: TaskView[]; all: number }) | undefined> {
	return read(ctx, async (tx) => {
		const id = planId ?? (await newestPlan(tx, ctx));
		if (id === undefined) return undefined;
		const picture = await pictureOf(tx, ctx, id);
		const visible = picture.tasks.filter((one) => maySeeTask(ctx.actor, one.facts));
		return {
			...picture,
			all: visible.length,
			tasks: visible.filter((one) => fits(ctx, picture, one, filter))
		};
	});
}

function fits(ctx: Ctx, picture: Picture, one: TaskView, filter: Filter): boolean {
	const units = [...one.facts.leadUnitIds, ...one.facts.cooperatingUnitIds];
	if (filter.unitId !== undefined && !units.includes(filter.unitId)) return false;
	if (filter.areaKey === 'none' && one.areas.length > 0) return false;
	if (filter.areaKey && filter.areaKey !== 'none' && !one.areas.some((area) => area.key === filter.areaKey))
		return false;
	if (filter.state && one.standing.state !== filter.state) return false;
	if (
		filter.month &&
		!occurrencesOf(one, picture.plan.year).some(
			({ due, planned }) => planned > 0 && due.startsWith(filter.month!)
		)
	)
		return false;
	if (filter.mine && !(ctx.actor.kind === 'person' && units.includes(ctx.actor.unitId))) return false;
	if (filter.words) {
		const wanted = filter.words.normalize('NFC').toLowerCase();
		if (!`${one.title} ${one.product ?? ''}`.toLowerCase().includes(wanted)) return false;
	}
	return true;
}

/** The plan in force this year; at the turn of the year, while the new one is still a draft, the last one. */
async function newestPlan(tx: Transaction, ctx: Ctx): Promise<number | undefined> {
	const year = Number(dayOf(ctx.now).slice(0, 4));
	const now = await planInForce(tx, year);
	if (now) return now.id;
	const years = await tx.selectDistinct({ year: plan.year }).from(plan).orderBy(desc(plan.year));
	for (const { year: other } of years) {
		const found = await planInForce(tx, other);
		if (found) return found.id;
	}
	return undefined;
}

/** Tasks a story or an event can belong to, the actor's own first. */
export async function choices(
	ctx: Ctx
): Promise<
	{ id: number; no: number; title: string; areaKeys: string[]; lead: string | null; mine: boolean }[]
> {
	const found = await list(ctx);
	return (found?.tasks ?? [])
		.map((one) => ({
			id: one.id,
			no: one.no,
			title: one.title,
			areaKeys: one.areas.map((area) => area.key),
			lead: one.lead?.shortName ?? one.leadText,
			mine: ctx.actor.kind === 'person' && one.facts.leadUnitIds.includes(ctx.actor.unitId)
		}))
		.sort((a, b) => Number(b.mine) - Number(a.mine) || a.no - b.no);
}

export type EvidenceRow = typeof evidence.$inferSelect & {
	fileToken: string | null;
	fileName: string | null;
	fileMime: string | null;
	addedBy: string | null;
};
export type HistoryLine = {
	id: number;
	at: Date;
	act: string;
	who: string;
	note: string | null;
	before: unknown;
	after: unknown;
};

export async function byId(ctx: Ctx, taskId: number) {
	return read(ctx, async (tx) => {
		const [row] = await tx
			.select({ planId: task.planId, rootId: rootOf })
			.from(task)
			.where(eq(task.id, taskId));
		if (!row) throw notFound('nhiệm vụ này');
		const picture = await pictureOf(tx, ctx, row.planId);
		const view = picture.tasks.find((one) => one.id === taskId);
		if (!view || !maySeeTask(ctx.actor, view.facts)) throw notFound('nhiệm vụ này');
		const versions = await tx
			.select({ id: task.id, planId: task.planId, issuedAt: plan.issuedAt, number: plan.number })
			.from(task)
			.innerJoin(plan, eq(plan.id, task.planId))
			.where(eq(rootOf, row.rootId))
			.orderBy(asc(task.id));
		const ids = versions.map((one) => one.id);
		const newer = versions.findLast((one) => one.issuedAt !== null && one.id > taskId);
		const acts: TaskAct[] = [
			'finish',
			'waive',
			'ask_confirmation',
			'confirm',
			'reopen',
			'remind',
			'add_evidence',
			'withdraw_evidence'
		];
		return {
			...picture,
			tasks: undefined,
			task: view,
			occurrences: occurrencesOf(view, picture.plan.year),
			/** The same task in a later issued version. */
			newerTaskId: newer?.id ?? null,
			evidence: await evidenceOf(tx, ids),
			history: await historyOf(tx, ids),
			reminders: await remindersOf(tx, ids),
			people: await peopleOf(tx, dayOf(ctx.now)),
			reasons: Object.fromEntries(
				acts.map((act) => [act, taskRefusals(ctx.actor, act, view.facts)])
			) as Record<TaskAct, RefusalDetail[]>
		};
	});
}

/** A file of a task's evidence, for those who may see the task. */
export async function evidenceFile(ctx: Ctx, taskId: number, token: string): Promise<StoredFile> {
	const view = await byId(ctx, taskId);
	const row = view.evidence.find((one) => one.fileToken === token);
	const found = row && (await read(ctx, (tx) => files.byToken(tx, token)));
	if (!found) throw notFound('tệp minh chứng');
	return found;
}

async function evidenceOf(tx: Transaction, taskIds: number[]): Promise<EvidenceRow[]> {
	const rows = await tx
		.select({
			evidence,
			fileToken: file.token,
			fileName: file.name,
			fileMime: file.mime,
			addedBy: person.name
		})
		.from(evidence)
		.leftJoin(file, eq(file.id, evidence.fileId))
		.leftJoin(person, eq(person.id, evidence.addedByPersonId))
		.where(inArray(evidence.taskId, taskIds))
		.orderBy(desc(evidence.occurredAt), desc(evidence.id));
	return rows.map(({ evidence: row, ...more }) => ({ ...row, ...more }));
}

/** Evidence by number: the rows behind a figure. Only of tasks this person may see. */
export async function evidenceByIds(
	ctx: Ctx,
	ids: number[],
	planId: number
): Promise<(EvidenceRow & { taskNo: number; taskTitle: string; taskIdNow: number })[]> {
	if (ids.length === 0) return [];
	return read(ctx, async (tx) => {
		const picture = await pictureOf(tx, ctx, planId);
		const wanted = new Set(ids);
		const owner = new Map<number, TaskView>();
		for (const one of picture.tasks.filter((view) => maySeeTask(ctx.actor, view.facts))) {
			for (const proof of one.proofs) if (wanted.has(proof.id)) owner.set(proof.id, one);
		}
		if (owner.size === 0) return [];
		const rows = await tx
			.select({
				evidence,
				fileToken: file.token,
				fileName: file.name,
				fileMime: file.mime,
				addedBy: person.name
			})
			.from(evidence)
			.leftJoin(file, eq(file.id, evidence.fileId))
			.leftJoin(person, eq(person.id, evidence.addedByPersonId))
			.where(inArray(evidence.id, [...owner.keys()]))
			.orderBy(asc(evidence.occurredAt), asc(evidence.id));
		return rows.map(({ evidence: row, ...more }) => {
			const view = owner.get(row.id)!;
			return { ...row, ...more, taskNo: view.no, taskTitle: view.title, taskIdNow: view.id };
		});
	});
}

async function historyOf(tx: Transaction, taskIds: number[]): Promise<HistoryLine[]> {
	const rows = await tx
		.select({ line: journalEntry, name: person.name })
		.from(journalEntry)
		.leftJoin(person, eq(person.id, journalEntry.personId))
		.where(and(eq(journalEntry.subjectKind, 'task'), inArray(journalEntry.subjectId, taskIds.map(String))))
		.orderBy(desc(journalEntry.id))
		.limit(200);
	return rows.map(({ line, name }) => ({
		id: line.id,
		at: line.at,
		act: line.act,
		who: name ?? 'Hệ thống',
		note: line.note,
		before: line.before,
		after: line.after
	}));
}

const byPerson = alias(person, 'by_person');

async function remindersOf(tx: Transaction, taskIds: number[]) {
	return tx
		.select({
			id: taskReminder.id,
			at: taskReminder.at,
			text: taskReminder.text,
			who: person.name,
			by: byPerson.name
		})
		.from(taskReminder)
		.innerJoin(person, eq(person.id, taskReminder.personId))
		.leftJoin(byPerson, eq(byPerson.id, taskReminder.byPersonId))
		.where(inArray(taskReminder.taskId, taskIds))
		.orderBy(desc(taskReminder.id));
}

/** Persons who can be asked to confirm: everybody in service, with the title they hold. */
async function peopleOf(tx: Transaction, today: Day): Promise<{ id: number; name: string; title: string }[]> {
	const rows = await tx
		.select({
			id: person.id,
			name: person.name,
			title: position.title,
			validFrom: position.validFrom,
			validTo: position.validTo
		})
		.from(person)
		.innerJoin(position, eq(position.personId, person.id))
		.where(isNull(person.leftAt))
		.orderBy(asc(person.name));
	const present = rows.filter((row) => validOn(row, today));
	return [...new Map(present.map(({ id, name, title }) => [id, { id, name, title }])).values()];
}
