import { redirect } from '@sveltejs/kit';
import { dayOf } from '#platform/clock.ts';
import { periodOf, usualPeriods } from '#reports/period.ts';
import { refusals } from '#reports/policy.ts';
import * as reports from '#reports/reports.server.ts';
import { act, show } from '../../../answer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	show(async () => {
		const today = dayOf(locals.ctx.now);
		const year = Number(today.slice(0, 4));
		const rows = await reports.list(locals.ctx);
		const written = new Set(rows.filter((row) => !row.supplementsReportId).map((row) => row.period));
		const months = Array.from({ length: 12 }, (_, at) =>
			periodOf(`${year}-${String(at + 1).padStart(2, '0')}`)
		);
		return {
			today,
			reasons: refusals(locals.ctx.actor, 'draft'),
			reports: rows.map(
				({ id, period, title, fromOn, toOn, number, issuedOn, frozenAt, issuedAt, supplementsReportId }) => ({
					id,
					title,
					label: periodOf(period).label,
					fromOn,
					toOn,
					number,
					issuedOn,
					frozen: frozenAt !== null,
					issued: issuedAt !== null,
					supplements: supplementsReportId !== null
				})
			),
			periods: [...usualPeriods(year), ...months, ...usualPeriods(year - 1)]
				.filter((period) => period.from <= today)
				.map((period) => ({ ...period, written: written.has(period.key) })),
			due:
				usualPeriods(year).find(
					(period) => !written.has(period.key) && period.from <= today && period.dueOn >= today
				) ?? null
		};
	});

export const actions: Actions = {
	default: ({ locals, request }) =>
		act(async () => {
			const data = await request.formData();
			redirect(303, `/lam-viec/bao-cao/${await reports.draft(locals.ctx, String(data.get('period') ?? ''))}`);
		})
};
