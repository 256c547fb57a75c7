import { load } from '#procedures/print/loading.server.ts';
import { printSet } from '#procedures/print/print-set.server.ts';
import { show } from '../../../../../answer.server.ts';
import { numberIn } from '../../../ke-hoach/address.ts';
import { onlyOf, printAsked } from '../print-choice.ts';
import { publicOrigin } from '../../public-origin.server.ts';
import type { RequestHandler } from './$types';

/** The print set of a board. The address on its QR codes is the public one, whatever way the staff came in. */
export const GET: RequestHandler = ({ locals: { ctx }, params, url }) =>
	show(async () => {
		const placeId = numberIn(params.place);
		const asked = printAsked(url.searchParams);
		const set = await load(ctx, {
			placeId,
			...onlyOf(asked),
			withoutForms: asked.withoutForms,
			...(asked.paper ? { paper: asked.paper } : {}),
			...(asked.listOf ? { listOf: asked.listOf } : {}),
			origin: publicOrigin(url)
		});
		return new Response(new Uint8Array(await printSet(set)), {
			headers: {
				'content-type': 'application/pdf',
				'content-disposition': `inline; filename="niem-yet-${placeId}-${set.listOf}.pdf"`
			}
		});
	});
