import { error } from '@sveltejs/kit';
import * as previews from '#content/previews.server.ts';
import { show } from '../../../../answer.server.ts';
import { sendPrivately } from '../../../../(staff)/lam-viec/tin-bai/send-file.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { ctx }, params }) =>
	show(async () => {
		const { files } = await previews.byToken(ctx, params.token);
		const file = files.find(({ token }) => token === params.file);
		if (!file) error(404, { message: 'Không có tệp này trong bản xem trước. Hãy tải lại trang xem trước.' });
		return sendPrivately(file);
	});
