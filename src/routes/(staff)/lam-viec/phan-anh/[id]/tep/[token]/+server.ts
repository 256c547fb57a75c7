import * as casefile from '#feedback/casefile.server.ts';
import { show } from '../../../../../../answer.server.ts';
import { served } from '../../../../ke-hoach/serve.server.ts';
import { caseId } from '../../../case-form.server.ts';
import type { RequestHandler } from './$types';

/** A file of a case: only through the case, and only for eyes that may see who wrote it. */
export const GET: RequestHandler = ({ locals, params }) =>
	show(async () => served(await casefile.fileOf(locals.ctx, caseId(params.id), params.token)));
