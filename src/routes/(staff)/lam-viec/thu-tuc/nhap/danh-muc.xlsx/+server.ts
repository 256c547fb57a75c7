import { textOf } from '#procedures/compare.ts';
import { exportXlsx } from '#procedures/import/template.ts';
import { catalogueOn } from '#procedures/reading.server.ts';
import { dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { sendWorkbook } from '../send-workbook.server.ts';
import type { RequestHandler } from './$types';

/** The catalogue of today; without days, so that bringing it back untouched changes nothing. */
export const GET: RequestHandler = async ({ locals: { ctx } }) => {
	const today = dayOf(ctx.now);
	const versions = await read(ctx, (tx) => catalogueOn(tx, today));
	const listed = versions.map((version) => ({ text: textOf(version), effectiveFrom: null }));
	return sendWorkbook(await exportXlsx(listed), `danh-muc-thu-tuc-${today}.xlsx`);
};
