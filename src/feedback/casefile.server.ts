/**
 * The case file (hồ sơ vụ việc): one case as whoever looks may see it. For eyes that see it masked, everything people
 * wrote is masked here, before it leaves the server.
 */
import { and, asc, desc, eq, gt, or } from 'drizzle-orm';
import { person as self, type Actor, type Ctx } from '#people/actor.ts';
import { person, unit } from '#people/schema.server.ts';
import { dayOf, type Day } from '#platform/clock.ts';
import { read, type Transaction } from '#platform/db.server.ts';
import type { StoredFile } from '#platform/files.server.ts';
import { notFound, Refusal, type RefusalDetail } from '#platform/refusal.ts';
import { file, ward } from '#platform/schema.server.ts';
import { calendarOf } from '#platform/working-days.server.ts';
import { draftersOf, ownAnswer } from './answering.server.ts';
import type { CaseState } from './case.ts';
import { dueOf } from './due.ts';
import { load, type CaseRow, type Loaded } from './facts.server.ts';
import { mostDays } from './handling.server.ts';
import { limitFor } from './limits.ts';
import { masked } from './masking.ts';
import { allRefusals, criticised, sight, type FeedbackAct } from './policy.ts';
import {
	feedbackAnswer,
	feedbackCase,
	feedbackFile,
	feedbackLook,
	feedbackMessage,
	feedbackRating,
	feedbackSender,
	feedbackStep
} from './schema.server.ts';
import { limitsIn, settingsIn } from './settings.server.ts';
import * as whole from './whole.server.ts';

const acts = [
	'release',
	'reject_spam',
	'take_up',
	'classify',
	'assign',
	'hand_over',
	'ask',
	'resume',
	'extend',
	'forward',
	'take_back',
	'guide',
	'refuse',
	'merge',
	'unmerge',
	'split',
	'note',
	'draft',
	'send_back',
	'approve',
	'answer',
	'reopen',
	'open_identity',
	'open_sealed',
	'erase_sender',
	'prepare_publication'
] as const satisfies readonly FeedbackAct[];

/** What of the row a page gets: no seals, no hashes, no marks. */
type Shown = Omit<
	CaseRow,
	'submissionKey' | 'secretHash' | 'sealedText' | 'addressMark' | 'contentMark' | 'fingerprint' | 'wardId'
>;

function shown(row: CaseRow, hide: boolean): Shown {
	const {
		submissionKey: _key,
		secretHash: _hash,
		sealedText: _sealed,
		addressMark: _address,
		contentMark: _content,
		fingerprint: _print,
		wardId: _ward,
		...rest
	} = row;
	if (!hide) return rest;
	const { suggestion } = rest;
	return {
		...rest,
		title: masked(rest.title),
		text: masked(rest.text),
		place: masked(rest.place),
		// A point on the map is the sender's door as often as not.
		latitude: null,
		longitude: null,
		suggestion: { ...suggestion, personalData: [], reasons: suggestion.reasons.map(masked) }
	};
}

export async function open(ctx: Ctx, id: number) {
	return read(ctx, async (tx) => {
		const loaded = await load(tx, ctx, id, 'look');
		const { row, facts } = loaded;
		const hide = sight(ctx.actor, facts) !== 'text';
		const said = (text: string): string => (hide ? masked(text) : text);
		return {
			row: shown(row, hide),
			masked: hide,
			criticised: criticised(ctx.actor, facts),
			sealed: facts.sealed,
			reasons: await reasonsFor(tx, ctx.actor, loaded),
			mostDays: mostDays(row),
			forwardBy: await forwardBy(tx, ctx, row),
			names: await namesOf(tx, row),
			wardName: (await tx.select({ name: ward.name }).from(ward).where(eq(ward.id, ctx.wardId)))[0]!.name,
			sender: await senderOf(tx, row),
			steps: (await stepsOf(tx, id)).map((step) => ({ ...step, reason: said(step.reason) })),
			messages: (await messagesOf(tx, id)).map((message) => ({ ...message, text: said(message.text) })),
			drafts: (await draftsOf(tx, id)).map((draft) => ({ ...draft, text: said(draft.text) })),
			files: await filesOf(tx, ctx, loaded),
			whole: await whole.shownTo(tx, ctx, row),
			related: await relatedTo(tx, row),
			rating: await ratingOf(tx, row, said)
		};
	});
}
export type CaseFile = Awaited<ReturnType<typeof open>>;

async function reasonsFor(
	tx: Transaction,
	actor: Actor,
	{ row, facts }: Loaded
): Promise<Record<(typeof acts)[number], RefusalDetail[]>> {
	const reasons = allRefusals(actor, acts, facts);
	if (reasons.approve.length === 0 && actor.kind === 'person') {
		const { code, message, status } = ownAnswer().reasons[0]!;
		if ((await draftersOf(tx, row)).includes(actor.personId))
			reasons.approve = [{ code, message, ...(status ? { status } : {}) }];
	}
	return reasons;
}

/** Until when it may still be forwarded by the law's own number (NĐ 20/2008 Đ9 k1d). */
async function forwardBy(tx: Transaction, ctx: Ctx, row: CaseRow): Promise<Day> {
	const limit = limitFor(
		{ step: 'forward', class: row.class, source: row.source, on: dayOf(row.receivedAt) },
		await limitsIn(tx)
	);
	const { cutoff } = await settingsIn(tx);
	return dueOf(
		{
			step: 'forward',
			receivedAt: row.receivedAt,
			limit,
			cutoff,
			pauses: [],
			extensionDays: 0,
			now: ctx.now
		},
		await calendarOf(tx)
	).on;
}

async function namesOf(tx: Transaction, row: CaseRow) {
	const unitName = async (id: number | null): Promise<string | null> =>
		id === null
			? null
			: ((await tx.select({ name: unit.name }).from(unit).where(eq(unit.id, id)))[0]?.name ?? null);
	const personName = async (id: number | null): Promise<string | null> =>
		id === null
			? null
			: ((await tx.select({ name: person.name }).from(person).where(eq(person.id, id)))[0]?.name ?? null);
	return {
		unit: await unitName(row.unitId),
		handler: await personName(row.handlerPersonId),
		about: await unitName(row.aboutUnitId),
		takenBy: await personName(row.takenByPersonId)
	};
}

/** What is known of the sender without opening anything. */
async function senderOf(tx: Transaction, row: CaseRow) {
	if (row.senderId === null) return null;
	const [sender] = await tx
		.select({
			hasName: feedbackSender.hasName,
			hasPhone: feedbackSender.hasPhone,
			hasEmail: feedbackSender.hasEmail,
			erasedAt: feedbackSender.erasedAt
		})
		.from(feedbackSender)
		.where(eq(feedbackSender.id, row.senderId));
	return sender ?? null;
}

const stepsOf = (tx: Transaction, id: number) =>
	tx
		.select({
			id: feedbackStep.id,
			act: feedbackStep.act,
			from: feedbackStep.fromState,
			to: feedbackStep.toState,
			at: feedbackStep.at,
			byKind: feedbackStep.byKind,
			by: person.name,
			told: feedbackStep.told,
			reason: feedbackStep.reason
		})
		.from(feedbackStep)
		.leftJoin(person, eq(person.id, feedbackStep.byPersonId))
		.where(eq(feedbackStep.caseId, id))
		.orderBy(desc(feedbackStep.id));

const messagesOf = (tx: Transaction, id: number) =>
	tx
		.select({
			id: feedbackMessage.id,
			kind: feedbackMessage.kind,
			text: feedbackMessage.text,
			at: feedbackMessage.at,
			by: person.name
		})
		.from(feedbackMessage)
		.leftJoin(person, eq(person.id, feedbackMessage.byPersonId))
		.where(eq(feedbackMessage.caseId, id))
		.orderBy(asc(feedbackMessage.id));

/** Newest first; the first one is being worked on, or was sent. */
const draftsOf = (tx: Transaction, id: number) =>
	tx
		.select({
			id: feedbackAnswer.id,
			text: feedbackAnswer.text,
			legalBasis: feedbackAnswer.legalBasis,
			answeredBy: feedbackAnswer.answeredBy,
			at: feedbackAnswer.draftedAt,
			by: person.name,
			approvedAt: feedbackAnswer.approvedAt,
			sentAt: feedbackAnswer.sentAt
		})
		.from(feedbackAnswer)
		.innerJoin(person, eq(person.id, feedbackAnswer.draftedByPersonId))
		.where(eq(feedbackAnswer.caseId, id))
		.orderBy(desc(feedbackAnswer.id));

export type ShownFile = {
	id: number;
	token: string;
	mime: string;
	bytes: number;
	/** Of a later addition of the sender. */
	messageId: number | null;
	/** A photo or a letter shows who wrote: opened only with the identity or the sealed text. */
	openNow: boolean;
};

async function filesOf(tx: Transaction, ctx: Ctx, loaded: Loaded): Promise<ShownFile[]> {
	const openNow = await mayOpenFiles(tx, ctx, loaded);
	const rows = await tx
		.select({
			id: feedbackFile.id,
			token: file.token,
			mime: file.mime,
			bytes: file.bytes,
			messageId: feedbackFile.messageId
		})
		.from(feedbackFile)
		.innerJoin(file, eq(file.id, feedbackFile.fileId))
		.where(eq(feedbackFile.caseId, loaded.row.id))
		.orderBy(asc(feedbackFile.position), asc(feedbackFile.id));
	return rows.map((row) => ({ ...row, token: openNow ? row.token : '', openNow }));
}

const LOOK_LASTS = 3_600_000;

/** Whoever sees the text sees its files; others for an hour after a look that has a reason in the journal. */
async function mayOpenFiles(tx: Transaction, ctx: Ctx, { row, facts }: Loaded): Promise<boolean> {
	if (sight(ctx.actor, facts) === 'text') return true;
	const [look] = await tx
		.select({ id: feedbackLook.id })
		.from(feedbackLook)
		.where(
			and(
				eq(feedbackLook.caseId, row.id),
				eq(feedbackLook.personId, self(ctx).personId),
				eq(feedbackLook.what, facts.sealed ? 'text' : 'identity'),
				gt(feedbackLook.at, new Date(ctx.now.getTime() - LOOK_LASTS))
			)
		)
		.limit(1);
	return look !== undefined;
}

/** A file of a case for whoever may open it; anything else is not there. */
export async function fileOf(ctx: Ctx, id: number, token: string): Promise<StoredFile> {
	return read(ctx, async (tx) => {
		const loaded = await load(tx, ctx, id, 'look');
		const [found] = await tx
			.select({ file })
			.from(feedbackFile)
			.innerJoin(file, eq(file.id, feedbackFile.fileId))
			.where(and(eq(feedbackFile.caseId, id), eq(file.token, token)));
		if (!found) throw notFound('tệp này');
		if (!(await mayOpenFiles(tx, ctx, loaded)))
			throw new Refusal({
				code: 'feedback.file_closed',
				status: 403,
				message:
					'Tệp này có thể lộ người gửi. Hãy mở thông tin người gửi (có ghi lý do) ở trang phản ánh, rồi mở tệp.'
			});
		return found.file;
	});
}

export type Related = {
	id: number;
	code: string;
	state: CaseState;
	how: 'original' | 'part' | 'into' | 'merged';
};

/** Parts of one message, and what was merged. */
async function relatedTo(tx: Transaction, row: CaseRow): Promise<Related[]> {
	const root = row.originalCaseId ?? row.id;
	const rows = await tx
		.select({
			id: feedbackCase.id,
			code: feedbackCase.code,
			state: feedbackCase.state,
			originalCaseId: feedbackCase.originalCaseId,
			mergedIntoCaseId: feedbackCase.mergedIntoCaseId
		})
		.from(feedbackCase)
		.where(
			or(
				eq(feedbackCase.id, root),
				eq(feedbackCase.originalCaseId, root),
				eq(feedbackCase.mergedIntoCaseId, row.id),
				row.mergedIntoCaseId === null ? undefined : eq(feedbackCase.id, row.mergedIntoCaseId)
			)
		)
		.orderBy(asc(feedbackCase.id));
	return rows
		.filter(({ id }) => id !== row.id)
		.map(({ id, code, state, ...other }) => ({
			id,
			code,
			state,
			how:
				id === row.mergedIntoCaseId
					? 'into'
					: other.mergedIntoCaseId === row.id
						? 'merged'
						: id === root
							? 'original'
							: 'part'
		}));
}

async function ratingOf(tx: Transaction, row: CaseRow, said: (text: string) => string) {
	const [rating] = await tx
		.select({ score: feedbackRating.score, comment: feedbackRating.comment, at: feedbackRating.at })
		.from(feedbackRating)
		.where(eq(feedbackRating.caseId, row.id))
		.orderBy(desc(feedbackRating.id))
		.limit(1);
	return rating ? { ...rating, comment: said(rating.comment) } : null;
}
