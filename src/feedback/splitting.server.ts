/** Carries out a splitting: linked cases with the same sender and the same day of receipt, each with its own way. */
import { and, eq, inArray } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { Refusal, refuseIfAny, type RefusalDetail } from '#platform/refusal.ts';
import { file } from '#platform/schema.server.ts';
import { contents } from './contents.ts';
import { addStep, begin, changedMeanwhile, dueIn, load, move, type CaseRow } from './facts.server.ts';
import { receiptsBeside } from './intake.server.ts';
import { fingerprintOf } from './likeness.ts';
import { masked } from './masking.ts';
import { refusals, sight } from './policy.ts';
import { feedbackCase, feedbackFile, feedbackPause } from './schema.server.ts';
import { mostContents, partsOf, segmentsOf, suggested, type Belongs } from './splitting.ts';
import { triage } from './triage.ts';
import * as whole from './whole.server.ts';

export type Splitting = {
	/** For each sentence of the text, in order. */
	belongs: Belongs[];
	/** For each file of the case (number of its row); files not named go with every content. */
	files?: Record<number, Belongs>;
};

export type Proposal = {
	code: string;
	title: string;
	lockVersion: number;
	/** The sentences as whoever looks may see them. */
	sentences: string[];
	suggested: Belongs[];
	files: { id: number; mime: string }[];
	reasons: RefusalDetail[];
};

/** The text cut into sentences, with a suggestion of what belongs together. */
export async function proposal(ctx: Ctx, id: number): Promise<Proposal> {
	return read(ctx, async (tx) => {
		const { row, facts } = await load(tx, ctx, id, 'look');
		const segments = segmentsOf(row.text);
		const hide = sight(ctx.actor, facts) !== 'text';
		const files = await tx
			.select({ id: feedbackFile.id, mime: file.mime })
			.from(feedbackFile)
			.innerJoin(file, eq(file.id, feedbackFile.fileId))
			.where(eq(feedbackFile.caseId, id))
			.orderBy(feedbackFile.position, feedbackFile.id);
		return {
			code: row.code,
			title: hide ? masked(row.title) : row.title,
			lockVersion: row.lockVersion,
			sentences: segments.map(({ text }) => (hide ? masked(text) : text).trim()),
			suggested: suggested(segments, contents(row.text)),
			files,
			reasons: refusals(ctx.actor, 'split', facts)
		};
	});
}

export type Divided = { id: number; code: string };

/** The case keeps its first content; the others become cases of their own. Returns the new ones. */
export async function split(
	ctx: Ctx,
	id: number,
	{ belongs, files = {} }: Splitting,
	lockVersion: number
): Promise<Divided[]> {
	const { row, root } = await read(ctx, async (tx) => {
		const loaded = await load(tx, ctx, id, 'look');
		refuseIfAny(refusals(ctx.actor, 'split', loaded.facts));
		return { row: loaded.row, root: await rootOf(tx, loaded.row) };
	});
	const parts = checkedParts(row, belongs);
	// Numbers are given in a transaction of their own; one that is not used after all is only a gap.
	const receipts = await receiptsBeside(ctx, root, parts.length - 1);
	return transact(ctx, async (tx) => {
		const loaded = await begin(tx, ctx, 'split', id, lockVersion);
		if (loaded.row.text !== row.text) throw changedMeanwhile();
		await whole.keep(tx, ctx, loaded.row);
		const codes = receipts.map(({ code }) => code);
		const divided: Divided[] = [];
		for (const [at, receipt] of receipts.entries()) {
			const made = await divideOff(tx, ctx, loaded.row, root.id, receipt, parts[at + 1]!);
			await giveFiles(tx, id, made.id, at + 2, files);
			divided.push({ id: made.id, code: receipt.code });
		}
		await keepFiles(tx, id, files);
		await move(
			tx,
			ctx,
			loaded,
			'split',
			{ text: parts[0]!, fingerprint: fingerprintOf(parts[0]!), suggestion: triage(parts[0]!) },
			{
				told: `Phản ánh có ${parts.length} nội dung nên phường tách ra để giải quyết riêng: mã ${[row.code, ...codes].join(', ')}. Ông/bà theo dõi tất cả bằng giấy hẹn đã có.`,
				after: { into: codes },
				notify: true
			}
		);
		return divided;
	});
}

/** The case its sender holds the receipt of. */
async function rootOf(tx: Transaction, row: CaseRow): Promise<CaseRow> {
	if (row.originalCaseId === null) return row;
	const [root] = await tx.select().from(feedbackCase).where(eq(feedbackCase.id, row.originalCaseId));
	return root!;
}

function checkedParts(row: CaseRow, belongs: Belongs[]): string[] {
	const segments = segmentsOf(row.text);
	if (belongs.length !== segments.length) throw changedMeanwhile();
	const numbers = [...new Set(belongs.filter((one) => one !== 'all'))].toSorted((a, b) => a - b);
	const refused = (message: string): Refusal =>
		new Refusal({ code: 'feedback.split', field: 'belongs', message });
	if (numbers.length < 2)
		throw refused('Cần ít nhất hai nội dung. Hãy xếp mỗi câu vào nội dung 1, 2… rồi bấm tách.');
	if (numbers.some((one, at) => one !== at + 1) || numbers.length > mostContents)
		throw refused(
			`Nội dung phải đánh số liền nhau từ 1, nhiều nhất ${mostContents} nội dung. Hãy xem lại số của từng câu.`
		);
	return partsOf(segments, belongs);
}

async function divideOff(
	tx: Transaction,
	ctx: Ctx,
	from: CaseRow,
	originalCaseId: number,
	receipt: { code: string; secretHash: string; submissionKey: string },
	text: string
): Promise<CaseRow> {
	const [made] = await tx
		.insert(feedbackCase)
		.values({
			...receipt,
			source: from.source,
			state: 'received',
			category: from.category,
			text,
			place: from.place,
			latitude: from.latitude,
			longitude: from.longitude,
			anonymous: from.anonymous,
			senderId: from.senderId,
			namePublic: from.namePublic,
			receivedAt: from.receivedAt,
			takenByPersonId: from.takenByPersonId,
			originalCaseId,
			suggestion: triage(text),
			fingerprint: fingerprintOf(text),
			createdAt: ctx.now,
			changedAt: ctx.now
		})
		.returning();
	// Days waited for the sender were waited for this content too.
	const pauses = await tx.select().from(feedbackPause).where(eq(feedbackPause.caseId, from.id));
	if (pauses.length > 0)
		await tx
			.insert(feedbackPause)
			.values(pauses.map(({ fromAt, toAt }) => ({ caseId: made!.id, fromAt, toAt })));
	const due = await dueIn(tx, ctx, made!);
	await tx
		.update(feedbackCase)
		.set({ dueStep: due?.step ?? null, dueOn: due?.on ?? null, due })
		.where(eq(feedbackCase.id, made!.id));
	await addStep(tx, ctx, {
		caseId: made!.id,
		act: 'divided',
		from: null,
		to: 'received',
		told: `Phường tách nội dung này từ phản ánh ${from.code} để giải quyết riêng.`
	});
	await record(tx, ctx, {
		act: 'feedback.divided',
		subject: { kind: 'feedback', id: made!.id },
		after: { code: receipt.code, from: from.code, dueOn: due?.on ?? null }
	});
	return made!;
}

async function giveFiles(
	tx: Transaction,
	fromId: number,
	toId: number,
	content: number,
	belongs: Record<number, Belongs>
): Promise<void> {
	const rows = await tx.select().from(feedbackFile).where(eq(feedbackFile.caseId, fromId));
	const mine = rows.filter(({ id }) => (belongs[id] ?? 'all') === 'all' || belongs[id] === content);
	if (mine.length > 0)
		await tx
			.insert(feedbackFile)
			.values(mine.map(({ fileId, position }) => ({ caseId: toId, fileId, position })));
}

/** A file that belongs to another content is seen there only. */
async function keepFiles(tx: Transaction, caseId: number, belongs: Record<number, Belongs>): Promise<void> {
	const elsewhere = Object.entries(belongs)
		.filter(([, content]) => content !== 'all' && content > 1)
		.map(([fileId]) => Number(fileId));
	if (elsewhere.length > 0)
		await tx
			.delete(feedbackFile)
			.where(and(eq(feedbackFile.caseId, caseId), inArray(feedbackFile.id, elsewhere)));
}
