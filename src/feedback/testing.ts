/** Cases for tests, brought into any state by the verbs people use. */
import type { Ctx } from '#people/actor.ts';
import type { TestWard } from '#people/testing.ts';
import { read } from '#platform/db.server.ts';
import { eq } from 'drizzle-orm';
import * as answering from './answering.server.ts';
import type { CaseState } from './case.ts';
import type { CaseRow } from './facts.server.ts';
import type { Intake } from './given.server.ts';
import * as handling from './handling.server.ts';
import * as intake from './intake.server.ts';
import * as leading from './leading.server.ts';
import * as merging from './merging.server.ts';
import * as quarantine from './quarantine.server.ts';
import { feedbackCase } from './schema.server.ts';

let keys = 0;

export const said =
	'Đèn đường đầu ngõ 5 hỏng ba hôm nay, buổi tối rất khó đi lại. Tôi là Trần Thị Mận, số 0912 345 678.';

export const aMessage = (changes: Partial<Intake> = {}): Intake => ({
	submissionKey: `khoa-xu-ly-thu-nghiem-${++keys}`,
	source: 'web',
	category: 'roads',
	// The same words too often in a day would wait for a person's look.
	text: `${said} Lần báo thứ ${keys}.`,
	contact: { name: 'Trần Thị Mận', phone: '0912 345 678', email: 'man@vidu.vn', address: '' },
	...changes
});

export const visitorOf = (ward: TestWard, now?: Date): Ctx => ({
	...ward.robot(now),
	actor: { kind: 'visitor' }
});

export async function receivedCase(
	ward: TestWard,
	changes: Partial<Intake> = {},
	now?: Date
): Promise<number> {
	return (await intake.receive(visitorOf(ward, now), aMessage(changes))).id;
}

export const anAnswer =
	'Đơn vị đã thay bóng đèn đầu ngõ ngay trong buổi sáng; đèn sáng trở lại từ tối cùng ngày. Cảm ơn ông/bà đã báo.';

/** A case in a state; it is given to the unit of the one-stop desk. */
export async function caseIn(
	ward: TestWard,
	state: Exclude<CaseState, 'published' | 'withdrawn'>,
	now?: Date,
	said: Partial<Intake> = {}
): Promise<number> {
	const office = ward.as('office', now);
	if (state === 'quarantined' || state === 'spam') {
		const id = await receivedCase(ward, { trapped: true }, now);
		if (state === 'spam') await quarantine.rejectSpam(office, id);
		return id;
	}
	const id = await receivedCase(ward, said, now);
	if (state === 'received') return id;
	if (state === 'guided') {
		await leading.guide(office, id, { kind: 'denunciation', place: 'Nơi tiếp công dân của phường' });
		return id;
	}
	if (state === 'merged') {
		const target = await receivedCase(ward, {}, now);
		await merging.merge(office, id, (await rowOf(ward, target)).code);
		return id;
	}
	await handling.classify(office, id, classified);
	if (state === 'classifying') return id;
	if (state === 'forwarded') {
		await leading.forward(office, id, { to: 'Công ty Điện lực khu vực', reach: 'số 1 phố Chợ' });
		return id;
	}
	if (state === 'refused') {
		await leading.refuse(office, id, {
			ground: 'elsewhere',
			reason: 'Công ty điện lực đang sửa theo kế hoạch đã thông báo.'
		});
		return id;
	}
	await handling.assign(office, id, { unitId: ward.unitIds.one_stop });
	if (state === 'assigned') return id;
	if (state === 'waiting') {
		await handling.ask(office, id, 'Xin cho biết đèn nào, gần nhà số bao nhiêu?');
		return id;
	}
	await answering.draft(ward.as('one_stop', now), id, { text: anAnswer });
	if (state === 'drafted') return id;
	await answering.approve(ward.as('chair', now), id);
	if (state === 'approved') return id;
	await answering.answer(ward.as('one_stop', now), id);
	if (state === 'answered') return id;
	await handling.reopen(office, id, 'Người dân báo đèn lại hỏng.');
	return id;
}

export const classified = {
	class: 'local_issue',
	complexity: 'simple',
	title: 'Đèn đường đầu ngõ không sáng'
};

export async function rowOf(ward: TestWard, id: number): Promise<CaseRow> {
	return read(
		ward.robot(),
		async (tx) => (await tx.select().from(feedbackCase).where(eq(feedbackCase.id, id)))[0]!
	);
}
