import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWard, type TestWard } from '#people/testing.ts';
import { read } from '#platform/db.server.ts';
import { historyOf } from '#platform/journal.server.ts';
import { settings } from '#platform/settings.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { useFiles } from '#plan/testing.ts';
import { settingsIn } from '../settings.server.ts';
import * as voices from './voices.server.ts';

const database = useDatabase();
useFiles();
let ward: TestWard;
let dir: string;
const before = { ...settings() };
beforeAll(async () => {
	ward = await makeWard(database.db);
	dir = await mkdtemp(path.join(tmpdir(), 'minhbach-voices-'));
	Object.assign(settings(), { DATA_DIR: dir, VOICE_URL: undefined });
});
afterAll(async () => {
	delete process.env['VOICE_URL'];
	Object.assign(settings(), { DATA_DIR: before.DATA_DIR, VOICE_URL: before.VOICE_URL });
	await rm(dir, { recursive: true, force: true });
});

describe('voices', () => {
	it('are the three accents, whatever was dropped in, and the service when one is set', async () => {
		expect((await voices.list()).map(({ key }) => key)).toEqual([
			'espeak:north',
			'espeak:central',
			'espeak:south'
		]);
		await mkdir(path.join(dir, 'voices', 'giong-thieu'), { recursive: true });
		await mkdir(path.join(dir, 'voices', 'giong-du'));
		await writeFile(path.join(dir, 'voices', 'giong-du', 'vi.onnx'), '');
		await writeFile(path.join(dir, 'voices', 'giong-du', 'tokens.txt'), '');
		// The process that reads has settings of its own, from the environment.
		process.env['VOICE_URL'] = settings().VOICE_URL = 'http://127.0.0.1:1/doc';
		const found = (await voices.list()).slice(3);
		expect(found.map(({ key }) => key)).toEqual(['sherpa:giong-du', 'sherpa:giong-thieu', 'http']);
		expect(found[1]!.lacks).toContain('thiếu tệp .onnx');
	});

	it('are heard with a sentence of one’s own', async () => {
		const mp3 = await voices.sample(ward.as('radio'), 'espeak:central', 'Xin chào bà con trong phường.');
		expect(mp3.length).toBeGreaterThan(8000);
		await expect(voices.sample(ward.as('radio'), 'espeak:central', ' … ')).rejects.toMatchObject({
			field: 'loi'
		});
		await expect(voices.sample(ward.as('radio'), 'sherpa:../..', 'Xin chào.')).rejects.toMatchObject({
			status: 404
		});
		await expect(voices.sample(ward.as('radio'), 'http', 'Xin chào.')).rejects.toThrow(/không trả lời/);
		await expect(voices.sample(ward.as('superior'), 'espeak:north', 'Xin chào.')).rejects.toMatchObject({
			code: 'broadcast.make_audio'
		});
	});

	it('are chosen for the station, which changes nothing else of its rules', async () => {
		await voices.choose(ward.as('radio'), 'espeak:south');
		await voices.choose(ward.as('radio'), 'espeak:central');
		const after = await read(ward.robot(), settingsIn);
		expect(after).toMatchObject({ voice: 'espeak:central', longestSessionMinutes: 15 });
		const acts = await read(ward.robot(), (tx) =>
			historyOf(tx, { kind: 'broadcast_setting', id: ward.wardId })
		);
		expect(acts.map(({ act }) => act)).toEqual(['station.voice_chosen', 'station.voice_chosen']);
		await expect(voices.choose(ward.as('radio'), 'sherpa:giong-thieu')).rejects.toMatchObject({
			code: 'voice.lacks'
		});
		await expect(voices.choose(ward.as('radio'), 'khong-co')).rejects.toMatchObject({ status: 404 });
		await expect(voices.choose(ward.as('chair'), 'espeak:north')).rejects.toMatchObject({
			code: 'broadcast.run_station'
		});
	});
});
