import { bannerPdf, bannerPng, bannerSvg } from '#content/prints/banner.server.ts';
import { isBannerSize } from '#content/prints/banner.ts';
import * as slogans from '#content/slogans.server.ts';
import { dayOf } from '#platform/clock.ts';
import { notFound, refuseIfAny } from '#platform/refusal.ts';
import { show } from '../../../../../answer.server.ts';
import { numberIn } from '../../../ke-hoach/address.ts';
import type { RequestHandler } from './$types';

/** `xem.svg` to look at; `ngang-6x08.svg`, `.pdf`, `.png` in any size. Files for printing only of what was approved. */
export const GET: RequestHandler = ({ locals: { ctx }, params }) =>
	show(async () => {
		const id = numberIn(params.id);
		const one = await slogans.get(ctx, id);
		const [name = '', kind = ''] = params.file.split('.');
		const size = name === 'xem' ? one.size : name;
		if (!isBannerSize(size) || !['svg', 'pdf', 'png'].includes(kind)) throw notFound('tệp này');
		const banner = { text: one.text, size, style: one.style, wardName: one.wardName };
		if (kind === 'svg')
			return new Response(bannerSvg(banner), {
				headers: { 'content-type': 'image/svg+xml', 'cache-control': 'private, max-age=3600' }
			});
		refuseIfAny(one.refusals.print);
		const bytes = kind === 'pdf' ? await bannerPdf(banner, dayOf(ctx.now)) : await bannerPng(banner);
		return new Response(new Uint8Array(bytes), {
			headers: {
				'content-type': kind === 'pdf' ? 'application/pdf' : 'image/png',
				'content-disposition': `${kind === 'pdf' ? 'inline' : 'attachment'}; filename="khau-hieu-${id}-${size}${kind === 'pdf' ? '-ti-le-1-10' : ''}.${kind}"`
			}
		});
	});
