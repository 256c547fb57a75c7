/** A stored file as an answer to somebody signed in: never kept by others, pictures and PDF shown, the rest saved. */
import { Readable } from 'node:stream';
import { openStream, type StoredFile } from '#platform/files.server.ts';

const shownInPlace = new Set(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']);

export function served(file: StoredFile): Response {
	const way = shownInPlace.has(file.mime) ? 'inline' : 'attachment';
	return new Response(Readable.toWeb(openStream(file)) as ReadableStream, {
		headers: {
			'content-type': file.mime === 'text/plain' ? 'text/plain; charset=utf-8' : file.mime,
			'content-length': String(file.bytes),
			'content-disposition': `${way}; filename*=UTF-8''${encodeURIComponent(file.name).replaceAll("'", '%27')}`,
			'cache-control': 'private, no-store',
			'x-content-type-options': 'nosniff',
			'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox"
		}
	});
}
