/** Session (phiên đăng nhập): one device on which a person is signed in. Asked at every request, so a revoked one is out at once. */
import { and, desc, eq, gt, ne } from 'drizzle-orm';
import type { Database, Transaction } from '#platform/db.server.ts';
import { insideAuth, session } from './auth-schema.server.ts';
import { authOf, cookiesOf, type Cookie } from './auth.server.ts';

export type SignedIn = {
	sessionId: string;
	token: string;
	userId: string;
	wardId: number;
	/** The position chosen in this session; null is the first one held today. */
	positionId: number | null;
	secondFactor: boolean;
	/** Signed in with a password an administrator handed out. */
	temporaryPassword: boolean;
};

/** Who the cookies of a request belong to. `refresh` keeps the session alive and may set a cookie; public pages do not. */
export async function current(
	db: Database,
	headers: Headers,
	options: { refresh: boolean }
): Promise<{ signedIn: SignedIn | undefined; cookies: Cookie[] }> {
	const { headers: answered, response } = await authOf(db).api.getSession({
		headers,
		query: { disableRefresh: !options.refresh },
		returnHeaders: true
	});
	const cookies = cookiesOf(answered);
	if (!response) return { signedIn: undefined, cookies };
	const { session: found, user } = response;
	return {
		signedIn: {
			sessionId: found.id,
			token: found.token,
			userId: user.id,
			wardId: user.wardId,
			positionId: found.positionId ?? null,
			secondFactor: user.twoFactorEnabled ?? false,
			temporaryPassword: Boolean(user.temporaryUntil)
		},
		cookies
	};
}

export type Device = {
	id: string;
	lastSeen: Date;
	begunAt: Date;
	address: string | null;
	userAgent: string | null;
};

/** Where this account is signed in, the last used first. */
export async function devices(db: Database, userId: string, at: Date): Promise<Device[]> {
	return db
		.select({
			id: session.id,
			lastSeen: session.updatedAt,
			begunAt: session.createdAt,
			address: session.ipAddress,
			userAgent: session.userAgent
		})
		.from(session)
		.where(and(eq(session.userId, userId), gt(session.expiresAt, at)))
		.orderBy(desc(session.updatedAt));
}

/** Ends one session of this account, or every one but `exceptId`. Returns how many there were. */
export async function revoke(
	tx: Transaction,
	userId: string,
	which: { id: string } | { exceptId?: string }
): Promise<number> {
	const condition =
		'id' in which ? eq(session.id, which.id) : which.exceptId ? ne(session.id, which.exceptId) : undefined;
	const gone = await insideAuth(tx, () =>
		tx
			.delete(session)
			.where(and(eq(session.userId, userId), condition))
			.returning({ id: session.id })
	);
	return gone.length;
}
