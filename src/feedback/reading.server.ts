/** Reading (danh sách phản ánh): lists and counters for an officer's day, limited to what they may see. */
import {
	and,
	asc,
	count,
	desc,
	eq,
	gte,
	ilike,
	inArray,
	isNotNull,
	lt,
	lte,
	ne,
	notInArray,
	or,
	sql,
	type SQL
} from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { person, unit } from '#people/schema.server.ts';
import { dayOf, type Day } from '#platform/clock.ts';
import { read, type Transaction } from '#platform/db.server.ts';
import { refuseIfAny } from '#platform/refusal.ts';
import { addWorkingDays } from '#platform/working-days.ts';
import { calendarOf } from '#platform/working-days.server.ts';
import { closed, type CaseState, type Category, type Source } from './case.ts';
import type { Group } from './case-groups.ts';
import { factsFrom } from './facts.server.ts';
import { masked } from './masking.ts';
import type { MessageClass } from './message-class.ts';
import { refusals, sight, type Sight } from './policy.ts';
import { feedbackCase } from './schema.server.ts';
import { added, visibleTo, waitsFor } from './seeing.server.ts';

export type Filters = {
	group?: Group;
	due?: 'late' | 'today' | 'soon';
	state?: CaseState;
	class?: MessageClass;
	source?: Source;
	unitId?: number;
	/** Part of a code or a title. */
	words?: string;
	page?: number;
};

export type ListedCase = {
	id: number;
	code: string;
	/** Empty until classified, or when it lies sealed. */
	title: string;
	/** How the message begins, without personal data, as long as it has no title. */
	excerpt: string;
	category: Category;
	class: MessageClass | null;
	state: CaseState;
	source: Source;
	unitName: string | null;
	handlerName: string | null;
	receivedAt: Date;
	dueOn: Day | null;
	dueStep: 'classify' | 'forward' | 'answer' | null;
	anonymous: boolean;
	/** The sender has written since anybody of the ward did something. */
	added: boolean;
	/** The next step lies with who is looking. */
	mine: boolean;
	sight: Sight;
};

export const pageSize = 25;
/** Kept apart: looked through on a page of their own. */
const rubbish: CaseState[] = ['quarantined', 'spam'];

export async function list(ctx: Ctx, filters: Filters): Promise<{ cases: ListedCase[]; total: number }> {
	refuseIfAny(refusals(ctx.actor, 'list'));
	return read(ctx, async (tx) => {
		const where = and(visibleTo(ctx.actor), await conditionOf(tx, ctx, filters));
		const [{ total } = { total: 0 }] = await tx.select({ total: count() }).from(feedbackCase).where(where);
		const page = Math.max(1, filters.page ?? 1);
		const settled = filters.group === 'done' || filters.group === 'all' || filters.group === 'forwarded';
		const rows = await tx
			.select({
				row: feedbackCase,
				unitName: unit.name,
				handlerName: person.name,
				added,
				mine: sql<boolean>`coalesce(${waitsFor(ctx.actor)}, false)`
			})
			.from(feedbackCase)
			.leftJoin(unit, eq(unit.id, feedbackCase.unitId))
			.leftJoin(person, eq(person.id, feedbackCase.handlerPersonId))
			.where(where)
			.orderBy(
				...(settled
					? [desc(feedbackCase.receivedAt), desc(feedbackCase.id)]
					: // What is due first stands first; what waits for the sender last.
						[sql`${feedbackCase.dueOn} asc nulls last`, asc(feedbackCase.receivedAt), asc(feedbackCase.id)])
			)
			.limit(pageSize)
			.offset((page - 1) * pageSize);
		return { total, cases: rows.map(({ row, ...beside }) => listed(ctx, row, beside)) };
	});
}

function listed(
	ctx: Ctx,
	row: typeof feedbackCase.$inferSelect,
	beside: Pick<ListedCase, 'unitName' | 'handlerName' | 'added' | 'mine'>
): ListedCase {
	const seen = sight(
		ctx.actor,
		factsFrom(row, { drafterPersonId: null, preparedByPersonId: null, publication: null, hasSender: false })
	);
	return {
		id: row.id,
		code: row.code,
		title: seen === 'masked' ? masked(row.title) : row.title,
		excerpt: row.title || row.sealedText !== null ? '' : beginning(masked(row.text.slice(0, 600))),
		category: row.category,
		class: row.class,
		state: row.state,
		source: row.source,
		receivedAt: row.receivedAt,
		dueOn: row.dueOn,
		dueStep: row.dueStep,
		anonymous: row.anonymous,
		sight: seen,
		...beside
	};
}

/** The first words; a list is seen by more eyes than a case. */
function beginning(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length <= 110 ? line : `${line.slice(0, 110).replace(/\s+\S*$/, '')}…`;
}

async function conditionOf(tx: Transaction, ctx: Ctx, filters: Filters): Promise<SQL | undefined> {
	const today = dayOf(ctx.now);
	const words = filters.words
		?.normalize('NFC')
		.trim()
		.slice(0, 100)
		.replace(/[\\%_]/g, '\\$&');
	return and(
		filters.state === undefined || !rubbish.includes(filters.state)
			? notInArray(feedbackCase.state, rubbish)
			: undefined,
		groupCondition(ctx, filters.group ?? 'open'),
		filters.state && eq(feedbackCase.state, filters.state),
		filters.class && eq(feedbackCase.class, filters.class),
		filters.source && eq(feedbackCase.source, filters.source),
		filters.unitId ? eq(feedbackCase.unitId, filters.unitId) : undefined,
		words ? or(ilike(feedbackCase.code, `%${words}%`), ilike(feedbackCase.title, `%${words}%`)) : undefined,
		filters.due === 'late' ? lt(feedbackCase.dueOn, today) : undefined,
		filters.due === 'today' ? eq(feedbackCase.dueOn, today) : undefined,
		filters.due === 'soon'
			? and(gte(feedbackCase.dueOn, today), lte(feedbackCase.dueOn, await soonEnd(tx, today)))
			: undefined
	);
}

function groupCondition(ctx: Ctx, group: Group): SQL | undefined {
	switch (group) {
		case 'open':
			return and(notInArray(feedbackCase.state, [...closed]), ne(feedbackCase.state, 'waiting'));
		case 'mine':
			return waitsFor(ctx.actor);
		case 'unassigned':
			return inArray(feedbackCase.state, ['received', 'classifying', 'reopened']);
		case 'waiting':
			return eq(feedbackCase.state, 'waiting');
		case 'forwarded':
			return eq(feedbackCase.state, 'forwarded');
		case 'done':
			return and(inArray(feedbackCase.state, [...closed]), ne(feedbackCase.state, 'forwarded'));
		case 'all':
			return undefined;
	}
}

/** Soon is within two working days. */
async function soonEnd(tx: Transaction, today: Day): Promise<Day> {
	return addWorkingDays(today, 2, await calendarOf(tx)).date;
}

export type Counters = {
	mine: number;
	late: number;
	today: number;
	soon: number;
	open: number;
	waiting: number;
	toClassify: number;
	toApprove: number;
	quarantined: number;
};

/** The figures over the list; each leads to its own rows. */
export async function counters(ctx: Ctx): Promise<Counters> {
	refuseIfAny(refusals(ctx.actor, 'list'));
	return read(ctx, async (tx) => {
		const today = dayOf(ctx.now);
		const soon = await soonEnd(tx, today);
		const many = (condition: SQL | undefined) =>
			sql<number>`count(*) filter (where ${and(notInArray(feedbackCase.state, rubbish), condition)})`.mapWith(
				Number
			);
		const state = (...states: CaseState[]): SQL => inArray(feedbackCase.state, states);
		const due = isNotNull(feedbackCase.dueOn);
		const [row] = await tx
			.select({
				mine: many(waitsFor(ctx.actor)),
				late: many(and(due, lt(feedbackCase.dueOn, today))),
				today: many(eq(feedbackCase.dueOn, today)),
				soon: many(and(gte(feedbackCase.dueOn, today), lte(feedbackCase.dueOn, soon))),
				open: many(groupCondition(ctx, 'open')),
				waiting: many(state('waiting')),
				toClassify: many(groupCondition(ctx, 'unassigned')),
				toApprove: many(state('drafted')),
				quarantined: sql<number>`count(*) filter (where ${state('quarantined')})`.mapWith(Number)
			})
			.from(feedbackCase)
			.where(visibleTo(ctx.actor));
		return row!;
	});
}

export type Suspect = {
	id: number;
	code: string;
	text: string;
	why: string;
	source: Source;
	receivedAt: Date;
	state: 'quarantined' | 'spam';
	lockVersion: number;
};

/** What waits for a person's look, and what was found to be rubbish lately; the latter can still be taken out again. */
export async function quarantine(
	ctx: Ctx
): Promise<{ waiting: Suspect[]; rejected: Suspect[]; more: number }> {
	refuseIfAny(refusals(ctx.actor, 'read_quarantine'));
	return read(ctx, async (tx) => {
		const of = (state: 'quarantined' | 'spam', limit: number) =>
			tx
				.select()
				.from(feedbackCase)
				.where(and(visibleTo(ctx.actor), eq(feedbackCase.state, state)))
				.orderBy(state === 'spam' ? desc(feedbackCase.changedAt) : asc(feedbackCase.receivedAt))
				.limit(limit);
		const suspects = (rows: (typeof feedbackCase.$inferSelect)[]): Suspect[] =>
			rows.map((row) => ({
				id: row.id,
				code: row.code,
				text: row.text.slice(0, 600),
				why: row.quarantineWhy ?? '',
				source: row.source,
				receivedAt: row.receivedAt,
				state: row.state as 'quarantined' | 'spam',
				lockVersion: row.lockVersion
			}));
		const [{ many } = { many: 0 }] = await tx
			.select({ many: count() })
			.from(feedbackCase)
			.where(eq(feedbackCase.state, 'quarantined'));
		const waiting = suspects(await of('quarantined', 50));
		return { waiting, rejected: suspects(await of('spam', 30)), more: many - waiting.length };
	});
}
