import { fail, redirect } from '@sveltejs/kit';
import { refusals as storyRefusals } from '#content/policy.ts';
import * as duties from '#procedures/duties.server.ts';
import { refusals } from '#procedures/policy.ts';
import { dutyKinds, type DutyKind } from '#procedures/procedure.ts';
import * as storyDuties from '#procedures/story-duties.server.ts';
import { radioText } from '#procedures/telling.ts';
import { dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { calendarOf } from '#platform/working-days.server.ts';
import { act } from '../../../../answer.server.ts';
import { text } from '../../tin-bai/story-form.server.ts';
import { dutyLine } from '../duty-lines.server.ts';
import { isPeriod, periodOf, periodsUntil } from './periods.ts';
import type { Actions, PageServerLoad } from './$types';

/** What has to be done because procedures changed, most urgent first, and how well the limit is kept. */
export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const today = dayOf(ctx.now);
	const asked = (name: string): string => url.searchParams.get(name)?.trim() ?? '';
	const kind = asked('loai') in dutyKinds ? (asked('loai') as DutyKind) : undefined;
	const placeId = Number(asked('noi')) || undefined;
	const mine = asked('cua-toi') === '1';
	const period = isPeriod(asked('ky')) ? asked('ky') : `${today.slice(0, 4)}-${quarter(today)}`;
	return read(ctx, async (tx) => {
		const calendar = await calendarOf(tx);
		const all = (await duties.openDuties(tx, ctx, { mine, ahead: true })).map((duty) =>
			dutyLine(duty, today, calendar)
		);
		const places = new Map(all.flatMap((duty) => (duty.placeId ? [[duty.placeId, duty.placeName!]] : [])));
		const shown = all
			.filter((duty) => !kind || duty.kind === kind)
			.filter((duty) => !placeId || duty.placeId === placeId);
		const radio: Record<number, string> = {};
		for (const { kind: of, changeSetId } of shown) {
			if (of !== 'radio' || changeSetId in radio) continue;
			const told = await storyDuties.toldOf(tx, changeSetId);
			radio[changeSetId] = told ? radioText(told.set, told.changes) : '';
		}
		return {
			today,
			filter: { kind: kind ?? '', placeId: placeId ?? 0, mine },
			places: [...places].map(([id, name]) => ({ id, name })),
			kinds: Object.fromEntries(
				(Object.keys(dutyKinds) as DutyKind[]).map((one) => [
					one,
					all.filter((duty) => duty.kind === one).length
				])
			) as Record<DutyKind, number>,
			total: all.length,
			/** To be done today or late: what the tab counts. */
			due: all.filter(({ done }) => done !== 'ahead').length,
			now: shown.filter(({ done }) => done !== 'ahead'),
			later: shown.filter(({ done }) => done === 'ahead'),
			radio,
			period,
			periods: periodsUntil(today),
			timeliness: await duties.timeliness(tx, ctx, periodOf(period)),
			may: { finish: refusals(ctx.actor, 'finish_duty'), write: storyRefusals(ctx.actor, 'create') },
			done: url.searchParams.get('xong')
		};
	});
};

const quarter = (day: string): string => `Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

export const actions: Actions = {
	xong: async ({ locals: { ctx }, request }) => {
		const form = await request.formData();
		const dutyId = Number(text(form, 'dutyId')) || 0;
		const note = text(form, 'note');
		const answered = await act(async () => {
			await duties.finish(ctx, dutyId, { note });
			return dutyId;
		});
		if (typeof answered !== 'number')
			return fail(answered.status, { refusal: answered.data.refusal, dutyId, note });
		const back = text(form, 'back');
		const path = /^\/lam-viec\/thu-tuc\/(viec|quyet-dinh\/\d+)$/.test(back) ? back : '/lam-viec/thu-tuc/viec';
		redirect(303, `${path}?xong=viec`);
	}
};
