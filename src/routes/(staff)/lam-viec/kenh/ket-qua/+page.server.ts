import { figureNames, type Figures } from '#channels/delivery.ts';
import { outlets } from '#channels/forms.ts';
import * as results from '#channels/results.server.ts';
import { areaNames } from '#content/areas.server.ts';
import { addDays, dayOf, isDay, startOfDay } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { show } from '../../../../answer.server.ts';
import type { PageServerLoad } from './$types';

const said = (figures: Figures): string =>
	Object.entries(figures)
		.filter(([name]) => name in figureNames)
		.map(([name, value]) => `${value.toLocaleString('vi-VN')} ${figureNames[name as keyof Figures]}`)
		.join(' · ');

export const load: PageServerLoad = ({ locals: { ctx }, url }) =>
	show(async () => {
		const today = dayOf(ctx.now);
		const asked = { from: url.searchParams.get('tu') ?? '', to: url.searchParams.get('den') ?? '' };
		const from = isDay(asked.from) ? asked.from : `${today.slice(0, 4)}-01-01`;
		const to = isDay(asked.to) && asked.to >= from ? asked.to : today;
		const found = await results.totals(ctx, startOfDay(from), startOfDay(addDays(to, 1)));
		const names = await read(ctx, areaNames);
		const worded = <Row extends { figures: Figures }>(rows: Row[]) =>
			rows.map(({ figures, ...row }) => ({ ...row, figures: said(figures) }));
		return {
			from,
			to,
			byAccount: worded(found.byAccount).map(({ kind, ...row }) => ({ ...row, kind: outlets[kind] })),
			byArea: worded(found.byArea).map((row) => ({ ...row, name: names[row.key] ?? row.key })),
			byMonth: worded(found.byMonth).map((row) => ({
				...row,
				name: `Tháng ${Number(row.key.slice(5))}/${row.key.slice(0, 4)}`
			})),
			newest: worded(found.newest)
		};
	});
