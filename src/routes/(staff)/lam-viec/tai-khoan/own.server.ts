/** What the pages of one's own account hand to the verbs, and how they keep the cookies that come back. */
import { error, type RequestEvent } from '@sveltejs/kit';
import { addressHeader, type Cookie } from '#people/auth.server.ts';
import type { Own } from '#people/own-account.server.ts';

export function ownOf({ locals, request }: Pick<RequestEvent, 'locals' | 'request'>): Own {
	const { account, address } = locals;
	if (!account) error(401, { message: 'Phiên đăng nhập đã kết thúc. Hãy đăng nhập lại.' });
	const headers = new Headers(request.headers);
	headers.set(addressHeader, address);
	return {
		userId: account.userId,
		sessionId: account.sessionId,
		positionId: account.positionId,
		headers,
		address
	};
}

export function keep({ cookies }: Pick<RequestEvent, 'cookies'>, given: Cookie[]): void {
	for (const { name, value, options } of given) cookies.set(name, value, options);
}
