/** Questions people ask about a procedure (hỏi đáp thường gặp), answered by the desk, shown under the card. */
import { asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { person, type Ctx } from '#people/actor.ts';
import { transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import { refusals } from './policy.ts';
import { procedure, procedureFaq, violations } from './schema.server.ts';

export type Faq = { id: number; question: string; answer: string; changedAt: Date; lockVersion: number };

const clean = (most: number, message: string) =>
	z
		.string()
		.transform((text) => text.normalize('NFC').replaceAll('\u0000', '').replaceAll('\r\n', '\n').trim())
		.pipe(z.string().min(5, message).max(most, message));
const shape = z.object({
	question: clean(500, violations['procedure_faq_question_length']!.message),
	answer: clean(5000, violations['procedure_faq_answer_length']!.message)
});
export type FaqGiven = z.input<typeof shape>;

function checked(given: FaqGiven): z.output<typeof shape> {
	const read = shape.safeParse(given);
	if (read.success) return read.data;
	const [first, ...others] = read.error.issues.map((issue) => ({
		code: `faq.${String(issue.path[0])}`,
		field: String(issue.path[0]),
		message: issue.message
	}));
	throw new Refusal(first!, others);
}

/** What is asked about this procedure, in the order the desk gave. */
export async function faqOf(tx: Transaction, procedureId: number): Promise<Faq[]> {
	return tx
		.select({
			id: procedureFaq.id,
			question: procedureFaq.question,
			answer: procedureFaq.answer,
			changedAt: procedureFaq.changedAt,
			lockVersion: procedureFaq.lockVersion
		})
		.from(procedureFaq)
		.where(eq(procedureFaq.procedureId, procedureId))
		.orderBy(asc(procedureFaq.ordinal), asc(procedureFaq.id));
}

export async function add(ctx: Ctx, code: string, given: FaqGiven): Promise<number> {
	return transact(
		ctx,
		async (tx) => {
			refuseIfAny(refusals(ctx.actor, 'manage_faq'));
			const values = checked(given);
			const [of] = await tx.select({ id: procedure.id }).from(procedure).where(eq(procedure.code, code));
			if (!of) throw notFound('thủ tục này');
			const [row] = await tx
				.insert(procedureFaq)
				.values({
					procedureId: of.id,
					...values,
					ordinal: sql`(select coalesce(max(f.ordinal), 0) + 1 from procedure_faq f where f.procedure_id = ${of.id})`,
					changedAt: ctx.now,
					changedByPersonId: person(ctx).personId
				})
				.returning({ id: procedureFaq.id });
			await record(tx, ctx, {
				act: 'faq.added',
				subject: { kind: 'procedure', id: code },
				after: { faqId: row!.id, ...values }
			});
			return row!.id;
		},
		violations
	);
}

export async function change(ctx: Ctx, id: number, lockVersion: number, given: FaqGiven): Promise<void> {
	await transact(
		ctx,
		async (tx) => {
			refuseIfAny(refusals(ctx.actor, 'manage_faq'));
			const values = checked(given);
			const before = await held(tx, id, lockVersion);
			if (before.question === values.question && before.answer === values.answer) return;
			await tx
				.update(procedureFaq)
				.set({
					...values,
					changedAt: ctx.now,
					changedByPersonId: person(ctx).personId,
					lockVersion: lockVersion + 1
				})
				.where(eq(procedureFaq.id, id));
			await record(tx, ctx, {
				act: 'faq.changed',
				subject: { kind: 'procedure', id: before.code },
				before: { faqId: id, question: before.question, answer: before.answer },
				after: { faqId: id, ...values }
			});
		},
		violations
	);
}

export async function remove(ctx: Ctx, id: number, lockVersion: number): Promise<void> {
	await transact(ctx, async (tx) => {
		refuseIfAny(refusals(ctx.actor, 'manage_faq'));
		const before = await held(tx, id, lockVersion);
		await tx.delete(procedureFaq).where(eq(procedureFaq.id, id));
		await record(tx, ctx, {
			act: 'faq.removed',
			subject: { kind: 'procedure', id: before.code },
			before: { faqId: id, question: before.question, answer: before.answer }
		});
	});
}

/** The row as the writer saw it, locked; refused when somebody changed it in between. */
async function held(tx: Transaction, id: number, lockVersion: number) {
	const [row] = await tx
		.select({
			question: procedureFaq.question,
			answer: procedureFaq.answer,
			lockVersion: procedureFaq.lockVersion,
			code: procedure.code
		})
		.from(procedureFaq)
		.innerJoin(procedure, eq(procedure.id, procedureFaq.procedureId))
		.where(eq(procedureFaq.id, id))
		.for('update', { of: procedureFaq });
	if (!row) throw notFound('câu hỏi này');
	if (row.lockVersion !== lockVersion) {
		throw new Refusal({
			code: 'faq.stale',
			status: 409,
			message: 'Câu hỏi này vừa được người khác sửa. Hãy tải lại trang để xem bản mới nhất rồi sửa tiếp.'
		});
	}
	return row;
}
