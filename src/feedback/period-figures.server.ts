/** Reads the matters of a period as they stood at its end, from the steps of every case. */
import { and, asc, eq, gte, inArray, isNull, lt, notInArray, or } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { unit } from '#people/schema.server.ts';
import { addDays, dayOf, startOfDay, type Day } from '#platform/clock.ts';
import { read, type Transaction } from '#platform/db.server.ts';
import { isOpen, ownPath, type CaseState } from './case.ts';
import { inTime } from './due.ts';
import type { CaseRow } from './facts.server.ts';
import type { CaseLine } from './period-figures.ts';
import { pathOf } from './publication.server.ts';
import { feedbackCase, feedbackPublication, feedbackStep } from './schema.server.ts';
import { visibleTo } from './seeing.server.ts';

/** Rubbish, own lawful paths, what was taken back or counts as another: no matter of its own in any figure. */
const notCounted: readonly CaseState[] = ['quarantined', 'spam', 'guided', 'merged', 'withdrawn'];

export type PublishedAnswer = { title: string; url: string; on: Day };
export type PeriodMatters = {
	lines: CaseLine[];
	/** Made public in the period, whenever the question came. */
	answers: PublishedAnswer[];
};

/** A period that has not ended is counted up to now. */
export async function matters(ctx: Ctx, span: { from: Day; to: Day }): Promise<PeriodMatters> {
	const from = startOfDay(span.from);
	const ended = startOfDay(addDays(span.to, 1));
	const until = ctx.now < ended ? ctx.now : ended;
	return read(ctx, async (tx) => {
		const rows = await candidates(tx, from, until);
		const steps = await stepsOf(
			tx,
			rows.map(({ row }) => row.id),
			until
		);
		return {
			lines: rows.flatMap(({ row, ...beside }) => {
				const line = lineOf(row, steps.get(row.id) ?? [], { from, until });
				return line ? [{ ...line, ...beside }] : [];
			}),
			answers: await publishedBetween(tx, from, until)
		};
	});
}

async function candidates(tx: Transaction, from: Date, until: Date) {
	const rows = await tx
		.select({ row: feedbackCase, unit: unit.name, publication: feedbackPublication })
		.from(feedbackCase)
		.leftJoin(unit, eq(unit.id, feedbackCase.unitId))
		.leftJoin(feedbackPublication, eq(feedbackPublication.caseId, feedbackCase.id))
		.where(
			and(
				lt(feedbackCase.receivedAt, until),
				or(isNull(feedbackCase.closedAt), gte(feedbackCase.closedAt, from)),
				isNull(feedbackCase.sealedText),
				or(isNull(feedbackCase.class), notInArray(feedbackCase.class, [...ownPath, 'spam', 'abuse']))
			)
		)
		.orderBy(asc(feedbackCase.receivedAt), asc(feedbackCase.id));
	return rows.map(({ row, unit: unitName, publication }) => ({
		row,
		unit: unitName,
		publishedAt:
			publication?.state === 'published' && publication.publishedAt! < until ? pathOf(publication.slug) : null
	}));
}

type Step = Pick<typeof feedbackStep.$inferSelect, 'act' | 'toState' | 'at'>;

async function stepsOf(tx: Transaction, ids: readonly number[], until: Date): Promise<Map<number, Step[]>> {
	const found = new Map<number, Step[]>();
	for (let at = 0; at < ids.length; at += 2000) {
		const rows = await tx
			.select({
				caseId: feedbackStep.caseId,
				act: feedbackStep.act,
				toState: feedbackStep.toState,
				at: feedbackStep.at
			})
			.from(feedbackStep)
			.where(and(inArray(feedbackStep.caseId, ids.slice(at, at + 2000)), lt(feedbackStep.at, until)))
			.orderBy(asc(feedbackStep.id));
		for (const { caseId, ...step } of rows) {
			const steps = found.get(caseId);
			if (steps) steps.push(step);
			else found.set(caseId, [step]);
		}
	}
	return found;
}

function lineOf(
	row: CaseRow,
	steps: readonly Step[],
	{ from, until }: { from: Date; until: Date }
): Omit<CaseLine, 'unit' | 'publishedAt'> | null {
	// Said before it was written down: no step yet, and nothing done.
	const state = steps.at(-1)?.toState ?? 'received';
	if (notCounted.includes(state)) return null;
	const carried = row.receivedAt < from;
	const before = steps.findLast(({ at }) => at < from)?.toState;
	const wasClosed = carried && before !== undefined && !isOpen(before);
	const reopened = wasClosed && steps.some(({ act, at }) => act === 'reopen' && at >= from);
	if (wasClosed && !reopened) return null;
	const ended = isOpen(state) ? undefined : steps.findLast(({ act }) => ending[act] !== undefined);
	const outcome = ended ? ending[ended.act]! : 'open';
	const dueOn = dueThen(row, outcome, ended?.at);
	return {
		id: row.id,
		code: row.code,
		receivedOn: dayOf(row.receivedAt),
		class: row.class,
		unitId: row.unitId,
		carried,
		reopened,
		outcome,
		dueOn,
		endedOn: ended ? dayOf(ended.at) : null,
		inTime:
			dueOn === null
				? null
				: outcome === 'answered'
					? inTime(dueOn, ended!.at)
					: startOfDay(addDays(dueOn, 1)) > until
	};
}

const ending: Partial<Record<Step['act'], Exclude<CaseLine['outcome'], 'open'>>> = {
	answer: 'answered',
	forward: 'forwarded',
	refuse: 'refused'
};

/** The day that was due at that moment, as far as the row still knows it: an answer after a later reopening took its place. */
function dueThen(row: CaseRow, outcome: CaseLine['outcome'], endedAt?: Date): Day | null {
	if (outcome === 'answered')
		return row.answeredAt?.getTime() === endedAt!.getTime() ? row.answeredDueOn : null;
	return outcome === 'open' ? (row.dueOn ?? row.answeredDueOn) : null;
}

async function publishedBetween(tx: Transaction, from: Date, until: Date): Promise<PublishedAnswer[]> {
	const rows = await tx
		.select({
			title: feedbackPublication.title,
			slug: feedbackPublication.slug,
			at: feedbackPublication.publishedAt
		})
		.from(feedbackPublication)
		.where(
			and(
				eq(feedbackPublication.state, 'published'),
				gte(feedbackPublication.publishedAt, from),
				lt(feedbackPublication.publishedAt, until)
			)
		)
		.orderBy(asc(feedbackPublication.publishedAt), asc(feedbackPublication.id));
	return rows.map(({ title, slug, at }) => ({ title, url: pathOf(slug), on: dayOf(at!) }));
}

/** Which of these cases somebody may look at. */
export async function openTo(ctx: Ctx, ids: readonly number[]): Promise<Set<number>> {
	if (ids.length === 0) return new Set();
	return read(ctx, async (tx) => {
		const rows = await tx
			.select({ id: feedbackCase.id })
			.from(feedbackCase)
			.where(and(inArray(feedbackCase.id, [...ids]), visibleTo(ctx.actor)));
		return new Set(rows.map(({ id }) => id));
	});
}
