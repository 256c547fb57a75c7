import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import * as areas from '#broadcast/areas.server.ts';
import * as asRuns from '#broadcast/as-run.server.ts';
import * as consoles from '#broadcast/consoles.server.ts';
import * as episodes from '#broadcast/episodes.server.ts';
import * as programmes from '#broadcast/programmes.server.ts';
import { playoutItem, programme, segment } from '#broadcast/schema.server.ts';
import { makeWard } from '#people/testing.ts';
import { task } from '#plan/schema.server.ts';
import { issuedPlan } from '#plan/testing.ts';
import { transact } from '#platform/db.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import * as reports from './reports.server.ts';

const database = useDatabase();

it('the report tells what the loudspeakers really played, with the task as proof', async () => {
	const ward = await makeWard(database.db, 'loa');
	await issuedPlan(ward);
	const airsAt = new Date('2026-06-10T05:35:00+07:00');
	const areaId = await areas.add(ward.as('radio'), { name: 'Cụm một' });
	const { token } = await consoles.register(ward.as('radio'), { name: 'Máy đài', areaId });
	const programmeId = await programmes.create(ward.as('radio'), {
		name: 'Chuyển đổi số',
		template: ['story'],
		minutes: 5,
		areaKey: 'digital'
	});
	const episodeId = await episodes.addSpecial(ward.as('radio', new Date('2026-06-09T09:00:00+07:00')), {
		programmeId,
		title: 'Số một',
		airsAt
	});
	const key = `e${episodeId}-${areaId}-${airsAt.getTime()}`;
	const taskId = await transact(ward.robot(), async (tx) => {
		const [told] = await tx.select().from(segment).where(eq(segment.episodeId, episodeId));
		await tx.insert(playoutItem).values({
			broadcastAreaId: areaId,
			key,
			episodeId,
			level: 'routine',
			startsAt: airsAt,
			durationMs: 150_000,
			parts: [
				{ audioId: 1, title: 'Tin', file: 'tep', sha256: 'a', durationMs: 150_000, segmentId: told!.id }
			],
			state: 'planned',
			changedAt: airsAt
		});
		const [radioTask] = await tx.select().from(task).orderBy(task.no).offset(1).limit(1);
		await tx.update(programme).set({ taskId: radioTask!.id }).where(eq(programme.id, programmeId));
		return radioTask!.id;
	});
	await asRuns.bring(ward.robot(), token, [
		{
			localId: 'may-dai-dong-1',
			itemKey: key,
			title: 'Số một',
			level: 'routine',
			plannedAt: airsAt.toISOString(),
			startedAt: airsAt.toISOString(),
			endedAt: new Date(airsAt.getTime() + 150_000).toISOString(),
			result: 'complete',
			why: '',
			parts: [{ audioId: 1, heardMs: 150_000, sha256: 'a' }]
		}
	]);
	const office = ward.as('office', new Date('2026-07-20T09:00:00+07:00'));
	const { row } = await reports.byId(office, await reports.draft(office, '2026-Q2'));
	expect(row.figures.radio).toMatchObject({
		airings: 1,
		episodes: 1,
		whole: 1,
		begun: 0,
		missed: 0,
		minutes: 2.5,
		areas: [{ key: 'digital', shortName: 'Chuyển đổi số', segments: 1, minutes: 2.5 }],
		proofs: [{ title: 'Số một', url: `/phat-thanh/${episodeId}`, on: '2026-06-10', whole: true }]
	});
	expect(row.sections.find(({ id }) => id === 'results-radio')?.text).toContain(
		'Chuyển đổi số: 2,5 phút, 01 tiết mục'
	);
	expect(row.figures.tasks.find((one) => one.taskId === taskId)?.evidence).toMatchObject([
		{ title: 'Số một (2 phút 30 giây)', channel: 'radio', count: 1, url: `/phat-thanh/${episodeId}` }
	]);
	// Nothing was to be played in the quarter before.
	const before = await reports.byId(office, await reports.draft(office, '2026-Q1'));
	expect(before.row.figures.radio).toBeUndefined();
	expect(before.row.sections.some(({ id }) => id === 'results-radio')).toBe(false);
});
