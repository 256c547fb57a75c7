/** Signing in (đăng nhập) and out: name and password, then the second factor where it is on. */
import { APIError } from 'better-auth/api';
import { eq } from 'drizzle-orm';
import type { Database } from '#platform/db.server.ts';
import { transact } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { Refusal } from '#platform/refusal.ts';
import { actorOf } from './acting.server.ts';
import { session, user } from './auth-schema.server.ts';
import { authOf, cookiesOf, type Cookie } from './auth.server.ts';
import { asBackupCode } from './one-time.server.ts';
import { normaliseSignInName } from './sign-in-name.ts';
import * as throttle from './throttle.server.ts';

/** Where somebody signs in: `onlyWard` is set on a host name that belongs to one ward. */
export type Door = {
	db: Database;
	now: Date;
	onlyWard: number | undefined;
	headers: Headers;
	address: string;
};
export type Step = { step: 'in' | 'second_factor'; cookies: Cookie[] };

/** Wrong name and wrong password are answered alike, in the same time. */
const wrong = {
	code: 'sign_in.wrong',
	status: 401,
	field: 'password',
	message:
		'Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra lại bộ gõ tiếng Việt, phím Caps Lock rồi nhập lại.'
};

export async function signIn(door: Door, given: { name: string; password: string }): Promise<Step> {
	const name = normaliseSignInName(given.name);
	if (!name)
		throw new Refusal({ code: 'sign_in.name_missing', field: 'name', message: 'Hãy nhập tên đăng nhập.' });
	if (!given.password)
		throw new Refusal({ code: 'sign_in.password_missing', field: 'password', message: 'Hãy nhập mật khẩu.' });
	const counted = await throttle.countAttempt(door.db, name, door.address, door.now);
	const { headers, response } = await orRefuse(
		authOf(door.db).api.signInUsername({
			body: { username: name, password: given.password },
			headers: door.headers,
			returnHeaders: true
		}),
		() => wrong
	);
	if (!response || 'twoFactorRedirect' in response) {
		// Not forgiven yet: the second step has its own count, and this one starts it.
		return { step: 'second_factor', cookies: cookiesOf(headers) };
	}
	await admit(door, response.token);
	await throttle.forgive(door.db, counted, door.now);
	return { step: 'in', cookies: cookiesOf(headers) };
}

/** The second step: a code of the authenticator app, or one of the backup codes. */
export async function confirm(door: Door, code: string): Promise<Step> {
	const plain = code.normalize('NFKC').replaceAll(/\s/g, '');
	const { api } = authOf(door.db);
	const fromApp = /^\d{6}$/.test(plain);
	const asked = {
		body: { code: fromApp ? plain : asBackupCode(plain) },
		headers: door.headers,
		returnHeaders: true as const
	};
	const { headers, response } = await orRefuse<{ headers: Headers; response: { token?: string | null } }>(
		fromApp ? api.verifyTOTP(asked) : api.verifyBackupCode(asked),
		(error) => secondFactorRefusals[String(error.body?.code)] ?? wrongCode
	);
	await admit(door, response.token ?? '');
	return { step: 'in', cookies: cookiesOf(headers) };
}

export async function signOut(db: Database, headers: Headers): Promise<Cookie[]> {
	return cookiesOf((await authOf(db).api.signOut({ headers, returnHeaders: true })).headers);
}

const wrongCode = {
	code: 'sign_in.wrong_code',
	status: 401,
	field: 'code',
	message:
		'Mã xác thực không đúng hoặc đã hết hạn. Mã trong ứng dụng đổi sau mỗi 30 giây; hãy nhập mã đang hiện.'
};
const startAgain = {
	code: 'sign_in.start_again',
	status: 401,
	message: 'Bước xác thực đã quá thời gian cho phép. Hãy đăng nhập lại từ đầu bằng tên và mật khẩu.'
};
const locked = {
	code: 'sign_in.locked',
	status: 429,
	message: 'Đã nhập sai mã xác thực quá nhiều lần nên tài khoản tạm khóa 15 phút. Hãy đợi rồi đăng nhập lại.'
};
const secondFactorRefusals: Record<string, typeof wrongCode | typeof startAgain> = {
	INVALID_TWO_FACTOR_COOKIE: startAgain,
	TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: startAgain,
	ACCOUNT_TEMPORARILY_LOCKED: locked
};

/** The last gate, after the credentials were right: this ward, this day, a password still good. Otherwise the session goes again. */
async function admit(door: Door, token: string): Promise<void> {
	const [found] = await door.db
		.select({ userId: user.id, wardId: user.wardId, temporaryUntil: user.temporaryUntil })
		.from(session)
		.innerJoin(user, eq(user.id, session.userId))
		.where(eq(session.token, token));
	if (!found) throw new Refusal(startAgain);
	const refuse = async (code: string, message: string): Promise<never> => {
		await door.db.delete(session).where(eq(session.token, token));
		throw new Refusal({ code, status: 403, message });
	};
	if (door.onlyWard !== undefined && door.onlyWard !== found.wardId) {
		return refuse(
			'sign_in.other_ward',
			'Tài khoản này thuộc một phường khác, không dùng được tại trang này. Hãy đăng nhập ở trang của phường đồng chí.'
		);
	}
	if (found.temporaryUntil && found.temporaryUntil < door.now) {
		return refuse(
			'sign_in.temporary_expired',
			'Mật khẩu dùng một lần này đã hết hạn. Hãy nhờ quản trị hệ thống của phường cấp mật khẩu mới.'
		);
	}
	const acting = await actorOf(door.db, { ...found, positionId: null }, door.now);
	if (!acting) {
		return refuse(
			'sign_in.no_position',
			'Hôm nay tài khoản này chưa được giao chức danh nào đang có hiệu lực. Hãy nhờ quản trị hệ thống của phường kiểm tra lại chức danh.'
		);
	}
	const ctx = { db: door.db, now: door.now, wardId: found.wardId, actor: acting.actor };
	await transact(ctx, (tx) =>
		record(tx, ctx, {
			act: 'account.signed_in',
			subject: { kind: 'person', id: acting.actor.personId },
			after: { address: door.address }
		})
	);
}

/** better-auth says no by throwing; what it says becomes our words, anything else stays an error of ours. */
async function orRefuse<T>(
	asked: Promise<T>,
	words: (error: APIError) => ConstructorParameters<typeof Refusal>[0]
): Promise<T> {
	try {
		return await asked;
	} catch (error) {
		if (error instanceof APIError && error.statusCode < 500) throw new Refusal(words(error));
		throw error;
	}
}
