import { randomBytes } from 'node:crypto';
import QRCode from 'qrcode';
import { categories, sources, type Category, type Source } from '#feedback/case.ts';
import * as intake from '#feedback/intake.server.ts';
import { refusals } from '#feedback/policy.ts';
import * as receipts from '#feedback/officer-receipt.server.ts';
import { Refusal, refuseIfAny } from '#platform/refusal.ts';
import { show } from '../../../../answer.server.ts';
import { answered, momentOf, text, uploadsOf } from '../case-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx } }) =>
	show(() => {
		refuseIfAny(refusals(ctx.actor, 'take_in'));
		return Promise.resolve({ key: randomBytes(18).toString('base64url'), now: ctx.now });
	});

export const actions: Actions = {
	default: async ({ locals: { ctx }, request, url }) => {
		const form = await request.formData();
		return answered('take', form, async () => {
			const at = momentOf(form);
			// The minute just typed may be the one that is running.
			const receivedAt = Math.abs(ctx.now.getTime() - at.getTime()) < 60_000 ? ctx.now : at;
			if (!Object.hasOwn(sources, text(form, 'source')))
				throw new Refusal({
					code: 'feedback.source',
					field: 'source',
					message: 'Hãy chọn phản ánh đến bằng cách nào.'
				});
			const receipt = await intake.receive(ctx, {
				submissionKey: text(form, 'key'),
				source: text(form, 'source') as Source,
				category: (Object.hasOwn(categories, text(form, 'category'))
					? text(form, 'category')
					: 'other') as Category,
				text: text(form, 'text'),
				place: text(form, 'place'),
				contact: {
					name: text(form, 'name'),
					phone: text(form, 'phone'),
					email: text(form, 'email'),
					address: text(form, 'address')
				},
				namePublic: form.has('namePublic'),
				uploads: await uploadsOf(form, 'files'),
				receivedAt
			});
			return {
				done: receipt.again ? 'Phản ánh này đã được ghi nhận trước đó.' : 'Đã ghi nhận phản ánh.',
				shown: {
					...(await receipts.paper(ctx, receipt.id)),
					secret: receipt.secret,
					origin: url.origin,
					qr: await QRCode.toString(`${url.origin}/phan-anh/tra-cuu?ma=${receipt.code}`, {
						type: 'svg',
						margin: 0
					})
				}
			};
		});
	}
};
