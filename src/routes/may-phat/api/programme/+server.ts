/** A console says how it is and takes what it is to play in the next two days. */
import { z } from 'zod';
import * as consoles from '#broadcast/consoles.server.ts';
import * as playout from '#broadcast/playout.server.ts';
import { Refusal } from '#platform/refusal.ts';
import { answerConsole, sent } from '../console.server.ts';
import type { RequestHandler } from './$types';

const status = z.object({
	version: z.string().max(50),
	driftMs: z.number(),
	volume: z.number().min(0).max(1),
	playing: z.string().max(300).nullable(),
	cachedUntil: z.string().max(40).nullable(),
	free: z.number().nullable()
});

export const POST: RequestHandler = (event) =>
	answerConsole(event, async (ctx, token) => {
		const parsed = status.safeParse(await sent(event.request));
		if (!parsed.success)
			throw new Refusal({
				code: 'console.status',
				status: 400,
				message: 'Tình trạng máy phát gửi lên không đúng dạng.'
			});
		await consoles.seen(ctx, token, parsed.data);
		return playout.programmeFor(ctx, token);
	});
