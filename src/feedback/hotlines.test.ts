/** What follows the register of hotlines: search, notices with where an old number stands, the text inside answers. */
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { storyIn } from '#content/testing.ts';
import { hotlineChangeForm, hotlineForm } from '#people/hotline.ts';
import * as hotlines from '#people/hotlines.server.ts';
import * as notices from '#people/notices.server.ts';
import { makeWard, testNow, type TestWard } from '#people/testing.ts';
import { read } from '#platform/db.server.ts';
import { historyOf, type JournalLine } from '#platform/journal.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import * as find from '#search/find.server.ts';
import * as hotlineIndex from './hotline-index.server.ts';
import * as hotlineUses from './hotline-uses.server.ts';

const database = useDatabase();
let ward: TestWard;
let id: number;
let next: number;

const given = hotlineForm.parse({
	kind: 'office',
	name: 'Đường dây nóng của phường',
	number: '0220 3888 311',
	hours: 'giờ làm việc',
	takesFeedback: 'on',
	public: 'on',
	validFrom: '2026-01-01'
});
const filling =
	'Bộ phận tiếp nhận làm việc các ngày trong tuần, ghi lại đầy đủ từng lời, báo lại kết quả cho từng người đã góp ý và công khai câu trả lời trên trang của phường để mọi người cùng theo dõi.';
const lastLine = async (subjectId: number): Promise<JournalLine> =>
	(await read(ward.robot(), (tx) => historyOf(tx, { kind: 'hotline', id: subjectId })))[0]!;
const told = async (role: 'culture' | 'radio' | 'one_stop' | 'office'): Promise<string[]> =>
	(await notices.list(ward.as(role))).map(({ text }) => text);

beforeAll(async () => {
	ward = await makeWard(database.db);
	const paragraph = (text: string) => ({
		type: 'doc' as const,
		content: [{ type: 'paragraph', content: [{ type: 'text', text: `${text} ${filling}` }] }]
	});
	await storyIn(ward, 'published', {
		title: 'Nơi nhận góp ý của bà con',
		body: paragraph('Mọi ý kiến xin gọi 0220.3888.311, cán bộ nghe máy và ghi lại đầy đủ lời của bà con.')
	} as never);
	await storyIn(ward, 'published', {
		title: 'Bài không có số nào',
		body: paragraph('Bà con đến nhà văn hóa họp vào tối thứ Bảy tuần này để bàn việc chung của tổ.')
	} as never);
	id = await hotlines.add(ward.as('office'), given);
});

describe('search', () => {
	it('finds a number by its name, and each day the one that holds', async () => {
		await hotlines.add(
			ward.as('office'),
			hotlineForm.parse({ ...given, name: 'Số trong nhà', number: '0220 3888 000', public: '' })
		);
		await hotlineIndex.follow(ward.robot());
		await hotlineIndex.follow(ward.robot());
		const { rows } = await database.db.execute<{ key: string; title: string }>(
			sql`select key, title from search_entry where kind = 'hotline' and ward_id = ${ward.wardId}`
		);
		expect(rows).toEqual([{ key: String(id), title: 'Đường dây nóng của phường: 0220 3888 311' }]);
	});
});

describe('whoever types “duong day nong”', () => {
	it('comes to the ward’s own number first, and to another by its name or number', async () => {
		for (const [name, number] of [
			['Công an', '113'],
			['Tổng đài 1022', '1022']
		])
			await hotlines.add(
				ward.as('office'),
				hotlineForm.parse({ ...given, kind: 'national', name, number, takesFeedback: '' })
			);
		await hotlineIndex.follow(ward.robot());
		const first = async (words: string) => (await find.search(ward.robot(), { words })).hits[0]?.title;
		expect(await first('duong day nong')).toBe('Đường dây nóng của phường: 0220 3888 311');
		expect(await first('goi cong an')).toBe('Công an: 113');
		expect(await first('1022')).toBe('Tổng đài 1022');
	});
});

describe('a changed number', () => {
	it('is told to who writes, reads aloud and posts, with the stories that still name the old one', async () => {
		next = await hotlines.change(
			ward.as('office'),
			id,
			1,
			hotlineChangeForm.parse({ ...given, number: '0220 3888 999', from: '2026-06-20' })
		);
		const entry = await lastLine(next);
		await hotlineUses.tellOfChange(ward.robot(), entry);
		await hotlineUses.tellOfChange(ward.robot(), entry);
		for (const role of ['culture', 'radio', 'one_stop'] as const) {
			const texts = await told(role);
			expect(texts).toHaveLength(1);
			expect(texts[0]).toContain('đổi từ 20/06/2026: 0220 3888 999 thay cho 0220 3888 311');
			expect(texts[0]).toContain('“Nơi nhận góp ý của bà con”');
			expect(texts[0]).not.toContain('Bài không có số nào');
		}
		expect(await told('office')).toEqual([]);
		const found = await hotlineUses.lineWithUses(ward.as('radio'), id);
		expect(found?.uses).toMatchObject({ stories: [{ title: 'Nơi nhận góp ý của bà con' }], boards: [] });
		expect((await hotlineUses.lineWithUses(ward.as('radio'), next))?.uses.stories).toEqual([]);
		expect(await hotlineUses.lineWithUses(ward.as('radio'), 987654)).toBeUndefined();
	});

	it('is no news when only the hours were corrected, and is when it ends', async () => {
		const later = ward.as('office', new Date(testNow.getTime() + 10 * 86_400_000));
		const { from: _from, ...same } = hotlineChangeForm.parse({
			...given,
			number: '0220 3888 999',
			from: '2026-06-20'
		});
		await hotlines.correct(later, next, 1, { ...same, hours: 'cả ngày', validFrom: '2026-06-20' });
		await hotlineUses.tellOfChange(ward.robot(), await lastLine(next));
		expect(await told('culture')).toHaveLength(1);
		await hotlines.end(later, next, 2, '2026-06-30', 'Gộp vào 1022');
		await hotlineUses.tellOfChange(ward.robot(), await lastLine(next));
		expect((await told('culture'))[0]).toContain('thôi dùng sau 30/06/2026');
	});
});
