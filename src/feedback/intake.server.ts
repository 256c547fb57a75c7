/**
 * Intake (tiếp nhận; NĐ 20/2008 Đ7-9): one case whatever the way it came. Everything of a message is written in one
 * transaction, and only what is durable is acknowledged. The same sending again gives the same receipt.
 */
import { CappedMap } from 'altcha-lib';
import { eq } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { networkOf } from '#people/throttle.server.ts';
import { dayOf, type Day } from '#platform/clock.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import { record } from '#platform/journal.server.ts';
import { refuseIfAny } from '#platform/refusal.ts';
import type { CaseState } from './case.ts';
import { circumstancesOf, firstDue, type Marks } from './circumstances.server.ts';
import { addStep, type CaseRow } from './facts.server.ts';
import { checked, mostFiles, tooManyFiles, type Checked, type Intake } from './given.server.ts';
import { fingerprintOf } from './likeness.ts';
import { nextCode } from './numbers.server.ts';
import * as pending from './pending.server.ts';
import { refusals } from './policy.ts';
import { hashOf, secretHashOf, secretOf } from './receipts.server.ts';
import { feedbackCase, feedbackFile } from './schema.server.ts';
import { foldSecret } from './secret-word.ts';
import * as senders from './senders.server.ts';
import { suspicionOf } from './suspicion.ts';
import { triage } from './triage.ts';

export type Receipt = {
	id: number;
	code: string;
	secret: string;
	quarantined: boolean;
	/** The same sending came before. */
	again: boolean;
	anonymous: boolean;
	receivedAt: Date;
	/** Until when it is looked at and given to somebody. */
	dueOn: Day | null;
	/** How many files lie with it. */
	files: number;
};

/** Takes a message in. Refuses only what cannot be understood as one; what looks like rubbish waits for a person's look. */
export async function receive(ctx: Ctx, given: Intake): Promise<Receipt> {
	if (ctx.actor.kind === 'person') refuseIfAny(refusals(ctx.actor, 'take_in'));
	const said = checked(ctx, given);
	const submissionKey = hashOf('feedback submission', [
		said.submissionKey,
		said.text,
		JSON.stringify(said.contact)
	]);
	if (seen.has(submissionKey)) {
		const before = await findBefore(ctx, submissionKey);
		if (before) return receiptOf(before.row, true, before.files);
	}
	seen.set(submissionKey, true);

	const code = await nextCode(ctx, dayOf(ctx.now));
	const stored = await storeAll(ctx, given.uploads ?? []);
	try {
		const written = await transact(ctx, (tx) => write(tx, ctx, given, said, submissionKey, code, stored));
		return receiptOf(written.row, false, written.files);
	} catch (error) {
		// A commit whose answer was lost may have happened: only what surely was taken back loses its files.
		if (!isLost(error)) await files.discard(stored);
		if (!(error instanceof CameTwice)) throw error;
		const before = await findBefore(ctx, submissionKey);
		if (before) return receiptOf(before.row, true, before.files);
		throw new Error('a submission came twice and neither is there', { cause: error });
	}
}

class CameTwice extends Error {}

/** Was the connection lost, so that nobody knows whether the transaction was committed? */
function isLost(error: unknown): boolean {
	const { code, message } = (error instanceof Error && error.cause ? error.cause : error) as {
		code?: string;
		message?: string;
	};
	// 57P…: PostgreSQL is stopped; 08…: connection errors; E…: the machine's own; the driver's have words only.
	return /^(57P|08|E[A-Z]{4})/.test(code ?? '') || /\bconnection\b/i.test(message ?? '');
}

async function storeAll(ctx: Ctx, uploads: readonly files.Upload[]): Promise<files.Stored[]> {
	const stored: files.Stored[] = [];
	try {
		for (const upload of uploads) stored.push(await files.store(ctx, upload, 'evidence'));
	} catch (error) {
		await files.discard(stored);
		throw error;
	}
	return stored;
}

type Before = { row: CaseRow; files: number };

/** Sendings this process has seen: such a one is looked for before a number is taken for it. */
const seen = new CappedMap<string, true>({ maxSize: 20_000 });

async function findBefore(ctx: Ctx, submissionKey: string): Promise<Before | undefined> {
	return read(ctx, async (tx) => {
		const [row] = await tx.select().from(feedbackCase).where(eq(feedbackCase.submissionKey, submissionKey));
		return row && { row, files: await tx.$count(feedbackFile, eq(feedbackFile.caseId, row.id)) };
	});
}

/** Codes for cases divided off from one: numbers of its own day, opened by the secret word its sender already holds. */
export async function receiptsBeside(
	ctx: Ctx,
	original: Pick<CaseRow, 'createdAt' | 'wardId' | 'submissionKey'>,
	many: number
): Promise<{ code: string; secretHash: string; submissionKey: string }[]> {
	const day = dayOf(original.createdAt);
	const secret = secretOf(original.wardId, original.submissionKey);
	const receipts = [];
	for (let n = 0; n < many; n++) {
		const code = await nextCode(ctx, day);
		receipts.push({
			code,
			secretHash: secretHashOf(code, secret),
			submissionKey: hashOf('feedback submission', [original.submissionKey, code])
		});
	}
	return receipts;
}

/** Everything of one message: sender, case, files, first step, journal. */
async function write(
	tx: Transaction,
	ctx: Ctx,
	given: Intake,
	said: Checked,
	submissionKey: string,
	code: string,
	stored: readonly files.Stored[]
): Promise<{ row: CaseRow; files: number }> {
	const marks = marksOf(ctx, said);
	const met = await circumstancesOf(tx, ctx, submissionKey, marks);
	if (met.cameBefore) throw new CameTwice();
	const suggestion = triage(said.text);
	const quarantineWhy =
		ctx.actor.kind === 'person' ? null : suspicionOf({ ...said, ...met, suggestion }, met.settings);
	const state: CaseState = quarantineWhy ? 'quarantined' : 'received';
	const due = firstDue(ctx, said, met);
	const [row] = await tx
		.insert(feedbackCase)
		.values({
			code,
			submissionKey,
			secretHash: secretHashOf(code, secretOf(ctx.wardId, submissionKey)),
			source: said.source,
			state,
			category: said.category,
			text: said.text,
			place: said.place,
			latitude: said.latitude,
			longitude: said.longitude,
			anonymous: senders.isAnonymous(said.contact),
			senderId: await senders.keep(tx, ctx, said.contact),
			namePublic: said.namePublic,
			receivedAt: said.receivedAt,
			takenByPersonId: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
			dueStep: due.step,
			dueOn: due.on,
			due,
			suggestion,
			fingerprint: fingerprintOf(said.text),
			...marks,
			quarantineWhy,
			createdAt: ctx.now,
			changedAt: ctx.now
		})
		.onConflictDoNothing({ target: [feedbackCase.wardId, feedbackCase.submissionKey] })
		.returning();
	// The same sending came at the same moment: all of this one is taken back.
	if (!row) throw new CameTwice();
	const attached = await attach(tx, row.id, given, stored);
	await addStep(tx, ctx, {
		caseId: row.id,
		act: 'received',
		from: null,
		to: state,
		told: 'Phường đã nhận phản ánh.',
		reason: quarantineWhy ?? '',
		notify: quarantineWhy === null && said.contact.email !== '',
		bySender: ctx.actor.kind !== 'person'
	});
	await record(tx, ctx, {
		act: 'feedback.received',
		subject: { kind: 'feedback', id: row.id },
		after: {
			code,
			source: said.source,
			category: said.category,
			state,
			dueOn: due.on,
			suggested: suggestion.class
		}
	});
	return { row, files: attached };
}

async function attach(
	tx: Transaction,
	caseId: number,
	given: Intake,
	stored: readonly files.Stored[]
): Promise<number> {
	const kept = await pending.claim(tx, given.submissionKey, given.keptFileIds ?? []);
	const fileIds = [...kept, ...(await files.enter(tx, stored, 'staff')).map(({ id }) => id)];
	if (fileIds.length > mostFiles) throw tooManyFiles;
	if (fileIds.length > 0)
		await tx.insert(feedbackFile).values(fileIds.map((fileId, position) => ({ caseId, fileId, position })));
	return fileIds.length;
}

function receiptOf(row: CaseRow, again: boolean, fileCount: number): Receipt {
	const { id, code, anonymous, receivedAt, dueOn } = row;
	return {
		id,
		code,
		secret: secretOf(row.wardId, row.submissionKey),
		quarantined: row.state === 'quarantined',
		again,
		anonymous,
		receivedAt,
		dueOn,
		files: fileCount
	};
}

function marksOf(ctx: Ctx, said: Checked): Marks {
	return {
		addressMark:
			ctx.actor.kind !== 'person' && said.address
				? hashOf('feedback network', [networkOf(said.address), dayOf(ctx.now)])
				: null,
		contentMark: hashOf('feedback content', [foldSecret(said.text)])
	};
}
