/** Files of public pages, by their unguessable token. A file only staff may see does not exist here. */
import { Readable } from 'node:stream';
import { error } from '@sveltejs/kit';
import { read } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import type { RequestHandler } from './$types';

/** What a browser may show by itself; everything else is saved. Text could be taken for a page, so it is saved too. */
const shownInPlace = new Set(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']);

export const GET: RequestHandler = async ({ locals: { ctx }, params, request }) => {
	const file = /^[\w-]{10,64}$/.test(params.token)
		? await read(ctx, (tx) => files.byToken(tx, params.token))
		: undefined;
	if (!file || file.access !== 'public') {
		error(404, 'Không có tệp nào ở địa chỉ này, hoặc tệp đã được gỡ cùng bài viết.');
	}
	const etag = `"${file.sha256.slice(0, 32)}"`;
	const headers = {
		// Bytes behind a token never change, but a withdrawn file must not live on for long in other people's caches.
		'cache-control': 'public, max-age=3600',
		etag,
		'x-content-type-options': 'nosniff'
	};
	if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
	const way = shownInPlace.has(file.mime) ? 'inline' : 'attachment';
	return new Response(Readable.toWeb(files.openStream(file)) as ReadableStream, {
		headers: {
			...headers,
			'content-type': file.mime === 'text/plain' ? 'text/plain; charset=utf-8' : file.mime,
			'content-length': String(file.bytes),
			'content-disposition': `${way}; filename*=UTF-8''${encodeURIComponent(file.name).replaceAll("'", '%27')}`,
			// A PDF or picture opened by itself runs nothing and loads nothing.
			'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox"
		}
	});
};
