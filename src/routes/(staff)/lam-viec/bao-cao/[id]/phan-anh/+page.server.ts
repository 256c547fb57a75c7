import * as reports from '#reports/reports.server.ts';
import { show } from '../../../../../answer.server.ts';
import { numberIn } from '../../../ke-hoach/address.ts';
import type { PageServerLoad } from './$types';

/** `?so=late&nhom=class:procedure`: the column, and the class or unit when not all of them. */
export const load: PageServerLoad = ({ locals, params, url }) =>
	show(async () => {
		const { row, ...found } = await reports.casesBehind(locals.ctx, numberIn(params.id), {
			group: url.searchParams.get('nhom'),
			measure: url.searchParams.get('so') ?? 'total'
		});
		return { ...found, report: { id: row.id, label: row.figures.period.label, asOf: row.figures.asOf } };
	});
