import { sources, type Source } from '#feedback/case.ts';
import * as counting from '#feedback/counting.server.ts';
import { limitSteps, type LimitStep } from '#feedback/limits.ts';
import { messageClasses, type MessageClass } from '#feedback/message-class.ts';
import { refusals } from '#feedback/policy.ts';
import * as settings from '#feedback/settings.server.ts';
import type { Ctx } from '#people/actor.ts';
import { isDay } from '#platform/clock.ts';
import * as format from '#platform/format.ts';
import { Refusal } from '#platform/refusal.ts';
import { show } from '../../../../answer.server.ts';
import { answered, text } from '../case-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

const oneOf = <T extends string>(value: string | null, among: Record<T, unknown>): T | null =>
	value !== null && Object.hasOwn(among, value) ? (value as T) : null;

export const load: PageServerLoad = ({ locals: { ctx }, url }) =>
	show(async () => {
		const asked = url.searchParams;
		const tried = {
			day: asked.get('ngay') ?? format.isoDay(ctx.now),
			time: asked.get('gio') ?? format.time(ctx.now),
			step: oneOf<LimitStep>(asked.get('buoc'), limitSteps) ?? 'normal',
			class: oneOf<MessageClass>(asked.get('loai'), messageClasses),
			source: oneOf<Source>(asked.get('nguon'), sources) ?? 'web'
		};
		return {
			...(await settings.overview(ctx)),
			tried,
			found: asked.has('ngay') ? await counting.tryOut(ctx, tried) : null,
			may: {
				quarantine: refusals(ctx.actor, 'read_quarantine').length === 0,
				settings: refusals(ctx.actor, 'settings').length === 0
			},
			now: ctx.now
		};
	});

const wrong = (field: string, message: string): Refusal =>
	new Refusal({ code: `feedback.limit_${field}`, field, message });

function limitOf(form: FormData): settings.LimitGiven {
	const step = oneOf<LimitStep>(text(form, 'step'), limitSteps);
	if (!step) throw wrong('step', 'Hãy chọn bước nào.');
	const days = Number(text(form, 'days').replace(',', '.'));
	if (text(form, 'days').trim() === '' || !(days >= 0 && days <= 90) || !Number.isInteger(days * 2))
		throw wrong('days', 'Hãy nhập số ngày làm việc từ 0 đến 90, có thể lẻ nửa ngày.');
	const basis = text(form, 'basis').normalize('NFC').replace(/\s+/g, ' ').trim();
	if (basis.length < 5) throw wrong('basis', 'Hãy ghi văn bản quy định thời hạn này.');
	if (basis.length > 500) throw wrong('basis', 'Tên văn bản dài quá 500 ký tự. Hãy ghi gọn lại.');
	const [validFrom, validTo] = [text(form, 'validFrom'), text(form, 'validTo')];
	if (!isDay(validFrom)) throw wrong('validFrom', 'Hãy chọn ngày bắt đầu áp dụng.');
	if (validTo && !isDay(validTo)) throw wrong('validTo', 'Ngày hết hiệu lực chưa đúng.');
	return {
		step,
		class: oneOf<MessageClass>(text(form, 'class'), messageClasses),
		source: oneOf<Source>(text(form, 'source'), sources),
		days,
		basis,
		validFrom,
		validTo: validTo || null
	};
}

const does =
	(name: string, done: string, verb: (ctx: Ctx, form: FormData) => Promise<unknown>): Actions[string] =>
	async ({ locals: { ctx }, request }) => {
		const form = await request.formData();
		return answered(name, form, async () => {
			await verb(ctx, form);
			return { done };
		});
	};

export const actions: Actions = {
	addLimit: does('addLimit', 'Đã thêm thời hạn. Hạn của các việc đang xử lý được tính lại.', (ctx, form) =>
		settings.addLimit(ctx, limitOf(form))
	),
	endLimit: does(
		'endLimit',
		'Đã ghi ngày hết hiệu lực. Hạn của các việc đang xử lý được tính lại.',
		(ctx, form) => {
			const day = text(form, 'validTo');
			if (!isDay(day)) throw wrong('validTo', 'Hãy chọn ngày cuối cùng áp dụng.');
			return settings.endLimit(ctx, Number(text(form, 'id')), day);
		}
	),
	save: does('save', 'Đã lưu thiết lập.', (ctx, form) => {
		const { lockVersion, ...given } = Object.fromEntries(form);
		return settings.save(ctx, given, Number(lockVersion) || 0);
	})
};
