/** Timing shared by the benchmarks. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

export function median(values: number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)]!;
}

/** Median of what one call takes, after a few that warm up. */
export async function timed(times: number, call: () => Promise<unknown>, warmUp = 5): Promise<number> {
	for (let i = 0; i < warmUp; i++) await call();
	const took: number[] = [];
	for (let i = 0; i < times; i++) {
		const startedAt = performance.now();
		await call();
		took.push(performance.now() - startedAt);
	}
	return median(took);
}

/** Runs Node on a file of ours to its end. */
export async function runNode(args: string[]): Promise<void> {
	const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
		cwd: root,
		stdio: 'ignore'
	});
	await new Promise<void>((resolve, reject) => {
		child.once('exit', (code) =>
			code === 0 ? resolve() : reject(new Error(`${args.join(' ')} ended with ${code}`))
		);
	});
}

export type Started = { address: string; milliseconds: number; stop: () => Promise<void> };

/** Starts the real program on this data and waits for its `ready` line. */
export async function startProgram(dataDir: string): Promise<Started> {
	const startedAt = performance.now();
	const child: ChildProcess = spawn(
		process.execPath,
		['--disable-warning=ExperimentalWarning', 'scripts/start.ts'],
		{
			cwd: root,
			env: { ...process.env, DATA_DIR: dataDir, PORT: '0', NODE_ENV: 'production', LOG_LEVEL: 'error' },
			stdio: ['ignore', 'pipe', 'inherit']
		}
	);
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const address = await new Promise<string>((resolve, reject) => {
		createInterface({ input: child.stdout! }).on('line', (line) => {
			const ready = /^ready (http\S+)$/.exec(line);
			if (ready) resolve(ready[1]!);
		});
		void ended.then(() => reject(new Error('the program ended before it was ready')));
	});
	return {
		address,
		milliseconds: performance.now() - startedAt,
		stop: async () => {
			child.kill('SIGTERM');
			await ended;
		}
	};
}

export async function inNewFolder<T>(work: (dataDir: string) => Promise<T>): Promise<T> {
	const dataDir = mkdtempSync(path.join(tmpdir(), 'minhbach-bench-'));
	try {
		return await work(dataDir);
	} finally {
		rmSync(dataDir, { recursive: true, force: true });
	}
}
