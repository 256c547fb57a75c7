/** A console brings its log; the answer names the lines it may forget. */
import * as asRun from '#broadcast/as-run.server.ts';
import { answerConsole, sent } from '../console.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
	answerConsole(event, async (ctx, token) => ({
		taken: await asRun.bring(ctx, token, await sent(event.request))
	}));
