import { describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import * as review from '#content/review.server.ts';
import * as stories from '#content/stories.server.ts';
import { fromBlocks } from '#content/blocks.ts';
import { notice } from '#people/schema.server.ts';
import { makeWard } from '#people/testing.ts';
import { read } from '#platform/db.server.ts';
import { page } from '#platform/journal.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { reactions } from './reactions.ts';

const database = useDatabase();

describe('a reaction', () => {
	it('tells the leaders of a submitted story, each once, also when it runs twice, and not the one who did it', async () => {
		const ward = await makeWard(database.db);
		const culture = ward.as('culture');
		const id = await stories.create(culture, {
			title: 'Hướng dẫn nộp hồ sơ trên Cổng Dịch vụ công quốc gia',
			summary: 'Bà con có thể nộp hồ sơ tại nhà, không phải đi lại nhiều lần.',
			body: fromBlocks([
				{ type: 'paragraph', text: 'Bà con chuẩn bị giấy tờ rồi nộp hồ sơ trực tuyến. '.repeat(12) }
			]),
			areas: ['digital'],
			audiences: ['residents']
		});
		await review.submit(culture, id);
		const submitted = (await page(culture)).find((line) => line.act === 'story.submitted')!;
		for (let twice = 0; twice < 2; twice++) {
			for (const react of reactions['story.submitted']!) await react(ward.robot(), submitted);
		}
		const told = await read(culture, (tx) =>
			tx.select().from(notice).where(eq(notice.entryId, submitted.id))
		);
		const leaders = [ward.as('chair'), ward.as('vice_chair')].map(({ actor }) => actor.personId);
		expect(told.map((row) => row.personId).sort()).toEqual(leaders.sort());
		expect(told[0]!.text).toMatch(/Chờ duyệt/);
		expect(told[0]!.link).toBe(`/lam-viec/tin-bai/${id}`);
	});
});
