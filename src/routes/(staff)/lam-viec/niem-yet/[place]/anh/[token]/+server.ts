import * as register from '#procedures/register.server.ts';
import { read } from '#platform/db.server.ts';
import { show } from '../../../../../../answer.server.ts';
import { numberIn } from '../../../../ke-hoach/address.ts';
import { served } from '../../../../ke-hoach/serve.server.ts';
import type { RequestHandler } from './$types';

/** The photo of a board, for the staff who see the board. */
export const GET: RequestHandler = ({ locals: { ctx }, params }) =>
	show(async () =>
		served(await read(ctx, (tx) => register.photo(tx, ctx, numberIn(params.place), params.token)))
	);
