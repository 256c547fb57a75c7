/**
 * Publication (công khai kết quả; NĐ 20/2008 Đ19): one officer prepares the edited copy and decides every marked place,
 * another one compares it with the original and confirms. What is public lies in its own columns and its own files.
 */
import { eq, like, or } from 'drizzle-orm';
import { slugOf } from '#content/story.ts';
import { person, type Ctx } from '#people/actor.ts';
import { landEvidence } from '#plan/evidence.server.ts';
import { contentArea } from '#plan/schema.server.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import { record } from '#platform/journal.server.ts';
import { Refusal } from '#platform/refusal.ts';
import { replace } from '#search/index.server.ts';
import { addStep, begin, load, move, type Loaded } from './facts.server.ts';
import { wordsOf } from './given-words.ts';
import {
	choosePictures,
	coveredFile,
	picturesOf,
	refuseUncovered,
	type Covering
} from './pictures.server.ts';
import { allRefusals, sight } from './policy.ts';
import { publicationOf, takeDown, type Row } from './publication-withdrawal.server.ts';
import {
	leftOpen,
	neutral,
	parts,
	redact,
	spansIn,
	type Decision,
	type Span,
	type Texts
} from './redaction.ts';
import {
	feedbackAnswer,
	feedbackCase,
	feedbackFile,
	feedbackPublication,
	violations
} from './schema.server.ts';

export const pathOf = (slug: string): string => `/phan-anh/${slug}`;

export type Given = {
	texts: Texts;
	/** Words the officer marked by hand. */
	byHand: string[];
	/** By the key of the span. */
	decided: Record<string, { decision: string; why: string }>;
	taskId: number | null;
	/** The content area of the plan it belongs to. */
	areaKey?: string | null;
	/** By the number of the file; a picture that is not here stays inside. */
	pictures: Record<number, Covering>;
};

export async function open(ctx: Ctx, id: number) {
	return read(ctx, async (tx) => {
		const loaded = await load(tx, ctx, id, 'look');
		const { row, facts } = loaded;
		const whole = sight(ctx.actor, facts) === 'text';
		const seen = (text: string): string => (whole ? text : neutral(text));
		const publication = await publicationOf(tx, id);
		const original = { question: seen(row.text), answer: seen(await answerText(tx, row.answerId)) };
		const draft: Texts = publication
			? {
					title: publication.title,
					question: whole ? publication.draftQuestion : publication.question,
					// A case looked at again was answered anew: the copy begins from the answer that holds.
					answer:
						publication.answerId !== row.answerId
							? original.answer
							: whole
								? publication.draftAnswer
								: publication.answer
				}
			: { title: seen(row.title), ...original };
		return {
			code: row.code,
			state: row.state,
			lockVersion: row.lockVersion,
			whole,
			original,
			draft,
			publication: publication && {
				state: publication.state,
				slug: publication.slug,
				title: publication.title,
				question: publication.question,
				answer: publication.answer,
				taskId: publication.taskId,
				areaKey: publication.areaKey,
				sentBackReason: publication.sentBackReason,
				withdrawnReason: publication.withdrawnReason,
				decisions: publication.spans.map((one) => ({
					...one,
					text: whole ? draft[one.part].slice(one.start, one.end) : ''
				}))
			},
			pictures: (await picturesOf(tx, id)).map(
				({ row: { id: pictureId, chosen, nobody, boxes }, stored }) => ({
					id: pictureId,
					chosen,
					nobody,
					boxes,
					// Faces in the original are for eyes that may see the person.
					token: whole ? stored.token : null
				})
			),
			reasons: allRefusals(
				ctx.actor,
				['prepare_publication', 'confirm_publication', 'withdraw_publication'],
				facts
			)
		};
	});
}

/** Saves the copy for a second pair of eyes. Refuses while one marked place is undecided. */
export async function prepare(ctx: Ctx, id: number, given: Given, lockVersion?: number): Promise<void> {
	await transact(
		ctx,
		async (tx) => {
			const loaded = await begin(tx, ctx, 'prepare_publication', id, lockVersion);
			const before = await publicationOf(tx, id);
			if (before?.state === 'published')
				throw new Refusal({
					code: 'feedback.is_public',
					status: 409,
					message: 'Bản công khai đang ở trên trang. Hãy gỡ bản ấy, ghi lý do, rồi soạn bản mới.'
				});
			const whole = sight(ctx.actor, loaded.facts) === 'text';
			const texts: Texts = {
				title: wordsOf(given.texts.title, { field: 'title', what: 'tiêu đề', atLeast: 3, atMost: 150 }),
				question: wordsOf(given.texts.question, {
					field: 'question',
					what: 'câu hỏi',
					atLeast: 10,
					atMost: 15_000
				}),
				answer: wordsOf(given.texts.answer, {
					field: 'answer',
					what: 'câu trả lời',
					atLeast: 10,
					atMost: 15_000
				})
			};
			const spans = decided(spansIn(texts, given.byHand), given.decided);
			const title = redact(texts.title, spans, 'title');
			const said = {
				state: 'prepared' as const,
				title,
				question: redact(texts.question, spans, 'question'),
				answer: redact(texts.answer, spans, 'answer'),
				draftQuestion: texts.question,
				draftAnswer: texts.answer,
				// Of the title only the redacted words are kept, so its places are not kept either.
				spans: [...spans.filter(({ part }) => part !== 'title'), ...keptInTitle(texts.title, title, spans)],
				class: loaded.row.class ?? ('unclear' as const),
				taskId: given.taskId,
				areaKey: await knownArea(tx, given.areaKey),
				answerId: loaded.row.answerId!,
				preparedAt: ctx.now,
				preparedByPersonId: person(ctx).personId,
				sentBackReason: null,
				confirmedAt: null,
				confirmedByPersonId: null
			};
			const slug = await freeSlug(tx, said.title, id);
			await tx
				.insert(feedbackPublication)
				.values({ caseId: id, slug, ...said })
				.onConflictDoUpdate({
					target: [feedbackPublication.wardId, feedbackPublication.caseId],
					set: { ...said, slug: before?.publishedAt ? before.slug : slug }
				});
			await choosePictures(tx, id, given.pictures, whole);
			await touched(tx, ctx, loaded, 'prepared', {
				hidden: spans.filter((one) => one.decision === 'hide').length
			});
		},
		violations
	);
}

async function knownArea(tx: Transaction, key: string | null | undefined): Promise<string | null> {
	if (!key) return null;
	const [found] = await tx
		.select({ key: contentArea.key })
		.from(contentArea)
		.where(eq(contentArea.key, key))
		.limit(1);
	if (!found)
		throw new Refusal({
			code: 'feedback.unknown_area',
			field: 'areaKey',
			message: 'Kế hoạch không có nội dung này. Hãy chọn lại trong danh sách.'
		});
	return found.key;
}

/** Where the kept words of the title stand once the hidden ones are gone. */
function keptInTitle(before: string, after: string, spans: readonly Decision[]): Decision[] {
	return spans
		.filter(({ part, decision }) => part === 'title' && decision === 'keep')
		.map((one) => {
			const words = before.slice(one.start, one.end);
			const start = Math.max(0, after.indexOf(words));
			return { ...one, start, end: start + words.length };
		});
}

function decided(spans: Span[], given: Given['decided']): Decision[] {
	const open = spans.filter(({ key }) => !['hide', 'keep'].includes(given[key]?.decision ?? ''));
	if (open.length > 0)
		throw new Refusal({
			code: 'feedback.undecided',
			field: 'spans',
			message: `Còn ${open.length} chỗ chưa quyết định: ${open
				.slice(0, 5)
				.map(({ text, part }) => `“${text}” (${parts[part]})`)
				.join(', ')}. Hãy chọn che, hoặc giữ và ghi lý do, ở từng chỗ.`
		});
	return spans.map(({ key, part, start, end, kind, text }) => {
		const { decision, why } = given[key]!;
		if (decision === 'hide') return { part, start, end, kind, decision };
		if (why.trim().length < 5)
			throw new Refusal({
				code: 'feedback.keep_why',
				field: 'spans',
				message: `Hãy ghi vì sao giữ “${text}” (ít nhất 5 ký tự), ví dụ: đường dây nóng của cơ quan.`
			});
		return { part, start, end, kind, decision: 'keep' as const, why: why.trim().slice(0, 300) };
	});
}

/** By somebody else than who prepared it: checked once more, then everybody can read it. */
export async function confirm(ctx: Ctx, id: number, lockVersion?: number): Promise<string> {
	return transact(
		ctx,
		async (tx) => {
			const loaded = await begin(tx, ctx, 'confirm_publication', id, lockVersion);
			const copy = (await publicationOf(tx, id))!;
			if (copy.answerId !== loaded.row.answerId)
				throw new Refusal({
					code: 'feedback.old_answer',
					status: 409,
					message: 'Câu trả lời đã thay đổi sau khi soạn bản này. Hãy trả lại để soạn theo câu trả lời mới.'
				});
			refuseWhatIsLeft(copy);
			await tx
				.update(feedbackPublication)
				.set({
					state: 'published',
					confirmedAt: ctx.now,
					confirmedByPersonId: person(ctx).personId,
					publishedAt: ctx.now,
					withdrawnAt: null,
					withdrawnByPersonId: null,
					withdrawnReason: null
				})
				.where(eq(feedbackPublication.id, copy.id));
			for (const { row, stored } of await picturesOf(tx, id)) {
				if (!row.chosen) continue;
				refuseUncovered(row);
				const bytes = await coveredFile(stored, row.boxes);
				const drawn = await files.put(tx, ctx, { name: 'anh.jpg', bytes }, 'public');
				await tx.update(feedbackFile).set({ publicFileId: drawn.id }).where(eq(feedbackFile.id, row.id));
			}
			const url = pathOf(copy.slug);
			await replace(tx, ctx, { kind: 'answer', key: copy.slug }, [
				{
					kind: 'answer',
					key: copy.slug,
					url,
					title: copy.title,
					codes: [],
					aliases: [],
					body: `${copy.question}\n${copy.answer}`,
					facets: {},
					shownFrom: null,
					shownTo: null,
					publishedAt: ctx.now
				}
			]);
			if (copy.taskId !== null)
				await landEvidence(tx, ctx, {
					taskId: copy.taskId,
					contentAreaKeys: copy.areaKey ? [copy.areaKey] : [],
					channel: 'portal',
					title: copy.title,
					url,
					occurredAt: ctx.now,
					sourceKind: 'feedback',
					sourceId: id
				});
			await move(
				tx,
				ctx,
				loaded,
				'publish',
				{},
				{
					told: 'Câu hỏi và trả lời đã được công khai, không kèm tên và thông tin riêng của ông/bà.',
					after: { slug: copy.slug }
				}
			);
			return url;
		},
		violations
	);
}

/** Looked through once more as it would go out, also for every word hidden elsewhere, in all its spellings. */
function refuseWhatIsLeft(copy: Row): void {
	const drafts: Texts = { title: copy.title, question: copy.draftQuestion, answer: copy.draftAnswer };
	const wordsDecided = (decision: Decision['decision']): string[] =>
		copy.spans
			.filter((one) => one.decision === decision)
			.map((one) => drafts[one.part].slice(one.start, one.end));
	const left = leftOpen(copy, new Set(wordsDecided('keep')), wordsDecided('hide'));
	if (left.length > 0)
		throw new Refusal({
			code: 'feedback.left_open',
			status: 409,
			message: `Bản này còn dữ liệu cá nhân chưa được quyết định: ${left
				.map(({ text, part }) => `“${text}” (${parts[part]})`)
				.join(', ')}. Hãy trả lại cho người soạn.`
		});
}

export async function sendBack(ctx: Ctx, id: number, reason: string, lockVersion?: number): Promise<void> {
	await transact(ctx, async (tx) => {
		const loaded = await begin(tx, ctx, 'confirm_publication', id, lockVersion);
		const why = wordsOf(reason, { field: 'reason', what: 'cần sửa chỗ nào', atLeast: 5 });
		await tx
			.update(feedbackPublication)
			.set({ state: 'sent_back', sentBackReason: why })
			.where(eq(feedbackPublication.caseId, id));
		await touched(tx, ctx, loaded, 'copy_sent_back', {});
	});
}

/** Off the page, out of search, no evidence any more; the address says so kindly. */
export async function withdraw(ctx: Ctx, id: number, reason: string, lockVersion?: number): Promise<void> {
	const gone = await transact(ctx, async (tx) => {
		const loaded = await begin(tx, ctx, 'withdraw_publication', id, lockVersion);
		const why = wordsOf(reason, { field: 'reason', what: 'vì sao gỡ', atLeast: 5 });
		const shown = await takeDown(tx, ctx, id, why);
		if (loaded.row.state === 'published') await move(tx, ctx, loaded, 'unpublish', {}, { reason: why });
		else await touched(tx, ctx, loaded, 'copy_withdrawn', {});
		return shown;
	});
	await files.discard(gone);
}

async function touched(
	tx: Transaction,
	ctx: Ctx,
	{ row }: Loaded,
	what: 'prepared' | 'copy_sent_back' | 'copy_withdrawn',
	after: Record<string, unknown>
): Promise<void> {
	// Whoever looked at the copy before must look again.
	await tx
		.update(feedbackCase)
		.set({ lockVersion: row.lockVersion + 1, changedAt: ctx.now })
		.where(eq(feedbackCase.id, row.id));
	if (what !== 'copy_sent_back')
		await addStep(tx, ctx, { caseId: row.id, act: what, from: row.state, to: row.state });
	await record(tx, ctx, {
		act: `feedback.${what === 'prepared' ? 'copy_prepared' : what}`,
		subject: { kind: 'feedback', id: row.id },
		after: { code: row.code, ...after }
	});
}

async function answerText(tx: Transaction, answerId: number | null): Promise<string> {
	if (answerId === null) return '';
	const [row] = await tx
		.select({ text: feedbackAnswer.text })
		.from(feedbackAnswer)
		.where(eq(feedbackAnswer.id, answerId));
	return row?.text ?? '';
}

/** The address of a title; another number behind it when another case has it. */
async function freeSlug(tx: Transaction, title: string, caseId: number): Promise<string> {
	const base = slugOf(title);
	const taken = await tx
		.select({ slug: feedbackPublication.slug, caseId: feedbackPublication.caseId })
		.from(feedbackPublication)
		.where(or(eq(feedbackPublication.slug, base), like(feedbackPublication.slug, `${base}-%`)));
	const used = new Set(taken.filter((one) => one.caseId !== caseId).map((one) => one.slug));
	// Names of pages that stand beside the answers.
	for (const page of ['gui', 'tra-cuu', 'so-lieu']) used.add(page);
	if (!used.has(base)) return base;
	for (let number = 2; ; number += 1) if (!used.has(`${base}-${number}`)) return `${base}-${number}`;
}
