import { redirect } from '@sveltejs/kit';
import { dayOf } from '#platform/clock.ts';
import * as reports from '#reports/reports.server.ts';
import { act, show } from '../../../../answer.server.ts';
import { numberIn } from '../../ke-hoach/address.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	show(async () => {
		const { row, facts, reasons } = await reports.byId(locals.ctx, numberIn(params.id));
		return { report: row, facts, reasons, today: dayOf(locals.ctx.now) };
	});

const lines = (value: FormDataEntryValue | null): string[] => String(value ?? '').split(/\r?\n/);

async function save(locals: App.Locals, id: number, data: FormData): Promise<void> {
	await reports.edit(locals.ctx, id, Number(data.get('lockVersion')), {
		title: String(data.get('title') ?? ''),
		sections: [...data.entries()].flatMap(([name, value]) =>
			name.startsWith('section-') ? [{ id: name.slice('section-'.length), text: String(value) }] : []
		),
		addressees: lines(data.get('addressees')),
		recipients: lines(data.get('recipients')),
		signer: String(data.get('signer') ?? '').trim() || null,
		signerTitle: String(data.get('signerTitle') ?? ''),
		signerAuthority: lines(data.get('signerAuthority'))
	});
}

export const actions: Actions = {
	save: ({ locals, params, request }) =>
		act(async () => {
			await save(locals, numberIn(params.id), await request.formData());
			return { message: 'Đã lưu báo cáo.' };
		}),
	recount: ({ locals, params }) =>
		act(async () => {
			await reports.recount(locals.ctx, numberIn(params.id));
			return { message: 'Đã tính lại số liệu. Những mục đồng chí đã sửa được giữ nguyên lời.' };
		}),
	freeze: ({ locals, params, request }) =>
		act(async () => {
			const data = await request.formData();
			await reports.freeze(locals.ctx, numberIn(params.id), Number(data.get('lockVersion')));
			return { message: 'Đã chốt báo cáo. Hãy tải bản Word, trình ký rồi vào số.' };
		}),
	issue: ({ locals, params, request }) =>
		act(async () => {
			const data = await request.formData();
			await reports.issue(locals.ctx, numberIn(params.id), {
				number: String(data.get('number') ?? ''),
				issuedOn: String(data.get('issuedOn') ?? '')
			});
			return { message: 'Đã vào số báo cáo. Cấp trên xem được từ bây giờ.' };
		}),
	supplement: ({ locals, params }) =>
		act(async () => {
			redirect(303, `/lam-viec/bao-cao/${await reports.supplement(locals.ctx, numberIn(params.id))}`);
		}),
	discard: ({ locals, params }) =>
		act(async () => {
			await reports.discard(locals.ctx, numberIn(params.id));
			redirect(303, '/lam-viec/bao-cao');
		})
};
