/** The picture other sites show beside a link to the story: its photo, or its drawn cover made into one. */
import { error, redirect } from '@sveltejs/kit';
import sharp from 'sharp';
import * as published from '#content/published.server.ts';
import { drawFile } from '#platform/ui/cover.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, params }) => {
	const found = await published.bySlug(ctx, params.slug);
	if (found?.kind !== 'article') error(404, 'Không có ảnh nào ở địa chỉ này.');
	const { palette, motif, token } = found.cover;
	if (token) redirect(302, `/tep/${token}`);
	const picture = await sharp(Buffer.from(drawFile(palette, motif)))
		.jpeg({ quality: 82 })
		.toBuffer();
	return new Response(new Uint8Array(picture), {
		headers: {
			'content-type': 'image/jpeg',
			'content-length': String(picture.length),
			'cache-control': 'public, max-age=86400'
		}
	});
};
