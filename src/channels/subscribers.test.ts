import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeWard, testNow, type TestWard } from '#people/testing.ts';
import type { Ctx } from '#people/actor.ts';
import { read, transact } from '#platform/db.server.ts';
import { openMailer, type Mailer } from '#platform/mail.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import * as deliveries from './deliveries.server.ts';
import * as mailings from './mailings.server.ts';
import { noMessage } from './message.ts';
import { channelAccount, mailing, subscriber } from './schema.server.ts';
import { openDesk } from './sending.server.ts';
import * as subscribers from './subscribers.server.ts';

const database = useDatabase();
let ward: TestWard;
let server: SMTPServer;
let mail: Mailer;
let letters: { to: string; raw: string }[] = [];
/** What the server says to an address. */
let answer: (to: string) => number = () => 250;

beforeAll(async () => {
	ward = await makeWard(database.db);
	server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onRcptTo: ({ address }, _session, done) => {
			const code = answer(address);
			if (code === 250) return done();
			done(Object.assign(new Error('no'), { responseCode: code }));
		},
		onData: (stream, session, done) => {
			const parts: Buffer[] = [];
			stream.on('data', (part: Buffer) => parts.push(part));
			stream.on('end', () => {
				letters.push({ to: session.envelope.rcptTo[0]!.address, raw: Buffer.concat(parts).toString() });
				done();
			});
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.server.address() as { port: number };
	mail = openMailer({ url: `smtp://127.0.0.1:${port}`, host: 'phuong.test' });
});
afterAll(async () => {
	mail.close();
	await new Promise<void>((resolve) => server.close(() => resolve()));
});
beforeEach(() => {
	letters = [];
	answer = () => 250;
});

const visitor = (now = testNow): Ctx => ({ ...ward.robot(now), actor: { kind: 'visitor' } });
/** The text part, put together again. */
const textOf = (raw: string): string => {
	const part = /Content-Type: text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--[^\r]/.exec(raw)!;
	const body = part[1]!;
	return /base64/i.test(part[0].split('\r\n\r\n')[0]!)
		? Buffer.from(body, 'base64').toString()
		: Buffer.from(
				body
					.replaceAll(/=\r\n/g, '')
					.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
				'latin1'
			).toString();
};
const join = async (address: string, areaKeys: string[] = []): Promise<void> => {
	await subscribers.ask(visitor(), { address, areaKeys }, mail);
	const word = /ma=([\w-]+)/.exec(textOf(letters.at(-1)!.raw))![1]!;
	expect(await subscribers.confirm(visitor(), word)).toBe(true);
};
const code = (work: Promise<unknown>): Promise<string> =>
	work.then(
		() => 'done',
		(error: { code?: string }) => error.code ?? String(error)
	);

describe('asking for the bulletin', () => {
	it('takes a letter, and a press in it; twice is once; nobody learns who is there', async () => {
		await subscribers.ask(visitor(), { address: 'Ba.Sau@example.vn', areaKeys: [] }, mail);
		expect(letters.map(({ to }) => to)).toEqual(['Ba.Sau@example.vn']);
		const word = /ma=([\w-]+)/.exec(textOf(letters[0]!.raw))![1]!;
		expect(await subscribers.confirm(visitor(), 'khac')).toBe(false);
		expect(await subscribers.confirm(visitor(), word)).toBe(true);
		expect(await subscribers.confirm(visitor(), word)).toBe(true);
		// Again, in other letters: no second row, no second letter, the same answer.
		await subscribers.ask(visitor(), { address: 'ba.sau@EXAMPLE.vn', areaKeys: ['one_stop'] }, mail);
		expect(letters).toHaveLength(1);
		const rows = await read(ward.robot(), (tx) => tx.select().from(subscriber));
		expect(rows.map(({ state, areaKeys }) => [state, areaKeys])).toEqual([['confirmed', ['one_stop']]]);
		expect(JSON.stringify(rows)).not.toContain('example.vn');
	});

	it('refuses what is no address, and forgets who does not confirm in time', async () => {
		for (const address of ['', 'khong', 'a@b', 'a b@c.vn', 'a@b.vn\r\nBcc: x@y.vn', '<a@b.vn>'])
			expect(await code(subscribers.ask(visitor(), { address, areaKeys: [] }, mail)), address).toBe(
				'subscriber.address'
			);
		expect(
			await code(subscribers.ask(visitor(), { address: 'a@b.vn', areaKeys: [] }, undefined as never))
		).toBe('subscriber.no_mail');
		await subscribers.ask(visitor(), { address: 'quen@example.vn', areaKeys: [] }, mail);
		const word = /ma=([\w-]+)/.exec(textOf(letters.at(-1)!.raw))![1]!;
		const late = new Date(testNow.getTime() + 4 * 86_400_000);
		expect(await subscribers.confirm(visitor(late), word)).toBe(false);
		expect(await subscribers.forgetUnconfirmed(ward.robot(late))).toBe(1);
	});
});

describe('an issue of the bulletin', () => {
	const issue = async (title: string, areaKeys: string[] = []): Promise<number> => {
		const ctx = ward.as('culture');
		const accountId = await transact(ward.robot(), async (tx) => {
			const [there] = await tx.select().from(channelAccount).limit(1);
			if (there) return there.id;
			const [row] = await tx
				.insert(channelAccount)
				.values({ kind: 'email', name: 'Bản tin', state: 'working', addedAt: testNow })
				.returning();
			return row!.id;
		});
		const { id } = await transact(ctx, (tx) =>
			deliveries.plan(tx, ctx, {
				accountId,
				source: { kind: 'edition', id: title.length, version: 1 },
				areaKeys,
				message: { ...noMessage, title, text: 'Đoạn một.\n\nĐoạn <hai>.', link: '/t/1' },
				at: testNow
			})
		);
		const desk = openDesk({
			picture: () => Promise.resolve(null),
			origin: () => Promise.resolve('https://phuong.test')
		});
		await desk.work(ward.robot());
		await desk.idle();
		await desk.stop();
		return id;
	};

	it('is a letter to each reader of its areas, with a text part, one press to leave, and once', async () => {
		await join('hai@example.vn');
		await join('ba@example.vn', ['hotline']);
		letters = [];
		const id = await issue('Nhận hồ sơ tại quầy số hai', ['one_stop']);
		expect(await mailings.sendDue(ward.robot(), mail)).toBe(2);
		expect(await mailings.sendDue(ward.robot(), mail)).toBe(0);
		expect(letters.map(({ to }) => to.toLowerCase()).toSorted()).toEqual([
			'ba.sau@example.vn',
			'hai@example.vn'
		]);
		const { raw } = letters.find(({ to }) => to === 'hai@example.vn')!;
		expect(raw).toMatch(/List-Unsubscribe-Post: List-Unsubscribe=One-Click/);
		expect(raw).toContain('multipart/alternative');
		expect(textOf(raw)).toContain('Đoạn <hai>.');
		const { delivery } = await deliveries.get(ward.as('culture'), id);
		expect([delivery.state, delivery.figures]).toEqual(['sent', { reach: 2 }]);
		// One press, and the address is gone.
		const word = /thoi\?ma=([\w-]+)/.exec(textOf(raw))![1]!;
		await subscribers.leave(visitor(), word);
		await subscribers.leave(visitor(), word);
		const counts = await subscribers.counts(ward.as('culture'));
		expect(counts).toMatchObject({ confirmed: 2, left: 1 });
		const gone = await read(ward.robot(), (tx) => tx.select().from(subscriber));
		expect(gone.find(({ state }) => state === 'left')?.sealed).toBeNull();
	});

	it('goes again to whom the server was busy for, not to whom it refused; who is refused three times is written to no more', async () => {
		await join('ban@example.vn');
		await join('mat@example.vn');
		answer = (to) => (to.startsWith('ban') ? 451 : to.startsWith('mat') ? 550 : 250);
		for (let times = 1; times <= 3; times++) await issue(`Bản tin ${'x'.repeat(times)}`, ['one_stop']);
		await mailings.sendDue(ward.robot(), mail);
		const rows = await read(ward.robot(), (tx) =>
			tx.select({ state: mailing.state, tries: mailing.tries, trouble: mailing.trouble }).from(mailing)
		);
		expect(rows.filter(({ state }) => state === 'failed')).toHaveLength(3);
		expect(rows.filter(({ state, trouble }) => state === 'waiting' && trouble)).toHaveLength(3);
		expect((await subscribers.counts(ward.as('culture'))).bounced).toBe(1);
		answer = () => 250;
		letters = [];
		await mailings.sendDue(ward.robot(new Date(testNow.getTime() + 40 * 60_000)), mail);
		expect(letters.map(({ to }) => to)).toEqual(['ban@example.vn', 'ban@example.vn', 'ban@example.vn']);
	});

	it('without readers is refused with words', async () => {
		const neighbour = await makeWard(database.db, 'lang-ben');
		const ctx = neighbour.as('culture');
		const id = await transact(ctx, async (tx) => {
			const [row] = await tx
				.insert(channelAccount)
				.values({ kind: 'email', name: 'Bản tin', state: 'working', addedAt: testNow })
				.returning();
			return (
				await deliveries.plan(tx, ctx, {
					accountId: row!.id,
					source: { kind: 'edition', id: 1, version: 1 },
					message: { ...noMessage, title: 'Một' },
					at: testNow
				})
			).id;
		});
		const desk = openDesk({
			picture: () => Promise.resolve(null),
			origin: () => Promise.resolve('https://phuong.test')
		});
		await desk.work(neighbour.robot());
		await desk.idle();
		await desk.stop();
		const { delivery } = await deliveries.get(ctx, id);
		expect([delivery.state, delivery.trouble]).toEqual([
			'failed',
			expect.stringContaining('Chưa có ai đăng ký')
		]);
	});
});
