import { templateXlsx } from '#procedures/import/template.ts';
import { sendWorkbook } from '../send-workbook.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async () =>
	sendWorkbook(await templateXlsx(), 'mau-danh-muc-thu-tuc.xlsx');
