/** Starts the real program as `npm start` does, on fresh data, for all journeys of a run. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
	export interface ProvidedContext {
		address: string;
		password: string;
		dataDir: string;
	}
}

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	// A space in the path is part of the promise.
	const dataDir = mkdtempSync(path.join(tmpdir(), 'minh bach e2e '));
	const password = 'hanh-trinh-thu-nghiem';
	const program = spawn(process.execPath, ['scripts/start.ts'], {
		cwd: root,
		env: {
			...process.env,
			DATA_DIR: dataDir,
			PORT: '0',
			TRIAL_PASSWORD: password,
			NODE_ENV: 'production',
			LOG_LEVEL: 'warn'
		},
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const ended = new Promise<void>((resolve) => program.once('exit', () => resolve()));
	const address = await new Promise<string>((resolve, reject) => {
		createInterface({ input: program.stdout }).on('line', (line) => {
			const ready = /^ready (http\S+)$/.exec(line);
			if (ready) resolve(ready[1]!);
		});
		void ended.then(() => reject(new Error('the program ended before it was ready')));
	});
	project.provide('address', address);
	project.provide('password', password);
	project.provide('dataDir', dataDir);
	return async () => {
		program.kill('SIGTERM');
		await ended;
		rmSync(dataDir, { recursive: true, force: true });
	};
}
