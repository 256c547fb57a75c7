/**
 * Stray bytes: a program that is killed between writing bytes and committing the row that names them leaves bytes that
 * nobody will ever ask for. They go after a day.
 *
 * What could go wrong is taking away what a row does name, so:
 * - only names the files room makes itself are looked at, and only after they lay there for a day (by the clock of the
 *   file system, whose change time no copying sets back: a restored folder is new);
 * - the rows of every ward are asked, one ward after the other, because the lock between wards hides them from any other
 *   question; without wards nothing goes;
 * - where most of what is looked at would go, this is not the folder of this database, and nothing goes.
 */
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { asc, inArray } from 'drizzle-orm';
import type { Scope } from './context.ts';
import { read } from './db.server.ts';
import { rootDir } from './files.server.ts';
import { log } from './log.server.ts';
import { file, ward } from './schema.server.ts';

const DAY = 86_400_000;
/** A kill leaves a handful; more than this and more than half is something else. */
const SUSPICIOUS = 50;
/** Folders of one go, of at most 4,096; all of them are seen within half a day. */
const A_STRETCH = 64;
const token = /^[A-Za-z0-9_-]{24}$/;

let next = 0;

/** One stretch of the folders. The folders are every ward's, so the beat of the first ward does it for all. */
export async function sweepOn(scope: Scope): Promise<void> {
	const [first] = await scope.db.select({ id: ward.id }).from(ward).orderBy(asc(ward.id)).limit(1);
	if (first?.id !== scope.wardId) return;
	const folders = await foldersOf(rootDir());
	if (next >= folders.length) next = 0;
	const stretch = folders.slice(next, next + A_STRETCH);
	next += A_STRETCH;
	await sweep(scope, new Date(Date.now() - DAY), stretch);
}

/** Takes away what has lain unnamed since before this moment. Returns how many. */
export async function sweep(
	scope: Pick<Scope, 'db'>,
	before: Date,
	folders?: readonly string[]
): Promise<number> {
	const root = rootDir();
	const old: { name: string; token: string }[] = [];
	for (const folder of folders ?? (await foldersOf(root)))
		old.push(...(await oldIn(path.join(root, folder), folder, before)));
	if (old.length === 0) return 0;
	const named = await namedOf(
		scope,
		old.map((one) => one.token)
	);
	if (!named) return 0;
	// A half-written one stands beside its name; the name may be there whole.
	const stray = old.filter((one) => one.name !== one.token || !named.has(one.token));
	if (stray.length > SUSPICIOUS && stray.length * 2 > old.length) {
		log.error(
			{ looked: old.length, unnamed: stray.length },
			'most files of the store are in no row of this database; none is taken away: is FILES_URL or DATA_DIR that of another installation?'
		);
		return 0;
	}
	for (const one of stray) await rm(path.join(root, one.token.slice(0, 2), one.name), { force: true });
	if (stray.length > 0)
		log.info({ files: stray.length }, 'bytes of transactions that were cut off are taken away');
	return stray.length;
}

async function foldersOf(root: string): Promise<string[]> {
	const entries = await readdir(root, { withFileTypes: true }).catch(missing);
	return entries
		.filter((entry) => entry.isDirectory() && entry.name.length === 2)
		.map(({ name }) => name)
		.sort();
}

async function oldIn(folder: string, mark: string, before: Date): Promise<{ name: string; token: string }[]> {
	const found = [];
	for (const entry of await readdir(folder, { withFileTypes: true }).catch(missing)) {
		const known = entry.name.replace(/\.part$/, '');
		if (!entry.isFile() || !token.test(known) || !known.startsWith(mark)) continue;
		const at = await stat(path.join(folder, entry.name)).catch(missing);
		if ('ctime' in at && at.ctime < before) found.push({ name: entry.name, token: known });
	}
	return found;
}

/** Nothing there: the first file is yet to come, or somebody took it in the meantime. */
function missing(error: NodeJS.ErrnoException): never[] {
	if (error.code !== 'ENOENT') throw error;
	return [];
}

/** Those of the tokens that a row of any ward names; nothing when there is no ward to ask. */
async function namedOf(
	{ db }: Pick<Scope, 'db'>,
	tokens: readonly string[]
): Promise<Set<string> | undefined> {
	const wards = await db.select({ id: ward.id }).from(ward);
	if (wards.length === 0) return undefined;
	const named = new Set<string>();
	for (const { id } of wards) {
		for (let from = 0; from < tokens.length; from += 1000) {
			const some = tokens.slice(from, from + 1000).filter((one) => !named.has(one));
			if (some.length === 0) continue;
			const rows = await read({ db, wardId: id }, (tx) =>
				tx.select({ token: file.token }).from(file).where(inArray(file.token, some))
			);
			for (const row of rows) named.add(row.token);
		}
	}
	return named;
}
