/**
 * The files room: bytes are sniffed (the name is not believed), bounded, and images are drawn anew, which drops
 * hidden data such as the place a photo was taken. A file is addressed by an unguessable token only.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, open, rename, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { eq } from 'drizzle-orm';
import { fileTypeFromBuffer, fileTypeFromFile } from 'file-type';
import sharp from 'sharp';
import type { Scope } from './context.ts';
import type { Transaction } from './db.server.ts';
import { Refusal } from './refusal.ts';
import { file } from './schema.server.ts';
import { settings } from './settings.ts';

export type StoredFile = typeof file.$inferSelect;

const MEGABYTE = 1_048_576;
type Kind = { limit: number; extension: string };
const PICTURES: Record<string, Kind> = {
	'image/jpeg': { limit: 20 * MEGABYTE, extension: 'jpg' },
	'image/png': { limit: 20 * MEGABYTE, extension: 'png' },
	'image/webp': { limit: 20 * MEGABYTE, extension: 'webp' }
};
/** What the office brings in, and how large. */
const DOCUMENTS: Record<string, Kind> = {
	...PICTURES,
	'application/pdf': { limit: 30 * MEGABYTE, extension: 'pdf' },
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
		limit: 20 * MEGABYTE,
		extension: 'docx'
	},
	'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
		limit: 20 * MEGABYTE,
		extension: 'xlsx'
	},
	'application/x-cfb': { limit: 20 * MEGABYTE, extension: 'doc' },
	// A catalogue of a whole province as CSV or JSON.
	'text/plain': { limit: 20 * MEGABYTE, extension: 'txt' }
};
/** What a resident shows with a message: photos, sound and film as telephones make them, PDF. */
const EVIDENCE: Record<string, Kind> = {
	...PICTURES,
	'application/pdf': { limit: 20 * MEGABYTE, extension: 'pdf' },
	...Object.fromEntries(
		Object.entries({
			'audio/mpeg': 'mp3',
			'audio/x-m4a': 'm4a',
			'audio/mp4': 'm4a',
			'audio/aac': 'aac',
			'audio/ogg': 'ogg',
			'audio/opus': 'ogg',
			'audio/wav': 'wav',
			'audio/webm': 'webm',
			'audio/amr': 'amr',
			'video/webm': 'webm',
			'video/3gpp': '3gp',
			'video/3gpp2': '3gp',
			'video/mp4': 'mp4',
			'video/quicktime': 'mov'
		}).map(([mime, extension]) => [mime, { limit: 20 * MEGABYTE, extension }])
	)
};
/** What the radio works with: any common sound, also a film's, long. */
const SOUND: Record<string, Kind> = Object.fromEntries(
	[
		...Object.entries(EVIDENCE).filter(([mime]) => /^(?:audio|video)\//.test(mime)),
		...Object.entries({
			'audio/flac': 'flac',
			'audio/x-flac': 'flac',
			'audio/aiff': 'aiff',
			'audio/x-ms-asf': 'wma',
			'application/vnd.ms-asf': 'wma',
			'video/x-ms-asf': 'wma',
			'video/x-matroska': 'mkv',
			'video/matroska': 'mkv',
			'video/vnd.avi': 'avi',
			'video/x-msvideo': 'avi',
			'audio/ape': 'ape',
			'audio/x-ms-wma': 'wma'
		}).map(([mime, extension]) => [mime, { limit: 0, extension }] as const)
	].map(([mime, { extension }]) => [mime, { limit: 2000 * MEGABYTE, extension }])
);
const TAKEN = {
	sound: {
		kinds: SOUND,
		named: 'tệp âm thanh (MP3, WAV, M4A, OGG, FLAC, WMA) hoặc video có tiếng (MP4, MKV, AVI, WebM)'
	},
	documents: {
		kinds: DOCUMENTS,
		named: 'ảnh (JPG, PNG, WebP), PDF, Word, Excel hoặc văn bản thuần (.txt)'
	},
	evidence: {
		kinds: EVIDENCE,
		named: 'ảnh (JPG, PNG, WebP), ghi âm (MP3, M4A, OGG, WAV, AMR), phim ngắn (MP4, 3GP, WebM) hoặc PDF'
	}
} as const;
const LONGEST_SIDE = 2000;
/** A picture of more points than this is a decompression bomb, not a photo. */
const MOST_PIXELS = 60_000_000;

export type Upload = { name: string; bytes: Uint8Array };

/** What the bytes really are; plain text has no signature, so it is what is left when nothing binary is in it. */
async function sniff(bytes: Uint8Array): Promise<string> {
	const found = await fileTypeFromBuffer(bytes);
	// Sound in a container names its codec too: `audio/ogg; codecs=opus`.
	if (found) return found.mime.split(';')[0]!;
	return bytes.length > 0 && !bytes.subarray(0, 8192).includes(0) ? 'text/plain' : 'application/octet-stream';
}

function tooLarge(name: string, limit: number): Refusal {
	return new Refusal({
		code: 'file.too_large',
		status: 413,
		field: 'file',
		message: `Tệp “${name}” lớn hơn ${Math.floor(limit / MEGABYTE)} MB. Hãy giảm dung lượng hoặc chia nhỏ rồi gửi lại.`
	});
}

async function redraw(
	upload: Upload
): Promise<{ bytes: Buffer; width: number; height: number; mime: string; extension: string }> {
	try {
		const picture = sharp(upload.bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).rotate();
		const { hasAlpha } = await picture.metadata();
		const sized = picture.resize({
			width: LONGEST_SIDE,
			height: LONGEST_SIDE,
			fit: 'inside',
			withoutEnlargement: true
		});
		const drawn = hasAlpha ? sized.webp({ quality: 86 }) : sized.jpeg({ quality: 84, mozjpeg: true });
		const { data, info } = await drawn.toBuffer({ resolveWithObject: true });
		return {
			bytes: data,
			width: info.width,
			height: info.height,
			mime: hasAlpha ? 'image/webp' : 'image/jpeg',
			extension: hasAlpha ? 'webp' : 'jpg'
		};
	} catch (error) {
		throw Object.assign(
			new Refusal({
				code: 'file.broken_image',
				field: 'file',
				message: `Không đọc được ảnh “${upload.name}”: ảnh bị hỏng hoặc quá lớn. Hãy chụp hoặc lưu lại ảnh rồi gửi lại.`
			}),
			{ cause: error }
		);
	}
}

/** Bytes that lie in the store already, and what their row will say. */
export type Stored = Omit<typeof file.$inferInsert, 'id' | 'wardId' | 'access'> & { token: string };

/**
 * Looks at an upload, draws pictures anew and writes the bytes, before any transaction: none is held open while a photo
 * is worked on, and the bytes are on disk before a row says so. Without a row they are never served: {@link discard} them.
 */
export async function store(
	scope: Scope,
	upload: Upload,
	taken: keyof typeof TAKEN = 'documents'
): Promise<Stored> {
	const name = named(upload.name);
	const mime = await sniff(upload.bytes);
	const kind = kindOf(name, mime, upload.bytes.length, taken);
	const picture = mime.startsWith('image/') ? await redraw({ ...upload, name }) : undefined;
	const bytes = picture?.bytes ?? upload.bytes;
	const extension = picture?.extension ?? kind.extension;
	const token = randomBytes(18).toString('base64url');
	const base = name.replace(/\.[^.]*$/, '');

	await write(token, bytes);
	return {
		token,
		name: `${base}.${extension}`,
		mime: picture?.mime ?? mime,
		bytes: bytes.length,
		sha256: createHash('sha256').update(bytes).digest('hex'),
		width: picture?.width ?? null,
		height: picture?.height ?? null,
		createdAt: scope.now,
		createdByPersonId: scope.actor.kind === 'person' ? scope.actor.personId : null
	};
}

/**
 * Like {@link store}, for sound that lies in a file of ours already: two hours of it never are in memory. The file is
 * moved away from where it lay.
 */
export async function adopt(scope: Scope, given: { name: string; path: string }): Promise<Stored> {
	const name = named(given.name);
	const { size } = await stat(given.path);
	const mime = (await fileTypeFromFile(given.path))?.mime.split(';')[0] ?? 'application/octet-stream';
	const { extension } = kindOf(name, mime, size, 'sound');
	const hash = createHash('sha256');
	for await (const piece of createReadStream(given.path)) hash.update(piece as Buffer);
	const token = randomBytes(18).toString('base64url');
	await move(given.path, token);
	return {
		token,
		name: `${name.replace(/\.[^.]*$/, '')}.${extension}`,
		mime,
		bytes: size,
		sha256: hash.digest('hex'),
		width: null,
		height: null,
		createdAt: scope.now,
		createdByPersonId: scope.actor.kind === 'person' ? scope.actor.personId : null
	};
}

const named = (name: string): string =>
	path.basename(name.normalize('NFC').replaceAll('\\', '/')).slice(-150) || 'tep';

function kindOf(name: string, mime: string, size: number, taken: keyof typeof TAKEN): Kind {
	const { kinds, named: these } = TAKEN[taken];
	const kind = kinds[mime];
	if (!kind) {
		throw new Refusal({
			code: 'file.unknown_kind',
			status: 415,
			field: 'file',
			message: `Tệp “${name}” không thuộc loại nhận được. Hãy gửi ${these}.`
		});
	}
	if (size > kind.limit) throw tooLarge(name, kind.limit);
	return kind;
}

/** Enters stored bytes as files, in the caller's transaction and in the order given. */
export async function enter(
	tx: Transaction,
	stored: readonly Stored[],
	access: 'public' | 'staff' = 'staff'
): Promise<StoredFile[]> {
	if (stored.length === 0) return [];
	const rows = await tx
		.insert(file)
		.values(stored.map((one) => ({ ...one, access })))
		.returning();
	return stored.map(({ token }) => rows.find((row) => row.token === token)!);
}

/** Takes bytes away that no row names (any more). */
export async function discard(stored: readonly { token: string }[]): Promise<void> {
	for (const { token } of stored) await rm(pathOf(token), { force: true });
}

/** Takes the row away; the bytes go with {@link discard} once this is committed. */
export async function forget(tx: Transaction, id: number): Promise<StoredFile | undefined> {
	const [row] = await tx.delete(file).where(eq(file.id, id)).returning();
	return row;
}

/**
 * Stores an upload and returns its row. The bytes are on disk before the row exists, so an acknowledged file is
 * always there; bytes without a row (a transaction that rolled back) are never served.
 */
export async function put(
	tx: Transaction,
	scope: Scope,
	upload: Upload,
	access: 'public' | 'staff' = 'staff'
): Promise<StoredFile> {
	const [row] = await enter(tx, [await store(scope, upload)], access);
	return row!;
}

export async function byToken(tx: Transaction, token: string): Promise<StoredFile | undefined> {
	const [row] = await tx.select().from(file).where(eq(file.token, token));
	return row;
}

export async function byId(tx: Transaction, id: number): Promise<StoredFile | undefined> {
	const [row] = await tx.select().from(file).where(eq(file.id, id));
	return row;
}

/** Something public shows this file from now on. */
export async function makePublic(tx: Transaction, id: number): Promise<void> {
	await tx.update(file).set({ access: 'public' }).where(eq(file.id, id));
}

/** The folder of all bytes, of every ward. */
export function rootDir(): string {
	const url = settings().FILES_URL;
	if (!url) return path.join(settings().DATA_DIR, 'files');
	return url.startsWith('file://') ? fileURLToPath(url) : path.resolve(url.slice('file:'.length));
}

/** Where the bytes lie, for a program of ours that reads them itself. */
export function pathOf(token: string): string {
	return path.join(rootDir(), token.slice(0, 2), token);
}

/** Whole or not at all: written beside, flushed, then renamed. */
async function write(token: string, bytes: Uint8Array): Promise<void> {
	const target = pathOf(token);
	await mkdir(path.dirname(target), { recursive: true });
	const beside = `${target}.part`;
	const handle = await open(beside, 'w', 0o600);
	try {
		await handle.writeFile(bytes);
		await handle.sync();
	} catch (error) {
		await rm(beside, { force: true });
		throw error;
	} finally {
		await handle.close();
	}
	await rename(beside, target);
	await syncFolder(path.dirname(target));
}

/** Flushed, then renamed; from another disk copied first. */
async function move(from: string, token: string): Promise<void> {
	const target = pathOf(token);
	const beside = `${target}.part`;
	await mkdir(path.dirname(target), { recursive: true });
	await rename(from, beside).catch(async (error: NodeJS.ErrnoException) => {
		if (error.code !== 'EXDEV') throw error;
		await copyFile(from, beside);
		await rm(from);
	});
	const handle = await open(beside, 'r+');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
	await rename(beside, target);
	await syncFolder(path.dirname(target));
}

/** The new name outlives a power cut only when its folder was flushed too; where a folder cannot be opened it need not. */
async function syncFolder(folder: string): Promise<void> {
	if (process.platform === 'win32') return;
	const handle = await open(folder, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** Free room where files and database lie, in bytes. */
export async function freeRoom(): Promise<number> {
	const { bavail, bsize } = await statfs(existsSync(rootDir()) ? rootDir() : settings().DATA_DIR);
	return bavail * bsize;
}

export function openStream(row: StoredFile): Readable {
	return createReadStream(pathOf(row.token));
}
