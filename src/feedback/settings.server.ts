/** The room's settings and the ward's own limits. */
import { asc, eq } from 'drizzle-orm';
import { person, type Ctx } from '#people/actor.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny, type RefusalDetail } from '#platform/refusal.ts';
import type { Limit } from './limits.ts';
import { refusals } from './policy.ts';
import { feedbackLimit, feedbackSetting, violations } from './schema.server.ts';
import { defaultSettings, feedbackSettings, type FeedbackSettings } from './settings.ts';

export async function settingsIn(tx: Transaction): Promise<FeedbackSettings> {
	const [row] = await tx.select({ settings: feedbackSetting.settings }).from(feedbackSetting);
	return row ? { ...defaultSettings, ...row.settings } : defaultSettings;
}

export async function limitsIn(tx: Transaction): Promise<Limit[]> {
	return tx
		.select({
			step: feedbackLimit.step,
			class: feedbackLimit.class,
			source: feedbackLimit.source,
			days: feedbackLimit.days,
			basis: feedbackLimit.basis,
			validFrom: feedbackLimit.validFrom,
			validTo: feedbackLimit.validTo
		})
		.from(feedbackLimit);
}

export type LimitGiven = Limit;
export type LimitRow = Limit & { id: number };

export async function overview(
	ctx: Ctx
): Promise<{ settings: FeedbackSettings; lockVersion: number; limits: LimitRow[] }> {
	refuseIfAny(refusals(ctx.actor, 'settings'));
	return read(ctx, async (tx) => {
		const [row] = await tx.select().from(feedbackSetting);
		const limits = await tx
			.select()
			.from(feedbackLimit)
			.orderBy(asc(feedbackLimit.step), asc(feedbackLimit.validFrom));
		return { settings: await settingsIn(tx), lockVersion: row?.lockVersion ?? 0, limits };
	});
}

/** Saves the settings whole; `lockVersion` 0 means: nothing had been set yet. */
const changedMeanwhile: RefusalDetail = {
	code: 'feedback.changed_meanwhile',
	status: 409,
	message: 'Thiết lập vừa được người khác sửa. Hãy tải lại trang rồi sửa lại.'
};

export async function save(ctx: Ctx, given: unknown, lockVersion: number): Promise<void> {
	refuseIfAny(refusals(ctx.actor, 'settings'));
	const parsed = feedbackSettings.safeParse(given);
	if (!parsed.success) {
		const issue = parsed.error.issues[0]!;
		throw new Refusal({
			code: 'feedback.setting',
			field: String(issue.path[0]),
			message:
				/^[A-ZĐÂÊÔƯ]/.test(issue.message) && issue.message.endsWith('.') && issue.code === 'invalid_format'
					? issue.message
					: 'Giá trị này nằm ngoài khoảng cho phép. Hãy nhập lại.'
		});
	}
	await transact(
		ctx,
		async (tx) => {
			const [row] = await tx.select().from(feedbackSetting).for('update');
			if ((row?.lockVersion ?? 0) !== lockVersion) throw new Refusal(changedMeanwhile);
			const values = {
				settings: parsed.data,
				changedAt: ctx.now,
				changedByPersonId: person(ctx).personId,
				lockVersion: lockVersion + 1
			};
			if (row) await tx.update(feedbackSetting).set(values);
			else await tx.insert(feedbackSetting).values(values);
			await record(tx, ctx, {
				act: 'feedback_setting.changed',
				subject: { kind: 'feedback_setting', id: ctx.wardId },
				before: row?.settings ?? defaultSettings,
				after: parsed.data
			});
			// Two who save for the first time at once find no row to lock; the second is told like any who comes late.
		},
		{ feedback_setting_pkey: changedMeanwhile }
	);
}

export async function addLimit(ctx: Ctx, limit: Limit): Promise<number> {
	refuseIfAny(refusals(ctx.actor, 'settings'));
	return transact(
		ctx,
		async (tx) => {
			const [row] = await tx
				.insert(feedbackLimit)
				.values({ ...limit, recordedAt: ctx.now, recordedByPersonId: person(ctx).personId })
				.returning({ id: feedbackLimit.id });
			await record(tx, ctx, {
				act: 'feedback_limit.added',
				subject: { kind: 'feedback_limit', id: row!.id },
				after: limit
			});
			return row!.id;
		},
		violations
	);
}

/** A limit ends on a day; it is not taken back, so that what was counted with it stays explained. */
export async function endLimit(ctx: Ctx, id: number, validTo: string): Promise<void> {
	refuseIfAny(refusals(ctx.actor, 'settings'));
	await transact(
		ctx,
		async (tx) => {
			const [row] = await tx
				.update(feedbackLimit)
				.set({ validTo })
				.where(eq(feedbackLimit.id, id))
				.returning();
			if (!row) throw notFound('thời hạn này');
			await record(tx, ctx, {
				act: 'feedback_limit.ended',
				subject: { kind: 'feedback_limit', id },
				after: { validTo }
			});
		},
		violations
	);
}
