import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [
		tailwindcss(),
		sveltekit({
			adapter: adapter({ out: 'build', precompress: false, envPrefix: 'MINHBACH_HTTP_' }),
			csrf: { trustedOrigins: [] }
		})
	],
	test: {
		include: ['src/**/*.test.ts'],
		globalSetup: ['src/platform/testing/global-setup.ts'],
		// Two cores: more workers than that only make the database wait.
		maxWorkers: 2,
		testTimeout: 30_000,
		hookTimeout: 60_000
	}
});
