import { redirect } from '@sveltejs/kit';
import * as areas from '#content/areas.server.ts';
import { allRefusals } from '#content/policy.ts';
import * as presence from '#content/presence.server.ts';
import * as previews from '#content/previews.server.ts';
import * as publishing from '#content/publishing.server.ts';
import * as reading from '#content/reading.server.ts';
import * as review from '#content/review.server.ts';
import * as stories from '#content/stories.server.ts';
import { paperOf } from '#content/ui/paper.ts';
import type { Ctx } from '#people/actor.ts';
import { Refusal } from '#platform/refusal.ts';
import { act, show } from '../../../../answer.server.ts';
import { lockOf, momentOf, storyId, text } from '../story-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

const acts = [
	'save',
	'submit',
	'send_back',
	'approve',
	'schedule',
	'unschedule',
	'publish',
	'publish_emergency',
	'clear_emergency',
	'withdraw',
	'restore',
	'discard',
	'duplicate',
	'remove',
	'preview'
] as const;

export const load: PageServerLoad = ({ locals: { ctx }, params, url }) =>
	show(async () => {
		const id = storyId(params.id);
		const { row, revision, facts, files, ...view } = await openOrGoPublic(ctx, id);
		const reasons = allRefusals(ctx.actor, acts, facts);
		return {
			id,
			row,
			isPublic: facts.isPublic,
			everPublished: facts.everPublished,
			emergencyOpen: facts.emergency !== null,
			reasons,
			story: paperOf(revision, files, (token) => `/lam-viec/tin-bai/${id}/tep/${token}`),
			revisionAt: revision.at,
			areaKeys: revision.areas,
			...view,
			...(await areas.choices(ctx)),
			others: await presence.others(ctx, id),
			previews: reasons.preview.length === 0 ? await previews.openOnes(ctx, id) : [],
			origin: url.origin,
			now: ctx.now
		};
	});

/** A link from a colleague leads those who only read to the public page. */
async function openOrGoPublic(ctx: Ctx, id: number): Promise<reading.StoryView> {
	try {
		return await reading.byId(ctx, id);
	} catch (error) {
		const path =
			error instanceof Refusal && error.status === 404 ? await reading.publicPath(ctx, id) : undefined;
		if (path) redirect(303, path);
		throw error;
	}
}

type Verb = (ctx: Ctx, id: number, form: FormData, lock: number) => Promise<unknown>;

/** Every button: read the form, call the verb, stay on the page. */
const does =
	(done: string, verb: Verb): Actions[string] =>
	async ({ locals: { ctx }, params, request }) => {
		const form = await request.formData();
		return act(async () => {
			await verb(ctx, storyId(params.id), form, lockOf(form));
			return { done };
		});
	};

export const actions: Actions = {
	submit: does('Đã gửi duyệt. Lãnh đạo thấy bài này ở đầu danh sách chờ duyệt.', (ctx, id, _form, lock) =>
		review.submit(ctx, id, lock)
	),
	sendBack: does('Đã trả lại kèm lý do. Người viết được báo để sửa.', (ctx, id, form, lock) =>
		review.sendBack(ctx, id, text(form, 'reason'), lock)
	),
	approve: does('Đã duyệt. Bài chờ đăng hoặc hẹn giờ.', (ctx, id, _form, lock) =>
		review.approve(ctx, id, lock)
	),
	approveAndPublish: does('Đã duyệt và đăng lên cổng.', async (ctx, id, _form, lock) => {
		await review.approve(ctx, id, lock);
		await publishing.publish(ctx, id);
	}),
	approveAndSchedule: does('Đã duyệt và hẹn giờ đăng.', async (ctx, id, form, lock) => {
		// The time is looked at first, so that a wrong one does not leave half of it done.
		const at = publishing.minuteAhead(ctx, momentOf(form));
		await review.approve(ctx, id, lock);
		await publishing.schedule(ctx, id, at);
	}),
	schedule: does('Đã hẹn giờ đăng. Bài tự lên cổng đúng phút đó.', (ctx, id, form, lock) =>
		publishing.schedule(ctx, id, momentOf(form), lock)
	),
	unschedule: does('Đã bỏ hẹn giờ. Bài vẫn giữ việc duyệt.', (ctx, id, _form, lock) =>
		publishing.unschedule(ctx, id, lock)
	),
	publish: does('Đã đăng lên cổng.', (ctx, id, _form, lock) => publishing.publish(ctx, id, lock)),
	publishEmergency: does('Đã đăng khẩn. Một người khác cần hậu kiểm bài này.', (ctx, id, form, lock) =>
		publishing.publishEmergency(ctx, id, text(form, 'reason'), lock)
	),
	clearEmergency: does('Đã hậu kiểm. Cảm ơn đồng chí.', (ctx, id, form) =>
		review.clearEmergency(ctx, id, text(form, 'note'))
	),
	withdraw: does('Đã gỡ bài. Địa chỉ cũ hiện lời báo cho người dân.', (ctx, id, form, lock) =>
		publishing.withdraw(ctx, id, { reason: text(form, 'reason'), notice: text(form, 'notice') }, lock)
	),
	restore: does('Đã đưa bài về nháp. Bài lên cổng lại sau khi được duyệt.', (ctx, id, _form, lock) =>
		publishing.restore(ctx, id, lock)
	),
	discard: does('Đã bỏ bản đang sửa. Bản đang đăng giữ nguyên.', (ctx, id, _form, lock) =>
		review.discard(ctx, id, lock)
	),
	makePreview: does('Đã tạo liên kết xem trước.', (ctx, id, form) =>
		previews.create(ctx, id, Number(text(form, 'days')) || 7)
	),
	revokePreview: does('Đã thu hồi liên kết.', (ctx, id, form) =>
		previews.revoke(ctx, id, Number(text(form, 'previewId')))
	),

	duplicate: async ({ locals: { ctx }, params }) => {
		const made = await act(() => stories.duplicate(ctx, storyId(params.id)));
		if (typeof made !== 'number') return made;
		redirect(303, `/lam-viec/tin-bai/${made}/sua`);
	},
	remove: async ({ locals: { ctx }, params, request }) => {
		const form = await request.formData();
		const removed = await act(() => stories.remove(ctx, storyId(params.id), lockOf(form)));
		if (removed) return removed;
		redirect(303, '/lam-viec/tin-bai');
	}
};
