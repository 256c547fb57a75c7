import * as imports from '#procedures/imports.server.ts';
import { show } from '../../../../../../answer.server.ts';
import { numberIn } from '../../../../ke-hoach/address.ts';
import { served } from '../../../../ke-hoach/serve.server.ts';
import type { RequestHandler } from './$types';

/** The file a set of changes was brought in from, for those who keep the catalogue. */
export const GET: RequestHandler = ({ locals, params }) =>
	show(async () => served(await imports.fileOfSet(locals.ctx, numberIn(params.id))));
