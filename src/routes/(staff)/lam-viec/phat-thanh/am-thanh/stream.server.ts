/** A file of sound, whole or the part a player asks for. */
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import * as audios from '#broadcast/audio/audios.server.ts';
import { refusals } from '#broadcast/policy.ts';
import type { Ctx } from '#people/actor.ts';
import { read } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import { notFound, refuseIfAny } from '#platform/refusal.ts';

export async function stream(
	ctx: Ctx,
	id: number,
	which: (sound: audios.Audio) => number | null,
	range: string | null
): Promise<Response> {
	refuseIfAny(refusals(ctx.actor, 'look'));
	const file = await read(ctx, async (tx) => {
		const sound = await audios.of(tx, id);
		const fileId = sound && which(sound);
		return fileId ? files.byId(tx, fileId) : undefined;
	});
	if (!file) throw notFound('bản âm thanh này');
	const headers = {
		'content-type': file.mime,
		// A cut changes what lies at this address.
		'cache-control': 'private, no-cache',
		etag: `"${file.sha256.slice(0, 32)}"`,
		'accept-ranges': 'bytes'
	};
	const asked = /^bytes=(\d+)-(\d*)$/.exec(range ?? '');
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
}
