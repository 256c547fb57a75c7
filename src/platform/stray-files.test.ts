import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeWard, type TestWard } from '#people/testing.ts';
import { transact } from './db.server.ts';
import * as files from './files.server.ts';
import { settings } from './settings.ts';
import { sweep, sweepOn } from './stray-files.server.ts';
import { useDatabase } from './testing/database.ts';

const database = useDatabase();
const dir = mkdtempSync(path.join(tmpdir(), 'minhbach-roi-'));
let ward: TestWard;
let neighbour: TestWard;

beforeAll(async () => {
	settings().FILES_URL = `file:${dir}`;
	ward = await makeWard(database.db);
	neighbour = await makeWard(database.db, 'lang-gieng');
});
beforeEach(() => {
	rmSync(dir, { recursive: true, force: true });
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const soon = (): Date => new Date(Date.now() + 60_000);
const lying = (): string[] =>
	existsSync(dir)
		? readdirSync(dir, { recursive: true, withFileTypes: true })
				.filter((entry) => entry.isFile())
				.map(({ name }) => name)
				.sort()
		: [];
const put = (of: TestWard, name: string): Promise<files.StoredFile> =>
	transact(of.as('culture'), (tx) =>
		files.put(tx, of.as('culture'), { name, bytes: Buffer.from(`nội dung ${name}`) })
	);

/** Another process that writes bytes and a row, and is killed before it commits. */
async function killedBeforeCommit(): Promise<void> {
	const code = `
		import { openDatabase, transact } from '#platform/db.server.ts';
		import * as files from '#platform/files.server.ts';
		const scope = { wardId: ${ward.wardId}, actor: { kind: 'robot', name: 'thu' }, now: new Date(), db: openDatabase(process.env.URL) };
		const stored = await files.store(scope, { name: 'cat-ngang.txt', bytes: Buffer.from('nửa chừng') });
		await transact(scope, async (tx) => {
			await files.enter(tx, [stored]);
			console.log('entered');
			await new Promise(() => setInterval(() => undefined, 1000));
		});`;
	const child = spawn(
		process.execPath,
		['--disable-warning=ExperimentalWarning', '--input-type=module-typescript', '-e', code],
		{
			cwd: path.resolve(import.meta.dirname, '../..'),
			env: { ...process.env, URL: database.url, FILES_URL: `file:${dir}` },
			stdio: ['ignore', 'pipe', 'inherit']
		}
	);
	const ended = new Promise((resolve) => child.once('exit', resolve));
	for await (const line of createInterface({ input: child.stdout })) if (line === 'entered') break;
	child.kill('SIGKILL');
	await ended;
}

describe('bytes without a row', () => {
	it('are left by a kill before the commit, and go after a day; what any ward has a row of stays', async () => {
		const kept = [await put(ward, 'cua-ta.txt'), await put(neighbour, 'lang-gieng.txt')];
		await killedBeforeCommit();
		expect(lying()).toHaveLength(3);
		const dayAgo = new Date(Date.now() - 86_400_000);
		expect(await sweep({ db: database.db }, dayAgo)).toBe(0);
		expect(await sweep({ db: database.db }, soon())).toBe(1);
		expect(lying()).toEqual(kept.map(({ token }) => token).sort());
		expect(await sweep({ db: database.db }, soon())).toBe(0);
	}, 20_000);

	it('are also what was never written to its end; nothing else in the folder is touched', async () => {
		const row = await put(ward, 'tron.txt');
		const folder = path.join(dir, row.token.slice(0, 2));
		writeFileSync(path.join(folder, `${row.token}.part`), 'nửa');
		writeFileSync(path.join(folder, 'ghi-chu.txt'), 'của người quản trị');
		mkdirSync(path.join(dir, 'zz'));
		// A name like ours in a folder that is not its own.
		writeFileSync(path.join(dir, 'zz', 'A'.repeat(24)), 'lạ');
		expect(await sweep({ db: database.db }, soon())).toBe(1);
		expect(lying()).toEqual([row.token, 'A'.repeat(24), 'ghi-chu.txt'].sort());
	});

	it('stay when they are most of what is there: then it is the folder of another database', async () => {
		await put(ward, 'cua-ta.txt');
		for (let n = 0; n < 60; n++)
			await files.store(ward.robot(), { name: 'x.txt', bytes: Buffer.from(`${n}`) });
		expect(await sweep({ db: database.db }, soon())).toBe(0);
		expect(lying()).toHaveLength(61);
	});

	it('stay on the day they came, whichever ward the beat is of', async () => {
		await files.store(ward.robot(), { name: 'moi.txt', bytes: Buffer.from('mới') });
		await sweepOn(ward.robot());
		await sweepOn(neighbour.robot());
		expect(lying()).toHaveLength(1);
	});
});
