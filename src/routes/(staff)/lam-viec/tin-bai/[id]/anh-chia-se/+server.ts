import * as reading from '#content/reading.server.ts';
import { drawPicture } from '#content/share-picture.server.ts';
import * as wards from '#people/wards.server.ts';
import { show } from '../../../../../answer.server.ts';
import { storyId } from '../../story-form.server.ts';
import type { RequestHandler } from './$types';

/** How the version being worked on looks where its link is posted. */
export const GET: RequestHandler = async ({ locals: { ctx }, params }) => {
	const picture = await show(async () => {
		const { revision } = await reading.byId(ctx, storyId(params.id));
		const { name } = await wards.byId(ctx.db, ctx.wardId);
		return drawPicture({ title: revision.title, wardName: name, cover: revision.cover });
	});
	return new Response(new Uint8Array(picture), {
		headers: { 'content-type': 'image/png', 'cache-control': 'private, max-age=60' }
	});
};
