import * as forms from '#procedures/forms.server.ts';
import { sendPrivately } from '../../../tin-bai/send-file.server.ts';
import { show } from '../../../../../answer.server.ts';
import type { RequestHandler } from './$types';

/** A form while its text is being edited: not public yet, so the portal's own address does not know it. */
export const GET: RequestHandler = ({ locals: { ctx }, params }) =>
	show(async () => sendPrivately(await forms.byToken(ctx, params.token)));
