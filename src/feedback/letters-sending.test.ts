/** Letters through a real mail server, with what mail servers do: refuse, put off, hang, break off, know no encryption. */
import { createServer, type Server, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '#people/actor.ts';
import { makeWard, testNow, type TestWard } from '#people/testing.ts';
import { read } from '#platform/db.server.ts';
import { historyOf } from '#platform/journal.server.ts';
import { openMailer, type Mailer } from '#platform/mail.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { aMessage, visitorOf } from './testing.ts';
import * as handling from './handling.server.ts';
import * as intake from './intake.server.ts';
import * as letters from './letters.server.ts';
import { feedbackNotice } from './schema.server.ts';
import * as senders from './senders.server.ts';

const database = useDatabase();
let ward: TestWard;
let wards = 0;
const open: (() => unknown)[] = [];

beforeEach(async () => {
	ward = await makeWard(database.db, `thu-${++wards}`);
});
afterEach(() => {
	for (const close of open.splice(0)) close();
});

type Got = { from: string; to: string[]; raw: string };

async function server(options: SMTPServerOptions = {}, hold?: (raw: string) => Promise<void>) {
	const got: Got[] = [];
	const smtp = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		logger: false,
		...options,
		onData: (stream, session, done) => {
			let raw = '';
			stream.on('data', (chunk: Buffer) => (raw += chunk.toString('utf8')));
			stream.on('end', () => {
				got.push({
					from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
					to: session.envelope.rcptTo.map(({ address }) => address),
					raw
				});
				void (hold?.(raw) ?? Promise.resolve()).then(() => done());
			});
		}
	});
	smtp.on('error', () => undefined);
	await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
	open.push(() => smtp.close());
	const { port } = smtp.server.address() as { port: number };
	return { got, port };
}

function through(port: number, more: { seconds?: number; sealed?: boolean; user?: string } = {}): Mailer {
	const mailer = openMailer({
		url: `smtp://${more.user ? `${encodeURIComponent(more.user)}:mat-khau@` : ''}127.0.0.1:${port}`,
		host: 'cothanh.example',
		seconds: more.seconds ?? 5,
		...(more.sealed === undefined ? {} : { sealed: more.sealed })
	});
	open.push(mailer.close);
	return mailer;
}

const send = (mailer: Mailer, now = testNow): Promise<number> => letters.sendDue(ward.robot(now), mailer);
const after = (minutes: number): Date => new Date(testNow.getTime() + minutes * 60_000);
const notices = (scope: Ctx = ward.robot()) =>
	read(scope, (tx) => tx.select().from(feedbackNotice).orderBy(feedbackNotice.id));
const receive = async (changes: Parameters<typeof aMessage>[0] = {}) =>
	intake.receive(visitorOf(ward), aMessage(changes));
/** The words of a letter, whatever its encoding on the way. */
const decoded = (raw: string): string =>
	raw +
	raw
		.split(/\r?\n\r?\n/)
		.map((part) => Buffer.from(part.replaceAll(/\s/g, ''), 'base64').toString('utf8'))
		.join('\n') +
	raw
		.replaceAll(/=\r?\n/g, '')
		.replaceAll(/(?:=[0-9A-F]{2})+/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'));

describe('a waiting letter', () => {
	it('is sent once, to the sender alone, and tells nothing of the matter', async () => {
		const { got, port } = await server();
		const receipt = await receive();
		const mailer = through(port);
		expect(await send(mailer)).toBe(1);
		expect(await send(mailer, after(600))).toBe(0);
		expect(got).toHaveLength(1);
		expect(got[0]).toMatchObject({ to: ['man@vidu.vn'], from: 'khong-tra-loi@cothanh.example' });
		const text = decoded(got[0]!.raw);
		expect(text).toContain(receipt.code);
		expect(text).toMatch(/Auto-Submitted: auto-generated/i);
		expect(text).not.toContain(receipt.secret);
		expect(text).not.toContain('Đèn đường');
		expect(text).not.toContain('Mận');
		const [notice] = await notices();
		expect(notice).toMatchObject({ state: 'sent', tries: 1, nextTryAt: null, error: null });
		const lines = await read(ward.robot(), (tx) => historyOf(tx, { kind: 'feedback', id: receipt.id }));
		expect(lines[0]).toMatchObject({ act: 'feedback_letter.sent', after: { code: receipt.code } });
		expect(JSON.stringify(lines)).not.toContain('vidu.vn');
	});

	it('does not name the unit that is told to handle it', async () => {
		const { got, port } = await server();
		const { id } = await receive();
		await handling.classify(ward.as('office'), id, {
			class: 'conduct',
			complexity: 'simple',
			title: 'Thái độ'
		});
		await handling.assign(ward.as('office'), id, { unitId: ward.unitIds.one_stop });
		expect(await send(through(port))).toBe(2);
		const text = got.map(({ raw }) => decoded(raw)).join('\n');
		expect(text).toContain('đã được giao xử lý');
		expect(text).not.toContain('Một cửa');
		expect(text).not.toContain('Thái độ');
	});

	it('without an address, or erased before it went, is laid aside', async () => {
		const { got, port } = await server();
		const { id } = await receive();
		await senders.erase(ward.as('office'), id, 'Người gửi đề nghị xóa.');
		expect(await send(through(port))).toBe(0);
		expect(got).toEqual([]);
		expect((await notices())[0]).toMatchObject({ state: 'no_address', nextTryAt: null });
	});

	it('goes out once when two workers look at the same moment', async () => {
		const { got, port } = await server();
		for (let n = 0; n < 6; n++) await receive();
		const mailer = through(port);
		const sent = await Promise.all([send(mailer), send(mailer), send(mailer)]);
		expect(sent.reduce((sum, many) => sum + many, 0)).toBe(6);
		expect(new Set(got.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)![1])).size).toBe(6);
	});

	it('stays in its ward', async () => {
		const { got, port } = await server();
		const other = await makeWard(database.db, `thu-khac-${wards}`);
		await receive();
		expect(await letters.sendDue(other.robot(), through(port))).toBe(0);
		expect(got).toEqual([]);
	});
});

describe('a mail server', () => {
	it('that refuses the address for good ends it, with the reason, until the office tries again', async () => {
		let refuse = true;
		const { got, port } = await server({
			onRcptTo: (_address, _session, done) =>
				done(refuse ? Object.assign(new Error('no such user'), { responseCode: 550 }) : undefined)
		});
		const receipt = await receive();
		const mailer = through(port);
		expect(await send(mailer)).toBe(0);
		const [notice] = await notices();
		expect(notice).toMatchObject({ state: 'failed', nextTryAt: null, tries: 1 });
		expect(notice!.error).toContain('550');
		const seen = await letters.overview(ward.as('office'));
		expect(seen).toMatchObject({ waiting: 0, sent: 0, troubles: [{ code: receipt.code }] });
		expect(JSON.stringify(seen)).not.toContain('vidu.vn');
		await expect(letters.overview(ward.as('culture'))).rejects.toMatchObject({ status: 403 });
		await expect(letters.retry(ward.as('culture'), notice!.id)).rejects.toMatchObject({ status: 403 });
		await expect(letters.retry(ward.as('office'), 987654)).rejects.toMatchObject({ status: 404 });
		refuse = false;
		await letters.retry(ward.as('office'), notice!.id);
		await expect(letters.retry(ward.as('office'), notice!.id)).rejects.toMatchObject({ status: 409 });
		expect(await send(mailer)).toBe(1);
		expect(got).toHaveLength(1);
	});

	it('that puts it off is asked again later and gets the same letter', async () => {
		let tries = 0;
		const { got, port } = await server({
			onRcptTo: (_address, _session, done) =>
				done(++tries < 3 ? Object.assign(new Error('busy'), { responseCode: 451 }) : undefined)
		});
		await receive();
		const mailer = through(port);
		expect(await send(mailer)).toBe(0);
		expect((await notices())[0]).toMatchObject({ state: 'waiting', tries: 1 });
		expect(await send(mailer, after(1))).toBe(0);
		expect(tries).toBe(1);
		expect(await send(mailer, after(6))).toBe(0);
		expect(await send(mailer, after(60))).toBe(1);
		expect(got).toHaveLength(1);
		expect((await notices())[0]).toMatchObject({ state: 'sent', tries: 3, error: null });
	});

	it('that is not there is waited for, and in the end given up with the reason', async () => {
		await receive();
		const mailer = through(1);
		expect(await send(mailer)).toBe(0);
		const [notice] = await notices();
		expect(notice).toMatchObject({ state: 'waiting', tries: 1 });
		expect(notice!.error).toBe('Không kết nối được với máy chủ thư.');
		for (let day = 1; day <= 12; day++) await send(mailer, after(day * 1440 + 1));
		expect((await notices())[0]).toMatchObject({ state: 'failed', tries: 10, nextTryAt: null });
	});

	it('that breaks off after the letter is sent the same Message-ID again', async () => {
		const heads: string[] = [];
		let breaks = true;
		const raw: Server = createServer((socket: Socket) => {
			let body = false;
			let text = '';
			socket.on('error', () => undefined);
			socket.write('220 thu.example ESMTP\r\n');
			socket.on('data', (chunk) => {
				text += chunk.toString();
				if (body) {
					if (!text.includes('\r\n.\r\n')) return;
					heads.push(/^Message-ID: (.*)$/im.exec(text)![1]!);
					body = false;
					text = '';
					if (breaks) socket.destroy();
					else socket.write('250 ok\r\n');
					return;
				}
				for (; text.includes('\r\n'); text = text.slice(text.indexOf('\r\n') + 2)) {
					if (text.startsWith('DATA')) {
						body = true;
						text = text.slice(text.indexOf('\r\n') + 2);
						socket.write('354 go on\r\n');
						return;
					}
					socket.write('250 ok\r\n');
				}
			});
		});
		await new Promise<void>((resolve) => raw.listen(0, '127.0.0.1', resolve));
		open.push(() => raw.close());
		const { port } = raw.address() as { port: number };
		await receive();
		const mailer = through(port);
		expect(await send(mailer)).toBe(0);
		expect((await notices())[0]).toMatchObject({ state: 'waiting', tries: 1 });
		breaks = false;
		expect(await send(mailer, after(10))).toBe(1);
		expect(heads).toHaveLength(2);
		expect(new Set(heads).size).toBe(1);
	});

	it('that never answers is left after its time, the others are not tried in vain', async () => {
		const silent = createServer((socket) => void socket.on('error', () => undefined));
		await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
		open.push(() => silent.close());
		await receive();
		await receive();
		const began = performance.now();
		expect(await send(through((silent.address() as { port: number }).port, { seconds: 0.3 }))).toBe(0);
		expect(performance.now() - began).toBeLessThan(5000);
		const rows = await notices();
		expect(rows.map(({ tries }) => tries)).toEqual([1, 0]);
		expect(rows[0]!.error).toContain('thời gian chờ');
	});

	it('without encryption gets no letter across the internet, one beside us does', async () => {
		const { got, port } = await server();
		await receive();
		expect(await send(through(port, { sealed: true }))).toBe(0);
		expect((await notices())[0]!.error).toContain('TLS');
		expect(got).toEqual([]);
		expect(await send(through(port), after(10))).toBe(1);
	});

	it('that does not take our password is our trouble, not the recipient’s', async () => {
		const { port } = await server({
			authOptional: false,
			allowInsecureAuth: true,
			onAuth: (_auth, _session, done) => done(Object.assign(new Error('no'), { responseCode: 535 }))
		});
		await receive();
		expect(await send(through(port, { user: 'phuong@cothanh.example' }))).toBe(0);
		const [notice] = await notices();
		expect(notice).toMatchObject({ state: 'waiting' });
		expect(notice!.error).toContain('SMTP_URL');
	});
});

describe('what is typed as an address', () => {
	it.each([
		'a@vidu.vn\r\nBcc: ke-khac@vidu.vn',
		'a@vidu.vn, b@vidu.vn',
		'"a@vidu.vn>\r\nRCPT TO:<b@vidu.vn"',
		'a@vidu.vn\u0000',
		'<a@vidu.vn>',
		'Tên <a@vidu.vn>',
		'a b@vidu.vn',
		'@vidu.vn',
		`${'x'.repeat(300)}@vidu.vn`
	])('reaches nobody else: %j', async (to) => {
		const { got, port } = await server();
		const outcome = await through(port).send({
			to,
			subject: 'a\r\nBcc: x@vidu.vn',
			text: 't',
			html: 'h',
			messageId: '<1@a>'
		});
		expect(outcome).toMatchObject({ sent: false, forGood: true });
		expect(got).toEqual([]);
	});

	it('and a subject with line breaks stay one line', async () => {
		const { got, port } = await server();
		await through(port).send({
			to: 'a@vidu.vn',
			subject: 'Xin chào\r\nBcc: x@vidu.vn',
			text: 't',
			html: 'h',
			messageId: '<1@a>'
		});
		expect(got[0]!.to).toEqual(['a@vidu.vn']);
		expect(got[0]!.raw).not.toMatch(/^Bcc:/im);
	});
});

describe('a worker that dies while sending', () => {
	it('leaves the letter for the next, not before its time', async () => {
		const { got, port } = await server({}, () => new Promise(() => undefined));
		await receive();
		// Claimed and under way; nothing ever marks it.
		void send(through(port, { seconds: 60 }));
		for (let n = 0; n < 200 && got.length === 0; n++) await new Promise((resolve) => setTimeout(resolve, 20));
		expect((await notices())[0]).toMatchObject({ state: 'waiting', tries: 1 });
		const next = await server();
		expect(await send(through(next.port), after(1))).toBe(0);
		expect(await send(through(next.port), after(6))).toBe(1);
		const ids = [...got, ...next.got].map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)![1]);
		expect(new Set(ids).size).toBe(1);
	});
});
