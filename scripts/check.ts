/**
 * `npm test`: the whole suite as named steps, the same on a laptop and in CI. `npm run check -- unit` runs one step.
 * Two lanes run side by side for the two cores a small machine has; the long journeys come last and only when what is
 * quicker to know is in order.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const bin = (name: string): string => path.join(root, 'node_modules', name);

type Step = { name: string; run: string[] };
/** Groups one after the other; in a group the lanes at once, in a lane the steps one after the other. */
const groups: Step[][][] = [
	[[{ name: 'sync', run: [bin('@sveltejs/kit/svelte-kit.js'), 'sync'] }]],
	[
		[
			{ name: 'unused', run: [bin('knip/bin/knip.js')] },
			{ name: 'format', run: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
			{ name: 'types', run: [bin('svelte-check/bin/svelte-check'), '--threshold', 'warning'] },
			{ name: 'lint', run: [bin('eslint/bin/eslint.js'), '--max-warnings', '0', '.'] }
		],
		[{ name: 'unit', run: [bin('vitest/vitest.mjs'), 'run'] }]
	],
	[[{ name: 'build', run: ['scripts/build.ts'] }]],
	[[{ name: 'browser', run: ['scripts/e2e.ts'] }]]
];
const names = groups.flat(2).map(({ name }) => name);
const results = new Map<string, 'passed' | 'FAILED'>();

const line = (text: string): void => console.log(`\n── ${text} ${'─'.repeat(Math.max(0, 60 - text.length))}`);

/** What a step says while another runs beside it is shown in one piece when it is over. */
async function run(step: Step, alone: boolean): Promise<void> {
	const startedAt = Date.now();
	if (alone) line(step.name);
	const child = spawn(process.execPath, step.run, {
		cwd: root,
		stdio: ['ignore', alone ? 'inherit' : 'pipe', alone ? 'inherit' : 'pipe'],
		env: { ...process.env, NODE_OPTIONS: '--disable-warning=ExperimentalWarning' }
	});
	const said: Buffer[] = [];
	for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => said.push(part));
	const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
	if (!alone) {
		line(step.name);
		process.stdout.write(Buffer.concat(said));
	}
	const result = status === 0 ? 'passed' : 'FAILED';
	results.set(step.name, result);
	console.log(`── ${step.name}: ${result} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
}

const wanted = process.argv.slice(2);
if (wanted.some((name) => !names.includes(name))) {
	console.error(`steps: ${names.join(', ')}`);
	process.exit(2);
}
const isWanted = ({ name }: Step): boolean => wanted.length === 0 || wanted.includes(name);
for (const group of groups) {
	const lanes = group.map((lane) => lane.filter(isWanted)).filter((lane) => lane.length > 0);
	if ([...results.values()].includes('FAILED')) break;
	await Promise.all(
		lanes.map(async (lane) => {
			for (const step of lane) await run(step, lanes.length === 1);
		})
	);
}
const failed = names.filter((name) => results.get(name) === 'FAILED');
const left = names.filter((name) => isWanted({ name, run: [] }) && !results.has(name));
console.log(`\n${results.size - failed.length} passed, ${failed.length} failed`);
if (left.length > 0) console.log(`Not run, because something before failed: ${left.join(', ')}`);
if (failed.length > 0) {
	console.error(`Failed: ${failed.join(', ')}`);
	process.exit(1);
}
