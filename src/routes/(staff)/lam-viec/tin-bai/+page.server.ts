import * as areas from '#content/areas.server.ts';
import { refusals } from '#content/policy.ts';
import * as reading from '#content/reading.server.ts';
import { states, type StoryState } from '#content/story.ts';
import { person } from '#people/actor.ts';
import { dayOf } from '#platform/clock.ts';
import { show } from '../../../answer.server.ts';
import type { PageServerLoad } from './$types';

const PER_PAGE = 20;

export const load: PageServerLoad = ({ locals: { ctx }, url }) =>
	show(async () => {
		const actor = person(ctx);
		const asked = (name: string): string => url.searchParams.get(name)?.trim() ?? '';
		const state = asked('trang-thai') in states ? (asked('trang-thai') as StoryState) : undefined;
		const filter = {
			state,
			area: asked('noi-dung') || undefined,
			mine: asked('cua-toi') === '1',
			month: asked('thang') || undefined,
			words: asked('tim') || undefined
		};
		const page = Math.max(1, Math.trunc(Number(asked('trang'))) || 1);
		const { lines, total, states: counts } = await reading.list(ctx, { ...filter, page, perPage: PER_PAGE });
		const choices = await areas.choices(ctx);
		return {
			lines,
			total,
			counts,
			filter,
			page,
			pages: Math.max(1, Math.ceil(total / PER_PAGE)),
			areas: choices.areas,
			months: lastMonths(dayOf(ctx.now), 14),
			writeReasons: refusals(actor, 'create'),
			now: ctx.now
		};
	});

function lastMonths(today: string, count: number): string[] {
	const [year, month] = today.split('-').map(Number) as [number, number];
	return Array.from({ length: count }, (_, back) => {
		const number = year * 12 + (month - 1) - back;
		return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
	});
}
