/** One's own account (tài khoản của tôi): password, devices, second factor. Everybody manages their own and nobody else's. */
import { APIError } from 'better-auth/api';
import { verifyPassword } from 'better-auth/crypto';
import { and, eq } from 'drizzle-orm';
import QRCode from 'qrcode';
import { transact } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import { person as self, type Ctx } from './actor.ts';
import { account, session, user } from './auth-schema.server.ts';
import { authOf, cookiesOf, type Cookie } from './auth.server.ts';
import { passwordRefusals } from './password.ts';
import * as sessions from './sessions.server.ts';
import * as throttle from './throttle.server.ts';

/** The session the request came with, and the headers it came with (better-auth reads its cookie from them). */
export type Own = {
	userId: string;
	sessionId: string;
	positionId: number | null;
	headers: Headers;
	address: string;
};

export async function profile(
	ctx: Ctx,
	own: Own
): Promise<{ signInName: string; secondFactor: boolean; temporaryUntil: Date | null }> {
	const [found] = await ctx.db.select().from(user).where(eq(user.id, own.userId));
	if (!found) throw notFound('tài khoản này');
	return {
		signInName: found.username,
		secondFactor: found.twoFactorEnabled,
		temporaryUntil: found.temporaryUntil
	};
}

/** Sets a new password of one's own. Every other device is signed out; this one goes on with a new session. */
export async function changePassword(
	ctx: Ctx,
	own: Own,
	given: { current: string; wanted: string; again: string }
): Promise<Cookie[]> {
	const { name } = self(ctx);
	const { signInName } = await profile(ctx, own);
	await askPassword(ctx, own, given.current, 'currentPassword');
	if (given.wanted === given.current) {
		throw new Refusal({
			code: 'password.same',
			field: 'newPassword',
			message: 'Mật khẩu mới trùng với mật khẩu đang dùng. Hãy chọn mật khẩu khác.'
		});
	}
	refuseIfAny(passwordRefusals(given.wanted, { signInName, name }));
	if (given.wanted !== given.again) {
		throw new Refusal({
			code: 'password.again',
			field: 'newPasswordAgain',
			message: 'Hai lần nhập mật khẩu mới chưa giống nhau. Hãy nhập lại.'
		});
	}
	const { headers, response } = await authOf(ctx.db).api.changePassword({
		body: { currentPassword: given.current, newPassword: given.wanted, revokeOtherSessions: true },
		headers: own.headers,
		returnHeaders: true
	});
	await ctx.db.update(user).set({ temporaryUntil: null }).where(eq(user.id, own.userId));
	await ctx.db.update(session).set({ positionId: own.positionId }).where(eq(session.token, response.token!));
	await note(ctx, 'account.password_changed');
	return cookiesOf(headers);
}

export async function devices(ctx: Ctx, own: Own): Promise<(sessions.Device & { here: boolean })[]> {
	const found = await sessions.devices(ctx.db, own.userId, new Date());
	return found.map((device) => ({ ...device, here: device.id === own.sessionId }));
}

/** Signs one of one's own devices out, or all others. */
export async function signOutDevice(ctx: Ctx, own: Own, which: string | 'others'): Promise<void> {
	await transact(ctx, async (tx) => {
		const gone = await sessions.revoke(
			tx,
			own.userId,
			which === 'others' ? { exceptId: own.sessionId } : { id: which }
		);
		if (gone === 0 && which !== 'others') throw notFound('thiết bị này');
		await record(tx, ctx, {
			act: 'account.device_signed_out',
			subject: { kind: 'person', id: self(ctx).personId },
			after: { devices: gone }
		});
	});
}

/** What the authenticator app needs, shown once: the picture, the same in letters, and the backup codes. */
export type SecondFactorSetup = { svg: string; secret: string; backupCodes: string[] };

/** First step: a new secret; nothing is on until a code of the app proves that it arrived there. */
export async function beginSecondFactor(ctx: Ctx, own: Own, password: string): Promise<SecondFactorSetup> {
	await askPassword(ctx, own, password, 'password');
	const answered = await refusing(
		authOf(ctx.db).api.enableTwoFactor({ body: { password }, headers: own.headers })
	);
	if (answered.method !== 'totp') throw new Error('the second factor is not a code of an app');
	const svg = await QRCode.toString(answered.totpURI, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
	const secret = new URL(answered.totpURI).searchParams.get('secret') ?? '';
	return { svg, secret: secret.match(/.{1,4}/g)?.join(' ') ?? secret, backupCodes: answered.backupCodes };
}

/** Second step: the code. From now on signing in asks for one. */
export async function confirmSecondFactor(ctx: Ctx, own: Own, code: string): Promise<Cookie[]> {
	const { headers } = await refusing(
		authOf(ctx.db).api.verifyTOTP({
			body: { code: code.replaceAll(/\s/g, '') },
			headers: own.headers,
			returnHeaders: true
		})
	);
	await note(ctx, 'account.second_factor_on');
	return cookiesOf(headers);
}

export async function newBackupCodes(ctx: Ctx, own: Own, password: string): Promise<string[]> {
	await askPassword(ctx, own, password, 'password');
	const { backupCodes } = await refusing(
		authOf(ctx.db).api.generateBackupCodes({ body: { password }, headers: own.headers })
	);
	await note(ctx, 'account.backup_codes_renewed');
	return backupCodes;
}

/** Why it cannot be switched off: an administrator in production has to keep it. */
export function switchOffRefusals(administers: boolean, production: boolean) {
	return administers && production
		? [
				{
					code: 'second_factor.required',
					message:
						'Tài khoản quản trị bắt buộc dùng xác thực hai lớp nên không tắt được. Khi đổi điện thoại, hãy nhờ quản trị hệ thống khác gỡ giúp rồi thiết lập lại.'
				}
			]
		: [];
}

export async function switchOffSecondFactor(
	ctx: Ctx,
	own: Own,
	password: string,
	state: { administers: boolean; production: boolean }
): Promise<Cookie[]> {
	refuseIfAny(switchOffRefusals(state.administers, state.production));
	await askPassword(ctx, own, password, 'password');
	const { headers } = await refusing(
		authOf(ctx.db).api.disableTwoFactor({ body: { password }, headers: own.headers, returnHeaders: true })
	);
	await note(ctx, 'account.second_factor_off');
	return cookiesOf(headers);
}

/** Whoever walks up to an open screen still does not know the password; and cannot try it out here either. */
async function askPassword(ctx: Ctx, own: Own, password: string, field: string): Promise<void> {
	const { signInName } = await profile(ctx, own);
	const counted = await throttle.countAttempt(ctx.db, signInName, own.address, ctx.now);
	const [found] = await ctx.db
		.select({ hash: account.password })
		.from(account)
		.where(and(eq(account.userId, own.userId), eq(account.providerId, 'credential')));
	if (!found?.hash || !password || !(await verifyPassword({ hash: found.hash, password }))) {
		throw new Refusal({
			code: 'account.wrong_password',
			field,
			message: 'Mật khẩu đang dùng chưa đúng. Hãy nhập lại.'
		});
	}
	await throttle.forgive(ctx.db, counted, ctx.now);
}

function note(ctx: Ctx, act: string): Promise<number> {
	return transact(ctx, (tx) => record(tx, ctx, { act, subject: { kind: 'person', id: self(ctx).personId } }));
}

const answers: Record<string, { code: string; field?: string; message: string }> = {
	INVALID_CODE: {
		code: 'second_factor.wrong_code',
		field: 'code',
		message:
			'Mã chưa đúng. Hãy nhập mã 6 chữ số đang hiện trong ứng dụng; nếu vẫn sai, hãy xem lại đồng hồ của điện thoại.'
	},
	TOTP_ALREADY_ENABLED: {
		code: 'second_factor.on',
		message: 'Xác thực hai lớp đã bật. Muốn đổi điện thoại, hãy tắt rồi thiết lập lại.'
	},
	TOTP_NOT_ENABLED: {
		code: 'second_factor.not_begun',
		message: 'Chưa có mã để quét. Hãy bắt đầu lại từ bước nhập mật khẩu.'
	},
	TWO_FACTOR_NOT_ENABLED: {
		code: 'second_factor.off',
		message: 'Xác thực hai lớp chưa bật nên chưa có mã dự phòng.'
	}
};

async function refusing<T>(asked: Promise<T>): Promise<T> {
	try {
		return await asked;
	} catch (error) {
		const known = error instanceof APIError ? answers[String(error.body?.code)] : undefined;
		throw known ? new Refusal(known) : error;
	}
}
