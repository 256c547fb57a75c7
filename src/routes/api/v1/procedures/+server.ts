/** `GET /api/v1/procedures`: procedures of a day, by words or by field, applicant, online level. */
import { dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { Refusal } from '#platform/refusal.ts';
import { list } from '#procedures/open-data.server.ts';
import { search } from '#search/find.server.ts';
import { answer } from '../../answer.server.ts';
import { oneOf, wholeNumber } from '../../parameters.ts';
import { dayAsked } from './day.ts';
import { procedureItem } from './item.ts';
import type { RequestHandler } from './$types';

/** Nobody reads further down a ranking than this. */
const MOST_RANKED = 200;
const LONGEST_WORDS = 300;

function words(parameters: URLSearchParams, name: string): string | undefined {
	const given = (parameters.get(name) ?? '').normalize('NFC').replaceAll('\u0000', '').trim();
	if (given.length > LONGEST_WORDS) {
		throw new Refusal({
			code: 'api.parameter',
			status: 400,
			field: name,
			message: `Tham số “${name}” dài quá ${LONGEST_WORDS} ký tự. Hãy rút gọn.`
		});
	}
	return given || undefined;
}

export const GET: RequestHandler = (event) =>
	answer(event, async () => {
		const { ctx } = event.locals;
		const { searchParams, origin } = event.url;
		const on = dayAsked(searchParams, dayOf(ctx.now));
		const limit = wholeNumber(searchParams, 'limit', { from: 1, to: 500, otherwise: 50 });
		const offset = wholeNumber(searchParams, 'offset', { from: 0, to: 1_000_000, otherwise: 0 });
		const q = words(searchParams, 'q');
		const wanted = {
			on,
			field: words(searchParams, 'field'),
			applicant: words(searchParams, 'applicant'),
			online: oneOf(searchParams, 'online', ['full', 'partial', 'none'] as const),
			limit,
			offset
		};
		const found = q ? await search(ctx, { words: q, kind: 'procedure', limit: MOST_RANKED }) : undefined;
		const { items, total } = await read(ctx, (tx) =>
			list(tx, { ...wanted, codes: found?.hits.map(({ key }) => key) })
		);
		return {
			items: items.map((one) => procedureItem(one, on, origin)),
			total,
			limit,
			offset,
			on,
			...(found?.understoodAs ? { understoodAs: found.understoodAs } : {})
		};
	});
