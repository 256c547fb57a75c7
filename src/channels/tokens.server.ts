/**
 * Signing in at a channel and keeping its tokens alive. Zalo's refresh token works once: it is used under a lock on the
 * account, and the new pair is stored before anything uses it; the pair before is kept until the new one has worked.
 */
import { createHash, randomBytes } from 'node:crypto';
import { and, eq, lt, sql } from 'drizzle-orm';
import { person, type Ctx } from '#people/actor.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import { seal, unseal } from '#platform/seal.server.ts';
import { settings as program } from '#platform/settings.ts';
import { isSignedInTo, type Secrets } from './account.ts';
import { endingWithin, openSecrets, sealSecrets, setState, type AccountRow } from './accounts.server.ts';
import { call, json, NoReply, type Reply } from './outgoing.server.ts';
import { refusals } from './policy.ts';
import { channelAccount, channelSignIn } from './schema.server.ts';

/** Minutes between leaving for the channel and coming back. */
const SIGN_IN_MINUTES = 30;
/** A token is renewed when it ends within so many hours: Zalo's live about 25. */
const AHEAD_HOURS = 6;

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Begins a sign-in; returns where the browser has to go. */
export async function begin(ctx: Ctx, accountId: number, callback: string): Promise<string> {
	refuseIfAny(refusals(ctx.actor, 'run_accounts'));
	const { personId } = person(ctx);
	// 43 characters, as Zalo asks for.
	const verifier = randomBytes(32).toString('base64url');
	const state = randomBytes(24).toString('base64url');
	return transact(ctx, async (tx) => {
		const row = await locked(tx, accountId);
		if (!isSignedInTo(row.kind)) throw notFound('cách đăng nhập của tài khoản này');
		await tx
			.delete(channelSignIn)
			.where(lt(channelSignIn.begunAt, new Date(ctx.now.getTime() - SIGN_IN_MINUTES * 60_000)));
		await tx.insert(channelSignIn).values({
			accountId,
			stateHash: hash(state),
			verifier: seal('channel sign-in', `${row.wardId}/${accountId}`, verifier),
			personId,
			begunAt: ctx.now
		});
		const { ZALO_SIGN_IN_URL, FACEBOOK_SIGN_IN_URL, FACEBOOK_VERSION } = program();
		const url =
			row.kind === 'zalo'
				? new URL('/v4/oa/permission', ZALO_SIGN_IN_URL)
				: new URL(`/${FACEBOOK_VERSION}/dialog/oauth`, FACEBOOK_SIGN_IN_URL);
		const asked: Record<string, string> =
			row.kind === 'zalo'
				? {
						app_id: row.settings.appId ?? '',
						redirect_uri: callback,
						code_challenge: createHash('sha256').update(verifier).digest('base64url'),
						state
					}
				: {
						client_id: row.settings.appId ?? '',
						redirect_uri: callback,
						state,
						scope:
							'pages_show_list,pages_read_engagement,pages_manage_posts,pages_read_user_content,read_insights'
					};
		for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
		return url.href;
	});
}

/** The browser is back with a code: exchanged for tokens, once. Returns the account it was for. */
export async function complete(
	ctx: Ctx,
	given: { code: string; state: string },
	callback: string
): Promise<number> {
	refuseIfAny(refusals(ctx.actor, 'run_accounts'));
	const { personId } = person(ctx);
	const begun = await transact(ctx, async (tx) => {
		const [one] = await tx
			.delete(channelSignIn)
			.where(and(eq(channelSignIn.stateHash, hash(given.state)), eq(channelSignIn.personId, personId)))
			.returning();
		return one;
	});
	if (!begun || ctx.now.getTime() - begun.begunAt.getTime() > SIGN_IN_MINUTES * 60_000)
		throw new Refusal({
			code: 'channel_account.sign_in_over',
			status: 409,
			message:
				'Lần đăng nhập này đã hết hạn hoặc đã dùng rồi. Hãy mở lại trang tài khoản và bấm “Đăng nhập kênh”.'
		});
	const { accountId } = begun;
	await transact(ctx, async (tx) => {
		const row = await locked(tx, accountId);
		const before = openSecrets(row);
		const verifier = unseal('channel sign-in', `${row.wardId}/${accountId}`, begun.verifier);
		const got =
			row.kind === 'zalo'
				? await zaloTokens(row, before, {
						grant_type: 'authorization_code',
						code: given.code,
						code_verifier: verifier
					})
				: await facebookPageToken(row, before, given.code, callback);
		await keepTokens(tx, ctx, row, { ...before, ...got.secrets }, got.seconds);
		await setState(tx, ctx, row, 'working', null, 'channel_account.signed_in');
	});
	return accountId;
}

/** Renews every token that ends soon. A duty of the worker. */
export async function refreshDue(ctx: Ctx): Promise<number> {
	const due = await read(ctx, (tx) => endingWithin(tx, ctx, AHEAD_HOURS));
	let renewed = 0;
	for (const id of due) if (await refresh(ctx, id)) renewed++;
	return renewed;
}

/**
 * Renews one account's token; false when the channel refused and somebody has to sign in, or could not be asked.
 * `unless`: the token that was found wanting; when another has taken its place meanwhile there is nothing to do.
 */
export async function refresh(ctx: Ctx, accountId: number, unless?: string): Promise<boolean> {
	return transact(ctx, async (tx) => {
		const row = await locked(tx, accountId);
		const secrets = openSecrets(row);
		if (unless !== undefined && secrets.accessToken !== unless) return true;
		const fresh = row.tokenEndsAt && row.tokenEndsAt.getTime() - ctx.now.getTime() > AHEAD_HOURS * 3_600_000;
		if (unless === undefined && fresh) return true;
		if (row.kind !== 'zalo' || !secrets.refreshToken) {
			await setState(tx, ctx, row, 'sign_in', 'Mã truy cập của tài khoản hết hạn. Hãy đăng nhập lại kênh.');
			return false;
		}
		try {
			const got = await zaloTokens(row, secrets, {
				grant_type: 'refresh_token',
				refresh_token: secrets.refreshToken
			});
			await keepTokens(tx, ctx, row, { ...secrets, ...got.secrets }, got.seconds);
			if (row.state === 'sign_in') await setState(tx, ctx, row, 'working', null, 'channel_account.refreshed');
			else
				await record(tx, ctx, {
					act: 'channel_account.refreshed',
					subject: { kind: 'channel_account', id: row.id }
				});
			return true;
		} catch (error) {
			if (error instanceof NoReply) {
				// Not asked, or asked without an answer: the same token is tried again, at the latest when it has ended.
				return false;
			}
			if (!(error instanceof Refusal)) throw error;
			await setState(tx, ctx, row, 'sign_in', error.message);
			return false;
		}
	});
}

async function locked(tx: Transaction, id: number): Promise<AccountRow> {
	const [row] = await tx.select().from(channelAccount).where(eq(channelAccount.id, id)).for('update');
	if (!row || row.retiredAt) throw notFound('tài khoản này');
	return row;
}

/** In the transaction that asked for them; its commit is the first thing that happens with the new pair. */
async function keepTokens(
	tx: Transaction,
	ctx: Ctx,
	row: AccountRow,
	secrets: Secrets,
	seconds: number | null
): Promise<void> {
	await tx
		.update(channelAccount)
		.set({
			secrets: sealSecrets(row, secrets),
			secretsBefore: row.secrets,
			refreshedAt: ctx.now,
			tokenEndsAt: seconds === null ? null : new Date(ctx.now.getTime() + seconds * 1000),
			lockVersion: sql`${channelAccount.lockVersion} + 1`
		})
		.where(eq(channelAccount.id, row.id));
}

type Got = { secrets: Secrets; seconds: number | null };

const refusedSignIn = (channel: string, said: unknown): Refusal =>
	new Refusal({
		code: 'channel_account.sign_in_refused',
		status: 409,
		message: `${channel} không cấp mã truy cập${typeof said === 'string' && said ? ` (${said.slice(0, 200)})` : ''}. Hãy kiểm tra mã ứng dụng, khóa bí mật rồi đăng nhập lại.`
	});

async function zaloTokens(row: AccountRow, secrets: Secrets, form: Record<string, string>): Promise<Got> {
	const reply = await call({
		method: 'POST',
		url: new URL('/v4/oa/access_token', program().ZALO_SIGN_IN_URL),
		headers: { 'content-type': 'application/x-www-form-urlencoded', secret_key: secrets.appSecret ?? '' },
		body: new URLSearchParams({ app_id: row.settings.appId ?? '', ...form }).toString(),
		reach: 'installed'
	});
	const body = answer(reply, 'Zalo');
	const { access_token: accessToken, refresh_token: refreshToken, expires_in: seconds } = body;
	if (typeof accessToken !== 'string' || typeof refreshToken !== 'string')
		throw refusedSignIn('Zalo', body.error_description ?? body.error_name ?? body.message);
	// Zalo writes the number of seconds as a text.
	return { secrets: { accessToken, refreshToken }, seconds: Number(seconds) || 3600 };
}

/** Code, short token, long token, then the page's own, which does not end by time. */
async function facebookPageToken(
	row: AccountRow,
	secrets: Secrets,
	code: string,
	callback: string
): Promise<Got> {
	const { FACEBOOK_URL, FACEBOOK_VERSION } = program();
	const ask = async (path: string, query: Record<string, string>): Promise<Record<string, unknown>> => {
		const url = new URL(`/${FACEBOOK_VERSION}/${path}`, FACEBOOK_URL);
		for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
		return answer(await call({ method: 'GET', url, reach: 'installed' }), 'Facebook');
	};
	const app = { client_id: row.settings.appId ?? '', client_secret: secrets.appSecret ?? '' };
	const short = await ask('oauth/access_token', { ...app, redirect_uri: callback, code });
	const long = await ask('oauth/access_token', {
		...app,
		grant_type: 'fb_exchange_token',
		fb_exchange_token: String(short.access_token)
	});
	const pages = await ask('me/accounts', {
		fields: 'id,name,access_token',
		limit: '100',
		access_token: String(long.access_token)
	});
	const mine = (
		Array.isArray(pages.data) ? (pages.data as { id?: string; access_token?: string }[]) : []
	).find(({ id }) => id === row.settings.pageId);
	if (!mine?.access_token)
		throw new Refusal({
			code: 'channel_account.no_page',
			status: 409,
			message:
				'Người vừa đăng nhập không quản lý Trang Facebook có mã này. Hãy kiểm tra mã Trang, hoặc đăng nhập bằng người quản lý Trang.'
		});
	return { secrets: { accessToken: mine.access_token }, seconds: null };
}

function answer(reply: Reply, channel: string): Record<string, unknown> {
	const body = json(reply);
	if (reply.status >= 500 || typeof body !== 'object' || body === null)
		throw new NoReply(`${channel} đang trục trặc. Hãy thử lại sau ít phút.`, true);
	const { error } = body as { error?: { message?: unknown } | number };
	if (error && typeof error === 'object') throw refusedSignIn(channel, error.message);
	if (reply.status >= 400) throw refusedSignIn(channel, (body as { message?: unknown }).message);
	return body as Record<string, unknown>;
}
