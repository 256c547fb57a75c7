/** Builds the web application when its sources changed since the last whole build. */
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const stamp = path.join(root, 'build', 'fingerprint');

function* filesBelow(dir: string): Generator<string> {
	for (const entry of readdirSync(dir, { withFileTypes: true })) {
		const at = path.join(dir, entry.name);
		if (entry.isDirectory()) yield* filesBelow(at);
		else if (!/\.test\.ts$/.test(entry.name)) yield at;
	}
}

function fingerprint(): string {
	const hash = createHash('sha256');
	const sources = [...filesBelow(path.join(root, 'src')), ...filesBelow(path.join(root, 'static'))].sort();
	for (const file of [
		...sources,
		...['package-lock.json', 'vite.config.ts'].map((name) => path.join(root, name))
	]) {
		hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
	}
	return hash.digest('hex');
}

/** The stamp is written last, so a build that was cut off counts as none. Returns whether it built. */
export function buildWhenNeeded(say: (line: string) => void): boolean {
	const wanted = fingerprint();
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;
	say('Đang dựng giao diện lần đầu hoặc sau khi cập nhật, mất khoảng một phút…');
	rmSync(path.join(root, 'build'), { recursive: true, force: true });
	execFileSync(
		process.execPath,
		[path.join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
		{
			cwd: root,
			stdio: ['ignore', 'ignore', 'inherit'],
			env: { ...process.env, NODE_ENV: 'production' }
		}
	);
	writeFileSync(stamp, wanted);
	return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildWhenNeeded((line) => console.error(line));
