/** A case's row with what a decision needs to know about it; every verb of the room begins and ends here. */
import { and, eq, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import type { Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, refuseIfAny, Refusal } from '#platform/refusal.ts';
import { calendarOf } from '#platform/working-days.server.ts';
import { closed, isOpen, transitions, type CaseAct, type CaseState } from './case.ts';
import { dueOf, type Due, type DueStep } from './due.ts';
import { limitFor, stepOf } from './limits.ts';
import { limitsIn, settingsIn } from './settings.server.ts';
import { refusals, type CaseFacts, type FeedbackAct } from './policy.ts';
import {
	feedbackAnswer,
	feedbackCase,
	feedbackNotice,
	feedbackPause,
	feedbackPublication,
	feedbackSender,
	feedbackStep,
	type StepAct
} from './schema.server.ts';
import { dayOf } from '#platform/clock.ts';

export type CaseRow = typeof feedbackCase.$inferSelect;
export type Loaded = { row: CaseRow; facts: CaseFacts };

/** The case, or "not found" for whoever may not even know of it. */
export async function load(tx: Transaction, ctx: Ctx, id: number, lock: 'lock' | 'look'): Promise<Loaded> {
	const query = tx.select().from(feedbackCase).where(eq(feedbackCase.id, id));
	const [row] = await (lock === 'lock' ? query.for('no key update') : query);
	if (!row) throw notFound('phản ánh này');
	const facts = await factsOf(tx, row);
	if (refusals(ctx.actor, 'open', facts).length > 0) throw notFound('phản ánh này');
	return { row, facts };
}

export async function factsOf(tx: Transaction, row: CaseRow): Promise<CaseFacts> {
	const [beside] = await tx
		.select({
			drafter: feedbackAnswer.draftedByPersonId,
			preparedBy: feedbackPublication.preparedByPersonId,
			publication: feedbackPublication.state,
			erasedAt: feedbackSender.erasedAt
		})
		.from(feedbackCase)
		.leftJoin(feedbackAnswer, eq(feedbackAnswer.id, feedbackCase.answerId))
		.leftJoin(feedbackPublication, eq(feedbackPublication.caseId, feedbackCase.id))
		.leftJoin(feedbackSender, eq(feedbackSender.id, feedbackCase.senderId))
		.where(eq(feedbackCase.id, row.id));
	return factsFrom(row, {
		drafterPersonId: beside?.drafter ?? null,
		preparedByPersonId: beside?.preparedBy ?? null,
		publication: beside?.publication ?? null,
		hasSender: row.senderId !== null && beside?.erasedAt === null
	});
}

/** For lists, where what stands beside the row was read for all rows at once. */
export function factsFrom(
	row: Pick<
		CaseRow,
		| 'state'
		| 'class'
		| 'takenByPersonId'
		| 'unitId'
		| 'handlerPersonId'
		| 'aboutUnitId'
		| 'reopenedCount'
		| 'sealedText'
	>,
	beside: Pick<CaseFacts, 'drafterPersonId' | 'preparedByPersonId' | 'publication' | 'hasSender'>
): CaseFacts {
	return {
		state: row.state,
		class: row.class,
		takenByPersonId: row.takenByPersonId,
		unitId: row.unitId,
		handlerPersonId: row.handlerPersonId,
		aboutUnitId: row.aboutUnitId,
		reopenedCount: row.reopenedCount,
		sealed: row.sealedText !== null,
		...beside
	};
}

/** Locks the case, asks whether the act is allowed, and that the person looked at its latest version. */
export async function begin(
	tx: Transaction,
	ctx: Ctx,
	act: FeedbackAct,
	id: number,
	lockVersion?: number
): Promise<Loaded> {
	const loaded = await load(tx, ctx, id, 'lock');
	refuseIfAny(refusals(ctx.actor, act, loaded.facts));
	if (lockVersion !== undefined && lockVersion !== loaded.row.lockVersion) throw changedMeanwhile();
	return loaded;
}

export function changedMeanwhile(): Refusal {
	return new Refusal({
		code: 'feedback.changed_meanwhile',
		status: 409,
		message: 'Phản ánh này vừa được người khác thay đổi. Hãy tải lại trang, xem bản mới nhất rồi làm lại.'
	});
}

export type Changes = Partial<typeof feedbackCase.$inferInsert>;

type Told = {
	/** What the sender reads of this step; empty: an inner step. Never a name of the sender, never an officer's name. */
	told?: string;
	/** Why, for the office. */
	reason?: string | undefined;
	/** For the journal. Never the text, never a name or contact of the sender. */
	after?: Record<string, unknown>;
	/** Send the sender a letter about it when there is an address. */
	notify?: boolean;
	bySender?: boolean;
};

/**
 * Carries out one transition: new state, due date counted anew, the step, the line of the journal (`feedback.<act>`),
 * and the letter to the sender. Returns the moved row and the number of the step.
 */
export async function move(
	tx: Transaction,
	ctx: Ctx,
	{ row }: Pick<Loaded, 'row'>,
	act: CaseAct,
	changes: Changes,
	told: Told = {}
): Promise<{ row: CaseRow; stepId: number }> {
	const to = targetOf(act, row);
	// A term begun anew begins without what the one before was put off by.
	if (act === 'reopen') changes = { ...changes, extensionDays: 0 };
	const after: CaseRow = { ...row, ...(changes as Partial<CaseRow>), state: to };
	const due = await dueIn(tx, ctx, after, act === 'reopen' ? ctx.now : undefined);
	const [moved] = await tx
		.update(feedbackCase)
		.set({
			...changes,
			state: to,
			waitingFrom: act === 'ask' ? row.state : to === 'waiting' ? row.waitingFrom : null,
			dueStep: due?.step ?? null,
			dueOn: due?.on ?? null,
			due: due ?? null,
			closedAt: closed.includes(to) ? (row.closedAt ?? ctx.now) : null,
			// What was due when it was answered decides whether it was in time; below the date is cleared.
			...(act === 'answer' ? { answeredAt: ctx.now, answeredDueOn: row.dueOn } : {}),
			changedAt: ctx.now,
			lockVersion: sql`${feedbackCase.lockVersion} + 1`
		})
		.where(eq(feedbackCase.id, row.id))
		.returning();
	const stepId = await addStep(tx, ctx, {
		caseId: row.id,
		act,
		from: row.state,
		to,
		unitId: after.unitId,
		...told
	});
	await record(tx, ctx, {
		act: `feedback.${pastOf[act]}`,
		subject: { kind: 'feedback', id: row.id },
		before: { state: row.state },
		after: { state: to, code: row.code, dueOn: due?.on ?? null, ...told.after },
		note: told.reason || undefined
	});
	return { row: moved!, stepId };
}

function targetOf(act: CaseAct, row: CaseRow): CaseState {
	const { to } = transitions[act];
	if (to === 'stay') return row.state;
	return to === 'back' ? (row.waitingFrom ?? 'classifying') : to;
}

/** The journal's names of the acts. */
export const pastOf: Record<CaseAct, string> = {
	release: 'released',
	reject_spam: 'rejected_as_spam',
	take_up: 'taken_up',
	classify: 'classified',
	assign: 'assigned',
	hand_over: 'handed_over',
	ask: 'asked',
	resume: 'resumed',
	extend: 'extended',
	forward: 'forwarded',
	take_back: 'taken_back',
	guide: 'guided',
	refuse: 'refused',
	merge: 'merged',
	unmerge: 'unmerged',
	split: 'split',
	draft: 'drafted',
	send_back: 'sent_back',
	approve: 'approved',
	answer: 'answered',
	publish: 'published',
	unpublish: 'unpublished',
	reopen: 'reopened',
	withdraw: 'withdrawn',
	note: 'noted',
	add: 'added_to'
};

/** One line of the case's history; a letter to the sender is put in its queue when asked for. */
export async function addStep(
	tx: Transaction,
	ctx: Ctx,
	step: Told & { caseId: number; act: StepAct; from: CaseState | null; to: CaseState; unitId?: number | null }
): Promise<number> {
	const [line] = await tx
		.insert(feedbackStep)
		.values({
			caseId: step.caseId,
			act: step.act,
			fromState: step.from,
			toState: step.to,
			at: ctx.now,
			byKind: step.bySender ? 'sender' : ctx.actor.kind === 'robot' ? 'robot' : 'person',
			byPersonId: !step.bySender && ctx.actor.kind === 'person' ? ctx.actor.personId : null,
			unitId: step.unitId ?? null,
			told: step.told ?? '',
			reason: step.reason ?? ''
		})
		.returning({ id: feedbackStep.id });
	if (step.notify) {
		await tx
			.insert(feedbackNotice)
			.values({ caseId: step.caseId, stepId: line!.id, state: 'waiting', nextTryAt: ctx.now })
			.onConflictDoNothing();
	}
	return line!.id;
}

/**
 * What is due next in this state, counted from the day of receipt; nothing for what is closed or waits for the sender.
 * `reopening`: the term begins at this moment, whose step is not written yet.
 */
export async function dueIn(tx: Transaction, ctx: Ctx, row: CaseRow, reopening?: Date): Promise<Due | null> {
	if (!isOpen(row.state) || row.state === 'waiting') return null;
	const step: DueStep =
		row.state === 'quarantined' || row.state === 'received' || row.state === 'classifying'
			? 'classify'
			: 'answer';
	const pauses = await tx
		.select({ from: feedbackPause.fromAt, to: feedbackPause.toAt })
		.from(feedbackPause)
		.where(eq(feedbackPause.caseId, row.id));
	const [settings, limits, calendar] = [await settingsIn(tx), await limitsIn(tx), await calendarOf(tx)];
	// A case looked at again, by the sender's wish or the office's own, has its term from the day of asking for it.
	const receivedAt = reopening ?? (row.id ? await reopenedAt(tx, row.id) : undefined) ?? row.receivedAt;
	const limit = limitFor(
		{
			step: step === 'classify' ? 'classify' : stepOf(row.complexity),
			class: row.class,
			source: row.source,
			on: dayOf(receivedAt)
		},
		limits
	);
	return dueOf(
		{
			step,
			receivedAt,
			limit,
			cutoff: settings.cutoff,
			pauses: pauses.filter((pause) => (pause.to ?? ctx.now) >= receivedAt),
			extensionDays: step === 'answer' ? row.extensionDays : 0,
			now: ctx.now
		},
		calendar
	);
}

async function reopenedAt(tx: Transaction, caseId: number): Promise<Date | undefined> {
	const [row] = await tx
		.select({ at: sql<string | null>`max(${feedbackStep.at})` })
		.from(feedbackStep)
		.where(and(eq(feedbackStep.caseId, caseId), eq(feedbackStep.act, 'reopen')));
	return row?.at ? new Date(row.at) : undefined;
}
