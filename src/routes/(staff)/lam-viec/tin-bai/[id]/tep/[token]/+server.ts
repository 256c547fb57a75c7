import * as files from '#content/files.server.ts';
import { show } from '../../../../../../answer.server.ts';
import { sendPrivately } from '../../../send-file.server.ts';
import { storyId } from '../../../story-form.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { ctx }, params }) =>
	show(async () => sendPrivately(await files.byToken(ctx, storyId(params.id), params.token)));
