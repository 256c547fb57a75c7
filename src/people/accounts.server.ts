/** Account (tài khoản): what a person signs in with. The tables are better-auth's; the person's row points to it. */
import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { and, eq } from 'drizzle-orm';
import type { Scope } from '#platform/context.ts';
import { now } from '#platform/now.server.ts';
import { transact, type Database, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound } from '#platform/refusal.ts';
import { account, insideAuth, session, twoFactor, user } from './auth-schema.server.ts';
import { person, violations } from './schema.server.ts';
import { normaliseSignInName } from './sign-in-name.ts';

/** Gives a person this name and password (trial people, tests): no rules asked, nothing to be changed at first. */
export async function give(
	db: Database,
	given: { wardId: number; personId: number; signInName: string; password: string }
): Promise<void> {
	const ctx: Scope = {
		wardId: given.wardId,
		actor: { kind: 'robot', name: 'cap-tai-khoan' },
		now: now(),
		db
	};
	const hash = await hashPassword(given.password);
	await transact(
		ctx,
		async (tx) => {
			await open(tx, ctx, { ...given, hash, temporaryUntil: null });
			await record(tx, ctx, { act: 'account.given', subject: { kind: 'person', id: given.personId } });
		},
		violations
	);
}

/** Makes the account or sets its password anew; whoever was signed in with the old one is out. */
export async function open(
	tx: Transaction,
	ctx: Pick<Scope, 'wardId' | 'now'>,
	given: { personId: number; signInName: string; hash: string; temporaryUntil: Date | null }
): Promise<void> {
	const username = normaliseSignInName(given.signInName);
	const [owner] = await tx.select().from(person).where(eq(person.id, given.personId)).for('update');
	if (!owner) throw notFound('người này');
	const userId = owner.userId ?? randomUUID();
	const { now: at } = ctx;
	// First the person's row: its constraint knows how to say that the name is taken.
	await tx.update(person).set({ userId, signInName: username }).where(eq(person.id, given.personId));
	await insideAuth(tx, async () => {
		const kept = {
			name: owner.name,
			email: username,
			username,
			displayUsername: username,
			temporaryUntil: given.temporaryUntil,
			updatedAt: at
		};
		await tx
			.insert(user)
			.values({ id: userId, wardId: ctx.wardId, createdAt: at, ...kept })
			.onConflictDoUpdate({ target: user.id, set: kept });
		await tx
			.insert(account)
			.values({
				id: randomUUID(),
				accountId: userId,
				providerId: 'credential',
				userId,
				password: given.hash,
				createdAt: at,
				updatedAt: at
			})
			.onConflictDoUpdate({
				target: [account.userId, account.providerId],
				set: { password: given.hash, updatedAt: at }
			});
		await tx.delete(session).where(eq(session.userId, userId));
	});
}

/** Ends the account for good: no credential, no second factor, no session. Its name stays taken, for the records' sake. */
export async function close(tx: Transaction, userId: string): Promise<void> {
	await insideAuth(tx, async () => {
		await tx.delete(account).where(and(eq(account.userId, userId), eq(account.providerId, 'credential')));
		await tx.delete(twoFactor).where(eq(twoFactor.userId, userId));
		await tx.update(user).set({ twoFactorEnabled: false }).where(eq(user.id, userId));
		await tx.delete(session).where(eq(session.userId, userId));
	});
}
