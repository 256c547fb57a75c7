/** The real program, started as `npm start` does; for the run, or by a journey that needs a clock of its own. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const password = 'hanh-trinh-thu-nghiem';

export type Running = { address: string; stop: () => Promise<void> };

/** `now`: where the trial's clock begins (`TRIAL_NOW`). */
export async function startProgram(dataDir: string, now?: string): Promise<Running> {
	const program = spawn(process.execPath, ['scripts/start.ts'], {
		cwd: root,
		env: {
			...process.env,
			DATA_DIR: dataDir,
			PORT: '0',
			TRIAL_PASSWORD: password,
			NODE_ENV: 'production',
			LOG_LEVEL: 'warn',
			...(now ? { TRIAL_NOW: now } : {})
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
	return {
		address,
		stop: async () => {
			program.kill('SIGTERM');
			await ended;
		}
	};
}
