/** A piece of sound for the ears of the office; listened to from anywhere in it. */
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import * as audios from '#broadcast/audio/audios.server.ts';
import { refusals } from '#broadcast/policy.ts';
import { read } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import { notFound, refuseIfAny } from '#platform/refusal.ts';
import { show } from '../../../../../answer.server.ts';
import { numberOf } from '../../doing.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { ctx }, params, request }) =>
	show(async () => {
		refuseIfAny(refusals(ctx.actor, 'look'));
		const file = await read(ctx, async (tx) => {
			const sound = await audios.of(tx, numberOf(params.id));
			return sound?.mp3FileId ? files.byId(tx, sound.mp3FileId) : undefined;
		});
		if (!file) throw notFound('bản âm thanh này');
		const headers = {
			'content-type': file.mime,
			'cache-control': 'private, max-age=600',
			'accept-ranges': 'bytes'
		};
		const asked = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get('range') ?? '');
		const from = Number(asked?.[1] ?? 0);
		const to = Math.min(asked?.[2] ? Number(asked[2]) : Infinity, file.bytes - 1);
		if (!asked || from > to)
			return new Response(Readable.toWeb(files.openStream(file)) as ReadableStream, {
				headers: { ...headers, 'content-length': String(file.bytes) }
			});
		return new Response(
			Readable.toWeb(createReadStream(files.pathOf(file.token), { start: from, end: to })) as ReadableStream,
			{
				status: 206,
				headers: {
					...headers,
					'content-length': String(to - from + 1),
					'content-range': `bytes ${from}-${to}/${file.bytes}`
				}
			}
		);
	});
