/** `GET /api/v1/procedures.csv`: the whole catalogue of a day as a table for a spreadsheet. */
import { createHash } from 'node:crypto';
import { dayOf } from '#platform/clock.ts';
import { csv } from '#platform/csv.ts';
import { read } from '#platform/db.server.ts';
import { Refusal } from '#platform/refusal.ts';
import { lastChange } from '#procedures/open-data.server.ts';
import { catalogueOn } from '#procedures/reading.server.ts';
import { openToAll, problem } from '../../problem.ts';
import { dayAsked } from '../procedures/day.ts';
import { columns, rowOf } from './columns.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx, account }, url, request }) => {
	let on = dayOf(ctx.now);
	try {
		on = dayAsked(url.searchParams, on);
	} catch (thrown) {
		if (!(thrown instanceof Refusal)) throw thrown;
		return problem(thrown.reasons[0]!);
	}
	const { versions, changed } = await read(ctx, async (tx) => ({
		versions: await catalogueOn(tx, on),
		changed: await lastChange(tx)
	}));
	const body = csv(
		columns.map(({ name }) => name),
		versions.map((one) => rowOf(one, on, url.origin))
	);
	const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
	const headers = {
		...openToAll,
		etag,
		...(account ? {} : { 'cache-control': 'public, max-age=60' }),
		...(changed ? { 'last-modified': changed.toUTCString() } : {})
	};
	const known = request.headers.get('if-none-match')?.split(',') ?? [];
	if (known.some((mark) => mark.trim().replace(/^W\//, '') === etag))
		return new Response(null, { status: 304, headers });
	return new Response(body, {
		headers: {
			...headers,
			'content-type': 'text/csv; charset=utf-8; header=present',
			'content-disposition': `attachment; filename="thu-tuc-${on}.csv"`
		}
	});
};
