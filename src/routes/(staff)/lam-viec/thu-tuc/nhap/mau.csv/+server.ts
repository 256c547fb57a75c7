import { templateCsv } from '#procedures/import/template.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () =>
	new Response(templateCsv(), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="mau-danh-muc-thu-tuc.csv"'
		}
	});
