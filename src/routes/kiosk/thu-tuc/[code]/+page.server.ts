import { error } from '@sveltejs/kit';
import { dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { card } from '#procedures/card.ts';
import { faqOf } from '#procedures/faq.server.ts';
import { standingOn } from '#procedures/procedure.ts';
import { versionsOf } from '#procedures/reading.server.ts';
import { isLookedAt } from '#procedures/visit.ts';
import * as visits from '#procedures/visits.server.ts';
import { square } from '../../code.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, request, url }) => {
	const today = dayOf(ctx.now);
	const { versions, faqs } = await read(ctx, async (tx) => {
		const found = await versionsOf(tx, params.code);
		return { versions: found, faqs: found[0] ? await faqOf(tx, found[0].procedureId) : [] };
	});
	// Of what is not in force: what it said last, else what it will say first.
	const shown =
		versions.find((one) => standingOn(one, today) === 'in_force') ??
		versions.find((one) => standingOn(one, today) === 'ended') ??
		versions.at(-1);
	if (!shown) {
		error(404, 'Không có thủ tục nào mang mã này. Hãy bấm “Trang đầu” rồi tìm lại.');
	}
	if (isLookedAt(request)) visits.note(ctx, shown.procedureId, 'kiosk');
	const { code, name, field, effectiveFrom, effectiveTo, endKind, replacedBy } = shown;
	const portalUrl = shown.content.portalUrl;
	return {
		procedure: { code, name, field, effectiveFrom, effectiveTo, endKind, replacedBy },
		standing: standingOn(shown, today),
		sections: card(shown, { day: today, ask: 'cán bộ tại quầy' }),
		faqs: faqs.map(({ id, question, answer }) => ({ id, question, answer })),
		takeHome: await square(`${url.origin}/thu-tuc/${encodeURIComponent(code)}`),
		portal: portalUrl ? { address: portalUrl, square: await square(portalUrl) } : null
	};
};
