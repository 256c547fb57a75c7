import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#people/actor.ts';
import { makeWard, testNow, type TestWard } from '#people/testing.ts';
import { contentArea, evidence, plan, task } from '#plan/schema.server.ts';
import { read, transact } from '#platform/db.server.ts';
import * as platformFiles from '#platform/files.server.ts';
import { historyOf } from '#platform/journal.server.ts';
import type { Refusal } from '#platform/refusal.ts';
import { useDatabase } from '#platform/testing/database.ts';
import * as areas from './areas.server.ts';
import { fromBlocks } from './blocks.ts';
import * as files from './files.server.ts';
import * as published from './published.server.ts';
import * as publishing from './publishing.server.ts';
import * as reading from './reading.server.ts';
import * as reminders from './reminders.server.ts';
import * as review from './review.server.ts';
import * as stories from './stories.server.ts';
import { readyInput, storyIn } from './testing.ts';

const database = useDatabase();
let ward: TestWard;
let taskId: number;
let otherTaskId: number;
let wards = 0;

/** Each test has a ward of its own, with an issued plan of two tasks. */
async function freshWard(): Promise<void> {
	wards += 1;
	ward = await makeWard(database.db, `phuong-${wards}`);
	const office = ward.as('office');
	await transact(office, async (tx) => {
		const by = office.actor.personId;
		const [planned] = await tx
			.insert(plan)
			.values({
				year: 2026,
				title: 'Kế hoạch',
				number: '1',
				issuedOn: '2026-01-05',
				createdAt: testNow,
				createdByPersonId: by,
				issuedAt: testNow,
				issuedByPersonId: by
			})
			.returning();
		const planId = planned!.id;
		const [one, two] = await tx
			.insert(task)
			.values([1, 2].map((no) => ({ planId, no, title: `Nhiệm vụ số ${no}`, createdAt: testNow })))
			.returning();
		taskId = one!.id;
		otherTaskId = two!.id;
		await tx.insert(contentArea).values(
			['one_stop', 'digital'].map((key, ordinal) => ({
				planId,
				key,
				marker: 'a',
				shortName: key,
				text: key,
				ordinal
			}))
		);
	});
}

const at = (iso: string): Date => new Date(`${iso}+07:00`);
const robot = (now: Date): Ctx => ({ ...ward.robot(now), actor: { kind: 'robot', name: 'hen-gio' } });
const visitor = (now = testNow): Ctx => ({
	wardId: ward.wardId,
	actor: { kind: 'visitor' },
	now,
	db: database.db
});
const code = (work: Promise<unknown>): Promise<string> =>
	work.then(
		() => 'done',
		(error: Refusal) => error.code ?? String(error)
	);
const acts = async (id: number): Promise<string[]> =>
	(await read(ward.as('admin'), (tx) => historyOf(tx, { kind: 'story', id })))
		.map((line) => line.act)
		.reverse();
const lockOf = async (id: number): Promise<number> =>
	(await reading.byId(ward.as('office'), id)).row.lockVersion;
const evidenceRows = () => read(ward.as('admin'), (tx) => tx.select().from(evidence).orderBy(evidence.id));
async function approved(title?: string, changes: Parameters<typeof readyInput>[0] = {}): Promise<number> {
	return storyIn(ward, 'approved', { ...(title ? { title } : {}), taskId, ...changes });
}

describe('publishing', () => {
	beforeAll(freshWard);

	it('shows the approved text under an address made of its title, and lands evidence on the task', async () => {
		const id = await approved('Đường dây nóng phường tiếp nhận phản ánh');
		expect(await published.bySlug(visitor(), 'duong-day-nong-phuong-tiep-nhan-phan-anh')).toBeUndefined();
		expect(await code(publishing.publish(ward.as('radio'), id))).toBe('story.role');
		expect(await code(publishing.publish(ward.as('superior'), id))).toBe('not_found');
		const slug = await publishing.publish(ward.as('culture'), id);
		expect(slug).toBe('duong-day-nong-phuong-tiep-nhan-phan-anh');
		const article = await published.bySlug(visitor(), slug);
		expect(article).toMatchObject({
			kind: 'article',
			title: 'Đường dây nóng phường tiếp nhận phản ánh',
			areas: ['one_stop'],
			expired: false
		});
		expect(await evidenceRows()).toMatchObject([
			{
				taskId,
				contentAreaKey: 'one_stop',
				channel: 'portal',
				url: `/tin-tuc/${slug}`,
				sourceKind: 'story',
				sourceId: String(id),
				withdrawnAt: null
			}
		]);
		expect((await acts(id)).at(-1)).toBe('story.published');
		// Who may not open the working version is led to the public one.
		expect(await code(reading.byId(ward.as('accountant'), id))).toBe('not_found');
		expect(await reading.publicPath(ward.as('accountant'), id)).toBe(`/tin-tuc/${slug}`);
		expect(await reading.publicPath(ward.as('accountant'), await storyIn(ward, 'draft'))).toBeUndefined();
		expect(await code(publishing.publish(ward.as('culture'), id))).toBe('story.state');
	});

	it('gives two stories of one title two addresses, also when they come out at the same moment', async () => {
		const ids = await Promise.all([1, 2, 3].map(() => approved('Cùng một tiêu đề cho ba bài')));
		const slugs = await Promise.all(ids.map((id) => publishing.publish(ward.as('office'), id)));
		expect(slugs.sort()).toEqual([
			'cung-mot-tieu-de-cho-ba-bai',
			'cung-mot-tieu-de-cho-ba-bai-2',
			'cung-mot-tieu-de-cho-ba-bai-3'
		]);
	});

	it('keeps the old version public while the next is drafted, approved and waits for its minute', async () => {
		const id = await approved('Bài có bản cũ và bản mới');
		const slug = await publishing.publish(ward.as('office'), id);
		await stories.save(
			ward.as('culture'),
			id,
			await lockOf(id),
			readyInput({ title: 'Bài đã có bản mới hoàn toàn', areas: ['digital'], taskId })
		);
		expect((await acts(id)).at(-1)).toBe('story.new_version');
		const shown = async () => (await published.bySlug(visitor(), slug)) as published.Article;
		expect((await shown()).title).toBe('Bài có bản cũ và bản mới');
		await review.submit(ward.as('culture'), id);
		await review.approve(ward.as('chair'), id);
		await publishing.schedule(ward.as('chair'), id, at('2026-06-15T10:00:00'));
		expect((await shown()).title).toBe('Bài có bản cũ và bản mới');
		expect((await published.list(visitor(), { area: 'digital' })).total).toBe(0);
		await publishing.publishDue(robot(at('2026-06-15T10:00:01')));
		expect(await shown()).toMatchObject({
			slug,
			title: 'Bài đã có bản mới hoàn toàn',
			publishedAt: testNow,
			updatedAt: at('2026-06-15T10:00:01')
		});
		expect((await published.list(visitor(), { area: 'digital' })).total).toBe(1);
		const rows = (await evidenceRows()).filter((row) => row.sourceId === String(id) && !row.withdrawnAt);
		expect(rows).toMatchObject([{ contentAreaKey: 'digital', title: 'Bài đã có bản mới hoàn toàn' }]);
	});

	it('can give the new version up and stand as it was', async () => {
		const id = await approved('Bài không đổi nữa');
		await publishing.publish(ward.as('office'), id);
		await stories.save(
			ward.as('culture'),
			id,
			await lockOf(id),
			readyInput({ title: 'Bản sửa rồi lại bỏ đi' })
		);
		await review.discard(ward.as('culture'), id);
		expect(await reading.byId(ward.as('culture'), id)).toMatchObject({
			row: { state: 'published' },
			revision: { title: 'Bài không đổi nữa' }
		});
		expect(await code(review.discard(ward.as('culture'), await storyIn(ward, 'draft')))).toBe(
			'story.not_public'
		);
	});

	it('moves the evidence when the story is given to another task', async () => {
		const id = await approved('Bài chuyển sang nhiệm vụ khác');
		await publishing.publish(ward.as('office'), id);
		await stories.save(
			ward.as('culture'),
			id,
			await lockOf(id),
			readyInput({ title: 'Bài chuyển sang nhiệm vụ khác', taskId: otherTaskId })
		);
		const rows = (await evidenceRows()).filter((row) => row.sourceId === String(id));
		expect(rows.map((row) => [row.taskId, row.withdrawnAt === null])).toEqual([
			[taskId, false],
			[otherTaskId, true]
		]);
		expect((await reading.byId(ward.as('culture'), id)).row.state).toBe('published');
	});

	it('makes the files public that the version shows, and no others', async () => {
		const { default: sharp } = await import('sharp');
		const culture = ward.as('culture');
		const id = await stories.create(culture, readyInput());
		const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
			.png()
			.toBuffer();
		const shown = await files.upload(culture, id, { name: 'a.png', bytes }, 'picture');
		const hidden = await files.upload(culture, id, { name: 'b.png', bytes }, 'picture');
		const content = [
			...(readyInput().body as { content: unknown[] }).content,
			{ type: 'image', attrs: { token: shown.token, alt: 'Quầy', caption: '' } }
		];
		await stories.save(
			culture,
			id,
			1,
			readyInput({ title: 'Bài có ảnh chụp ở quầy', body: { type: 'doc', content } })
		);
		await review.submit(culture, id);
		await review.approve(ward.as('chair'), id);
		const slug = await publishing.publish(ward.as('chair'), id);
		const access = (token: string) =>
			read(culture, async (tx) => (await platformFiles.byToken(tx, token))!.access);
		expect([await access(shown.token), await access(hidden.token)]).toEqual(['public', 'staff']);
		expect(((await published.bySlug(visitor(), slug)) as published.Article).html).toContain(
			'width="40" height="30"'
		);
	});
});

describe('publishing at the hour', () => {
	beforeAll(freshWard);

	it('asks for a minute that lies ahead', async () => {
		const id = await approved();
		const chair = ward.as('chair');
		expect(await code(publishing.schedule(chair, id, testNow))).toBe('story.time');
		expect(await code(publishing.schedule(chair, id, new Date('hôm qua')))).toBe('story.time');
		expect(await code(publishing.schedule(chair, id, at('2028-01-01T00:00:00')))).toBe('story.time');
		expect(await code(publishing.schedule(ward.as('radio'), id, at('2026-06-16T08:00:00')))).toBe(
			'story.role'
		);
		expect(
			await code(publishing.schedule(chair, await storyIn(ward, 'in_review'), at('2026-06-16T08:00:00')))
		).toBe('story.state');
		await publishing.schedule(chair, id, at('2026-06-16T08:00:42'));
		expect((await reading.byId(chair, id)).row.scheduledAt).toEqual(at('2026-06-16T08:00:00'));
		await publishing.schedule(chair, id, at('2026-06-16T09:00:00'));
		await publishing.unschedule(ward.as('office'), id);
		expect((await reading.byId(chair, id)).row).toMatchObject({ state: 'approved', scheduledAt: null });
		expect((await acts(id)).slice(-3)).toEqual(['story.scheduled', 'story.scheduled', 'story.unscheduled']);
	});

	it('comes on the minute, not a second before, and only once with two workers at work', async () => {
		const ids = await Promise.all(
			Array.from({ length: 6 }, (_, index) => approved(`Bài hẹn giờ đăng số ${index + 1}`))
		);
		for (const id of ids) await publishing.schedule(ward.as('chair'), id, at('2026-06-15T17:00:00'));
		expect(await publishing.publishDue(robot(at('2026-06-15T16:59:59')))).toBe(0);
		const counts = await Promise.all(
			[1, 2, 3].map(() => publishing.publishDue(robot(at('2026-06-15T17:00:00'))))
		);
		expect(counts.reduce((sum, count) => sum + count, 0)).toBe(6);
		for (const id of ids) {
			const lines = await acts(id);
			expect(lines.filter((act) => act === 'story.published')).toHaveLength(1);
			expect(lines).not.toContain('story.published_late');
			expect((await reading.byId(ward.as('office'), id)).row).toMatchObject({
				state: 'published',
				lateSeconds: null
			});
		}
		expect(await publishing.publishDue(robot(at('2026-06-15T17:00:01')))).toBe(0);
		const rows = (await evidenceRows()).filter((row) => ids.map(String).includes(row.sourceId!));
		expect(rows).toHaveLength(6);
	});

	it('comes at once after a power cut, marked late, and says so in the journal', async () => {
		const id = await approved('Bài lỡ giờ vì mất điện cả đêm');
		await publishing.schedule(ward.as('chair'), id, at('2026-06-15T18:00:00'));
		expect(await publishing.publishDue(robot(at('2026-06-15T20:30:00')))).toBe(1);
		expect((await reading.byId(ward.as('office'), id)).row).toMatchObject({
			state: 'published',
			lateSeconds: 9000
		});
		const lines = await read(ward.as('admin'), (tx) => historyOf(tx, { kind: 'story', id }));
		expect(lines[0]).toMatchObject({
			act: 'story.published_late',
			robot: 'hen-gio',
			after: { lateSeconds: 9000 }
		});
		expect(await publishing.publishDue(robot(at('2026-06-15T20:30:01')))).toBe(0);
	});

	it('does not come when it was changed or sent back in between', async () => {
		const changed = await approved('Bài bị sửa trước giờ đăng');
		const back = await approved('Bài bị trả lại trước giờ đăng');
		for (const id of [changed, back])
			await publishing.schedule(ward.as('chair'), id, at('2026-06-15T19:00:00'));
		await stories.save(
			ward.as('culture'),
			changed,
			await lockOf(changed),
			readyInput({ title: 'Bài bị sửa trước giờ đăng, tiêu đề mới' })
		);
		await review.sendBack(ward.as('chair'), back, 'Chờ số liệu mới.');
		expect(await publishing.publishDue(robot(at('2026-06-15T19:00:30')))).toBe(0);
	});

	it('lets one that fails not hold the others back, and says which failed', async () => {
		const broken = await approved('Bài có nhiệm vụ hỏng', {});
		const fine = await approved('Bài sau bài hỏng vẫn đăng');
		await publishing.schedule(ward.as('chair'), broken, at('2026-06-15T21:00:00'));
		await publishing.schedule(ward.as('chair'), fine, at('2026-06-15T21:01:00'));
		// A text the public cannot be shown: its revision has no areas the evidence could name (null breaks the row).
		await database.db.execute(
			`alter table story_content_area add constraint broken check (story_id <> ${broken})`
		);
		await expect(publishing.publishDue(robot(at('2026-06-15T21:05:00')))).rejects.toThrow(String(broken));
		await database.db.execute('alter table story_content_area drop constraint broken');
		expect((await reading.byId(ward.as('office'), fine)).row.state).toBe('published');
		expect((await reading.byId(ward.as('office'), broken)).row.state).toBe('scheduled');
		expect(await publishing.publishDue(robot(at('2026-06-15T21:05:01')))).toBe(1);
	});

	it('is not for people to trigger', async () => {
		const id = await approved('Bài chỉ robot mới đăng');
		await publishing.schedule(ward.as('chair'), id, at('2026-06-15T22:00:00'));
		await expect(publishing.publishDue(ward.as('chair', at('2026-06-15T22:00:00')))).rejects.toThrow();
		expect((await reading.byId(ward.as('office'), id)).row.state).toBe('scheduled');
	});
});

describe('taking back', () => {
	beforeAll(freshWard);
	const why = {
		reason: 'Thời hạn nêu trong bài không còn đúng.',
		notice: 'Bài đã gỡ vì thời hạn thay đổi; xem bài mới.'
	};

	it('leaves a dated notice at the address and withdraws the evidence', async () => {
		const id = await approved('Bài sẽ được gỡ khỏi cổng');
		const slug = await publishing.publish(ward.as('office'), id);
		expect(await code(publishing.withdraw(ward.as('culture'), id, why))).toBe('story.role');
		expect(await code(publishing.withdraw(ward.as('office'), id, { ...why, reason: 'sai' }))).toBe(
			'story.reason_short'
		);
		await publishing.withdraw(ward.as('office'), id, why);
		expect(await published.bySlug(visitor(), slug)).toEqual({
			kind: 'withdrawn',
			slug,
			withdrawnAt: testNow,
			notice: why.notice
		});
		expect((await published.list(visitor())).stories.map((one) => one.id)).not.toContain(id);
		expect((await published.countsPerArea(visitor()))['one_stop']).toBeUndefined();
		expect((await evidenceRows()).find((row) => row.sourceId === String(id))).toMatchObject({
			withdrawnReason: `Bài đã gỡ: ${why.reason}`
		});
		expect((await acts(id)).at(-1)).toBe('story.withdrawn');
		expect(
			await code(
				stories.save(
					ward.as('culture'),
					id,
					await lockOf(id),
					readyInput({ title: 'Sửa bài đã gỡ thì không được' })
				)
			)
		).toBe('story.state');

		await publishing.restore(ward.as('office'), id);
		expect((await published.bySlug(visitor(), slug))?.kind).toBe('withdrawn');
		await review.submit(ward.as('culture'), id);
		await review.approve(ward.as('chair'), id);
		expect(await publishing.publish(ward.as('chair'), id)).toBe(slug);
		expect((await published.bySlug(visitor(), slug))?.kind).toBe('article');
		expect((await evidenceRows()).filter((row) => row.sourceId === String(id))).toMatchObject([
			{ withdrawnAt: null }
		]);
	});

	it('works while the next version is on its way, and stops that one too', async () => {
		const id = await approved('Bài gỡ khi bản mới đã hẹn giờ');
		await publishing.publish(ward.as('office'), id);
		await stories.save(
			ward.as('culture'),
			id,
			await lockOf(id),
			readyInput({ title: 'Bản mới đã hẹn giờ của bài này' })
		);
		await review.submit(ward.as('culture'), id);
		await review.approve(ward.as('chair'), id);
		await publishing.schedule(ward.as('chair'), id, at('2026-06-15T10:00:00'));
		await publishing.withdraw(ward.as('chair'), id, why);
		expect(await publishing.publishDue(robot(at('2026-06-15T10:00:00')))).toBe(0);
		expect(await code(publishing.withdraw(ward.as('chair'), id, why))).toBe('story.state');
	});

	it('has nothing to take back from a draft', async () => {
		expect(await code(publishing.withdraw(ward.as('chair'), await storyIn(ward, 'draft'), why))).toBe(
			'story.not_public'
		);
	});
});

describe('publishing in an emergency', () => {
	beforeAll(freshWard);

	it('is for the chair, needs a reason, and leaves a debt another person clears', async () => {
		const id = await storyIn(ward, 'draft', {
			title: 'Cảnh báo tin nhắn giả mạo phường',
			summary: '',
			areas: []
		});
		const reason = 'Người dân đang nhận tin nhắn lừa đảo.';
		expect(await code(publishing.publishEmergency(ward.as('vice_chair'), id, reason))).toBe('story.role');
		expect(await code(publishing.publishEmergency(ward.as('chair'), id, 'gấp'))).toBe('story.reason_short');
		const slug = await publishing.publishEmergency(ward.as('chair'), id, reason);
		expect((await published.bySlug(visitor(), slug))?.kind).toBe('article');
		expect((await reading.list(ward.as('office'))).lines.find((line) => line.id === id)?.emergencyOpen).toBe(
			true
		);
		expect(await code(review.clearEmergency(ward.as('chair'), id, ''))).toBe('story.own_emergency');
		expect(await code(review.clearEmergency(ward.as('radio'), id, ''))).toBe('story.role');
		await review.clearEmergency(ward.as('vice_chair'), id, 'Đã đối chiếu với Công an phường.');
		expect((await reading.byId(ward.as('office'), id)).facts.emergency).toBeNull();
		expect(await code(review.clearEmergency(ward.as('vice_chair'), id, ''))).toBe('story.no_debt');
		expect((await acts(id)).slice(-2)).toEqual(['story.published', 'story.emergency_cleared']);
	});
});

describe('what the public reads', () => {
	beforeAll(freshWard);

	it('pages, filters by area and month, and counts', async () => {
		for (let day = 1; day <= 5; day++) {
			const id = await approved(`Bài đăng ngày ${day} tháng Năm`, {
				areas: day % 2 ? ['digital'] : ['digital', 'one_stop']
			});
			await publishing.publish(ward.as('office', at(`2026-05-0${day}T08:00:00`)), id);
		}
		const june = await approved('Bài đăng ngày đầu tháng Sáu', { expiresOn: '2026-06-10' });
		// Half past midnight in Vietnam is still May in Greenwich.
		await publishing.publish(ward.as('office', at('2026-06-01T00:30:00')), june);
		const draft = await storyIn(ward, 'draft', { title: 'Bản nháp không ai được thấy' });
		const first = await published.list(visitor(), { perPage: 4 });
		expect(first).toMatchObject({ total: 6, page: 1, pages: 2 });
		expect(first.stories[0]!.title).toBe('Bài đăng ngày đầu tháng Sáu');
		expect((await published.list(visitor(), { perPage: 4, page: 99 })).stories).toHaveLength(2);
		expect((await published.list(visitor(), { month: '2026-05' })).total).toBe(5);
		expect((await published.list(visitor(), { month: '2026-05', area: 'one_stop' })).total).toBe(2);
		expect((await published.list(visitor(), { month: 'tháng năm' })).total).toBe(6);
		expect(await published.countsPerArea(visitor())).toEqual({ digital: 5, one_stop: 3 });
		expect(await published.months(visitor())).toEqual([
			{ month: '2026-06', count: 1 },
			{ month: '2026-05', count: 5 }
		]);
		expect((await published.latest(visitor(), 3)).map((one) => one.title)).toEqual(
			[5, 4, 3].map((day) => `Bài đăng ngày ${day} tháng Năm`)
		);
		expect(await published.bySlug(visitor(), 'bai-dang-ngay-dau-thang-sau')).toMatchObject({ expired: true });
		expect((await published.feed(visitor(), 'https://phuong.vn'))[0]).toMatchObject({
			url: '/tin-tuc/bai-dang-ngay-dau-thang-sau'
		});
		expect(await published.related(visitor(), june, 10)).toHaveLength(2);
		expect(await published.addresses(visitor())).toHaveLength(6);
		expect(
			JSON.stringify([
				first,
				await published.feed(visitor(), ''),
				await published.related(visitor(), draft, 9)
			])
		).not.toContain('Bản nháp');
		const { areas: choices, tasks } = await areas.choices(ward.as('culture'));
		expect(choices.map((choice) => [choice.key, choice.missingThisMonth])).toEqual([
			['one_stop', false],
			['digital', true]
		]);
		expect(tasks).toHaveLength(2);
	});

	it('renders a story page in a few milliseconds', async () => {
		const paragraphs = Array.from({ length: 60 }, (_, index) => ({
			type: 'paragraph' as const,
			text: `${index} ${'Thủ tục hành chính công khai, minh bạch. '.repeat(12)}`
		}));
		const id = await approved('Bài dài để đo thời gian', { body: fromBlocks(paragraphs) });
		const slug = await publishing.publish(ward.as('office'), id);
		await published.bySlug(visitor(), slug);
		const started = performance.now();
		for (let round = 0; round < 20; round++) await published.bySlug(visitor(), slug);
		expect((performance.now() - started) / 20).toBeLessThan(15);
	});

	it('reminds once for each date of review or expiry', async () => {
		const id = await approved('Bài đến hạn rà soát', { reviewBy: '2026-06-20', expiresOn: '2026-07-30' });
		await publishing.publish(ward.as('office'), id);
		const remind = (day: string) => reminders.remindDue(robot(at(`${day}T08:00:00`)));
		await remind('2026-06-19');
		expect(await acts(id)).not.toContain('story.review_due');
		await remind('2026-06-20');
		await remind('2026-06-21');
		expect((await acts(id)).filter((act) => act === 'story.review_due')).toHaveLength(1);
		expect(
			(await reminders.dueForReview(ward.as('culture', at('2026-06-21T08:00:00')))).map((one) => one.id)
		).toContain(id);
		await remind('2026-07-23');
		await remind('2026-07-24');
		expect((await acts(id)).filter((act) => act === 'story.review_due')).toHaveLength(2);
		await stories.save(
			ward.as('culture'),
			id,
			await lockOf(id),
			readyInput({ title: 'Bài đến hạn rà soát', reviewBy: '2026-08-01', taskId, expiresOn: '2026-12-31' })
		);
		await remind('2026-08-01');
		expect((await acts(id)).filter((act) => act === 'story.review_due')).toHaveLength(3);
	});

	it('shows nothing of another ward', async () => {
		const slug = (await published.list(visitor())).stories[0]!.slug;
		await freshWard();
		expect(await published.bySlug(visitor(), slug)).toBeUndefined();
		expect((await published.list(visitor())).total).toBe(0);
		expect(
			await read(ward.as('admin'), (tx) => tx.select().from(evidence).where(eq(evidence.sourceKind, 'story')))
		).toEqual([]);
	});
});
