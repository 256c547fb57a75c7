import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeWard, type TestWard } from '#people/testing.ts';
import type { Ctx } from '#people/actor.ts';
import { read } from '#platform/db.server.ts';
import { historyOf } from '#platform/journal.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { useFiles } from '#plan/testing.ts';
import * as areas from './areas.server.ts';
import * as asRuns from './as-run.server.ts';
import { makeNext } from './audio/making.server.ts';
import * as consoles from './consoles.server.ts';
import * as emergencies from './emergencies.server.ts';
import * as episodes from './episodes.server.ts';
import * as listening from './listening.server.ts';
import * as playout from './playout.server.ts';
import * as programmes from './programmes.server.ts';
import { asRun } from './schema.server.ts';
import * as segments from './segments.server.ts';

const database = useDatabase();
useFiles();
let ward: TestWard;
let areaId: number;
let quietId: number;
let token: string;
let episodeId: number;
/** Tuesday 16/6/2026, the evening before the episode. */
const evening = new Date('2026-06-16T20:00:00+07:00');

beforeAll(async () => {
	ward = await makeWard(database.db);
	areaId = await areas.add(ward.as('radio'), { name: 'Khu dân cư số 1' });
	quietId = await areas.add(ward.as('radio'), { name: 'Gần trạm y tế' });
	await database.db.execute(`update broadcast_area set windows = '{"3": []}' where id = ${quietId}`);
	({ token } = await consoles.register(ward.as('radio'), { name: 'Máy ở đài', areaId }));
	const programmeId = await programmes.create(ward.as('radio'), {
		name: 'Chuyên mục',
		template: ['notice'],
		minutes: 5
	});
	episodeId = await episodes.addSpecial(ward.as('radio'), {
		programmeId,
		title: 'Số thử',
		airsAt: new Date('2026-06-17T05:35:00+07:00')
	});
	const [only] = (await episodes.view(ward.as('radio'), episodeId)).segments;
	await segments.write(ward.as('radio'), only!.id, { title: 'Tin', written: 'Xin chào bà con.' });
	await segments.letRead(ward.as('radio'), only!.id);
	await makeNext(ward.robot());
	await episodes.submit(ward.as('radio'), episodeId);
	await episodes.approve(ward.as('chair'), episodeId);
});

const items = (ctx: Ctx, area = areaId) => read(ctx, (tx) => playout.itemsOf(tx, area, ctx.now));
const line = (changes: object = {}) => ({
	localId: 'dong-nhat-ky-1',
	itemKey: `e${episodeId}-${areaId}-${new Date('2026-06-17T05:35:00+07:00').getTime()}`,
	title: 'Số thử',
	level: 'routine',
	plannedAt: '2026-06-17T05:35:00+07:00',
	startedAt: '2026-06-17T05:35:00.200+07:00',
	endedAt: '2026-06-17T05:35:03+07:00',
	result: 'complete',
	why: '',
	parts: [],
	...changes
});

describe('what is to be played', () => {
	it('is planned for the areas whose hours allow it, and stays as it is when planned again', async () => {
		const robot = ward.robot(evening);
		expect(await playout.plan(robot)).toBe(1);
		expect(await playout.plan(robot)).toBe(0);
		const [item] = await items(robot);
		expect(item).toMatchObject({
			title: 'Số thử',
			level: 'routine',
			revision: 1,
			startsAt: '2026-06-16T22:35:00.000Z'
		});
		expect(item!.parts[0]!.sha256).toMatch(/^[0-9a-f]{64}$/);
		expect(await items(robot, quietId)).toEqual([]);
	});

	it('is called off when the script is changed, and comes back under the same key', async () => {
		const robot = ward.robot(evening);
		const before = (await items(robot))[0]!;
		const [only] = (await episodes.view(ward.as('radio'), episodeId)).segments;
		await segments.write(ward.as('culture'), only!.id, { title: 'Tin', written: 'Kính chào bà con.' });
		await playout.plan(robot);
		expect(await items(robot)).toEqual([]);
		await segments.letRead(ward.as('radio'), only!.id);
		await makeNext(ward.robot());
		await episodes.submit(ward.as('radio'), episodeId);
		await episodes.approve(ward.as('chair'), episodeId);
		await playout.plan(robot);
		const after = (await items(robot))[0]!;
		expect(after.key).toBe(before.key);
		expect(after.revision).toBeGreaterThan(before.revision);
		expect(after.parts[0]!.sha256).not.toBe(before.parts[0]!.sha256);
	});
});

describe('an emergency', () => {
	it('needs two people, goes on the air at any hour, is repeated, and ends when lifted', async () => {
		const night = new Date('2026-06-16T23:30:00+07:00');
		const given = {
			title: 'Lũ về',
			text: 'Nước sông lên nhanh lúc 23h. Bà con khu dân cư số 1 đến nhà văn hóa ngay.',
			orderedBy: 'Điện thoại Chủ tịch',
			receivedAt: night,
			repeatMinutes: 60,
			until: null,
			areaIds: [areaId]
		};
		await expect(emergencies.draft(ward.as('accountant', night), given)).rejects.toMatchObject({
			status: 403
		});
		await expect(
			emergencies.draft(ward.as('office', night), { ...given, text: 'ngắn' })
		).rejects.toMatchObject({ field: 'text' });
		const id = await emergencies.draft(ward.as('office', night), given);
		await makeNext(ward.robot(night));
		await expect(emergencies.confirm(ward.as('office', night), id)).rejects.toMatchObject({
			code: 'emergency.own_message'
		});
		await expect(emergencies.confirm(ward.as('radio', night), id)).rejects.toMatchObject({ status: 403 });
		expect((await items(ward.robot(night))).filter(({ level }) => level === 'emergency')).toEqual([]);
		await emergencies.confirm(ward.as('chair', night), id);
		const alarms = (await items(ward.robot(night))).filter(({ level }) => level === 'emergency');
		expect(alarms.slice(0, 2).map(({ startsAt, parts }) => [startsAt, parts.length])).toEqual([
			['2026-06-16T16:30:00.000Z', 2],
			['2026-06-16T17:30:00.000Z', 1]
		]);
		const later = new Date(night.getTime() + 30 * 60_000);
		await emergencies.lift(ward.as('chair', later), id);
		expect((await items(ward.robot(later))).filter(({ level }) => level === 'emergency')).toEqual([]);
		const acts = await read(ward.robot(), async (tx) =>
			(await historyOf(tx, { kind: 'emergency', id })).map(({ act }) => act)
		);
		expect(acts).toEqual(['emergency.lifted', 'emergency.confirmed', 'emergency.drafted']);
	});
});

describe('the as-run log', () => {
	it('keeps each line once, however often it is brought, and refuses what is no log', async () => {
		const robot = { ...ward.robot(evening), actor: { kind: 'robot' as const, name: 'may-phat' } };
		expect(await asRuns.bring(robot, token, [line()])).toEqual(['dong-nhat-ky-1']);
		expect(
			await asRuns.bring(robot, token, [
				line(),
				line({ localId: 'dong-nhat-ky-2', result: 'missed', startedAt: null, endedAt: null })
			])
		).toEqual(['dong-nhat-ky-1', 'dong-nhat-ky-2']);
		expect(await database.db.$count(asRun, and(eq(asRun.wardId, ward.wardId)))).toBe(2);
		const [kept] = await asRuns.log(
			ward.as('radio'),
			new Date('2026-06-17T00:00:00+07:00'),
			new Date('2026-06-18T00:00:00+07:00')
		);
		expect(kept).toMatchObject({ area: 'Khu dân cư số 1', console: 'Máy ở đài', result: 'complete' });
		expect(kept!.playoutItemId).not.toBeNull();
		await expect(asRuns.bring(robot, token, [{ localId: 'x' }])).rejects.toMatchObject({
			code: 'as_run.wrong'
		});
		await expect(asRuns.bring(robot, 'la', [line()])).rejects.toMatchObject({ status: 401 });
	});
});

describe('a console', () => {
	it('is missed once when it is silent, and is back when it speaks', async () => {
		const status = { version: '1', driftMs: 0, volume: 1, playing: null, cachedUntil: null, free: null };
		await consoles.seen(ward.robot(evening), token, status);
		expect(await consoles.watch(ward.robot(evening))).toBe(0);
		const late = new Date(evening.getTime() + 6 * 60_000);
		expect(await consoles.watch(ward.robot(late))).toBe(1);
		expect(await consoles.watch(ward.robot(late))).toBe(0);
		expect((await consoles.list(ward.as('radio')))[0]!.missedSince).toEqual(evening);
		await consoles.seen(ward.robot(late), token, status);
		expect((await consoles.list(ward.as('radio')))[0]!.missedSince).toBeNull();
	});

	it('out of service opens nothing', async () => {
		const { id, token: other } = await consoles.register(ward.as('culture'), { name: 'Máy cũ', areaId });
		await consoles.retire(ward.as('culture'), id);
		await expect(read(ward.robot(), (tx) => consoles.byToken(tx, other))).rejects.toMatchObject({
			status: 401
		});
		await expect(consoles.register(ward.as('chair'), { name: 'Máy', areaId })).rejects.toMatchObject({
			status: 403
		});
		await expect(consoles.register(ward.as('radio'), { name: 'Máy', areaId: 999_999 })).rejects.toMatchObject(
			{ field: 'areaId' }
		);
	});
});

describe('listening again', () => {
	it('gives what has been on the air, whole and in parts; nothing before its time', async () => {
		const after = {
			...ward.robot(new Date('2026-06-17T06:00:00+07:00')),
			actor: { kind: 'visitor' as const }
		};
		expect(await listening.latest({ ...after, now: evening })).toEqual([]);
		const [aired] = await listening.latest(after);
		expect(aired).toMatchObject({ id: episodeId, title: 'Số thử', words: [{ spoken: 'Kính chào bà con.' }] });
		const sound = await listening.sound(after, episodeId);
		const bytes = async (first: number, last: number) =>
			Buffer.concat(await Array.fromAsync(sound.from(first, last)));
		const whole = await bytes(0, sound.bytes - 1);
		expect(whole.length).toBe(aired!.bytes);
		expect((await bytes(100, 199)).equals(whole.subarray(100, 200))).toBe(true);
		await expect(listening.one({ ...after, now: evening }, episodeId)).rejects.toMatchObject({ status: 404 });
		expect(await listening.coming({ ...after, now: evening })).toMatchObject([{ title: 'Số thử' }]);
	});
});
