/**
 * Letters while the program is killed (SIGKILL) again and again, through a mail server with faults: it puts off, breaks off
 * before and after it took a letter. No letter may be lost. SMTP cannot be exactly once: a letter whose last answer nobody
 * heard goes out once more, under the same Message-ID, and there are no more of those than such moments.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeWard, testNow, type TestWard } from '#people/testing.ts';
import { read } from '#platform/db.server.ts';
import { settings } from '#platform/settings.ts';
import { useDatabase } from '#platform/testing/database.ts';
import * as intake from './intake.server.ts';
import { feedbackNotice } from './schema.server.ts';
import { aMessage, visitorOf } from './testing.ts';

const LETTERS = 14;
const KILLS = 4;

const database = useDatabase();
let ward: TestWard;
let smtp: SMTPServer;
let port: number;

/** What arrived whole, in order; and how often nobody can have heard that it did. */
const arrived: { id: string; to: string; body: string }[] = [];
let unheard = 0;
let attempts = 0;
let sender: ChildProcess | undefined;
let kills = 0;
let ending: Promise<unknown> = Promise.resolve();

function kill(): void {
	if (kills >= KILLS || !sender) return;
	kills++;
	const dying = sender;
	sender = undefined;
	ending = new Promise((resolve) => dying.once('exit', resolve));
	dying.kill('SIGKILL');
}

const socketOf = (session: SMTPServerSession): { destroy: () => void } | undefined =>
	[
		...(smtp as unknown as { connections: Set<{ session: object; _socket: { destroy: () => void } }> })
			.connections
	].find((one) => one.session === session)?._socket;

beforeAll(async () => {
	ward = await makeWard(database.db);
	smtp = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		logger: false,
		onRcptTo: (_address, _session, done) =>
			// Grey-listing: every seventh is asked to come again.
			done(++attempts % 7 === 3 ? Object.assign(new Error('come again'), { responseCode: 451 }) : null),
		onData: (stream, session, done) => {
			let raw = '';
			stream.on('data', (chunk: Buffer) => (raw += chunk.toString('utf8')));
			stream.on('end', () => {
				const turn = attempts % 9;
				// Broken off before it was taken: nothing arrived.
				if (turn === 1) return socketOf(session)?.destroy();
				const [head = '', ...body] = raw.split(/\r?\n\r?\n/);
				arrived.push({
					id: /^message-id:\s*(\S+)/im.exec(head)![1]!,
					to: session.envelope.rcptTo[0]!.address,
					// The boundary between text and page is another at every try.
					body: body.join('\n\n').replaceAll(/--_NmP-[\w-]+/g, '--')
				});
				// Taken, and broken off before the answer.
				if (turn === 2) {
					unheard++;
					return socketOf(session)?.destroy();
				}
				// Killed after it was taken: before the answer, and right behind it.
				if (turn === 4 && kills < KILLS) {
					unheard++;
					return kill();
				}
				done();
				if (turn === 5 && kills < KILLS) {
					unheard++;
					kill();
				}
			});
		}
	});
	smtp.on('error', () => undefined);
	await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
	({ port } = smtp.server.address() as { port: number });
});
afterAll(() => new Promise<void>((resolve) => smtp.close(() => resolve())));

/** The sending of the program, in a process of its own, from this moment on; ends when nothing is due any more, or is killed. */
async function sendFrom(now: Date): Promise<void> {
	const code = `
		import { openDatabase } from '#platform/db.server.ts';
		import { openMailer } from '#platform/mail.server.ts';
		import * as letters from '#feedback/letters.server.ts';
		const db = openDatabase(process.env.URL, { max: 2 });
		const mailer = openMailer({ url: process.env.MAIL, host: 'cothanh.example', seconds: 2 });
		let now = ${now.getTime()};
		const ctx = { wardId: ${ward.wardId}, actor: { kind: 'robot', name: 'gui-thu' }, db };
		for (let quiet = 0; quiet < 40; now += 1_200_000)
			quiet = (await letters.sendDue({ ...ctx, now: new Date(now) }, mailer)) === 0 ? quiet + 1 : 0;
		mailer.close();
		await db.$client.end();`;
	sender = spawn(
		process.execPath,
		['--disable-warning=ExperimentalWarning', '--input-type=module-typescript', '-e', code],
		{
			cwd: path.resolve(import.meta.dirname, '../..'),
			env: {
				...process.env,
				URL: database.url,
				MAIL: `smtp://127.0.0.1:${port}`,
				DATA_DIR: settings().DATA_DIR,
				LOG_LEVEL: 'fatal'
			},
			stdio: ['ignore', 'pipe', 'inherit']
		}
	);
	const mine = sender;
	const over = new Promise<void>((resolve) => mine.once('exit', () => resolve()));
	createInterface({ input: mine.stdout! }).resume();
	await over;
	await ending;
}

it('are all sent at last, however often the program dies; twice only those nobody heard the end of', async () => {
	for (let n = 0; n < LETTERS; n++)
		await intake.receive(
			visitorOf(ward),
			aMessage({ contact: { name: 'Mận', phone: '', email: `nguoi-${n}@vidu.vn`, address: '' } })
		);
	const states = async () =>
		(await read(ward.robot(), (tx) => tx.select().from(feedbackNotice))).map(({ state }) => state);
	for (let round = 0; round < 20 && (await states()).includes('waiting'); round++)
		await sendFrom(new Date(testNow.getTime() + round * 10 * 86_400_000));

	expect(kills).toBe(KILLS);
	expect(unheard).toBeGreaterThan(KILLS / 2);
	expect(new Set(await states())).toEqual(new Set(['sent']));
	const people = new Set(arrived.map(({ to }) => to));
	expect(people.size).toBe(LETTERS);
	// One Message-ID for each letter, whatever was tried, and the same words: whoever gets it twice can tell.
	const ids = Map.groupBy(arrived, ({ id }) => id);
	expect(ids.size).toBe(LETTERS);
	for (const copies of ids.values()) {
		expect(new Set(copies.map(({ to }) => to)).size).toBe(1);
		expect(new Set(copies.map(({ body }) => body)).size).toBe(1);
	}
	const twice = arrived.length - LETTERS;
	expect(twice).toBeLessThanOrEqual(unheard);
	expect(twice).toBeGreaterThan(0);
}, 120_000);
