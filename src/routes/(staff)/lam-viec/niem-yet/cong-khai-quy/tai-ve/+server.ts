import * as wards from '#people/wards.server.ts';
import { publishedDocument } from '#procedures/published-list.ts';
import { wardInSentence } from '#procedures/print/set.ts';
import { dayOf } from '#platform/clock.ts';
import { toDocx } from '#platform/office-document/to-docx.server.ts';
import { show } from '../../../../../answer.server.ts';
import { listOf, quarterIn } from '../list.server.ts';
import type { RequestHandler } from './$types';

/** The list of the quarter as a Word file, dated at the end of the quarter or today. */
export const GET: RequestHandler = ({ locals: { ctx }, url }) =>
	show(async () => {
		const quarter = quarterIn(ctx, url);
		const ward = await wards.byId(ctx.db, ctx.wardId);
		const { lines } = await listOf(ctx, quarter);
		const document = publishedDocument(
			{
				issuer: `Ủy ban nhân dân ${wardInSentence(ward.name)}`,
				place: ward.placeName,
				quarter,
				day: dayOf(ctx.now)
			},
			lines
		);
		return new Response(new Uint8Array(await toDocx(document)), {
			headers: {
				'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
				'content-disposition': `attachment; filename="cong-khai-thu-tuc-${quarter.key.toLowerCase()}.docx"`
			}
		});
	});
