/** `npm test`: the whole suite as named steps, the same on a laptop and in CI. `npm run check -- unit` runs one step. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const bin = (name: string): string => path.join(root, 'node_modules', name);

const steps: { name: string; run: string[] }[] = [
	{ name: 'sync', run: [bin('@sveltejs/kit/svelte-kit.js'), 'sync'] },
	{ name: 'format', run: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
	{ name: 'types', run: [bin('svelte-check/bin/svelte-check'), '--threshold', 'warning'] },
	{ name: 'lint', run: [bin('eslint/bin/eslint.js'), '--max-warnings', '0', '.'] },
	{ name: 'unused', run: [bin('knip/bin/knip.js')] },
	{ name: 'unit', run: [bin('vitest/vitest.mjs'), 'run'] },
	{ name: 'build', run: ['scripts/build.ts'] },
	{ name: 'browser', run: ['scripts/e2e.ts'] }
];

const wanted = process.argv.slice(2);
const chosen = wanted.length > 0 ? steps.filter((step) => wanted.includes(step.name)) : steps;
if (chosen.length === 0) {
	console.error(`steps: ${steps.map((step) => step.name).join(', ')}`);
	process.exit(2);
}
const failed: string[] = [];
for (const step of chosen) {
	const startedAt = Date.now();
	console.log(`\n── ${step.name} ${'─'.repeat(Math.max(0, 60 - step.name.length))}`);
	const { status } = spawnSync(process.execPath, step.run, {
		cwd: root,
		stdio: 'inherit',
		env: { ...process.env, NODE_OPTIONS: '--disable-warning=ExperimentalWarning' }
	});
	const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
	console.log(`── ${step.name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
	if (status !== 0) failed.push(step.name);
}
console.log(`\n${chosen.length - failed.length} passed, ${failed.length} failed`);
if (failed.length > 0) {
	console.error(`Failed: ${failed.join(', ')}`);
	process.exit(1);
}
