/** Starting for real: twice, after a kill, in a path with a space. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { holderOf, takeFolder } from './lock.server.ts';
import { openProgram, type Program } from './program.server.ts';
import { readSettings, type Settings } from './settings.ts';

const folders: string[] = [];
const open: Program[] = [];
const programFile = fileURLToPath(new URL('./program.server.ts', import.meta.url));

function newFolder(): Settings {
	const dir = mkdtempSync(path.join(tmpdir(), 'minh bach '));
	folders.push(dir);
	return readSettings({ DATA_DIR: dir });
}

async function start(settings: Settings): Promise<Program> {
	const program = await openProgram(settings);
	open.push(program);
	return program;
}

afterEach(async () => {
	for (const program of open.splice(0)) await program.close();
	for (const dir of folders.splice(0)) rmSync(dir, { recursive: true, force: true });
});

describe('the program', () => {
	it('keeps what was written, refuses a second start in one sentence, and starts again after a stop', async () => {
		const settings = newFolder();
		const first = await start(settings);
		await first.db.$client
			.query(`insert into ward (key, name, short_name, place_name, superior_name, province_name)
			values ('mot', 'phường Một', 'Một', 'Một', 'UBND thành phố', 'thành phố')`);
		await expect(openProgram(settings)).rejects.toThrow(/đang chạy trên thư mục dữ liệu/);
		open.pop();
		await first.close();
		const second = await start(settings);
		expect((await second.db.$client.query('select name from ward')).rows).toEqual([{ name: 'phường Một' }]);
	});

	it('recovers when the database is killed under it, on the same address', async () => {
		const settings = newFolder();
		const program = await start(settings);
		const [pid] = readFileSync(path.join(settings.DATA_DIR, 'postgres', 'postmaster.pid'), 'utf8').split(
			'\n'
		);
		process.kill(Number(pid), 'SIGKILL');
		await expect
			.poll(
				async () => {
					try {
						return (await program.db.$client.query('select 1 as one')).rows;
					} catch {
						return 'away';
					}
				},
				{ timeout: 20_000, interval: 100 }
			)
			.toEqual([{ one: 1 }]);
	});

	it('starts after it was killed and its database left behind running', async () => {
		const settings = newFolder();
		const code = `const { openProgram } = await import(${JSON.stringify(programFile)});
			const { readSettings } = await import(${JSON.stringify(fileURLToPath(new URL('./settings.ts', import.meta.url)))});
			await openProgram(readSettings({ DATA_DIR: process.argv[1] })); console.log('open'); setInterval(() => {}, 1000);`;
		const child = spawn(process.execPath, ['--input-type=module', '-e', code, settings.DATA_DIR], {
			stdio: ['ignore', 'pipe', 'inherit']
		});
		await once(child.stdout, 'data');
		expect(holderOf(settings.DATA_DIR)).toEqual({ pid: child.pid });
		child.kill('SIGKILL');
		await once(child, 'exit');
		const program = await start(settings);
		expect((await program.db.$client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
	});
});

describe('the lock of a data folder', () => {
	it('left by a process that is gone, or whose number belongs to another now, does not hold', () => {
		const { DATA_DIR } = newFolder();
		writeFileSync(path.join(DATA_DIR, 'minhbach.lock'), `${process.pid} 1\n`);
		expect(holderOf(DATA_DIR)).toBeUndefined();
		const giveBack = takeFolder(DATA_DIR);
		expect(holderOf(DATA_DIR)).toEqual({ pid: process.pid });
		giveBack();
		expect(holderOf(DATA_DIR)).toBeUndefined();
	});
});
