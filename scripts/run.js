// The one door into the project for whatever Node a machine has (20 or newer): runs a script, or a
// tool from node_modules/.bin, with the Node 24 that came with `npm ci`.
// It is plain JavaScript on purpose: Node 20 cannot strip types.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const windows = process.platform === 'win32';

/** The Node 24 from the registry package for this machine, or this Node when it is new enough. */
function findNode() {
	const name = `node-${windows ? 'win' : process.platform}-${process.arch}`;
	const binary = path.join(root, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
	if (existsSync(binary)) return binary;
	if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
	console.error(
		`Máy này chưa có Node 24 và gói ${name} chưa được cài. Hãy chạy "npm ci" trong thư mục dự án, rồi thử lại.`
	);
	process.exit(1);
}

/**
 * What to run: a file of ours, or the program a package declares under "bin".
 * @param {string} target
 */
function resolveTarget(target) {
	if (/\.(ts|js)$/.test(target)) return path.resolve(root, target);
	const manifestPath = path.join(root, 'node_modules', target, 'package.json');
	const manifest = JSON.parse(
		readFileSync(existsSync(manifestPath) ? manifestPath : require.resolve(`${target}/package.json`), 'utf8')
	);
	const bin = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[target];
	return path.join(path.dirname(manifestPath), bin);
}

const [target, ...args] = process.argv.slice(2);
if (!target) {
	console.error('usage: node scripts/run.js FILE|TOOL [ARGUMENT …]');
	process.exit(2);
}
const node = findNode();
const child = spawn(node, ['--disable-warning=ExperimentalWarning', resolveTarget(target), ...args], {
	stdio: 'inherit',
	env: { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}` }
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
	process.on(signal, () => child.kill(signal));
}
child.on('exit', (code, signal) => {
	process.exit(signal ? 128 + (constants.signals[signal] ?? 15) : (code ?? 1));
});
