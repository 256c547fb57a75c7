/** A story that is ready to be sent, and stories in every state, for tests. */
import type { TestWard } from '#people/testing.ts';
import { fromBlocks } from './blocks.ts';
import * as publishing from './publishing.server.ts';
import * as review from './review.server.ts';
import * as stories from './stories.server.ts';
import type { StoryInput } from './stories.server.ts';
import type { StoryState } from './story.ts';

const sentence = 'Từ thứ Hai tuần này, người dân nộp hồ sơ tại quầy số hai và nhận kết quả ngay trong ngày.';

export function readyInput(changes: Partial<StoryInput> = {}): StoryInput {
	return {
		title: 'Nhận hồ sơ chứng thực trong ngày tại quầy số hai',
		summary: 'Quầy số hai của phường nhận và trả kết quả chứng thực ngay trong ngày làm việc.',
		body: fromBlocks([{ type: 'paragraph', text: `${sentence} ${sentence} ${sentence}` }]),
		areas: ['one_stop'],
		audiences: ['residents'],
		...changes
	};
}

/** Brings a new story by the culture officer into a state, by the verbs people use. */
export async function storyIn(
	ward: TestWard,
	state: StoryState,
	changes: Partial<StoryInput> = {}
): Promise<number> {
	const id = await stories.create(ward.as('culture'), readyInput(changes));
	if (state === 'draft') return id;
	await review.submit(ward.as('culture'), id);
	if (state === 'in_review') return id;
	if (state === 'sent_back') {
		await review.sendBack(ward.as('chair'), id, 'Cần ghi rõ giờ làm việc.');
		return id;
	}
	await review.approve(ward.as('chair'), id);
	if (state === 'approved') return id;
	if (state === 'scheduled') {
		const { now } = ward.as('chair');
		await publishing.schedule(ward.as('chair'), id, new Date(now.getTime() + 3_600_000));
		return id;
	}
	await publishing.publish(ward.as('chair'), id);
	if (state === 'withdrawn') {
		await publishing.withdraw(ward.as('office'), id, {
			reason: 'Giờ làm việc đã thay đổi từ tuần này.',
			notice: 'Bài đã gỡ để cập nhật giờ làm việc mới.'
		});
	}
	return id;
}
