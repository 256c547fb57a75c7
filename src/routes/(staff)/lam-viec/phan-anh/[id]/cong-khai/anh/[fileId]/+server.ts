import * as pictures from '#feedback/pictures.server.ts';
import { notFound } from '#platform/refusal.ts';
import { show } from '../../../../../../../answer.server.ts';
import { caseId } from '../../../../case-form.server.ts';
import type { RequestHandler } from './$types';

/** The picture as everybody would see it, for the second person: never the original. */
export const GET: RequestHandler = ({ locals, params }) =>
	show(async () => {
		const id = Number(params.fileId);
		if (!Number.isSafeInteger(id) || id < 1) throw notFound('ảnh này');
		const bytes = await pictures.preview(locals.ctx, caseId(params.id), id);
		return new Response(new Uint8Array(bytes), {
			headers: {
				'content-type': 'image/jpeg',
				'cache-control': 'private, no-store',
				'x-content-type-options': 'nosniff'
			}
		});
	});
