import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import * as publishing from '#content/publishing.server.ts';
import { storyIn } from '#content/testing.ts';
import { makeWard, testNow, type TestWard } from '#people/testing.ts';
import { read, transact } from '#platform/db.server.ts';
import { historyOf } from '#platform/journal.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { announce } from '#procedures/announcements.server.ts';
import { openDuties } from '#procedures/duties.server.ts';
import { aCatalogue, procedureText } from '#procedures/testing.ts';
import * as areas from './areas.server.ts';
import * as asRuns from './as-run.server.ts';
import * as consoles from './consoles.server.ts';
import * as episodes from './episodes.server.ts';
import { answerWords, fitting, procedureWords, storyWords } from './filling.ts';
import * as filling from './filling.server.ts';
import * as programmes from './programmes.server.ts';
import { playoutItem, programme } from './schema.server.ts';
import * as segments from './segments.server.ts';

describe('words for the air', () => {
	it('of a story are its lines as sentences, or its head with the way to the rest', () => {
		const [whole, short] = storyWords({
			title: 'Mở thêm quầy',
			summary: 'Quầy số 2 mở từ thứ Hai',
			text: 'Dòng một\n[Ảnh: quầy] chú thích\n- Mục một\n2. Mục hai\nTên | Giờ'
		});
		expect(whole).toBe('Mở thêm quầy.\nDòng một.\nMục một.\nMục hai.\nTên, Giờ.');
		expect(short).toBe(
			'Mở thêm quầy.\nQuầy số 2 mở từ thứ Hai.\nMời bà con đọc toàn bài trên cổng thông tin của phường.'
		);
	});

	it('of an answer never begin with a name', () => {
		const [whole, short] = answerWords({
			slug: 'a',
			title: 'Hỏi',
			question: 'Nộp ở đâu?',
			answer: 'Một.\nHai.\nBa.',
			answeredBy: 'Bộ phận Một cửa'
		});
		expect(whole).toBe('Có người dân hỏi: Nộp ở đâu?\nBộ phận Một cửa trả lời:\nMột.\nHai.\nBa.');
		expect(short).toContain('Hai.\nCâu trả lời đầy đủ');
	});

	it('of a procedure say who, with which papers, how long, how much, where', () => {
		const text = procedureText({ name: 'Thủ tục đăng ký kết hôn' });
		const [whole, short] = procedureWords(text, '2026-06-15');
		expect(whole).toBe(
			[
				'Thủ tục trong tuần: đăng ký kết hôn.',
				'Ai được làm: Công dân Việt Nam.',
				'Giấy tờ chính cần có: Tờ khai.',
				'Thời hạn giải quyết: 3 ngày làm việc.',
				'Phí, lệ phí: Miễn phí.',
				'Bà con nộp hồ sơ trực tuyến trên Cổng Dịch vụ công quốc gia hoặc tại Trung tâm Phục vụ hành chính công của phường.',
				'Giấy tờ, mẫu đơn đầy đủ có trên cổng thông tin của phường và tại bảng niêm yết.'
			].join('\n')
		);
		expect(short).not.toContain('Tờ khai');
	});

	it('take the longest form that fits, else the shortest', () => {
		expect(fitting(['dài dài', 'dài', 'd'], (words) => words.length < 5)).toBe('dài');
		expect(fitting(['dài dài', 'dài'], () => false)).toBe('dài');
	});
});

describe('episodes made ahead', () => {
	const database = useDatabase();
	let ward: TestWard;
	let storyId: number;
	let changeSetId: number;
	let ids: number[];
	const answer = {
		slug: 'nop-o-dau',
		title: 'Nộp ở đâu?',
		question: 'Tôi nộp ở đâu?',
		answer: 'Ở quầy số 2.',
		answeredBy: 'Văn phòng'
	};

	beforeAll(async () => {
		ward = await makeWard(database.db, 'lay-san');
		await areas.add(ward.as('radio'), { name: 'Cụm một' });
		storyId = await storyIn(ward, 'published');
		await storyIn(ward, 'published', { title: 'Bài về nội dung khác của phường', areas: ['models'] });
		await storyIn(ward, 'approved', { title: 'Bài chưa đăng nên chưa được đọc' });
		const [code] = await aCatalogue(ward.as('office'), 2);
		await announce(ward.as('office'), {
			number: '77/QĐ-UBND',
			issuedOn: '2026-06-12',
			issuer: 'Ủy ban nhân dân thành phố',
			title: 'Bãi bỏ thủ tục thử nghiệm',
			lines: [{ code: code!, kind: 'abolished', effectiveOn: '2026-07-01' }]
		});
		changeSetId = (
			await read(ward.robot(), (tx) => openDuties(tx, ward.robot(), { kind: 'radio', ahead: true }))
		)[0]!.changeSetId;
		const programmeId = await programmes.create(ward.as('radio'), {
			name: 'Một cửa',
			template: ['opening', 'story', 'answer', 'procedure', 'notice', 'closing'],
			minutes: 10,
			areaKey: 'one_stop'
		});
		await programmes.addSlot(ward.as('radio'), programmeId, {
			recurrence: 'weekly',
			weekdays: [3],
			atMinute: 335,
			validFrom: '2026-06-01'
		});
		await episodes.makeAhead(ward.robot());
		const listed = await episodes.between(ward.as('radio'), testNow, new Date('2026-07-30T00:00:00+07:00'));
		ids = listed.map(({ id }) => id);
	});

	const parts = async (id: number) =>
		(await episodes.view(ward.as('radio'), id)).segments.map(({ kind, sourceKind, sourceId }) => [
			kind,
			sourceKind,
			sourceId
		]);

	it('fill themselves: what changed first, nothing twice, nothing of another area, nothing unpublished', async () => {
		expect(await filling.fillAhead(ward.robot(), [answer])).toBe(4);
		expect(await filling.fillAhead(ward.robot(), [answer])).toBe(0);
		expect(await parts(ids[0]!)).toEqual([
			['opening', null, null],
			['story', 'story', String(storyId)],
			['answer', 'answer', 'nop-o-dau'],
			['procedure', 'procedure_change', String(changeSetId)],
			['notice', null, null],
			['closing', null, null]
		]);
		const second = await parts(ids[1]!);
		expect(second[1]).toEqual(['story', null, null]);
		expect(second[3]![1]).toBe('procedure');
		const { segments: filled } = await episodes.view(ward.as('radio'), ids[0]!);
		expect(filled[1]).toMatchObject({
			contentAreaKey: 'one_stop',
			title: 'Nhận hồ sơ chứng thực trong ngày tại quầy số hai'
		});
		expect(filled[2]!.spoken).toContain('Ở quầy số hai.');
		const acts = await read(ward.robot(), async (tx) =>
			(await historyOf(tx, { kind: 'episode', id: ids[0]! })).map(({ act }) => act)
		);
		expect(acts).toEqual(['episode.filled', 'episode.made']);
	});

	it('leave alone what a person has begun', async () => {
		const [, story] = (await episodes.view(ward.as('radio'), ids[1]!)).segments;
		await segments.write(ward.as('radio'), story!.id, { title: 'Tin', written: '' });
		await storyIn(ward, 'published', { title: 'Bài mới đăng trong tuần này của phường' });
		expect(await filling.fillAhead(ward.robot(), [answer])).toBe(0);
	});

	it('let the officer take another thing, only what is still on offer', async () => {
		const [, story] = (await episodes.view(ward.as('radio'), ids[1]!)).segments;
		const offers = await filling.offersFor(ward.as('radio'), ids[1]!, [answer]);
		const stories = offers.filter(({ segmentKind }) => segmentKind === 'story');
		expect(stories.map(({ title }) => title)).toEqual(['Bài mới đăng trong tuần này của phường']);
		expect(offers.some(({ key }) => key === 'answer:nop-o-dau')).toBe(false);
		await filling.take(ward.as('radio'), story!.id, stories[0]!.key, [answer], story!.lockVersion);
		expect((await parts(ids[1]!))[1]).toEqual(['story', 'story', stories[0]!.source.id]);
		await expect(filling.take(ward.as('radio'), story!.id, stories[0]!.key, [answer])).rejects.toMatchObject({
			code: 'segment.offer_gone'
		});
		await expect(filling.take(ward.as('radio'), 999_999, 'story:1', [])).rejects.toMatchObject({
			status: 404
		});
		await expect(filling.take(ward.as('accountant'), story!.id, 'story:1', [])).rejects.toMatchObject({
			status: 403
		});
		await expect(filling.offersFor(ward.as('residential'), ids[1]!, [])).rejects.toMatchObject({
			status: 403
		});
	});

	it('tell no story any more that was withdrawn', async () => {
		const gone = await storyIn(ward, 'published', { title: 'Bài sẽ gỡ ngay sau khi đăng' });
		await publishing.withdraw(ward.as('office'), gone, {
			reason: 'Giờ làm việc đã thay đổi từ tuần này.',
			notice: 'Bài đã gỡ để cập nhật giờ làm việc mới.'
		});
		const offers = await filling.offersFor(ward.as('radio'), ids[1]!, []);
		expect(offers.some(({ key }) => key === `story:${gone}`)).toBe(false);
	});

	it('end the duty to read a change out once the loudspeakers played it', async () => {
		const robot = ward.robot(new Date('2026-06-17T12:00:00+07:00'));
		const { row, segments: all } = await episodes.view(ward.as('radio'), ids[0]!);
		const change = all.find(({ sourceKind }) => sourceKind === 'procedure_change')!;
		const [area] = await areas.list(ward.as('radio'));
		const { token } = await consoles.register(ward.as('radio'), { name: 'Máy đài', areaId: area!.id });
		await transact(robot, async (tx) => {
			await tx.insert(playoutItem).values({
				broadcastAreaId: area!.id,
				key: 'lay-san-1',
				episodeId: ids[0]!,
				level: 'routine',
				startsAt: row.airsAt,
				durationMs: 60_000,
				parts: [
					{ audioId: 1, title: 'Một', file: 'a', sha256: 'a', durationMs: 30_000, segmentId: all[0]!.id },
					{ audioId: 2, title: 'Hai', file: 'b', sha256: 'b', durationMs: 30_000, segmentId: change.id }
				],
				state: 'planned',
				changedAt: robot.now
			});
			await tx.update(programme).set({ taskId: null }).where(eq(programme.id, row.programmeId));
		});
		const open = () => read(robot, (tx) => openDuties(tx, robot, { kind: 'radio', ahead: true }));
		const line = (localId: string, endedAt: number, heard: number) => ({
			localId,
			itemKey: 'lay-san-1',
			title: 'Số',
			level: 'routine',
			plannedAt: row.airsAt.toISOString(),
			startedAt: row.airsAt.toISOString(),
			endedAt: new Date(row.airsAt.getTime() + endedAt).toISOString(),
			result: endedAt === 60_000 ? 'complete' : 'cut',
			why: '',
			parts: [
				{ audioId: 1, heardMs: 30_000, sha256: 'a' },
				{ audioId: 2, heardMs: heard, sha256: 'b' }
			]
		});
		await asRuns.bring(robot, token, [line('may-dai-1', 40_000, 10_000)]);
		expect(await open()).toHaveLength(1);
		await asRuns.bring(robot, token, [line('may-dai-2', 60_000, 30_000)]);
		expect(await open()).toEqual([]);
	});
});
