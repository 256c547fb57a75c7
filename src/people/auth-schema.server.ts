/** The tables of signing in, see migrations/0004-sign-in.sql. Names on the left are better-auth's. */
import { sql } from 'drizzle-orm';
import { boolean, integer, pgSchema, text } from 'drizzle-orm/pg-core';
import type { Transaction } from '#platform/db.server.ts';
import { id, moment, ref } from '#platform/schema.server.ts';

const auth = pgSchema('auth');

export const user = auth.table('user', {
	id: text().primaryKey(),
	name: text().notNull(),
	email: text().notNull(),
	emailVerified: boolean('email_verified').notNull().default(false),
	image: text(),
	createdAt: moment('created_at').notNull().defaultNow(),
	updatedAt: moment('updated_at').notNull().defaultNow(),
	username: text().notNull(),
	displayUsername: text('display_username'),
	twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
	wardId: ref('ward_id').notNull(),
	temporaryUntil: moment('temporary_until')
});

export const session = auth.table('session', {
	id: text().primaryKey(),
	token: text().notNull(),
	userId: text('user_id').notNull(),
	expiresAt: moment('expires_at').notNull(),
	createdAt: moment('created_at').notNull().defaultNow(),
	updatedAt: moment('updated_at').notNull().defaultNow(),
	ipAddress: text('ip_address'),
	userAgent: text('user_agent'),
	positionId: ref('position_id')
});

export const account = auth.table('account', {
	id: text().primaryKey(),
	accountId: text('account_id').notNull(),
	providerId: text('provider_id').notNull(),
	userId: text('user_id').notNull(),
	accessToken: text('access_token'),
	refreshToken: text('refresh_token'),
	idToken: text('id_token'),
	accessTokenExpiresAt: moment('access_token_expires_at'),
	refreshTokenExpiresAt: moment('refresh_token_expires_at'),
	scope: text(),
	password: text(),
	createdAt: moment('created_at').notNull().defaultNow(),
	updatedAt: moment('updated_at').notNull().defaultNow()
});

export const verification = auth.table('verification', {
	id: text().primaryKey(),
	identifier: text().notNull(),
	value: text().notNull(),
	expiresAt: moment('expires_at').notNull(),
	createdAt: moment('created_at').notNull().defaultNow(),
	updatedAt: moment('updated_at').notNull().defaultNow()
});

export const twoFactor = auth.table('two_factor', {
	id: text().primaryKey(),
	secret: text().notNull(),
	backupCodes: text('backup_codes').notNull(),
	userId: text('user_id').notNull(),
	verified: boolean().notNull().default(true),
	failedVerificationCount: integer('failed_verification_count').notNull().default(0),
	lockedUntil: moment('locked_until')
});

export const signInAttempt = auth.table('sign_in_attempt', {
	id: id(),
	at: moment('at').notNull(),
	nameHash: text('name_hash').notNull(),
	address: text().notNull()
});

/**
 * Steps, inside a ward's transaction, back to the role that owns the tables of signing in, and down again. So an
 * account, its person and the line in the journal appear together or not at all. (When `work` fails, all of it rolls back.)
 */
export async function insideAuth<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
	await tx.execute(sql`set local role none`);
	const result = await work();
	await tx.execute(sql`set local role minhbach_app`);
	return result;
}
