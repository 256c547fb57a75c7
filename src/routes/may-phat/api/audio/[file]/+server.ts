/** The audio of an item, for the console that is to play it. */
import { Readable } from 'node:stream';
import * as playout from '#broadcast/playout.server.ts';
import * as files from '#platform/files.server.ts';
import { answerConsole } from '../../console.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	answerConsole(event, async (ctx, token) => {
		const file = await playout.audioFor(ctx, token, event.params.file);
		return new Response(Readable.toWeb(files.openStream(file)) as ReadableStream, {
			headers: {
				'content-type': file.mime,
				'content-length': String(file.bytes),
				'cache-control': 'private, no-store'
			}
		});
	});
