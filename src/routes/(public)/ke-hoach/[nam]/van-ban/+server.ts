/** The document of the plan in force, as it was read: an issued plan is addressed to everyone in the ward. */
import { Readable } from 'node:stream';
import { error } from '@sveltejs/kit';
import * as plans from '#plan/plans.server.ts';
import { read } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import { forEveryone } from '../../../portal.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, params }) => {
	const year = /^\d{4}$/.test(params.nam) ? Number(params.nam) : 0;
	const plan = await plans.current(ctx, year);
	const fileId = plan?.sourceFileId;
	const file = fileId ? await read(ctx, (tx) => files.byId(tx, fileId)) : undefined;
	if (!plan || (!file && !plan.sourceText)) {
		error(404, 'Chưa có văn bản kế hoạch của năm này để tải về. Mời xem nội dung trên trang Kế hoạch.');
	}
	const headers = { ...forEveryone, 'x-content-type-options': 'nosniff' };
	if (!file) {
		return new Response(plan.sourceText, {
			headers: {
				...headers,
				'content-type': 'text/plain; charset=utf-8',
				'content-disposition': `attachment; filename="ke-hoach-${year}.txt"`
			}
		});
	}
	return new Response(Readable.toWeb(files.openStream(file)) as ReadableStream, {
		headers: {
			...headers,
			'content-type': file.mime,
			'content-length': String(file.bytes),
			'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replaceAll("'", '%27')}`
		}
	});
};
