import * as drafts from '#plan/plan-drafts.server.ts';
import { fields, parsed } from '#plan/form.ts';
import { areaForm, headerForm, recipientsForm, type AreaInput } from '#plan/plan-form.ts';
import * as plans from '#plan/plans.server.ts';
import { placed } from '#plan/reading.ts';
import { act, show } from '../../../../../answer.server.ts';
import { numberIn } from '../../address.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	show(async () => {
		const view = await plans.byId(locals.ctx, numberIn(params.id));
		return { ...view, reading: placed(view.plan.understood, view.plan.sourceText ?? '', view.areas) };
	});

const saved = (part: string) => ({ message: `Đã lưu ${part}.` });

export const actions: Actions = {
	header: ({ locals, params, request }) =>
		act(async () => {
			await drafts.correctHeader(
				locals.ctx,
				numberIn(params.id),
				parsed(headerForm, fields(await request.formData()))
			);
			return saved('phần thể thức');
		}),
	areas: ({ locals, params, request }) =>
		act(async () => {
			const data = await request.formData();
			const rows: AreaInput[] = [];
			const [keys, markers, names, texts] = ['key', 'marker', 'shortName', 'text'].map((name) =>
				data.getAll(name).map(String)
			);
			for (const [at, text] of texts!.entries()) {
				// An emptied row is a dropped area.
				if (!text.trim() && !names![at]!.trim()) continue;
				rows.push(parsed(areaForm, { key: keys![at], marker: markers![at], shortName: names![at], text }));
			}
			await drafts.correctAreas(locals.ctx, numberIn(params.id), Number(data.get('lockVersion')), rows);
			return saved('nội dung tuyên truyền');
		}),
	recipients: ({ locals, params, request }) =>
		act(async () => {
			const given = parsed(recipientsForm, fields(await request.formData()));
			await drafts.correctRecipients(locals.ctx, numberIn(params.id), given.lockVersion, given.recipients);
			return saved('nơi nhận');
		})
};
