import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import * as deliveries from '#channels/deliveries.server.ts';
import { channelAccount, delivery } from '#channels/schema.server.ts';
import { makeWard, testNow, type TestWard } from '#people/testing.ts';
import { useFiles } from '#plan/testing.ts';
import { read, transact } from '#platform/db.server.ts';
import { journalEntry } from '#platform/schema.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import * as dispatch from './dispatch.server.ts';
import * as editions from './editions.server.ts';
import * as publishing from './publishing.server.ts';
import * as sheets from './sheets.server.ts';
import * as stories from './stories.server.ts';
import { readyInput, storyIn } from './testing.ts';

const database = useDatabase();
useFiles();
let ward: TestWard;
let zalo: number;
let banner: number;

beforeAll(async () => {
	ward = await makeWard(database.db);
	[zalo, banner] = await transact(ward.robot(), async (tx) => {
		const rows = await tx
			.insert(channelAccount)
			.values([
				{ kind: 'zalo', name: 'Zalo', state: 'working', addedAt: testNow },
				{ kind: 'notice_board', name: 'Bảng tin', state: 'working', addedAt: testNow }
			])
			.returning({ id: channelAccount.id });
		return [rows[0]!.id, rows[1]!.id] as const;
	});
});

const acts = (id: number): Promise<string[]> =>
	read(ward.robot(), async (tx) =>
		(
			await tx
				.select()
				.from(journalEntry)
				.where(eq(journalEntry.subjectId, String(id)))
				.orderBy(journalEntry.id)
		).map(({ act }) => act)
	);
const sign = async (id: number): Promise<void> => {
	const { digest, lockVersion } = await sheets.look(ward.as('chair'), id);
	await sheets.sign(ward.as('chair'), id, { digest, lockVersion });
};
const code = (work: Promise<unknown>): Promise<string> =>
	work.then(
		() => 'done',
		(error: { code?: string }) => error.code ?? String(error)
	);

describe('the approval sheet', () => {
	it('approves the text and signs every edition in one act, with a picture drawn for those that need one', async () => {
		const id = await storyIn(ward, 'in_review');
		const before = await sheets.look(ward.as('chair'), id);
		expect(before.signed).toBeNull();
		expect(before.parts.map(({ outlet }) => outlet).toSorted()).toEqual([
			'facebook',
			'notice_board',
			'radio',
			'screen',
			'zalo'
		]);
		await sign(id);
		const after = await sheets.look(ward.as('culture'), id);
		expect(after.signed?.by).toBe('Người Chủ tịch');
		expect(await acts(id)).toEqual(expect.arrayContaining(['story.approved', 'sheet.signed']));
		await publishing.publish(ward.as('chair'), id);
		await dispatch.send(ward.as('culture'), id, [{ accountId: zalo, at: testNow }]);
		const [sent] = await deliveries.ofStory(ward.as('culture'), id);
		expect(sent!.message.cover?.token).toMatch(/.{10}/);
		expect(sent!.message.link).toBe(`/t/${id}`);
		expect(sent!.areaKeys).toEqual(['one_stop']);
	});

	it('is not signed by who wrote, by who may not approve, nor over something else than was seen', async () => {
		const id = await storyIn(ward, 'in_review');
		const seen = await sheets.look(ward.as('chair'), id);
		expect(await code(sheets.sign(ward.as('culture'), id, seen))).toBe('story.role');
		expect(await code(sheets.sign(ward.as('chair'), id, { ...seen, digest: 'f'.repeat(64) }))).toBe(
			'sheet.changed_meanwhile'
		);
		// The chair writes in one edition: another leader has to sign.
		await editions.write(ward.as('chair'), id, 'zalo', {
			wanted: true,
			written: { title: 'Lời của Chủ tịch' },
			version: 0
		});
		expect((await sheets.look(ward.as('chair'), id)).refusals.map((one) => one.code)).toContain(
			'sheet.own_work'
		);
		const now = await sheets.look(ward.as('vice_chair'), id);
		expect(await code(sheets.sign(ward.as('vice_chair'), id, now))).toBe('done');
	});

	it('falls with any change, stops what had not left, and says what changed', async () => {
		const id = await storyIn(ward, 'in_review');
		await sign(id);
		await publishing.publish(ward.as('chair'), id);
		await dispatch.send(ward.as('culture'), id, [
			{ accountId: zalo, at: new Date(testNow.getTime() + 86_400_000) }
		]);
		await editions.write(ward.as('culture'), id, 'facebook', {
			wanted: true,
			written: { text: 'Lời khác hẳn.' },
			version: 1
		});
		const look = await sheets.look(ward.as('culture'), id);
		expect(look.signed).toBeNull();
		expect(look.fallen?.changed).toEqual(['facebook']);
		expect((await deliveries.ofStory(ward.as('culture'), id)).map(({ state }) => state)).toEqual([
			'cancelled'
		]);
		expect(await acts(id)).toContain('sheet.fallen');
		expect(await code(dispatch.send(ward.as('culture'), id, [{ accountId: zalo, at: testNow }]))).toBe(
			'dispatch.unsigned'
		);
		// Signed again, the same row goes out again instead of a second one.
		await sign(id);
		expect(await dispatch.send(ward.as('culture'), id, [{ accountId: zalo, at: testNow }])).toBe(1);
		expect(await deliveries.ofStory(ward.as('culture'), id)).toHaveLength(1);
	});

	it('falls when the story itself is changed', async () => {
		const id = await storyIn(ward, 'in_review');
		await sign(id);
		await publishing.publish(ward.as('chair'), id);
		const { row } = await read(ward.as('culture'), async (tx) => ({
			row: (await tx.execute<{ lock_version: number }>(`select lock_version from story where id = ${id}`))
				.rows[0]!
		}));
		await stories.save(
			ward.as('culture'),
			id,
			row.lock_version,
			readyInput({ title: 'Nhận hồ sơ chứng thực tại quầy số ba' })
		);
		expect((await sheets.look(ward.as('culture'), id)).fallen?.changed).toContain('portal');
	});
});

describe('editions', () => {
	it('keep what was written, follow the story in the rest, and say when the story moved on', async () => {
		const id = await storyIn(ward, 'draft');
		await editions.write(ward.as('culture'), id, 'zalo', {
			wanted: true,
			written: { title: 'Tiêu đề riêng cho Zalo' },
			version: 0
		});
		await stories.save(
			ward.as('culture'),
			id,
			1,
			readyInput({ summary: 'Quầy số hai nay nhận hồ sơ cả chiều thứ Bảy hằng tuần.' })
		);
		const { editions: all } = await editions.list(ward.as('culture'), id);
		const one = all.find(({ outlet }) => outlet === 'zalo')!;
		expect(one.message.title).toBe('Tiêu đề riêng cho Zalo');
		expect(one.message.summary).toContain('thứ Bảy');
		expect(one.written).toEqual(['title']);
	});

	it('refuse what is too long, a version that is old, people who may not write; words like the story’s are not kept', async () => {
		const id = await storyIn(ward, 'draft');
		const given = (title: string, version = 0) => ({ wanted: true, written: { title }, version });
		expect(await code(editions.write(ward.as('culture'), id, 'zalo', given('a'.repeat(141))))).toBe(
			'edition.title'
		);
		expect(await code(editions.write(ward.as('culture'), id, 'zalo', given('Một', 3)))).toBe(
			'edition.changed_meanwhile'
		);
		expect(await code(editions.write(ward.as('residential'), id, 'zalo', given('Một')))).toBe('not_found');
		expect(await code(editions.write(ward.as('culture'), id, 'tiktok', given('Một')))).toBe('edition.outlet');
		await editions.write(ward.as('culture'), id, 'zalo', given(readyInput().title));
		const { editions: all } = await editions.list(ward.as('culture'), id);
		expect(all.find(({ outlet }) => outlet === 'zalo')!.written).toEqual([]);
	});
});

describe('sending a story out', () => {
	it('waits for the portal, asks for a signature, and does all or nothing', async () => {
		const id = await storyIn(ward, 'in_review');
		await sign(id);
		expect(await code(dispatch.send(ward.as('culture'), id, [{ accountId: zalo, at: testNow }]))).toBe(
			'dispatch.not_public'
		);
		const minute = new Date(testNow.getTime() + 3_600_000);
		await publishing.schedule(ward.as('chair'), id, minute);
		expect(
			await code(
				dispatch.send(ward.as('culture'), id, [
					{ accountId: zalo, at: testNow },
					{ accountId: 999_999, at: testNow }
				])
			)
		).toBe('dispatch.no_edition');
		expect(await deliveries.ofStory(ward.as('culture'), id)).toEqual([]);
		expect(await code(dispatch.send(ward.as('admin'), id, [{ accountId: zalo, at: testNow }]))).toBe(
			'channel.deliver'
		);
		await dispatch.send(ward.as('culture'), id, [
			{ accountId: zalo, at: testNow },
			{ accountId: banner, at: testNow }
		]);
		const rows = await read(ward.as('culture'), (tx) =>
			tx.select().from(delivery).where(eq(delivery.storyId, id)).orderBy(delivery.accountId)
		);
		expect(rows[0]!.plannedAt.getTime()).toBe(minute.getTime() + 60_000);
		// By hand: nobody's machine takes it up.
		expect(rows[1]!.nextTryAt).toBeNull();
	});
});
