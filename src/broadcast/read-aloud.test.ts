import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import * as publishing from '#content/publishing.server.ts';
import { story } from '#content/schema.server.ts';
import { storyIn } from '#content/testing.ts';
import type { Ctx } from '#people/actor.ts';
import { makeWard, type TestWard } from '#people/testing.ts';
import { read } from '#platform/db.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { useFiles } from '#plan/testing.ts';
import { aCatalogue } from '#procedures/testing.ts';
import * as audios from './audio/audios.server.ts';
import { makeNext } from './audio/making.server.ts';
import * as readAloud from './read-aloud.server.ts';
import { audio } from './schema.server.ts';

const database = useDatabase();
useFiles();
let ward: TestWard;
let visitor: Ctx;
let slug: string;
let storyId: number;
let codes: string[];

beforeAll(async () => {
	ward = await makeWard(database.db, 'nghe-bai');
	visitor = { ...ward.robot(), actor: { kind: 'visitor' } };
	storyId = await storyIn(ward, 'published', { title: 'Từ 8h, quầy số 2 mở cửa đón bà con' });
	const [row] = await read(ward.robot(), (tx) => tx.select().from(story).where(eq(story.id, storyId)));
	slug = row!.slug!;
	codes = await aCatalogue(ward.as('office'), 8);
});

const made = () => read(ward.robot(), (tx) => tx.$count(audio, sql`${audio.kind} = 'synthetic'`));

// The voice takes its time on a busy machine.
describe('reading aloud for visitors', { timeout: 120_000 }, () => {
	it('makes nothing by looking, and one sound however many ask at once', async () => {
		expect(await readAloud.of(visitor, 'article', slug)).toMatchObject({
			state: 'none',
			url: `/tin-tuc/${slug}`
		});
		expect(await made()).toBe(0);
		await Promise.all([1, 2, 3].map(() => readAloud.ask(visitor, 'article', slug)));
		expect(await made()).toBe(1);
		expect((await readAloud.of(visitor, 'article', slug)).state).toBe('making');
		await expect(readAloud.sound(visitor, 'article', slug)).rejects.toMatchObject({ status: 404 });
		expect(await makeNext(ward.robot())).toBe(true);
		const reading = await readAloud.of(visitor, 'article', slug);
		expect(reading.state).toBe('ready');
		expect(reading.spoken).toContain('Từ tám giờ, quầy số hai');
		expect((await readAloud.sound(visitor, 'article', slug)).bytes).toBe(reading.bytes);
		await readAloud.ask(visitor, 'article', slug);
		expect(await made()).toBe(1);
		// It is no material of the station.
		expect(await audios.list(ward.as('radio'))).toEqual([]);
	});

	it('reads only what is public', async () => {
		const draft = await storyIn(ward, 'approved', { title: 'Bài chưa đăng thì chưa được nghe' });
		await expect(readAloud.ask(visitor, 'article', String(draft))).rejects.toMatchObject({ status: 404 });
		await expect(readAloud.ask(visitor, 'article', 'khong-co\u0000')).rejects.toMatchObject({ status: 404 });
		await expect(readAloud.of(visitor, 'procedure', '9.999')).rejects.toMatchObject({ status: 404 });
		await publishing.withdraw(ward.as('office'), storyId, {
			reason: 'Giờ làm việc đã thay đổi từ tuần này.',
			notice: 'Bài đã gỡ để cập nhật giờ làm việc mới.'
		});
		await expect(readAloud.sound(visitor, 'article', slug)).rejects.toMatchObject({ status: 404 });
	});

	it('lets only so many wait, and serves the station first', async () => {
		const before = await made();
		for (const code of codes.slice(0, 5)) await readAloud.ask(visitor, 'procedure', code);
		await expect(readAloud.ask(visitor, 'procedure', codes[5]!)).rejects.toMatchObject({ status: 429 });
		expect(await made()).toBe(before + 5);
		const own = await audios.synthesise(ward.as('radio'), {
			title: 'Bản tin khẩn',
			spoken: 'Xin chào bà con.',
			voice: 'espeak:north'
		});
		await makeNext(ward.robot());
		const sound = await read(ward.robot(), (tx) => audios.of(tx, own));
		expect(sound?.state).toBe('ready');
	});
});
