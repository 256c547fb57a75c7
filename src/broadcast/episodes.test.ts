import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeWard, type TestWard } from '#people/testing.ts';
import { addDays } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import { historyOf } from '#platform/journal.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { useFiles } from '#plan/testing.ts';
import { makeNext } from './audio/making.server.ts';
import * as episodes from './episodes.server.ts';
import * as programmes from './programmes.server.ts';
import * as segments from './segments.server.ts';
import * as words from './spoken-words.server.ts';

const database = useDatabase();
useFiles();
let ward: TestWard;
let programmeId: number;
let slotId: number;
const later = new Date('2026-06-16T09:00:00+07:00');

beforeAll(async () => {
	ward = await makeWard(database.db);
	programmeId = await programmes.create(ward.as('radio'), {
		name: 'Cải cách hành chính',
		template: ['opening', 'story', 'closing'],
		minutes: 10
	});
	slotId = await programmes.addSlot(ward.as('radio'), programmeId, {
		recurrence: 'weekly',
		weekdays: [3],
		atMinute: 335,
		validFrom: '2026-06-01'
	});
	await programmes.addSlot(ward.as('radio'), programmeId, {
		recurrence: 'weekly',
		weekdays: [5],
		atMinute: 1025,
		validFrom: '2026-06-01',
		repeatsSlotId: slotId
	});
});

const upcoming = () =>
	episodes.between(
		ward.as('radio'),
		new Date('2026-06-15T00:00:00+07:00'),
		new Date('2026-07-15T00:00:00+07:00')
	);

describe('episodes', () => {
	it('are made ahead once each, with their usual words already spoken', async () => {
		expect(await episodes.makeAhead(ward.robot())).toBe(2);
		expect(await episodes.makeAhead(ward.robot())).toBe(0);
		const [first] = await upcoming();
		expect(first!.airsAt.toISOString()).toBe('2026-06-16T22:35:00.000Z');
		expect(first!.lacking).toContain('chưa duyệt');
		const { segments: parts, missing } = await episodes.view(ward.as('culture'), first!.id);
		expect(parts.map(({ kind }) => kind)).toEqual(['opening', 'story', 'closing']);
		expect(parts[0]!.spoken).toContain('ngày mười bảy tháng sáu năm hai nghìn không trăm hai mươi sáu');
		expect(missing.map(({ code }) => code)).toEqual(['episode.segment_empty']);
	});

	it('go from draft to the air: two people, whole sound, and a change voids the approval', async () => {
		const [first] = await upcoming();
		const id = first!.id;
		const story = (await episodes.view(ward.as('radio'), id)).segments[1]!;
		await expect(episodes.submit(ward.as('radio'), id)).rejects.toMatchObject({
			code: 'episode.segment_empty'
		});
		await segments.write(ward.as('radio'), story.id, {
			title: 'Tin',
			written: 'Từ 8h ngày 20/6, UBND phường mở thêm quầy số 2.'
		});
		expect((await episodes.view(ward.as('radio'), id)).segments[1]!.spoken).toBe(
			'Từ tám giờ ngày hai mươi tháng sáu, Ủy ban nhân dân phường mở thêm quầy số hai.'
		);
		await episodes.submit(ward.as('radio'), id);
		await expect(episodes.approve(ward.as('radio'), id)).rejects.toMatchObject({
			code: 'broadcast.approve_script'
		});
		await episodes.approve(ward.as('chair'), id);
		expect(await read(ward.robot(), (tx) => episodes.playable(tx, id))).toBeNull();

		for (const part of (await episodes.view(ward.as('radio'), id)).segments)
			await segments.letRead(ward.as('radio'), part.id);
		while (await makeNext(ward.robot()));
		const whole = (await read(ward.robot(), (tx) => episodes.playable(tx, id)))!;
		expect(whole.parts).toHaveLength(3);
		const file = (await read(ward.robot(), (tx) => files.byToken(tx, whole.parts[0]!.file)))!;
		expect((await readFile(files.pathOf(file.token))).length).toBe(file.bytes);

		await segments.write(ward.as('culture'), story.id, { title: 'Tin', written: 'Từ 9h, quầy số 2 mở cửa.' });
		expect((await episodes.view(ward.as('radio'), id)).row).toMatchObject({
			state: 'draft',
			approvedAt: null
		});
		expect((await episodes.view(ward.as('radio'), id)).segments[1]).toMatchObject({
			lacks: 'lời đã đổi sau khi đọc',
			readsText: false
		});
		const acts = await read(ward.robot(), async (tx) =>
			(await historyOf(tx, { kind: 'episode', id })).map(({ act }) => act)
		);
		expect(acts).toEqual(
			expect.arrayContaining([
				'episode.made',
				'episode.submitted',
				'episode.approved',
				'episode.approval_voided',
				'episode.changed',
				'episode.audio_given'
			])
		);
		// Four pieces are read by the voice: on a busy machine that takes its time.
	}, 120_000);

	it('are not approved by who wrote them', async () => {
		const [, second] = await upcoming();
		const story = (await episodes.view(ward.as('chair'), second!.id)).segments[1]!;
		await segments.write(ward.as('chair'), story.id, { title: 'Tin', written: 'Lời của Chủ tịch.' });
		await episodes.submit(ward.as('chair'), second!.id);
		await expect(episodes.approve(ward.as('chair'), second!.id)).rejects.toMatchObject({
			code: 'episode.own_work'
		});
		await episodes.sendBack(ward.as('vice_chair'), second!.id, 'Cần thêm giờ giấc.');
		await expect(episodes.approve(ward.as('vice_chair'), second!.id)).rejects.toMatchObject({
			code: 'episode.state'
		});
		await episodes.submit(ward.as('radio'), second!.id);
		await episodes.approve(ward.as('vice_chair'), second!.id);
		const played = await read(ward.robot(), (tx) =>
			episodes.airings(tx, ward.robot(), later, new Date(`${addDays('2026-06-16', 20)}T00:00:00+07:00`))
		);
		// Wednesday 24/6 itself and its repeat on Friday.
		expect(
			played.filter(({ episodeId }) => episodeId === second!.id).map(({ startsAt }) => startsAt.toISOString())
		).toEqual(['2026-06-23T22:35:00.000Z', '2026-06-26T10:05:00.000Z']);
	});

	it('have their segments in the order given, and refuse an order of other segments', async () => {
		const id = await episodes.addSpecial(ward.as('radio'), {
			programmeId,
			title: 'Số đặc biệt',
			airsAt: new Date('2026-06-20T05:40:00+07:00')
		});
		const added = await segments.add(ward.as('radio'), id, 'notice', {
			title: 'Thông báo',
			written: 'Mất điện ngày 20/6.'
		});
		const ids = (await episodes.view(ward.as('radio'), id)).segments.map((one) => one.id);
		expect(ids.indexOf(added)).toBe(2);
		await segments.order(ward.as('radio'), id, ids.toReversed());
		expect((await episodes.view(ward.as('radio'), id)).segments.map((one) => one.id)).toEqual(
			ids.toReversed()
		);
		await expect(segments.order(ward.as('radio'), id, ids.slice(1))).rejects.toMatchObject({
			code: 'segment.order'
		});
		await segments.remove(ward.as('radio'), added);
		expect((await episodes.view(ward.as('radio'), id)).problems.join(' ')).toContain('không có khung giờ');
		await expect(segments.add(ward.as('radio'), id, 'notice', undefined, 1)).rejects.toMatchObject({
			status: 409
		});
		await expect(segments.add(ward.as('accountant'), id, 'notice')).rejects.toMatchObject({ status: 403 });
		await expect(
			episodes.addSpecial(ward.as('radio'), { programmeId, title: 'Quá khứ', airsAt: new Date('2020-01-01') })
		).rejects.toMatchObject({ field: 'airsAt' });
	});
});

describe('the ward’s own words', () => {
	it('are used for new words, and must be words', async () => {
		await words.put(ward.as('radio'), { written: 'KDC Bình Giang', said: 'khu dân cư Bình Dang' });
		await expect(words.put(ward.as('radio'), { written: 'x', said: 'tổ 5' })).rejects.toMatchObject({
			field: 'said'
		});
		const say = await read(ward.robot(), (tx) => words.speakIn(tx));
		expect(say('Họp KDC Bình Giang lúc 8h')).toBe('Họp khu dân cư Bình Dang lúc tám giờ');
		const [word] = await words.list(ward.as('radio'));
		await words.remove(ward.as('radio'), word!.id);
		expect(await words.list(ward.as('radio'))).toEqual([]);
	});
});

describe('programmes', () => {
	it('refuse a name twice, a slot without days, a repeat of another programme, and who may not', async () => {
		await expect(
			programmes.create(ward.as('radio'), { name: 'Cải cách hành chính', template: ['story'], minutes: 10 })
		).rejects.toMatchObject({ field: 'name' });
		await expect(
			programmes.create(ward.as('chair'), { name: 'Khác', template: ['story'], minutes: 10 })
		).rejects.toMatchObject({ status: 403 });
		await expect(
			programmes.addSlot(ward.as('radio'), programmeId, {
				recurrence: 'weekly',
				atMinute: 300,
				validFrom: '2026-06-01'
			})
		).rejects.toMatchObject({ field: 'weekdays' });
		const other = await programmes.create(ward.as('radio'), {
			name: 'An ninh trật tự',
			template: ['story'],
			minutes: 5
		});
		await expect(
			programmes.addSlot(ward.as('radio'), other, {
				recurrence: 'weekly',
				weekdays: [1],
				atMinute: 300,
				validFrom: '2026-06-01',
				repeatsSlotId: slotId
			})
		).rejects.toMatchObject({ field: 'repeatsSlotId' });
		await programmes.retire(ward.as('radio'), other, 1);
		expect((await programmes.list(ward.as('office'))).map(({ name }) => name)).toEqual([
			'Cải cách hành chính'
		]);
		const [own] = await programmes.list(ward.as('office'));
		await expect(
			programmes.edit(ward.as('radio'), own!.id, { name: 'Cải cách', template: ['story'], minutes: 10 }, 99)
		).rejects.toMatchObject({ status: 409 });
		await programmes.endSlot(ward.as('radio'), slotId, '2026-12-31');
	});
});
