import { redirect } from '@sveltejs/kit';
import { fields, parsed } from '#plan/form.ts';
import * as plans from '#plan/plans.server.ts';
import * as taskEdit from '#plan/task-edit.server.ts';
import { taskForm } from '#plan/task-form.ts';
import { unitChoices } from '#plan/unit-choices.server.ts';
import { Refusal } from '#platform/refusal.ts';
import { act, show } from '../../../../../answer.server.ts';
import { numberIn, optionalNumber } from '../../address.ts';
import { keeping } from '../../kept.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
	show(async () => {
		const view = await plans.byId(locals.ctx, numberIn(params.id));
		const chosen = view.tasks.flatMap((task) => [
			...(task.lead ? [task.lead.id] : []),
			...task.cooperating.map((unit) => unit.id)
		]);
		return {
			...view,
			editing: optionalNumber(url.searchParams.get('sua')) ?? null,
			adding: url.searchParams.has('them'),
			doubtfulOnly: url.searchParams.has('can-xem'),
			units: await unitChoices(locals.ctx, view.plan.issuedOn ?? `${view.plan.year}-01-01`, chosen)
		};
	});

const chosenIn = (data: FormData): number[] => {
	const ids = data.getAll('chosen').map(Number).filter(Number.isSafeInteger);
	if (ids.length === 0) {
		throw new Refusal({
			code: 'task.none_chosen',
			message: 'Chưa chọn nhiệm vụ nào. Hãy đánh dấu vào ô đầu dòng rồi bấm lại.'
		});
	}
	return ids;
};
const list = (planId: string, at?: number) => `/lam-viec/ke-hoach/${planId}/nhiem-vu${at ? `#nv-${at}` : ''}`;

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const data = await request.formData();
		return keeping(data, async () => {
			const taskId = Number(data.get('taskId'));
			await taskEdit.update(
				locals.ctx,
				taskId,
				Number(data.get('lockVersion')),
				parsed(taskForm, fields(data))
			);
			redirect(303, list(params.id, taskId));
		});
	},
	add: async ({ locals, params, request }) => {
		const data = await request.formData();
		return keeping(data, async () => {
			const taskId = await taskEdit.create(locals.ctx, numberIn(params.id), parsed(taskForm, fields(data)));
			redirect(303, list(params.id, taskId));
		});
	},
	keep: ({ locals, request }) =>
		act(async () => {
			const ids = chosenIn(await request.formData());
			for (const id of ids) await taskEdit.keep(locals.ctx, id);
			return { message: `Đã giữ ${ids.length} nhiệm vụ như đề xuất.` };
		}),
	drop: ({ locals, request }) =>
		act(async () => {
			const ids = chosenIn(await request.formData());
			await taskEdit.remove(locals.ctx, ids);
			return { message: `Đã bỏ ${ids.length} nhiệm vụ khỏi dự thảo.` };
		}),
	merge: ({ locals, params, request }) =>
		act(async () => {
			const taskId = await taskEdit.merge(locals.ctx, chosenIn(await request.formData()));
			redirect(303, `/lam-viec/ke-hoach/${params.id}/nhiem-vu?sua=${taskId}#nv-${taskId}`);
		}),
	renumber: ({ locals, params }) =>
		act(async () => {
			await taskEdit.renumber(locals.ctx, numberIn(params.id));
			return { message: 'Đã đánh lại số thứ tự.' };
		})
};
