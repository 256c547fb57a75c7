import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));
const journeys = readdirSync(root).filter((name) => name.endsWith('.test.ts'));
/** Nothing of these happens in the program that the others share. */
const own = journeys.filter((name) => {
	const text = readFileSync(`${root}/${name}`, 'utf8');
	return !/from '\.\/(?:browser|office)\.ts'|inject\('address'\)/.test(text);
});

const kind = process.env['JOURNEYS'];
const chosen =
	kind === undefined ? journeys : journeys.filter((name) => own.includes(name) === (kind === 'own'));

export default defineConfig({
	root,
	test: {
		include: chosen.length > 0 ? chosen : ['none'],
		globalSetup: kind === 'own' ? [] : ['global-setup.ts'],
		// One ward, one browser: journeys follow one another.
		fileParallelism: false,
		testTimeout: 120_000,
		hookTimeout: 180_000
	}
});
