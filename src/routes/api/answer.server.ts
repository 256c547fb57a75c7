/** How the machine interface answers: JSON that may be kept for a minute and asked for again by its mark, or a problem. */
import { createHash } from 'node:crypto';
import { Refusal } from '#platform/refusal.ts';
import { openToAll, problem } from './problem.ts';

type Asked = { request: Request; locals: Pick<App.Locals, 'account'> };

/** For every GET under /api: what `work` gives as JSON; a refusal becomes a problem, everything else is ours. */
export async function answer({ request, locals }: Asked, work: () => Promise<unknown>): Promise<Response> {
	let value: unknown;
	try {
		value = await work();
	} catch (thrown) {
		if (!(thrown instanceof Refusal)) throw thrown;
		const { code, message, status, field } = thrown;
		return problem({ code, message, status, ...(field ? { field } : {}) }, thrown.reasons);
	}
	const body = JSON.stringify(value);
	const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
	const headers = {
		...openToAll,
		etag,
		// Whoever is signed in may be looking at their own ward under another's address: kept by nobody.
		...(locals.account ? {} : { 'cache-control': 'public, max-age=60' })
	};
	const known = request.headers.get('if-none-match')?.split(',') ?? [];
	if (known.some((mark) => mark.trim().replace(/^W\//, '') === etag))
		return new Response(null, { status: 304, headers });
	return new Response(body, {
		headers: { ...headers, 'content-type': 'application/json; charset=utf-8' }
	});
}
