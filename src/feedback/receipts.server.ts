/**
 * Receipt (biên nhận): a code, and a secret word that is derived from the sending itself. It is kept nowhere, so that
 * the same sending shows the same word again, and a copy of the database opens no case.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { read } from '#platform/db.server.ts';
import { Refusal } from '#platform/refusal.ts';
import { keyFor } from '#platform/secret.server.ts';
import type { CaseRow } from './facts.server.ts';
import { feedbackCase } from './schema.server.ts';
import { foldCode, foldSecret, secretWordFrom } from './secret-word.ts';

/** A keyed hash of parts that cannot run into one another. */
export function hashOf(purpose: string, parts: string[]): string {
	const mac = createHmac('sha256', keyFor(purpose));
	for (const part of parts) mac.update(createHash('sha256').update(part).digest());
	return mac.digest('base64url');
}

export const secretOf = (wardId: number, submissionKey: string): string =>
	secretWordFrom(
		createHmac('sha256', keyFor('feedback secret word')).update(`${wardId} ${submissionKey}`).digest()
	);

export const secretHashOf = (code: string, secret: string): string =>
	hashOf('feedback secret hash', [code, foldSecret(secret)]);

/** The case of a receipt. Code and secret word are refused with the same words, so that neither can be tried out alone. */
export async function byReceipt(ctx: Ctx, code: string, secret: string): Promise<CaseRow> {
	const folded = foldCode(code);
	const row =
		folded === null
			? undefined
			: await read(
					ctx,
					async (tx) => (await tx.select().from(feedbackCase).where(eq(feedbackCase.code, folded)))[0]
				);
	const given = Buffer.from(secretHashOf(folded ?? '', secret));
	const wanted = Buffer.from(row?.secretHash ?? secretHashOf('', 'không có'));
	if (!timingSafeEqual(given, wanted) || !row) {
		throw new Refusal({
			code: 'feedback.no_such_receipt',
			status: 404,
			field: 'code',
			message:
				'Mã hoặc từ khóa chưa đúng. Xin xem lại giấy hẹn, hoặc gọi đường dây nóng để được giúp tra cứu.'
		});
	}
	return row;
}
