import { bannerPdf, bannerPng, bannerSvg } from '#content/prints/banner.server.ts';
import { isBannerSize } from '#content/prints/banner.ts';
import { leaflet } from '#content/prints/leaflet.server.ts';
import { toPrint } from '#content/prints/loading.server.ts';
import { notice } from '#content/prints/notice.server.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { show } from '../../../../../../../answer.server.ts';
import { publicOrigin } from '../../../../../niem-yet/public-origin.server.ts';
import { storyId } from '../../../../story-form.server.ts';
import type { RequestHandler } from './$types';

/** `niem-yet.pdf`, `to-roi.pdf`; the banner of the story's slogan as `ngang-6x08.svg`, `.pdf`, `.png`. */
export const GET: RequestHandler = ({ locals: { ctx }, params, url }) =>
	show(async () => {
		const id = storyId(params.id);
		const origin = publicOrigin(url);
		if (params.file === 'niem-yet.pdf')
			return pdfOf(await notice(await toPrint(ctx, id, 'notice_board', origin)), `thong-bao-${id}`);
		if (params.file === 'to-roi.pdf')
			return pdfOf(await leaflet(await toPrint(ctx, id, 'leaflet', origin)), `to-roi-${id}`);
		const [size = '', kind = ''] = params.file.split('.');
		if (!isBannerSize(size) || !['svg', 'pdf', 'png'].includes(kind)) throw notFound('tệp này');
		const { message, ward, day, signed } = await toPrint(ctx, id, 'slogan', origin);
		const banner = { text: message.title, size, style: 'red_gold' as const, wardName: ward.name };
		if (kind === 'svg')
			return new Response(bannerSvg(banner), {
				headers: { 'content-type': 'image/svg+xml', 'cache-control': 'private, no-cache' }
			});
		if (!signed)
			throw new Refusal({
				code: 'print.not_signed',
				status: 403,
				message:
					'Khẩu hiệu của bài chưa được ký trên phiếu duyệt nên chưa có tệp in. Hãy trình ký phiếu duyệt trước.'
			});
		const name = `khau-hieu-bai-${id}-${size}`;
		if (kind === 'pdf') return pdfOf(await bannerPdf(banner, day), `${name}-ti-le-1-10`);
		return new Response(new Uint8Array(await bannerPng(banner)), {
			headers: { 'content-type': 'image/png', 'content-disposition': `attachment; filename="${name}.png"` }
		});
	});

const pdfOf = (bytes: Buffer, name: string): Response =>
	new Response(new Uint8Array(bytes), {
		headers: { 'content-type': 'application/pdf', 'content-disposition': `inline; filename="${name}.pdf"` }
	});
