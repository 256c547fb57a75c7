/** Person (cán bộ, công chức, người tham gia): who they are, what they hold, whether they may sign in. */
import { hashPassword } from 'better-auth/crypto';
import { and, asc, eq, sql } from 'drizzle-orm';
import { dayOf } from '#platform/clock.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import * as accounts from './accounts.server.ts';
import { person as self, type Ctx } from './actor.ts';
import { insideAuth, session, twoFactor, user } from './auth-schema.server.ts';
import { oneTimePassword } from './one-time.server.ts';
import * as policy from './policy.ts';
import type { PersonGiven } from './person-form.ts';
import { isOnlyAdministrator, type Position } from './positions.server.ts';
import { person, position, unit, violations } from './schema.server.ts';
import { isSignInName, normaliseSignInName } from './sign-in-name.ts';
import { forgiveName } from './throttle.server.ts';
import { staleVersion } from './stale.ts';

/** A handed-out password is good for a week, and is changed at the first signing in. */
const temporaryDays = 7;

export type Person = Omit<typeof person.$inferSelect, 'wardId' | 'userId'> & {
	positions: Position[];
	account: { secondFactor: boolean; temporaryUntil: Date | null; lastSeen: Date | null } | null;
	onlyAdministrator: boolean;
};

/** Everybody of the ward with what they hold and held; for administrators. */
export async function list(ctx: Ctx): Promise<Person[]> {
	refuseIfAny(policy.refusals(ctx.actor, 'manage_people'));
	return read(ctx, (tx) => load(tx, ctx));
}

export async function byId(ctx: Ctx, id: number): Promise<Person> {
	refuseIfAny(policy.refusals(ctx.actor, 'manage_people'));
	const [found] = await read(ctx, (tx) => load(tx, ctx, id));
	if (!found) throw notFound('người này');
	return found;
}

async function load(tx: Transaction, ctx: Ctx, id?: number): Promise<Person[]> {
	const persons = await tx
		.select()
		.from(person)
		.where(id ? eq(person.id, id) : undefined)
		.orderBy(
			sql`${person.leftAt} is not null`,
			sql`reverse(split_part(reverse(${person.name}), ' ', 1)) collate "vi-x-icu"`,
			asc(person.name)
		);
	const held = await tx
		.select({
			id: position.id,
			personId: position.personId,
			title: position.title,
			role: position.role,
			unitId: unit.id,
			unitName: unit.name,
			validFrom: position.validFrom,
			validTo: position.validTo,
			lockVersion: position.lockVersion
		})
		.from(position)
		.innerJoin(unit, eq(unit.id, position.unitId))
		.where(id ? eq(position.personId, id) : undefined)
		.orderBy(asc(position.validFrom), asc(position.id));
	const known = await insideAuth(tx, () =>
		tx
			.select({
				id: user.id,
				secondFactor: user.twoFactorEnabled,
				temporaryUntil: user.temporaryUntil,
				lastSeen: sql<string | null>`max(${session.updatedAt})`
			})
			.from(user)
			.leftJoin(session, eq(session.userId, user.id))
			.where(eq(user.wardId, ctx.wardId))
			.groupBy(user.id)
	);
	const day = dayOf(ctx.now);
	return Promise.all(
		persons.map(async ({ userId, wardId: _ward, ...row }) => {
			const account = known.find((one) => one.id === userId && row.leftAt === null);
			return {
				...row,
				positions: held.filter(({ personId }) => personId === row.id),
				account: account
					? {
							secondFactor: account.secondFactor,
							temporaryUntil: account.temporaryUntil,
							lastSeen: account.lastSeen ? new Date(account.lastSeen) : null
						}
					: null,
				onlyAdministrator: id ? await isOnlyAdministrator(tx, row.id, day) : false
			};
		})
	);
}

export async function add(ctx: Ctx, given: PersonGiven): Promise<number> {
	refuseIfAny(policy.refusals(ctx.actor, 'manage_people'));
	return transact(
		ctx,
		async (tx) => {
			const [row] = await tx
				.insert(person)
				.values({ ...given, createdAt: ctx.now })
				.returning({ id: person.id });
			await record(tx, ctx, { act: 'person.added', subject: { kind: 'person', id: row!.id }, after: given });
			return row!.id;
		},
		violations
	);
}

export async function edit(ctx: Ctx, id: number, lockVersion: number, given: PersonGiven): Promise<void> {
	refuseIfAny(policy.refusals(ctx.actor, 'manage_people'));
	await transact(
		ctx,
		async (tx) => {
			const before = await locked(tx, id);
			if (before.lockVersion !== lockVersion) throw staleVersion();
			await tx
				.update(person)
				.set({ ...given, lockVersion: lockVersion + 1 })
				.where(eq(person.id, id));
			const { name, email, phone } = before;
			await record(tx, ctx, {
				act: 'person.edited',
				subject: { kind: 'person', id },
				before: { name, email, phone },
				after: given
			});
		},
		violations
	);
}

/** Gives an account, or a new password to one who lost theirs. The password is shown once and nowhere kept. */
export async function handOutPassword(
	ctx: Ctx,
	id: number,
	wantedName?: string
): Promise<{ signInName: string; password: string }> {
	const password = oneTimePassword();
	const hash = await hashPassword(password);
	return transact(
		ctx,
		async (tx) => {
			refuseIfAny(policy.refusals(ctx.actor, 'manage_people'));
			const owner = await locked(tx, id);
			refuseIfAny(policy.accountRefusals(ctx.actor, { personId: id, left: owner.leftAt !== null }));
			// A name once given stays: it stands in the journal, and people know each other by it.
			const signInName = owner.signInName ?? normaliseSignInName(wantedName ?? '');
			if (!isSignInName(signInName)) {
				throw new Refusal({
					code: 'person.sign_in_name',
					field: 'signInName',
					message:
						'Tên đăng nhập chỉ gồm chữ thường không dấu, chữ số, dấu gạch ngang hoặc dấu chấm, ví dụ van-hoa hoặc nguyen-thi-lan.'
				});
			}
			const temporaryUntil = new Date(ctx.now.getTime() + temporaryDays * 86_400_000);
			await accounts.open(tx, ctx, { personId: id, signInName, hash, temporaryUntil });
			await insideAuth(tx, () => forgiveName(tx, signInName));
			await record(tx, ctx, {
				act: owner.userId ? 'account.password_reset' : 'account.created',
				subject: { kind: 'person', id },
				after: { signInName }
			});
			return { signInName, password };
		},
		violations
	);
}

/** Takes the second factor off somebody who lost the phone and the backup codes; they set up a new one. */
export async function dropSecondFactor(ctx: Ctx, id: number, reason: string): Promise<void> {
	const note = reason.normalize('NFC').trim();
	await transact(ctx, async (tx) => {
		refuseIfAny(policy.refusals(ctx.actor, 'manage_people'));
		const owner = await locked(tx, id);
		if (note.length < 5) {
			throw new Refusal({
				code: 'person.reason',
				field: 'reason',
				message: 'Hãy ghi rõ lý do (từ 5 ký tự), ví dụ: mất điện thoại, đã xác minh trực tiếp.'
			});
		}
		if (!owner.userId) throw notFound('tài khoản của người này');
		const { userId } = owner;
		await insideAuth(tx, async () => {
			await tx.delete(twoFactor).where(eq(twoFactor.userId, userId));
			await tx.update(user).set({ twoFactorEnabled: false }).where(eq(user.id, userId));
			await tx.delete(session).where(eq(session.userId, userId));
		});
		await record(tx, ctx, { act: 'account.second_factor_dropped', subject: { kind: 'person', id }, note });
	});
}

/** Leaves the ward's service: positions end today, the account closes, every device is out at once. The records stay. */
export async function leave(ctx: Ctx, id: number, reason: string): Promise<void> {
	const day = dayOf(ctx.now);
	await transact(ctx, async (tx) => {
		refuseIfAny(policy.refusals(ctx.actor, 'manage_people'));
		const leaving = await locked(tx, id);
		refuseIfAny(
			policy.leavingRefusals(ctx.actor, {
				personId: id,
				left: leaving.leftAt !== null,
				onlyAdministrator: await isOnlyAdministrator(tx, id, day)
			})
		);
		await tx
			.update(person)
			.set({ leftAt: ctx.now, leftByPersonId: self(ctx).personId })
			.where(eq(person.id, id));
		// What had not begun yet never will; it ends on the day it would have begun.
		await tx
			.update(position)
			.set({ validTo: sql`greatest(${position.validFrom}, ${day}::date)` })
			.where(
				and(
					eq(position.personId, id),
					sql`(${position.validTo} is null or ${position.validTo} > ${day}::date)`
				)
			);
		if (leaving.userId) await accounts.close(tx, leaving.userId);
		await record(tx, ctx, {
			act: 'person.left',
			subject: { kind: 'person', id },
			note: reason.normalize('NFC').trim() || undefined
		});
	});
}

async function locked(tx: Transaction, id: number): Promise<typeof person.$inferSelect> {
	const [found] = await tx.select().from(person).where(eq(person.id, id)).for('update');
	if (!found) throw notFound('người này');
	return found;
}
