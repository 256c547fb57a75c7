/** Feedback of the year, brought through the verbs at their own moments. */
import * as answering from '#feedback/answering.server.ts';
import * as following from '#feedback/following.server.ts';
import * as handling from '#feedback/handling.server.ts';
import * as intake from '#feedback/intake.server.ts';
import * as leading from '#feedback/leading.server.ts';
import * as publication from '#feedback/publication.server.ts';
import { spansIn } from '#feedback/redaction.ts';
import * as templates from '#feedback/templates.server.ts';
import type { Ctx } from '#people/actor.ts';
import { cases, type SampleCase } from './feedback.ts';
import type { SampleActors } from './seed-people.server.ts';

const DAY = 86_400_000;

export async function seedFeedback(ctx: Ctx, actors: SampleActors): Promise<void> {
	await templates.addStarters({
		...ctx,
		actor: actors.get('van-phong')!,
		now: new Date('2026-01-05T08:00:00+07:00')
	});
	for (const [at, sample] of cases.entries()) {
		if (Date.parse(sample.at) < ctx.now.getTime()) await tell(ctx, actors, sample, at);
	}
}

async function tell(ctx: Ctx, actors: SampleActors, sample: SampleCase, at: number): Promise<void> {
	const came = new Date(sample.at);
	const until = sample.until;
	/** So many hours later, never in the future. */
	const as = (key: string, hours: number): Ctx => ({
		...ctx,
		actor: actors.get(key)!,
		now: new Date(Math.min(ctx.now.getTime(), came.getTime() + hours * 3_600_000))
	});
	const sender = (hours: number): Ctx => ({ ...as('van-phong', hours), actor: { kind: 'visitor' } });
	const byOffice = !['web', 'email', 'zalo'].includes(sample.source);
	const { id } = await intake.receive(byOffice ? as('van-phong', 0) : sender(0), {
		submissionKey: `du-lieu-mau-phan-anh-${at}`,
		source: sample.source,
		category: sample.category,
		text: sample.text,
		contact: { name: sample.name ?? '', phone: sample.name ? '0900 000 000' : '', email: '', address: '' },
		proven: true,
		trapped: until === 'quarantined'
	});
	if (until === 'quarantined' || until === 'received') return;
	const office = as('van-phong', 3);
	if (until === 'guided') {
		await leading.guide(office, id, {
			kind: 'denunciation',
			place: 'Phòng tiếp công dân của phường, sáng thứ Năm hằng tuần'
		});
		return;
	}
	await handling.classify(office, id, { class: sample.class, complexity: 'normal', title: sample.title });
	if (until === 'classifying') return;
	if (until === 'forwarded') {
		await leading.forward(office, id, { to: 'Sở Nội vụ', reach: 'bộ phận tiếp công dân của Sở' });
		return;
	}
	if (until === 'refused') {
		await leading.refuse(office, id, {
			ground: 'elsewhere',
			reason: 'Công ty thoát nước đang xử lý theo kế hoạch đã thông báo.'
		});
		return;
	}
	const desk = actors.get('mot-cua')!;
	await handling.assign(office, id, { unitId: desk.kind === 'person' ? desk.unitId : 0 });
	if (until === 'assigned') return;
	if (until === 'waiting') {
		await handling.ask(office, id, 'Xin cho biết cây ở cổng trước hay cổng sau của trường?');
		return;
	}
	const done = ((sample.days ?? 3) * DAY) / 3_600_000;
	await answering.draft(as('mot-cua', done - 4), id, { text: sample.answer! });
	if (until === 'drafted') return;
	await answering.approve(as('chu-tich', done - 2), id);
	if (until === 'approved') return;
	await answering.answer(as('mot-cua', done), id);
	if (sample.score) await following.rate(sender(done + 20), id, { score: sample.score });
	if (until === 'reopened')
		await following.reopen(sender(done + 40), id, 'Mùi vẫn còn, bể lắng chưa được nạo vét như đã hứa.');
	if (until !== 'published') return;
	const texts = { title: sample.title, question: sample.text, answer: sample.answer! };
	await publication.prepare(as('van-phong', done + 24), id, {
		texts,
		byHand: [],
		decided: Object.fromEntries(spansIn(texts).map(({ key }) => [key, { decision: 'hide', why: '' }])),
		taskId: null,
		pictures: {}
	});
	await publication.confirm(as('pho-chu-tich', done + 30), id);
}
