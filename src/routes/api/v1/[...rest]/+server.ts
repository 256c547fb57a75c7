/** Addresses under /api/v1 that are none: a problem like any other, not a page for people. */
import { problem } from '../../problem.ts';
import type { RequestHandler } from './$types';

export const fallback: RequestHandler = () =>
	problem({
		code: 'api.not_found',
		status: 404,
		message: 'Không có địa chỉ này trong giao diện máy. Danh sách địa chỉ có ở /api/v1/openapi.json.'
	});
