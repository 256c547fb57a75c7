/** Long sound comes here in pieces: how much is there, the next piece, and that it was the last. */
import { json } from '@sveltejs/kit';
import { z } from 'zod';
import * as pieces from '#broadcast/audio/pieces.server.ts';
import * as segments from '#broadcast/segments.server.ts';
import { parsed } from '#plan/form.ts';
import { show } from '../../../../../../answer.server.ts';
import { numberOf } from '../../../doing.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { ctx }, params }) =>
	show(async () => json({ received: await pieces.received(ctx, params.key) }));

export const PUT: RequestHandler = ({ locals: { ctx }, params, request, url }) =>
	show(async () => {
		const bytes = new Uint8Array(await request.arrayBuffer());
		return json({
			received: await pieces.add(ctx, params.key, numberOf(url.searchParams.get('tu')), bytes)
		});
	});

const whole = z.object({
	name: z.string().min(1).max(300),
	bytes: z.number().int().min(1),
	title: z.string().max(200),
	kind: z.enum(['recording', 'upload', 'music', 'jingle']),
	/** The segment it is for, and the words that were read. */
	segmentId: z.number().int().min(1).optional(),
	spoken: z.string().max(40_000).optional()
});

export const POST: RequestHandler = ({ locals: { ctx }, params, request }) =>
	show(async () => {
		const { segmentId, ...given } = parsed(whole, await request.json().catch(() => null));
		const audioId = await pieces.finish(ctx, params.key, given);
		if (segmentId !== undefined) await segments.giveAudio(ctx, segmentId, audioId);
		return json({ audioId });
	});
