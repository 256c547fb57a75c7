import * as tasks from '#plan/tasks.server.ts';
import { show } from '../../../../../../answer.server.ts';
import { numberIn } from '../../../../ke-hoach/address.ts';
import { served } from '../../../../ke-hoach/serve.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params }) =>
	show(async () => served(await tasks.evidenceFile(locals.ctx, numberIn(params.id), params.token)));
