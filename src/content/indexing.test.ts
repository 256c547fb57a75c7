import { beforeAll, describe, expect, it } from 'vitest';
import { makeWard, testNow, type TestWard } from '#people/testing.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { transact } from '#platform/db.server.ts';
import { search } from '#search/find.server.ts';
import { replaceAll } from '#search/index.server.ts';
import { fromBlocks } from './blocks.ts';
import { indexMissing } from './indexing.server.ts';
import * as publishing from './publishing.server.ts';
import * as reading from './reading.server.ts';
import * as review from './review.server.ts';
import * as stories from './stories.server.ts';
import { readyInput, storyIn } from './testing.ts';

const database = useDatabase();
let ward: TestWard;
let other: TestWard;
beforeAll(async () => {
	ward = await makeWard(database.db);
	other = await makeWard(database.db, 'phuong-khac');
});

const titles = async (words: string, of = ward, now = testNow) =>
	(await search({ ...of.robot(), now }, { words, kind: 'article' })).hits.map(({ title }) => title);
const days = (count: number) => new Date(testNow.getTime() + count * 86_400_000);

describe('search follows the stories', () => {
	it('finds a story from its publication on, by its title and its text, in its ward only', async () => {
		const title = 'Hái nhãn lồng ở bãi bồi';
		const body = fromBlocks([
			{ type: 'paragraph', text: 'Bà con mang kéo cắt cành và thùng xốp. '.repeat(6) }
		]);
		const id = await storyIn(ward, 'approved', { title, body });
		expect(await titles('nhãn lồng')).toEqual([]);
		await publishing.publish(ward.as('chair'), id);
		expect(await titles('nhan long')).toEqual([title]);
		expect(await titles('thùng xốp')).toEqual([title]);
		expect(await titles('nhãn lồng', other)).toEqual([]);
	});

	it('finds the version that is public, not the one being written', async () => {
		const id = await storyIn(ward, 'published', { title: 'Đua thuyền thúng mùa xuân' });
		const { row } = await reading.byId(ward.as('culture'), id);
		await stories.save(ward.as('culture'), id, row.lockVersion, readyInput({ title: 'Thi nấu cỗ mùa thu' }));
		expect(await titles('đua thuyền thúng')).toHaveLength(1);
		expect(await titles('nấu cỗ')).toEqual([]);
		await review.submit(ward.as('culture'), id);
		await review.approve(ward.as('chair'), id);
		await publishing.publish(ward.as('chair'), id);
		expect(await titles('nấu cỗ')).toEqual(['Thi nấu cỗ mùa thu']);
		expect(await titles('đua thuyền thúng')).toEqual([]);
	});

	it('forgets a story that was withdrawn', async () => {
		const id = await storyIn(ward, 'published', { title: 'Chợ phiên gốm sứ' });
		expect(await titles('gốm sứ')).toHaveLength(1);
		await publishing.withdraw(ward.as('office'), id, {
			reason: 'Ngày họp chợ đã đổi.',
			notice: 'Bài đã gỡ vì ngày họp chợ đã đổi.'
		});
		expect(await titles('gốm sứ')).toEqual([]);
	});

	it('leads nobody to what no longer holds, also when the day is set later', async () => {
		const title = 'Tiêm vắc xin uốn ván miễn phí';
		const id = await storyIn(ward, 'published', { title });
		expect(await titles('uốn ván', ward, days(20))).toEqual([title]);
		const { row } = await reading.byId(ward.as('culture'), id);
		await stories.save(
			ward.as('culture'),
			id,
			row.lockVersion,
			readyInput({ title, expiresOn: '2026-06-20' })
		);
		expect(await titles('uốn ván', ward, new Date('2026-06-20T23:59:00+07:00'))).toEqual([title]);
		expect(await titles('uốn ván', ward, new Date('2026-06-21T00:00:00+07:00'))).toEqual([]);
	});

	it('finds what was published before there was an index, once somebody looks after it', async () => {
		const title = 'Hội thả diều sáo';
		await storyIn(ward, 'published', { title });
		await storyIn(ward, 'draft', { title: 'Hội thả diều sáo bản nháp' });
		await transact(ward.robot(), (tx) => replaceAll(tx, ward.robot(), 'article', []));
		expect(await titles('diều sáo')).toEqual([]);
		expect(await indexMissing(ward.robot())).toBeGreaterThan(0);
		expect(await titles('diều sáo')).toEqual([title]);
		expect(await indexMissing(ward.robot())).toBe(0);
	});
});
