import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWard, type TestWard } from '#people/testing.ts';
import { read, transact } from './db.server.ts';
import * as files from './files.server.ts';
import { settings } from './settings.ts';
import { useDatabase } from './testing/database.ts';

const database = useDatabase();
let ward: TestWard;
const dir = mkdtempSync(path.join(tmpdir(), 'minhbach-files-'));

beforeAll(async () => {
	settings().FILES_URL = `file:${dir}`;
	ward = await makeWard(database.db);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function put(name: string, bytes: Uint8Array) {
	const ctx = ward.as('culture');
	return transact(ctx, (tx) => files.put(tx, ctx, { name, bytes }));
}

describe('the files room', () => {
	it('draws a picture anew, so that the place it was taken is gone', async () => {
		const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#aa2211' } })
			.withExif({ IFD0: { Copyright: 'SECRET-PLACE' }, IFD3: { GPSLatitude: '21/1 6/1 0/1' } })
			.jpeg()
			.toBuffer();
		expect(photo.includes('SECRET-PLACE')).toBe(true);
		const row = await put('anh.jpg', photo);
		const stored = await buffer(files.openStream(row));
		expect(stored.includes('SECRET-PLACE')).toBe(false);
		expect((await sharp(stored).metadata()).exif).toBeUndefined();
		expect(row).toMatchObject({ mime: 'image/jpeg', width: 60, height: 40, access: 'staff' });
	});

	it('believes the bytes, not the name', async () => {
		const png = await sharp({ create: { width: 5, height: 5, channels: 4, background: '#0000' } })
			.png()
			.toBuffer();
		expect((await put('../../etc/bao-cao.pdf', png)).name).toBe('bao-cao.webp');
		await expect(put('vô hại.txt', Buffer.from([0x4d, 0x5a, 0, 0, 1, 2, 3, 0]))).rejects.toThrow(
			/không thuộc loại nhận được/
		);
		await expect(put('anh.png', Buffer.from('<svg onload="alert(1)"/>'))).resolves.toMatchObject({
			mime: 'text/plain'
		});
	});

	it('refuses an empty file, a broken picture and one that is too large, and says what to do', async () => {
		await expect(put('rong.txt', new Uint8Array())).rejects.toThrow(/không thuộc loại/);
		const broken = (
			await sharp({ create: { width: 50, height: 50, channels: 3, background: 'red' } })
				.jpeg()
				.toBuffer()
		).subarray(0, 200);
		await expect(put('hong.jpg', broken)).rejects.toThrow(/ảnh bị hỏng/);
		await expect(put('dai.txt', Buffer.alloc(21_000_000, 'a'))).rejects.toThrow(/lớn hơn 20 MB/);
	});

	it('gives an unguessable address and shows nothing to another ward', async () => {
		const row = await put('ghi-chu.txt', Buffer.from('Xin chào'));
		expect(row.token).toMatch(/^[\w-]{24}$/);
		const other = await makeWard(database.db, 'phuong-khac');
		expect(await read(other.as('admin'), (tx) => files.byToken(tx, row.token))).toBeUndefined();
		expect(await read(ward.as('admin'), (tx) => files.byToken(tx, row.token))).toMatchObject({ id: row.id });
	});
});
