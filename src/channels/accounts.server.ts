/** Accounts (tài khoản trên kênh): their secrets are sealed, shown to nobody, and opened only to be used. */
import { and, asc, eq, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import { seal, unseal } from '#platform/seal.server.ts';
import { checkAccount, type GivenAccount } from './account-form.ts';
import type { AccountState, Secrets } from './account.ts';
import type { Health } from './client.ts';
import { clientOf } from './clients.server.ts';
import { forms, type Outlet, outlets } from './forms.ts';
import { refusals } from './policy.ts';
import { channelAccount, violations } from './schema.server.ts';

export type AccountRow = typeof channelAccount.$inferSelect;
/** What people may see of an account: everything but its secrets, of which only the names that are there. */
export type Account = Omit<AccountRow, 'secrets' | 'secretsBefore'> & { has: (keyof Secrets)[] };

const PURPOSE = 'channel account';
const contextOf = (wardId: number, id: number): string => `${wardId}/${id}`;

export const sealSecrets = (row: { wardId: number; id: number }, secrets: Secrets): string =>
	seal(PURPOSE, contextOf(row.wardId, row.id), JSON.stringify(secrets));

export function openSecrets(row: Pick<AccountRow, 'wardId' | 'id' | 'secrets'>): Secrets {
	return row.secrets
		? (JSON.parse(unseal(PURPOSE, contextOf(row.wardId, row.id), row.secrets)) as Secrets)
		: {};
}

function shown(row: AccountRow): Account {
	const { secrets: _secrets, secretsBefore: _before, ...rest } = row;
	const opened = openSecrets(row);
	return { ...rest, has: (Object.keys(opened) as (keyof Secrets)[]).filter((name) => opened[name]) };
}

export async function list(ctx: Ctx): Promise<Account[]> {
	refuseIfAny(refusals(ctx.actor, 'look_at_accounts'));
	return read(ctx, async (tx) => {
		const rows = await tx
			.select()
			.from(channelAccount)
			.where(isNull(channelAccount.retiredAt))
			.orderBy(asc(channelAccount.id));
		return rows.map(shown);
	});
}

export async function get(ctx: Ctx, id: number): Promise<Account> {
	refuseIfAny(refusals(ctx.actor, 'look_at_accounts'));
	return read(ctx, async (tx) => shown(await rowOf(tx, id)));
}

async function rowOf(tx: Transaction, id: number, lock = false): Promise<AccountRow> {
	const query = tx
		.select()
		.from(channelAccount)
		.where(and(eq(channelAccount.id, id), isNull(channelAccount.retiredAt)));
	const [row] = await (lock ? query.for('update') : query);
	if (!row) throw notFound('tài khoản này');
	return row;
}

/** Adds an account. Of kinds somebody signs in to it begins switched off, until that was done. */
export async function add(ctx: Ctx, kind: Outlet, given: GivenAccount): Promise<number> {
	refuseIfAny(refusals(ctx.actor, 'run_accounts'));
	const { name, address, settings, secrets } = checkAccount(kind, given);
	return transact(
		ctx,
		async (tx) => {
			const [row] = await tx
				.insert(channelAccount)
				.values({
					kind,
					name,
					address,
					settings,
					state: forms[kind].byHand || kind === 'screen' ? 'working' : 'off',
					addedAt: ctx.now,
					addedByPersonId: ctx.actor.kind === 'person' ? ctx.actor.personId : null
				})
				.returning();
			if (Object.keys(secrets).length > 0)
				await tx
					.update(channelAccount)
					.set({ secrets: sealSecrets(row!, secrets) })
					.where(eq(channelAccount.id, row!.id));
			await record(tx, ctx, {
				act: 'channel_account.added',
				subject: { kind: 'channel_account', id: row!.id },
				after: { kind, name, address, settings, secrets: Object.keys(secrets) }
			});
			return row!.id;
		},
		violations
	);
}

/** Changes an account. A secret that is left empty stays as it is. */
export async function change(ctx: Ctx, id: number, given: GivenAccount, lockVersion: number): Promise<void> {
	refuseIfAny(refusals(ctx.actor, 'run_accounts'));
	await transact(
		ctx,
		async (tx) => {
			const row = await rowOf(tx, id, true);
			sameVersion(row, lockVersion);
			const checked = checkAccount(row.kind, given);
			const secrets = { ...openSecrets(row), ...checked.secrets };
			await tx
				.update(channelAccount)
				.set({
					name: checked.name,
					address: checked.address,
					settings: checked.settings,
					...(Object.keys(secrets).length > 0 ? { secrets: sealSecrets(row, secrets) } : {}),
					lockVersion: sql`${channelAccount.lockVersion} + 1`
				})
				.where(eq(channelAccount.id, id));
			await record(tx, ctx, {
				act: 'channel_account.changed',
				subject: { kind: 'channel_account', id },
				before: { name: row.name, address: row.address, settings: row.settings },
				after: {
					name: checked.name,
					address: checked.address,
					settings: checked.settings,
					secrets: Object.keys(checked.secrets)
				}
			});
		},
		violations
	);
}

function sameVersion(row: AccountRow, lockVersion: number): void {
	if (row.lockVersion !== lockVersion)
		throw new Refusal({
			code: 'channel_account.changed_meanwhile',
			status: 409,
			message: 'Người khác vừa sửa tài khoản này. Hãy tải lại trang, xem bản mới rồi sửa lại.'
		});
}

export async function switchOff(ctx: Ctx, id: number): Promise<void> {
	refuseIfAny(refusals(ctx.actor, 'run_accounts'));
	await transact(ctx, async (tx) => {
		const row = await rowOf(tx, id, true);
		if (row.state === 'off') return;
		await setState(tx, ctx, row, 'off', null, 'channel_account.switched_off');
	});
}

/** Takes the account out of use for good; its deliveries stay to be read, its secrets go. */
export async function retire(ctx: Ctx, id: number): Promise<void> {
	refuseIfAny(refusals(ctx.actor, 'run_accounts'));
	await transact(ctx, async (tx) => {
		const row = await rowOf(tx, id, true);
		await tx
			.update(channelAccount)
			.set({
				retiredAt: ctx.now,
				state: 'off',
				secrets: null,
				secretsBefore: null,
				// The name is free for the next one.
				name: `${row.name.slice(0, 100)} (${row.id})`,
				lockVersion: sql`${channelAccount.lockVersion} + 1`
			})
			.where(eq(channelAccount.id, id));
		await record(tx, ctx, {
			act: 'channel_account.retired',
			subject: { kind: 'channel_account', id },
			before: { name: row.name }
		});
	});
}

/** Asks the channel whether the account is all right; one that is goes into use. */
export async function test(ctx: Ctx, id: number): Promise<Health> {
	refuseIfAny(refusals(ctx.actor, 'run_accounts'));
	const row = await read(ctx, (tx) => rowOf(tx, id));
	const client = clientOf(row.kind, { settings: row.settings, secrets: openSecrets(row) });
	const health: Health = client ? await client.test() : { ok: true, words: 'Kênh này không cần kết nối.' };
	await transact(ctx, async (tx) => {
		const now = await rowOf(tx, id, true);
		if (health.ok) await setState(tx, ctx, now, 'working', null, 'channel_account.tested');
		else await setState(tx, ctx, now, health.state ?? now.state, health.words, 'channel_account.tested');
	});
	return health;
}

/** Writes how an account is. Nothing is journalled when nothing changed, so that a broken account is told of once. */
export async function setState(
	tx: Transaction,
	ctx: Ctx,
	row: AccountRow,
	state: AccountState,
	trouble: string | null,
	act = 'channel_account.troubled'
): Promise<void> {
	const same = row.state === state && row.trouble === trouble;
	await tx
		.update(channelAccount)
		.set({
			state,
			trouble,
			...(state === 'working' ? { workedAt: ctx.now, pausedUntil: null } : {}),
			...(same ? {} : { lockVersion: sql`${channelAccount.lockVersion} + 1` })
		})
		.where(eq(channelAccount.id, row.id));
	if (same && act === 'channel_account.troubled') return;
	await record(tx, ctx, {
		act,
		subject: { kind: 'channel_account', id: row.id },
		before: { state: row.state },
		after: { state, name: row.name },
		note: trouble ?? undefined
	});
}

/** The account things by hand of this kind are counted under; made when it is first needed. */
export async function ofHand(tx: Transaction, ctx: Ctx, kind: Outlet): Promise<number> {
	const [there] = await tx
		.select({ id: channelAccount.id })
		.from(channelAccount)
		.where(and(eq(channelAccount.kind, kind), isNull(channelAccount.retiredAt)))
		.orderBy(asc(channelAccount.id))
		.limit(1);
	if (there) return there.id;
	const [made] = await tx
		.insert(channelAccount)
		.values({ kind, name: outlets[kind], state: 'working', addedAt: ctx.now })
		.onConflictDoNothing()
		.returning({ id: channelAccount.id });
	if (made) return made.id;
	return ofHand(tx, ctx, kind);
}

/** What deliveries can go to now, for choosing: no secret, no setting. */
export async function choices(
	tx: Transaction
): Promise<Pick<AccountRow, 'id' | 'kind' | 'name' | 'state' | 'trouble' | 'pausedUntil'>[]> {
	return tx
		.select({
			id: channelAccount.id,
			kind: channelAccount.kind,
			name: channelAccount.name,
			state: channelAccount.state,
			trouble: channelAccount.trouble,
			pausedUntil: channelAccount.pausedUntil
		})
		.from(channelAccount)
		.where(isNull(channelAccount.retiredAt))
		.orderBy(asc(channelAccount.kind), asc(channelAccount.id));
}

/** What the ward announces as its own (NĐ 224/2026 Đ10 k3): accounts residents can go to, for everybody to see. */
export async function announced(
	tx: Transaction
): Promise<{ kind: Outlet; name: string; address: string; since: Date }[]> {
	const rows = await tx
		.select({
			kind: channelAccount.kind,
			name: channelAccount.name,
			address: channelAccount.address,
			since: channelAccount.addedAt
		})
		.from(channelAccount)
		.where(and(isNull(channelAccount.retiredAt), isNotNull(channelAccount.address)))
		.orderBy(asc(channelAccount.kind), asc(channelAccount.id));
	return rows.map((row) => ({ ...row, address: row.address! }));
}

/** Accounts whose token ends within `hours`. */
export async function endingWithin(tx: Transaction, ctx: Ctx, hours: number): Promise<number[]> {
	const rows = await tx
		.select({ id: channelAccount.id })
		.from(channelAccount)
		.where(
			and(
				isNull(channelAccount.retiredAt),
				inArray(channelAccount.state, ['working', 'sign_in']),
				lte(channelAccount.tokenEndsAt, new Date(ctx.now.getTime() + hours * 3_600_000))
			)
		);
	return rows.map(({ id }) => id);
}
