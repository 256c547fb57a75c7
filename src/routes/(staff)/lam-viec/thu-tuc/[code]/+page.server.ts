import { fail, redirect } from '@sveltejs/kit';
import { card } from '#procedures/card.ts';
import { textOf } from '#procedures/compare.ts';
import * as faq from '#procedures/faq.server.ts';
import { missingParts } from '#procedures/missing.ts';
import { outlookOf } from '#procedures/outlook.ts';
import { refusals } from '#procedures/policy.ts';
import { standingOn } from '#procedures/procedure.ts';
import { ratingsSummary, type RatingsSummary } from '#procedures/ratings.server.ts';
import { versionsOf } from '#procedures/reading.server.ts';
import * as life from '#procedures/life.server.ts';
import { visitsSummary } from '#procedures/visits.server.ts';
import type { Ctx } from '#people/actor.ts';
import { addDays, dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { notFound } from '#platform/refusal.ts';
import { calendarOf } from '#platform/working-days.server.ts';
import { act, show } from '../../../../answer.server.ts';
import { doneWords, dueWords } from '../due.ts';
import { text } from '../../tin-bai/story-form.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const parts = ['noi-dung', 'cac-ban', 'niem-yet', 'hoi-dap', 'phan-hoi', 'lich-su'] as const;

export const load: PageServerLoad = ({ locals: { ctx }, params, url }) =>
	show(() =>
		read(ctx, async (tx) => {
			const today = dayOf(ctx.now);
			const versions = await versionsOf(tx, params.code);
			const { current, next, last, notice } = outlookOf(versions, today);
			const shown = current ?? next ?? last;
			if (!shown) throw notFound('thủ tục này');
			const asked = url.searchParams.get('muc');
			const part = parts.find((one) => one === asked) ?? 'noi-dung';
			const content = textOf(shown);
			const [calendar, changes] = [
				await calendarOf(tx),
				await life.changesWithDuties(tx, params.code, today)
			];
			const say = (moment: Date) => dayOf(moment);
			const year = { from: addDays(today, -364), to: today };
			return {
				today,
				part,
				code: params.code,
				name: shown.name,
				field: shown.field,
				shown: {
					id: shown.id,
					effectiveFrom: shown.effectiveFrom,
					effectiveTo: shown.effectiveTo,
					standing: standingOn(shown, today)
				},
				notice,
				missing: missingParts(content),
				sections: part === 'noi-dung' ? card(content, { day: today }) : [],
				versions: part === 'cac-ban' ? await life.versionsWithSets(tx, params.code) : [],
				changes: changes.map((change) => ({
					...change,
					duties: change.duties.map((duty) => ({
						...duty,
						due: duty.doneAt
							? doneWords(duty.dueOn, say(duty.doneAt), calendar)
							: dueWords(duty.dueOn, today, calendar)
					}))
				})),
				openDuties: changes.flatMap(({ duties }) => duties.filter(({ doneAt }) => !doneAt)).length,
				hanging: await life.hangingAt(tx, params.code),
				questions: await faq.faqOf(tx, shown.procedureId),
				ratings: part === 'phan-hoi' ? ofCode(await ratingsSummary(tx, year), params.code) : null,
				visits:
					part === 'phan-hoi'
						? ((await visitsSummary(tx, year)).procedures.find(({ code }) => code === params.code) ?? null)
						: null,
				history: part === 'lich-su' ? await life.historyWithNames(tx, params.code) : [],
				may: {
					edit: refusals(ctx.actor, 'edit'),
					faq: refusals(ctx.actor, 'manage_faq'),
					ratings: refusals(ctx.actor, 'read_ratings')
				},
				done: url.searchParams.get('xong')
			};
		})
	);

function ofCode(summary: RatingsSummary, code: string) {
	const line = summary.procedures.find((one) => one.code === code);
	return {
		count: line?.count ?? 0,
		average: line?.average ?? null,
		comments: summary.comments.filter((one) => one.code === code).slice(0, 30)
	};
}

/** Every button of the questions: read the form, call the verb, come back to the questions. */
const does =
	(done: string, verb: (ctx: Ctx, code: string, form: FormData) => Promise<unknown>) =>
	async ({ locals: { ctx }, params, request }: RequestEvent) => {
		const form = await request.formData();
		const answered = await act(async () => {
			await verb(ctx, params.code, form);
			return done;
		});
		if (typeof answered !== 'string') {
			return fail(answered.status, {
				refusal: answered.data.refusal,
				faqId: Number(text(form, 'id')) || 0,
				question: text(form, 'question'),
				answer: text(form, 'answer')
			});
		}
		redirect(303, `/lam-viec/thu-tuc/${encodeURIComponent(params.code)}?muc=hoi-dap&xong=${answered}`);
	};

const given = (form: FormData) => ({ question: text(form, 'question'), answer: text(form, 'answer') });
const numberIn = (form: FormData, name: string): number => Number(text(form, name)) || 0;

export const actions = {
	them: does('them', (ctx, code, form) => faq.add(ctx, code, given(form))),
	sua: does('sua', (ctx, _code, form) =>
		faq.change(ctx, numberIn(form, 'id'), numberIn(form, 'lockVersion'), given(form))
	),
	bo: does('bo', (ctx, _code, form) => faq.remove(ctx, numberIn(form, 'id'), numberIn(form, 'lockVersion')))
} satisfies Actions;
