/** Answer templates of the ward, and what the program fills in for a case. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { feedbackLine } from '#people/hotlines.server.ts';
import { unit } from '#people/schema.server.ts';
import { dayOf } from '#platform/clock.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import * as format from '#platform/format.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import { ward } from '#platform/schema.server.ts';
import { changedMeanwhile, load } from './facts.server.ts';
import { messageClasses, type MessageClass } from './message-class.ts';
import { refusals } from './policy.ts';
import { feedbackTemplate } from './schema.server.ts';
import { filled, starters, templateForm, type Placeholder } from './templates.ts';

export type Template = {
	id: number;
	name: string;
	class: MessageClass | null;
	text: string;
	lockVersion: number;
};
export type TemplateGiven = { name: string; class: string; text: string };

export async function list(ctx: Ctx): Promise<Template[]> {
	refuseIfAny(refusals(ctx.actor, 'list'));
	return read(ctx, own);
}

async function own(tx: Transaction): Promise<Template[]> {
	return tx
		.select({
			id: feedbackTemplate.id,
			name: feedbackTemplate.name,
			class: feedbackTemplate.class,
			text: feedbackTemplate.text,
			lockVersion: feedbackTemplate.lockVersion
		})
		.from(feedbackTemplate)
		.where(isNull(feedbackTemplate.archivedAt))
		.orderBy(asc(feedbackTemplate.name), asc(feedbackTemplate.id));
}

function checked(given: TemplateGiven): { name: string; class: MessageClass | null; text: string } {
	const parsed = templateForm.safeParse(given);
	if (!parsed.success) {
		const issue = parsed.error.issues[0]!;
		throw new Refusal({
			code: 'feedback.template',
			field: String(issue.path[0]),
			message: issue.message
		});
	}
	const chosen = parsed.data.class;
	return {
		...parsed.data,
		class: Object.hasOwn(messageClasses, chosen) ? (chosen as MessageClass) : null
	};
}

export async function add(ctx: Ctx, given: TemplateGiven): Promise<number> {
	refuseIfAny(refusals(ctx.actor, 'settings'));
	const values = checked(given);
	return transact(ctx, (tx) => insert(tx, ctx, values));
}

async function insert(tx: Transaction, ctx: Ctx, values: ReturnType<typeof checked>): Promise<number> {
	const [row] = await tx.insert(feedbackTemplate).values(values).returning({ id: feedbackTemplate.id });
	await record(tx, ctx, {
		act: 'feedback_template.added',
		subject: { kind: 'feedback_template', id: row!.id },
		after: { name: values.name, class: values.class }
	});
	return row!.id;
}

/** Takes over the program's beginnings that the ward has no template of that name for. Returns how many. */
export async function addStarters(ctx: Ctx): Promise<number> {
	refuseIfAny(refusals(ctx.actor, 'settings'));
	return transact(ctx, async (tx) => {
		const names = new Set((await own(tx)).map(({ name }) => name));
		const missing = starters.filter(({ name }) => !names.has(name));
		for (const one of missing) await insert(tx, ctx, { ...one });
		return missing.length;
	});
}

export async function change(ctx: Ctx, id: number, given: TemplateGiven, lockVersion: number): Promise<void> {
	refuseIfAny(refusals(ctx.actor, 'settings'));
	const values = checked(given);
	await transact(ctx, async (tx) => {
		const before = await locked(tx, id, lockVersion);
		await tx
			.update(feedbackTemplate)
			.set({ ...values, lockVersion: lockVersion + 1 })
			.where(eq(feedbackTemplate.id, id));
		await record(tx, ctx, {
			act: 'feedback_template.changed',
			subject: { kind: 'feedback_template', id },
			before: { name: before.name, class: before.class, text: before.text },
			after: values
		});
	});
}

/** Put away, not deleted: answers were written with it. */
export async function archive(ctx: Ctx, id: number, lockVersion: number): Promise<void> {
	refuseIfAny(refusals(ctx.actor, 'settings'));
	await transact(ctx, async (tx) => {
		const before = await locked(tx, id, lockVersion);
		await tx
			.update(feedbackTemplate)
			.set({ archivedAt: ctx.now, lockVersion: lockVersion + 1 })
			.where(eq(feedbackTemplate.id, id));
		await record(tx, ctx, {
			act: 'feedback_template.archived',
			subject: { kind: 'feedback_template', id },
			before: { name: before.name }
		});
	});
}

async function locked(tx: Transaction, id: number, lockVersion: number) {
	const [row] = await tx
		.select()
		.from(feedbackTemplate)
		.where(and(eq(feedbackTemplate.id, id), isNull(feedbackTemplate.archivedAt)))
		.for('update');
	if (!row) throw notFound('mẫu trả lời này');
	if (row.lockVersion !== lockVersion) throw changedMeanwhile();
	return row;
}

/** The templates for one case, filled in with what is known of it; those for its class first. */
export async function forCase(ctx: Ctx, id: number): Promise<{ id: number; name: string; text: string }[]> {
	return read(ctx, async (tx) => {
		const { row } = await load(tx, ctx, id, 'look');
		const [there] = await tx.select({ name: ward.name }).from(ward).where(eq(ward.id, ctx.wardId));
		const [holder] =
			row.unitId === null
				? [undefined]
				: await tx.select({ name: unit.name }).from(unit).where(eq(unit.id, row.unitId));
		const values: Partial<Record<Placeholder, string>> = {
			mã: row.code,
			'ngày nhận': format.date(row.receivedAt),
			'tên việc': row.title,
			phường: there ? `Ủy ban nhân dân ${there.name.replace(/^Phường/, 'phường')}` : '',
			...(holder ? { 'đơn vị': holder.name } : {}),
			'đường dây nóng': await feedbackLine(tx, dayOf(ctx.now))
		};
		const fits = (one: Template): number => (one.class === row.class ? 0 : one.class === null ? 1 : 2);
		return (await own(tx))
			.toSorted((a, b) => fits(a) - fits(b))
			.map(({ id: templateId, name, text }) => ({ id: templateId, name, text: filled(text, values) }));
	});
}
