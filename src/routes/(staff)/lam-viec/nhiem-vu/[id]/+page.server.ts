import { airedFor } from '#broadcast/evidence.server.ts';
import * as byHand from '#plan/evidence-by-hand.server.ts';
import { fields, parsed } from '#plan/form.ts';
import * as closing from '#plan/task-closing.server.ts';
import { evidenceForm } from '#plan/task-form.ts';
import * as tasks from '#plan/tasks.server.ts';
import { act, show } from '../../../../answer.server.ts';
import { numberIn } from '../../ke-hoach/address.ts';
import { keeping } from '../../ke-hoach/kept.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	show(async () => {
		const seen = await tasks.byId(locals.ctx, numberIn(params.id));
		// Only who may see the task learns what the loudspeakers did for it.
		return { ...seen, air: await airedFor(locals.ctx, seen.task.id) };
	});

const text = (data: FormData, name: string) => String(data.get(name) ?? '');

export const actions: Actions = {
	evidence: async ({ locals, params, request }) => {
		const data = await request.formData();
		return keeping(data, async () => {
			const file = data.get('file');
			const upload =
				file instanceof File && file.size > 0
					? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
					: undefined;
			await byHand.add(locals.ctx, numberIn(params.id), parsed(evidenceForm, fields(data)), upload);
			return { message: 'Đã thêm minh chứng.' };
		});
	},
	withdraw: ({ locals, request }) =>
		act(async () => {
			const data = await request.formData();
			await byHand.takeBack(locals.ctx, Number(data.get('evidenceId')), text(data, 'reason'));
			return { message: 'Đã rút minh chứng. Minh chứng vẫn được giữ trong lịch sử.' };
		}),
	finish: ({ locals, params, request }) =>
		act(async () => {
			const data = await request.formData();
			await closing.markDone(locals.ctx, numberIn(params.id), {
				note: text(data, 'note') || null,
				askPersonId: Number(data.get('askPersonId')) || null
			});
			return { message: 'Đã báo hoàn thành nhiệm vụ.' };
		}),
	waive: ({ locals, params, request }) =>
		act(async () => {
			await closing.waive(locals.ctx, numberIn(params.id), text(await request.formData(), 'reason'));
			return { message: 'Đã khép lại nhiệm vụ với lý do.' };
		}),
	ask: ({ locals, params, request }) =>
		act(async () => {
			await closing.askConfirmation(
				locals.ctx,
				numberIn(params.id),
				Number((await request.formData()).get('askPersonId'))
			);
			return { message: 'Đã gửi đề nghị xác nhận.' };
		}),
	confirm: ({ locals, params }) =>
		act(async () => {
			await closing.confirm(locals.ctx, numberIn(params.id));
			return { message: 'Đã xác nhận.' };
		}),
	reopen: ({ locals, params, request }) =>
		act(async () => {
			await closing.reopen(locals.ctx, numberIn(params.id), text(await request.formData(), 'reason'));
			return { message: 'Đã mở lại nhiệm vụ.' };
		}),
	remind: ({ locals, params, request }) =>
		act(async () => {
			const told = await closing.remind(
				locals.ctx,
				numberIn(params.id),
				text(await request.formData(), 'text')
			);
			return { message: `Đã đôn đốc: ${told.map((one) => one.name).join(', ')}.` };
		})
};
