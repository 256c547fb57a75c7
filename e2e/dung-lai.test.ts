/** Stopping the development server: one signal to the wrapper ends everything, the database too. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const freePort = (): Promise<number> =>
	new Promise((resolve) => {
		const probe = createServer().listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as { port: number };
			probe.close(() => resolve(port));
		});
	});

/** The database server of the folder: its process as its own file names it. */
function databaseOf(dataDir: string): number {
	const file = readdirSync(dataDir, { recursive: true, encoding: 'utf8' }).find(
		(name) => path.basename(name) === 'postmaster.pid'
	);
	return Number(readFileSync(path.join(dataDir, file!), 'utf8').split('\n')[0]);
}
function alive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

it('a signal to the wrapper stops the development server with its database, within ten seconds', async () => {
	const dataDir = mkdtempSync(path.join(tmpdir(), 'minh bach dev '));
	const wrapper = spawn(process.execPath, ['scripts/run.js', 'scripts/dev.ts'], {
		cwd: root,
		env: {
			...process.env,
			DATA_DIR: dataDir,
			PORT: String(await freePort()),
			NODE_ENV: 'development',
			VITEST: '',
			LOG_LEVEL: 'warn'
		},
		// Nobody types: that alone must not end it.
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const ended = new Promise<number | null>((resolve) => wrapper.once('exit', resolve));
	try {
		const ready = new Promise<string>((resolve) =>
			createInterface({ input: wrapper.stdout }).on('line', (line) => {
				if (line.startsWith('ready ')) resolve(line.slice(6));
			})
		);
		const address = await Promise.race([ready, ended.then(() => 'ended')]);
		expect((await fetch(`${address}/healthz`)).status).toBe(200);
		const database = databaseOf(dataDir);
		expect(alive(database)).toBe(true);
		const from = Date.now();
		wrapper.kill('SIGTERM');
		expect(await ended).toBe(0);
		expect(Date.now() - from).toBeLessThan(10_000);
		expect(alive(database)).toBe(false);
		expect(existsSync(path.join(dataDir, 'postmaster.pid'))).toBe(false);
	} finally {
		wrapper.kill('SIGKILL');
		rmSync(dataDir, { recursive: true, force: true });
	}
}, 180_000);
