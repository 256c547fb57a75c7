import * as reports from '#reports/reports.server.ts';
import { show } from '../../../../../answer.server.ts';
import { numberIn } from '../../../ke-hoach/address.ts';
import type { RequestHandler } from './$types';

/** The report as a Word file. */
export const GET: RequestHandler = ({ locals, params, url }) =>
	show(async () => {
		const { bytes, name } = await reports.asDocx(locals.ctx, numberIn(params.id), url.origin);
		return new Response(new Uint8Array(bytes), {
			headers: {
				'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
				'content-disposition': `attachment; filename="${name}"`
			}
		});
	});
