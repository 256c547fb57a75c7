import QRCode from 'qrcode';
import * as hotlines from '#people/hotlines.server.ts';
import { dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { forEveryone } from '../../portal.ts';
import { portalWard } from '../../ward.server.ts';
import type { PageServerLoad } from './$types';

/** The sheet stands outside the portal's frame, so it says this itself. */
export const csr = false;

export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders }) => {
	const today = dayOf(ctx.now);
	const lines = await read(ctx, (tx) => hotlines.publicOn(tx, today));
	setHeaders(forEveryone);
	return {
		ward: await portalWard(ctx),
		today,
		own: lines.filter(({ kind, takesFeedback }) => takesFeedback && (kind === 'office' || kind === 'person')),
		province: lines.filter(({ kind, takesFeedback }) => kind === 'province' && takesFeedback),
		site: url.host,
		/** Our own drawing of our own address: nothing in it comes from outside. */
		qr: await QRCode.toString(`${url.origin}/phan-anh/gui`, {
			type: 'svg',
			margin: 0,
			errorCorrectionLevel: 'M'
		})
	};
};
