/** A case as its sender sees it: kind words for states, only the steps that were told, questions, answers, what they may do. */
import { and, asc, eq, inArray, isNotNull, ne } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import type { Day } from '#platform/clock.ts';
import { read, type Transaction } from '#platform/db.server.ts';
import { notFound, type RefusalDetail } from '#platform/refusal.ts';
import { categories, isOpen, states, type CaseState } from './case.ts';
import { explained } from './due-words.ts';
import type { CaseRow } from './facts.server.ts';
import { filesOf, senderFactsOf } from './following.server.ts';
import { senderRefusals, type SenderAct } from './policy.ts';
import {
	feedbackAnswer,
	feedbackCase,
	feedbackMessage,
	feedbackPublication,
	feedbackRating,
	feedbackSender,
	feedbackStep
} from './schema.server.ts';
import { settingsIn } from './settings.server.ts';

type Named = { name: string; bytes: number };
type Answer = { text: string; legalBasis: string; answeredBy: string; at: Date };
export type FollowedDue = { on: Day; step: 'classify' | 'forward' | 'answer'; explained: string[] };

export type Followed = {
	code: string;
	state: CaseState;
	/** In kind words. */
	standing: string;
	open: boolean;
	receivedAt: Date;
	category: string;
	/** Null: sealed, it went its own lawful path. */
	text: string | null;
	place: string;
	files: Named[];
	anonymous: boolean;
	due: FollowedDue | null;
	steps: { at: Date; told: string; bySender: boolean }[];
	talk: { kind: 'addition' | 'question'; text: string; at: Date; files: Named[] }[];
	answers: Answer[];
	rating: { score: number; comment: string } | null;
	/** Address of the public copy. */
	publicSlug: string | null;
	/** Divided off from this one, opened by the same receipt. */
	linked: { code: string; standing: string; due: FollowedDue | null; answers: Answer[] }[];
	sender: { hasName: boolean; hasPhone: boolean; hasEmail: boolean; erasedAt: Date | null } | null;
	may: Record<SenderAct, RefusalDetail[]>;
	reopenWithinDays: number;
};

const acts: readonly SenderAct[] = ['add', 'rate', 'reopen', 'withdraw', 'erase'];

export async function show(ctx: Ctx, caseId: number): Promise<Followed> {
	return read(ctx, async (tx) => {
		const [row] = await tx.select().from(feedbackCase).where(eq(feedbackCase.id, caseId));
		if (!row) throw notFound('phản ánh này');
		const settings = await settingsIn(tx);
		const facts = await senderFactsOf(tx, row);
		const linked = await tx
			.select()
			.from(feedbackCase)
			.where(eq(feedbackCase.originalCaseId, caseId))
			.orderBy(asc(feedbackCase.id));
		const steps = await tx
			.select({ at: feedbackStep.at, told: feedbackStep.told, byKind: feedbackStep.byKind })
			.from(feedbackStep)
			.where(and(eq(feedbackStep.caseId, caseId), ne(feedbackStep.told, '')))
			.orderBy(asc(feedbackStep.id));
		const messages = await tx
			.select({
				id: feedbackMessage.id,
				kind: feedbackMessage.kind,
				text: feedbackMessage.text,
				at: feedbackMessage.at
			})
			.from(feedbackMessage)
			.where(and(eq(feedbackMessage.caseId, caseId), ne(feedbackMessage.kind, 'note')))
			.orderBy(asc(feedbackMessage.id));
		const named = await filesOf(tx, [caseId]);
		const filesWith = (messageId: number | null): Named[] =>
			named.filter((one) => one.messageId === messageId).map(({ name, bytes }) => ({ name, bytes }));
		const main = await answersOf(tx, [caseId, ...(await mergedPath(tx, row))]);
		const beside = await answersOf(
			tx,
			linked.map(({ id }) => id)
		);
		return {
			code: row.code,
			state: row.state,
			standing: states[row.state].told,
			open: isOpen(row.state),
			receivedAt: row.receivedAt,
			category: categories[row.category].label,
			text: row.sealedText === null ? row.text : null,
			place: row.place,
			files: filesWith(null),
			anonymous: row.anonymous,
			due: dueFor(row),
			steps: steps.map(({ byKind, ...step }) => ({ ...step, bySender: byKind === 'sender' })),
			talk: messages.map(({ id, kind, ...message }) => ({
				...message,
				kind: kind === 'question' ? 'question' : 'addition',
				files: filesWith(id)
			})),
			answers: main.map(withoutCase),
			rating: row.answerId === null ? null : await ratingOf(tx, row.answerId),
			publicSlug: await slugOf(tx, caseId),
			linked: linked.map((one) => ({
				code: one.code,
				standing: states[one.state].told,
				due: dueFor(one),
				answers: beside.filter((answer) => answer.caseId === one.id).map(withoutCase)
			})),
			sender: row.senderId === null ? null : await senderOf(tx, row.senderId),
			may: Object.fromEntries(
				acts.map((act) => [act, senderRefusals(act, facts, ctx.now, settings.reopenWithinDays)])
			) as Record<SenderAct, RefusalDetail[]>,
			reopenWithinDays: settings.reopenWithinDays
		};
	});
}

/** Nothing is promised to whom no answer is owed; while the sender is asked, the clock stands. */
function dueFor(row: CaseRow): FollowedDue | null {
	if (row.anonymous || !row.due || !row.dueOn || !row.dueStep) return null;
	return { on: row.dueOn, step: row.dueStep, explained: explained(row.due) };
}

/** The cases this one was merged into, one after the other: their answer is the answer here. */
async function mergedPath(tx: Transaction, row: CaseRow): Promise<number[]> {
	const path: number[] = [];
	for (let next = row.mergedIntoCaseId; next !== null && !path.includes(next);) {
		path.push(next);
		const [into] = await tx
			.select({ next: feedbackCase.mergedIntoCaseId })
			.from(feedbackCase)
			.where(eq(feedbackCase.id, next));
		next = into?.next ?? null;
	}
	return path;
}

async function answersOf(
	tx: Transaction,
	caseIds: readonly number[]
): Promise<(Answer & { caseId: number })[]> {
	if (caseIds.length === 0) return [];
	const rows = await tx
		.select({
			caseId: feedbackAnswer.caseId,
			text: feedbackAnswer.text,
			legalBasis: feedbackAnswer.legalBasis,
			answeredBy: feedbackAnswer.answeredBy,
			at: feedbackAnswer.sentAt
		})
		.from(feedbackAnswer)
		.where(and(inArray(feedbackAnswer.caseId, [...caseIds]), isNotNull(feedbackAnswer.sentAt)))
		.orderBy(asc(feedbackAnswer.sentAt));
	return rows.map((row) => ({ ...row, at: row.at! }));
}

const withoutCase = ({ text, legalBasis, answeredBy, at }: Answer): Answer => ({
	text,
	legalBasis,
	answeredBy,
	at
});

async function ratingOf(tx: Transaction, answerId: number): Promise<Followed['rating']> {
	const [rating] = await tx
		.select({ score: feedbackRating.score, comment: feedbackRating.comment })
		.from(feedbackRating)
		.where(eq(feedbackRating.answerId, answerId));
	return rating ?? null;
}

async function slugOf(tx: Transaction, caseId: number): Promise<string | null> {
	const [copy] = await tx
		.select({ slug: feedbackPublication.slug })
		.from(feedbackPublication)
		.where(and(eq(feedbackPublication.caseId, caseId), eq(feedbackPublication.state, 'published')));
	return copy?.slug ?? null;
}

async function senderOf(tx: Transaction, id: number): Promise<Followed['sender']> {
	const [sender] = await tx
		.select({
			hasName: feedbackSender.hasName,
			hasPhone: feedbackSender.hasPhone,
			hasEmail: feedbackSender.hasEmail,
			erasedAt: feedbackSender.erasedAt
		})
		.from(feedbackSender)
		.where(eq(feedbackSender.id, id));
	return sender ?? null;
}
