/**
 * API key (khóa kết nối): lets another program hand service requests in. It is shown once, when it is made; afterwards only
 * its hash is here.
 */
import { randomBytes } from 'node:crypto';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { person, type Ctx } from '#people/actor.ts';
import { person as personTable } from '#people/schema.server.ts';
import { read, transact } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import { refusals } from './policy.ts';
import { hashOf } from './receipts.server.ts';
import { feedbackApiKey } from './schema.server.ts';

export type ApiKey = {
	id: number;
	name: string;
	createdAt: Date;
	createdBy: string | null;
	revokedAt: Date | null;
};

const keyHash = (key: string): string => hashOf('open311 api key', [key]);

export async function list(ctx: Ctx): Promise<ApiKey[]> {
	refuseIfAny(refusals(ctx.actor, 'settings'));
	return read(ctx, (tx) =>
		tx
			.select({
				id: feedbackApiKey.id,
				name: feedbackApiKey.name,
				createdAt: feedbackApiKey.createdAt,
				createdBy: personTable.name,
				revokedAt: feedbackApiKey.revokedAt
			})
			.from(feedbackApiKey)
			.leftJoin(personTable, eq(personTable.id, feedbackApiKey.createdByPersonId))
			.orderBy(desc(feedbackApiKey.id))
	);
}

/** Returns the key; nobody can read it again. */
export async function make(ctx: Ctx, given: string): Promise<string> {
	refuseIfAny(refusals(ctx.actor, 'settings'));
	const name = given
		.toWellFormed()
		.normalize('NFC')
		.replaceAll(/[\p{Cc}\s]+/gu, ' ')
		.trim();
	if (name.length < 3 || name.length > 120)
		throw new Refusal({
			code: 'feedback.key_name',
			field: 'name',
			message: 'Hãy ghi tên ứng dụng, đơn vị dùng khóa (từ 3 đến 120 ký tự), ví dụ: Tổng đài 1022.'
		});
	const key = `mb_${randomBytes(24).toString('base64url')}`;
	await transact(ctx, async (tx) => {
		const [row] = await tx
			.insert(feedbackApiKey)
			.values({
				name,
				keyHash: keyHash(key),
				createdAt: ctx.now,
				createdByPersonId: person(ctx).personId
			})
			.returning({ id: feedbackApiKey.id });
		await record(tx, ctx, {
			act: 'feedback_key.made',
			subject: { kind: 'feedback_key', id: row!.id },
			after: { name }
		});
	});
	return key;
}

/** From now on nothing is taken with it; what came before stays. */
export async function revoke(ctx: Ctx, id: number): Promise<void> {
	refuseIfAny(refusals(ctx.actor, 'settings'));
	await transact(ctx, async (tx) => {
		const [row] = await tx
			.update(feedbackApiKey)
			.set({ revokedAt: ctx.now })
			.where(and(eq(feedbackApiKey.id, id), isNull(feedbackApiKey.revokedAt)))
			.returning({ name: feedbackApiKey.name });
		if (!row) throw notFound('khóa đang dùng này');
		await record(tx, ctx, {
			act: 'feedback_key.revoked',
			subject: { kind: 'feedback_key', id },
			after: { name: row.name }
		});
	});
}

/** The key's number, when it may be used in this ward. */
export async function holderOf(ctx: Ctx, key: string): Promise<number | undefined> {
	if (key === '' || key.length > 200) return undefined;
	const [row] = await read(ctx, (tx) =>
		tx
			.select({ id: feedbackApiKey.id })
			.from(feedbackApiKey)
			.where(and(eq(feedbackApiKey.keyHash, keyHash(key)), isNull(feedbackApiKey.revokedAt)))
	);
	return row?.id;
}
