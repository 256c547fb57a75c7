import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	root: fileURLToPath(new URL('.', import.meta.url)),
	test: {
		include: ['*.test.ts'],
		globalSetup: ['global-setup.ts'],
		// One ward, one browser: journeys follow one another.
		fileParallelism: false,
		testTimeout: 120_000,
		hookTimeout: 180_000
	}
});
