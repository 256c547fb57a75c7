/** RFC 9457 problem details: what an interface answers when a request was wrong, in words a person can act on. */
import type { RefusalDetail } from '#platform/refusal.ts';

/** Anybody's page may read the interface: it holds only what is public. */
export const openToAll = { 'access-control-allow-origin': '*' };

export function problem(detail: RefusalDetail, reasons: RefusalDetail[] = [detail]): Response {
	const status = detail.status ?? 422;
	const body = {
		type: `urn:minh-bach:problem:${detail.code}`,
		title: detail.message,
		status,
		code: detail.code,
		...(detail.field ? { field: detail.field } : {}),
		...(reasons.length > 1
			? { errors: reasons.map(({ code, message, field }) => ({ code, title: message, field })) }
			: {})
	};
	return new Response(JSON.stringify(body), {
		status,
		headers: {
			...openToAll,
			'content-type': 'application/problem+json; charset=utf-8',
			'cache-control': 'no-store'
		}
	});
}
