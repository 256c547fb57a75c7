import * as answering from '#feedback/answering.server.ts';
import * as casefile from '#feedback/casefile.server.ts';
import { unitChoices, unitNamed } from '#feedback/choices.server.ts';
import { explained } from '#feedback/due-words.ts';
import { guidanceKinds, usualPlace, type GuidanceKind } from '#feedback/guidance.ts';
import * as handling from '#feedback/handling.server.ts';
import * as leading from '#feedback/leading.server.ts';
import * as merging from '#feedback/merging.server.ts';
import * as quarantine from '#feedback/quarantine.server.ts';
import * as senders from '#feedback/senders.server.ts';
import * as templates from '#feedback/templates.server.ts';
import type { Ctx } from '#people/actor.ts';
import { show } from '../../../../answer.server.ts';
import { caseId, does, holderOf, lockOf, text } from '../case-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx }, params, url }) =>
	show(async () => {
		const id = caseId(params.id);
		const file = await casefile.open(ctx, id);
		const open = (act: keyof typeof file.reasons): boolean => file.reasons[act].length === 0;
		return {
			id,
			...file,
			due: file.row.due ? { ...file.row.due, explained: explained(file.row.due) } : null,
			looks: await senders.looksOf(ctx, id),
			units: await unitChoices(ctx),
			suggestedUnitId: await unitNamed(ctx, file.row.suggestion.unit),
			likely: open('merge') ? await merging.likelySame(ctx, id) : [],
			templates: open('draft') ? await templates.forCase(ctx, id) : [],
			templateId: Number(url.searchParams.get('mau')) || null,
			usualPlaces: Object.fromEntries(
				Object.keys(guidanceKinds).map((kind) => [kind, usualPlace(kind as GuidanceKind, file.wardName)])
			),
			now: ctx.now
		};
	});

type Verb = (ctx: Ctx, id: number, form: FormData) => Promise<unknown>;
/** A verb that takes the case and the version the page was made from, and nothing else. */
const plain =
	(verb: (ctx: Ctx, id: number, lock?: number) => Promise<unknown>): Verb =>
	(ctx, id, form) =>
		verb(ctx, id, lockOf(form));

export const actions: Actions = {
	release: does('release', 'Đã tiếp nhận. Bước tiếp: phân loại.', plain(quarantine.release)),
	rejectSpam: does(
		'rejectSpam',
		'Đã ghi là tin rác. Có thể lấy lại ở trang “Nghi tin rác”.',
		plain(quarantine.rejectSpam)
	),
	takeUp: does('takeUp', 'Đồng chí đã nhận phân loại việc này.', plain(handling.takeUp)),
	classify: does('classify', 'Đã phân loại. Bước tiếp: giao xử lý.', (ctx, id, form) =>
		handling.classify(
			ctx,
			id,
			{
				class: text(form, 'class'),
				complexity: text(form, 'complexity'),
				title: text(form, 'title'),
				aboutUnitId: Number(text(form, 'aboutUnitId')) || null
			},
			lockOf(form)
		)
	),
	assign: does('assign', 'Đã giao xử lý. Đơn vị được báo, người gửi được báo hạn trả lời.', (ctx, id, form) =>
		handling.assign(ctx, id, { ...holderOf(form), note: text(form, 'note') }, lockOf(form))
	),
	handOver: does('handOver', 'Đã chuyển. Nơi nhận được báo kèm lý do.', (ctx, id, form) =>
		handling.handOver(ctx, id, { ...holderOf(form), note: text(form, 'note') }, lockOf(form))
	),
	ask: does('ask', 'Đã gửi câu hỏi. Thời hạn tạm dừng cho đến khi có trả lời.', (ctx, id, form) =>
		handling.ask(ctx, id, text(form, 'question'), lockOf(form))
	),
	resume: does('resume', 'Đã tiếp tục. Thời hạn chạy lại, không tính những ngày chờ.', (ctx, id, form) =>
		handling.resume(ctx, id, lockOf(form), text(form, 'reply'))
	),
	extend: does('extend', 'Đã gia hạn. Người gửi được báo hạn mới và lý do.', (ctx, id, form) =>
		handling.extend(ctx, id, { days: Number(text(form, 'days')), reason: text(form, 'reason') }, lockOf(form))
	),
	forward: does('forward', 'Đã chuyển. Người gửi được báo nơi nhận và cách liên hệ.', (ctx, id, form) =>
		leading.forward(
			ctx,
			id,
			{ to: text(form, 'to'), reach: text(form, 'reach'), reason: text(form, 'reason') },
			lockOf(form)
		)
	),
	takeBack: does('takeBack', 'Đã nhận lại. Hãy phân loại và giao xử lý.', (ctx, id, form) =>
		leading.takeBack(ctx, id, text(form, 'reason'), lockOf(form))
	),
	guide: does('guide', 'Đã hướng dẫn người gửi theo trình tự riêng của luật.', (ctx, id, form) => {
		const kind = text(form, 'kind');
		return leading.guide(
			ctx,
			id,
			{ kind, place: text(form, 'place') || text(form, `place-${kind}`) },
			lockOf(form)
		);
	}),
	refuse: does('refuse', 'Đã ghi không tiếp nhận. Người gửi được báo căn cứ và lý do.', (ctx, id, form) =>
		leading.refuse(ctx, id, { ground: text(form, 'ground'), reason: text(form, 'reason') }, lockOf(form))
	),
	merge: does('merge', 'Đã gộp. Người gửi được báo, khi có trả lời cũng nhận được.', (ctx, id, form) =>
		merging.merge(ctx, id, text(form, 'into'), lockOf(form))
	),
	unmerge: does('unmerge', 'Đã bỏ gộp. Việc này được xem riêng.', (ctx, id, form) =>
		merging.unmerge(ctx, id, text(form, 'reason'), lockOf(form))
	),
	note: does('note', 'Đã ghi chú. Người gửi không thấy ghi chú này.', (ctx, id, form) =>
		handling.note(ctx, id, text(form, 'note'))
	),
	draft: does('draft', 'Đã lưu dự thảo. Lãnh đạo được báo để duyệt.', (ctx, id, form) =>
		answering.draft(
			ctx,
			id,
			{
				text: text(form, 'text'),
				legalBasis: text(form, 'legalBasis'),
				answeredBy: text(form, 'answeredBy')
			},
			lockOf(form)
		)
	),
	sendBack: does('sendBack', 'Đã trả lại dự thảo kèm lý do.', (ctx, id, form) =>
		answering.sendBack(ctx, id, text(form, 'reason'), lockOf(form))
	),
	approve: does('approve', 'Đã duyệt. Đơn vị được báo để gửi cho người dân.', plain(answering.approve)),
	approveAndSend: does('approveAndSend', 'Đã duyệt và gửi trả lời cho người dân.', async (ctx, id, form) => {
		await answering.approve(ctx, id, lockOf(form));
		await answering.answer(ctx, id);
	}),
	answer: does('answer', 'Đã gửi trả lời. Người gửi được báo.', plain(answering.answer)),
	reopen: does('reopen', 'Đã mở lại. Hạn mới tính từ hôm nay.', (ctx, id, form) =>
		handling.reopen(ctx, id, text(form, 'reason'), lockOf(form))
	),
	look: does('look', 'Lượt mở này đã ghi vào nhật ký.', (ctx, id, form) =>
		senders.look(ctx, id, text(form, 'reason'))
	),
	openSealed: does(
		'openSealed',
		'Nội dung hiện một lần ở dưới. Lượt mở này đã ghi vào nhật ký.',
		(ctx, id, form) => senders.openSealed(ctx, id, text(form, 'reason'))
	),
	erase: does('erase', 'Đã xóa thông tin người gửi. Nội dung phản ánh vẫn còn.', (ctx, id, form) =>
		senders.erase(ctx, id, text(form, 'reason'))
	)
};
