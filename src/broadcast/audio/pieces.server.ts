/**
 * Long sound comes in pieces (từng phần): what a bad network cut off goes on where it stopped, two hours of sound never lie
 * in memory, and what is sent twice counts once. The sender makes the key; only the same person can go on with it.
 */
import { constants } from 'node:fs';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { person, type Ctx } from '#people/actor.ts';
import * as files from '#platform/files.server.ts';
import { Refusal, refuseIfAny } from '#platform/refusal.ts';
import { refusals } from '../policy.ts';
import * as audios from './audios.server.ts';
import { MOST_BYTES, MOST_PIECE_BYTES } from './piece.ts';

/** What nobody went on with for so long is taken away. */
const KEPT_MS = 3 * 86_400_000;
/** So much stays free on the disk for everything else. */
const SPARE_BYTES = 500 * 1_048_576;

const roomDir = (): string => path.join(files.rootDir(), 'sound-pieces');

function fileOf(ctx: Ctx, key: string): string {
	refuseIfAny(refusals(ctx.actor, 'make_audio'));
	if (!/^[A-Za-z0-9_-]{16,64}$/.test(key))
		throw new Refusal({
			code: 'audio.pieces_key',
			status: 400,
			message: 'Địa chỉ gửi tệp không đúng. Hãy tải lại trang rồi gửi lại.'
		});
	return path.join(roomDir(), `${ctx.wardId}-${person(ctx).personId}-${key}`);
}

/** How many bytes came in so far. */
export async function received(ctx: Ctx, key: string): Promise<number> {
	return sizeOf(fileOf(ctx, key));
}

const sizeOf = async (file: string): Promise<number> => (await stat(file).catch(() => undefined))?.size ?? 0;

/** Takes the piece that begins at this byte; returns how many bytes are there now. */
export async function add(ctx: Ctx, key: string, at: number, bytes: Uint8Array): Promise<number> {
	const file = fileOf(ctx, key);
	const there = await sizeOf(file);
	if (!Number.isSafeInteger(at) || at < 0 || at > there)
		throw new Refusal({
			code: 'audio.pieces_gap',
			status: 409,
			message: 'Phần gửi lên chưa nối tiếp phần trước. Hãy bấm gửi lại.'
		});
	if (bytes.length > MOST_PIECE_BYTES || at + bytes.length > MOST_BYTES)
		throw new Refusal({
			code: 'audio.pieces_large',
			status: 413,
			message: `Tệp lớn hơn ${MOST_BYTES / 1_048_576} MB. Hãy lưu lại thành tệp MP3, hoặc chia thành nhiều tệp rồi gửi lại.`
		});
	await mkdir(roomDir(), { recursive: true, mode: 0o700 });
	if (at === 0) await sweep(ctx);
	if ((await files.freeRoom()) < bytes.length + SPARE_BYTES)
		throw new Refusal({
			code: 'audio.pieces_no_room',
			status: 507,
			message:
				'Ổ đĩa của máy chủ sắp đầy nên chưa nhận thêm âm thanh. Hãy báo người quản trị dọn chỗ rồi gửi lại.'
		});
	// At its own place: the same piece sent twice at once is written twice and is the same.
	const handle = await open(file, constants.O_RDWR | constants.O_CREAT, 0o600);
	try {
		for (let written = 0; written < bytes.length;)
			written += (await handle.write(bytes, written, bytes.length - written, at + written)).bytesWritten;
	} finally {
		await handle.close();
	}
	return sizeOf(file);
}

type Whole = Omit<Parameters<typeof audios.take>[1], 'file' | 'key'> & { name: string; bytes: number };

/** All of it is there: it becomes an audio. Asked again it is the same one. */
export async function finish(ctx: Ctx, key: string, { name, bytes, ...given }: Whole): Promise<number> {
	const file = fileOf(ctx, key);
	const before = await audios.takenAs(ctx, key);
	if (before !== undefined) return before;
	const there = await sizeOf(file);
	if (there === 0 || there !== bytes)
		throw new Refusal({
			code: 'audio.pieces_missing',
			status: 409,
			message: 'Tệp chưa lên đủ. Hãy bấm gửi lại, phần đã lên vẫn được giữ.'
		});
	try {
		return await audios.take(ctx, { ...given, key, file: { name, path: file } });
	} catch (error) {
		// No sound: nobody will go on with it.
		if (error instanceof Refusal) await rm(file, { force: true });
		throw error;
	}
}

async function sweep(ctx: Ctx): Promise<void> {
	for (const name of await readdir(roomDir())) {
		if (!name.startsWith(`${ctx.wardId}-`)) continue;
		const file = path.join(roomDir(), name);
		const seen = await stat(file).catch(() => undefined);
		if (seen && Date.now() - seen.mtimeMs > KEPT_MS) await rm(file, { force: true });
	}
}
