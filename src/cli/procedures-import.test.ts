import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeWard } from '#people/testing.ts';
import { read } from '#platform/db.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { versionOn } from '#procedures/reading.server.ts';

const database = useDatabase();
const folder = mkdtempSync(path.join(tmpdir(), 'minh bach nhap '));

function run(
	ward: string,
	records: unknown[],
	...options: string[]
): { status: number | null; out: string; err: string } {
	const file = path.join(folder, `${ward}.json`);
	writeFileSync(file, JSON.stringify({ records }));
	const done = spawnSync(
		process.execPath,
		['src/cli.ts', 'procedures', 'import', file, '--ward', ward, ...options],
		{ encoding: 'utf8', env: { ...process.env, DATABASE_URL: database.url } }
	);
	return { status: done.status, out: done.stdout, err: done.stderr };
}

const good = [
	{ code: '1.000001', name: 'Thủ tục một', methods: [{ channel: 'Trực tiếp', time: '3' }] },
	{ code: '1.000002', name: 'Thủ tục hai' }
];
const mixed = [...good, { code: '1.000003', name: '' }, { code: 12, name: 'Mã là số' }];

describe('procedures import', { timeout: 60_000 }, () => {
	it('names every bad row, stores nothing, and says so in words, in JSON and by its exit', async () => {
		const ward = await makeWard(database.db, 'lenh-1');
		const { status, out, err } = run('lenh-1', mixed, '--json');
		expect(status).toBe(1);
		expect(err).toContain('Mục 3, phần “Tên thủ tục”');
		expect(err).toContain('Mục 4, phần “code” (“12”)');
		expect(err).toContain('chưa nhập dòng nào');
		expect(JSON.parse(out)).toMatchObject({
			stored: false,
			added: [{ code: '1.000001' }, { code: '1.000002' }],
			bad: [
				{ row: 3, column: 'Tên thủ tục' },
				{ row: 4, column: 'code' }
			],
			warnings: [{ code: '1.000001', column: 'methods' }]
		});
		expect(await read(ward.as('office'), (tx) => versionOn(tx, '1.000001', '2030-01-01'))).toBeUndefined();
	});

	it('tries first, takes the good ones, and the second time finds nothing to do', async () => {
		const ward = await makeWard(database.db, 'lenh-2');
		const stored = () => read(ward.as('office'), (tx) => versionOn(tx, '1.000002', '2030-01-01'));
		const tried = run('lenh-2', good, '--dry-run', '--json');
		expect(tried.status).toBe(0);
		expect(JSON.parse(tried.out)).toMatchObject({ stored: false, unchanged: 0 });
		expect(await stored()).toBeUndefined();
		const done = run('lenh-2', mixed, '--skip-bad', '--effective', '2026-03-01');
		expect(done).toMatchObject({ status: 0, out: '+ 1.000001  Thủ tục một\n+ 1.000002  Thủ tục hai\n' });
		expect(await stored()).toMatchObject({ effectiveFrom: '2026-03-01' });
		const again = run('lenh-2', good, '--json');
		expect(again.status).toBe(0);
		expect(again.err).toContain('không có gì thay đổi');
		expect(JSON.parse(again.out)).toMatchObject({
			added: [],
			changed: [],
			unchanged: 2,
			absent: [],
			bad: []
		});
	});

	it('refuses a day that is none before it opens anything', () => {
		const { status, err } = run('lenh-3', good, '--effective', '2026-02-30');
		expect(status).toBe(1);
		expect(err).toContain('2026-02-30');
	});
});
