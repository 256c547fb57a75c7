import { readdir, utimes } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeWard, type TestWard } from '#people/testing.ts';
import { read } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import { historyOf } from '#platform/journal.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { useFiles } from '#plan/testing.ts';
import * as audios from './audios.server.ts';
import { makeNext } from './making.server.ts';
import { MOST_PIECE_BYTES } from './piece.ts';
import * as pieces from './pieces.server.ts';
import { wavHead } from './render.ts';

const database = useDatabase();
useFiles();
let ward: TestWard;
beforeAll(async () => {
	ward = await makeWard(database.db);
});

function tone(seconds: number): Buffer {
	const samples = Int16Array.from(
		{ length: seconds * 44_100 },
		(_, at) => 6000 * Math.abs(Math.sin(at / 9000)) * Math.sin(at / 30)
	);
	const bytes = Buffer.from(samples.buffer);
	return Buffer.concat([wavHead(bytes.length), bytes]);
}
let count = 0;
const newKey = () => `lan-thu-${String(++count).padStart(12, '0')}`;
const of = (bytes: number, spoken?: string) => ({
	name: 'ban-thu.wav',
	bytes,
	title: 'Lời xướng',
	kind: 'recording' as const,
	spoken
});

describe('sound in pieces', () => {
	it('is put together whatever was cut off, sent twice or out of order, and taken in once', async () => {
		const whole = tone(2);
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 60_000 })), { maxLength: 12 }),
				async (tries) => {
					const key = newKey();
					for (const [at, size] of tries) {
						const before = await pieces.received(ward.as('radio'), key);
						const sent = pieces.add(ward.as('radio'), key, at, whole.subarray(at, at + size));
						if (at > before) await expect(sent).rejects.toMatchObject({ status: 409 });
						else expect(await sent).toBeGreaterThanOrEqual(before);
					}
					for (let at = await pieces.received(ward.as('radio'), key); at < whole.length;)
						at = await pieces.add(ward.as('radio'), key, at, whole.subarray(at, at + 70_000));
					const id = await pieces.finish(ward.as('radio'), key, of(whole.length));
					expect(await pieces.finish(ward.as('radio'), key, of(whole.length))).toBe(id);
					const file = await read(ward.robot(), async (tx) =>
						files.byId(tx, (await audios.of(tx, id))!.originalFileId!)
					);
					expect(file!.bytes).toBe(whole.length);
					await audios.stop(ward.as('radio'), id);
				}
			),
			{ numRuns: 12 }
		);
	});

	it('knows how many syllables a recording reads, and that its words were changed', async () => {
		const bytes = tone(3);
		const key = newKey();
		await pieces.add(ward.as('radio'), key, 0, bytes);
		const id = await pieces.finish(ward.as('radio'), key, of(bytes.length, 'Kính chào bà con.'));
		const row = await read(ward.robot(), (tx) => audios.of(tx, id));
		expect(row).toMatchObject({ syllables: 4, spokenHash: audios.spokenHash('Kính chào bà con.') });
		await makeNext(ward.robot());
		await audios.vouch(ward.as('radio'), id, 'Kính chào tất cả bà con.');
		const { after, acts } = await read(ward.robot(), async (tx) => ({
			after: await audios.of(tx, id),
			acts: (await historyOf(tx, { kind: 'audio', id })).map(({ act }) => act)
		}));
		expect(after!.spokenHash).toBe(audios.spokenHash('Kính chào tất cả bà con.'));
		expect(acts).toEqual(['audio.vouched', 'audio.ready', 'audio.uploaded']);
	});

	it('that is not whole yet is waited for, and what is no sound is refused and taken away', async () => {
		const key = newKey();
		await pieces.add(ward.as('radio'), key, 0, tone(1).subarray(0, 1000));
		await expect(pieces.finish(ward.as('radio'), key, of(5000))).rejects.toMatchObject({
			code: 'audio.pieces_missing'
		});
		const text = newKey();
		await pieces.add(ward.as('radio'), text, 0, Buffer.from('không phải âm thanh'));
		await expect(pieces.finish(ward.as('radio'), text, of(25))).rejects.toMatchObject({ status: 409 });
		const size = Buffer.from('không phải âm thanh').length;
		await expect(pieces.finish(ward.as('radio'), text, of(size))).rejects.toMatchObject({ status: 415 });
		expect(await pieces.received(ward.as('radio'), text)).toBe(0);
	});

	it('belongs to who sends it, and is bounded', async () => {
		const key = newKey();
		await pieces.add(ward.as('radio'), key, 0, Buffer.alloc(100));
		expect(await pieces.received(ward.as('radio'), key)).toBe(100);
		expect(await pieces.received(ward.as('culture'), key)).toBe(0);
		await expect(pieces.received(ward.as('superior'), key)).rejects.toMatchObject({
			code: 'broadcast.make_audio'
		});
		await expect(pieces.received(ward.as('radio'), '../../../etc/passwd')).rejects.toMatchObject({
			code: 'audio.pieces_key'
		});
		await expect(
			pieces.add(ward.as('radio'), key, 100, Buffer.alloc(MOST_PIECE_BYTES + 1))
		).rejects.toMatchObject({ status: 413 });
	});

	it('that nobody went on with for days is taken away', async () => {
		const old = newKey();
		await pieces.add(ward.as('radio'), old, 0, Buffer.alloc(100));
		const room = path.join(files.rootDir(), 'sound-pieces');
		const name = (await readdir(room)).find((one) => one.endsWith(old))!;
		const longAgo = new Date(Date.now() - 4 * 86_400_000);
		await utimes(path.join(room, name), longAgo, longAgo);
		await pieces.add(ward.as('radio'), newKey(), 0, Buffer.alloc(10));
		expect(await readdir(room)).not.toContain(name);
	});
});
