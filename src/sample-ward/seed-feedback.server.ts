/** Feedback of the year, brought through the verbs at their own moments. */
import * as answering from '#feedback/answering.server.ts';
import * as casefile from '#feedback/casefile.server.ts';
import * as following from '#feedback/following.server.ts';
import * as handling from '#feedback/handling.server.ts';
import * as intake from '#feedback/intake.server.ts';
import * as leading from '#feedback/leading.server.ts';
import * as merging from '#feedback/merging.server.ts';
import * as publication from '#feedback/publication.server.ts';
import { spansIn } from '#feedback/redaction.ts';
import * as splitting from '#feedback/splitting.server.ts';
import * as templates from '#feedback/templates.server.ts';
import type { Ctx } from '#people/actor.ts';
import { atNeighbours, cases, type SampleCase, type SamplePart } from './feedback.ts';
import type { SampleActors } from './seed-people.server.ts';

const DAY_HOURS = 24;
/** “Đăng kết quả trả lời phản ánh”: the task of the plan whose product a public answer is. */
const ANSWERS_TASK = 11;

/** Somebody of the office, or the sender, so many hours after the message came; never in the future. */
type Clock = { as: (key: string, hours: number) => Ctx; sender: (hours: number) => Ctx };

function clockOf(ctx: Ctx, actors: SampleActors, came: Date): Clock {
	const at = (hours: number): Date =>
		new Date(Math.min(ctx.now.getTime(), came.getTime() + hours * 3_600_000));
	return {
		as: (key, hours) => ({ ...ctx, actor: actors.get(key)!, now: at(hours) }),
		sender: (hours) => ({ ...ctx, actor: { kind: 'visitor' }, now: at(hours) })
	};
}

export async function seedFeedback(
	ctx: Ctx,
	actors: SampleActors,
	taskIds: ReadonlyMap<number, number>
): Promise<void> {
	await templates.addStarters({
		...ctx,
		actor: actors.get('van-phong')!,
		now: new Date('2026-01-05T08:00:00+07:00')
	});
	const codes = new Map<string, string>();
	const past = cases.filter((sample) => Date.parse(sample.at) < ctx.now.getTime());
	const told: { sample: SampleCase; clock: Clock; id: number }[] = [];
	for (const [at, sample] of past.entries()) {
		const clock = clockOf(ctx, actors, new Date(sample.at));
		const receipt = await receive(clock, sample, `du-lieu-mau-phan-anh-${at}`);
		codes.set(sample.title, receipt.code);
		told.push({ sample, clock, id: receipt.id });
	}
	// Who said the same is merged first: the answer goes to all of them.
	told.sort((a, b) => Number(b.sample.until === 'merged') - Number(a.sample.until === 'merged'));
	for (const { sample, clock, id } of told) {
		if (sample.sameAs) await merging.merge(clock.as('van-phong', 3), id, codes.get(sample.sameAs)!);
		else if (sample.parts) await divide(clock, id, sample, taskIds);
		else await handle(clock, id, sample, sample.text, taskIds);
	}
}

/** Messages of the ward next door wait for its own office. */
export async function seedNeighbours(ctx: Ctx): Promise<void> {
	for (const [at, sample] of atNeighbours.entries()) {
		if (Date.parse(sample.at) < ctx.now.getTime())
			await receive(
				clockOf(ctx, new Map(), new Date(sample.at)),
				{ ...sample, until: 'received' },
				`du-lieu-mau-lang-gieng-${at}`
			);
	}
}

type Sent = Pick<SampleCase, 'source' | 'category' | 'text' | 'name' | 'until'>;

function receive(clock: Clock, sample: Sent, submissionKey: string): Promise<intake.Receipt> {
	const byOffice = !['web', 'email', 'zalo'].includes(sample.source);
	return intake.receive(byOffice ? clock.as('van-phong', 0) : clock.sender(0), {
		submissionKey,
		source: sample.source,
		category: sample.category,
		text: sample.text,
		contact: { name: sample.name ?? '', phone: sample.name ? '0900 000 000' : '', email: '', address: '' },
		proven: true,
		trapped: sample.until === 'quarantined'
	});
}

async function divide(
	clock: Clock,
	id: number,
	sample: SampleCase,
	taskIds: ReadonlyMap<number, number>
): Promise<void> {
	const office = clock.as('van-phong', 2);
	const { row } = await casefile.open(office, id);
	const divided = await splitting.split(office, id, { belongs: sample.belongs! }, row.lockVersion);
	for (const [at, partId] of [id, ...divided.map((one) => one.id)].entries()) {
		const { row: part } = await casefile.open(office, partId);
		await handle(clock, partId, sample.parts![at]!, part.text, taskIds);
	}
}

/** From the office's first look as far as it came. */
async function handle(
	clock: Clock,
	id: number,
	sample: SamplePart,
	text: string,
	taskIds: ReadonlyMap<number, number>
): Promise<void> {
	const { until } = sample;
	const office = clock.as('van-phong', 3);
	if (until === 'quarantined' || until === 'received') return;
	if (until === 'withdrawn') return following.withdraw(clock.sender(20), id);
	if (until === 'guided')
		return leading.guide(office, id, {
			kind: 'denunciation',
			place: 'Phòng tiếp công dân của phường, sáng thứ Năm hằng tuần'
		});
	await handling.classify(office, id, { class: sample.class, complexity: 'normal', title: sample.title });
	if (until === 'classifying') return;
	if (until === 'forwarded')
		return leading.forward(
			office,
			id,
			sample.forwardTo ?? { to: 'Sở Nội vụ', reach: 'bộ phận tiếp công dân của Sở' }
		);
	if (until === 'refused')
		return leading.refuse(office, id, {
			ground: 'elsewhere',
			reason: 'Công ty thoát nước đang xử lý theo kế hoạch đã thông báo.'
		});
	const desk = clock.as('mot-cua', 3).actor;
	await handling.assign(office, id, { unitId: desk.kind === 'person' ? desk.unitId : 0 });
	if (until === 'assigned') return;
	if (until === 'waiting') {
		await handling.ask(office, id, 'Xin cho biết cây ở cổng trước hay cổng sau của trường?');
		return;
	}
	const done = (sample.days ?? 3) * DAY_HOURS;
	if (!(await answer(clock, id, sample.answer!, done, until))) return;
	if (sample.score) await following.rate(clock.sender(done + 20), id, { score: sample.score });
	if (sample.reopened) {
		const { reason, days, answer: again } = sample.reopened;
		await following.reopen(clock.sender(done + 40), id, reason);
		if (again) {
			const later = done + 40 + (days ?? 3) * DAY_HOURS;
			await handling.assign(clock.as('van-phong', done + 44), id, {
				unitId: desk.kind === 'person' ? desk.unitId : 0
			});
			await answer(clock, id, again, later, until);
		}
	}
	if (until === 'published')
		await publish(
			clock,
			id,
			{ title: sample.title, question: text, answer: sample.answer! },
			done,
			taskIds.get(ANSWERS_TASK) ?? null
		);
}

/** Drafted, approved and sent; false when it stops on the way. */
async function answer(
	clock: Clock,
	id: number,
	words: string,
	done: number,
	until: SamplePart['until']
): Promise<boolean> {
	await answering.draft(clock.as('mot-cua', done - 4), id, { text: words });
	if (until === 'drafted') return false;
	await answering.approve(clock.as('chu-tich', done - 2), id);
	if (until === 'approved') return false;
	await answering.answer(clock.as('mot-cua', done), id);
	return true;
}

async function publish(
	clock: Clock,
	id: number,
	texts: { title: string; question: string; answer: string },
	done: number,
	taskId: number | null
): Promise<void> {
	await publication.prepare(clock.as('van-phong', done + 24), id, {
		texts,
		byHand: [],
		decided: Object.fromEntries(spansIn(texts).map(({ key }) => [key, { decision: 'hide', why: '' }])),
		taskId,
		pictures: {}
	});
	await publication.confirm(clock.as('pho-chu-tich', done + 30), id);
}
