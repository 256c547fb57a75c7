import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { useDatabase } from '#platform/testing/database.ts';
import { seed } from './seed.server.ts';

const database = useDatabase();
const count = async (query: string): Promise<number> =>
	Number(
		(await database.db.execute<{ n: number }>(sql.raw(`select count(*)::int as n from ${query}`))).rows[0]!.n
	);

describe('the sample ward', () => {
	it('is whole: people, two plans, about thirty stories in every state, evidence that came by itself', async () => {
		await seed(database.db, new Date('2026-11-22T09:00:00+07:00'));
		expect(await count('ward')).toBe(2);
		expect(await count(`plan where issued_at is not null`)).toBe(2);
		expect(await count(`task join plan on plan.id = plan_id where year = 2026`)).toBeGreaterThanOrEqual(25);
		expect(await count('story')).toBe(30);
		for (const state of [
			'draft',
			'in_review',
			'sent_back',
			'approved',
			'scheduled',
			'published',
			'withdrawn'
		]) {
			expect(await count(`story where state = '${state}'`), state).toBeGreaterThan(0);
		}
		expect(await count('feedback_case')).toBeGreaterThanOrEqual(25);
		for (const state of [
			'quarantined',
			'received',
			'classifying',
			'assigned',
			'waiting',
			'drafted',
			'answered',
			'published',
			'forwarded',
			'refused',
			'guided',
			'reopened',
			'merged',
			'withdrawn'
		]) {
			expect(await count(`feedback_case where state = '${state}'`), state).toBeGreaterThan(0);
		}
		expect(await count('feedback_case where original_case_id is not null')).toBe(1);
		expect(await count(`feedback_case where state = 'answered' and reopened_count = 1`)).toBe(1);
		expect(await count(`feedback_case c join ward w on w.id = c.ward_id where w.key = 'lang-gieng'`)).toBe(1);
		// Every public answer is evidence of the task that asks for them.
		const shown = await count(`feedback_publication where state = 'published'`);
		expect(shown).toBeGreaterThan(5);
		expect(
			await count(
				`evidence e join task t on t.id = e.task_id where t.no = 11 and e.source_kind = 'feedback' and e.withdrawn_at is null`
			)
		).toBe(shown);
		// The radio: three Fridays of four were heard and count for their task, the drill is over, what comes is filled.
		expect(await count('as_run')).toBe(4);
		expect(await count(`as_run where result = 'missed'`)).toBe(1);
		expect(
			await count(
				`(select distinct e.source_id from evidence e join task t on t.id = e.task_id where t.no = 2 and e.source_kind = 'episode' and e.count = 1) told`
			)
		).toBe(3);
		expect(await count(`emergency_message where state = 'lifted'`)).toBe(1);
		expect(
			await count(
				`segment s join episode e on e.id = s.episode_id where e.state = 'draft' and s.source_id is not null`
			)
		).toBeGreaterThan(2);
		expect(await count('procedure')).toBeGreaterThan(50);
		expect(await count('posting where taken_down_at is null')).toBeGreaterThan(50);
		// Known ahead: the lists of poor households are replaced with the new year, and work comes of it.
		expect(await count(`procedure_version where end_kind = 'replaced' and effective_to = '2027-01-01'`)).toBe(
			3
		);
		expect(await count(`procedure_duty where kind = 'take_down' and done_at is null`)).toBeGreaterThan(0);
		const published = await count(`story where state = 'published'`);
		expect(
			await count(
				`(select distinct source_id from evidence where source_kind = 'story' and withdrawn_at is null) s`
			)
		).toBe(published);
	}, 120_000);
});
