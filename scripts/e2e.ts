/**
 * The journeys of e2e/ in a real browser; installs Debian's Chromium when the machine has none and it may. Journeys that
 * start a program of their own run beside those that share one, which follow one another.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhenNeeded } from './build.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const places = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable'
];

function findChromium(): string | undefined {
	return [process.env['CHROMIUM'], ...places].find((file) => file && existsSync(file));
}

if (!findChromium() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
	console.error('Chromium is not installed; installing Debian’s package once');
	const quiet = { stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] };
	execFileSync('apt-get', ['update', '-qq'], quiet);
	execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
		...quiet,
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
	});
}
const chromium = findChromium();
if (!chromium) {
	console.error(
		'The browser journeys need Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM to its path.'
	);
	process.exit(1);
}
buildWhenNeeded((line) => console.error(line));

/** One run of vitest over the journeys of a kind. */
function journeys(kind: 'shared' | 'own', names: string[]): Promise<number> {
	const child = spawn(
		process.execPath,
		[
			path.join(root, 'node_modules/vitest/vitest.mjs'),
			'run',
			'--config',
			'e2e/vitest.config.ts',
			'--passWithNoTests',
			...names
		],
		{
			cwd: root,
			stdio: ['ignore', 'inherit', 'inherit'],
			env: { ...process.env, CHROMIUM: chromium, JOURNEYS: kind }
		}
	);
	return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}
const names = process.argv.slice(2);
const there = readdirSync(path.join(root, 'e2e'));
const unknown = names.filter((name) => !there.some((file) => `e2e/${file}`.includes(name)));
if (unknown.length > 0) {
	console.error(`no journey is called ${unknown.join(', ')}`);
	process.exit(2);
}
const ended = await Promise.all([journeys('shared', names), journeys('own', names)]);
process.exit(Math.max(...ended));
