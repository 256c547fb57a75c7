import { redirect } from '@sveltejs/kit';
import { importDocument } from '#plan/plan-import.server.ts';
import { planRefusals } from '#plan/policy.ts';
import { Refusal } from '#platform/refusal.ts';
import { act } from '../../../../answer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({ reasons: planRefusals(locals.ctx.actor, 'import') });

export const actions: Actions = {
	default: ({ locals, request }) =>
		act(async () => {
			const data = await request.formData();
			const file = data.get('file');
			const text = String(data.get('text') ?? '').trim();
			let upload: { name: string; bytes: Uint8Array };
			if (file instanceof File && file.size > 0) {
				upload = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
			} else if (text) {
				upload = { name: 'van-ban-dan.txt', bytes: new TextEncoder().encode(text) };
			} else {
				throw new Refusal({
					code: 'plan.nothing_given',
					field: 'file',
					message: 'Chưa có văn bản nào. Hãy chọn tệp kế hoạch hoặc dán nội dung vào ô bên dưới.'
				});
			}
			redirect(303, `/lam-viec/ke-hoach/${await importDocument(locals.ctx, upload)}/doi-chieu`);
		})
};
