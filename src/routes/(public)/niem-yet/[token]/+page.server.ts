import { error } from '@sveltejs/kit';
import * as browsing from '#procedures/browsing.server.ts';
import { differences, textOf, wordDiff } from '#procedures/compare.ts';
import { freshnessOf } from '#procedures/freshness.ts';
import * as places from '#procedures/places.server.ts';
import * as reading from '#procedures/reading.server.ts';
import type { VersionOfCode } from '#procedures/reading.server.ts';
import { isLookedAt } from '#procedures/visit.ts';
import * as visits from '#procedures/visits.server.ts';
import { dayOf } from '#platform/clock.ts';
import { read, type Transaction } from '#platform/db.server.ts';
import type { PageServerLoad } from './$types';

const unknown =
	'Không nhận ra tờ niêm yết này. Hãy quét lại mã ở góc trên của tờ, hoặc tìm thủ tục theo tên ở mục Thủ tục.';

/** What a printed sheet's QR code answers: is this sheet current? */
export const load: PageServerLoad = async ({ locals: { ctx }, params, url, request, setHeaders }) => {
	const today = dayOf(ctx.now);
	const page = await read(ctx, async (tx) => {
		const sheet = await reading.versionByToken(tx, params.token);
		if (!sheet) error(404, unknown);
		const freshness = freshnessOf(sheet, await reading.versionsOf(tx, sheet.code), today);
		const shown = 'shown' in freshness ? freshness.shown : null;
		const codes =
			freshness.state === 'ended'
				? freshness.replacedBy
				: freshness.state === 'current'
					? (freshness.notice?.replacedBy ?? [])
					: [];
		const known = await browsing.standingsOf(tx, codes, today);
		return {
			procedureId: sheet.procedureId,
			place: await placeNamed(tx, url.searchParams.get('noi')),
			sheet: { code: sheet.code, name: sheet.name, ...span(sheet), decision: sheet.decision },
			freshness: {
				state: freshness.state,
				notice: freshness.state === 'current' ? freshness.notice : null,
				corrected: freshness.state === 'changed' && freshness.corrected,
				since: freshness.state === 'changed' ? freshness.since : null,
				ended: freshness.state === 'ended' ? { on: freshness.on, how: freshness.how } : null,
				nextFrom: freshness.state === 'ended' ? (freshness.next?.effectiveFrom ?? null) : null,
				holdsMeanwhile: freshness.state === 'not_yet' && freshness.meanwhile !== undefined
			},
			shown: shown && { text: textOf(shown), ...span(shown) },
			replacements: codes.map((code) => ({ code, name: known.get(code)?.name ?? null })),
			differences:
				freshness.state === 'changed'
					? differences(textOf(sheet), textOf(freshness.shown)).map(({ field, label, before, after }) => ({
							field,
							label,
							pieces: wordDiff(before, after)
						}))
					: []
		};
	});
	// The answer turns at midnight and with every change: nobody may keep it.
	setHeaders({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
	const { procedureId, place, ...answer } = page;
	if (isLookedAt(request)) visits.note(ctx, procedureId, 'scan', place?.id ?? 0);
	return { ...answer, place, today };
};

const span = ({ effectiveFrom, effectiveTo }: VersionOfCode) => ({ effectiveFrom, effectiveTo });

/** The board the sheet hangs on, as its code says; a number nobody knows is left aside. */
async function placeNamed(
	tx: Transaction,
	asked: string | null
): Promise<{ id: number; name: string } | null> {
	if (!asked || !/^\d{1,15}$/.test(asked)) return null;
	return places.nameOf(tx, Number(asked));
}
