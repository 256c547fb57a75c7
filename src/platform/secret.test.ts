import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { keyFor, secretKey } from './secret.server.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'minhbach-secret-'));
afterAll(() => rmSync(dir, { recursive: true }));

describe('the secret of the installation', () => {
	it('is the one that was set, otherwise made once and readable by its owner only', () => {
		expect(secretKey({ SECRET_KEY: 'x'.repeat(32), DATA_DIR: dir })).toBe('x'.repeat(32));
		const wanted = { SECRET_KEY: undefined, DATA_DIR: path.join(dir, 'data') };
		const made = secretKey(wanted);
		expect(made.length).toBeGreaterThanOrEqual(64);
		expect(secretKey(wanted)).toBe(made);
		expect(statSync(path.join(wanted.DATA_DIR, 'secret.key')).mode & 0o777).toBe(0o600);
	});

	it('gives every purpose another key', () => {
		const wanted = { SECRET_KEY: 'x'.repeat(32), DATA_DIR: dir };
		expect(keyFor('a', wanted)).not.toBe(keyFor('b', wanted));
		expect(keyFor('a', wanted)).toBe(keyFor('a', wanted));
	});
});
