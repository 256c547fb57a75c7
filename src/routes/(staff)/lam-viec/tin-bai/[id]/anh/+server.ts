/** A picture or document sent from the editor while writing. */
import { json } from '@sveltejs/kit';
import * as files from '#content/files.server.ts';
import { Refusal } from '#platform/refusal.ts';
import { storyId, text, uploadOf } from '../../story-form.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals: { ctx }, params, request }) => {
	try {
		const form = await request.formData();
		const given = await uploadOf(form, 'file');
		if (!given)
			throw new Refusal({
				code: 'story.no_file',
				field: 'file',
				message: 'Chưa chọn tệp nào. Hãy chọn tệp rồi gửi lại.'
			});
		const use = text(form, 'use') === 'attachment' ? 'attachment' : 'picture';
		const { token, name, bytes } = await files.upload(ctx, storyId(params.id), given, use);
		return json({ token, name, bytes });
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return json({ outcome: 'refused', reasons: error.reasons }, { status: error.status });
	}
};
