/** What the workspace reads: one story whole, with its history; and the list a person may see. */
import { and, desc, eq, gte, ilike, inArray, isNotNull, lt, ne, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Ctx } from '#people/actor.ts';
import { person } from '#people/schema.server.ts';
import { startOfDay } from '#platform/clock.ts';
import { read, type Transaction } from '#platform/db.server.ts';
import type { StoredFile } from '#platform/files.server.ts';
import { notFound } from '#platform/refusal.ts';
import { load, openSideOf, type RevisionRow, type StoryRow } from './facts.server.ts';
import { filesOf } from './files.server.ts';
import { seesAll, seesOwn, type StoryFacts } from './policy.ts';
import { story, storyRevision, storyTransition } from './schema.server.ts';
import { pathOf, type StoryState } from './story.ts';

export type RevisionLine = Pick<
	RevisionRow,
	'id' | 'kind' | 'at' | 'note' | 'words' | 'title' | 'resolvedAt'
> & { byName: string };
export type HistoryLine = {
	id: number;
	act: string;
	toState: StoryState;
	at: Date;
	byName: string | null;
	reason: string | null;
};
export type StoryView = {
	row: StoryRow;
	revision: RevisionRow;
	facts: StoryFacts;
	authorName: string;
	approverName: string | null;
	writerName: string;
	files: StoredFile[];
	revisions: RevisionLine[];
	history: HistoryLine[];
	/** Texts that came too late and wait for a decision. */
	sides: RevisionLine[];
};

/** One story with everything its page shows. */
export async function byId(ctx: Ctx, id: number): Promise<StoryView> {
	return read(ctx, async (tx) => {
		const { row, revision, facts } = await load(tx, ctx, id, 'look');
		const revisions = await revisionLines(
			tx,
			and(eq(storyRevision.storyId, id), ne(storyRevision.kind, 'side'))
		);
		const names = await namesOf(tx, [row.authorPersonId, row.approvedByPersonId, revision.byPersonId]);
		return {
			row,
			revision,
			facts,
			authorName: names.get(row.authorPersonId)!,
			approverName: row.approvedByPersonId ? names.get(row.approvedByPersonId)! : null,
			writerName: names.get(revision.byPersonId)!,
			files: await filesOf(tx, id),
			revisions,
			history: await historyLines(tx, id),
			sides: await revisionLines(tx, openSideOf(id))
		};
	});
}

/** Where whoever may not open the working version reads the public one, if there is one. */
export async function publicPath(ctx: Ctx, id: number): Promise<string | undefined> {
	return read(ctx, async (tx) => {
		const [row] = await tx
			.select({ slug: story.slug, shown: story.publishedRevisionId })
			.from(story)
			.where(eq(story.id, id));
		return row?.shown && row.slug ? pathOf(row.slug) : undefined;
	});
}

async function namesOf(tx: Transaction, ids: (number | null)[]): Promise<Map<number, string>> {
	const wanted = ids.filter((one) => one !== null);
	const rows = await tx
		.select({ id: person.id, name: person.name })
		.from(person)
		.where(inArray(person.id, wanted));
	return new Map(rows.map((one) => [one.id, one.name]));
}

async function revisionLines(tx: Transaction, which: SQL | undefined): Promise<RevisionLine[]> {
	return tx
		.select({
			id: storyRevision.id,
			kind: storyRevision.kind,
			at: storyRevision.at,
			note: storyRevision.note,
			words: storyRevision.words,
			title: storyRevision.title,
			resolvedAt: storyRevision.resolvedAt,
			byName: person.name
		})
		.from(storyRevision)
		.innerJoin(person, eq(person.id, storyRevision.byPersonId))
		.where(which)
		.orderBy(desc(storyRevision.id))
		.limit(200);
}

async function historyLines(tx: Transaction, id: number): Promise<HistoryLine[]> {
	return tx
		.select({
			id: storyTransition.id,
			act: storyTransition.act,
			toState: storyTransition.toState,
			at: storyTransition.at,
			byName: person.name,
			reason: storyTransition.reason
		})
		.from(storyTransition)
		.leftJoin(person, eq(person.id, storyTransition.byPersonId))
		.where(eq(storyTransition.storyId, id))
		.orderBy(desc(storyTransition.id))
		.limit(200);
}

/** One text of a story, also an old one or one that came too late. */
export async function revisionById(ctx: Ctx, id: number, revisionId: number): Promise<RevisionRow> {
	return read(ctx, async (tx) => {
		await load(tx, ctx, id, 'look');
		const [row] = await tx
			.select()
			.from(storyRevision)
			.where(and(eq(storyRevision.storyId, id), eq(storyRevision.id, revisionId)));
		if (!row) throw notFound('bản này của bài');
		return row;
	});
}

export type Filter = {
	state?: StoryState | undefined;
	area?: string | undefined;
	mine?: boolean | undefined;
	/** `2026-03`: worked on in that month. */
	month?: string | undefined;
	words?: string | undefined;
	taskId?: number | undefined;
	page?: number | undefined;
	perPage?: number | undefined;
};
export type ListLine = {
	id: number;
	title: string;
	state: StoryState;
	isPublic: boolean;
	slug: string | null;
	areas: string[];
	authorName: string;
	authorPersonId: number;
	changedAt: Date;
	scheduledAt: Date | null;
	publishedAt: Date | null;
	lateSeconds: number | null;
	emergencyOpen: boolean;
	/** Whether the working version may be opened; otherwise the line is the public version. */
	mayOpen: boolean;
};

/** Which stories this person may see in lists; agrees with `refusals(actor, 'list', …)`, which a test proves. */
export function visibleTo(ctx: Ctx): SQL | undefined {
	if (seesAll(ctx.actor)) return undefined;
	const isPublic = isNotNull(story.publishedRevisionId);
	return seesOwn(ctx.actor) && ctx.actor.kind === 'person'
		? or(eq(story.authorPersonId, ctx.actor.personId), isPublic)
		: isPublic;
}

/** The stories a person may see, latest worked on first. Who may not open the working version gets the public one. */
export async function list(
	ctx: Ctx,
	filter: Filter = {}
): Promise<{ lines: ListLine[]; total: number; states: Record<string, number> }> {
	const perPage = Math.min(filter.perPage ?? 20, 200);
	const page = Math.max(filter.page ?? 1, 1);
	const mayOpen = seesAll(ctx.actor)
		? sql<boolean>`true`
		: seesOwn(ctx.actor) && ctx.actor.kind === 'person'
			? sql<boolean>`${story.authorPersonId} = ${ctx.actor.personId}`
			: sql<boolean>`false`;
	const shown = alias(storyRevision, 'shown');
	const state = sql<StoryState>`case when ${mayOpen} then ${story.state} else 'published' end`;
	const shownIs = sql`${shown.id} = case when ${mayOpen} then ${story.currentRevisionId} else ${story.publishedRevisionId} end`;
	const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(filter.month ?? '') ? filter.month! : undefined;
	const others = and(
		visibleTo(ctx),
		filter.area ? sql`${shown.areas} @> array[${filter.area}]::text[]` : undefined,
		filter.mine && ctx.actor.kind === 'person' ? eq(story.authorPersonId, ctx.actor.personId) : undefined,
		filter.taskId ? eq(story.taskId, filter.taskId) : undefined,
		filter.words?.trim()
			? ilike(
					sql`unaccent(${shown.title})`,
					sql`unaccent(${`%${filter.words
						.normalize('NFC')
						.trim()
						.replace(/[\\%_]/g, '\\$&')}%`})`
				)
			: undefined,
		month
			? and(
					gte(story.changedAt, startOfDay(`${month}-01`)),
					lt(story.changedAt, startOfDay(`${nextMonth(month)}-01`))
				)
			: undefined
	);
	const where = and(others, filter.state ? sql`${state} = ${filter.state}` : undefined);
	return read(ctx, async (tx) => {
		const counts = await tx
			.select({ state, count: sql<number>`count(*)`.mapWith(Number) })
			.from(story)
			.innerJoin(shown, shownIs)
			.where(others)
			.groupBy(sql`1`);
		const lines = await tx
			.select({
				id: story.id,
				title: shown.title,
				state,
				isPublic: sql<boolean>`${story.publishedRevisionId} is not null`,
				slug: story.slug,
				areas: shown.areas,
				authorName: person.name,
				authorPersonId: story.authorPersonId,
				changedAt: story.changedAt,
				scheduledAt: story.scheduledAt,
				publishedAt: story.publishedAt,
				lateSeconds: story.lateSeconds,
				emergencyOpen: sql<boolean>`${story.emergencyAt} is not null and ${story.emergencyClearedAt} is null`,
				mayOpen
			})
			.from(story)
			.innerJoin(shown, shownIs)
			.innerJoin(person, eq(person.id, story.authorPersonId))
			.where(where)
			.orderBy(desc(story.changedAt), desc(story.id))
			.limit(perPage)
			.offset((page - 1) * perPage);
		const states = Object.fromEntries(counts.map((row) => [row.state, row.count]));
		const total = filter.state
			? (states[filter.state] ?? 0)
			: counts.reduce((sum, row) => sum + row.count, 0);
		return { lines, total, states };
	});
}

function nextMonth(month: string): string {
	const [year, number] = month.split('-').map(Number) as [number, number];
	return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
