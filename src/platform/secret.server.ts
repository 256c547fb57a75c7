/** The installation's secret: signs sessions, seals second factors and channel accounts. Each purpose gets a key of its own. */
import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { settings, type Settings } from './settings.ts';

/** SECRET_KEY; in a trial without one it is made once and kept beside the data, readable by its owner only. */
export function secretKey(
	{ SECRET_KEY, DATA_DIR }: Pick<Settings, 'SECRET_KEY' | 'DATA_DIR'> = settings()
): string {
	return SECRET_KEY ?? keptIn(DATA_DIR);
}

function keptIn(DATA_DIR: string): string {
	const file = path.join(DATA_DIR, 'secret.key');
	mkdirSync(DATA_DIR, { recursive: true });
	try {
		// 'wx' fails when it exists: of two programs that start together one makes it and both read it.
		writeFileSync(file, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	}
	return readFileSync(file, 'utf8').trim();
}

/** Keys of this process, so that the file is not read for every message; by where the secret comes from. */
const made = new Map<string, string>();

/** A key for one purpose, so that what leaks from one use opens nothing else. */
export function keyFor(
	purpose: string,
	wanted: Pick<Settings, 'SECRET_KEY' | 'DATA_DIR'> = settings()
): string {
	const name = JSON.stringify([wanted.SECRET_KEY ?? null, wanted.DATA_DIR, purpose]);
	let key = made.get(name);
	if (key === undefined) {
		key = createHmac('sha256', secretKey(wanted)).update(`minh-bach ${purpose}`).digest('base64url');
		made.set(name, key);
	}
	return key;
}
