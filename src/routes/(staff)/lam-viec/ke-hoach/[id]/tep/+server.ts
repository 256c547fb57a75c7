import * as plans from '#plan/plans.server.ts';
import { show } from '../../../../../answer.server.ts';
import { numberIn } from '../../address.ts';
import { served } from '../../serve.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params }) =>
	show(async () => served(await plans.sourceFile(locals.ctx, numberIn(params.id))));
