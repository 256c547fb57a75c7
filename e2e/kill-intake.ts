/**
 * Kills the program in the middle of its work, with SIGKILL, at random moments: the server, the database, both. Messages
 * with files come in all the while, and whoever gets no receipt sends the same again, as people do. Afterwards every
 * receipt must have its whole case, every message exactly one, and nothing may be there half.
 *
 * By hand in its full form: `node scripts/run.js e2e/kill-intake.ts 1000 30`.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { asc, eq, like, sql } from 'drizzle-orm';
import sharp from 'sharp';
import { feedbackCase, feedbackFile, feedbackStep } from '#feedback/schema.server.ts';
import { byReceipt } from '#feedback/receipts.server.ts';
import * as senders from '#feedback/senders.server.ts';
import type { Ctx } from '#people/actor.ts';
import { openDatabase, read, type Database, type Transaction } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import { historyOf } from '#platform/journal.server.ts';
import { runningUrl } from '#platform/postgres.server.ts';
import { file, ward } from '#platform/schema.server.ts';
import { settings } from '#platform/settings.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const AT_ONCE = 8;
const kinds = ['server', 'database', 'both'] as const;
const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export type Verdict = {
	submissions: number;
	kills: number;
	/** Sendings that got no receipt and were sent again. */
	sentAgain: number;
	acknowledged: number;
	cases: number;
	filesChecked: number;
	/** Bytes of transactions that were cut off: never served, no case knows them. */
	strayBytes: number;
	/** Everything that is not as it should be. */
	faults: string[];
};

type Program = { child: ChildProcess; ended: Promise<void> };
type Message = { key: string; text: string; phone: string; photo: Uint8Array; sound: Uint8Array };
type Acknowledged = { n: number; code: string; secret: string };

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as { port: number };
	await new Promise((resolve) => server.close(resolve));
	return port;
}

async function start(dataDir: string, port: number): Promise<Program> {
	const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'scripts/start.ts'], {
		cwd: root,
		env: {
			...process.env,
			DATA_DIR: dataDir,
			PORT: String(port),
			NODE_ENV: 'production',
			LOG_LEVEL: 'fatal'
		},
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	await new Promise<void>((resolve, reject) => {
		createInterface({ input: child.stdout }).on('line', (line) => line.startsWith('ready ') && resolve());
		void ended.then(() => reject(new Error('the program ended before it was ready')));
	});
	return { child, ended };
}

/** The postmaster and every process it made. */
function killDatabase(dataDir: string): void {
	const postmaster = Number(
		readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]
	);
	const backends = readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.map(Number)
		.filter((pid) => parentOf(pid) === postmaster);
	for (const pid of [postmaster, ...backends]) {
		try {
			process.kill(pid, 'SIGKILL');
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
		}
	}
}

function parentOf(pid: number): number | undefined {
	try {
		return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
	} catch {
		// Gone in the meantime.
		return undefined;
	}
}

async function messageOf(n: number, mark: string): Promise<Message> {
	const [r, g, b] = [n % 256, (n * 7) % 256, (n * 31) % 256];
	return {
		key: `giet-${n}-${randomBytes(12).toString('hex')}`,
		text: `${mark} việc thứ ${n}: nắp cống trước nhà số ${n} bị vỡ, trẻ nhỏ đi học rất nguy hiểm.`,
		phone: `09${String(10_000_000 + n)}`,
		photo: await sharp({ create: { width: 80, height: 60, channels: 3, background: { r, g, b } } })
			.png()
			.toBuffer(),
		sound: Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVEfmt '), randomBytes(2000)])
	};
}

/** A receipt, or null when there is none: no connection, cut off, an answer that says to try again. */
function send(port: number, n: number, message: Message): Promise<Omit<Acknowledged, 'n'> | null> {
	const boundary = `----giet${n}`;
	const part = (name: string, value: string | Uint8Array, more = ''): Uint8Array[] => [
		Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n`),
		typeof value === 'string' ? Buffer.from(value) : value,
		Buffer.from('\r\n')
	];
	const body = Buffer.concat([
		...part('key', message.key),
		...part('category', 'roads'),
		...part('text', message.text),
		...part('name', 'Nguyễn Thị Mận'),
		...part('phone', message.phone),
		...part('files', message.photo, '; filename="anh.png"'),
		...part('files', message.sound, '; filename="ghi-am.wav"'),
		Buffer.from(`--${boundary}--\r\n`)
	]);
	const origin = `http://127.0.0.1:${port}`;
	return new Promise((resolve, reject) => {
		const sending = request(
			`${origin}/phan-anh/gui`,
			{
				method: 'POST',
				localAddress: `127.0.${1 + Math.floor(n / 250)}.${1 + (n % 250)}`,
				headers: {
					origin,
					accept: 'text/html',
					'content-type': `multipart/form-data; boundary=${boundary}`,
					'content-length': body.length
				},
				timeout: 30_000
			},
			(response) => {
				let page = '';
				response.setEncoding('utf8');
				response.on('data', (chunk: string) => (page += chunk));
				response.on('error', () => resolve(null));
				response.on('close', () => {
					if (response.statusCode === 422)
						reject(new Error(`message ${n} was refused: a fault of this test`));
					const code = /data-code[^>]*>\s*([^<\s]+)/.exec(page)?.[1];
					const secret = /data-secret[^>]*>\s*([^<\s]+)/.exec(page)?.[1];
					resolve(response.statusCode === 200 && code && secret ? { code, secret } : null);
				});
			}
		);
		sending.on('timeout', () => sending.destroy());
		sending.on('error', () => resolve(null));
		sending.end(body);
	});
}

export async function killIntake(
	submissions: number,
	kills: number,
	say: (line: string) => void = () => undefined
): Promise<Verdict> {
	// A space in the path is part of the promise.
	const dataDir = mkdtempSync(path.join(tmpdir(), 'minh bach giet '));
	const port = await freePort();
	const mark = `Giết giữa chừng ${randomInt(1_000_000)}`;
	const faults: string[] = [];
	let program = await start(dataDir, port);
	try {
		const acknowledged: Acknowledged[] = [];
		const messages: Message[] = [];
		let sentAgain = 0;
		let next = 0;
		let restarting: Promise<void> = Promise.resolve();

		const sender = async (): Promise<void> => {
			while (next < submissions) {
				const n = next++;
				const message = (messages[n] = await messageOf(n, mark.replaceAll(/\s/g, '_')));
				for (let tries = 0; ; tries++) {
					const receipt = await send(port, n, message);
					if (receipt) {
						acknowledged.push({ n, ...receipt });
						break;
					}
					sentAgain++;
					if (tries > 900) throw new Error(`message ${n} was never acknowledged`);
					await pause(200);
				}
				// Some press the button once more, although they were answered.
				if (n % 9 === 0) {
					const again = await send(port, n, message);
					const first = acknowledged.find((one) => one.n === n)!;
					if (again && (again.code !== first.code || again.secret !== first.secret))
						faults.push(`message ${n} got two receipts: ${first.code}, ${again.code}`);
				}
			}
		};
		const killer = async (): Promise<void> => {
			for (let at = 0; at < kills; at++) {
				const wanted = Math.floor(((at + 0.5) * submissions) / kills);
				while (acknowledged.length < wanted) await pause(10);
				await pause(randomInt(300));
				const kind = kinds[at % kinds.length]!;
				say(`${acknowledged.length} acknowledged, killing: ${kind}`);
				if (kind !== 'server') killDatabase(dataDir);
				if (kind === 'database') continue; // the program starts it again by itself
				program.child.kill('SIGKILL');
				await program.ended;
				restarting = start(dataDir, port).then((started) => void (program = started));
				await restarting;
				say('the program answers again');
			}
		};
		await Promise.all([killer(), ...Array.from({ length: AT_ONCE }, sender)]);
		await restarting;

		const settled = settings();
		settled.DATA_DIR = dataDir;
		const db = openDatabase((await runningUrl(dataDir))!);
		try {
			const checked = await verify(db, acknowledged, messages, mark.replaceAll(/\s/g, '_'), faults);
			return {
				submissions,
				kills,
				sentAgain,
				acknowledged: acknowledged.length,
				...checked,
				strayBytes: await strayBytes(db, dataDir),
				faults
			};
		} finally {
			await db.$client.end();
		}
	} finally {
		program.child.kill('SIGTERM');
		await program.ended;
		rmSync(dataDir, { recursive: true, force: true });
	}
}

async function verify(
	db: Database,
	acknowledged: Acknowledged[],
	messages: Message[],
	mark: string,
	faults: string[]
): Promise<{ cases: number; filesChecked: number }> {
	const [first] = await db.select({ id: ward.id }).from(ward).orderBy(asc(ward.id)).limit(1);
	const ctx: Ctx = { wardId: first!.id, actor: { kind: 'visitor' }, now: new Date(), db };
	for (const { n, code, secret } of acknowledged) {
		const row = await byReceipt(ctx, code, secret).catch(() => undefined);
		if (!row) faults.push(`receipt ${code} of message ${n} opens nothing`);
		else if (row.text !== messages[n]!.text) faults.push(`receipt ${code} opens another message`);
	}
	return read(ctx, async (tx) => {
		const rows = await tx
			.select()
			.from(feedbackCase)
			.where(like(feedbackCase.text, `${mark}%`));
		let filesChecked = 0;
		const times = new Map<number, number>();
		for (const row of rows) {
			const n = Number(/việc thứ (\d+)/.exec(row.text)![1]);
			times.set(n, (times.get(n) ?? 0) + 1);
			const whole = await wholeCase(tx, row, messages[n]!);
			filesChecked += whole.files;
			faults.push(...whole.faults.map((fault) => `${row.code}: ${fault}`));
		}
		for (let n = 0; n < messages.length; n++)
			if (times.get(n) !== 1) faults.push(`message ${n} has ${times.get(n) ?? 0} cases`);
		const { rows: half } = await tx.execute<{ what: string; many: number }>(sql`
			select 'senders without a case' as what, count(*)::int as many from feedback_sender s
				where not exists (select 1 from feedback_case c where c.sender_id = s.id)
			union all select 'files of nothing', count(*)::int from file f where f.name in ('anh.jpg', 'ghi-am.wav')
				and not exists (select 1 from feedback_file x where x.file_id = f.id)
				and not exists (select 1 from feedback_pending_file p where p.file_id = f.id)
			union all select 'steps without a case', count(*)::int from journal_entry j where j.act = 'feedback.received'
				and not exists (select 1 from feedback_case c where c.id::text = j.subject_id)`);
		for (const { what, many } of half) if (many > 0) faults.push(`${many} ${what}`);
		return { cases: rows.length, filesChecked };
	});
}

async function wholeCase(
	tx: Transaction,
	row: typeof feedbackCase.$inferSelect,
	message: Message
): Promise<{ files: number; faults: string[] }> {
	const faults: string[] = [];
	const contact = await senders.contactOf(tx, row);
	if (contact?.phone !== message.phone) faults.push('its sender does not open');
	const steps = await tx.select().from(feedbackStep).where(eq(feedbackStep.caseId, row.id));
	if (steps.filter(({ act }) => act === 'received').length !== 1) faults.push('it has not one first step');
	const lines = await historyOf(tx, { kind: 'feedback', id: row.id });
	if (lines.filter(({ act }) => act === 'feedback.received').length !== 1)
		faults.push('it has not one line in the journal');
	const kept = await tx
		.select({ file })
		.from(feedbackFile)
		.innerJoin(file, eq(file.id, feedbackFile.fileId))
		.where(eq(feedbackFile.caseId, row.id))
		.orderBy(asc(feedbackFile.position));
	if (kept.length !== 2) faults.push(`it has ${kept.length} files`);
	for (const { file: one } of kept) {
		const bytes = await buffer(files.openStream(one)).catch(() => Buffer.alloc(0));
		if (sha256(bytes) !== one.sha256) faults.push(`${one.name} is not as it was stored`);
	}
	if (kept[1] && kept[1].file.sha256 !== sha256(message.sound)) faults.push('its recording is another one');
	return { files: kept.length, faults };
}

async function strayBytes(db: Database, dataDir: string): Promise<number> {
	const { rows } = await db.execute<{ token: string }>(sql`select token from file`);
	const known = new Set(rows.map(({ token }) => token));
	return readdirSync(path.join(dataDir, 'files'), { recursive: true, withFileTypes: true }).filter(
		(entry) => entry.isFile() && !known.has(entry.name)
	).length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const [submissions = 1000, kills = 30] = process.argv.slice(2).map(Number);
	const verdict = await killIntake(submissions, kills, (line) => console.error(line));
	console.log(JSON.stringify(verdict, null, '\t'));
	process.exit(verdict.faults.length === 0 ? 0 : 1);
}
