import * as episodes from '#broadcast/episodes.server.ts';
import * as waitingCases from '#feedback/waiting.server.ts';
import { hasRole, person, type Ctx } from '#people/actor.ts';
import * as notices from '#people/notices.server.ts';
import { refusals } from '#people/policy.ts';
import { dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import * as procedureDuties from '#procedures/duties.server.ts';
import { nextStep } from './phat-thanh/next-step.ts';
import type { PageServerLoad } from './$types';

/** The coming fortnight of the radio: how many episodes are not ready, and the next of them with what to do. */
async function radioWaiting(ctx: Ctx) {
	const all = await episodes.between(ctx, ctx.now, new Date(ctx.now.getTime() + 14 * 86_400_000));
	const lacking = all.filter((one) => one.lacking.length > 0);
	const [next] = lacking;
	return {
		many: lacking.length,
		next: next ? { id: next.id, title: next.title, airsAt: next.airsAt, step: nextStep(next)! } : null
	};
}

/** The start page: what is new for me, and the way to my work. */
export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	const actor = person(ctx);
	const today = dayOf(ctx.now);
	const duties = await read(ctx, (tx) => procedureDuties.openDuties(tx, ctx, { mine: true }));
	return {
		procedures: {
			duties: duties.length,
			late: duties.filter(({ dueOn }) => dueOn < today).length,
			soonest: duties[0]?.dueOn ?? null
		},
		radio: hasRole(actor, 'radio') ? await radioWaiting(ctx) : null,
		cases: await waitingCases.forMe(ctx),
		notices: await notices.list(ctx, { unreadOnly: true, limit: 6 }),
		may: {
			units: refusals(actor, 'edit_units').length === 0,
			daysOff: refusals(actor, 'edit_days_off').length === 0,
			journal: refusals(actor, 'read_journal').length === 0
		},
		now: ctx.now
	};
};
