import { describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import * as review from '#content/review.server.ts';
import * as stories from '#content/stories.server.ts';
import { fromBlocks } from '#content/blocks.ts';
import { notice } from '#people/schema.server.ts';
import { makeWard, type TestWard } from '#people/testing.ts';
import { read } from '#platform/db.server.ts';
import { page } from '#platform/journal.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { announce } from '#procedures/announcements.server.ts';
import { aCatalogue } from '#procedures/testing.ts';
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

describe('changed procedures', () => {
	const changed = async (ward: TestWard, kind: 'inventory' | 'decision') => {
		const desk = ward.as('one_stop');
		const [code] = await aCatalogue(desk, 1);
		if (kind === 'decision') {
			await announce(desk, {
				number: '3249/QĐ-UBND',
				issuedOn: '2026-06-12',
				issuer: 'Ủy ban nhân dân thành phố Hải Phòng',
				title: 'Công bố thủ tục bãi bỏ',
				lines: [{ code: code!, kind: 'abolished', effectiveOn: '2026-07-01' }]
			});
		}
		return (await page(desk)).find((line) => line.act === 'procedures.changed')!;
	};
	const heard = async (ward: TestWard, entryId: number) =>
		read(ward.robot(), (tx) => tx.select().from(notice).where(eq(notice.entryId, entryId)));

	it('are told to the desk, the office, culture and radio, each once, but not to who wrote them down', async () => {
		const ward = await makeWard(database.db, 'thay-doi');
		const line = await changed(ward, 'decision');
		for (let twice = 0; twice < 2; twice++) {
			for (const react of reactions['procedures.changed']!) await react(ward.robot(), line);
		}
		const told = await heard(ward, line.id);
		const concerned = (['office', 'culture', 'radio'] as const).map((role) => ward.as(role).actor.personId);
		expect(told.map((row) => row.personId).sort()).toEqual(concerned.sort());
		expect(told[0]!.text).toBe(
			'Quyết định 3249/QĐ-UBND: 1 thủ tục thay đổi, từ ngày 01/07/2026. Hãy xem việc cần làm.'
		);
		expect(told[0]!.link).toBe(`/lam-viec/thu-tuc/quyet-dinh/${line.subjectId}`);
	});

	it('are no news when a catalogue is only taken stock of, or long ago', async () => {
		const ward = await makeWard(database.db, 'kiem-ke');
		const line = await changed(ward, 'inventory');
		for (const react of reactions['procedures.changed']!) await react(ward.robot(), line);
		expect(await heard(ward, line.id)).toEqual([]);

		const other = await makeWard(database.db, 'lau-roi');
		const old = await changed(other, 'decision');
		const later = new Date(old.at.getTime() + 15 * 86_400_000);
		for (const react of reactions['procedures.changed']!) await react(other.robot(later), old);
		expect(await heard(other, old.id)).toEqual([]);
	});
});
