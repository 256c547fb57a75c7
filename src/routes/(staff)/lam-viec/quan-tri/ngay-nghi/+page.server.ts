import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import * as daysOff from '#people/days-off.server.ts';
import { refusals } from '#people/policy.ts';
import { fields, parsed } from '#plan/form.ts';
import { dayOf } from '#platform/clock.ts';
import { decidedYearForm, dayOffForm } from '#platform/day-off-form.ts';
import { act, show } from '../../../../answer.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const number = z.coerce.number().int().positive().catch(0);
const yearAsked = z.coerce.number().int().min(2000).max(2199);

function yearOf({ url, locals: { ctx } }: Pick<RequestEvent, 'url' | 'locals'>): number {
	return yearAsked.catch(Number(dayOf(ctx.now).slice(0, 4))).parse(url.searchParams.get('nam'));
}

/** Who may not edit still sees the calendar; the buttons say why they are grey. */
export const load: PageServerLoad = (event) =>
	show(async () => {
		const { ctx } = event.locals;
		const year = yearOf(event);
		return {
			calendar: await daysOff.ofYear(ctx, year),
			thisYear: Number(dayOf(ctx.now).slice(0, 4)),
			refusals: refusals(ctx.actor, 'edit_days_off'),
			done: event.url.searchParams.get('xong')
		};
	});

async function doing(
	event: RequestEvent,
	done: string,
	work: (values: Record<string, unknown>) => Promise<number>
) {
	const values = fields(await event.request.formData());
	const answered = await act(() => work(values));
	if (typeof answered !== 'number') {
		const { refusal } = answered.data;
		return fail(answered.status, { refusal, values: values as Record<string, string>, tried: done });
	}
	redirect(303, `/lam-viec/quan-tri/ngay-nghi?nam=${answered}&xong=${done}`);
}

const yearOfDay = (day: string | undefined): number => Number((day ?? '').slice(0, 4));

export const actions: Actions = {
	ghi: (event) =>
		doing(event, 'ghi', async (values) =>
			yearOfDay((await daysOff.add(event.locals.ctx, parsed(dayOffForm, values)))[0])
		),
	bo: (event) =>
		doing(event, 'bo', async (values) =>
			yearOfDay(await daysOff.remove(event.locals.ctx, number.parse(values['id'])))
		),
	xacnhan: (event) =>
		doing(event, 'xacnhan', async (values) => {
			const given = parsed(decidedYearForm, values);
			await daysOff.confirmYear(event.locals.ctx, given);
			return given.year;
		}),
	bo_xacnhan: (event) =>
		doing(event, 'bo_xacnhan', async (values) => {
			const year = number.parse(values['year']);
			await daysOff.reopenYear(event.locals.ctx, year);
			return year;
		})
};
