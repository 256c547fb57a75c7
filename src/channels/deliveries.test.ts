import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evidence, task } from '#plan/schema.server.ts';
import { issuedPlan, useFiles } from '#plan/testing.ts';
import { makeWard, testNow, type TestWard } from '#people/testing.ts';
import type { Ctx } from '#people/actor.ts';
import { read, transact } from '#platform/db.server.ts';
import { journalEntry } from '#platform/schema.server.ts';
import { settle } from '#platform/settings.ts';
import { useDatabase } from '#platform/testing/database.ts';
import * as accounts from './accounts.server.ts';
import * as deliveries from './deliveries.server.ts';
import { startZalo, type ZaloFake } from './fakes/zalo.ts';
import { noMessage } from './message.ts';
import { channelAccount, delivery } from './schema.server.ts';
import { openDesk } from './sending.server.ts';
import * as tokens from './tokens.server.ts';

const database = useDatabase();
useFiles();
let ward: TestWard;
let zalo: ZaloFake;
let refreshes = 0;
let loseNextRefresh = false;

beforeAll(async () => {
	ward = await makeWard(database.db);
	zalo = await startZalo({
		latency: () => 20,
		fault: ({ path }) => {
			if (path !== '/v4/oa/access_token') return undefined;
			refreshes++;
			if (!loseNextRefresh) return undefined;
			loseNextRefresh = false;
			return 'cut_before';
		}
	});
	settle({ ZALO_URL: zalo.url, ZALO_SIGN_IN_URL: zalo.url });
});
afterAll(() => zalo.close());

const code = (work: Promise<unknown>): Promise<string> =>
	work.then(
		() => 'done',
		(error: { code?: string }) => error.code ?? String(error)
	);
const lastActs = (kind: string): Promise<string[]> =>
	read(ward.robot(), async (tx) =>
		(
			await tx.select().from(journalEntry).where(eq(journalEntry.subjectKind, kind)).orderBy(journalEntry.id)
		).map(({ act }) => act)
	);

async function zaloAccount(name: string, ends = new Date(testNow.getTime() + 3_600_000)): Promise<number> {
	const id = await accounts.add(ward.as('office'), 'zalo', {
		name,
		settings: { appId: '1' },
		secrets: { appSecret: 's', ...zalo.issue() }
	});
	await transact(ward.robot(), (tx) =>
		tx.update(channelAccount).set({ state: 'working', tokenEndsAt: ends }).where(eq(channelAccount.id, id))
	);
	return id;
}
let source = 0;
const planned = (ctx: Ctx, accountId: number, at: Date, more: Partial<deliveries.Plan> = {}) =>
	transact(ctx, (tx) =>
		deliveries.plan(tx, ctx, {
			accountId,
			source: { kind: 'edition', id: ++source, version: 1 },
			message: { ...noMessage, title: `Bài ${source}`, text: 'Nội dung' },
			at,
			...more
		})
	);
const tomorrow = new Date(testNow.getTime() + 86_400_000);

describe('an account', () => {
	it('shows that there is a secret, never the secret; keeps what is left empty; is journalled', async () => {
		const id = await zaloAccount('Zalo kín');
		const shown = await accounts.get(ward.as('culture'), id);
		expect(shown.has.toSorted()).toEqual(['accessToken', 'appSecret', 'refreshToken']);
		expect(JSON.stringify(shown)).not.toMatch(/at-|rt-/);
		await accounts.change(
			ward.as('office'),
			id,
			{ name: 'Zalo kín hơn', settings: { appId: '2' }, secrets: { appSecret: '' } },
			shown.lockVersion
		);
		const [row] = await read(ward.robot(), (tx) =>
			tx.select().from(channelAccount).where(eq(channelAccount.id, id))
		);
		expect(accounts.openSecrets(row!).appSecret).toBe('s');
		const lines = await read(ward.robot(), (tx) =>
			tx.select().from(journalEntry).where(eq(journalEntry.subjectKind, 'channel_account'))
		);
		expect(JSON.stringify(lines)).not.toMatch(/at-[0-9a-f]|rt-[0-9a-f]/);
		expect(await lastActs('channel_account')).toEqual(
			expect.arrayContaining(['channel_account.added', 'channel_account.changed'])
		);
	});

	it('is run by the office only, with a name of its own, an address that is one, and the version that was seen', async () => {
		const good = { name: 'Trang', settings: { appId: '1', pageId: '2' } };
		expect(await code(accounts.add(ward.as('culture'), 'facebook', good))).toBe('channel.run_accounts');
		expect(
			await code(accounts.add(ward.as('office'), 'facebook', { ...good, settings: { appId: '1' } }))
		).toBe('channel_account.pageId');
		expect(
			await code(
				accounts.add(ward.as('office'), 'webhook', { name: 'Tỉnh', settings: { endpoint: 'http://tinh.vn' } })
			)
		).toBe('channel_account.endpoint');
		expect(await code(accounts.add(ward.as('office'), 'facebook', { ...good, name: 'Zalo kín hơn' }))).toBe(
			'channel.name_taken'
		);
		const id = await accounts.add(ward.as('office'), 'facebook', good);
		expect(await code(accounts.change(ward.as('office'), id, good, 99))).toBe(
			'channel_account.changed_meanwhile'
		);
		expect(await code(accounts.get(ward.as('residential'), id))).toBe('channel.look_at_accounts');
		await accounts.retire(ward.as('office'), id);
		expect(await code(accounts.get(ward.as('office'), id))).toBe('not_found');
		// The name is free again.
		expect(await code(accounts.add(ward.as('office'), 'facebook', good))).toBe('done');
	});

	it('is asked how it is, and goes out of use with words when the channel refuses it', async () => {
		const id = await zaloAccount('Zalo thử');
		expect((await accounts.test(ward.as('office'), id)).ok).toBe(true);
		zalo.expire();
		const health = await accounts.test(ward.as('office'), id);
		expect(health.ok).toBe(false);
		const after = await accounts.get(ward.as('office'), id);
		expect(after.state).toBe('sign_in');
		expect(after.trouble).toContain('Zalo');
	});
});

describe('a token', () => {
	it('is renewed once, however many want it at the same time, ahead of its end', async () => {
		const id = await zaloAccount('Zalo gia hạn');
		const before = refreshes;
		await Promise.all([
			tokens.refreshDue(ward.robot()),
			tokens.refreshDue(ward.robot()),
			tokens.refresh(ward.robot(), id)
		]);
		const account = await accounts.get(ward.as('office'), id);
		expect(account.tokenEndsAt!.getTime()).toBeGreaterThan(testNow.getTime() + 20 * 3_600_000);
		expect(account.state).toBe('working');
		expect((await accounts.test(ward.as('office'), id)).ok).toBe(true);
		// Other accounts of this ward are due too; this one was asked for once.
		const asked = refreshes - before;
		await tokens.refreshDue(ward.robot());
		expect(refreshes - before).toBe(asked);
	});

	it('whose renewal found no answer is tried again with the same; one that is used up asks for a person', async () => {
		const id = await zaloAccount('Zalo mất mạng');
		loseNextRefresh = true;
		expect(await tokens.refresh(ward.robot(), id)).toBe(false);
		expect((await accounts.get(ward.as('office'), id)).state).toBe('working');
		expect(await tokens.refresh(ward.robot(), id)).toBe(true);
		const dead = await zaloAccount('Zalo hết');
		const [row] = await read(ward.robot(), (tx) =>
			tx.select().from(channelAccount).where(eq(channelAccount.id, dead))
		);
		await transact(ward.robot(), (tx) =>
			tx
				.update(channelAccount)
				.set({
					secrets: accounts.sealSecrets(row!, {
						appSecret: 's',
						accessToken: 'at-x',
						refreshToken: 'rt-used'
					})
				})
				.where(eq(channelAccount.id, dead))
		);
		expect(await tokens.refresh(ward.robot(), dead)).toBe(false);
		expect((await accounts.get(ward.as('office'), dead)).state).toBe('sign_in');
		expect(await lastActs('channel_account')).toContain('channel_account.troubled');
	});

	it('comes from a sign-in that was begun by the same person, once, in time', async () => {
		const id = await zaloAccount('Zalo đăng nhập');
		const callback = 'https://phuong.test/lam-viec/kenh/dang-nhap';
		const leave = async (): Promise<{ code: string; state: string }> => {
			const url = await tokens.begin(ward.as('office'), id, callback);
			const page = await (await fetch(url)).text();
			const back = new URL(/href="([^"]+)"/.exec(page)![1]!.replaceAll('&amp;', '&'));
			return { code: back.searchParams.get('code')!, state: back.searchParams.get('state')! };
		};
		const first = await leave();
		expect(await code(tokens.complete(ward.as('admin'), first, callback))).toBe(
			'channel_account.sign_in_over'
		);
		expect(await tokens.complete(ward.as('office'), first, callback)).toBe(id);
		expect(await code(tokens.complete(ward.as('office'), first, callback))).toBe(
			'channel_account.sign_in_over'
		);
		const late = await leave();
		expect(
			await code(
				tokens.complete(ward.as('office', new Date(testNow.getTime() + 31 * 60_000)), late, callback)
			)
		).toBe('channel_account.sign_in_over');
		expect(await code(tokens.begin(ward.as('culture'), id, callback))).toBe('channel.run_accounts');
	});
});

describe('a delivery', () => {
	it('is one row for a thing and an account, brought up to date while it waits', async () => {
		const id = await zaloAccount('Zalo một');
		const ctx = ward.as('culture');
		const one = {
			accountId: id,
			source: { kind: 'edition', id: 9001, version: 1 },
			message: { ...noMessage, title: 'Cũ' },
			at: tomorrow
		};
		const first = await transact(ctx, (tx) => deliveries.plan(tx, ctx, one));
		const again = await Promise.all(
			[1, 2, 3].map(() =>
				transact(ctx, (tx) => deliveries.plan(tx, ctx, { ...one, message: { ...noMessage, title: 'Mới' } }))
			)
		);
		expect(new Set([first.id, ...again.map((row) => row.id)]).size).toBe(1);
		expect((await deliveries.get(ctx, first.id)).delivery.message.title).toBe('Mới');
		await transact(ward.robot(), (tx) =>
			tx.update(delivery).set({ state: 'sent', sentAt: testNow }).where(eq(delivery.id, first.id))
		);
		expect((await transact(ctx, (tx) => deliveries.plan(tx, ctx, one))).planned).toBe(false);
	});

	it('is moved, cancelled, tried again only as its state lets it, by who may', async () => {
		const id = await zaloAccount('Zalo hai');
		const { id: one } = await planned(ward.as('culture'), id, tomorrow);
		expect(await code(deliveries.move(ward.as('justice'), one, tomorrow))).toBe('channel.deliver');
		expect(await code(deliveries.move(ward.as('culture'), one, testNow))).toBe('delivery.time');
		expect(await code(deliveries.move(ward.as('culture'), one, tomorrow, 77))).toBe(
			'delivery.changed_meanwhile'
		);
		expect(await code(deliveries.move(ward.as('culture'), one, new Date(tomorrow.getTime() + 60_000)))).toBe(
			'done'
		);
		expect(await code(deliveries.say(ward.as('culture'), one, true))).toBe('delivery.state');
		expect(
			await code(deliveries.confirm(ward.as('culture'), one, { place: 'Nhà văn hóa', counted: 1 }))
		).toBe('delivery.not_by_hand');
		expect(await code(deliveries.cancel(ward.as('culture'), one))).toBe('done');
		expect(await code(deliveries.cancel(ward.as('culture'), one))).toBe('delivery.state');
		expect(await code(deliveries.get(ward.as('culture'), 999_999))).toBe('not_found');
		expect(await code(deliveries.get(ward.as('residential'), one))).toBe('channel.look');
		expect(await lastActs('delivery')).toEqual(
			expect.arrayContaining(['delivery.planned', 'delivery.moved', 'delivery.cancelled'])
		);
		const neighbour = await makeWard(database.db, 'lang-ben');
		expect(await code(deliveries.get(neighbour.as('culture'), one))).toBe('not_found');
	});

	it('over the monthly quota of broadcasts is refused before anything is tried', async () => {
		const id = await accounts.add(ward.as('office'), 'zalo', {
			name: 'Zalo hạn mức',
			settings: { appId: '1', broadcast: true, monthly: 1 }
		});
		expect(await code(planned(ward.as('culture'), id, tomorrow))).toBe('done');
		expect(await code(planned(ward.as('culture'), id, tomorrow))).toBe('delivery.quota');
		expect(await code(planned(ward.as('culture'), id, new Date(testNow.getTime() + 30 * 86_400_000)))).toBe(
			'done'
		);
	});

	it('that nobody can tell about asks a person; “not there” sends it, “there” counts it as evidence', async () => {
		await issuedPlan(ward);
		const [{ id: taskId }] = (await read(ward.robot(), (tx) =>
			tx.select({ id: task.id }).from(task).limit(1)
		)) as [{ id: number }];
		const id = await zaloAccount('Zalo ba');
		const { id: one } = await planned(ward.as('culture'), id, testNow, { taskId });
		await transact(ward.robot(), (tx) =>
			tx
				.update(delivery)
				.set({ state: 'asking', tries: 3, progress: { token: 't', doing: 'broadcast' } })
				.where(eq(delivery.id, one))
		);
		expect((await deliveries.troubled(ward.as('culture'))).map((row) => row.id)).toContain(one);
		await deliveries.say(ward.as('culture'), one, false);
		const { delivery: row } = await deliveries.get(ward.as('culture'), one);
		expect([row.state, row.progress]).toEqual(['planned', { token: 't' }]);
		await transact(ward.robot(), (tx) =>
			tx.update(delivery).set({ state: 'asking' }).where(eq(delivery.id, one))
		);
		expect(await code(deliveries.say(ward.as('culture'), one, true, 'javascript:alert(1)'))).toBe(
			'delivery.url'
		);
		await deliveries.say(ward.as('culture'), one, true, 'https://zalo.me/bai');
		expect((await deliveries.get(ward.as('culture'), one)).delivery.state).toBe('sent');
		const rows = await read(ward.robot(), (tx) =>
			tx.select().from(evidence).where(eq(evidence.taskId, taskId))
		);
		expect(rows.map(({ sourceKind, url }) => [sourceKind, url])).toEqual([
			['delivery', 'https://zalo.me/bai']
		]);
	});

	it('by hand is confirmed with place, number and a photo that is one', async () => {
		const id = await accounts.add(ward.as('office'), 'slogan', { name: 'Băng rôn' });
		const { id: one } = await planned(ward.as('culture'), id, testNow);
		const ctx = ward.as('culture');
		expect(await code(deliveries.confirm(ctx, one, { place: ' ', counted: 2 }))).toBe('delivery.place');
		expect(await code(deliveries.confirm(ctx, one, { place: 'Ngã tư', counted: 0 }))).toBe(
			'delivery.counted'
		);
		expect(
			await code(
				deliveries.confirm(ctx, one, {
					place: 'Ngã tư',
					counted: 2,
					photo: { name: 'a.pdf', bytes: Buffer.from('%PDF-1.4\n%âãÏÓ\n1 0 obj') }
				})
			)
		).toMatch(/delivery.photo|file/);
		expect(await code(deliveries.confirm(ctx, one, { place: 'Ngã tư', counted: 2 }))).toBe('done');
		expect((await deliveries.get(ctx, one)).delivery).toMatchObject({
			state: 'sent',
			place: 'Ngã tư',
			counted: 2
		});
	});

	it('leaves at its minute, and never before', async () => {
		const id = await zaloAccount('Zalo đúng giờ');
		const begun = Date.now();
		const ctx = (): Ctx => ({ ...ward.robot(), now: new Date(testNow.getTime() + Date.now() - begun) });
		await transact(ward.robot(), (tx) =>
			tx.update(delivery).set({ state: 'cancelled', nextTryAt: null }).where(eq(delivery.state, 'planned'))
		);
		const minutes = [0, 1500, 3000].map((after) => new Date(testNow.getTime() + after));
		const photo = { token: 'anh', alt: '' };
		const ids = [];
		for (const at of minutes)
			ids.push(
				(
					await planned(ward.as('culture'), id, at, {
						message: { ...noMessage, title: `Đúng giờ ${at.getTime()}`, summary: 'Tóm tắt', cover: photo }
					})
				).id
			);
		const desk = openDesk({
			picture: () => Promise.resolve({ bytes: Buffer.from('x'), type: 'image/jpeg', name: 'a.jpg' }),
			origin: () => Promise.resolve('https://phuong.test')
		});
		while (Date.now() - begun < 40_000) {
			await desk.work(ctx());
			await desk.idle();
			const rows = await read(ward.robot(), (tx) =>
				tx.select().from(delivery).where(eq(delivery.accountId, id))
			);
			if (rows.every(({ state }) => state === 'sent')) break;
			await new Promise((resolve) => setTimeout(resolve, 200));
		}
		for (const [at, one] of ids.entries()) {
			const { delivery: row, attempts } = await deliveries.get(ward.as('culture'), one);
			expect(row.state).toBe('sent');
			const late = attempts[0]!.begunAt.getTime() - minutes[at]!.getTime();
			expect(late).toBeGreaterThanOrEqual(0);
			// The rule is two seconds; the bound here leaves room for a busy machine.
			expect(late).toBeLessThan(20_000);
		}
		await desk.stop();
	}, 60_000);
});
