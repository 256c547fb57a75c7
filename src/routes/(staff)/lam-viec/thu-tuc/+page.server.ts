import * as duties from '#procedures/duties.server.ts';
import { matches, overviewOn } from '#procedures/overview.server.ts';
import { refusals } from '#procedures/policy.ts';
import { standings, type Standing } from '#procedures/procedure.ts';
import * as search from '#search/find.server.ts';
import { dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { inView, views, type View } from './views.ts';
import type { PageServerLoad } from './$types';

const PER_PAGE = 30;

/** The catalogue of the officers: what stands in it today, what it lacks, what has to be done. */
export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const today = dayOf(ctx.now);
	const asked = (name: string): string => url.searchParams.get(name)?.trim() ?? '';
	const words = asked('tim').slice(0, 200);
	const field = asked('linh-vuc');
	const view: View = asked('xem') in views ? (asked('xem') as View) : 'in_force';

	const { all, open } = await read(ctx, async (tx) => ({
		all: await overviewOn(tx, today),
		open: await duties.openDuties(tx, ctx, {})
	}));
	// The search knows everyday words; names and codes as they stand are found in any case, also of what has ended.
	const hits = words
		? (await search.search(ctx, { words, kind: 'procedure', limit: 200 })).hits.map(({ key }) => key)
		: [];
	const rank = new Map(hits.map((code, index) => [code, index]));
	const found = all
		.filter((line) => !field || line.field === field)
		.filter((line) => !words || rank.has(line.code) || matches(line, words));
	if (words) found.sort((a, b) => (rank.get(a.code) ?? 1000) - (rank.get(b.code) ?? 1000));
	const shown = found.filter((line) => inView(line, view));
	const pages = Math.max(1, Math.ceil(shown.length / PER_PAGE));
	const page = Math.min(pages, Math.max(1, Math.trunc(Number(asked('trang'))) || 1));
	const count = (which: View): number => all.filter((line) => inView(line, which)).length;
	return {
		today,
		filter: { words, field, view },
		fields: [...new Set(all.map((line) => line.field).filter(Boolean))],
		counts: Object.fromEntries(
			(Object.keys(views) as View[]).map((which) => [
				which,
				found.filter((line) => inView(line, which)).length
			])
		) as Record<View, number>,
		standings: Object.keys(standings) as Standing[],
		lines: shown.slice((page - 1) * PER_PAGE, page * PER_PAGE),
		total: shown.length,
		page,
		pages,
		figures: {
			inForce: count('in_force'),
			changing: count('changing'),
			incomplete: count('incomplete'),
			sheets: open.filter(({ kind }) => kind === 'board' || kind === 'take_down').length,
			duties: open.length,
			late: open.filter(({ dueOn }) => dueOn < today).length
		},
		may: {
			import: refusals(ctx.actor, 'import'),
			announce: refusals(ctx.actor, 'announce'),
			edit: refusals(ctx.actor, 'edit')
		}
	};
};
