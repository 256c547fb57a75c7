/** The journeys of e2e/ in a real browser; installs Debian's Chromium when the machine has none and it may. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
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
const { status } = spawnSync(
	process.execPath,
	[
		path.join(root, 'node_modules/vitest/vitest.mjs'),
		'run',
		'--config',
		'e2e/vitest.config.ts',
		...process.argv.slice(2)
	],
	{ cwd: root, stdio: 'inherit', env: { ...process.env, CHROMIUM: chromium } }
);
process.exit(status ?? 1);
