import * as browsing from '#procedures/browsing.server.ts';
import * as changes from '#procedures/changes.server.ts';
import { textOf } from '#procedures/compare.ts';
import * as faq from '#procedures/faq.server.ts';
import { isLookedAt } from '#procedures/visit.ts';
import * as visits from '#procedures/visits.server.ts';
import { dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { forEveryone } from '../../portal.ts';
import { dayIn } from '../asked.ts';
import { codeOf, found } from './procedure.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url, request, setHeaders }) => {
	const code = codeOf(params.code);
	const today = dayOf(ctx.now);
	const given = url.searchParams.get('ngay');
	const asked = dayIn(given);
	const page = await read(ctx, async (tx) => {
		const { shown, versions, notice, day, silentOn } = await found(tx, ctx, code, asked);
		const codes = [...new Set([...(notice?.replacedBy ?? []), ...shown.replacedBy])];
		const standings = await browsing.standingsOf(tx, codes, today);
		return {
			procedureId: shown.procedureId,
			text: textOf(shown),
			effectiveFrom: shown.effectiveFrom,
			effectiveTo: shown.effectiveTo,
			recordedAt: shown.recordedAt,
			day,
			silentOn,
			notice,
			replacements: codes.map((one) => ({ code: one, name: standings.get(one)?.name ?? null })),
			versions: versions.map(({ id, effectiveFrom, effectiveTo, decision }) => ({
				id,
				effectiveFrom,
				effectiveTo,
				decision,
				shown: id === shown.id
			})),
			questions: (await faq.faqOf(tx, shown.procedureId)).map(({ id, question, answer }) => ({
				id,
				question,
				answer
			})),
			// Taking stock of what had long been in force changed nothing for anybody.
			changes: (await changes.changesOf(tx, code))
				.filter(({ setKind }) => setKind !== 'inventory')
				.slice(0, 8),
			neighbours: await browsing.neighbours(tx, { ...shown, code }, today, 5)
		};
	});
	setHeaders(forEveryone);
	const { procedureId, ...shown } = page;
	if (!asked && isLookedAt(request)) visits.note(ctx, procedureId, 'view');
	return {
		...shown,
		today,
		/** The address names a day that is none of our calendar. */
		badDay: given !== null && given !== '' && asked === null,
		askedDay: asked,
		address: `${url.origin}/thu-tuc/${code}`,
		origin: url.origin
	};
};
