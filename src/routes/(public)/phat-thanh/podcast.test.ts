/** The feed as an independent parser reads it, and the sound behind it. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import * as episodes from '#broadcast/episodes.server.ts';
import { makeNext } from '#broadcast/audio/making.server.ts';
import { indexAired } from '#broadcast/indexing.server.ts';
import * as programmes from '#broadcast/programmes.server.ts';
import * as segments from '#broadcast/segments.server.ts';
import { makeWard, type TestWard } from '#people/testing.ts';
import { read } from '#platform/db.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { useFiles } from '#plan/testing.ts';
import { searchEntry } from '#search/schema.server.ts';
import { load as onePage } from './[id]/+page.server.ts';
import { GET as transcript } from './[id]/loi.txt/+server.ts';
import { GET as sound } from './[id]/nghe.mp3/+server.ts';
import { GET as cover } from './anh-bia.png/+server.ts';
import { load as page } from './+page.server.ts';
import { GET as podcast } from './podcast.xml/+server.ts';

const database = useDatabase();
useFiles();
let ward: TestWard;
let id: number;
const airsAt = new Date('2026-06-17T05:35:00+07:00');
const after = new Date('2026-06-17T06:00:00+07:00');

function ask(path: string, now = after, params: Record<string, string> = {}, headers: HeadersInit = {}) {
	const url = new URL(path, 'https://phuong.example');
	const set: Record<string, string> = {};
	return {
		locals: { ctx: { ...ward.robot(now), actor: { kind: 'visitor' } } },
		params,
		url,
		request: new Request(url, { headers }),
		setHeaders: (given: Record<string, string>) => Object.assign(set, given)
	} as never;
}
const answered = async (response: unknown): Promise<Response> => (await response) as Response;

beforeAll(async () => {
	ward = await makeWard(database.db, 'podcast');
	const programmeId = await programmes.create(ward.as('radio'), {
		name: 'Chuyện <một cửa> & bà con',
		template: ['notice', 'music'],
		minutes: 5
	});
	id = await episodes.addSpecial(ward.as('radio'), { programmeId, title: 'Số 1: “A & B”', airsAt });
	const [only] = (await episodes.view(ward.as('radio'), id)).segments;
	await segments.write(ward.as('radio'), only!.id, { title: 'Tin', written: 'Từ 8h, quầy số 2 mở cửa.' });
	await segments.letRead(ward.as('radio'), only!.id);
	await makeNext(ward.robot());
	await episodes.submit(ward.as('radio'), id);
	await episodes.approve(ward.as('chair'), id);
});

describe('the podcast', () => {
	it('is empty but whole before anything was on the air', async () => {
		const text = await (
			await answered(podcast(ask('/phat-thanh/podcast.xml', new Date('2026-06-16T06:00:00+07:00'))))
		).text();
		expect(XMLValidator.validate(text)).toBe(true);
		expect(text).not.toContain('<item>');
	});

	it('has the tags podcast programs ask for, and lengths that are true', async () => {
		const text = await (await answered(podcast(ask('/phat-thanh/podcast.xml')))).text();
		expect(XMLValidator.validate(text)).toBe(true);
		const { rss } = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(text) as {
			rss: { channel: Record<string, never> & { item: Record<string, never> } };
		};
		const { channel } = rss;
		expect(Object.keys(channel)).toEqual(
			expect.arrayContaining([
				'title',
				'link',
				'atom:link',
				'description',
				'language',
				'copyright',
				'image',
				'lastBuildDate',
				'itunes:author',
				'itunes:owner',
				'itunes:image',
				'itunes:category',
				'itunes:explicit',
				'itunes:type'
			])
		);
		expect(channel).toMatchObject({
			language: 'vi',
			'itunes:image': { href: 'https://phuong.example/phat-thanh/anh-bia.png' }
		});
		expect(channel.item).toMatchObject({
			title: 'Số 1: “A & B”',
			link: `https://phuong.example/phat-thanh/${id}`,
			guid: { '#text': `https://phuong.example/phat-thanh/${id}`, isPermaLink: 'true' },
			pubDate: 'Tue, 16 Jun 2026 22:35:00 GMT',
			enclosure: { url: `https://phuong.example/phat-thanh/${id}/nghe.mp3`, type: 'audio/mpeg' },
			'itunes:episodeType': 'full',
			'podcast:transcript': { url: `https://phuong.example/phat-thanh/${id}/loi.txt`, type: 'text/plain' }
		});
		const whole = await answered(sound(ask(`/phat-thanh/${id}/nghe.mp3`, after, { id: String(id) })));
		const { length } = (channel.item as unknown as { enclosure: { length: string } }).enclosure;
		expect((await whole.arrayBuffer()).byteLength).toBe(Number(length));
		const part = await answered(
			sound(ask(`/phat-thanh/${id}/nghe.mp3`, after, { id: String(id) }, { range: 'bytes=0-1' }))
		);
		expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 0-1/${length}`]);
	});

	it('comes with words and a cover', async () => {
		const words = await answered(transcript(ask(`/phat-thanh/${id}/loi.txt`, after, { id: String(id) })));
		expect(await words.text()).toContain('Từ tám giờ, quầy số hai mở cửa.');
		const picture = Buffer.from(await (await answered(cover(ask('/phat-thanh/anh-bia.png')))).arrayBuffer());
		expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1400, 1400]);
	});
});

describe('the page of the radio', () => {
	it('tells the day: what comes, what is on, what was', async () => {
		const at = async (now: Date) =>
			(await page(ask('/phat-thanh', now))) as { today: { when: string }[]; coming: [] };
		expect((await at(new Date('2026-06-17T05:00:00+07:00'))).today).toMatchObject([{ id, when: 'coming' }]);
		expect((await at(new Date(airsAt.getTime() + 500))).today).toMatchObject([{ when: 'now' }]);
		expect((await at(after)).today).toMatchObject([{ when: 'past' }]);
		expect((await at(new Date('2026-06-16T05:00:00+07:00'))).today).toEqual([]);
		expect((await at(new Date('2026-06-16T05:00:00+07:00'))).coming).toMatchObject([
			{ title: 'Số 1: “A & B”' }
		]);
		await expect(
			Promise.resolve(
				onePage(ask(`/phat-thanh/${id}`, new Date('2026-06-17T05:00:00+07:00'), { id: String(id) }))
			)
		).rejects.toMatchObject({ status: 404 });
	});

	it('shows the words of what was on the air while its sound is not there', async () => {
		const programmeId = await programmes.create(ward.as('radio'), {
			name: 'Chưa có tiếng',
			template: ['notice'],
			minutes: 5
		});
		const silent = await episodes.addSpecial(ward.as('radio'), {
			programmeId,
			title: 'Số chưa có tiếng',
			airsAt
		});
		const [only] = (await episodes.view(ward.as('radio'), silent)).segments;
		await segments.write(ward.as('radio'), only!.id, { title: 'Tin', written: 'Xin chào bà con.' });
		const of = (now: Date) => ask(`/phat-thanh/${silent}`, now, { id: String(silent) });
		await expect(Promise.resolve(onePage(of(after)))).rejects.toMatchObject({ status: 404 });
		await episodes.submit(ward.as('radio'), silent);
		await episodes.approve(ward.as('chair'), silent);
		expect(await onePage(of(after))).toMatchObject({
			episode: { bytes: 0, words: [{ spoken: 'Xin chào bà con.' }] }
		});
		await expect(Promise.resolve(sound(of(after)))).rejects.toMatchObject({ status: 404 });
		expect(((await page(ask('/phat-thanh'))) as { latest: unknown[] }).latest).toHaveLength(1);
	});

	it('is found by search once it was on the air, and no longer when it is called off', async () => {
		const entries = () => read(ward.robot(), (tx) => tx.select().from(searchEntry));
		expect(await indexAired(ward.robot(new Date('2026-06-17T05:00:00+07:00')))).toBe(0);
		expect(await indexAired(ward.robot(after))).toBe(1);
		expect(await indexAired(ward.robot(after))).toBe(0);
		expect(await entries()).toMatchObject([{ kind: 'broadcast', key: String(id), url: `/phat-thanh/${id}` }]);
		await episodes.cancel(ward.as('radio', after), id, 'Đọc nhầm số điện thoại.');
		expect(await entries()).toEqual([]);
	});
});
