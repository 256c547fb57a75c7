import QRCode from 'qrcode';
import { textOf } from '#procedures/compare.ts';
import { isLookedAt } from '#procedures/visit.ts';
import * as visits from '#procedures/visits.server.ts';
import { dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { forEveryone } from '../../../portal.ts';
import { portalWard } from '../../../ward.server.ts';
import { dayIn } from '../../asked.ts';
import { codeOf, found } from '../procedure.server.ts';
import type { PageServerLoad } from './$types';

/** The sheet stands outside the portal's frame, so it says this itself. */
export const csr = false;

export const load: PageServerLoad = async ({ locals: { ctx }, params, url, request, setHeaders }) => {
	const code = codeOf(params.code);
	const asked = dayIn(url.searchParams.get('ngay'));
	const { shown, notice, day } = await read(ctx, (tx) => found(tx, ctx, code, asked));
	setHeaders(forEveryone);
	if (isLookedAt(request)) visits.note(ctx, shown.procedureId, 'print');
	const sheetUrl = `${url.origin}/niem-yet/${shown.sheetToken}`;
	return {
		text: textOf(shown),
		effectiveFrom: shown.effectiveFrom,
		effectiveTo: shown.effectiveTo,
		notice,
		day,
		today: dayOf(ctx.now),
		ward: await portalWard(ctx),
		sheetUrl,
		/** Our own drawing of our own address: nothing in it comes from outside. */
		qr: await QRCode.toString(sheetUrl, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' })
	};
};
