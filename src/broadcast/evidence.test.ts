import { and, eq, isNull } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeWard, type TestWard } from '#people/testing.ts';
import { evidence, plan, task } from '#plan/schema.server.ts';
import { read, transact } from '#platform/db.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import * as areas from './areas.server.ts';
import * as asRuns from './as-run.server.ts';
import * as consoles from './consoles.server.ts';
import * as episodes from './episodes.server.ts';
import { airingsOf, toldBy, type ToldLine } from './evidence.ts';
import * as radioEvidence from './evidence.server.ts';
import * as programmes from './programmes.server.ts';
import { episode as episodeTable, playoutItem, programme, segment } from './schema.server.ts';

const planned = new Date('2026-06-17T05:35:00+07:00');
const part = (audioId: number, durationMs: number, segmentId: number | undefined = audioId) => ({
	audioId,
	title: 'Phần',
	file: 'tep',
	sha256: 'a',
	durationMs,
	...(segmentId !== undefined && { segmentId })
});
const line = (changes: Partial<ToldLine> = {}): ToldLine => ({
	episodeId: 1,
	broadcastAreaId: 1,
	plannedFor: planned,
	startedAt: planned,
	endedAt: new Date(planned.getTime() + 100_000),
	result: 'complete',
	itemParts: [part(1, 10_000), part(2, 60_000), part(3, 30_000)],
	heard: [
		{ audioId: 1, heardMs: 10_000, sha256: 'a' },
		{ audioId: 2, heardMs: 60_000, sha256: 'a' },
		{ audioId: 3, heardMs: 30_000, sha256: 'a' }
	],
	...changes
});

describe('what was heard', () => {
	it('is one airing when several areas play at once, and two when it is repeated', () => {
		const airings = airingsOf([
			line(),
			line({ broadcastAreaId: 2 }),
			line({ plannedFor: new Date(planned.getTime() + 86_400_000) })
		]);
		expect(airings.map(({ heardMs }) => heardMs)).toEqual([100_000, 100_000]);
		expect(toldBy(airings, [1, 2, 3])).toMatchObject({ whole: true, at: planned, heardMs: 100_000 });
	});

	it('of a cut one is its real minutes, and not the whole', () => {
		const cut = line({ result: 'cut', heard: [{ audioId: 1, heardMs: 10_000, sha256: 'a' }] });
		expect(airingsOf([cut])[0]).toMatchObject({ heardMs: 10_000 });
		expect(toldBy(airingsOf([cut]), [1, 2, 3])).toMatchObject({ whole: false, segmentIds: [1] });
		// By the clock where the parts are not told.
		const byClock = line({ result: 'cut', heard: [], endedAt: new Date(planned.getTime() + 40_000) });
		expect(airingsOf([byClock])[0]!.parts.map(({ heardMs }) => heardMs)).toEqual([10_000, 30_000, 0]);
	});

	it('before and after a cut adds up, never beyond the length of a part', () => {
		const before = line({ result: 'cut', heard: [{ audioId: 1, heardMs: 10_000, sha256: 'a' }] });
		const after = line({ result: 'resumed' });
		expect(airingsOf([before, after])[0]!.heardMs).toBe(100_000);
	});

	it('is whole when a repeat tells what the first airing lost, from the repeat on', () => {
		const later = new Date(planned.getTime() + 86_400_000);
		const first = line({ result: 'cut', heard: [{ audioId: 2, heardMs: 60_000, sha256: 'a' }] });
		const repeat = line({
			plannedFor: later,
			startedAt: later,
			result: 'cut',
			heard: [
				{ audioId: 1, heardMs: 10_000, sha256: 'a' },
				{ audioId: 3, heardMs: 30_000, sha256: 'a' }
			]
		});
		expect(toldBy(airingsOf([repeat, first]), [1, 2, 3])).toMatchObject({ whole: true, at: later });
	});

	it('is nothing where nothing sounded', () => {
		const missed = line({ result: 'missed', startedAt: null, endedAt: null, heard: [] });
		expect(airingsOf([missed])[0]).toMatchObject({ heardMs: 0, startedAt: null });
		expect(toldBy(airingsOf([missed]), [1])).toBeNull();
	});
});

describe('evidence of the log', () => {
	const database = useDatabase();
	let ward: TestWard;
	let taskId: number;
	let episodeId: number;
	let storyId: number;
	const tokens: string[] = [];
	const keys: string[] = [];
	const evening = new Date('2026-06-17T20:00:00+07:00');

	beforeAll(async () => {
		ward = await makeWard(database.db, 'minh-chung');
		for (const name of ['Cụm một', 'Cụm hai']) {
			const areaId = await areas.add(ward.as('radio'), { name });
			tokens.push((await consoles.register(ward.as('radio'), { name: `Máy ${name}`, areaId })).token);
		}
		const [one, two] = await areas.list(ward.as('radio'));
		const by = ward.as('office').actor.personId;
		const programmeId = await programmes.create(ward.as('radio'), {
			name: 'Cải cách hành chính',
			template: ['story', 'closing'],
			minutes: 5,
			areaKey: 'policy'
		});
		episodeId = await episodes.addSpecial(ward.as('radio'), {
			programmeId,
			title: 'Số mười hai',
			airsAt: planned
		});
		await transact(ward.robot(), async (tx) => {
			const [made] = await tx
				.insert(plan)
				.values({
					year: 2026,
					title: 'Kế hoạch',
					number: '1',
					issuedOn: '2026-01-05',
					createdAt: evening,
					createdByPersonId: by,
					issuedAt: evening,
					issuedByPersonId: by
				})
				.returning();
			const [wanted] = await tx
				.insert(task)
				.values({ planId: made!.id, no: 1, title: 'Phát thanh', createdAt: evening })
				.returning();
			taskId = wanted!.id;
			await tx.update(programme).set({ taskId }).where(eq(programme.id, programmeId));
			const parts = await tx
				.select()
				.from(segment)
				.where(eq(segment.episodeId, episodeId))
				.orderBy(segment.position);
			storyId = parts[0]!.id;
			await tx.update(segment).set({ contentAreaKey: 'digital' }).where(eq(segment.id, storyId));
			for (const area of [one!, two!]) {
				const key = `e${episodeId}-${area.id}-${planned.getTime()}`;
				keys.push(key);
				await tx.insert(playoutItem).values({
					broadcastAreaId: area.id,
					key,
					episodeId,
					level: 'routine',
					startsAt: planned,
					durationMs: 100_000,
					parts: parts.map(({ id }, at) => part(100 + at, at === 0 ? 80_000 : 20_000, id)),
					state: 'planned',
					changedAt: planned
				});
			}
		});
	});

	const bring = (at: 0 | 1, changes: object) =>
		asRuns.bring(ward.robot(evening), tokens[at]!, [
			{
				localId: `may-${at}-dong-1`,
				itemKey: keys[at]!,
				title: 'Số mười hai',
				level: 'routine',
				plannedAt: planned.toISOString(),
				startedAt: planned.toISOString(),
				endedAt: new Date(planned.getTime() + 100_000).toISOString(),
				result: 'complete',
				why: '',
				parts: [],
				...changes
			}
		]);
	const landed = () =>
		read(ward.robot(), (tx) =>
			tx
				.select()
				.from(evidence)
				.where(and(eq(evidence.taskId, taskId), isNull(evidence.withdrawnAt)))
				.orderBy(evidence.contentAreaKey)
		);

	it('of a cut airing stands on the task with its real minutes and counts no product', async () => {
		await bring(0, {
			result: 'cut',
			endedAt: new Date(planned.getTime() + 50_000).toISOString(),
			parts: [{ audioId: 100, heardMs: 50_000, sha256: 'a' }]
		});
		expect(await landed()).toMatchObject([
			{ contentAreaKey: 'policy', count: 0, title: 'Số mười hai (phát dở, 50 giây)', channel: 'radio' }
		]);
		expect(await radioEvidence.airedFor(ward.as('office'), taskId)).toMatchObject({
			airings: 1,
			whole: 0,
			begun: 1,
			airMs: 50_000
		});
	});

	it('counts one product once another area played it whole, however often that is told', async () => {
		await bring(1, {});
		await bring(1, {});
		await Promise.all([bring(0, {}), bring(1, {})]);
		expect(await landed()).toMatchObject([
			{
				contentAreaKey: 'digital',
				count: 1,
				title: 'Số mười hai (1 phút 40 giây)',
				url: `/phat-thanh/${episodeId}`
			},
			{ contentAreaKey: 'policy', count: 1 }
		]);
		const air = await radioEvidence.airedBetween(
			ward.as('office'),
			new Date('2026-06-01T00:00:00+07:00'),
			new Date('2026-07-01T00:00:00+07:00')
		);
		expect(air).toMatchObject({ airings: 1, episodes: 1, whole: 1, begun: 0, missed: 0, airMs: 100_000 });
		expect(air.areas.toSorted((a, b) => b.airMs - a.airMs)).toEqual([
			{ key: 'digital', segments: 1, airMs: 80_000 },
			{ key: 'policy', segments: 0, airMs: 20_000 }
		]);
		expect(air.proofs).toMatchObject([{ episodeId, whole: true, url: `/phat-thanh/${episodeId}` }]);
		expect(
			await radioEvidence.airedBetween(ward.as('office'), evening, new Date('2026-07-01T00:00:00+07:00'))
		).toMatchObject({ airings: 0 });
	});

	it('says where nothing was heard, and keeps it out of the task', async () => {
		const later = new Date('2026-06-18T05:35:00+07:00');
		await transact(ward.robot(), async (tx) => {
			const [item] = await tx.select().from(playoutItem).where(eq(playoutItem.key, keys[0]!));
			const { id: _, ...copy } = item!;
			await tx.insert(playoutItem).values({ ...copy, key: `${keys[0]!}-lai`, startsAt: later });
		});
		await bring(0, {
			localId: 'may-0-dong-2',
			itemKey: `${keys[0]!}-lai`,
			plannedAt: later.toISOString(),
			startedAt: null,
			endedAt: null,
			result: 'missed'
		});
		expect(await radioEvidence.airedFor(ward.as('office'), taskId)).toMatchObject({ airings: 1, missed: 1 });
		const [newest] = await asRuns.log(
			ward.as('radio'),
			new Date('2026-06-01T00:00:00+07:00'),
			new Date('2026-07-01T00:00:00+07:00')
		);
		expect(newest).toMatchObject({ result: 'missed' });
		expect(await landed()).toHaveLength(2);
		expect(await radioEvidence.airedFor(ward.as('office'), 999_999)).toMatchObject({ airings: 0 });
	});

	it('goes nowhere when the programme carries out no task', async () => {
		await transact(ward.robot(), async (tx) => {
			await tx.update(programme).set({ taskId: null });
			await radioEvidence.landEpisode(tx, ward.robot(), episodeId);
			const rows = await tx.select().from(episodeTable).where(eq(episodeTable.id, episodeId));
			expect(rows).toHaveLength(1);
		});
		expect(await landed()).toHaveLength(2);
	});
});
